"""From a swath to a grid: each output cell takes its truly nearest pixel, or interpolates between the four around it.

A swath is a curved, irregular array of pixels, each with a place of its own. Its pixels are sorted into bins a little
larger than the search radius; the nearest one of a cell then lies in one of nine bins, so that the work grows with the
number of pixels and cells alone, and no tree is built.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
import pyproj
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.geo.projections import project_many
from sentinel_toolkit.core.geo.transformations import transformer_between
from sentinel_toolkit.core.swaths.gridding.kernels import fill_quads, find_nearest, find_quads, sort_into_bins

FloatArray = NDArray[np.floating]
IndexArray = NDArray[np.int32]
Value = TypeVar("Value", bound=np.generic)
MAX_DISTANCE = 0.75  # of the swath's spacing: the corner of a square pixel is 0.71 from its centre
MAX_QUAD_EDGE = 1.6  # of the spacing: longer edges bridge a gap, in which nothing was measured
REACH = 1.0  # of the spacing, in which the four pixels around a cell are looked for
SCALE_ROWS = 33  # of the grid at which the ground's size of a map unit is computed; it varies smoothly
SPACING_SAMPLES = 24  # along each side of a swath: the median of some 600 distances moves by a thousandth
BINS_PER_PIXEL = 4  # at most, so that a few pixels strewn over a continent need no gigabytes
_WGS84 = pyproj.Geod(ellps="WGS84")


class Places(NamedTuple):
    """Where the pixels of a swath lie in a map: ``x`` and ``y`` (row, column), float64, NaN where unknown.

    ``spacing_m`` is the distance of neighbouring pixels on the ground.
    """

    x: FloatArray
    y: FloatArray
    spacing_m: float


class Quads(NamedTuple):
    """The four pixels around each cell; all of shape (y, x)."""

    upper_left: IndexArray
    """Flat index of the upper left one into the swath; -1 where there are no four."""
    along: NDArray[np.float32]
    """The cell's place between them by rows, 0-1."""
    across: NDArray[np.float32]
    """The same by columns."""

    @classmethod
    def none(cls, shape: tuple[int, int]) -> Quads:
        """Return quads of which none is found yet."""
        return cls(np.full(shape, -1, np.int32), np.zeros(shape, np.float32), np.zeros(shape, np.float32))


class Gridding(NamedTuple):
    """Which pixels a grid takes."""

    nearest: IndexArray
    """Flat indices into the swath, shape (y, x); -1 where none is near."""
    quads: Quads | None = None
    """None where nothing is to be interpolated."""


def place(latitude: FloatArray, longitude: FloatArray, crs: str) -> Places:
    """Return the Places of a swath.

    Parameters
    ----------
    latitude, longitude : shape (row, column)
        Degrees, WGS 84; NaN where unknown.
    crs
        Of the map; what pyproj understands.
    """
    return Places(*project_many(longitude, latitude, crs), spacing_m(latitude, longitude))


