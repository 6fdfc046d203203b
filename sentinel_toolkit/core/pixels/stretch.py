"""From reflectance to a picture: which bands, and how bright."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.imagery import TRUE_COLOUR

LOW_PERCENTILE, HIGH_PERCENTILE = 2, 98  # of one quantity, in the colours of a ramp
# Of a picture: less than a hundredth is clipped, and the dark end keeps the hues of forests, which would turn blue.
DARKEST_PERCENT, BRIGHTEST_PERCENT = 0.1, 99.5
# Red, green and blue of a picture, the first combination that a raster has: true colour, colour infrared, short-wave.
COMBINATIONS = (TRUE_COLOUR, ("B08", "B04", "B03"), ("B8A", "B04", "B03"), ("B12", "B8A", "B04"))
LUMINANCE = (0.2126, 0.7152, 0.0722)  # what red, green and blue add to it: ITU-R BT.709
MIDDLE = 0.42  # median luminance of a picture, of 1: between a print's middle grey and a screen's
MOST_GAMMA = 3.0  # beyond, the noise of dark pixels shows; below 1 clouds and snow would be grey


@dataclass(frozen=True)
class Stretch:
    """How a picture is made of bands: each between two values, all with one gamma; plain values, for any renderer."""

    ranges: tuple[tuple[float, float], ...]
    gamma: float

    def to_bytes(self, bands: NDArray[np.floating]) -> NDArray[np.uint8]:
        """Return bands (band, y, x) as 1 … 255, and 0 in all of them where one is NaN.

        >>> Stretch(((0.0, 1.0),), 2.0).to_bytes(np.array([[0.0, 0.25, 1.0, np.nan]]))
        array([[  1, 128, 255,   0]], dtype=uint8)
        """
        bright = 1 + 254 * self.scaled(bands) ** (1 / self.gamma)
        return np.where(np.isfinite(bands).all(0), np.rint(bright), 0).astype(np.uint8)

    def scaled(self, bands: NDArray[np.floating]) -> NDArray[np.floating]:
        """Return bands from 0 to 1, without the gamma."""
        low, high = (np.reshape(ends, (-1, *[1] * (np.ndim(bands) - 1))) for ends in zip(*self.ranges, strict=True))
        scaled: NDArray[np.floating] = np.clip((bands - low) / (high - low), 0, 1)
        return scaled


def picture_bands(names: Sequence[str]) -> tuple[str, ...]:
    """Return three band names for red, green and blue, or the first band alone where no combination is there."""
    return next((wanted for wanted in COMBINATIONS if set(wanted) <= set(names)), (names[0],))


def stretch_of(names: Sequence[str], values: NDArray[np.floating]) -> Stretch:
    """Return the stretch of a picture: true colour has one range for all bands, so that grey ground is grey.

    The gamma brings the median luminance to ``MIDDLE``, where that takes no more than ``MOST_GAMMA``.

    Parameters
    ----------
    names
        Of the bands that are shown: one, or red, green and blue.
    values : shape (band, pixel)
        In physical units, NaN where there is none.
    """
    seen = values[:, np.isfinite(values).all(0)]
    if not seen.size:
        return Stretch(((0.0, 1.0),) * len(names), 1.0)
    lows, highs = np.percentile(seen, [DARKEST_PERCENT, BRIGHTEST_PERCENT], axis=1)
    if tuple(names) == TRUE_COLOUR:
        lows, highs = np.full_like(lows, lows.min()), np.full_like(highs, highs.max())
    ranges = tuple((float(low), float(max(high, low + 1e-4))) for low, high in zip(lows, highs, strict=True))
    return Stretch(ranges, _gamma(Stretch(ranges, 1.0).scaled(seen)))


def _gamma(scaled: NDArray[np.floating]) -> float:
    """Return the gamma that brings the median luminance of bands (band, pixel; 0 … 1) to the middle, if one does."""
    weights = np.array(LUMINANCE if len(scaled) == len(LUMINANCE) else (1.0,))

    def median(gamma: float) -> float:
        return float(np.median(weights @ scaled ** (1 / gamma)))

    low, high = 1.0, MOST_GAMMA
    if median(low) >= MIDDLE or median(high) <= MIDDLE:
        return low if median(low) >= MIDDLE else high
    while high - low > 0.01:
        between = (low + high) / 2
        low, high = (between, high) if median(between) < MIDDLE else (low, between)
    return round(low, 2)


def stretch_range(values: NDArray[np.floating]) -> tuple[float, float]:
    """Return (low, high) percentiles of the finite values; a range that is never empty."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    low, high = np.percentile(finite, [LOW_PERCENTILE, HIGH_PERCENTILE])
    return float(low), float(max(high, low + 1e-4))
