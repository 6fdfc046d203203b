"""The line of a boundary upon a map: black, without smoothed edges, so that no colour is made that no value has."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.animation.page.keys import Box

SIMPLER = 0.2  # pixels that a boundary may be moved to be drawn faster
MARGIN = 16  # pixels beyond the map that a boundary is drawn to, so that its ends are not seen


def boundary_places(boundary: BaseGeometry, grid: GeoBox, box: Box, thickness: int) -> NDArray[np.intp]:
    """Return the flat indices of the pixels of the map's rectangle that a boundary's line covers.

    Parameters
    ----------
    boundary
        In the grid's CRS: polygons with holes and islands, lines, points (drawn as small rings).
    box
        The map's rectangle on the page.
    thickness
        Pixels.

    Returns
    -------
    ndarray of int64
    """
    rows, columns = grid.shape
    inverse = ~grid.transform
    scale = np.array([box.width / columns, box.height / rows])
    matrix = np.array([[inverse.a, inverse.d], [inverse.b, inverse.e]])
    origin = np.array([inverse.c, inverse.f])
    drawn = shapely.transform(shapely.force_2d(boundary), lambda xy: (xy @ matrix + origin) * scale)
    canvas = Image.new("L", (box.width, box.height), 0)
    pen = ImageDraw.Draw(canvas)
    for line in _lines(drawn, box):
        pen.line([(math.floor(x), math.floor(y)) for x, y in line], 1)
    radius = 2 * thickness + 1
    for x, y in shapely.get_coordinates([part for part in _parts(drawn) if part.geom_type == "Point"]):
        if -radius <= x < box.width + radius and -radius <= y < box.height + radius:
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=1)
    return np.flatnonzero(_thickened(np.asarray(canvas) > 0, thickness))


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single geometries that a geometry is made of."""
    parts = shapely.get_parts(geometry)
    return [single for part in parts for single in (_parts(part) if hasattr(part, "geoms") else [part])]


def _lines(geometry: BaseGeometry, box: Box) -> Iterator[NDArray[np.float64]]:
    """Yield the coordinates of all lines and rings, cut near the map."""
    for part in _parts(geometry):
        rings = [part.exterior, *part.interiors] if isinstance(part, shapely.Polygon) else [part]
        for ring in rings:
            if ring.is_empty or ring.geom_type == "Point":
                continue
            line = shapely.simplify(shapely.LineString(ring.coords), SIMPLER)
            near = shapely.clip_by_rect(line, -MARGIN, -MARGIN, box.width + MARGIN, box.height + MARGIN)
            yield from (shapely.get_coordinates(piece) for piece in _parts(near) if not piece.is_empty)


def _thickened(covered: NDArray[np.bool_], thickness: int) -> NDArray[np.bool_]:
    """Return a mask grown to the right and down, so that lines of one pixel become lines of ``thickness``."""
    for axis in (0, 1):
        grown = covered.copy()
        for step in range(1, min(thickness, covered.shape[axis])):
            np.moveaxis(grown, axis, 0)[step:] |= np.moveaxis(covered, axis, 0)[:-step]
        covered = grown
    return covered
