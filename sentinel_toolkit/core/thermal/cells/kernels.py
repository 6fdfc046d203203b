"""The kernels that sum up fine pixels in coarse cells, each by the exact share of it that lies in the cell."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.thermal.cells.mesh import MeshPlace, fill_line

FloatArray = NDArray[np.float64]
Box = tuple[float, float, float, float]  # west, east, north, south: in cells
RUNS = 24, 8  # pixels of a row that are tried together: nearly all of them lie in one cell
EDGE = 1e-7  # of a cell, by which a pixel may overlap the next one and not be divided
WATER_NDVI = 0.0  # below: water or snow, whose temperature vegetation does not tell
LAND_AREA, LAND_SUM, LAND_SQUARES, OTHER_AREA, OTHER_SUM, OTHER_SQUARES = range(6)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _area(polygon: FloatArray, count: int) -> float:
    """Return the area of a polygon."""
    twice = 0.0
    for i in range(count):
        j = i + 1 if i + 1 < count else 0
        twice += polygon[i, 0] * polygon[j, 1] - polygon[j, 0] * polygon[i, 1]
    return abs(twice) / 2


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _cut(polygon: FloatArray, count: int, axis: int, bound: float, sign: float, result: FloatArray) -> int:
    """Cut a polygon by a line across an axis; return how many corners are left in ``result``."""
    found = 0
    for i in range(count):
        j = i + 1 if i + 1 < count else 0
        here, there = sign * (polygon[i, axis] - bound), sign * (polygon[j, axis] - bound)
        if here >= 0:
            result[found, 0], result[found, 1] = polygon[i, 0], polygon[i, 1]
            found += 1
        if (here > 0 and there < 0) or (here < 0 and there > 0):
            share = here / (here - there)
            result[found, 0] = polygon[i, 0] + share * (polygon[j, 0] - polygon[i, 0])
            result[found, 1] = polygon[i, 1] + share * (polygon[j, 1] - polygon[i, 1])
            found += 1
    return found


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _add(cell: FloatArray, area: float, value: float) -> None:
    """Add (a part of) a pixel to a cell."""
    if value >= WATER_NDVI:
        cell[LAND_AREA] += area
        cell[LAND_SUM] += area * value
        cell[LAND_SQUARES] += area * value * value
    else:
        cell[OTHER_AREA] += area
        cell[OTHER_SUM] += area * value
        cell[OTHER_SQUARES] += area * value * value


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _divide(value: float, box: Box, scratch: FloatArray, totals: FloatArray) -> None:
    """Divide a pixel, whose outline is ``scratch[0]``, between the cells that it lies in."""
    west, east, north, south = box
    last_row = min(int(np.floor(south)), totals.shape[0] - 1)
    last_column = min(int(np.floor(east)), totals.shape[1] - 1)
    for row in range(max(int(np.floor(north)), 0), last_row + 1):
        upper = _cut(scratch[0], 4, 1, row, 1.0, scratch[1])
        band = _cut(scratch[1], upper, 1, row + 1, -1.0, scratch[2])
        for column in range(max(int(np.floor(west)), 0), last_column + 1):
            left = _cut(scratch[2], band, 0, column, 1.0, scratch[3])
            inside = _cut(scratch[3], left, 0, column + 1, -1.0, scratch[1])
            area = _area(scratch[1], inside)
            if area > 0:
                _add(totals[row, column], area, value)


# Sums in any order, so that the processor adds several pixels at once; NaN stays what it is.
@numba.njit(nogil=True, cache=True, error_model="numpy", fastmath={"reassoc", "nsz", "contract"})
def _add_run(cell: FloatArray, area: float, values: NDArray[np.float32]) -> None:
    """Add pixels of one area, all of them in one cell."""
    land = sums = squares = other = below = squares_below = 0.0
    for i in range(values.size):
        value = np.float64(values[i])
        is_finite = abs(value) < np.inf
        is_land = is_finite & (value >= WATER_NDVI)
        is_other = is_finite & (value < WATER_NDVI)
        dry, wet = (value if is_land else 0.0), (value if is_other else 0.0)
        land += 1.0 if is_land else 0.0
        other += 1.0 if is_other else 0.0
        sums += dry
        squares += dry * dry
        below += wet
        squares_below += wet * wet
    cell[LAND_AREA] += area * land
    cell[LAND_SUM] += area * sums
    cell[LAND_SQUARES] += area * squares
    cell[OTHER_AREA] += area * other
    cell[OTHER_SUM] += area * below
    cell[OTHER_SQUARES] += area * squares_below


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _box(u: FloatArray, v: FloatArray, x: int, end: int) -> Box:
    """Return (west, east, north, south) of the pixels from x to end, in cells; NaN where one corner has no place."""
    if np.isnan(u[0, x] + u[1, x] + u[0, end] + u[1, end] + v[0, x] + v[1, x] + v[0, end] + v[1, end]):
        return np.nan, np.nan, np.nan, np.nan
    return (
        min(u[0, x], u[1, x], u[0, end], u[1, end]),
        max(u[0, x], u[1, x], u[0, end], u[1, end]),
        min(v[0, x], v[1, x], v[0, end], v[1, end]),
        max(v[0, x], v[1, x], v[0, end], v[1, end]),
    )


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _run_length(u: FloatArray, v: FloatArray, x: int, row: int, column: int) -> int:
    """Return how many pixels from x on certainly lie in a cell; 0 if not even the first one does."""
    for run in (*RUNS, 1):
        if x + run < u.shape[1]:
            west, east, north, south = _box(u, v, x, x + run)
            is_across = column - EDGE <= west and east <= column + 1 + EDGE
            if is_across and row - EDGE <= north and south <= row + 1 + EDGE:
                return run
    return 0


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _sum_row(
    values: NDArray[np.float32], u: FloatArray, v: FloatArray, scratch: FloatArray, totals: FloatArray
) -> None:
    """Add a row of pixels whose upper and lower edges are the lines of u and v."""
    x = 0
    while x < values.size:
        west, east, north, south = _box(u, v, x, x + 1)
        if not (east > 0 and west < totals.shape[1] and south > 0 and north < totals.shape[0]):  # true for NaN
            x += 1
            continue
        row, column = int(np.floor(north + EDGE)), int(np.floor(west + EDGE))
        run = _run_length(u, v, x, row, column)
        if run and 0 <= row < totals.shape[0] and 0 <= column < totals.shape[1]:
            end = x + run
            down, across = v[1, end] - v[0, x], u[1, end] - u[0, x]
            up, back = v[1, x] - v[0, end], u[1, x] - u[0, end]
            _add_run(totals[row, column], abs(across * up - back * down) / (2 * run), values[x:end])
        elif not run and np.isfinite(values[x]):
            for corner, (i, j) in enumerate(((0, 0), (0, 1), (1, 1), (1, 0))):
                scratch[0, corner, 0], scratch[0, corner, 1] = u[i, x + j], v[i, x + j]
            _divide(np.float64(values[x]), (west, east, north, south), scratch, totals)
        x += max(run, 1)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def sum_pixels(values: NDArray[np.float32], place: MeshPlace, totals: FloatArray) -> None:
    """Add the pixels of a strip to the cells that they lie in."""
    scratch = np.empty((4, 12, 2))
    height, width = values.shape
    columns, rows, first_row, spacing = place
    u, v = np.empty((2, width + 1)), np.empty((2, width + 1))
    fill_line(columns, first_row, spacing, u[1])
    fill_line(rows, first_row, spacing, v[1])
    for y in range(height):
        u[0], v[0] = u[1], v[1]
        fill_line(columns, first_row + y + 1, spacing, u[1])
        fill_line(rows, first_row + y + 1, spacing, v[1])
        _sum_row(values[y], u, v, scratch, totals)
