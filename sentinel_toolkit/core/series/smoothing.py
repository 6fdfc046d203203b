"""Smoothing of the series of one zone: irregular dates, gaps, and values that are known more or less well.

All smoothers take (days, values, weights), each of shape (date,), and return what the series is at the same dates,
float64. Days are float, in any order; values of equal days are joined, weighted. A value that is NaN or has no weight
is a gap: a smoother bridges it, yet says nothing (NaN) before the first and after the last value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import scipy.linalg
import scipy.signal
from numpy.typing import ArrayLike, NDArray

# Whittaker. In 25 squares of 68 real dates of Sentinel-2 NDVI (two and a half years, every second or third date clear)
# a left-out date was predicted best by 120 days (rms 0.082), nearly as well by 75 (0.086), 90 and 150 (0.083), worse by
# 60 (0.090) and 200 (0.088): test_smoothing.py prints it. No search for the best λ of each series (V-curve, generalised
# cross-validation): short and cloudy series mislead it, and zones of different smoothness could not be compared.
HALF_PERIOD_DAYS = 90.0  # leaves the two harvests of a year 94 % of their height, a year's wave 99.6 %
MIN_OBSERVATIONS = 6.0  # a half period holds at least so many (120 days there); else it would pass through every value
NODES = 90  # a half period is divided into: a day, or more for sparse series; finer changes nothing that is seen

WINDOW, ORDER = 7, 2  # Savitzky-Golay; see there


def none(days: ArrayLike, values: ArrayLike, weights: ArrayLike) -> NDArray[np.float64]:  # noqa: ARG001 (one signature for all rows of the table)
    """Return the values as they are."""
    return np.array(values, np.float64)


def savitzky_golay(
    days: ArrayLike, values: ArrayLike, weights: ArrayLike, window: int = WINDOW, order: int = ORDER
) -> NDArray[np.float64]:
    """Return the series smoothed by local polynomials (Savitzky & Golay 1964, doi:10.1021/ac60214a047).

    The filter needs equal steps. The series is therefore first interpolated linearly at steps of the median distance
    of its valid dates, at least a day, adjusted so that first and last date are met; then filtered, the ends by the
    polynomial of the first and last window; then read back at its dates, linearly. Straight lines stay as they are.

    A parabola over 7 steps leaves 58 % (√(1/3)) of the standard deviation of independent noise, 5 steps leave 70 %;
    with Sentinel-2's 5 days they reach over a month, about the shortest in which vegetation rises and falls. A left-out
    date of the real series named above was predicted by 7 steps as well as by 9 (rms 0.082), worse by 5 (0.084).
    Chen et al. (2004, doi:10.1016/j.rse.2004.03.014) show the filter's use for NDVI; their iterations towards the upper
    envelope are left out, for not every index is lowered by clouds.

    Parameters
    ----------
    days
        Shape (date,): days since any one day, in any order.
    values
        Shape (date,): NaN where there is none.
    weights
        Shape (date,): not negative. Of values of the same day the mean is weighted; else a weight tells only 0, a gap,
        from the rest.
    window
        Steps, odd; the largest odd number that the series has where it has fewer.
    order
        Of the polynomial.

    Returns
    -------
    smoothed
        Shape (date,): NaN before the first and after the last value. Of fewer than order + 3 valid days: the values as
        they are.
    """
    days, values, weights = _arrays(days, values, weights)
    known, means, _ = _observations(days, values, weights)
    if len(known) < order + 3:  # a polynomial through order + 1 points is these points, and a window is odd
        return _valid_alone(values, weights)
    span = known[-1] - known[0]
    steps = max(round(span / max(np.median(np.diff(known)), 1.0)), 1)
    regular = np.linspace(known[0], known[-1], steps + 1)
    width = min(window, steps + 1 - steps % 2)  # the largest odd number up to steps + 1
    if width <= order:
        return _valid_alone(values, weights)
    smooth = scipy.signal.savgol_filter(np.interp(regular, known, means), width, order, mode="interp")
    return np.interp(days, regular, smooth, left=np.nan, right=np.nan)


def whittaker(
    days: ArrayLike, values: ArrayLike, weights: ArrayLike, half_period_days: float = HALF_PERIOD_DAYS
) -> NDArray[np.float64]:
    """Return the series smoothed by penalised least squares (Eilers 2003, doi:10.1021/ac034173t).

    On a regular grid of nodes, a day apart or more, z minimises

        Σ wᵢ (yᵢ - z(tᵢ))² + λ Σ (zₖ - 2 zₖ₊₁ + zₖ₊₂)²,

    z(t) between nodes being linear: (Bᵀ W B + λ Dᵀ D) z = Bᵀ W y, five diagonals, solved in time proportional to the
    nodes. Nodes without observation are gaps of weight 0 that the penalty bridges; a valid share as weight lets cloudy
    dates count less (Atzberger & Eilers 2011, doi:10.1080/17538947.2010.505664; not their upper envelope, which
    presumes that errors only lower the values, as clouds do with NDVI but not with every index). Straight lines stay as
    they are.

    λ follows from a time that can be understood: of a wave of that period half the height is left, of one of twice the
    period 94 %, of one of half the period 6 %, as 1 / (1 + (T / period)⁴) says. For steps of h days and a total weight
    of Σw in a span of days it is λ = (Σw / span) (T / 2π)⁴ / h³, so that neither the step nor the scale of the weights
    nor the number of dates changes what is smoothed, and zones can be compared. T is 90 days, more where a series has
    fewer than 6 observations in that time.

    Parameters
    ----------
    days, values
        As in ``savitzky_golay``.
    weights
        Shape (date,): not negative, e.g. the valid share of the zone, 0-1.
    half_period_days
        T at least.

    Returns
    -------
    smoothed
        Shape (date,): NaN before the first and after the last value. Of fewer than 3 valid days: the values as they
        are.

    Examples
    --------
    A straight line stays as it is, and a gap in it is bridged:

    >>> whittaker([0, 30, 60, 90], [0.2, 0.3, float("nan"), 0.5], [1, 1, 1, 1]).round(3).tolist()
    [0.2, 0.3, 0.4, 0.5]
    """
    days, values, weights = _arrays(days, values, weights)
    known, means, known_weights = _observations(days, values, weights)
    if len(known) < 3:
        return _valid_alone(values, weights)
    span = known[-1] - known[0]
    period = max(half_period_days, MIN_OBSERVATIONS * span / (len(known) - 1))
    step = max(1.0, period / NODES)
    penalty = known_weights.sum() / span * (period / (2 * np.pi)) ** 4 / step**3
    count = max(int(np.ceil(span / step)) + 1, 3)  # nodes; a second difference takes three
    nodes = known[0] + step * np.arange(count)
    smooth = _solve((known - known[0]) / step, means, known_weights, penalty, count)
    result = np.interp(days, nodes, smooth)
    result[(days < known[0]) | (days > known[-1])] = np.nan
    return result


def _solve(
    places: NDArray[np.float64], values: NDArray[np.float64], weights: NDArray[np.float64], penalty: float, count: int
) -> NDArray[np.float64]:
    """Return z at the nodes 0 … count - 1 for observations at places among them; see ``whittaker``."""
    node = np.minimum(places.astype(np.int64), count - 2)
    after = places - node  # B's entries: what of an observation belongs to the node after it, the rest before
    before = 1 - after
    diagonals = np.zeros((3, count))  # the upper ones, as scipy wants them: [2 - k, j] is (j - k, j)
    np.add.at(diagonals[2], node, weights * before**2)
    np.add.at(diagonals[2], node + 1, weights * after**2)
    np.add.at(diagonals[1], node + 1, weights * before * after)
    right = np.zeros(count)
    np.add.at(right, node, weights * before * values)
    np.add.at(right, node + 1, weights * after * values)
    difference = (1.0, -2.0, 1.0)
    for i, coefficient in enumerate(difference):
        for j in range(i, 3):
            diagonals[2 - (j - i), j : count - 2 + j] += penalty * coefficient * difference[j]
    return scipy.linalg.solveh_banded(diagonals, right, overwrite_ab=True, overwrite_b=True, check_finite=False)


def _arrays(days: ArrayLike, values: ArrayLike, weights: ArrayLike) -> Iterator[NDArray[np.float64]]:
    return (np.asarray(array, np.float64) for array in (days, values, weights))


def _observations(
    days: NDArray[np.float64], values: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the days with a value, ascending, the mean of each and its weight."""
    is_known = np.isfinite(values) & (weights > 0)
    known, place = np.unique(days[is_known], return_inverse=True)
    total = np.asarray(np.bincount(place, weights[is_known], len(known)), np.float64)
    means = np.bincount(place, weights[is_known] * values[is_known], len(known)) / total
    return known, means, total


def _valid_alone(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the values that have a weight, NaN for the others."""
    return np.where(weights > 0, values, np.nan)


Smoother = Callable[[ArrayLike, ArrayLike, ArrayLike], NDArray[np.float64]]

SMOOTHERS: dict[str, Smoother] = {"none": none, "savitzky_golay": savitzky_golay, "whittaker": whittaker}
