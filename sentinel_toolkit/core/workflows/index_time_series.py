"""An index in zones over time: each date on one grid, the exact share of every pixel in every zone, smoothing."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely

from sentinel_toolkit.contract.errors import InvalidRequestError, NoValidPixelsError
from sentinel_toolkit.contract.series import IndexTimeSeriesResult
from sentinel_toolkit.contract.staging import publish, staged
from sentinel_toolkit.core.io.index_series import IndexSeries
from sentinel_toolkit.core.io.provenance import credit
from sentinel_toolkit.core.io.series_chart import write_chart
from sentinel_toolkit.core.io.zones import coverage_of
from sentinel_toolkit.core.science.grid import transform_geometry
from sentinel_toolkit.core.science.quantities import quantity_of
from sentinel_toolkit.core.science.smoothing import SMOOTHERS
from sentinel_toolkit.core.science.zonal import ZoneStatistics, statistics_by_zone

NATIVE = 10**9  # pixels along an area: so many that the source's own resolution counts
COLUMNS = ZoneStatistics._fields
KINDS = "Zones are polygons or points."
SMOOTHERS_FOR_PEOPLE = {"none": "none", "savitzky_golay": "Savitzky–Golay", "whittaker": "Whittaker"}


class Zone(NamedTuple):
    """A zone: its name, and its geometry in the CRS of the request."""

    name: str
    geometry: object


class Read(NamedTuple):
    """What a series gave: ``statistics`` (date, zone, column of ZoneStatistics), and what the chart says of it."""

    moments: list
    statistics: np.ndarray
    unit: str
    scenes: list


def run(request, report):
    """Make the table, and the chart where one is asked for.

    Raises
    ------
    ToolkitError
        If no zone has a value on any date, or zones, index or files do not fit.
    """
    zones = read_zones(request.zones_path)
    read = _read(request, zones, report)
    smoothed = _smooth(request, read, report)
    if not np.isfinite(read.statistics[:, :, COLUMNS.index("mean")]).any():
        raise NoValidPixelsError(
            f"No zone has a value on any of the {len(read.moments)} dates.",
            "Do the zones lie in the scenes? Mask fewer classes, or take other dates.",
        )
    with open(request.table_path, "w", encoding="ascii") as table:
        for number, zone in enumerate(zones):
            report.checkpoint()
            rows = ({"zone": zone.name, **row} for row in _rows(read, number, smoothed))
            table.writelines(json.dumps(row, allow_nan=False) + "\n" for row in rows)
    if request.output_html:
        report.progress(0.97, "Drawing the chart")
        _write_page(request, zones, read, smoothed)
    return IndexTimeSeriesResult(request.table_path, request.output_html, len(read.moments), len(zones))


def read_zones(path):
    """Return the Zones of a file of JSON lines.

    Raises
    ------
    InvalidRequestError
        If there is none.
    """
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    zones = [zone for zone in map(_zone, rows) if not zone.geometry.is_empty]
    if not zones:
        raise InvalidRequestError("ZONES holds no polygon and no point.", "Select features, or take another layer.")
    return zones


def _zone(row):
    try:
        geometry = shapely.make_valid(shapely.from_wkt(row["wkt"]))
    except (shapely.errors.ShapelyError, NotImplementedError) as error:
        raise InvalidRequestError(f"The zone {row['name']!r} cannot be read: {error}.", KINDS) from error
    if not geometry.is_empty and geometry.geom_type not in ("Polygon", "MultiPolygon", "Point", "MultiPoint"):
        parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
        if not parts:
            raise InvalidRequestError(f"The zone {row['name']!r} is a {geometry.geom_type}.", KINDS)
        geometry = shapely.union_all(parts)
    return Zone(row["name"], geometry)


def _read(request, zones, report):
    """Read every date on the zones' ground; what is kept of it are nine numbers for each zone."""
    ground = shapely.union_all([zone.geometry for zone in zones])
    of_zones = dataclasses.replace(request, aoi_wkt=shapely.to_wkt(ground, -1), aoi_crs=request.zones_crs, clip=False)
    series = IndexSeries(of_zones, "scene", "", report, request.resolution_m, NATIVE)
    crs = str(series.grid.crs)
    covered = []
    for zone in zones:
        report.checkpoint()
        covered.append(coverage_of(transform_geometry(zone.geometry, request.zones_crs, crs), series.grid))
    rows, columns, weights = (np.concatenate([getattr(one, name) for one in covered]) for name in covered[0]._fields)
    ends = np.cumsum([len(one.weights) for one in covered])
    moments, statistics, scenes = [], [], []
    for frame in series.frames(report.part(0, 0.95)):
        moments.append(frame.moment)
        statistics.append(statistics_by_zone(frame.values[rows, columns], weights, ends))
        scenes += frame.scenes
    return Read(moments, np.stack(statistics), series.unit, scenes)


def _smooth(request, read, report):
    """Return the smoothed means (date, zone); None where nothing is smoothed."""
    if request.smoothing == "none":
        return None
    days = np.array([moment.first.timestamp() / 86_400 for moment in read.moments])
    means, shares = (read.statistics[:, :, COLUMNS.index(name)] for name in ("mean", "valid_percent"))
    smooth = SMOOTHERS[request.smoothing]
    columns = []
    for series, share in zip(means.T, shares.T, strict=True):
        report.checkpoint()
        columns.append(smooth(days, series, share / 100))
    return np.stack(columns, axis=1)


def _rows(read, number, smoothed):
    """Yield the rows of a zone; what is missing is None."""
    for place, moment in enumerate(read.moments):
        values = dict(zip(COLUMNS, map(_finite, read.statistics[place, number]), strict=True))
        yield {
            "date": moment.date,
            **values,
            "smoothed": None if smoothed is None else _finite(smoothed[place, number]),
        }


def _finite(value):
    return float(value) if np.isfinite(value) else None


def _write_page(request, zones, read, smoothed):
    quantity = quantity_of(request.quantity)
    facts = {
        "Dates": f"{len(read.moments)}, from {read.moments[0].date} to {read.moments[-1].date}",
        "Zones": f"{len(zones)}; every pixel counts by the share of it that lies in the zone",
        "Quantity": quantity.description,
        "Smoothing": SMOOTHERS_FOR_PEOPLE[request.smoothing],
    }
    target = Path(request.output_html)
    label = f"{quantity.name} [{read.unit}]" if read.unit else quantity.name
    with staged(target) as folder:
        write_chart(
            folder / target.name,
            f"{quantity.name} over time",
            label,
            [(zone.name, list(_rows(read, number, smoothed))) for number, zone in enumerate(zones)],
            credit(read.scenes),
            facts,
        )
        publish(folder, target)
