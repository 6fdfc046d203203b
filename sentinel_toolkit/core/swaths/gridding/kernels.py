"""The loops of gridding a swath: bins, the nearest pixel, the four pixels around a cell.

Places are float64 in map units, ``x_m`` and ``y_m`` the ground's metres in a map unit for each row of the grid, and
``cells`` the x and y of the grid's corner and the width and (negative) height of a cell.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]
IndexArray = NDArray[np.int32]
Cells = tuple[float, float, float, float]
_INSIDE = 1e-6  # of a quad's side, for rounding
_CONVERGED = 1e-4  # of a quad's sides: what is farther off after five steps lies outside, or in a folded quad


@numba.njit(nogil=True, cache=True, error_model="numpy")
def sort_into_bins(
    x: FloatArray, y: FloatArray, west: float, north: float, bin_size: tuple[float, float], shape: tuple[int, int]
) -> tuple[IndexArray, IndexArray]:
    """Return (starts, order): the pixels of bin b are order[starts[b]:starts[b + 1]]."""
    height, width = shape
    counts = np.zeros(height * width + 1, np.int32)
    bins = np.empty(x.size, np.int32)
    for i in range(x.size):
        bins[i] = -1
        column, row = (x[i] - west) / bin_size[0], (north - y[i]) / bin_size[1]
        if column >= 0 and row >= 0 and column < width and row < height:  # false for NaN
            bins[i] = int(row) * width + int(column)
            counts[bins[i] + 1] += 1
    starts = np.cumsum(counts).astype(np.int32)
    filled = starts[:-1].copy()
    order = np.empty(starts[-1], np.int32)
    for i in range(x.size):
        if bins[i] >= 0:
            order[filled[bins[i]]] = i
            filled[bins[i]] += 1
    return starts, order


@numba.njit(nogil=True, cache=True, error_model="numpy")
def find_nearest(
    starts: IndexArray,
    order: IndexArray,
    x: FloatArray,
    y: FloatArray,
    frame: tuple[float, float, float, float],
    shape: tuple[int, int],
    cells: Cells,
    x_m: FloatArray,
    y_m: FloatArray,
    nearest: IndexArray,
    distances: NDArray[np.float32],
) -> None:
    """Fill ``nearest`` where it is nearer than ``distances`` (m²), which it lowers; ``x`` and ``y`` are as the bins."""
    west, north, bin_width, bin_height = frame
    for row in range(nearest.shape[0]):
        cell_y = cells[1] + cells[3] * (row + 0.5)
        bin_row = int((north - cell_y) / bin_height)
        for column in range(nearest.shape[1]):
            cell_x = cells[0] + cells[2] * (column + 0.5)
            bin_column = int((cell_x - west) / bin_width)
            first, last = max(bin_column - 1, 0), min(bin_column + 1, shape[1] - 1)
            best = np.float64(distances[row, column])
            for line in range(max(bin_row - 1, 0), min(bin_row + 2, shape[0])):
                for i in range(starts[line * shape[1] + first], starts[line * shape[1] + last + 1]):
                    east, up = (x[i] - cell_x) * x_m[row], (y[i] - cell_y) * y_m[row]
                    distance = east * east + up * up
                    if distance <= best:
                        best = distance
                        nearest[row, column] = order[i]
            distances[row, column] = best


@numba.njit(nogil=True, cache=True, error_model="numpy")
def find_quads(
    x: FloatArray,
    y: FloatArray,
    cells: Cells,
    x_m: FloatArray,
    y_m: FloatArray,
    longest: float,
    nearest: IndexArray,
    quads: IndexArray,
    along: NDArray[np.float32],
    across: NDArray[np.float32],
) -> None:
    """Find the four pixels around each cell: its nearest pixel is one of them, unless the swath is folded there."""
    height, width = x.shape
    for row in range(nearest.shape[0]):
        cell_y = cells[1] + cells[3] * (row + 0.5)
        for column in range(nearest.shape[1]):
            if nearest[row, column] < 0:
                continue
            cell_x = cells[0] + cells[2] * (column + 0.5)
            line, sample = nearest[row, column] // width, nearest[row, column] % width
            for top in range(max(line - 1, 0), min(line + 1, height - 1)):
                for left in range(max(sample - 1, 0), min(sample + 1, width - 1)):
                    if quads[row, column] >= 0 or _is_torn(x, y, top, left, x_m[row], y_m[row], longest):
                        continue
                    v, u = _place_in_quad(x, y, top, left, cell_x, cell_y)
                    if -_INSIDE <= u <= 1 + _INSIDE and -_INSIDE <= v <= 1 + _INSIDE:
                        quads[row, column] = top * width + left
                        along[row, column] = min(max(v, 0.0), 1.0)
                        across[row, column] = min(max(u, 0.0), 1.0)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _is_torn(x: FloatArray, y: FloatArray, top: int, left: int, x_m: float, y_m: float, longest: float) -> bool:
    """Tell whether an edge of a quad is longer than neighbouring pixels are apart, or a corner has no place."""
    rows, columns = (top, top, top + 1, top + 1), (left, left + 1, left + 1, left)
    for corner in range(4):
        following = (corner + 1) % 4
        east = (x[rows[corner], columns[corner]] - x[rows[following], columns[following]]) * x_m
        up = (y[rows[corner], columns[corner]] - y[rows[following], columns[following]]) * y_m
        if not east * east + up * up <= longest:  # true for NaN
            return True
    return False


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _place_in_quad(
    x: FloatArray, y: FloatArray, top: int, left: int, cell_x: float, cell_y: float
) -> tuple[float, float]:
    """Return (along, across) of a cell in a quad, 0-1 inside: Newton's method on the bilinear map; NaN if it fails."""
    x0, y0 = x[top, left], y[top, left]
    x_across, y_across = x[top, left + 1] - x0, y[top, left + 1] - y0
    x_along, y_along = x[top + 1, left] - x0, y[top + 1, left] - y0
    x_twist, y_twist = x[top + 1, left + 1] - x0 - x_across - x_along, y[top + 1, left + 1] - y0 - y_across - y_along
    u = v = 0.5
    off_x = off_y = np.inf
    for _ in range(6):  # the quads are almost parallelograms: three or four are enough
        off_x = x0 + u * x_across + v * x_along + u * v * x_twist - cell_x
        off_y = y0 + u * y_across + v * y_along + u * v * y_twist - cell_y
        a, b = x_across + v * x_twist, x_along + u * x_twist
        c, d = y_across + v * y_twist, y_along + u * y_twist
        determinant = a * d - b * c
        if determinant == 0:
            return np.nan, np.nan
        u -= (d * off_x - b * off_y) / determinant
        v -= (a * off_y - c * off_x) / determinant
    size = abs(x_across) + abs(y_across) + abs(x_along) + abs(y_along)
    is_found = abs(off_x) + abs(off_y) < _CONVERGED * size  # as it was before the last step
    return (v, u) if is_found else (np.nan, np.nan)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def fill_quads(
    values: NDArray[np.floating],
    quads: IndexArray,
    along: NDArray[np.float32],
    across: NDArray[np.float32],
    result: NDArray[np.float32],
) -> None:
    """Fill ``result`` with values between four pixels; it keeps its own where one of them is NaN."""
    width = values.shape[1]
    for row in range(result.shape[0]):
        for column in range(result.shape[1]):
            if quads[row, column] < 0:
                continue
            top, left = quads[row, column] // width, quads[row, column] % width
            v, u = along[row, column], across[row, column]
            upper = values[top, left] * (1 - u) + values[top, left + 1] * u
            lower = values[top + 1, left] * (1 - u) + values[top + 1, left + 1] * u
            value = upper * (1 - v) + lower * v
            if not np.isnan(value):
                result[row, column] = value
