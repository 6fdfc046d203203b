"""From reflectance to a picture: which bands, and how bright."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LOW_PERCENTILE, HIGH_PERCENTILE = 2, 98
# Red, green and blue of a picture, the first combination that a raster has: true colour, colour infrared, short-wave.
COMBINATIONS = (("B04", "B03", "B02"), ("B08", "B04", "B03"), ("B8A", "B04", "B03"), ("B12", "B8A", "B04"))


def picture_bands(names: Sequence[str]) -> tuple[str, ...]:
    """Return three band names for red, green and blue, or the first band alone where no combination is there."""
    return next((wanted for wanted in COMBINATIONS if set(wanted) <= set(names)), (names[0],))


def stretch_range(values: NDArray[np.floating]) -> tuple[float, float]:
    """Return (low, high) percentiles of the finite values; a range that is never empty."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    low, high = np.percentile(finite, [LOW_PERCENTILE, HIGH_PERCENTILE])
    return float(low), float(max(high, low + 1e-4))


def to_bytes(values: NDArray[np.floating], low: float, high: float) -> NDArray[np.uint8]:
    """Return values stretched to 1 … 255; 0 where they are NaN.

    >>> to_bytes(np.array([0.0, 0.5, 1.0, np.nan]), 0.0, 1.0)
    array([  1, 128, 255,   0], dtype=uint8)
    """
    scaled = 1 + 254 * np.clip((values - low) / (high - low), 0, 1)
    return np.where(np.isfinite(values), np.rint(scaled), 0).astype(np.uint8)
