"""Many places projected at once, by way of a mesh."""

from __future__ import annotations

from collections.abc import Callable

import numba
import numpy as np
import pyproj
from numpy.typing import NDArray

from sentinel_toolkit.core.geo.transformations import transformer_between

FloatArray = NDArray[np.floating]
MeshPlace = tuple[float, float, float, float]  # middle, west, south, step: degrees
Transform = Callable[[FloatArray, FloatArray], tuple[FloatArray, FloatArray]]
STEP_DEG = 0.2  # of the mesh: some 20 km, over which projections are cubic to a millimetre
TOLERANCE = 1e-6  # of a mesh cell's side: about 2 cm


def project_many(longitude: FloatArray, latitude: FloatArray, crs: str) -> tuple[FloatArray, FloatArray]:
    """Return (x, y) of many places in a map; NaN where a place is unknown or has none.

    Parameters
    ----------
    longitude, latitude : any shape
        Degrees, WGS 84; NaN where unknown.
    crs
        What pyproj understands.

    Notes
    -----
    Where places are dense, a mesh of 0.2 degrees is transformed instead, and cubics through its nodes are followed. It
    is used only if the middles of its cells, where the error is largest, are within a millionth of a cell of their
    exact places.
    """
    x, y = _by_mesh(longitude, latitude, crs) or transformer_between("EPSG:4326", crs).transform(longitude, latitude)
    lost = ~(np.isfinite(x) & np.isfinite(y))
    x[lost] = y[lost] = np.nan
    return x, y


def _by_mesh(longitude: FloatArray, latitude: FloatArray, crs: str) -> tuple[FloatArray, FloatArray] | None:
    """Return (x, y) by a mesh; None where one is no gain or not good enough."""
    found = _bounds(longitude, latitude)
    if found is None or pyproj.CRS(crs).is_geographic:  # degrees have a seam, and no need of a mesh
        return None
    middle, west, east, south, north = found
    start = west - STEP_DEG, max(south - STEP_DEG, -90.0)  # a cubic needs a node more on each side
    shape = int((north - start[1]) / STEP_DEG) + 3, int((east - start[0]) / STEP_DEG) + 3
    if 4 * shape[0] * shape[1] > longitude.size or start[1] + STEP_DEG * (shape[0] - 1) > 90:
        return None
    transform = transformer_between("EPSG:4326", crs).transform
    columns = start[0] + middle + STEP_DEG * np.arange(shape[1])
    rows = start[1] + STEP_DEG * np.arange(shape[0])
    mesh = np.stack(transform(*np.meshgrid(columns, rows)))
    place = middle, *start, STEP_DEG
    if not _is_close(mesh, columns, rows, place, transform):
        return None
    return _follow(longitude, latitude, place, mesh)


def _follow(
    longitude: FloatArray, latitude: FloatArray, place: MeshPlace, mesh: FloatArray
) -> tuple[FloatArray, FloatArray]:
    places = np.empty((2, longitude.size))
    _interpolate(longitude.ravel(), latitude.ravel(), place, mesh, places)
    return places[0].reshape(longitude.shape), places[1].reshape(longitude.shape)


def _is_close(mesh: FloatArray, columns: FloatArray, rows: FloatArray, place: MeshPlace, transform: Transform) -> bool:
    """Tell whether the middles of mesh cells lie where the cubics put them."""
    x, y = np.meshgrid(columns[1:-2] + STEP_DEG / 2, rows[1:-2] + STEP_DEG / 2)
    off = np.stack(_follow(x, y, place, mesh)) - np.stack(transform(x, y))
    sides = np.hypot(*(mesh[:, 1:] - mesh[:, :-1])).min()
    return bool((np.hypot(*off) <= TOLERANCE * sides).all())  # false for NaN


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _turned(longitude: float, middle: float) -> float:
    """Return a longitude as seen from a middle one: -180 to 180."""
    turned = longitude - middle
    return float(turned - 360 * np.floor((turned + 180) / 360))


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _extremes(longitude: FloatArray, latitude: FloatArray) -> tuple[float, float, float, float, float]:
    """Return (middle, west, east, south, north), longitudes as seen from the middle; NaN where no place is known."""
    middle = np.nan
    west = south = np.inf
    east = north = -np.inf
    for i in range(longitude.size):
        if not (np.isfinite(longitude[i]) and np.isfinite(latitude[i])):
            continue
        if np.isnan(middle):
            middle = longitude[i]
        turned = _turned(longitude[i], middle)
        west, east = min(west, turned), max(east, turned)
        south, north = min(south, latitude[i]), max(north, latitude[i])
    return middle, west, east, south, north


def _bounds(longitude: FloatArray, latitude: FloatArray) -> tuple[float, float, float, float, float] | None:
    found = _extremes(longitude.ravel(), latitude.ravel())
    return None if np.isnan(found[0]) else found


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _weights(t: float) -> tuple[float, float, float, float]:
    """Return Lagrange's weights of four nodes at -1, 0, 1, 2."""
    below, above, far = t + 1, t - 1, t - 2
    return -t * above * far / 6, below * above * far / 2, -below * t * far / 2, below * t * above / 6


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _interpolate(
    longitude: FloatArray, latitude: FloatArray, place: MeshPlace, mesh: FloatArray, places: FloatArray
) -> None:
    middle, west, south, step = place
    for i in range(longitude.size):
        if not (np.isfinite(longitude[i]) and np.isfinite(latitude[i])):
            places[0, i] = places[1, i] = np.nan
            continue
        across, along = (_turned(longitude[i], middle) - west) / step, (latitude[i] - south) / step
        column = min(max(int(across), 1), mesh.shape[2] - 3)
        row = min(max(int(along), 1), mesh.shape[1] - 3)
        u, v = _weights(across - column), _weights(along - row)
        x = y = 0.0
        for down in range(4):
            for right in range(4):
                weight = v[down] * u[right]
                x += weight * mesh[0, row - 1 + down, column - 1 + right]
                y += weight * mesh[1, row - 1 + down, column - 1 + right]
        places[0, i], places[1, i] = x, y


def warm_up() -> None:
    """Compile the kernels."""
    project_many(*np.meshgrid(np.linspace(14.9, 15.1, 40), np.linspace(45, 45.2, 40)), "EPSG:32633")
