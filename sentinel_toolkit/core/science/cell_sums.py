"""Sums of fine pixels in coarse cells, each pixel by the exact share of it that lies in the cell, in any two CRS."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numba
import numpy as np
from scipy import ndimage

from sentinel_toolkit.core.science.cell_mesh import Mesh, fill_line

RUNS = 24, 8  # pixels of a row that are tried together: nearly all of them lie in one cell
EDGE = 1e-7  # of a cell, by which a pixel may overlap the next one and not be divided
WATER_NDVI = 0.0  # below: water or snow, whose temperature vegetation does not tell
LAND_AREA, LAND_SUM, LAND_SQUARES, OTHER_AREA, OTHER_SUM = range(5)


@dataclass(frozen=True)
class CellSums:
    """Sums over fine pixels in parts of coarse cells, ``parts`` of them along a cell's side.

    ``totals`` is float64 (row, column, 5): area of land with a value, in cells; sum of values times area; of their
    squares; and area and sum of water and snow (values below 0).
    """

    totals: np.ndarray
    parts: int

    def __add__(self, other):
        return CellSums(self.totals + other.totals, self.parts)

    @functools.cached_property
    def cells(self):
        """Return the totals of whole cells, (row, column, 5)."""
        height, width = (size // self.parts for size in self.totals.shape[:2])
        return self.totals.reshape(height, self.parts, width, self.parts, -1).sum((1, 3)) / self.parts**2

    def widened(self, sigma):
        """Return the sums as a sensor has them that sees more than the cell: each part spread by a Gaussian.

        Parameters
        ----------
        sigma : float
            In cells.
        """
        if not sigma:
            return self
        spread = (sigma * self.parts, sigma * self.parts, 0)
        return CellSums(ndimage.gaussian_filter(self.totals, spread, mode="constant"), self.parts)

    def shifted(self, down, across):
        """Return the sums of cells that lie elsewhere, moved by whole parts; 0 where nothing is known."""
        moved = np.zeros_like(self.totals)
        height, width = moved.shape[:2]
        source = self.totals[max(down, 0) : height + min(down, 0), max(across, 0) : width + min(across, 0)]
        moved[max(-down, 0) : height - max(down, 0), max(-across, 0) : width - max(across, 0)] = source
        return CellSums(moved, self.parts)

    @property
    def land(self):
        """Return the share of each cell that is land with a value."""
        return self.cells[..., LAND_AREA]

    @property
    def water(self):
        """Return the share of each cell that is water or snow."""
        return self.cells[..., OTHER_AREA]

    @property
    def mean(self):
        """Return the mean of all values of each cell, water too; NaN where there is none."""
        cells = self.cells
        return _ratio(cells[..., LAND_SUM] + cells[..., OTHER_SUM], cells[..., LAND_AREA] + cells[..., OTHER_AREA])

    @property
    def land_mean(self):
        """Return the mean of the land's values of each cell; NaN where there is none."""
        cells = self.cells
        return _ratio(cells[..., LAND_SUM], cells[..., LAND_AREA])

    @property
    def land_deviation(self):
        """Return the standard deviation of the land's values within each cell; NaN where there is none."""
        cells = self.cells
        mean = _ratio(cells[..., LAND_SUM], cells[..., LAND_AREA])
        return np.sqrt(np.maximum(_ratio(cells[..., LAND_SQUARES], cells[..., LAND_AREA]) - mean**2, 0))


def _ratio(numerator, denominator):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(denominator > 0, numerator / denominator, np.nan)


def sum_in_cells(values, mesh, shape, parts=1):
    """Return the CellSums of a strip.

    Parameters
    ----------
    values : ndarray of float32, shape (y, x)
        NaN (and ±∞) is missing.
    mesh : Mesh
        Of the strip in the coarse grid.
    shape : tuple of int
        (height, width) of the coarse grid, in cells.
    parts : int
        Along a cell's side.

    Returns
    -------
    CellSums
        A pixel across the border of cells counts in each by the share of it that lies there: its outline is a
        quadrangle in the coarse grid, which is cut along the borders (Sutherland & Hodgman 1974,
        doi:10.1145/360767.360802).
    """
    totals = np.zeros((shape[0] * parts, shape[1] * parts, 5))
    _sum(
        np.ascontiguousarray(values, np.float32),
        (mesh.columns * parts, mesh.rows * parts, mesh.first_row, mesh.spacing),
        totals,
    )
    return CellSums(totals, parts)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _area(polygon, count):
    """Return the area of a polygon."""
    twice = 0.0
    for i in range(count):
        j = i + 1 if i + 1 < count else 0
        twice += polygon[i, 0] * polygon[j, 1] - polygon[j, 0] * polygon[i, 1]
    return abs(twice) / 2


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _cut(polygon, count, axis, bound, sign, result):
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
def _add(cell, area, value):
    """Add (a part of) a pixel to a cell."""
    if value >= WATER_NDVI:
        cell[LAND_AREA] += area
        cell[LAND_SUM] += area * value
        cell[LAND_SQUARES] += area * value * value
    else:
        cell[OTHER_AREA] += area
        cell[OTHER_SUM] += area * value


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _divide(value, box, scratch, totals):
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
def _add_run(cell, area, values):
    """Add pixels of one area, all of them in one cell."""
    land = sums = squares = other = below = 0.0
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
    cell[LAND_AREA] += area * land
    cell[LAND_SUM] += area * sums
    cell[LAND_SQUARES] += area * squares
    cell[OTHER_AREA] += area * other
    cell[OTHER_SUM] += area * below


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _box(u, v, x, end):
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
def _run_length(u, v, x, row, column):
    """Return how many pixels from x on certainly lie in a cell; 0 if not even the first one does."""
    for run in (*RUNS, 1):
        if x + run < u.shape[1]:
            west, east, north, south = _box(u, v, x, x + run)
            is_across = column - EDGE <= west and east <= column + 1 + EDGE
            if is_across and row - EDGE <= north and south <= row + 1 + EDGE:
                return run
    return 0


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _sum_row(values, u, v, scratch, totals):
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
def _sum(values, place, totals):
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


def warm_up():
    """Compile the kernels."""
    mesh = Mesh(np.array([[0.0, 32], [0, 32]]), np.array([[0.0, 0], [32, 32]]), 0)
    sum_in_cells(np.ones((2, 30), np.float32), Mesh(mesh.columns / 1.5, mesh.rows / 1.5, 0), (2, 20))
