"""Source pixels at sample points, in one pass each: which are usable, and their reflectance.

Both kernels take the points as rows and columns of the window that was read (``Sampling``), and touch only points that
are wanted: nothing is gathered that a mask throws away.
"""

from __future__ import annotations

import dataclasses

import numba
import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.pixels.reflectance import LIMIT_OF_CODED, NODATA_DN, QUANTIFICATION
from sentinel_toolkit.core.pixels.sampling import Sampling, interpolate, mean_of_points
from sentinel_toolkit.core.pixels.temporal import NODATA

BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.integer]
IndexArray = NDArray[np.int32]
_LOWEST, _HIGHEST = np.int32(-LIMIT_OF_CODED), np.int32(LIMIT_OF_CODED)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _keep(usable: BoolArray, rows: IndexArray, columns: IndexArray, wanted: BoolArray) -> None:
    for y in range(wanted.shape[0]):
        for x in range(wanted.shape[1]):
            wanted[y, x] = wanted[y, x] and usable[rows[y, x], columns[y, x]]


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _keep_along_axes(usable: BoolArray, rows: IndexArray, columns: IndexArray, wanted: BoolArray) -> None:
    for y in range(wanted.shape[0]):
        source, line = usable[rows[y]], wanted[y]
        for x in range(wanted.shape[1]):
            line[x] &= source[columns[x]]


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _encode(
    dn: IntArray,
    rows: IndexArray,
    columns: IndexArray,
    wanted: BoolArray,
    offset: np.int64,
    factor: float,
    out: NDArray[np.int16],
) -> int:
    count = 0
    for y in range(wanted.shape[0]):
        for x in range(wanted.shape[1]):
            if not wanted[y, x]:
                continue
            value = np.int64(dn[rows[y, x], columns[y, x]])
            if value == NODATA_DN:
                continue
            count += 1
            coded = value + offset if factor == 1.0 else np.int64(np.rint((value + offset) * factor))
            out[y, x] = np.int16(min(max(coded, np.int64(-LIMIT_OF_CODED)), np.int64(LIMIT_OF_CODED)))
    return count


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _encode_whole(
    dn: IntArray, row: int, column: int, wanted: BoolArray, offset: np.int32, out: NDArray[np.int16]
) -> int:
    """Encode a window whose pixels are points, the first of them at (row, column).

    Without index and branch, and in 32 bits throughout, it compiles to vector instructions: 30 times the speed.
    """
    count = 0
    width = dn.shape[1]
    for y in range(dn.shape[0]):
        source, line = dn[y], out[row + y, column : column + width]
        want = wanted[row + y, column : column + width]
        taken = np.int32(0)
        for x in range(width):
            value = np.int32(source[x])
            is_taken = np.int32(want[x]) * np.int32(value != NODATA_DN)
            coded = np.int32(min(max(np.int32(value + offset), _LOWEST), _HIGHEST))
            old = np.int32(line[x])
            line[x] = np.int16(old + np.int32(coded - old) * is_taken)
            taken += is_taken
        count += int(taken)
    return count


@numba.njit(nogil=True, cache=True, error_model="numpy")
def decode(coded: NDArray[np.int16], out: NDArray[np.float32]) -> None:
    """Fill ``out`` with the numbers that were packed: a ten-thousandth of each, NaN where there is no data."""
    for y in range(coded.shape[0]):
        source, line = coded[y], out[y]
        for x in range(line.size):
            value = np.float32(source[x]) / np.float32(QUANTIFICATION)
            line[x] = value if source[x] != NODATA else np.float32(np.nan)


def keep_usable(usable: BoolArray, sampling: Sampling, wanted: BoolArray) -> None:
    """Unset the points that fall in unusable pixels.

    Parameters
    ----------
    usable : shape (row, column)
        Of the sampling's window.
    wanted : shape (y, x)
        Changed in place. Must be unset outside the source already.
    """
    usable = np.ascontiguousarray(usable)
    if sampling.axes:
        _keep_along_axes(usable, *sampling.axes, wanted)
    else:
        _keep(usable, sampling.rows, sampling.columns, wanted)


def encode_points(
    dn: IntArray, sampling: Sampling, wanted: BoolArray, offset_dn: float, quantification: float, out: NDArray[np.int16]
) -> int:
    """Write reflectance x 10000 of the wanted points, and return how many have data.

    Parameters
    ----------
    dn : shape (row, column)
        Of the sampling's window; 0 is no data and leaves ``out`` as it is.
    wanted : shape (y, x)
        Must be unset outside the source.
    offset_dn
        To be added, in DN.
    quantification
        DN per unit of reflectance.
    out : shape (y, x)
        Changed in place; values are clamped to +-32767.
    """
    if dn.dtype != np.uint16:
        dn = dn.astype(np.int32)
    factor = QUANTIFICATION / quantification
    if sampling.corner and factor == 1:
        return _encode_whole(dn, *sampling.corner, wanted, np.int32(offset_dn), out)
    return _encode(dn, sampling.rows, sampling.columns, wanted, np.int64(offset_dn), factor, out)


def warm_up() -> None:
    """Compile the kernels for the types they are used with: indices along axes and of each point, two types of DN."""
    line, wanted, out = np.zeros(2, np.int32), np.ones((2, 2), bool), np.zeros((2, 2), np.int16)
    for rows in (np.broadcast_to(line, (2, 2)), np.zeros((2, 2), np.int32)):
        sampling = Sampling((0, 2, 0, 2), rows, rows, None)
        for axes in (None, (line, line)):
            keep_usable(wanted.copy(), dataclasses.replace(sampling, axes=axes), wanted)
        for dtype in (np.uint16, np.int32):
            encode_points(np.ones((2, 2), dtype), sampling, wanted, 0, QUANTIFICATION, out)
            _encode_whole(np.ones((2, 2), dtype), 0, 0, wanted, np.int32(0), out)
    mean_of_points(out, NODATA, 2)
    decode(out, np.empty((2, 2), np.float32))
    interpolate(np.zeros((2, 2)), 0, 0, np.empty((2, 2), np.int32))
