"""Transformations between coordinate systems: of places, and of geometries whose edges bend."""

from __future__ import annotations

import functools
import threading

import numpy as np
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError

EXAMPLE = "Choose a geographic or projected one, such as EPSG:32633."
_OF_THREAD = threading.local()


def checked_crs(text: str, name: str) -> pyproj.CRS:
    """Return the CRS that a user names: one in which a map can be drawn.

    Parameters
    ----------
    text
        WKT or an authority's code.
    name
        Of what it is the CRS of, for the error.

    Raises
    ------
    InvalidRequestError
        If it is unknown, or places nothing on a map: an engineering (local) or a geocentric one.
    """
    try:
        crs = pyproj.CRS(text)
    except pyproj.exceptions.CRSError as error:
        raise InvalidRequestError(f"{name} {text!r:.80} is unknown.", EXAMPLE) from error
    if not (crs.is_geographic or crs.is_projected):
        kind = crs.type_name.removesuffix(" CRS").lower()
        raise InvalidRequestError(f"{name} {crs.name!r:.80} is {kind}: it places nothing on a map.", EXAMPLE)
    return crs


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
    try:
        return pyproj.Transformer.from_crs(source_crs, target_crs, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise InvalidRequestError(
            f"Nothing leads from the CRS {_short(source_crs)} to {_short(target_crs)}.", EXAMPLE
        ) from error


def _short(crs: str) -> str:
    return " ".join(str(crs).split())[:60]


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
    transformer = transformer_between(source_crs, target_crs)
    return shapely.transform(geometry, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
