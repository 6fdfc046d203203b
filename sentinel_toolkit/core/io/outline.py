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
