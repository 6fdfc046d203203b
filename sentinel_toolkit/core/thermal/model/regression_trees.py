"""Method ``trees`` of thermal sharpening: bagged regression trees with planes as leaves, global and local."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.thermal.model.forest import BAGS, OVERLAP, WINDOW, Forest, IndexArray, lst_at

if TYPE_CHECKING:
    from sklearn.tree import DecisionTreeRegressor

FloatArray = NDArray[np.floating]
# What has no other source is a setting of Gao et al.'s method as pyDMS, its open implementation, has it.
FEWEST_SAMPLES = 60  # usable coarse pixels of a model: below, a scene's tree has not even two leaves [own choice]
GLOBAL_LEAF, LOCAL_LEAF = 30, 10  # least coarse pixels in a leaf
EXTRAPOLATION = 0.25  # of a leaf's range, at either end
HETEROGENEOUS_PERCENT = 80.0  # percentile of CV above which weights are halved
LEAST_WEIGHT = 0.1  # of the most heterogeneous pixel, before halving: min-max scaling alone would drop it [own choice]
LEAST_VARIATION = 0.01  # CV; below is the fine sensor's noise, and 1/CV gives one pixel all weight [own choice]
LEAST_RESIDUAL_K = 0.1  # less is chance, hence no reason to trust one model alone [own choice]
PENALTY = 1.0  # ridge, in samples on standardised predictors: that of scikit-learn's Ridge
_NODE = np.dtype([("threshold", "f8"), ("feature", "i4"), ("left", "i4"), ("right", "i4")], align=True)
_Samples = Sequence[NDArray[Any]]  # predictors (sample, predictor), LST in K and weights (sample,)
_Tree = tuple[NDArray[np.void], NDArray[np.float64]]  # nodes and leaves, as in Forest


@dataclass(frozen=True, eq=False)
class TreeModel:
    """What ``fit_trees`` has found; a plain value, so that it can be sent to other processes."""

    forest: Forest
    windows: IndexArray
    """Shape (window row, window column): each local model's first tree in ``forest``, -1 where there is none; the
    global model's is 0.
    """
    local_share: NDArray[np.float64]
    """Shape (row, column): the local models' weight at the coarse pixels, 0-1."""
    fitted_k: NDArray[np.float64]
    """Shape (row, column): LST at the coarse pixels, NaN where they are not usable."""

    def predict_coarse(self) -> NDArray[np.float64]:
        """Return the LST (K) at the coarse pixels, float64 (row, column); NaN where they were not usable."""
        return self.fitted_k.copy()

    def predict(self, predictors: FloatArray, rows: FloatArray, columns: FloatArray) -> NDArray[np.float32]:
        """Return the LST (K) of fine pixels, float32 (pixel,), by the equation of ``fit_trees``.

        ``predictors`` (predictor, pixel) are as in the fit, computed with as float32; where one is NaN or ±∞ so is the
        LST NaN, and finite elsewhere. ``rows`` and ``columns`` (pixel,) are places in coarse pixels, (0.5, 0.5) the
        centre of the first one; beyond the scene it is as on its edge. ValueError if these numbers do not agree.
        """
        predictors = np.ascontiguousarray(predictors, np.float32)
        rows, columns = (np.ascontiguousarray(places, np.float64) for places in (rows, columns))
        count = (self.forest.leaves.shape[1] - 3) // 3
        if not predictors.shape == (count, rows.size) == (count, columns.size):
            raise ValueError(f"{predictors.shape} predictors at {rows.shape} and {columns.shape}: not {count} × n")
        shares = ndimage.map_coordinates(self.local_share, [rows - 0.5, columns - 0.5], order=1, mode="nearest")
        size = self.local_share.shape
        return lst_at(self.forest, self.windows, size, shares, predictors, rows, columns).astype(np.float32)


def sample_weights(variation: FloatArray) -> NDArray[np.float64]:
    """Return the weights of coarse pixels in the fit: the more homogeneous, the heavier.

    w = 1/CV, scaled to lie between LEAST_WEIGHT and 1, and halved where CV exceeds its 80th percentile; after Gao,
    Kustas & Anderson (2012, doi:10.3390/rs4113287), who take the homogeneous pixels alone.

    Parameters
    ----------
    variation : shape (sample,)
        Coefficient of variation, >= 0, of the fine pixels in each coarse pixel: std/mean, in the mean of the
        predictors. NaN is unknown, which counts as the median of the others.

    Returns
    -------
    ndarray of float64, shape (sample,)
        In (0, 1]; all 1 where all CV are alike.

    Examples
    --------
    >>> sample_weights(np.array([0.1, 0.2, 0.4, np.nan]))
    array([1.  , 0.4 , 0.05, 0.4 ])
    """
    variation = np.asarray(variation, np.float64)
    is_known = np.isfinite(variation)
    if not is_known.any():
        return np.ones(variation.shape)
    variation = np.where(is_known, variation, np.median(variation[is_known]))
    threshold = float(np.percentile(variation[is_known], HETEROGENEOUS_PERCENT))
    inverse = 1 / np.maximum(variation, LEAST_VARIATION)
    weights = np.interp(inverse, (inverse.min(), inverse.max()), (LEAST_WEIGHT, 1))  # 1 where all are alike
    return np.where(inverse < 1 / max(threshold, LEAST_VARIATION), weights / 2, weights)


