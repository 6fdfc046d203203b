"""Spectral indices: one row each, with its formula, bands and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.pixels.reflectance import LIMIT_OF_CODED, QUANTIFICATION
from sentinel_toolkit.core.pixels.temporal import NODATA

FloatArray = NDArray[np.floating]
MIN_SUM = 0.01  # reflectance; below, the quotient of a normalised difference is noise (deep shadow, clear water)


@dataclass(frozen=True)
class Index:
    """An index of surface reflectance: ``compute`` takes its bands (float, 0-1) in the order of ``bands``.

    ``low``, ``high`` and ``ramp`` (a colour ramp's name) are how it is shown unless the user wants otherwise: what land
    has, not what the formula can give.
    """

    name: str
    formula: str
    bands: tuple[str, ...]
    compute: Callable[..., FloatArray]
    source: str
    low: float
    high: float
    ramp: str


def normalised_difference(a: FloatArray, b: FloatArray) -> FloatArray:
    """Return (a - b) / (a + b), clipped to ±1; NaN where the sum is below 0.01 of reflectance.

    >>> normalised_difference(np.array([0.4, 0.001]), np.array([0.1, 0.001]))
    array([0.6, nan])
    """
    total = a + b
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(total > MIN_SUM, np.clip((a - b) / total, -1, 1), np.nan)


def evi(nir: FloatArray, red: FloatArray, blue: FloatArray) -> FloatArray:
    """Return the enhanced vegetation index; NaN where its denominator is not positive."""
    denominator = nir + 6 * red - 7.5 * blue + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(denominator > 0, 2.5 * (nir - red) / denominator, np.nan)


def savi(nir: FloatArray, red: FloatArray) -> FloatArray:
    """Return the soil-adjusted vegetation index with L = 0.5; NaN where its denominator is not positive."""
    denominator = nir + red + 0.5
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(denominator > 0, 1.5 * (nir - red) / denominator, np.nan)


_ROWS = (
    Index(
        "NDVI", "(B08 - B04) / (B08 + B04)", ("B08", "B04"), normalised_difference, "Rouse et al. 1974", 0, 1, "RdYlGn"
    ),
    Index(
        "EVI",
        "2.5 (B08 - B04) / (B08 + 6 B04 - 7.5 B02 + 1)",
        ("B08", "B04", "B02"),
        evi,
        "Huete et al. 2002, doi:10.1016/S0034-4257(02)00096-2",
        *(0, 1, "RdYlGn"),
    ),
    Index("SAVI", "1.5 (B08 - B04) / (B08 + B04 + 0.5)", ("B08", "B04"), savi, "Huete 1988", 0, 1, "RdYlGn"),
    Index(
        "NDWI",
        "(B03 - B08) / (B03 + B08)",
        ("B03", "B08"),
        normalised_difference,
        "McFeeters 1996, doi:10.1080/01431169608948714",
        *(-0.6, 0.6, "BrBG"),
    ),
    Index(
        "NDMI",
        "(B8A - B11) / (B8A + B11)",
        ("B8A", "B11"),
        normalised_difference,
        "Gao 1996, doi:10.1016/S0034-4257(96)00067-3 (there as NDWI)",
        *(-0.4, 0.6, "BrBG"),
    ),
    Index(
        "NBR",
        "(B8A - B12) / (B8A + B12)",
        ("B8A", "B12"),
        normalised_difference,
        "Key & Benson 2006",
        -0.3,
        0.9,
        "RdYlGn",
    ),
)
INDICES = {index.name: index for index in _ROWS}


def encode_index(index: Index, stack: NDArray[np.int16], places: dict[str, int], result: NDArray[np.int16]) -> None:
    """Write an index of packed reflectance, packed the same way.

    Parameters
    ----------
    stack : shape (time, band, y, x)
        Reflectance x 10000; -32768 where there is none.
    places
        Band → its place on the second axis.
    result : shape (time, y, x)
        Filled with index x 10000, clamped to ±3.2767; -32768 where a band is missing or the index has no meaning.
    """
    for date, packed in enumerate(stack):
        bands = [packed[places[name]] for name in index.bands]
        if index.compute is normalised_difference:
            _encode_difference(bands[0], bands[1], result[date])
            continue
        values = index.compute(*(band.astype(np.float32) / QUANTIFICATION for band in bands)) * QUANTIFICATION
        values[np.any([band == NODATA for band in bands], axis=0)] = np.nan
        coded = np.clip(np.rint(np.nan_to_num(values)), -LIMIT_OF_CODED, LIMIT_OF_CODED).astype(np.int16)
        result[date] = np.where(np.isnan(values), NODATA, coded)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _encode_difference(a: NDArray[np.int16], b: NDArray[np.int16], result: NDArray[np.int16]) -> None:
    """Do what ``encode_index`` does with a normalised difference, number by number the same, without arrays between."""
    scale, least, one = np.float32(QUANTIFICATION), np.float32(MIN_SUM), np.float32(1)
    for y in range(result.shape[0]):
        first, second, line = a[y], b[y], result[y]
        for x in range(line.size):
            above, below = np.float32(first[x]) / scale, np.float32(second[x]) / scale
            total = above + below
            has_value = (first[x] != NODATA) & (second[x] != NODATA) & (total > least)
            ratio = min(max((above - below) / total, -one), one) if has_value else np.float32(0)
            line[x] = np.int16(np.rint(ratio * scale)) if has_value else np.int16(NODATA)


def warm_up() -> None:
    """Compile the kernel for the types it is used with."""
    stack = np.zeros((1, 2, 1, 1), np.int16)
    encode_index(INDICES["NDVI"], stack, {"B08": 0, "B04": 1}, np.empty((1, 1, 1), np.int16))
