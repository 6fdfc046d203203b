"""The output grid: its lattice, its blocks, and geometry in its CRS. A grid is always odc-geo's GeoBox."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.crs import CRS
from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import GridTooLargeError, InvalidRequestError
from sentinel_toolkit.contract.imagery import MAX_PIXELS
from sentinel_toolkit.core.geo.transformations import checked_crs, transformer_between

# One output pixel larger than the area, and than this, is a slip of units: degrees, or source pixels a side.
MAX_DEGREES, MAX_COARSENING = 0.01, 500
UTM_LATITUDES = -80, 84  # degrees; beyond, the zones grow too narrow
Bounds = tuple[float, float, float, float]  # west, south, east, north
SNAP = 0.02  # of a pixel: what rounded footprints and transforming to and fro may add, which is no row or column


def lattice_grid(
    bounds: Bounds, crs: CRS | str, resolution: float, origin: tuple[float, float] = (0.0, 0.0), snap: float = SNAP
) -> GeoBox:
    """Return the smallest grid that covers ``bounds`` and whose pixel corners lie on the lattice through ``origin``.

    Parameters
    ----------
    bounds
        West, south, east, north in ``crs``.
    crs
        What pyproj understands.
    resolution
        Pixel size in the unit of ``crs``.
    origin
        Any corner of the lattice, e.g. the upper left corner of a scene.
    snap
        Of a pixel, by which the area may overlap a row or column that is left out.

    Returns
    -------
    GeoBox
        North up.

    Raises
    ------
    InvalidRequestError
        If the grid would be larger than any raster we make.

    Examples
    --------
    >>> grid = lattice_grid((500_003, 4_990_007, 500_041, 4_990_022), "EPSG:32633", 10.0)
    >>> grid.shape.yx, (grid.transform.c, grid.transform.f)
    ((3, 5), (500000.0, 4990030.0))
    """
    west, south, east, north = bounds
    x0, y0 = origin
    left = math.floor((west - x0) / resolution + snap)
    right = max(math.ceil((east - x0) / resolution - snap), left + 1)
    bottom = math.floor((south - y0) / resolution + snap)
    top = max(math.ceil((north - y0) / resolution - snap), bottom + 1)
    width, height = right - left, top - bottom
    if width * height > MAX_PIXELS:
        raise GridTooLargeError(
            f"The result would have {width} × {height} pixels of {resolution:g}.",
            "Choose a smaller area or a coarser RESOLUTION (it is in the unit of the CRS).",
        )
    transform = Affine(resolution, 0, x0 + left * resolution, 0, -resolution, y0 + top * resolution)
    return GeoBox((height, width), transform, crs)


def blocks(
    grid: GeoBox, block_shape: tuple[int, int], phase: tuple[int, int] = (0, 0)
) -> Iterator[tuple[int, int, GeoBox]]:
    """Yield (row, column, GeoBox) of each block of at most ``block_shape`` (height, width) pixels, row by row.

    ``phase`` are the row and column of a corner between blocks.
    """
    rows, columns = map(_cuts, grid.shape, block_shape, phase)
    for row, row_end in rows:
        for column, column_end in columns:
            yield row, column, grid[row:row_end, column:column_end]


def _cuts(length: int, size: int, first: int) -> list[tuple[int, int]]:
    """Return (start, stop) of the pieces of a length that is cut at ``first`` and every ``size`` before and after."""
    cuts = [0, *(cut for cut in range(first % size, length, size) if cut > 0), length]
    return list(itertools.pairwise(cuts))


def choose_crs(crs: str, scene_grids: Sequence[GeoBox], centre: tuple[float, float]) -> CRS:
    """Return the CRS of a result: the one asked for, else the scenes' own, else the UTM zone of the area's centre.

    Parameters
    ----------
    crs
        What pyproj understands, or empty.
    centre
        Longitude and latitude of the area's centre.

    Raises
    ------
    InvalidRequestError
        If the CRS is unknown.
    """
    own = {grid.crs for grid in scene_grids if grid.crs is not None}
    if crs:
        checked_crs(crs, "CRS")
        return CRS(crs)
    return own.pop() if len(own) == 1 else CRS(utm_zone(*centre))


def result_grid(
    outline: BaseGeometry, crs: CRS, scene_grids: Sequence[GeoBox], resolution: float, snap: float = SNAP
) -> GeoBox:
    """Return the output grid of a job, by the rule of the public interface.

    In a CRS that the scenes have themselves the grid lies on the lattice of their pixels (the first scene's in that
    CRS); in any other on multiples of the resolution. It is the smallest such grid that covers the outline.

    Parameters
    ----------
    outline : shapely geometry
        The area, in ``crs``.
    scene_grids
        Of the scenes in their order; the first one decides the lattice.
    resolution
        In the unit of the CRS.
    snap
        As in ``lattice_grid``.

    Raises
    ------
    InvalidRequestError
        If the area has no place in the CRS, or the grid would be too large.
    """
    own = next((grid for grid in scene_grids if grid.crs == crs), None)
    origin = (own.transform.c, own.transform.f) if own is not None else (0.0, 0.0)
    if outline.is_empty or not np.isfinite(outline.bounds).all():
        raise InvalidRequestError(f"The area of interest cannot be shown in {crs}.", "Choose another CRS.")
    west, south, east, north = outline.bounds
    is_coarse = resolution > max(east - west, north - south)
    if is_coarse and crs.geographic and resolution > MAX_DEGREES:
        raise InvalidRequestError(
            f"RESOLUTION {resolution:g} is larger than the area ({east - west:.4g} × {north - south:.4g} degrees).",
            "In a CRS of degrees RESOLUTION is in degrees: 0.0001 is about 10 m.",
        )
    if is_coarse and own is not None and resolution > MAX_COARSENING * abs(own.resolution.x):
        raise InvalidRequestError(
            f"RESOLUTION {resolution:g} is larger than the area ({east - west:.0f} × {north - south:.0f} m).",
            "Choose a finer RESOLUTION (in metres) or a larger area.",
        )
    return lattice_grid(outline.bounds, crs, resolution, origin, snap)


def is_north_up(grid: GeoBox) -> bool:
    """Tell whether a grid's rows run west to east, and its columns north to south."""
    transform = grid.transform
    return transform.b == transform.d == 0 and transform.a > 0 > transform.e


