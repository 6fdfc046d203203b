"""How far to trust sharpened temperatures: scores of degrade-and-restore, and the standard uncertainty of a pixel."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.thermal.cells.interpolation import WATER, fill_gaps, interpolate
from sentinel_toolkit.core.thermal.model import degrading
from sentinel_toolkit.core.thermal.model import models as thermal_models
from sentinel_toolkit.core.thermal.model.detail import WINDOW_SIGMA, smooth
from sentinel_toolkit.core.thermal.model.evidence import Decision
from sentinel_toolkit.core.thermal.model.sharpener import Strip

FloatArray = NDArray[np.floating]

# K: errors of the measurement itself, which a test against itself cannot show. An assumption: half of the 1 K within
# which MODIS has been validated (Wan 2008, Remote Sensing of Environment 112).
MEASUREMENT_K = 0.5
WITHIN_90 = 1.645  # standard deviations on each side that hold 90 % of a normal distribution
LEAST_SHARE = 0.5  # of the scene's error: a place without a test pixel that failed is not certain


@dataclass(frozen=True)
class RestoreTest:
    """Degrade-and-restore of a Decision."""

    ratio: int
    """0: impossible."""
    restored: dict[str, degrading.Restored]
    """By the name of the method."""
    used: str
    """The name of the method used; empty: it could not be tested."""
    is_extrapolated: bool
    """The real ratio is beyond this one."""

    @property
    def is_done(self) -> bool:
        """Tell whether the method used was tested."""
        return self.used in self.restored

    @property
    def rmse_k(self) -> float | None:
        """Return the error of the method used; None where there is no test."""
        return self.restored[self.used].rmse_k if self.is_done else None


# What the method used is compared with, on the same degraded pixels.
PEERS: dict[str, thermal_models.MakeModel] = {
    "bilinear": thermal_models.by_bilinear,
    "cubic": thermal_models.by_cubic,
    "one line and residual": thermal_models.by_line,
    "one line alone (recipe)": thermal_models.line_alone,
    "local detail": thermal_models.by_detail,
}


def run_test(decision: Decision, ratio: float, is_exact: bool = False) -> RestoreTest:
    """Return the RestoreTest of a Decision at the real ratio (at most 8), or the largest that the scene has pixels for.

    Parameters
    ----------
    ratio
        Coarse over fine pixels.
    is_exact
        The decision gives back the means of coarse pixels exactly.
    """
    factor = degrading.usable_ratio(decision.coarse, ratio)
    if not factor:
        return RestoreTest(0, {}, "", True)
    restored = {name: degrading.restore(decision.coarse, factor, make) for name, make in PEERS.items()}
    used = next((name for name, make in PEERS.items() if make is decision.make_model), decision.name)
    if is_exact and decision.make_model:
        used = f"{used}, exact means"
        restored[used] = degrading.restore(decision.coarse, factor, decision.make_model, is_exact=True)
    elif decision.restore and not is_exact:
        if (found := decision.restore(factor)) is not None:
            restored[used] = found
    elif decision.make_model and used not in restored:
        restored[used] = degrading.restore(decision.coarse, factor, decision.make_model)
    return RestoreTest(factor, restored, used, factor < round(ratio))


@dataclass(frozen=True)
class Uncertainty:
    """The standard uncertainty of a map."""

    plane_k: FloatArray
    """Of the coarse pixels' ground, (row, column)."""
    slope_share: float
    """The relative error of the slope."""
    water_k: float
    """What water and snow have besides."""

    @functools.cached_property
    def _plane_k(self) -> FloatArray:
        return fill_gaps(self.plane_k)

    def __call__(
        self, strip: Strip, temperature_k: FloatArray, flags: NDArray[np.uint8], base_k: FloatArray
    ) -> NDArray[np.float32]:
        """Return the standard uncertainty (K) of a strip's pixels, float32 (y, x); NaN where there is no temperature.

        σ² = σ_r² + 0.5² + (ε · detail)²: the error of restoring around here; the measurement's own; and the share ε of
        the detail that was added, the relative error of the slope. Water and snow have the scene's spread besides.
        """
        shape = temperature_k.shape
        restoring = interpolate(self._plane_k, strip.mesh, shape)
        detail = temperature_k - interpolate(fill_gaps(base_k), strip.mesh, shape)
        squares = restoring**2 + np.float32(MEASUREMENT_K**2) + (np.float32(self.slope_share) * detail) ** 2
        squares = np.where(flags == WATER, squares + np.float32(self.water_k**2), squares)
        return np.where(np.isfinite(temperature_k), np.sqrt(squares), np.float32(np.nan)).astype(np.float32)


def uncertainty_of(decision: Decision, test: RestoreTest) -> Uncertainty:
    """Return the Uncertainty of a Decision from its RestoreTest.

    The squared errors of degrade-and-restore are averaged in a Gaussian window of σ = 4 coarse pixels. A method
    that was not tested has the errors of interpolation; without any test it is the spread of the coarse temperatures:
    all that is known then is that the truth is one of them.
    """
    lst_k = decision.coarse.lst_k
    known = np.isfinite(lst_k)
    spread = float(np.std(lst_k[known]))
    share = decision.fit.relative_error if decision.fit and decision.name in ("local", "linear", "tsharp") else 0.0
    # What cannot be tested itself is at least no worse than interpolation, or it is not wanted.
    tested = test.restored.get(test.used) or test.restored.get("bilinear")
    if tested is None:
        return Uncertainty(np.where(known, spread, np.nan), share, spread)
    errors = tested.errors_k
    counts = np.isfinite(errors).sum(0)
    squares = np.nansum(errors**2, axis=0) / np.maximum(counts, 1)
    around = smooth(squares, (counts > 0).astype(float), WINDOW_SIGMA)
    overall = tested.rmse_k
    plane = np.sqrt(np.where(np.isfinite(around), np.maximum(around, (LEAST_SHARE * overall) ** 2), overall**2))
    return Uncertainty(np.where(known, plane, np.nan), share, spread)
