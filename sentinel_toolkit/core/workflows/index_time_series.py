"""An index in zones over time: each date on one grid, the exact share of every pixel in every zone, smoothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import (
    GridTooLargeError,
    NoOverlapError,
    NoValidPixelsError,
    RasterError,
)
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.contract.series import MAX_FRAME_PIXELS, IndexTimeSeriesRequest, IndexTimeSeriesResult
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.dates.moments import Moment, Observation, moments_of
from sentinel_toolkit.core.geo.area import Area, area_from_wkt
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.results.provenance import credit
from sentinel_toolkit.core.scenes.rows import write_rows
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.chart import write_chart
from sentinel_toolkit.core.series.index_series import IndexSeries, open_series, read_maps
from sentinel_toolkit.core.series.source import GroundWanted
from sentinel_toolkit.core.series.zonal import ZoneStatistics, statistics_by_zone
from sentinel_toolkit.core.series.zone_layer import Zone, numbered, read_zones
from sentinel_toolkit.core.series.zones import coverage_of

NATIVE = 10**9  # pixels along an area: so many that the source's own resolution counts
WHOLLY = 1e-6  # of a pixel: a point beside the edge of a coarse one must not be cut off
GROUP_PIXELS = 4_000_000  # of a map for several zones; of zones farther apart, only the ground around them is read
COLUMNS = ZoneStatistics._fields
SMOOTHERS_FOR_PEOPLE = {"none": "none", "savitzky_golay": "Savitzky–Golay", "whittaker": "Whittaker"}


class Read(NamedTuple):
    """What a series gave."""

    moments: list[Moment]
    statistics: NDArray[np.float64]
    """Shape (date, zone, column of ZoneStatistics)."""
    unit: str
    scenes: list[Scene]


Seen = tuple[Observation, NDArray[np.float64]]  # its statistics: shape (zone, column of ZoneStatistics)


@guards_inputs
def run(request: IndexTimeSeriesRequest, report: Report) -> IndexTimeSeriesResult:
    """Make the table, and the chart where one is asked for.

    Raises
    ------
    ToolkitError
        If no zone has a value on any date, or zones, index or files do not fit.
    """
    zones = numbered(read_zones(request.zones_path), report)
    read = _read(request, zones, report)
    smoothed = _smooth(request, read, report)
    if not np.isfinite(read.statistics[:, :, COLUMNS.index("mean")]).any():
        raise NoValidPixelsError(
            f"No zone has a value on any of the {len(read.moments)} dates.",
            "Do the zones lie in the scenes? Mask fewer classes, or take other dates.",
        )
    write_rows(request.table_path, _table(zones, read, smoothed, report))
    page = ""
    if request.output_html:
        report.progress(0.97, "Drawing the chart")
        page = _write_page(request, zones, read, smoothed, report)
    return IndexTimeSeriesResult(request.table_path, page, len(read.moments), len(zones))


def _read(request: IndexTimeSeriesRequest, zones: Sequence[Zone], report: Report) -> Read:
    """Read every date on the ground of the zones, group by group; what is kept are nine numbers a zone and date."""
    waiting, done, unit = [list(range(len(zones)))], 0, ""
    problems: list[NoOverlapError | RasterError] = []
    found: dict[Hashable, Seen] = {}
    scenes: list[Scene] = []
    report = report.once()  # every group of zones opens the same files
    while waiting:
        places = waiting.pop()
        part = report.part(0.95 * done / len(zones), 0.95 * (done + len(places)) / len(zones))
        group = [zones[place] for place in places]
        try:
            series = _open(request, group, part)
            covered = _coverage(request, group, series, report)
            for dated in read_maps(series, part):
                (seen,) = dated.moment.observations
                first, statistics = found.get(seen.key) or (seen, _nothing(len(zones)))
                statistics[places] = covered.statistics(dated.values)
                found[seen.key] = min(first, seen, key=lambda observation: observation.time), statistics
                scenes += dated.scenes
            unit = series.unit
        except GridTooLargeError:
            if len(places) == 1:
                raise
            waiting += _halves(zones, places)
            continue
        except (NoOverlapError, RasterError) as error:
            problems.append(error)
            names = ", ".join(zone.name for zone in group[:20]) + (" …" if len(group) > 20 else "")
            report.warning(f"Zones of which nothing can be read: {names}. {error}")
        done += len(places)
    if not found:
        raise problems[0]
    return _in_order(request, zones, found, unit, scenes)


def _in_order(
    request: IndexTimeSeriesRequest,
    zones: Sequence[Zone],
    found: Mapping[Hashable, Seen],
    unit: str,
    scenes: list[Scene],
) -> Read:
    """Return what was Read, by time: days are those at the middle of all zones."""
    area = _area_of(request, zones)
    observations = [Observation(seen.time, (key,), key, seen.stated_day) for key, (seen, _) in found.items()]
    moments = moments_of(observations, "scene", area.centre[0])
    return Read(moments, np.stack([found[moment.members[0]][1] for moment in moments]), unit, scenes)


def _area_of(request: IndexTimeSeriesRequest, zones: Sequence[Zone]) -> Area:
    """Return the Area that zones cover together."""
    ground = shapely.union_all([zone.geometry for zone in zones])
    covered = AreaOfInterest(shapely.to_wkt(ground, -1), request.zones_crs)
    return area_from_wkt(covered.aoi_wkt, covered.aoi_crs)


def _open(request: IndexTimeSeriesRequest, zones: Sequence[Zone], report: Report) -> IndexSeries:
    """Return the IndexSeries on the ground of zones."""
    most = MAX_FRAME_PIXELS if len(zones) == 1 else GROUP_PIXELS
    ground = GroundWanted(_area_of(request, zones), request.resolution_m, NATIVE, most, WHOLLY)
    return open_series(dataclasses.replace(request, clip=False), ground, report)


def _halves(zones: Sequence[Zone], places: Sequence[int]) -> list[list[int]]:
    """Return two halves of zones, divided across the longer side of their ground."""
    centres = shapely.get_coordinates(shapely.centroid([zones[place].geometry for place in places]))
    axis = int(np.argmax(np.ptp(centres, axis=0)))
    order = [places[number] for number in np.argsort(centres[:, axis], kind="stable")]
    return [order[: len(order) // 2], order[len(order) // 2 :]]


def _nothing(count: int) -> NDArray[np.float64]:
    """Return the statistics of so many zones of which nothing is seen."""
    statistics = np.full((count, len(COLUMNS)), np.nan)
    statistics[:, [COLUMNS.index("count"), COLUMNS.index("valid_percent")]] = 0
    return statistics


class Covered(NamedTuple):
    """Pixels of zones, laid end to end; rows, columns and weights have the shape (pixel,)."""

    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    weights: NDArray[np.float64]
    ends: NDArray[np.int64]
    """Where each zone ends; shape (zone,)."""

    def statistics(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return (zone, column of ZoneStatistics) of a map."""
        return statistics_by_zone(values[self.rows, self.columns], self.weights, self.ends)


