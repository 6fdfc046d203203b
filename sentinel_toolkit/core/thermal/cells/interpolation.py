"""Between the centres of coarse cells: bilinear and cubic interpolation at fine pixels, and the sharpening itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from sentinel_toolkit.core.thermal.cells.kernels import WATER_NDVI
from sentinel_toolkit.core.thermal.cells.mesh import Mesh, MeshPlace, fill_line

FloatArray = NDArray[np.floating]
Range = tuple[float, float]  # lowest, highest
PLAIN, WATER, BEYOND = 0, 1, 2  # flags of a pixel: as the model says; base alone; beyond what the model was fitted to
KINDS = "bilinear", "cubic", "nearest"
EVERYTHING = -np.inf, np.inf
KEYS = -0.5  # of the cubic convolution that is exact for parabolas (Keys 1981, doi:10.1109/TASSP.1981.1163711)


class Planes(NamedTuple):
    """Planes of coarse cells ready for interpolation: ``stacked`` (row, column, plane) without gaps, and ``known``
    (row, column): where the first one had a value.
    """

    stacked: NDArray[np.float64]
    known: NDArray[np.bool_]


def stack_planes(planes: Sequence[FloatArray]) -> Planes:
    """Return the Planes of some (row, column); gaps are filled by the nearest cell."""
    stacked = np.ascontiguousarray(np.stack([fill_gaps(plane) for plane in planes], axis=-1))
    return Planes(stacked, np.isfinite(planes[0]))


def fill_gaps(plane: FloatArray) -> NDArray[np.float64]:
    """Return a plane (row, column) whose missing cells have the value of the nearest that has one.

    Raises
    ------
    ValueError
        If no cell has one.

    Examples
    --------
    >>> fill_gaps(np.array([[300.0, np.nan, np.nan]]))
    array([[300., 300., 300.]])
    """
    missing = ~np.isfinite(plane)
    if missing.all():
        raise ValueError("no cell has a value")
    if not missing.any():
        return plane.astype(np.float64)
    nearest = ndimage.distance_transform_edt(missing, return_distances=False, return_indices=True)
    return np.asarray(plane[tuple(nearest)], np.float64)


def interpolate(plane: FloatArray, mesh: Mesh, shape: tuple[int, int], kind: str = "bilinear") -> NDArray[np.float32]:
    """Return a plane of coarse cells at the centres of a strip's pixels.

    Parameters
    ----------
    plane : shape (row, column)
        Values at the cells' centres; gaps are filled by the nearest. Beyond the outermost centres they go on as they
        are.
    mesh
        Of the strip in the coarse grid.
    shape
        (height, width) of the strip.
    kind
        bilinear, cubic (convolution), or nearest: the value of the pixel's own cell.

    Returns
    -------
    ndarray of float32, shape (y, x)
        NaN where the pixel's own cell has no value, or lies outside.
    """
    result = np.full(shape, np.nan, np.float32)
    filled, is_known = fill_gaps(plane), np.isfinite(plane)
    _interpolate(filled, is_known, (*mesh,), KINDS.index(kind), result)
    return result


def sharpen(
    values: FloatArray,
    predictor: FloatArray,
    mesh: Mesh,
    planes: Planes,
    limits: Range = EVERYTHING,
    fitted: Range = EVERYTHING,
    is_water_apart: bool = True,
) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Return base + slope · (predictor - reference) at the pixels of a strip.

    Parameters
    ----------
    values : shape (y, x)
        NDVI; NaN where there is none. Below 0 it is water or snow.
    predictor : shape (y, x)
        What the slope is of: NDVI itself, or the fraction of vegetation.
    mesh
        Of the strip in the coarse grid.
    planes
        Of base (K), slope (K per unit of the predictor) and reference (unit of the predictor), interpolated bilinearly.
        A pixel whose own cell has no base has no value.
    limits
        The predictor is held between these.
    fitted
        Beyond these a pixel is flagged.
    is_water_apart
        Water and snow have the base alone.

    Returns
    -------
    temperature_k : ndarray of float32, shape (y, x)
    flags : ndarray of uint8, shape (y, x)
        PLAIN, WATER or BEYOND.
    """
    result, flags = np.full(values.shape, np.nan, np.float32), np.zeros(values.shape, np.uint8)
    rule = (*limits, *fitted, is_water_apart)
    _sharpen((values, predictor), (*mesh,), planes.stacked, planes.known, rule, result, flags)
    return result, flags


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _corner(position: float, size: int) -> tuple[int, float]:
    """Return (lower index, share of the upper one) between the centres around a position, none beyond the outermost."""
    place = min(max(position - 0.5, 0.0), size - 1.0)
    index = min(int(place), max(size - 2, 0))
    return index, place - index


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _is_in(known: NDArray[np.bool_], down: float, across: float) -> bool:
    """Tell whether a position lies in a cell that has a value; not for NaN."""
    if not (0 <= down < known.shape[0] and 0 <= across < known.shape[1]):
        return False
    return bool(known[int(down), int(across)])


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _bilinear(plane: NDArray[np.float64], down: float, across: float) -> float:
    i, v = _corner(down, plane.shape[0])
    j, u = _corner(across, plane.shape[1])
    lower, right = min(i + 1, plane.shape[0] - 1), min(j + 1, plane.shape[1] - 1)
    upper_value: float = plane[i, j] + u * (plane[i, right] - plane[i, j])
    lower_value: float = plane[lower, j] + u * (plane[lower, right] - plane[lower, j])
    return upper_value + v * (lower_value - upper_value)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _keys(distance: float) -> float:
    """Return the weight of a centre at a distance, in cells."""
    d = abs(distance)
    if d <= 1:
        return ((KEYS + 2) * d - (KEYS + 3)) * d * d + 1
    return (((d - 5) * d + 8) * d - 4) * KEYS if d < 2 else 0.0


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _cubic(plane: NDArray[np.float64], down: float, across: float) -> float:
    height, width = plane.shape
    i, j = int(np.floor(down - 0.5)), int(np.floor(across - 0.5))
    total = 0.0
    for y in range(i - 1, i + 3):
        weight = _keys(down - 0.5 - y)
        for x in range(j - 1, j + 3):
            total += weight * _keys(across - 0.5 - x) * plane[min(max(y, 0), height - 1), min(max(x, 0), width - 1)]
    return total


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _interpolate(
    plane: NDArray[np.float64], known: NDArray[np.bool_], place: MeshPlace, kind: int, result: NDArray[np.float32]
) -> None:
    columns, rows, first_row, spacing = place
    height, width = result.shape
    u, v = np.empty(width + 1), np.empty(width + 1)
    for y in range(height):
        fill_line(columns, first_row + y + 0.5, spacing, u)
        fill_line(rows, first_row + y + 0.5, spacing, v)
        for x in range(width):
            down, across = (v[x] + v[x + 1]) / 2, (u[x] + u[x + 1]) / 2
            if not _is_in(known, down, across):
                continue
            if kind == 2:
                result[y, x] = plane[int(down), int(across)]
            else:
                result[y, x] = _cubic(plane, down, across) if kind == 1 else _bilinear(plane, down, across)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _model(planes: NDArray[np.float64], down: float, across: float, value: float) -> tuple[float, float]:
    """Return (base, base + slope · (value - reference)) at a position."""
    i, v = _corner(down, planes.shape[0])
    j, u = _corner(across, planes.shape[1])
    lower, right = min(i + 1, planes.shape[0] - 1), min(j + 1, planes.shape[1] - 1)
    a, b, c, d = (1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v
    nw, ne, sw, se = planes[i, j], planes[i, right], planes[lower, j], planes[lower, right]
    base = a * nw[0] + b * ne[0] + c * sw[0] + d * se[0]
    slope = a * nw[1] + b * ne[1] + c * sw[1] + d * se[1]
    reference = a * nw[2] + b * ne[2] + c * sw[2] + d * se[2]
    return base, base + slope * (value - reference)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _sharpen(
    fine: tuple[FloatArray, FloatArray],
    place: MeshPlace,
    planes: NDArray[np.float64],
    known: NDArray[np.bool_],
    rule: tuple[float, float, float, float, bool],
    result: NDArray[np.float32],
    flags: NDArray[np.uint8],
) -> None:
    values, predictor = fine
    columns, rows, first_row, spacing = place
    low, high, least, most, is_water_apart = rule
    height, width = values.shape
    u, v = np.empty(width + 1), np.empty(width + 1)
    for y in range(height):
        fill_line(columns, first_row + y + 0.5, spacing, u)
        fill_line(rows, first_row + y + 0.5, spacing, v)
        for x in range(width):
            down, across = (v[x] + v[x + 1]) / 2, (u[x] + u[x + 1]) / 2
            if not np.isfinite(values[y, x]) or not _is_in(known, down, across):
                continue
            value = predictor[y, x]
            base, modelled = _model(planes, down, across, min(max(value, low), high))
            is_water = is_water_apart and values[y, x] < WATER_NDVI
            result[y, x] = base if is_water else modelled
            flags[y, x] = WATER if is_water else (BEYOND if value < least or value > most else PLAIN)


def warm_up() -> None:
    """Compile the kernels."""
    mesh = Mesh(np.array([[0.0, 32], [0, 32]]), np.array([[0.0, 0], [32, 32]]), 0)
    values, plane = np.ones((2, 3), np.float32), np.ones((2, 3))
    interpolate(plane, mesh, values.shape)
    sharpen(values, values, mesh, stack_planes((plane, plane, plane)))
