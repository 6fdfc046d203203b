"""Rasters that users name, before they are read: what their values are, and what is wrong with them, in words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.pixels.indices import INDICES, normalised_difference
from sentinel_toolkit.core.pixels.reflectance import BOA_ADD_OFFSET, QUANTIFICATION
from sentinel_toolkit.core.rasters.door import readable
from sentinel_toolkit.core.rasters.on_grid import ANYTHING
from sentinel_toolkit.core.scenes import safe

LIKELY_DN = 2.0  # reflectance stays below: more are digital numbers
LIKELY_FILL = 9990.0, 9999.0  # of either sign: values that nobody declared as missing
FULL_INTEGERS = 32_768.0, 65_535.0  # so are these, of either sign
POSSIBLE_K = 180.0, 400.0  # of the Earth's surface, and of fires
COLDEST_C = -93.15  # POSSIBLE_K's lower end in °C
LARGEST_INDEX = 10.0  # of indices that are no normalised difference: more is a scale that nobody stated
OVERSHOOT = 0.5  # of an index
MOST = 0.5  # of the values must be possible
SATURATED_DN = 65_535  # ESA's value for it, and other people's for no data
ENOUGH = 1000  # values that are not 0 tell what they are
SAMPLES, SAMPLE_SIDE = 3, 128  # windows along each side of a raster that are looked at before it is read, pixels


class Problem(NamedTuple):
    """What is wrong with a raster, and what to do: an error's message and hint."""

    message: str
    hint: str


class Sample(NamedTuple):
    """Some of a band's values, physical, without fill: shape (n,); and whether it has neither scale nor offset."""

    values: NDArray[np.float64]
    is_plain: bool

    @property
    def is_dn(self) -> bool:
        """Tell whether these are digital numbers, if they are of reflectance."""
        return bool(self.is_plain and self.values.max(initial=0) > LIKELY_DN)


@dataclass(frozen=True)
class Range:
    """What a quantity can be: ``low`` to ``high``; all else is fill that nobody declared, or another quantity."""

    low: float
    high: float
    words: str
    hint: str
    overshoot: float = 0.0
    """By which single values may be beyond: what was smoothed, fused or resampled is, a little."""

    @property
    def limits(self) -> tuple[float, float]:
        """Return (low, high) of single values."""
        return self.low - self.overshoot, self.high + self.overshoot

    def problem_of(self, values: NDArray[np.floating[Any]], source: str) -> Problem | None:
        """Return the Problem of values most of which cannot be; None if there is none. 0 has no scale."""
        values = values[values != 0]
        low, high = self.limits
        is_possible = (values >= low) & (values <= high)
        return None if not values.size or is_possible.mean() >= MOST else self.refusal(values, source)

    def refusal(self, values: NDArray[np.floating[Any]], source: str) -> Problem:
        """Return the Problem of values that are something else."""
        return Problem(f"{source} holds values around {np.median(values):g}, which are no {self.words}.", self.hint)


TEMPERATURES = Range(
    COLDEST_C,
    POSSIBLE_K[1],
    "temperatures in K or °C",
    "Is it the right band? Packed integers need their scale (0.02 for MODIS).",
)
# In digital numbers too.
REFLECTANCE = Range(
    -LIKELY_FILL[0], SATURATED_DN - 1, "reflectance", "Set the scale of its bands (0.0001 for reflectance x 10000)."
)


def range_of(quantity: str) -> Range | None:
    """Return the Range of an index or of LST; None of what is not known here."""
    if quantity == "LST":
        return TEMPERATURES
    return index_range(quantity) if quantity in INDICES else None


def limits_of(quantity: str) -> tuple[float, float]:
    """Return what single values of a quantity can be; anything, of what is not known here."""
    known = range_of(quantity)
    return known.limits if known else ANYTHING


def index_range(name: str) -> Range:
    """Return the Range of an index."""
    most = 1.0 if INDICES[name].compute is normalised_difference else LARGEST_INDEX
    return Range(-most, most, name, f"Set the scale of the raster (0.0001 for {name} x 10000).", OVERSHOOT)


def sample(path: str, band: int) -> Sample:
    """Return a Sample of a band: of the raster's middle, and where that is empty of windows all over it.

    Raises
    ------
    UnreadableRasterError
        If it cannot be read.
    """
    with readable(path) as dataset:
        scale, offset = dataset.scales[band - 1], dataset.offsets[band - 1]
        found = np.zeros(0)
        for window in _windows(*dataset.shape):
            stored = dataset.read(band, window=window, masked=True).real.astype(float).compressed()
            values = stored * scale + offset
            found = np.concatenate([found, values[~_is_likely_fill(np.abs(values))]])
            if np.count_nonzero(found) >= ENOUGH:
                break
    return Sample(found, (scale, offset) == (1, 0))


def _windows(height: int, width: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return windows ((top, bottom), (left, right)) all over a raster, the middle one first."""
    tops, lefts = (
        [int(part * max(size - SAMPLE_SIDE, 0)) for part in np.linspace(0, 1, SAMPLES)] for size in (height, width)
    )
    middle = tops[SAMPLES // 2], lefts[SAMPLES // 2]
    corners = dict.fromkeys([middle, *itertools.product(tops, lefts)])  # small rasters have fewer
    return [((top, min(top + SAMPLE_SIDE, height)), (left, min(left + SAMPLE_SIDE, width))) for top, left in corners]


def _is_likely_fill(sizes: NDArray[np.float64]) -> NDArray[np.bool_]:
    return (
        ~(sizes < ANYTHING[1]) | ((sizes >= LIKELY_FILL[0]) & (sizes <= LIKELY_FILL[1])) | np.isin(sizes, FULL_INTEGERS)
    )


class BandShift(NamedTuple):
    """What is to be added to the pixels of bands of reflectance, in their unit; ``is_known`` where that is sure."""

    value: float
    is_known: bool
    reason: str = ""


def shift_of(paths: Sequence[str], samples: Sequence[Sample], offset: str) -> BandShift:
    """Return the BandShift of bands of one date.

    Parameters
    ----------
    paths
        Of their files: the SAFE folder around them may tell.
    samples
        One of each.
    offset
        ``auto``, ``apply`` or ``none``.
    """
    is_dn = all(each.is_dn for each in samples)
    if offset != "auto":
        wanted = BOA_ADD_OFFSET if offset == "apply" else 0.0
        return BandShift(wanted if is_dn else wanted / QUANTIFICATION, True)
    if not is_dn:
        return BandShift(0.0, True)
    scene = next((safe.read_product(folder) for folder in Path(paths[0]).parents if _is_safe(folder)), None)
    if scene is not None and scene.offset_dn is not None:
        return BandShift(float(scene.offset_dn), True, scene.offset_reason)
    return BandShift(0.0, False)


def _is_safe(folder: Path) -> bool:
    return (folder / safe.PRODUCT_METADATA).is_file()


def unknown_shift(bands: str, quantity: str) -> str:
    """Return the warning that nobody knows whether bands have the offset."""
    return (
        f"{bands} hold digital numbers and do not say whether they have ESA's offset of 1000; none was taken off. "
        f"If their processing baseline is 04.00 or later, set OFFSET to apply: {quantity} would be wrong without."
    )
