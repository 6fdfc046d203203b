"""Vector layers: GeoPackage and GeoJSON by Python alone, every other format by geopandas where it is installed."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError, InvalidRequestError

LONLAT = "EPSG:4326"
# Of a GeoPackage's geometry: bytes of its header by the kind of the envelope (OGC 12-128r18, 2.1.3).
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


@dataclass(frozen=True)
class Layer:
    """The features of a layer, in their order."""

    geometries: Sequence[BaseGeometry | None]
    rows: list[dict[str, Any]]
    """The attributes of each."""
    crs: str
    """WKT or an authority's code."""
    numbers: list[str] | None = None
    """What QGIS calls each feature where no field names it."""


def read_layer(path: str | os.PathLike[str], name: str = "area") -> Layer:
    """Return the layer of a file; ``file.gpkg|layername=fields`` names one of several, as QGIS does.

    Raises
    ------
    InvalidRequestError
        If it cannot be read, or has no CRS.
    EnvironmentNotReadyError
        If its format needs geopandas, which is not installed.
    """
    text, _, wanted = os.fspath(path).partition("|layername=")
    file = Path(text).expanduser()
    if not file.exists():
        raise InvalidRequestError(
            f"{name} {text!r} is not there.", "Is the path right? Relative ones start here: " + os.getcwd()
        )
    suffix = file.suffix.lower()
    try:
        if suffix == ".gpkg":
            return _read_geopackage(file, wanted)
        if suffix in (".geojson", ".json"):
            return _read_geojson(json.loads(file.read_text("utf-8")))
    except (
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        sqlite3.Error,
        shapely.errors.ShapelyError,
    ) as error:
        raise InvalidRequestError(f"{name} {text!r} cannot be read: {error}.", "Is it a whole vector layer?") from error
    return _read_by_geopandas(file, wanted, name)


def layer_of(frame: Any, name: str) -> Layer:  # noqa: ANN401  (a GeoDataFrame or GeoSeries)
    """Return the layer of a GeoDataFrame or GeoSeries.

    Raises
    ------
    InvalidRequestError
        If it is empty, or has no CRS.
    """
    if not len(frame):
        raise InvalidRequestError(f"{name} is an empty {type(frame).__name__}.", "Was everything filtered out?")
    if frame.crs is None:
        raise InvalidRequestError(f"{name} is a {type(frame).__name__} without CRS.", 'Set it: .set_crs("EPSG:…").')
    code = frame.crs.to_authority()
    crs = ":".join(code) if code else frame.crs.to_wkt()
    geometries = frame.geometry
    columns = frame.drop(columns=geometries.name) if hasattr(frame, "columns") else None
    rows = [{}] * len(frame) if columns is None else columns.to_dict("records")
    return Layer(list(geometries), rows, crs, list(map(str, frame.index)))


def _read_by_geopandas(file: Path, wanted: str, name: str) -> Layer:
    try:
        import geopandas
    except ImportError as error:
        raise EnvironmentNotReadyError(
            f"{name} {file.name} needs geopandas, which is not installed; GeoPackage and GeoJSON do not.",
            "Install it: pip install 'sentinel-toolkit[geo]'",
        ) from error
    try:
        frame = geopandas.read_file(file, **({"layer": wanted} if wanted else {}))
    except Exception as error:  # each driver has its own
        raise InvalidRequestError(f"{name} {str(file)!r} cannot be read: {error}.", "Is it a vector layer?") from error
    if not hasattr(frame, "geometry"):
        raise InvalidRequestError(f"{name} {str(file)!r} has no geometries.", "Choose a layer of polygons or points.")
    return layer_of(frame, name)


def _read_geojson(content: Any) -> Layer:  # noqa: ANN401  (whatever JSON holds)
    stated = ((content.get("crs") or {}).get("properties") or {}).get("name") or LONLAT
    crs = LONLAT if "CRS84" in stated else stated.replace("urn:ogc:def:crs:", "").replace("::", ":")
    features = content["features"] if content.get("type") == "FeatureCollection" else [content]
    geometries, rows, numbers = [], [], []
    for number, feature in enumerate(features):
        is_feature = feature.get("type") == "Feature"
        drawn = feature.get("geometry") if is_feature else feature
        geometries.append(shape(drawn) if drawn else None)
        rows.append(dict(feature.get("properties") or {}) if is_feature else {})
        numbers.append(str(feature.get("id", number)))
    return Layer(geometries, rows, crs, numbers)


def _read_geopackage(file: Path, wanted: str) -> Layer:
    """Return a table of a GeoPackage, opened so that nothing is written beside it."""
    uri = f"{file.resolve().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(uri, uri=True)) as database:
        database.row_factory = sqlite3.Row
        tables = database.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns").fetchall()
        names = [table["table_name"] for table in tables]
        if wanted and wanted not in names:
            raise ValueError(f"it has no layer {wanted!r}, but {', '.join(names)}")
        table = next((each for each in tables if each["table_name"] == wanted or not wanted), None)
        if table is None:
            raise ValueError("it has no layer")
        crs = _crs_of(database, table["srs_id"])
        name = table["table_name"].replace('"', '""')
        keys = [each["name"] for each in database.execute(f'PRAGMA table_info("{name}")') if each["pk"]]
        found = [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')]  # noqa: S608  # nosec B608  (quoted)
    geometries = [_geometry(row.pop(table["column_name"])) for row in found]
    numbers = [str(row[keys[0]]) if keys else str(place) for place, row in enumerate(found)]
    return Layer(geometries, found, crs, numbers)


def _crs_of(database: sqlite3.Connection, number: int) -> str:
    row = database.execute(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
        (number,),
    ).fetchone()
    if row is None or number in (-1, 0):
        raise ValueError("its layer has no CRS")
    is_known = str(row["organization"]).upper() in ("EPSG", "ESRI")
    return f"{row['organization'].upper()}:{row['organization_coordsys_id']}" if is_known else str(row["definition"])


def _geometry(blob: bytes | None) -> BaseGeometry | None:
    """Return the geometry of a GeoPackage's binary form: a header, then WKB."""
    if not blob:
        return None
    flags = blob[3]
    if blob[:2] != b"GP" or flags & 0x20:
        raise ValueError("a geometry is of a kind of its own")
    return None if flags & 0x10 else shapely.from_wkb(blob[8 + _ENVELOPES[flags >> 1 & 7] :])
