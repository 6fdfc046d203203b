"""The Sentinel-2 scene classification (SCL) as a mask. True = usable, always called ``valid``."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.imagery import SCL_CLASSES

VALUES = 256  # of an 8-bit raster


def valid_table(mask_classes: Collection[str]) -> NDArray[np.bool_]:
    """Return which SCL values are usable, as a table to index with the raster.

    Parameters
    ----------
    mask_classes
        Names of the classes to mask (``none`` masks nothing). Values without a name, which some copies of the archive
        hold in a pixel here and there, are kept: only what is named is masked.

    Returns
    -------
    ndarray of bool, shape (256,)

    Examples
    --------
    >>> [int(value) for value in np.flatnonzero(~valid_table(("no_data", "cloud_high")))]
    [0, 9]
    """
    table = np.ones(VALUES, bool)
    table[: len(SCL_CLASSES)] = [name not in mask_classes for name in SCL_CLASSES]
    return table


def grow_mask(valid: NDArray[np.bool_], distance_px: float) -> NDArray[np.bool_]:
    """Mask every pixel whose centre lies within a distance of a masked one.

    Parameters
    ----------
    valid : shape (y, x)
    distance_px
        In pixels; 0 changes nothing.

    Returns
    -------
    ndarray of bool, shape (y, x)

    Examples
    --------
    >>> grow_mask(np.array([[True, True, False, True]]), 1.0)
    array([[ True, False, False, False]])
    """
    if distance_px <= 0 or valid.all():
        return valid
    from scipy import ndimage  # loaded only where a mask grows: most jobs have none

    return ndimage.distance_transform_edt(valid) > distance_px


def erode_edges(valid: NDArray[np.bool_], classes: NDArray[np.uint8], distance_px: float) -> NDArray[np.bool_]:
    """Mask what lies within a distance of a pixel that was never observed (class no_data): the ragged swath edge.

    Parameters
    ----------
    valid : shape (y, x)
    classes : shape (y, x)
        The scene classification.
    distance_px
        In pixels; 0 changes nothing.

    Returns
    -------
    ndarray of bool, shape (y, x)
    """
    observed = classes != SCL_CLASSES.index("no_data")
    return valid & grow_mask(observed, distance_px) if distance_px > 0 else valid
