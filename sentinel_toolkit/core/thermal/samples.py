"""The coarse pixels of a fit as polygons: what was measured, what NDVI they have, and what the model leaves."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.geo.area import LONLAT
from sentinel_toolkit.core.geo.transformations import transformer_between
from sentinel_toolkit.core.scenes.rows import write_rows
from sentinel_toolkit.core.thermal.model.evidence import Decision

CORNERS = (0, 0, 1, 1), (0, 1, 1, 0)  # of a pixel: down, across


def write_samples(path: str, grid: GeoBox, decision: Decision, ndvi: NDArray[np.floating]) -> None:
    """Write a row for each coarse pixel with a temperature and NDVI: its columns, and ``geometry`` in EPSG:4326.

    Parameters
    ----------
    grid
        Of the coarse pixels.
    ndvi : shape (row, column)
        Their mean NDVI.
    """
    places = np.argwhere(np.isfinite(decision.coarse.lst_k + ndvi))
    polygons = _polygons(grid, places)
    write_rows(path, map(functools.partial(_row, decision, ndvi), places, polygons))


def _polygons(grid: GeoBox, places: NDArray[np.integer]) -> Iterable[BaseGeometry]:
    """Return the outlines of pixels (row, column), in longitude and latitude."""
    rows, columns = (places[:, axis, None] + np.array(corner) for axis, corner in enumerate(CORNERS))
    x, y = grid.transform @ (columns.astype(float), rows.astype(float))
    x, y = transformer_between(str(grid.crs), LONLAT).transform(x, y)
    return shapely.polygons(np.stack([x, y], axis=-1))  # type: ignore[return-value]  # of an array it is one


def _row(
    decision: Decision, ndvi: NDArray[np.floating], place: NDArray[np.integer], polygon: BaseGeometry
) -> dict[str, Any]:
    row, column = place
    residual = float(decision.residual_k[row, column])
    return {
        "lst_k": round(float(decision.coarse.lst_k[row, column]), 4),
        "ndvi": round(float(ndvi[row, column]), 6),
        "used": bool(decision.coarse.usable[row, column]),
        "residual_k": round(residual, 4) if math.isfinite(residual) else None,
        "geometry": shapely.to_wkt(polygon, 8),
    }