def own_grid(grid: GeoBox, outline: BaseGeometry, snap: float = SNAP) -> GeoBox:
    """Return the grid on the lattice of another one, whose pixels need not be square, that covers a geometry.

    Parameters
    ----------
    grid
        North up.
    outline : shapely geometry
        In its CRS.
    snap
        As in ``lattice_grid``.
    """
    west, south, east, north = outline.bounds
    (left, top), (right, bottom) = ~grid.transform @ (west, north), ~grid.transform @ (east, south)
    first, upper = math.floor(left + snap), math.floor(top + snap)
    last, lower = max(math.ceil(right - snap), first + 1), max(math.ceil(bottom - snap), upper + 1)
    shape = lower - upper, last - first
    if shape[0] * shape[1] > MAX_PIXELS:
        raise GridTooLargeError(f"The result would have {shape[1]} × {shape[0]} pixels.", "Choose a smaller area.")
    return GeoBox(shape, grid.transform @ Affine.translation(first, upper), grid.crs)


def pixel_steps(grid: GeoBox, source: GeoBox) -> NDArray[np.float64]:
    """Return how far one pixel of a grid, in its middle, reaches in a raster, counted in the raster's pixels.

    Returns
    -------
    steps
        Shape (2, 2): the (rows, columns) of a step to the right, then those of a step down; not finite where the
        raster's CRS does not reach.
    """
    height, width = grid.shape
    places = np.empty((3, 2))
    for place, (right, down) in zip(places, ((0, 0), (1, 0), (0, 1)), strict=True):
        x, y = grid.transform @ (width / 2 + right, height / 2 + down)
        if grid.crs != source.crs:
            x, y = transformer_between(str(grid.crs), str(source.crs)).transform(x, y)
        column, row = ~source.transform @ (x, y)
        place[:] = row, column
    return places[1:] - places[:1]


def longer_side(outline: BaseGeometry) -> float:
    """Return the longer side of a geometry's box, in the unit of its CRS."""
    west, south, east, north = outline.bounds
    return float(max(east - west, north - south))


def utm_zone(longitude_deg: float, latitude_deg: float) -> str:
    """Return the EPSG code of the UTM zone (WGS 84) of a place; near the poles, of the stereographic zone (UPS).

    >>> utm_zone(15.98, 45.81), utm_zone(-70.0, -33.0), utm_zone(0.0, 88.0)
    ('EPSG:32633', 'EPSG:32719', 'EPSG:5041')
    """
    if not UTM_LATITUDES[0] <= latitude_deg <= UTM_LATITUDES[1]:
        return "EPSG:5041" if latitude_deg > 0 else "EPSG:5042"
    zone = min(int((longitude_deg + 180) // 6) + 1, 60)
    return f"EPSG:{(32600 if latitude_deg >= 0 else 32700) + zone}"
