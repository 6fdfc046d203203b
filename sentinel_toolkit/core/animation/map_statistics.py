"""One number for a whole map, as tables and curves need them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SAMPLES = 5_000  # values of a map that a colour range for all is taken from


class MapStatistics(NamedTuple):
    """Of the pixels of an area; NaN where none has a value."""

    mean: float
    median: float
    p10: float
    p90: float
    valid_percent: float
    """The share of those that have a value."""
    low: float
    high: float


def describe_map(values: NDArray[np.float32], inside: NDArray[np.bool_]) -> MapStatistics:
    """Return the MapStatistics of a map.

    Parameters
    ----------
    values : shape (y, x)
        NaN where there is none.
    inside : shape (y, x)
        Pixels of the area, at least one.
    """
    found = values[inside]
    valid = found[np.isfinite(found)]
    share = 100 * valid.size / found.size
    if not valid.size:
        none = float("nan")
        return MapStatistics(none, none, none, none, share, none, none)
    p10, median, p90 = np.percentile(valid, [10, 50, 90])
    mean = valid.mean(dtype=np.float64)
    return MapStatistics(*map(float, (mean, median, p10, p90, share, valid.min(), valid.max())))


def sample_map(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return at most some 5000 finite values of a map, evenly spread over it."""
    found = values[np.isfinite(values)]
    return found[:: max(1, found.size // SAMPLES)].copy()  # a view would keep the whole map in memory
