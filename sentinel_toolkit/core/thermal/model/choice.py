"""Which way of sharpening the data supports: each method judges itself, and refuses what it cannot stand for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.thermal.cells.interpolation import Range
from sentinel_toolkit.core.thermal.model import degrading
from sentinel_toolkit.core.thermal.model import models as thermal_models
from sentinel_toolkit.core.thermal.model.detail import DETAIL_SIGMA, DetailFit, find_footprint, smooth
from sentinel_toolkit.core.thermal.model.evidence import WHAT_HELPS, Decision, Evidence, extended, require_samples
from sentinel_toolkit.core.thermal.model.models import Coarse, MakeModel
from sentinel_toolkit.core.thermal.model.sharpener import CubicSharpener, PlaneSharpener
from sentinel_toolkit.core.thermal.model.trees import decide_by_trees

BoolArray = NDArray[np.bool_]


def decide(method: str, evidence: Evidence) -> Decision:
    """Return the Decision for a method; ``auto`` takes ``local`` where it stands, and cubic interpolation elsewhere.

    Raises
    ------
    UnreliableFitError
        If the data does not support the method asked for: what was found, and what would help.
    """
    return METHODS[method](evidence)


def _auto(evidence: Evidence) -> Decision:
    try:
        return _local(evidence)
    except UnreliableFitError as error:
        return _cubic(evidence, str(error))


def _cubic(evidence: Evidence, why: str) -> Decision:
    coarse = evidence.seen_with(0)
    known = np.isfinite(evidence.lst_k)
    residual = evidence.lst_k - smooth(evidence.lst_k, known, DETAIL_SIGMA)
    return Decision("cubic", CubicSharpener(evidence.lst_k), coarse, None, residual, thermal_models.by_cubic, why)


def _line(evidence: Evidence, coarse: Coarse, name: str, fraction: Range | tuple[()] = ()) -> Decision:
    """Return the Decision for one line, of NDVI or of the fraction of vegetation."""
    require_samples(coarse)
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
        **({} if is_recipe else {"limits": extended(fitted)}),
    )
    residual = coarse.lst_k - line.intercept - line.slope * coarse.predictor
    why = f"Temperature falls with {'the fraction of vegetation' if fraction else 'NDVI'}: r = {line.correlation:.2f}."
    return Decision(name, sharpener, coarse, line, residual, make, why)


def _in_ranges(evidence: Evidence) -> BoolArray:
    """Return which coarse pixels lie in the ranges of a line."""
    (least, most), (coldest, hottest) = evidence.ndvi_range, evidence.lst_range_k
    ndvi, lst = evidence.sums.mean, evidence.lst_k
    with np.errstate(invalid="ignore"):
        return (ndvi >= least) & (ndvi <= most) & (lst >= coldest) & (lst <= hottest)


def _linear(evidence: Evidence) -> Decision:
    coarse = Coarse(evidence.lst_k, evidence.sums.mean, _in_ranges(evidence))
    return _line(evidence, coarse, "linear")


def _tsharp(evidence: Evidence) -> Decision:
    if evidence.fractions is None:
        raise ValueError("The fraction of vegetation was not summed up.")
    coarse = Coarse(evidence.lst_k, evidence.fractions.land_mean, _in_ranges(evidence) & evidence.clear)
    return _line(evidence, coarse, "tsharp", evidence.ndvi_range)


def _local(evidence: Evidence) -> Decision:
    coarse = evidence.seen_with(0)
    require_samples(coarse)
    footprint = find_footprint(evidence.seen_with) if evidence.footprint < 0 else evidence.footprint
    reference = evidence.seen_with(footprint).predictor
    make = thermal_models.detail_alone if evidence.residual == "none" else thermal_models.by_detail
    model = make(coarse, reference)
    why = _why_detail_stands(model.fit, coarse, evidence.ratio, make)
    fitted = tuple(np.percentile(coarse.predictor[coarse.usable], [0, 100]))
    sharpener = PlaneSharpener(model, limits=extended(fitted), fitted=fitted)
    alone = thermal_models.detail_alone(coarse)
    residual = coarse.lst_k - alone.base_k - alone.slope * (coarse.predictor - alone.reference)
    return Decision("local", sharpener, coarse, model.fit, residual, make, why, footprint)


def _why_detail_stands(fit: DetailFit, coarse: Coarse, ratio: float, make: MakeModel) -> str:
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


# Rows: what METHOD may be, and who judges.
METHODS: dict[str, Callable[[Evidence], Decision]] = {
    "auto": _auto,
    "linear": _linear,
    "tsharp": _tsharp,
    "local": _local,
    "trees": decide_by_trees,
}