def fit_trees(predictors: FloatArray, lst_k: FloatArray, variation: FloatArray, seed: int = 0) -> TreeModel:
    """Fit LST to predictors at the coarse scale, by regression trees (Gao et al. 2012, doi:10.3390/rs4113287).

    T = (w_g T_g + w_l T_l) / (w_g + w_l), w = 1/residual², residual = coarse LST minus that model's, at least 0.1 K.

    T_g is of trees for the scene, T_l of trees for windows of 15 x 15 coarse pixels that overlap by a quarter or more;
    in the overlap the windows' shares fall linearly to 0, so that there is no seam. w_g and w_l, divided by their sum,
    are interpolated bilinearly between the coarse centres. A coarse pixel that is not usable has the weights of the
    nearest one that is; a window of fewer than FEWEST_SAMPLES usable pixels has the global model in place of its own.

    A model is the mean of 12 trees, each grown on a bootstrap sample (Breiman 1996, doi:10.1007/BF00058655) by CART.
    Their leaves are planes, not constants: ridge regressions on predictors standardised within the leaf. Predictors are
    clipped to the leaf's range extended by 25 % at either end, and so is the LST.

    Parameters
    ----------
    predictors : shape (predictor, row, column)
        Means of the fine pixels in each coarse pixel; NaN is not usable.
    lst_k : shape (row, column)
        Land surface temperature (K); NaN is not usable.
    variation : shape (row, column)
        See ``sample_weights``; NaN is unknown.
    seed
        Of the bootstrap: equal input and seed give the equal model.

    Returns
    -------
    TreeModel

    Raises
    ------
    UnreliableFitError
        If fewer than FEWEST_SAMPLES coarse pixels are usable.
    """
    predictors = np.asarray(predictors, np.float32)
    is_usable = np.isfinite(lst_k) & np.isfinite(predictors).all(axis=0)
    if is_usable.sum() < FEWEST_SAMPLES:
        raise UnreliableFitError(
            f"Only {is_usable.sum()} coarse pixels can be used; regression trees need {FEWEST_SAMPLES}.",
            "A larger area or a scene with fewer clouds would help.",
        )
    predictors, lst_k = predictors[:, is_usable], np.asarray(lst_k, np.float64)[is_usable]
    samples = np.ascontiguousarray(predictors.T), lst_k, sample_weights(np.asarray(variation)[is_usable])
    places = [index + 0.5 for index in np.nonzero(is_usable)]
    forest, windows = _grow_forest(samples, places, is_usable.shape, np.random.default_rng(seed))
    shares = np.zeros(len(lst_k)), np.ones(len(lst_k))
    ours = [lst_at(forest, windows, is_usable.shape, share, predictors, *places) for share in shares]
    squares = np.empty((2, *is_usable.shape))
    squares[:, is_usable] = np.maximum((lst_k - ours) ** 2, LEAST_RESIDUAL_K**2)
    nearest = ndimage.distance_transform_edt(~is_usable, return_distances=False, return_indices=True)
    squares = squares[:, nearest[0], nearest[1]]
    local_share = squares[0] / squares.sum(axis=0)  # 1/l² / (1/g² + 1/l²)
    fitted_k = np.full(is_usable.shape, np.nan)
    fitted_k[is_usable] = ours[0] + local_share[is_usable] * (ours[1] - ours[0])
    return TreeModel(forest, windows, local_share, fitted_k)


