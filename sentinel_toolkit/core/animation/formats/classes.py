"""The pixels of an animation's frames: which class of the colour scale each has, and what changed between two pages."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
_ZERO = np.float32(0)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _classify(
    values: NDArray[np.float32],
    inside: NDArray[np.bool_],
    low: np.float32,
    factor: np.float32,
    top: np.int32,
    missing: np.int32,
    outside: np.int32,
    out: Pixels,
) -> None:
    """Fill ``out``; without branches and in 32 bits throughout, so that it compiles to vector instructions."""
    highest = np.float32(top)
    for y in range(values.shape[0]):
        line, area, target = values[y], inside[y], out[y]
        for x in range(values.shape[1]):
            value = line[x]
            is_known = np.int32(not np.isnan(value))
            place = np.float32(np.float32(value - low) * factor)
            # No min and max: of NaN these comparisons make 0, and what the cast makes of NaN is not defined.
            place = place if place > _ZERO else _ZERO  # noqa: FURB136
            place = place if place < highest else highest  # noqa: FURB136
            index = np.int32(missing + np.int32(np.int32(place) - missing) * is_known)
            target[x] = np.uint8(outside + np.int32(index - outside) * np.int32(area[x]))


@numba.njit(nogil=True, cache=True, error_model="numpy")
def enlarge(source: Pixels, rows: NDArray[np.int32], columns: NDArray[np.int32], target: Pixels) -> None:
    """Fill ``target`` (y, x) with ``source[rows][:, columns]``, all uint8 and rows and columns int32."""
    for y in range(rows.size):
        if y > 0 and rows[y] == rows[y - 1]:
            target[y] = target[y - 1]
            continue
        line, out = source[rows[y]], target[y]
        for x in range(columns.size):
            out[x] = line[columns[x]]


def classify(
    values: NDArray[np.float32],
    inside: NDArray[np.bool_],
    limits: tuple[float, float],
    count: int,
    missing: int,
    outside: int,
) -> Pixels:
    """Return the class of each value, of equal classes from low to high.

    Parameters
    ----------
    values : shape (y, x)
        NaN is no data. Values beyond the limits belong to the first or last class.
    inside : shape (y, x)
    limits
        Low and high.
    count
        Of classes.
    missing, outside
        What NaN inside, and whatever is not inside, become.

    Returns
    -------
    ndarray of uint8, shape (y, x)
    """
    low, high = limits
    out = np.empty(values.shape, np.uint8)
    factor = np.float32(count / (high - low))
    values = np.ascontiguousarray(values, np.float32)
    inside = np.ascontiguousarray(inside, bool)
    _classify(values, inside, np.float32(low), factor, np.int32(count - 1), np.int32(missing), np.int32(outside), out)
    return out


def nearest(count: int, length: int) -> NDArray[np.int32]:
    """Return for each of ``length`` places the one of ``count`` pixels that its middle falls in, as int32."""
    return ((2 * np.arange(length, dtype=np.int64) + 1) * count // (2 * length)).astype(np.int32)


def changed_box(page: Pixels, previous: Pixels) -> tuple[int, int, int, int]:
    """Return (top, left, bottom, right) of the smallest rectangle with all that differs; one pixel if nothing does."""
    differs = page != previous
    rows, columns = differs.any(1).nonzero()[0], differs.any(0).nonzero()[0]
    if not rows.size:
        return 0, 0, 1, 1
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def warm_up() -> None:
    """Compile the kernels."""
    ones = classify(np.ones((2, 2), np.float32), np.ones((2, 2), bool), (0, 1), 2, 2, 3)
    enlarge(ones, nearest(2, 3), nearest(2, 3), np.empty((3, 3), np.uint8))
