"""Zones on a grid: which pixels a polygon covers and how much of each; a point stands for the pixel it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from exactextract import exact_extract
from exactextract.feature import JSONFeatureSource
from exactextract.raster import NumPyRasterSource
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.types import Shape2d
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError

STRIP = 4_000_000  # pixels looked at together: some 150 MB; exactextract itself keeps a zone of one piece in order

LEAST_SHARE = 1e-6  # of a pixel, 10 µm along an edge of 10 m: less is no zone but a rounded corner in the next pixel


class ZoneCoverage(NamedTuple):
    """The pixels of a grid that a zone covers, row by row; all have the shape (pixel,), and no pixel is named twice."""

    rows: NDArray[np.int32]
    """Counted from the grid's first pixel."""
    columns: NDArray[np.int32]
    """Counted from the grid's first pixel."""
    weights: NDArray[np.float64]
    """The share of each that lies in the zone, in (0, 1]."""


_NOTHING = ZoneCoverage(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0))


def coverage_of(geometry: BaseGeometry, grid: GeoBox) -> ZoneCoverage:
    """Return which pixels of a grid a zone covers and how much of each.

    The shares are exact, for each pixel's square is intersected with the polygon (by exactextract,
    https://github.com/isciences/exactextract): their sum times the area of a pixel is the polygon's area within the
    grid. Only the window around the zone is looked at, whatever the grid's size. All is done in the grid's pixel
    coordinates, so that oblong, rotated and south-up pixels are right too.

    Parameters
    ----------
    geometry
        In the grid's CRS. (Multi)polygons with holes or without; what a zone covers twice counts once. (Multi)points:
        pixels that contain a point weigh 1 each; a pixel owns its first row's and first column's edge, not the others.
        Of a collection the polygons count, or the points where it has no polygon.

    Returns
    -------
    coverage
        Shares below a millionth are left out. Without any pixel if the zone lies outside the grid, is empty or has no
        area.

    Raises
    ------
    InvalidRequestError
        If the zone is a line, or its coordinates are not finite.
    """
    if not np.isfinite(shapely.get_coordinates(geometry)).all():
        raise InvalidRequestError(
            f"A zone has no place in {grid.crs}: its coordinates are not finite.",
            "Leave out the zones far from the rasters.",
        )
    to_pixels = ~grid.transform
    placed = shapely.transform(geometry, lambda xy: np.column_stack(to_pixels @ (xy[:, 0], xy[:, 1])))
    parts = shapely.get_parts(shapely.get_parts(placed))  # a collection may hold multipolygons
    kinds = {part.geom_type for part in parts}
    if "Polygon" in kinds:
        return _covered(_polygon_of([part for part in parts if part.geom_type == "Polygon"]), grid.shape)
    if kinds - {"Point"}:
        raise InvalidRequestError(
            f"A zone is a {geometry.geom_type}.", "Zones are polygons or points; a line can be buffered first."
        )
    return _containing(shapely.get_coordinates(parts), grid.shape)


def _polygon_of(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return the polygons as one valid geometry, which counts nothing twice; it may be empty."""
    whole: BaseGeometry = shapely.multipolygons(parts)  # type: ignore[assignment]  # of one list it is one geometry
    # "structure" unites what overlaps where the other method would cut it out as a hole.
    return whole if whole.is_valid else shapely.make_valid(whole, method="structure", keep_collapsed=False)


def _covered(polygon: BaseGeometry, shape: Shape2d) -> ZoneCoverage:
    """Return the coverage of a valid polygon in pixel coordinates."""
    height, width = shape
    left, top, right, bottom = shapely.bounds(polygon)
    if not (left < width and right > 0 and top < height and bottom > 0):  # also if empty: its bounds are NaN
        return _NOTHING
    column, row = max(int(np.floor(left)), 0), max(int(np.floor(top)), 0)
    columns, rows = min(int(np.ceil(right)), width) - column, min(int(np.ceil(bottom)), height) - row
    if not (columns and rows):
        return _NOTHING
    stride = max(STRIP // columns, 1)
    strips = [
        _strip(polygon, (start, min(start + stride, row + rows)), (column, column + columns))
        for start in range(row, row + rows, stride)
    ]
    return ZoneCoverage(*map(np.concatenate, zip(*strips, strict=True)))


def _strip(polygon: BaseGeometry, rows: tuple[int, int], columns: tuple[int, int]) -> ZoneCoverage:
    """Return the coverage of the pixels in some rows and columns, each (start, stop)."""
    (top, bottom), (left, right) = rows, columns
    # exactextract counts y upwards from the last row. Its raster must have pixels, but these are not looked at: one
    # byte stands for all of them.
    window = NumPyRasterSource(np.broadcast_to(np.uint8(0), (bottom - top, right - left)))
    placed = shapely.transform(polygon, lambda xy: np.column_stack((xy[:, 0] - left, bottom - xy[:, 1])))
    feature = {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(placed)}
    answer = exact_extract(window, JSONFeatureSource(feature), ["cell_id", "coverage"])[0]["properties"]
    is_meant = answer["coverage"] > LEAST_SHARE
    down, across = np.divmod(answer["cell_id"][is_meant], right - left)
    return ZoneCoverage((top + down).astype(np.int32), (left + across).astype(np.int32), answer["coverage"][is_meant])


def _containing(points: NDArray[np.float64], shape: Shape2d) -> ZoneCoverage:
    """Return the coverage of points in pixel coordinates, shape (point, 2): x, y."""
    columns, rows = np.floor(points).T
    is_inside = (rows >= 0) & (rows < shape[0]) & (columns >= 0) & (columns < shape[1])
    if not is_inside.any():
        return _NOTHING
    pixels = np.unique(np.column_stack((rows, columns))[is_inside].astype(np.int32), axis=0)
    rows, columns = pixels.T.copy()
    return ZoneCoverage(rows, columns, np.ones(len(pixels)))