def _grow_forest(
    samples: _Samples, places: Sequence[FloatArray], shape: tuple[int, ...], generator: np.random.Generator
) -> tuple[Forest, IndexArray]:
    """Return (Forest, each window's first tree or -1)."""
    trees = _grow_bags(samples, GLOBAL_LEAF, generator)
    counts = [1 + max(math.ceil((size - WINDOW) / (WINDOW - OVERLAP)), 0) for size in shape]
    windows = np.full(counts, -1, np.int64)
    starts = [np.linspace(0, max(size - WINDOW, 0), count) for size, count in zip(shape, counts)]
    for row, top in enumerate(starts[0]):
        begin, end = np.searchsorted(places[0], (top, top + WINDOW))  # places are in the order of rows
        for column, left in enumerate(starts[1]):
            across = places[1][begin:end]
            inside = begin + np.flatnonzero((across >= left) & (across < left + WINDOW))
            if len(inside) >= FEWEST_SAMPLES:
                windows[row, column] = len(trees)
                trees += _grow_bags([part[inside] for part in samples], LOCAL_LEAF, generator)
    nodes, leaves = zip(*trees)
    roots, rows = (np.cumsum([0, *map(len, parts[:-1])]) for parts in (nodes, leaves))
    for part, row in zip(nodes, rows):
        part["feature"][part["feature"] < 0] -= row
    return Forest(roots, np.concatenate(nodes), np.concatenate(leaves)), windows


def _grow_bags(samples: _Samples, least: int, generator: np.random.Generator) -> list[_Tree]:
    """Return BAGS trees as (nodes, leaves), of leaves of at least ``least`` different samples."""
    from sklearn.tree import DecisionTreeRegressor  # takes a second to load, and the other methods do not need it

    trees = []
    for _ in range(BAGS):
        drawn = np.bincount(generator.integers(len(samples[1]), size=len(samples[1])), minlength=len(samples[1]))
        inside = np.flatnonzero(drawn)
        x, lst_k, weights = (part[inside] for part in samples)
        weights *= drawn[inside]
        tree = DecisionTreeRegressor(min_samples_leaf=least, random_state=int(generator.integers(2**31)))
        tree.fit(x, lst_k, weights, check_input=False)  # checks take longer than a small tree
        nodes, numbers = _nodes_of(tree)
        trees.append((nodes, _fit_leaves(x, lst_k, weights, numbers[tree.tree_.apply(x)])))
    return trees


def _nodes_of(grown: DecisionTreeRegressor) -> tuple[NDArray[np.void], IndexArray]:
    """Return (nodes as in Forest; the row in ``leaves`` of those of scikit-learn's nodes that are leaves)."""
    tree = grown.tree_
    is_leaf = tree.children_left < 0
    numbers, nodes = np.cumsum(is_leaf) - 1, np.empty(tree.node_count, _NODE)
    nodes["threshold"] = tree.threshold
    nodes["feature"] = np.where(is_leaf, -1 - numbers, tree.feature)
    children = np.stack([tree.children_left, tree.children_right])
    nodes["left"], nodes["right"] = np.where(is_leaf, 0, children - np.arange(tree.node_count))
    return nodes, numbers


def _fit_leaves(x: FloatArray, lst_k: FloatArray, weights: FloatArray, leaf_of: IndexArray) -> NDArray[np.float64]:
    """Return ``leaves`` as in Forest of samples (sample, predictor) in the leaves of these numbers."""
    order = np.argsort(leaf_of, kind="stable")
    starts = np.flatnonzero(np.diff(leaf_of[order], prepend=-1))
    numbers = np.diff(starts, append=len(order))
    values, weights = np.column_stack([x, lst_k])[order], weights[order, None]
    shares = weights / np.repeat(np.add.reduceat(weights, starts), numbers, axis=0)
    means = np.add.reduceat(shares * values, starts)
    off = values - np.repeat(means, numbers, axis=0)
    moments = np.stack([np.add.reduceat(shares * off * column[:, None], starts) for column in off.T[:-1]], axis=1)
    spread = np.sqrt(np.diagonal(moments, axis1=1, axis2=2))
    spread = np.where(spread > 1e-6 * np.abs(means[:, :-1]), spread, np.inf)  # float32's precision: else it is constant
    between = moments[..., :-1] / (spread[:, :, None] * spread[:, None])
    between += (PENALTY / numbers)[:, None, None] * np.eye(x.shape[1])
    slopes = np.linalg.solve(between, (moments[..., -1] / spread)[..., None])[..., 0] / spread
    ends = np.stack([np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)], axis=-1)
    limits = ends + EXTRAPOLATION * (ends - ends[..., ::-1])  # (leaf, predictor and LST, end)
    constant = means[:, -1] - (slopes * means[:, :-1]).sum(axis=1)
    planes = np.concatenate([slopes[..., None], limits[:, :-1]], axis=-1)
    return np.column_stack([constant, limits[:, -1], planes.reshape(len(starts), -1)])


def warm_up() -> None:
    """Compile the kernels for the types they are used with."""
    rows, columns = np.indices((10, 10)) + 0.5
    model = fit_trees(rows[None], columns, rows)
    model.predict(rows[:1], rows[0], columns[0])