def spacing_m(latitude: FloatArray, longitude: FloatArray) -> float:
    """Return the median distance of neighbours on the ground, along rows or columns, whichever is larger; m."""
    step = tuple(max(1, size // SPACING_SAMPLES) for size in latitude.shape)
    medians = []
    for down, right in ((1, 0), (0, 1)):
        height, width = latitude.shape[0] - down, latitude.shape[1] - right
        pixels = np.s_[: height or None : step[0], : width or None : step[1]]
        neighbours = np.s_[down :: step[0], right :: step[1]]
        if height < 1 or width < 1:
            continue
        distances = distances_m(latitude[pixels], longitude[pixels], latitude[neighbours], longitude[neighbours])
        known = distances[np.isfinite(distances)]
        if known.size:
            medians.append(np.median(known))
    return float(max(medians, default=np.nan))


def distances_m(
    latitude: FloatArray, longitude: FloatArray, other_latitude: FloatArray, other_longitude: FloatArray
) -> FloatArray:
    """Return short distances on the WGS 84 ellipsoid, m, by its radii of curvature in the middle of each."""
    middle = np.radians((latitude + other_latitude) / 2)
    squared = 1 - _WGS84.es * np.sin(middle) ** 2
    north = np.radians(other_latitude - latitude) * _WGS84.a * (1 - _WGS84.es) / squared**1.5
    turned = (other_longitude - longitude + 180) % 360 - 180
    east = np.radians(turned) * _WGS84.a / np.sqrt(squared) * np.cos(middle)
    return np.hypot(north, east)


def grid_swath(places: Places, grid: GeoBox, interpolate: bool = False) -> Gridding:
    """Return the Gridding of a swath on a grid.

    Parameters
    ----------
    places
        In the grid's CRS.
    grid
        North up.
    interpolate
        Find the four pixels around each cell, too.

    Notes
    -----
    Distances are those on the ground, as far as the map's scale along a row is that of its middle. No pixel is taken
    that is farther than 0.75 of the spacing, so that nothing is drawn where nothing was measured; between four
    neighbours whose places scatter, a cell may be farther from each of them, and is interpolated.
    """
    height, width = grid.shape
    nearest = np.full((height, width), -1, np.int32)
    if not (np.isfinite(places.spacing_m) and places.spacing_m > 0):
        return Gridding(nearest, Quads.none(nearest.shape) if interpolate else None)
    x_m, y_m = _metres_per_unit(grid)
    reach_m = (REACH if interpolate else MAX_DISTANCE) * places.spacing_m
    pad = reach_m / x_m.min(), reach_m / y_m.min()
    west, south, east, north = grid.boundingbox
    box = west - pad[0], south - pad[1], east + pad[0], north + pad[1]
    bin_size = _bin_size(box, pad, places.x.size)
    shape = int((box[3] - box[1]) / bin_size[1]) + 1, int((box[2] - box[0]) / bin_size[0]) + 1
    starts, order = sort_into_bins(places.x.ravel(), places.y.ravel(), box[0], box[3], bin_size, shape)
    bins = starts, order, places.x.ravel()[order], places.y.ravel()[order]
    cells = grid.transform.c, grid.transform.f, grid.transform.a, grid.transform.e
    distances = np.full(nearest.shape, reach_m**2, np.float32)
    find_nearest(*bins, (box[0], box[3], *bin_size), shape, cells, x_m, y_m, nearest, distances)
    if not interpolate:
        return Gridding(nearest)
    quads = Quads.none(nearest.shape)
    longest = (MAX_QUAD_EDGE * places.spacing_m) ** 2
    find_quads(places.x, places.y, cells, x_m, y_m, longest, nearest, *quads)
    nearest[distances > (MAX_DISTANCE * places.spacing_m) ** 2] = -1
    return Gridding(nearest, quads)


def _bin_size(box: tuple[float, float, float, float], pad: tuple[float, float], count: int) -> tuple[float, float]:
    """Return (x, y): not smaller than the search radius, and not more bins than a few for each pixel."""
    bins = (box[2] - box[0]) / pad[0] * (box[3] - box[1]) / pad[1]
    factor = max(1.0, (bins / (BINS_PER_PIXEL * max(count, 1000))) ** 0.5)
    return pad[0] * factor, pad[1] * factor


def _metres_per_unit(grid: GeoBox) -> tuple[FloatArray, FloatArray]:
    """Return the ground's metres in a map unit to the east and to the north, for each row, in the grid's middle."""
    height = grid.shape[0]
    rows = np.unique(np.linspace(0, height - 1, min(SCALE_ROWS, height)).round())
    transform = grid.transform
    x = np.full(len(rows), transform.c + transform.a * grid.shape[1] / 2)
    y = transform.f + transform.e * (rows + 0.5)
    to_lonlat = transformer_between(str(grid.crs), "EPSG:4326")
    lengths = []
    for dx, dy in ((transform.a / 2, 0.0), (0.0, transform.e / 2)):
        start, stop = to_lonlat.transform(x - dx, y - dy), to_lonlat.transform(x + dx, y + dy)
        known = np.isfinite(start).all(0) & np.isfinite(stop).all(0)
        metres = np.full(len(rows), np.nan)
        metres[known] = _WGS84.inv(*(part[known] for part in (*start, *stop)))[2]
        metres = np.where(np.isfinite(metres) & (metres > 0), metres, np.nan)
        typical = np.nanmedian(metres) if np.isfinite(metres).any() else abs(2 * (dx + dy))
        lengths.append(np.interp(np.arange(height), rows, np.where(np.isnan(metres), typical, metres)))
    return lengths[0] / abs(transform.a), lengths[1] / abs(transform.e)


def take_nearest(values: NDArray[Value], gridding: Gridding, missing: float) -> NDArray[Value]:
    """Return the values of the nearest pixels.

    Parameters
    ----------
    values : shape (row, column)
    missing
        Where there is none.

    Returns
    -------
    ndarray of the values' type, shape (y, x)
    """
    return np.where(gridding.nearest >= 0, values.ravel()[gridding.nearest], values.dtype.type(missing))


def take_bilinear(values: NDArray[np.float32], gridding: Gridding) -> NDArray[np.float32]:
    """Return values interpolated between the four pixels of each quad; where one of them is missing, the nearest's.

    Parameters
    ----------
    values : shape (row, column)
        NaN where missing: nothing is interpolated across cloud.
    gridding
        Made with ``interpolate``.

    Returns
    -------
    ndarray of float32, shape (y, x)
    """
    result = take_nearest(values, gridding, np.nan)
    if gridding.quads is not None:
        fill_quads(values, *gridding.quads, result)
    return result


def warm_up() -> None:
    """Compile the kernels for the types they are used with."""
    latitude, longitude = np.mgrid[45:45.02:3j, 15:15.02:3j]
    grid = GeoBox.from_bbox((500_000, 4_983_000, 502_000, 4_985_000), "EPSG:32633", resolution=1000)
    gridding = grid_swath(place(latitude, longitude, "EPSG:32633"), grid, interpolate=True)
    take_bilinear(np.zeros((3, 3), np.float32), gridding)
