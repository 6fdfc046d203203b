"""The maps of the report on sharpened temperatures and their colour bars, each a PNG as a data URI."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image

from sentinel_toolkit.core.drawing.axis_ticks import number_ticks
from sentinel_toolkit.core.drawing.colour_ramps import colours_of

NO_DATA = (217, 221, 224)  # light grey, in no ramp used here
LEVELS = 128  # colours of a map: no eye tells more apart, and noise packs an eighth smaller than with 256
LARGEST, SMALLEST = 800, 480  # pixels of a map's longer side: thinned above, squares enlarged below
Values = NDArray[np.float64]
ABSURD = 1e6  # beyond this no value is a temperature, nor an index; percentiles of such ones would overflow


@dataclass(frozen=True)
class Scale:
    """What colours mean: a ramp from low to high. Without values, ``is_empty``, and the limits mean nothing."""

    ramp: str
    low: float
    high: float
    is_empty: bool = False

    def bar(self) -> str:
        """Return the colour bar from left to right, to be stretched."""
        return _uri(_picture(np.arange(LEVELS, dtype=np.uint8)[None], self.ramp))

    def ticks(self, most: int = 6) -> list[tuple[float, str]]:
        """Return (percent of the colour bar, text) of round numbers."""
        ticks = number_ticks(self.low, self.high, most)
        return [(100 * (tick.value - self.low) / (self.high - self.low), tick.text) for tick in ticks]


def sensible(values: ArrayLike) -> Values:
    """Return values as float64, NaN where they are not finite or beyond all sense."""
    numbers = np.asarray(values, np.float64)
    return np.where(np.abs(numbers) < ABSURD, numbers, np.nan)


def thinned(values: NDArray[np.floating]) -> Values:
    """Return a map with at most ``LARGEST`` pixels on its longer side, every so many left out; float64."""
    step = -(-max(values.shape) // LARGEST) or 1
    return sensible(values[::step, ::step]) if values.size else np.full((1, 1), np.nan)


def scale_of(maps: Sequence[Values], ramp: str) -> Scale:
    """Return the one Scale of some maps: the 2nd to the 98th percentile of them all."""
    values = np.concatenate([values[np.isfinite(values)] for values in maps] or [np.array([])])
    if not values.size:
        return Scale(ramp, 0, 1, is_empty=True)
    low, high = map(float, np.percentile(values, (2, 98)))
    room = 0.0 if high - low > 1e-3 else 0.5  # a constant has a colour too
    return Scale(ramp, low - room, high + room)


def scale_about_zero(values: Values, ramp: str) -> Scale:
    """Return a Scale with zero in its middle: as far as the 98th percentile of what lies to either side."""
    values = np.abs(values[np.isfinite(values)])
    limit = float(np.percentile(values, 98)) if values.size else 0.0
    limit = limit if limit > 1e-3 else 1.0
    return Scale(ramp, -limit, limit, is_empty=not values.size)


def map_uri(values: Values, scale: Scale) -> str:
    """Return a map: pixels as squares, light grey where there is no value."""
    has_value = np.isfinite(values)
    parts = (np.where(has_value, values, scale.low) - scale.low) / (scale.high - scale.low)
    classes = np.where(has_value, np.clip(parts * LEVELS, 0, LEVELS - 1), LEVELS).astype(np.uint8)
    times = max(1, -(-SMALLEST // max(classes.shape)))
    return _uri(_picture(classes.repeat(times, 0).repeat(times, 1), scale.ramp))


def _picture(classes: NDArray[np.uint8], ramp: str) -> Image.Image:
    """Return a picture of classes; the one behind the last of the ramp is "no data"."""
    picture = Image.fromarray(classes)
    picture.putpalette([*colours_of(ramp, LEVELS).ravel().tolist(), *NO_DATA])
    return picture


def _uri(picture: Image.Image) -> str:
    """Return a picture as a data URI."""
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
