"""Sharpening by regression trees: the decision, and how they restore degraded temperatures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.thermal.model import degrading
from sentinel_toolkit.core.thermal.model.evidence import WHAT_HELPS, Decision, Evidence, require_samples
from sentinel_toolkit.core.thermal.model.models import Coarse, Line
from sentinel_toolkit.core.thermal.model.regression_trees import TreeModel, fit_trees
from sentinel_toolkit.core.thermal.model.sharpener import Strip, TreeSharpener

FloatArray = NDArray[np.floating]
ALIKE_K2 = 1e-9  # variance of temperatures below which there is nothing to explain


def decide_by_trees(evidence: Evidence) -> Decision:
    """Return the Decision for bagged regression trees on NDVI and further predictors.

    Raises
    ------
    UnreliableFitError
        If there are too few clear pixels, or nothing to explain.
    """
    coarse = evidence.seen_with(0)
    require_samples(coarse)
    means, variation = _samples(evidence, coarse)
    lst_k = np.where(coarse.usable, coarse.lst_k, np.nan)
    variance = np.nanvar(lst_k)
    if not variance > ALIKE_K2:
        raise UnreliableFitError("The coarse temperatures are all alike.", WHAT_HELPS)
    is_returned = evidence.residual != "none"
    trees = fit_trees(means, lst_k, variation)
    residual = lst_k - trees.predict_coarse()
    explained = 1 - np.nanvar(residual) / variance
    return Decision(
        "trees",
        _sharpener(trees, residual, coarse, means, is_returned),
        coarse,
        Line(np.nan, np.nan, np.nan, int(coarse.usable.sum())),  # they are no line
        residual,
        None,
        f"Regression trees explain {100 * explained:.0f} % of the variance of the temperatures they were grown on.",
        restore=lambda factor: restore_by_trees(coarse, means, factor, is_returned),
    )


def _samples(evidence: Evidence, coarse: Coarse) -> tuple[FloatArray, FloatArray]:
    """Return (means of the predictors, their coefficients of variation) of usable pixels: (predictor, row, column)."""
    ndvi = evidence.sums
    planes = [(ndvi.land_mean, ndvi.land_deviation), *((sums.mean, sums.deviation) for sums in evidence.extras)]
    means = np.stack([np.where(coarse.usable, mean, np.nan) for mean, _ in planes])
    with np.errstate(invalid="ignore", divide="ignore"):
        variation = np.mean([deviation / np.abs(mean) for mean, deviation in planes], axis=0)
    return means, np.where(coarse.usable, variation, np.nan)


def _sharpener(
    trees: TreeModel, residual: FloatArray, coarse: Coarse, means: FloatArray, is_returned: bool
) -> TreeSharpener:
    known = np.isfinite(coarse.lst_k)
    returned = np.where(known, np.nan_to_num(residual) if is_returned else 0.0, np.nan)
    ranges = np.stack([np.nanpercentile(plane, [0, 100]) for plane in means])
    return TreeSharpener(trees, returned, coarse.lst_k, ranges)


def restore_by_trees(coarse: Coarse, means: FloatArray, factor: int, is_returned: bool) -> degrading.Restored | None:
    """Return the Restored of trees that are grown on degraded temperatures alone; None where there are too few.

    Parameters
    ----------
    means : shape (predictor, row, column)
        Of the predictors in coarse pixels.
    is_returned
        Whether what the trees leave is given back.
    """
    errors = []
    for offset in degrading.offsets(factor):
        levels = [degrading.degrade(Coarse(coarse.lst_k, plane, coarse.usable), factor, offset) for plane in means]
        first, predictors = levels[0], np.stack([level.predictor for level in levels])
        try:
            trees = fit_trees(predictors, first.lst_k, np.full(first.lst_k.shape, np.nan))
        except UnreliableFitError:
            return None
        residual = first.lst_k - trees.predict_coarse()
        mesh = degrading.mesh_of_blocks(coarse.usable.shape, factor, offset)
        ndvi, *extras = means.astype(np.float32)
        strip = Strip(ndvi, mesh, np.stack(extras) if extras else None)
        found, _ = _sharpener(trees, residual, first, predictors, is_returned)(strip)
        errors.append(np.where(coarse.usable, found - coarse.lst_k, np.nan))
    return degrading.Restored(np.stack(errors))
