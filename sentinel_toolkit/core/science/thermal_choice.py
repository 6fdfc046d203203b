"""Which way of sharpening the data supports: each method judges itself, and refuses what it cannot stand for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.science import degrading, thermal_models
from sentinel_toolkit.core.science.cell_sums import CellSums
from sentinel_toolkit.core.science.regression_trees import fit_trees
from sentinel_toolkit.core.science.sharpener import CubicSharpener, PlaneSharpener, TreeSharpener
from sentinel_toolkit.core.science.thermal_detail import DETAIL_SIGMA, find_footprint, smooth
from sentinel_toolkit.core.science.thermal_models import Coarse, Line

MIN_SAMPLES = 30  # clear coarse pixels, below which no link is trusted
MIN_LAND, MAX_WATER = 0.5, 0.1  # of a coarse pixel: seen, and water or snow, which would show in its temperature
FLAT_NDVI = 0.02  # from the 10th to the 90th percentile of coarse pixels: no vegetation to sharpen with
EXTENSION = 0.25  # of the fitted range, by which a predictor may leave it (as in the leaves of pyDMS)
WHAT_HELPS = "Take a date in the growing season, a clear day, or a larger area with fields of different cover."


@dataclass(frozen=True)
class Evidence:
    """What is known before a method is chosen.

    ``lst_k`` (row, column) and ``sums`` of NDVI in its pixels; ``fractions`` sums of the fraction of vegetation and
    ``extras`` sums of further predictors, where they are asked for. ``ratio`` is coarse over fine pixels.
    ``ndvi_range``, ``lst_range_k`` and ``min_correlation`` are for lines; ``footprint`` as in the request; ``residual``
    smooth, exact or none.
    """

    lst_k: np.ndarray
    sums: CellSums
    ratio: float
    ndvi_range: tuple
    lst_range_k: tuple
    min_correlation: float = 0.3
    footprint: float = -1.0
    residual: str = "smooth"
    fractions: CellSums | None = None
    extras: tuple = ()

    @property
    def clear(self):
        """Return which coarse pixels are clear land."""
        return is_clear(self.sums, self.lst_k)

    def seen_with(self, footprint):
        """Return the Coarse of clear land, as a sensor sees it whose footprint is so much wider than its pixel."""
        return Coarse(self.lst_k, self.sums.widened(footprint).land_mean, self.clear)


def is_clear(sums, lst_k):
    """Return which coarse pixels are clear land: at least half seen, at most a tenth of it water."""
    return (sums.land >= MIN_LAND) & (sums.water <= MAX_WATER) & np.isfinite(lst_k)


@dataclass(frozen=True)
class Decision:
    """A method that stands: its ``name``, the ``sharpener``, the ``coarse`` pixels it was fitted to, its ``fit`` (Line,
    DetailFit or None), the coarse LST less the model without any residual returned (``residual_k``), the function that
    makes the model of degraded pixels, and ``why`` in a sentence.
    """

    name: str
    sharpener: object
    coarse: Coarse
    fit: object
    residual_k: np.ndarray
    make_model: object
    why: str
    footprint: float = 0.0

    @property
    def rmse_k(self):
        """Return the root mean square of what the model leaves of the pixels it was fitted to, K."""
        left = self.residual_k[self.coarse.usable]
        left = left[np.isfinite(left)]
        return float(np.sqrt((left**2).mean())) if left.size else float("nan")

    @property
    def line(self):
        """Return the Line of the fit: LST = intercept + slope · predictor; of local detail through the means."""
        if isinstance(self.fit, Line):
            return self.fit
        lst_k, predictor = (plane[self.coarse.usable] for plane in (self.coarse.lst_k, self.coarse.predictor))
        mean_k, mean = (float(values.mean()) if values.size else float("nan") for values in (lst_k, predictor))
        if self.fit is None:
            return Line(0.0, mean_k, float("nan"), lst_k.size)
        return Line(self.fit.slope, mean_k - self.fit.slope * mean, self.fit.correlation, self.fit.count)


def decide(method, evidence):
    """Return the Decision for a method; ``auto`` takes ``local`` where it stands, and cubic interpolation elsewhere.

    Raises
    ------
    UnreliableFitError
        If the data does not support the method asked for: what was found, and what would help.
    """
    return METHODS[method](evidence)


def _auto(evidence):
    try:
        return _local(evidence)
    except UnreliableFitError as error:
        return _cubic(evidence, error.message)


def _cubic(evidence, why):
    coarse = evidence.seen_with(0)
    known = np.isfinite(evidence.lst_k)
    residual = evidence.lst_k - smooth(evidence.lst_k, known, DETAIL_SIGMA)
    return Decision("cubic", CubicSharpener(evidence.lst_k), coarse, None, residual, thermal_models.by_cubic, why)


def _require(count, spread):
    """Refuse too few pixels, and NDVI that does not differ."""
    if count < MIN_SAMPLES:
        raise UnreliableFitError(
            f"Only {count} coarse pixels are clear, and {MIN_SAMPLES} are needed to tell how temperature follows NDVI.",
            "Take a larger area, a clearer day, or wider limits of NDVI and LST.",
        )
    if not spread > FLAT_NDVI:
        raise UnreliableFitError(f"NDVI is flat: it differs by {spread:.3f} between the coarse pixels.", WHAT_HELPS)


def _spread(coarse):
    values = coarse.predictor[coarse.usable]
    return float(np.ptp(np.percentile(values, [10, 90]))) if values.size else 0.0


def _line(evidence, coarse, name, fraction=()):
    """Return the Decision for one line, of NDVI or of the fraction of vegetation."""
    _require(int(coarse.usable.sum()), _spread(coarse))
    make = thermal_models.line_alone if evidence.residual == "none" else thermal_models.by_line
    if fraction and evidence.residual == "none":
        make = thermal_models.line_and_water
    model = make(coarse)
    line = model.fit
    if np.isnan(line.correlation):
        raise UnreliableFitError("The coarse temperatures are all alike.", WHAT_HELPS)
    if not line.correlation <= -evidence.min_correlation:
        raise UnreliableFitError(
            f"Temperature does not fall with NDVI as {name} supposes: r = {line.correlation:.2f} of {line.count} "
            f"coarse pixels, and at most {-evidence.min_correlation:.2f} is needed.",
            "Use METHOD auto, which sharpens by what the data shows, or narrow NDVI_MIN … LST_MAX so that water and "
            f"other ground of its own is left out. {WHAT_HELPS}",
        )
    fitted = tuple(np.percentile(coarse.predictor[coarse.usable], [0, 100]))
    is_recipe = evidence.residual == "none" and not fraction
    sharpener = PlaneSharpener(
        model,
        fitted=fitted,
        fraction=fraction,
        is_water_apart=not is_recipe,
        **({} if is_recipe else {"limits": _extended(fitted)}),
    )
    residual = coarse.lst_k - line.intercept - line.slope * coarse.predictor
    why = f"Temperature falls with {'the fraction of vegetation' if fraction else 'NDVI'}: r = {line.correlation:.2f}."
    return Decision(name, sharpener, coarse, line, residual, make, why)


def _extended(fitted):
    """Return the range that a predictor is held in."""
    margin = EXTENSION * (fitted[1] - fitted[0])
    return fitted[0] - margin, fitted[1] + margin


def _in_ranges(evidence):
    """Return which coarse pixels lie in the ranges of a line."""
    (least, most), (coldest, hottest) = evidence.ndvi_range, evidence.lst_range_k
    ndvi, lst = evidence.sums.mean, evidence.lst_k
    with np.errstate(invalid="ignore"):
        return (ndvi >= least) & (ndvi <= most) & (lst >= coldest) & (lst <= hottest)


def _linear(evidence):
    coarse = Coarse(evidence.lst_k, evidence.sums.mean, _in_ranges(evidence))
    return _line(evidence, coarse, "linear")


def _tsharp(evidence):
    coarse = Coarse(evidence.lst_k, evidence.fractions.land_mean, _in_ranges(evidence) & evidence.clear)
    return _line(evidence, coarse, "tsharp", evidence.ndvi_range)


def _local(evidence):
    coarse = evidence.seen_with(0)
    _require(int(coarse.usable.sum()), _spread(coarse))
    footprint = find_footprint(evidence.seen_with) if evidence.footprint < 0 else evidence.footprint
    reference = evidence.seen_with(footprint).predictor
    make = thermal_models.detail_alone if evidence.residual == "none" else thermal_models.by_detail
    model = make(coarse, reference)
    why = _judge(model.fit, coarse, evidence.ratio, make)
    fitted = tuple(np.percentile(coarse.predictor[coarse.usable], [0, 100]))
    sharpener = PlaneSharpener(model, limits=_extended(fitted), fitted=fitted)
    alone = thermal_models.detail_alone(coarse)
    residual = coarse.lst_k - alone.base_k - alone.slope * (coarse.predictor - alone.reference)
    return Decision("local", sharpener, coarse, model.fit, residual, make, why, footprint)


def _judge(fit, coarse, ratio, make):
    """Return why a detail fit stands.

    Raises
    ------
    UnreliableFitError
        If its slope may be 0, is positive, or does not help to restore degraded temperatures.
    """
    low, high = fit.interval
    if not high < 0:
        found = f"{fit.slope:.1f} K per unit of NDVI, 95 % interval {low:.1f} to {high:.1f}, r = {fit.correlation:.2f}"
        if low > 0:
            raise UnreliableFitError(
                f"It is warmer where it is greener ({found}), as in winter or where plants stand on warm ground.",
                WHAT_HELPS,
            )
        raise UnreliableFitError(
            f"The detail of temperature shows no certain link with that of NDVI ({found}).", WHAT_HELPS
        )
    factor = degrading.usable_ratio(coarse, ratio)
    said = f"Greener ground is cooler in detail, too: {fit.slope:.1f} K per unit of NDVI ({low:.1f} to {high:.1f})"
    if not factor:
        return f"{said}; there are too few coarse pixels to test it."
    plain = degrading.restore(coarse, factor, thermal_models.by_bilinear).rmse_k
    gain = 1 - degrading.restore(coarse, factor, make).rmse_k / plain
    if not gain > 0:
        raise UnreliableFitError(
            f"NDVI does not help to restore temperatures that were made {factor} times coarser "
            f"(errors change by {-100 * gain:+.0f} %).",
            WHAT_HELPS,
        )
    return f"{said}, and temperatures made {factor} times coarser are restored with {100 * gain:.0f} % smaller errors."


def _trees(evidence):
    coarse = evidence.seen_with(0)
    _require(int(coarse.usable.sum()), _spread(coarse))
    sums = evidence.sums, *evidence.extras
    means = np.stack([np.where(coarse.usable, one.land_mean, np.nan) for one in sums])
    with np.errstate(invalid="ignore", divide="ignore"):
        variation = np.mean([one.land_deviation / np.abs(one.land_mean) for one in sums], axis=0)
    lst_k = np.where(coarse.usable, coarse.lst_k, np.nan)
    trees = fit_trees(means, lst_k, np.where(coarse.usable, variation, np.nan))
    residual = lst_k - trees.predict_coarse()
    ranges = np.stack([np.nanpercentile(plane, [0, 100]) for plane in means])
    returned = np.where(np.isfinite(coarse.lst_k), np.nan_to_num(residual), np.nan)
    if evidence.residual == "none":
        returned = np.where(np.isfinite(returned), 0.0, np.nan)
    variance = np.nanvar(lst_k)
    if not variance > 1e-9:
        raise UnreliableFitError("The coarse temperatures are all alike.", WHAT_HELPS)
    explained = 1 - np.nanvar(residual) / variance
    why = f"Regression trees explain {100 * explained:.0f} % of the variance of the coarse temperatures."
    sharpener = TreeSharpener(trees, returned, coarse.lst_k, ranges)
    return Decision("trees", sharpener, coarse, thermal_models.fit_line(coarse), residual, None, why)


# Rows: what METHOD may be, and who judges.
METHODS = {"auto": _auto, "linear": _linear, "tsharp": _tsharp, "local": _local, "trees": _trees}
