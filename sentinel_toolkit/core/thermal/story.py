"""What the report of thermal sharpening says: the verdict, the fit, the test, and how it was made."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.results.provenance import credit
from sentinel_toolkit.core.thermal.findings import Limits, Scatter, Score, ThermalPage
from sentinel_toolkit.core.thermal.ground import SharpeningGround
from sentinel_toolkit.core.thermal.maps import MapTally, Window
from sentinel_toolkit.core.thermal.model.detail import details
from sentinel_toolkit.core.thermal.model.evidence import Decision
from sentinel_toolkit.core.thermal.model.uncertainty import WITHIN_90, RestoreTest

COSMETIC_RATIO = 20  # beyond, most detail is the texture of NDVI (contract: RESOLUTION finer than LST / 20)
WORTH_PERCENT = 5  # of smaller errors in the test, below which a verdict is cautious
NAMES = {
    "linear": "One line through NDVI and temperature of the coarse pixels (the recipe)",
    "tsharp": "TsHARP: one line through the fraction of vegetation and temperature (Agam et al. 2007)",
    "local": "Local detail: interpolated temperature, and what finer NDVI tells of the detail that it lacks",
    "trees": "Regression trees with linear leaves, global and local (after Gao et al. 2012)",
    "cubic": "Cubic interpolation: NDVI has no part in the map",
}
RESIDUAL_TEXTS = {
    "smooth": "What the model leaves of the coarse temperatures was interpolated and given back.",
    "exact": "What the model leaves was given back until the mean of each coarse pixel is what was measured.",
    "none": "What the model leaves of the coarse temperatures was not given back.",
}


def finite_or_none(value: float | None) -> float | None:
    """Return a number as JSON holds it; None where there is none."""
    return float(value) if value is not None and math.isfinite(value) else None


@dataclass(frozen=True)
class Story:
    """All that was found."""

    request: ThermalSharpeningRequest
    ground: SharpeningGround
    decision: Decision
    test: RestoreTest
    tally: MapTally
    windows: list[Window]
    """That the report shows."""
    heard: list[str]
    """The warnings so far."""

    @property
    def ratio(self) -> float:
        """Return how many fine pixels lie along a coarse one."""
        return self.ground.ratio

    @property
    def title(self) -> str:
        """Return the title, with the date of the temperatures where it is known from their scene."""
        scenes = self.ground.coarse.scenes
        return f"Sharpened surface temperature{f', {scenes[0].datetime:%Y-%m-%d %H:%M} UTC' if scenes else ''}"

    @property
    def lineage(self) -> str:
        """Return how the map was made, in a few sentences."""
        return (
            f"{self.ground.coarse.source}; {self.ground.fine.source}. {NAMES[self.decision.name]}. {self.decision.why} "
            f"{RESIDUAL_TEXTS[self.request.residual]}"
        )

    @property
    def cautions(self) -> list[str]:
        """Return what the reader must know of what was found."""
        found = []
        if self.ratio > COSMETIC_RATIO and self.decision.name != "cubic":
            finest = self.ground.coarse.pixel_m / COSMETIC_RATIO
            found.append(
                f"Detail finer than {finest:.0f} m (1/{COSMETIC_RATIO} of a coarse pixel) is mostly the texture of "
                "NDVI, not measured temperature."
            )
        share = 100 * self.tally.beyond / max(self.tally.covered, 1)
        if share >= 1 and self.decision.name != "cubic":
            found.append(
                f"{share:.0f} % of the pixels have NDVI beyond what the model was fitted to; they are flagged."
            )
        shift = self.ground.shift
        if shift.is_certain and not self.ground.is_moved:
            found.append(f"{_register(self.ground)} ALIGN would move the temperatures there.")
        return found

    @property
    def facts(self) -> dict[str, str]:
        """Return how it was made, name → text."""
        request, ground, tally = self.request, self.ground, self.tally
        share = 100 / max(tally.covered, 1)
        return {
            "Temperatures": f"{ground.coarse.source}; pixels of {ground.coarse.pixel_m:.0f} m",
            "Vegetation": f"{ground.fine.source}; pixels of {ground.fine_m:.3g} m",
            "Ratio": f"{self.ratio:.0f} fine pixels along a coarse one",
            "Method asked for": request.method,
            "Coarse pixels used": f"{int(self.decision.coarse.usable.sum())}",
            "Left by the model": f"{self.decision.rmse_k:.2f} K (root mean square)",
            "Footprint": f"{self.decision.footprint:.2f} coarse pixels (σ) beyond the pixel itself",
            "Register": _register(ground) + (" The temperatures were moved there." if ground.is_moved else ""),
            "Water or snow": f"{share * tally.water:.1f} % of the pixels; they are interpolated only",
            "Beyond the fitted NDVI": f"{share * tally.beyond:.1f} % of the pixels",
        }

    @property
    def why(self) -> str:
        """Return why this method, in a sentence."""
        return "Interpolated." if self.decision.name == "cubic" else self.decision.why

    @property
    def gain_percent(self) -> float:
        """Return by how much errors of the test are below those of bilinear interpolation; NaN without a test."""
        return _gain(self.test, self.test.used) if self.test.is_done else math.nan

    @property
    def level(self) -> str:
        """Return good, caution or poor."""
        if self.decision.name == "cubic" or self.gain_percent <= 0:
            return "poor"
        is_good = self.gain_percent >= WORTH_PERCENT and self.ratio <= COSMETIC_RATIO and not self.test.is_extrapolated
        return "good" if is_good else "caution"

    @property
    def band_k(self) -> float:
        """Return half the 90 % band of a pixel of the map, K."""
        return WITHIN_90 * self.tally.uncertainty_k

    @property
    def verdict(self) -> str:
        """Return a sentence that says how far to trust the map."""
        known = " (extrapolated)" if self.test.is_extrapolated else ""
        band = (
            f"nine pixels of ten should lie within ±{self.band_k:.1f} K{known}, apart from an offset of the whole scene"
        )
        if self.decision.name == "cubic":
            return f"Not sharpened, only interpolated, because the data shows no link to use; {band}."
        if self.level == "poor":
            return f"Do not rely on this map: in the test it did worse than plain interpolation; {band}."
        if math.isnan(self.gain_percent):
            return f"Use the pattern with caution: there were too few coarse pixels to test the method; {band}."
        gain = f"sharpening made the errors of a test {self.gain_percent:.0f} % smaller"
        if self.level == "good":
            return f"The map can be used: {gain}, and {band}."
        return f"Use the pattern, not single pixels: {gain}, and {band}."


def _gain(test: RestoreTest, name: str) -> float:
    return 100 * (1 - test.restored[name].rmse_k / test.restored["bilinear"].rmse_k)


def _register(ground: SharpeningGround) -> str:
    """Return where NDVI fits the temperatures best."""
    shift = ground.shift
    if not (shift.down or shift.across):
        return "NDVI and temperatures fit best as they are."
    east, north = shift.on_the_map(ground.coarse.grid)
    sides = ((east, "east", "west"), (north, "north", "south"))
    where = " and ".join(f"{abs(off):.2f} pixels {plus if off > 0 else minus}" for off, plus, minus in sides if off)
    return (
        f"NDVI fits the temperatures best {where} of where they are "
        f"(r = {shift.correlation:.2f} there, {shift.correlation_before:.2f} here)."
    )


def page_of(story: Story) -> ThermalPage:
    """Return the ThermalPage that the report shows."""
    unit = "°C" if story.request.units == "celsius" else "K"
    return ThermalPage(
        title=story.title,
        verdict=story.verdict,
        level=story.level,
        method=f"{NAMES[story.decision.name]}. {story.decision.why}",
        warnings=tuple(story.heard),
        scatter=_scatter(story),
        views=tuple(window.view(story.ground.fine_m) for window in story.windows),
        residual_k=story.decision.residual_k,
        residual_text=f"Coarse temperature less the model. {RESIDUAL_TEXTS[story.request.residual]}",
        scores=_scores(story.test),
        scores_text=_scores_text(story.test),
        uncertainty_text=_uncertainty_text(story),
        facts=story.facts,
        unit=unit,
        credit=credit(story.ground.sources()),
    )


def _scatter(story: Story) -> Scatter:
    """Return the scatter of the fit: details of local, values of the others."""
    decision, request = story.decision, story.request
    coarse, fit, line = decision.coarse, decision.fit, decision.line
    known = np.isfinite(coarse.lst_k) & np.isfinite(coarse.predictor)
    used = coarse.usable[known]
    if decision.name == "local" and fit is not None:
        lst, ndvi = details(coarse)
        equation = f"LST detail = {_signed(fit.slope)} · NDVI detail"
        labels = "NDVI detail", "LST detail [K]"
        return Scatter(ndvi[known], lst[known], used, *labels, fit.slope, 0.0, fit.correlation, equation, (), ())
    name = "Fraction of vegetation" if decision.name == "tsharp" else "NDVI"
    labels = f"{name}, mean of the coarse pixel", "LST [K]"
    values = coarse.predictor[known], coarse.lst_k[known], used
    if decision.name not in ("linear", "tsharp"):
        return Scatter(*values, *labels, math.nan, math.nan, math.nan, "", (), ())
    equation = f"LST = {line.intercept:.2f} {_signed(line.slope, ' ')} · {name}"
    ranges: Limits = (request.ndvi_min, request.ndvi_max) if decision.name == "linear" else ()
    limits = ranges, (request.lst_min_k, request.lst_max_k)
    return Scatter(*values, *labels, line.slope, line.intercept, line.correlation, equation, *limits)


def _signed(value: float, gap: str = "") -> str:
    """Return a number with the sign that print has; a gap sets the sign off, as between terms."""
    sign = "−" if value < 0 else ("+" if gap else "")
    return f"{sign}{gap}{abs(value):.2f}"


def _scores(test: RestoreTest) -> tuple[Score, ...]:
    """Return the rows of degrade-and-restore, the best first."""
    rows = [
        Score(
            name,
            test.ratio,
            found.rmse_k,
            found.bias_k,
            found.mae_k,
            math.nan if name == "bilinear" else _gain(test, name),
            name == test.used,
        )
        for name, found in test.restored.items()
    ]
    return tuple(sorted(rows, key=lambda row: row.rmse_k))


def _scores_text(test: RestoreTest) -> str:
    if not test.ratio:
        return "The area has too few clear coarse pixels to be degraded and restored: nothing is known of the errors."
    return (
        f"The coarse temperatures were made {test.ratio} times coarser still, sharpened back by each method without "
        "any other knowledge, and compared with what they had been. That can refuse a method, but does not measure the "
        "finest detail."
    )


def _uncertainty_text(story: Story) -> str:
    """Return how far pixels may be off, and where that is known from."""
    said = f"The 90 % band of a pixel is ±{story.band_k:.2f} K on average (1.645 times the standard uncertainty). "
    if not story.test.is_done:
        of = "error of plain interpolation" if story.test.ratio else "spread of the coarse temperatures"
        return f"{said}It is the {of}, for the method has too few coarse pixels to be tested itself."
    said += (
        "It is made of the errors of degrade-and-restore around the pixel, 0.5 K for the measurement itself, "
        "and the uncertainty of the slope times the detail added. It supposes that "
        "the ground is as rough within coarse pixels as among them, and a difference of the whole scene is not in it."
    )
    if not story.test.is_extrapolated:
        return said
    return (
        f"{said} Extrapolated: temperatures were restored at a ratio of {story.test.ratio}, and the map has one of "
        f"{story.ratio:.0f}."
    )
