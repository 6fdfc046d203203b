"""A forest of regression trees with planes as leaves, and the kernels that predict temperatures by it."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]
IndexArray = NDArray[np.int64]
# Settings of Gao et al. (2012) as pyDMS, the open implementation, has them.
WINDOW = 15.0  # coarse pixels on the side of a local model's square
OVERLAP = 0.25 * WINDOW  # coarse pixels that neighbouring windows share at least
BAGS = 12  # trees of a model: the mean of more hardly changes (Breiman 1996, doi:10.1007/BF00058655, has 10 to 25)


class Forest(NamedTuple):
    """All trees, end to end."""

    roots: IndexArray
    """Shape (tree,): places in ``nodes``."""
    nodes: NDArray[np.void]
    """Shape (node,): ``right`` nodes on is the next if x[feature] > threshold, else ``left`` nodes on. A leaf stays
    where it is, and its ``feature`` is -1 - its row in ``leaves``.
    """
    leaves: NDArray[np.float64]
    """Shape (leaf, 3 + 3 p): constant, least and largest LST (K); then of each predictor slope (K per unit), least and
    largest value.
    """


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _mean_of_trees(forest: Forest, first: int, sample: NDArray[np.float32], reached: IndexArray) -> float:
    """Return the LST (K) that the trees from ``first`` on predict in the mean; ``reached`` (BAGS,) is scratch."""
    nodes, leaves, total = forest.nodes, forest.leaves, 0.0
    reached[:] = forest.roots[first : first + BAGS]
    all_features = 0
    while all_features >= 0:  # until all are leaves; in step, as the processor then waits for all trees' nodes at once
        all_features = -1
        for i in range(BAGS):
            node = nodes[reached[i]]
            all_features &= node.feature
            reached[i] += node.right if sample[max(node.feature, 0)] > node.threshold else node.left
    for i in range(BAGS):
        leaf = leaves[-1 - nodes[reached[i]].feature]
        lst_k = leaf[0]
        for j in range(sample.size):
            lst_k += leaf[3 + 3 * j] * min(max(sample[j], leaf[4 + 3 * j]), leaf[5 + 3 * j])
        total += min(max(lst_k, leaf[1]), leaf[2])
    return total / BAGS


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _windows_at(place: float, size: int, count: int) -> tuple[int, float]:
    """Return (window, share of the one after it) at a place along an axis of ``size`` coarse pixels."""
    if count == 1:
        return 0, 0.0
    stride = (size - WINDOW) / (count - 1)
    position = min(max((place - WINDOW / 2) / stride, 0.0), count - 1.0)  # 0 is the first window's centre
    window = min(int(position), count - 2)
    return window, min(max((position - window - 0.5) * max(stride / OVERLAP, 1.0) + 0.5, 0.0), 1.0)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _local_lst(
    forest: Forest,
    windows: IndexArray,
    sample: NDArray[np.float32],
    reached: IndexArray,
    place: tuple[float, float],
    size: tuple[int, int],
    global_k: float,
) -> float:
    """Return the local models' LST (K): their blend, in which a window without a model has the global one's."""
    top, down = _windows_at(place[0], size[0], windows.shape[0])
    left, across = _windows_at(place[1], size[1], windows.shape[1])
    result = 0.0
    for row in range(2):
        for column in range(2):
            weight = (down if row else 1 - down) * (across if column else 1 - across)
            if weight > 0:
                first = windows[top + row, left + column]
                result += weight * (_mean_of_trees(forest, first, sample, reached) if first >= 0 else global_k)
    return result


@numba.njit(nogil=True, cache=True, error_model="numpy")
def lst_at(
    forest: Forest,
    windows: IndexArray,
    size: tuple[int, int],
    local_shares: FloatArray,
    predictors: NDArray[np.float32],
    rows: FloatArray,
    columns: FloatArray,
) -> NDArray[np.float64]:
    """Return the LST (K), float64 (pixel,), of pixels of these shares of the local models."""
    result = np.full(rows.size, np.nan)
    sample, reached = np.empty(predictors.shape[0], np.float32), np.empty(BAGS, np.int64)
    for i in range(rows.size):
        sample[:] = predictors[:, i]
        if np.isfinite(sample).all() and np.isfinite(rows[i] + columns[i]):
            result[i] = global_k = _mean_of_trees(forest, 0, sample, reached)
            if local_shares[i] > 0:
                local_k = _local_lst(forest, windows, sample, reached, (rows[i], columns[i]), size, global_k)
                result[i] += local_shares[i] * (local_k - global_k)
    return result
