"""Transformations between coordinate systems: of places, and of geometries whose edges bend."""

from __future__ import annotations

import functools
import threading

import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

_OF_THREAD = threading.local()


def transformer_between(source_crs: str, target_crs: str) -> pyproj.Transformer:
    """Return the Transformer from one CRS to another, axes x and y whatever the authority says.

    It is made once: making one takes longer than many uses of it.

    Parameters
    ----------
    source_crs, target_crs
        What pyproj understands.
    """
    if not hasattr(_OF_THREAD, "make"):  # a Transformer may be used by its own thread alone
        _OF_THREAD.make = functools.lru_cache(maxsize=32)(_make)
    transformer: pyproj.Transformer = _OF_THREAD.make(source_crs, target_crs)
    return transformer


def _make(source_crs: str, target_crs: str) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(source_crs, target_crs, always_xy=True)


def transform_geometry(geometry: BaseGeometry, source_crs: str, target_crs: str, densify: int = 64) -> BaseGeometry:
    """Return the geometry in another CRS, its edges first divided so that they bend as they should.

    Parameters
    ----------
    geometry : shapely geometry
    source_crs, target_crs
        What pyproj understands; axes are x, y whatever the authority says.
    densify
        Parts that the longer side of the bounding box is divided into; 0 moves the vertices alone.
    """
    source, target = pyproj.CRS(source_crs), pyproj.CRS(target_crs)
    if source == target or source.equals(target, ignore_axis_order=True):
        return geometry
    west, south, east, north = geometry.bounds
    longer_side = max(east - west, north - south)
    if densify and longer_side > 0:
        geometry = geometry.segmentize(longer_side / densify)
    transformer = pyproj.Transformer.from_crs(source, target, always_xy=True)
    return shapely.transform(geometry, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
