"""One number for a whole map, as tables and curves need them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

SAMPLES = 5_000  # values of a map that a colour range for all is taken from


class MapStatistics(NamedTuple):
    """Of the pixels of an area; NaN where none has a value. ``valid_percent`` is the share of those that have one."""

    mean: float
    median: float
    p10: float
    p90: float
    valid_percent: float
    low: float
    high: float


def describe_map(values, inside):
    """Return the MapStatistics of a map.

    Parameters
    ----------
    values : ndarray of float32, shape (y, x)
        NaN where there is none.
    inside : ndarray of bool, shape (y, x)
        Pixels of the area, at least one.
    """
    found = values[inside]
    valid = found[np.isfinite(found)]
    share = 100 * valid.size / found.size
    if not valid.size:
        return MapStatistics(*[float("nan")] * 4, share, float("nan"), float("nan"))
    p10, median, p90 = np.percentile(valid, [10, 50, 90])
    mean = valid.mean(dtype=np.float64)
    return MapStatistics(*map(float, (mean, median, p10, p90, share, valid.min(), valid.max())))


def sample_map(values):
    """Return at most some 5000 finite values of a map, evenly spread over it."""
    found = values[np.isfinite(values)]
    return found[:: max(1, found.size // SAMPLES)].copy()  # a view would keep the whole map in memory
