"""Reducing a stack of observations over time: one value of many, pixel by pixel."""

from __future__ import annotations

import numba
import numpy as np

NODATA = -32768  # int16 value of a pixel without observation


@numba.njit(nogil=True, cache=True)
def _median(stack, result, counts):
    times, bands, height, width = stack.shape
    values = np.empty(times, np.int32)
    for y in range(height):
        for x in range(width):
            most = 0
            for b in range(bands):
                n = 0
                for t in range(times):
                    value = np.int32(stack[t, b, y, x])
                    if value == NODATA:
                        continue
                    i = n  # insertion: the number of dates is small, and most series are nearly sorted runs
                    while i > 0 and values[i - 1] > value:
                        values[i] = values[i - 1]
                        i -= 1
                    values[i] = value
                    n += 1
                most = max(most, n)
                if n == 0:
                    result[b, y, x] = NODATA
                elif n % 2:
                    result[b, y, x] = values[n // 2]
                else:
                    total = values[n // 2 - 1] + values[n // 2]
                    half = total >> 1  # floor
                    # Halves round to even, as numpy.rint does.
                    result[b, y, x] = half + 1 if total & 1 and half & 1 else half
            counts[y, x] = most


def median(stack):
    """Return the per-band median over time and the number of observations.

    Parameters
    ----------
    stack : ndarray of int16, shape (time, band, y, x)
        Packed reflectance; -32768 where a pixel has no usable observation.

    Returns
    -------
    result : ndarray of int16, shape (band, y, x)
        The median of the usable values; of an even number the mean of the middle two, halves to even; -32768 where
        there is none.
    counts : ndarray of int16, shape (y, x)
        Observations of the band that has most.

    Notes
    -----
    A median band by band is a synthetic spectrum: its bands may come from different dates.
    """
    _, bands, height, width = stack.shape
    result = np.empty((bands, height, width), np.int16)
    counts = np.empty((height, width), np.int16)
    _median(stack, result, counts)
    return result, counts


def warm_up():
    """Compile the kernels for the types they are used with."""
    median(np.zeros((1, 1, 1, 1), np.int16))
