"""Which pixels of a grid belong to a polygon."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.errors import NotGeoreferencedWarning
from rasterio.features import geometry_mask
from shapely.geometry.base import BaseGeometry

# rasterio says so of the array it burns into, which has no file and needs none.
warnings.filterwarnings("ignore", category=NotGeoreferencedWarning, module="rasterio.features")


def pixels_inside(
    outline: BaseGeometry | None, shape: Sequence[int], transform: Affine, all_touched: bool = False
) -> NDArray[np.bool_]:
    """Return which pixels lie in a polygon: those whose centre does, as in GDAL's cutlines; all where it is None.

    Parameters
    ----------
    shape
        (height, width).
    transform
        Pixel to map.
    all_touched
        Take every pixel that the polygon touches.

    Returns
    -------
    ndarray of bool, shape (y, x)
    """
    if outline is None or outline.covers(_centres(shape, transform)):
        return np.ones(shape, bool)
    return geometry_mask([outline], shape, transform, all_touched=all_touched, invert=True)


def _centres(shape: Sequence[int], transform: Affine) -> BaseGeometry:
    """Return the ground between the centres of the outermost pixels."""
    corners = [(0.5, 0.5), (shape[1] - 0.5, 0.5), (shape[1] - 0.5, shape[0] - 0.5), (0.5, shape[0] - 0.5)]
    a, b, c, d, e, f = transform[:6]
    return shapely.Polygon([(a * x + b * y + c, d * x + e * y + f) for x, y in corners])


def pixels_of_area(outline: BaseGeometry | None, grid: GeoBox) -> NDArray[np.bool_]:
    """Return which pixels of a grid belong to an area: those whose centre lies in it.

    An area that slips between the centres has every pixel that it touches, or all where it touches none.

    Parameters
    ----------
    outline
        In the grid's CRS; None: all.

    Returns
    -------
    ndarray of bool, shape (y, x)
    """
    inside = pixels_inside(outline, grid.shape, grid.transform)
    if not inside.any():
        inside = pixels_inside(outline, grid.shape, grid.transform, all_touched=True)
    return inside if inside.any() else np.ones(grid.shape, bool)
