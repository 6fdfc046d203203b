"""Tables of jobs as frames of pandas, with the types that their columns have."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import mapping

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.core.scenes.rows import write_rows

# What few of many rows have: pandas keeps each such text once.
CATEGORIES = (
    *("platform", "product", "day_night", "tile", "orbit_state", "baseline", "timeliness", "centre"),
    *("source", "offset", "zone", "status"),
)
_DTYPES = {"real": "float64", "integer": "Int64", "long": "Int64", "boolean": "boolean"}


def read_table(path: str | os.PathLike[str], columns: Sequence[Column]) -> pd.DataFrame:
    """Return the frame of a job's table."""
    with open(path, encoding="utf-8") as lines:
        return frame_of([json.loads(line) for line in lines], columns)


def frame_of(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column]) -> pd.DataFrame:
    """Return the frame of rows: UTC timestamps, categories, numbers with NaN or NA; geometries are shapely's."""
    rows = list(rows)
    frame = pd.DataFrame({column.name: _typed([row.get(column.name) for row in rows], column) for column in columns})
    if any("geometry" in row for row in rows):
        drawn = [row.get("geometry") for row in rows]
        frame["geometry"] = pd.Series(
            [shapely.from_wkt(each) if isinstance(each, str) else each for each in drawn], dtype=object
        )
    return frame


def _typed(values: list[Any], column: Column) -> pd.Series:
    if column.kind == "datetime" or column.name == "date":
        return pd.to_datetime(pd.Series(values, dtype=object), utc=True, format="ISO8601")
    if column.name in CATEGORIES:
        return pd.Series(values, dtype=object).astype("category")
    return pd.Series(values, dtype=_DTYPES.get(column.kind, object))


def write_table(path: str | os.PathLike[str], frame: pd.DataFrame) -> str:
    """Write a frame as JSON lines, as jobs read them; return the path."""
    write_rows(os.fspath(path), rows_of(frame))
    return str(path)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame with what JSON holds: what is missing is None, geometries are WKT."""
    names = list(frame.columns)
    columns = [[_plain(value) for value in frame[name]] for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever a column holds)
    if isinstance(value, shapely.Geometry):
        return shapely.to_wkt(value, rounding_precision=7)
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ" if value.tzinfo else "%Y-%m-%dT%H:%M:%S")
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def write_layer(frame: pd.DataFrame, path: Path) -> str:
    """Write a frame with geometries as a layer; GeoJSON needs nothing, every other format geopandas. Return the path.

    Raises
    ------
    EnvironmentNotReadyError
        If the format needs geopandas, and it is not installed.
    """
    if path.suffix.lower() in (".geojson", ".json"):
        features = []
        for row in rows_of(frame):
            drawn = mapping(shapely.from_wkt(row.pop("geometry")))
            features.append({"type": "Feature", "properties": row, "geometry": drawn})
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
        return str(path)
    layer = to_geodataframe(frame)
    layer.astype(dict.fromkeys(layer.select_dtypes("category").columns, object)).to_file(path)
    return str(path)


def to_geodataframe(frame: pd.DataFrame) -> Any:  # noqa: ANN401  (geopandas is an extra)
    """Return a frame with its geometries as geopandas has them, in EPSG:4326.

    Raises
    ------
    EnvironmentNotReadyError
        If geopandas is not installed.
    """
    from sentinel_toolkit.contract.errors import EnvironmentNotReadyError

    try:
        import geopandas
    except ImportError as error:
        raise EnvironmentNotReadyError(
            "A GeoDataFrame needs geopandas, which is not installed.", "Install it: pip install 'sentinel-toolkit[geo]'"
        ) from error
    return geopandas.GeoDataFrame(frame, geometry="geometry", crs="EPSG:4326")
