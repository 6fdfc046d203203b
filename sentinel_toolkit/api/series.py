"""An index in zones over time, as a frame."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import shapely

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.areas import area_fields, layer_given
from sentinel_toolkit.api.options import takes, unknown
from sentinel_toolkit.api.own_rasters import source_fields
from sentinel_toolkit.api.pages import ReportedTable, keep_page
from sentinel_toolkit.api.requests import request_of
from sentinel_toolkit.api.running import Shown, run, scratch
from sentinel_toolkit.api.vectors import LONLAT, Layer
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.series import TIME_SERIES_COLUMNS, IndexTimeSeriesRequest


@takes(IndexTimeSeriesRequest)
def time_series(
    scenes: Any,  # noqa: ANN401
    zones: Any,  # noqa: ANN401
    *,
    zone_field: str | None = None,
    client: Any = None,  # noqa: ANN401
    progress: Shown = "auto",
    **options: Any,
) -> ReportedTable:
    """Return the statistics of an index in each zone on each date.

    Parameters
    ----------
    scenes
        Scenes of one satellite, as st.composite takes them; or rasters: a folder, a list of files, or a DataArray with
        the dim time.
    zones
        Polygons or points: a GeoDataFrame, the path of a vector file, a geometry or a box in degrees. Every pixel
        counts by the share of it that lies in a zone.
    zone_field
        The column with the zones' names; else they are numbered as in QGIS.
    client
        Of your Dask cluster: its workers read groups of zones.
    **options
        The parameters of the algorithm Index time series in lower case: index, band, smoothing (none, savitzky_golay,
        whittaker), mask_classes, units, resolution, …

    Returns
    -------
    DataFrame
        Columns zone, date (UTC), mean, median, min, max, std, p10, p90, count, valid_percent, smoothed; ``.report`` is
        the page with the charts.

    Raises
    ------
    ToolkitError
        If no zone has a value on any date, or zones, index or files do not fit.

    Examples
    --------
    >>> field = (17.985, 45.885, 17.99, 45.89)
    >>> table = st.time_series(scenes, field, index="NDVI", smoothing="whittaker")
    >>> len(table)
    5
    """
    from sentinel_toolkit.core.workflows import index_time_series

    with scratch() as folder:
        crs = write_zones(_zones(zones), zone_field, folder / "zones.jsonl")
        path, page = folder / "table.jsonl", folder / "chart.html"
        request = request_of(
            IndexTimeSeriesRequest,
            options,
            "time_series",
            zones_path=str(folder / "zones.jsonl"),
            zones_crs=crs,
            table_path=str(path),
            output_html=str(page),
            **source_fields(scenes, folder),
        )
        run(functools.partial(index_time_series.run, client=client), request, progress)
        return ReportedTable(tables.read_table(path, TIME_SERIES_COLUMNS)).with_page(keep_page(page))


def _zones(zones: Any) -> Layer:  # noqa: ANN401
    """Return the layer of zones; a box is one."""
    if isinstance(zones, (tuple, list)) and len(zones) == 4 and not hasattr(zones[0], "geom_type"):
        fields = area_fields(zones, "zones")
        return Layer([shapely.from_wkt(fields["aoi_wkt"])], [{}], LONLAT)
    if isinstance(zones, (tuple, list)):
        return Layer(list(zones), [{}] * len(zones), LONLAT)
    return layer_given(zones, "zones")


def write_zones(layer: Layer, field: str | None, path: Path) -> str:
    """Write name and outline of each zone as a job reads them; return their CRS.

    Raises
    ------
    InvalidRequestError
        If the layer has no such field.
    """
    known = list(layer.rows[0]) if layer.rows else []
    if field and field not in known:
        error = unknown(field, known, "zones")
        raise InvalidRequestError(f"zones has no field {field!r}.", error.hint)
    numbers = layer.numbers or [str(place) for place in range(len(layer.rows))]
    with open(path, "w", encoding="utf-8") as lines:
        for geometry, row, number in zip(layer.geometries, layer.rows, numbers, strict=True):
            if geometry is not None:
                value = row[field] if field else None
                name = number if value is None else str(value)
                lines.write(json.dumps({"name": name, "wkt": shapely.to_wkt(geometry, rounding_precision=-1)}) + "\n")
    return layer.crs