def _coverage(request: IndexTimeSeriesRequest, zones: Sequence[Zone], series: IndexSeries, report: Report) -> Covered:
    crs, covered = str(series.grid.crs), []
    for zone in zones:
        report.checkpoint()
        covered.append(coverage_of(transform_geometry(zone.geometry, request.zones_crs, crs), series.grid))
    rows, columns, weights = (np.concatenate(parts) for parts in zip(*covered, strict=True))
    return Covered(rows, columns, weights, np.cumsum([len(zone.weights) for zone in covered]))


def _smooth(request: IndexTimeSeriesRequest, read: Read, report: Report) -> NDArray[np.float64] | None:
    """Return the smoothed means (date, zone); None where nothing is smoothed."""
    if request.smoothing == "none":
        return None
    from sentinel_toolkit.core.series.smoothing import SMOOTHERS  # scipy.signal takes a second to load

    days = np.array([moment.first.timestamp() / 86_400 for moment in read.moments])
    means, shares = (read.statistics[:, :, COLUMNS.index(name)] for name in ("mean", "valid_percent"))
    smooth = SMOOTHERS[request.smoothing]
    columns = []
    for series, share in zip(means.T, shares.T, strict=True):
        report.checkpoint()
        columns.append(smooth(days, series, share / 100))
    return np.stack(columns, axis=1)


def _table(
    zones: Sequence[Zone], read: Read, smoothed: NDArray[np.float64] | None, report: Report
) -> Iterator[dict[str, Any]]:
    for number, zone in enumerate(zones):
        report.checkpoint()
        yield from ({"zone": zone.name, **row} for row in _rows(read, number, smoothed))


def _rows(read: Read, number: int, smoothed: NDArray[np.float64] | None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a zone; what is missing is None."""
    for place, moment in enumerate(read.moments):
        values = dict(zip(COLUMNS, map(_finite, read.statistics[place, number]), strict=True))
        yield {
            "date": moment.date,
            **values,
            "smoothed": None if smoothed is None else _finite(smoothed[place, number]),
        }


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _write_page(
    request: IndexTimeSeriesRequest,
    zones: Sequence[Zone],
    read: Read,
    smoothed: NDArray[np.float64] | None,
    report: Report,
) -> str:
    """Write the page and return where it is."""
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
        return str(publish(folder, target, report))
