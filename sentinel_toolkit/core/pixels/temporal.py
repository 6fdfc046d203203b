"""Reducing a stack of observations over time by rank: sorted once, then any percentile of each pixel.

Dates are sorted by a network of comparators (Batcher 1968, doi:10.1145/1468075.1468121): the same steps for every
pixel, so that a row of pixels is compared at once by vector instructions. Masked values sort to the end.
"""

from __future__ import annotations

import functools

import numba
import numpy as np
from numpy.typing import NDArray

NODATA = -32768  # int16 value of a pixel without observation
ROW = 512  # pixels sorted together: 16 dates of them fit the first-level cache
_MASKED = np.uint16(65535)  # as the sorted type holds NODATA: after every value


@functools.cache
def network(count: int) -> NDArray[np.int32]:
    """Return the comparators that sort ``count`` values: Batcher's merge exchange.

    Returns
    -------
    ndarray of int32, shape (n, 2)
        Pairs (i, j), i < j: the smaller value goes to i. After Knuth (1998), The Art of Computer Programming 3, 5.2.2,
        algorithm M.

    Examples
    --------
    >>> network(3).tolist()
    [[0, 2], [0, 1], [1, 2]]
    """
    pairs = []
    top = 1 << max((count - 1).bit_length() - 1, 0)
    p = top if count > 1 else 0
    while p:
        q, r, d = top, 0, p
        while True:
            pairs += [(i, i + d) for i in range(count - d) if i & p == r]
            if q == p:
                break
            d, q, r = q - p, q >> 1, p
        p >>= 1
    return np.array(pairs, np.int32).reshape(-1, 2)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _sort(rows: NDArray[np.uint16], pairs: NDArray[np.int32], width: int) -> None:
    for k in range(pairs.shape[0]):
        low, high = rows[pairs[k, 0]], rows[pairs[k, 1]]
        for x in range(width):
            first, second = low[x], high[x]
            low[x] = min(first, second)
            high[x] = max(first, second)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _rank(
    stack: NDArray[np.int16],
    pairs: NDArray[np.int32],
    lower: NDArray[np.int32],
    upper: NDArray[np.int32],
    weight: NDArray[np.float64],
    result: NDArray[np.int16],
    counts: NDArray[np.int16],
) -> None:
    """Fill ``result`` and ``counts``; lower, upper and weight tell for each count of values between which ranks."""
    times, bands, height, width = stack.shape
    rows = np.empty((times, ROW), np.uint16)
    found = np.empty(ROW, np.int16)
    for y in range(height):
        for start in range(0, width, ROW):
            size = min(ROW, width - start)
            for b in range(bands):
                found[:size] = 0
                for t in range(times):
                    source, row = stack[t, b, y, start : start + size], rows[t]
                    for x in range(size):
                        # -32768 … 32767 in order as 65535, 0 … 65534: the masked value comes last.
                        row[x] = np.uint16(np.uint16(source[x]) ^ np.uint16(0x8000)) - np.uint16(1)
                        found[x] += np.int16(row[x] != _MASKED)
                _sort(rows, pairs, size)
                for x in range(size):
                    n = found[x]
                    counts[y, start + x] = max(counts[y, start + x], n)
                    if n == 0:
                        result[b, y, start + x] = NODATA
                        continue
                    low, high = np.float64(rows[lower[n], x]) - 32767.0, np.float64(rows[upper[n], x]) - 32767.0
                    share = weight[n]  # from the nearer rank, as numpy does, so that halves are the same ones
                    between = low + (high - low) * share if share < 0.5 else high - (high - low) * (1 - share)
                    result[b, y, start + x] = np.int16(np.rint(between))  # halves to even


def percentile(stack: NDArray[np.int16], percent: float) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Return a percentile over time, band by band, and the number of observations.

    Parameters
    ----------
    stack : shape (time, band, y, x)
        Packed reflectance; -32768 where a pixel has no usable observation.
    percent
        0-100; between two ranks the value is interpolated linearly (Hyndman & Fan 1996, definition 7, numpy's default).

    Returns
    -------
    result : ndarray of int16, shape (band, y, x)
        Rounded to the nearest, halves to even; -32768 where there is no observation.
    counts : ndarray of int16, shape (y, x)
        Observations of the band that has most.

    Notes
    -----
    A percentile band by band is a synthetic spectrum: its bands may come from different dates.
    """
    times, bands, height, width = stack.shape
    result = np.full((bands, height, width), NODATA, np.int16)
    counts = np.zeros((height, width), np.int16)
    if times:
        position = np.maximum(np.arange(times + 1) - 1, 0) * (percent / 100)
        lower = np.floor(position).astype(np.int32)
        upper = np.minimum(lower + 1, np.maximum(np.arange(times + 1) - 1, 0)).astype(np.int32)
        _rank(stack, network(times), lower, upper, position - lower, result, counts)
    return result, counts


def median(stack: NDArray[np.int16]) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Return the per-band median over time and the number of observations: :func:`percentile` 50.

    Of an even number of values it is the mean of the middle two, halves to even.

    Examples
    --------
    >>> values, counts = median(np.array([100, NODATA, 300], np.int16).reshape(3, 1, 1, 1))
    >>> int(values[0, 0, 0]), int(counts[0, 0])
    (200, 2)
    """
    return percentile(stack, 50.0)


def warm_up() -> None:
    """Compile the kernels for the types they are used with."""
    median(np.zeros((2, 1, 1, 1), np.int16))
