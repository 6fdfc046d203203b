"""Which pixels of a grid belong to a polygon."""

from __future__ import annotations

import warnings

import numpy as np
from rasterio.errors import NotGeoreferencedWarning
from rasterio.features import geometry_mask

# rasterio says so of the array it burns into, which has no file and needs none.
warnings.filterwarnings("ignore", category=NotGeoreferencedWarning, module="rasterio.features")


def pixels_inside(outline, shape, transform, all_touched=False):
    """Return which pixels lie in a polygon: those whose centre does, as in GDAL's cutlines; all where it is None.

    Parameters
    ----------
    outline : shapely geometry or None
    shape : tuple of int
        (height, width).
    transform : Affine
        Pixel to map.
    all_touched : bool
        Take every pixel that the polygon touches.

    Returns
    -------
    ndarray of bool, shape (y, x)
    """
    if outline is None:
        return np.ones(shape, bool)
    return geometry_mask([outline], shape, transform, all_touched=all_touched, invert=True)


def pixels_of_area(outline, grid):
    """Return which pixels of a grid belong to an area: those whose centre lies in it.

    An area that slips between the centres has every pixel that it touches, or all where it touches none.

    Parameters
    ----------
    outline : shapely geometry or None
        In the grid's CRS; None: all.
    grid : GeoBox

    Returns
    -------
    ndarray of bool, shape (y, x)
    """
    inside = pixels_inside(outline, grid.shape, grid.transform)
    if not inside.any():
        inside = pixels_inside(outline, grid.shape, grid.transform, all_touched=True)
    return inside if inside.any() else np.ones(grid.shape, bool)
