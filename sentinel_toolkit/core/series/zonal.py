"""Statistics of a zone's pixels, each weighted by the share of it that lies in the zone."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import ArrayLike, NDArray

SORTED_WHOLE = 256  # values; more are counted in bins, so that only those about a quantile are sorted
PER_BIN, MAX_BINS = 8, 4096


class ZoneStatistics(NamedTuple):
    """Statistics of one zone at one date, in the unit of its values; NaN where it has none.

    ``std`` is that of the population; ``count`` the pixels with a value, parts of pixels as fractions;
    ``valid_percent`` (0-100) the share of the zone that has a value.
    """

    mean: float
    median: float
    min: float
    max: float
    std: float
    p10: float
    p90: float
    count: float  # type: ignore[assignment]  # hides tuple.count, which is not called
    valid_percent: float


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _bins_of(
    values: NDArray[np.float64], weights: NDArray[np.float64], low: float, high: float
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Return the bin of each value, in ascending order of the values, and the sum of weights in each bin."""
    bins = min(values.size // PER_BIN + 1, MAX_BINS)
    scale = bins / (high - low) if high > low else 0.0
    scale = scale if np.isfinite(scale) else 0.0
    places, sums = np.empty(values.size, np.int32), np.zeros(bins)
    for i in range(values.size):
        places[i] = min(int((values[i] - low) * scale), bins - 1)
        sums[places[i]] += weights[i]
    return places, sums


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _bins_within(sums: NDArray[np.float64], left: float, right: float) -> tuple[int, int, float]:
    """Return (first, last) of the bins that cover left to right, and the sum of those before them."""
    first, begin = 0, 0.0
    while first < sums.size - 1 and begin + sums[first] <= left:
        begin += sums[first]
        first += 1
    last, end = first, begin + sums[first]
    while last < sums.size - 1 and end < right:
        last += 1
        end += sums[last]
    return first, last, begin


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _mean_within(
    values: NDArray[np.float64], weights: NDArray[np.float64], begin: float, left: float, right: float
) -> float:
    """Return the mean of the step function of ``statistics_of`` between left and right; sorted values from begin on."""
    inside, result = 0.0, 0.0
    for i in range(values.size):
        overlap = min(begin + weights[i], right) - max(begin, left)
        if overlap > 0:
            inside += overlap
            result += (values[i] - result) * (overlap / inside)  # a running mean: of equal values it is that value
        begin += weights[i]
    return result


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _quantiles(
    values: NDArray[np.float64],
    weights: NDArray[np.float64],
    limits: tuple[float, float],
    width: float,
    result: NDArray[np.float64],
) -> None:
    """Write p50, p10 and p90; limits are the least and the largest value, and width that of the window."""
    total, is_large = weights.sum(), values.size > SORTED_WHOLE
    if is_large:
        places, sums = _bins_of(values, weights, *limits)
    else:
        order = np.argsort(values)
        part, share, begin = values[order], weights[order], 0.0
    for column, quantile in ((1, 0.5), (5, 0.1), (6, 0.9)):
        left = quantile * (total - width)
        if is_large:
            first, last, begin = _bins_within(sums, left, left + width)
            is_near = (places >= first) & (places <= last)
            part, share = values[is_near], weights[is_near]
            order = np.argsort(part)
            part, share = part[order], share[order]
        result[column] = _mean_within(part, share, begin, left, left + width)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _statistics(values: NDArray[np.float64], weights: NDArray[np.float64], result: NDArray[np.float64]) -> None:
    """Write the statistics of one zone in the order of ZoneStatistics."""
    result[:] = np.nan
    is_valid = np.isfinite(values) & (weights > 0)
    covered, count = weights.sum(), weights[is_valid].sum()
    result[7], result[8] = count, 0.0
    if count == 0:
        return
    found, share = values[is_valid], weights[is_valid]
    low, high = found.min(), found.max()
    mean, spread, squares = 0.0, 0.0, 0.0
    for i in range(found.size):
        mean += (found[i] - low) * share[i]  # from the least value on: equal values have no spread, not even 1e-17
        squares += share[i] * share[i]
    mean = low + mean / count
    for i in range(found.size):
        spread += share[i] * (found[i] - mean) ** 2
    result[0], result[2], result[3], result[4] = mean, low, high, np.sqrt(spread / count)
    width = squares / count  # of one pixel of Kish's effective number of them: count / (count² / squares)
    _quantiles(found, share, (low, high), width, result)
    result[8] = 100 * count / covered


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _statistics_by_zone(
    values: NDArray[np.float64], weights: NDArray[np.float64], ends: NDArray[np.int64], result: NDArray[np.float64]
) -> None:
    start = 0
    for zone in range(ends.size):
        _statistics(values[start : ends[zone]], weights[start : ends[zone]], result[zone])
        start = ends[zone]


def statistics_of(values: ArrayLike, weights: ArrayLike) -> ZoneStatistics:
    """Return the statistics of one zone at one date, weighted by coverage.

    mean = Σ wᵢ xᵢ / Σ wᵢ, std² = Σ wᵢ (xᵢ - mean)² / Σ wᵢ, both over the pixels that have a value.

    Median, p10 and p90 are weighted quantiles of Hyndman & Fan's type 7 (1996, doi:10.1080/00031305.1996.10473566) as
    generalised by Akinshin (2023, arXiv:2304.07265): the mean of the step function that is xᵢ over the i-th of the
    lengths wᵢ, laid end to end in the order of the values, within the window from q (W - v) to q (W - v) + v. W = Σ wᵢ,
    and v = Σ wᵢ² / W is the length of one of Kish's effective number of pixels, W / v. Consequences: equal weights,
    whatever they are, give exactly numpy's default ``linear``; the scale of the weights does not matter; a sliver of a
    pixel has hardly an influence, and none in the limit. Where weights differ, it is not the quantile of a list in
    which each value is repeated wᵢ times: W / v pixels are fewer than that list is long, so that the window is wider.

    QGIS's zonal statistics (``native:zonalstatisticsfb``) count the pixels whose centre lies in the polygon, all by
    the same weight, and intersect precisely only where that finds one pixel or none. Ours are exact for every zone: the
    two differ by the pixels on the outline, hence little for a zone of many pixels. There too std is the population's.

    Parameters
    ----------
    values
        Shape (pixel,): NaN (and ±∞) is missing.
    weights
        Shape (pixel,): share of each pixel that lies in the zone, 0-1; a pixel of weight 0 does not take part.

    Returns
    -------
    ZoneStatistics
        Without any value: NaN, count 0 and valid_percent 0.

    Raises
    ------
    ValueError
        If there are not as many weights as values.

    Examples
    --------
    >>> found = statistics_of([0.2, 0.4, float("nan")], [1.0, 0.5, 1.0])
    >>> round(found.mean, 3), round(found.valid_percent, 1)
    (0.267, 60.0)
    """
    return ZoneStatistics(*statistics_by_zone(values, weights, [np.size(values)])[0].tolist())


def statistics_by_zone(values: ArrayLike, weights: ArrayLike, ends: ArrayLike) -> NDArray[np.float64]:
    """Return the statistics of many zones at one date, as ``statistics_of`` does for one.

    Parameters
    ----------
    values, weights
        Shape (pixel,): the pixels of the first zone, then those of the second, and so on; a pixel of two zones stands
        in both.
    ends
        Shape (zone,): where each zone's pixels end, e.g. ``np.cumsum`` of their numbers.

    Returns
    -------
    statistics
        Shape (zone, 9): columns are the fields of ZoneStatistics.

    Raises
    ------
    ValueError
        If there are not as many weights as values, or not as many values as the zones have pixels.
    """
    values, weights = (np.ascontiguousarray(array, np.float64) for array in (values, weights))
    ends = np.ascontiguousarray(ends, np.int64)
    if values.ndim != 1 or values.shape != weights.shape or (ends[-1:] != len(values)).any():
        raise ValueError(f"{values.shape} values, {weights.shape} weights and zones that end at {ends[-1:]} differ")
    result = np.empty((len(ends), len(ZoneStatistics._fields)))
    _statistics_by_zone(values, weights, ends, result)
    return result


def warm_up() -> None:
    """Compile the kernels for the types they are used with."""
    statistics_of(np.zeros(1), np.ones(1))
