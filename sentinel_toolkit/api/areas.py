"""Areas as notebooks have them become the fields of requests: a text with a CRS."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.api.vectors import Layer, layer_of, read_layer
from sentinel_toolkit.contract.errors import InvalidRequestError

LONLAT = "EPSG:4326"
HINT = "Give (west, south, east, north) in degrees, a GeoDataFrame with its CRS, or the path of a vector file."
Fields = dict[str, Any]


def area_fields(area: Any, name: str = "area") -> Fields:  # noqa: ANN401  (a box, a geometry, a frame, a path)
    """Return ``aoi_wkt``, ``aoi_crs`` and ``clip`` of an area; empty of None.

    A box, and an odc.geo GeoBox, is an extent: the whole grid is filled. Anything else is an outline: what lies outside
    it stays empty.

    Parameters
    ----------
    area
        A (west, south, east, north) box in degrees, a shapely geometry or a GeoJSON dict in degrees, a GeoDataFrame or
        GeoSeries, an odc.geo Geometry or GeoBox, or the path of a vector file.

    Raises
    ------
    InvalidRequestError
        If it is none of these, has no CRS, is empty, or its numbers are no degrees where degrees are meant.
    """
    if area is None:
        return {}
    if _is_box(area):
        return {"aoi_wkt": box_wkt([float(value) for value in area], name), "aoi_crs": LONLAT, "clip": False}
    if hasattr(area, "extent") and hasattr(area, "crs"):  # a GeoBox, also of an image: image.odc.geobox
        extent = area.extent
        return {"aoi_wkt": extent.geom.wkt, "aoi_crs": _crs_text(area.crs, name), "clip": False}
    layer = layer_given(area, name)
    whole = _union(layer, name)
    if layer.crs == LONLAT:
        refuse_no_degrees(whole, name)
    return {"aoi_wkt": shapely.to_wkt(whole, rounding_precision=-1), "aoi_crs": layer.crs}


def layer_given(area: Any, name: str) -> Layer:  # noqa: ANN401
    """Return the features of what is given: a frame, a geometry, or the path of a file.

    Raises
    ------
    InvalidRequestError
        If it is none of these, or has no CRS.
    """
    if isinstance(area, (str, os.PathLike)):
        return read_layer(area, name)
    if hasattr(area, "geom") and hasattr(area, "crs"):  # odc.geo's Geometry
        return Layer([area.geom], [{}], _crs_text(area.crs, name))
    if isinstance(area, BaseGeometry):
        return Layer([area], [{}], LONLAT)
    if hasattr(area, "geometry") and hasattr(area, "crs"):  # GeoDataFrame, GeoSeries
        return layer_of(area, name)
    if isinstance(area, Mapping) or hasattr(area, "__geo_interface__"):
        return _of_geojson(area if isinstance(area, Mapping) else area.__geo_interface__, name)
    raise InvalidRequestError(f"{name} is {type(area).__name__} {area!r:.80}.", HINT)


def _of_geojson(mapping: Mapping[str, Any], name: str) -> Layer:
    features = mapping.get("features") or [mapping]
    try:
        geometries = [shape(feature.get("geometry") or feature) for feature in features]
    except Exception as error:  # whatever shapely makes of a stranger's dict
        raise InvalidRequestError(f"{name} is no GeoJSON: {error!r:.100}.", HINT) from error
    return Layer(geometries, [dict(feature.get("properties") or {}) for feature in features], LONLAT)


def _is_box(area: Any) -> bool:  # noqa: ANN401
    if isinstance(area, (str, Mapping)) or hasattr(area, "geometry") or not hasattr(area, "__len__"):
        return False
    numbers = list(area)
    return len(numbers) == 4 and all(isinstance(value, (int, float, np.number)) for value in numbers)


def box_wkt(box: list[float], name: str = "area") -> str:
    """Return the WKT of a (west, south, east, north) box in degrees; west beyond east crosses the antimeridian.

    Raises
    ------
    InvalidRequestError
        If it is no such box, saying what is wrong with it.
    """
    west, south, east, north = box
    if not np.isfinite(box).all():
        raise InvalidRequestError(f"{name} {_shown(box)} has no end.", HINT)
    if max(abs(west), abs(east)) > 360 or max(abs(south), abs(north)) > 360:
        raise InvalidRequestError(
            f"{name} {_shown(box)} is not in degrees: it looks like metres.",
            "Give degrees, or a GeoDataFrame or odc.geo geometry that knows its CRS.",
        )
    if max(abs(south), abs(north)) > 90:
        raise InvalidRequestError(
            f"{name} {_shown(box)} reaches latitude {south if abs(south) > 90 else north:g}: x and y look exchanged.",
            "The order is (west, south, east, north).",
        )
    if south >= north:
        raise InvalidRequestError(
            f"{name} {_shown(box)} has south above north.", "The order is (west, south, east, north)."
        )
    if west >= east and west - east <= 180:
        raise InvalidRequestError(
            f"{name} {_shown(box)} has west beyond east.", "The order is (west, south, east, north)."
        )
    return str(shapely.to_wkt(shapely.box(west, south, east + 360 * (west >= east), north), rounding_precision=-1))


def refuse_no_degrees(geometry: BaseGeometry, name: str) -> None:
    """Refuse a geometry in longitude and latitude whose numbers can be neither."""
    west, south, east, north = geometry.bounds
    if max(abs(south), abs(north)) <= 90 and max(abs(west), abs(east)) <= 540:
        return
    if max(abs(west), abs(east)) <= 90:
        raise InvalidRequestError(
            f"{name} reaches latitude {max(abs(south), abs(north)):g}: x and y look exchanged.",
            "Longitude comes first: x, then y.",
        )
    raise InvalidRequestError(
        f"{name} has coordinates such as {west:.6g}, {south:.6g}, which are no degrees, and its CRS says degrees.",
        'Is its CRS right? A GeoDataFrame takes another one by .set_crs("EPSG:…", allow_override=True).',
    )


def exchanged(fields: Fields) -> Fields:
    """Return the fields of an area in degrees with x and y exchanged; empty where that is no place on the globe."""
    if fields.get("aoi_crs") != LONLAT:
        return {}
    turned = shapely.transform(shapely.from_wkt(str(fields["aoi_wkt"])), _turned)
    return {**fields, "aoi_wkt": turned.wkt} if abs(turned.bounds[1]) <= 90 and abs(turned.bounds[3]) <= 90 else {}


def _turned(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    return xy[:, ::-1]


def _union(layer: Layer, name: str) -> BaseGeometry:
    there = [shapely.make_valid(geometry) for geometry in layer.geometries if geometry is not None]
    whole = shapely.union_all([geometry for geometry in there if not geometry.is_empty])
    if whole.is_empty:
        raise InvalidRequestError(f"{name} holds no geometry.", "Is the frame or the layer empty?")
    return whole


def _crs_text(crs: Any, name: str) -> str:  # noqa: ANN401  (odc.geo's, or None)
    if crs is None:
        raise InvalidRequestError(f"{name} has no CRS.", HINT)
    return str(crs)


def _shown(box: list[float]) -> str:
    return f"({', '.join(f'{value:g}' for value in box)})"
