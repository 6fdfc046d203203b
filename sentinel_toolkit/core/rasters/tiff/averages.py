"""Overviews by averaging, as GDAL does it: each level has half of the pixels of the one below, the last one left over.

A pixel is the mean of those below it, weighted with the share of each that it covers: where their number is odd, it is
a little larger than two of them and reaches into a third. What has no data has no weight.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

TAPS = 3  # pixels along one axis that one above can cover


def overview_shapes(shape: tuple[int, int], enough: int) -> list[tuple[int, int]]:
    """Return the shapes (height, width) of the overviews of a raster: until neither side is longer than ``enough``.

    >>> overview_shapes((1500, 2001), 512)
    [(750, 1000), (375, 500)]
    """
    found = []
    while max(shape) > enough:
        shape = max(shape[0] // 2, 1), max(shape[1] // 2, 1)
        found.append(shape)
    return found


def needs_next(length: int) -> bool:
    """Tell whether two pixels do not suffice for the one above them, along an axis of so many."""
    return length % 2 == 1 and length > 1


def weights(length: int, start: int, stop: int) -> NDArray[np.float64]:
    """Return the weights (pixel, tap) of the pixels that those from ``start`` to ``stop`` above are made of.

    The first tap of pixel ``i`` is pixel ``2 i`` below.

    Parameters
    ----------
    length
        Pixels below.

    >>> weights(6, 0, 3)
    array([[1., 1., 0.],
           [1., 1., 0.],
           [1., 1., 0.]])
    >>> weights(5, 0, 2)
    array([[1. , 1. , 0.5],
           [0.5, 1. , 1. ]])
    """
    found = np.zeros((stop - start, TAPS))
    found[:, 0] = 1
    if needs_next(length):
        places = np.arange(start, stop) / (length // 2)
        found[:, 0] -= places
        found[:, 1] = 1
        found[:, 2] = places + 1 / (length // 2)
    elif length > 1:
        found[:, 1] = 1
    return found


def average(
    pixels: NDArray[Any], nodata: float, rows: NDArray[np.float64], columns: NDArray[np.float64]
) -> NDArray[Any]:
    """Return the pixels (band, y, x) above those that are given.

    Parameters
    ----------
    pixels : shape (band, y, x)
        Of whole or floating-point numbers; NaN is no data, too. Two for each pixel above, and one more where
        ``needs_next``.
    rows, columns : shape (pixel, tap)
        The weights.

    >>> pixels = np.array([[[10, 20, 50, 51], [30, -9, 52, 53]]], np.int16)
    >>> average(pixels, -9, weights(2, 0, 1), weights(4, 0, 2)).tolist()
    [[[20, 52]]]
    """
    out = np.empty((pixels.shape[0], len(rows), len(columns)), pixels.dtype)
    missing, other = pixels.dtype.type(nodata), pixels.dtype.type(_beside(nodata, pixels.dtype))
    half = 0.0 if pixels.dtype.kind == "f" else 0.5
    if all(axis[:, 1].all() and not axis[:, 2].any() for axis in (rows, columns)):
        average_fours(pixels, missing, other, half, out)
    else:
        average_shares(pixels, missing, other, half, rows, columns, out)
    return out


def _beside(nodata: float, dtype: np.dtype) -> float:
    """Return the value that a mean takes which happens to be that of no data."""
    if dtype.kind == "f":
        return float(np.nextafter(dtype.type(nodata), dtype.type(np.inf)))
    return nodata - 1 if nodata == np.iinfo(dtype).max else nodata + 1


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _is_valid(value: float, missing: float) -> bool:
    return (value != missing) & (value == value)  # noqa: PLR0124 - NaN is not itself


@numba.njit(nogil=True, cache=True, error_model="numpy")
def average_fours(pixels: NDArray[Any], missing: float, other: float, half: float, out: NDArray[Any]) -> None:
    """Fill ``out`` (band, y, x) with the means of two by two pixels.

    Parameters
    ----------
    pixels : shape (band, y, x)
    missing, other
        No data, and what a mean becomes that would be taken for it.
    half
        What rounds to whole numbers, away from nought.
    """
    bands, height, width = out.shape
    counts = np.empty(width, np.float32)
    nought, one, up = np.float32(0), np.float32(1), np.float32(half)  # the sum of four is exact in 24 bits
    for band in range(bands):
        for y in range(height):
            upper, lower, row = pixels[band, 2 * y], pixels[band, 2 * y + 1], out[band, y]
            for x in range(width):
                a, b, c, d = upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]
                total = np.float32(a) if _is_valid(a, missing) else nought
                total += np.float32(b) if _is_valid(b, missing) else nought
                total += np.float32(c) if _is_valid(c, missing) else nought
                total += np.float32(d) if _is_valid(d, missing) else nought
                count = one if _is_valid(a, missing) else nought
                count += one if _is_valid(b, missing) else nought
                count += one if _is_valid(c, missing) else nought
                count += one if _is_valid(d, missing) else nought
                mean = total / count
                counts[x] = count
                row[x] = mean + (up if mean >= 0 else -up)
            for x in range(width):  # apart, so that both loops become vector instructions
                row[x] = missing if counts[x] == 0 else (other if row[x] == missing else row[x])


@numba.njit(nogil=True, cache=True, error_model="numpy")
def average_shares(
    pixels: NDArray[Any],
    missing: float,
    other: float,
    half: float,
    rows: NDArray[np.float64],
    columns: NDArray[np.float64],
    out: NDArray[Any],
) -> None:
    """Fill ``out`` (band, y, x) with means weighted by rows and columns, (pixel, tap); else as ``average_fours``."""
    bands, height, width = out.shape
    below = pixels.shape[2]
    totals, shares = np.zeros(2 * width + TAPS), np.zeros(2 * width + TAPS)  # of what lies in one row of ``out``
    weight = np.empty(width)
    for band in range(bands):
        for y in range(height):
            row = out[band, y]
            totals[:below], shares[:below] = 0, 0
            for down in range(TAPS):
                share = rows[y, down]
                if share > 0:
                    line = pixels[band, 2 * y + down]
                    for x in range(below):
                        totals[x] += share * line[x] if _is_valid(line[x], missing) else 0.0
                        shares[x] += share if _is_valid(line[x], missing) else 0.0
            for x in range(width):
                first, second, third = columns[x]
                total = first * totals[2 * x] + second * totals[2 * x + 1]
                total += third * totals[2 * x + 2] if third > 0 else 0.0  # 0 times infinity is none
                weight[x] = first * shares[2 * x] + second * shares[2 * x + 1] + third * shares[2 * x + 2]
                mean = np.float32(total / weight[x])
                row[x] = mean + (half if mean >= 0 else -half)
            for x in range(width):
                row[x] = missing if weight[x] == 0 else (other if row[x] == missing else row[x])


def warm_up() -> None:
    """Compile the kernels for the types of our rasters."""
    for dtype, nodata in (("int16", -32768), ("float32", np.nan)):
        pixels = np.ones((1, 3, 3), dtype)
        for length in (2, 3):
            average(pixels[:, :length, :length].copy(), nodata, weights(length, 0, 1), weights(length, 0, 1))
