"""An index in zones over time: each date on one grid, the exact share of every pixel in every zone, smoothing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import (
    GridTooLargeError,
    NoOverlapError,
    NoValidPixelsError,
    RasterError,
    ToolkitError,
)
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import IndexTimeSeriesRequest, IndexTimeSeriesResult
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.dates.moments import Moment, Observation, moments_of
from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.results.provenance import credit
from sentinel_toolkit.core.scenes.rows import write_rows
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.chart import write_chart
from sentinel_toolkit.core.series.zone_layer import Zone, numbered, read_zones
from sentinel_toolkit.core.workflows.runners import cluster_of
from sentinel_toolkit.core.workflows.zone_groups import COLUMNS, GroupRead, ZoneWork, area_of, read_alone, read_group

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Client, Cluster

SMOOTHERS_FOR_PEOPLE = {"none": "none", "savitzky_golay": "Savitzky–Golay", "whittaker": "Whittaker"}


class Read(NamedTuple):
    """What a series gave."""

    moments: list[Moment]
    statistics: NDArray[np.float64]
    """Shape (date, zone, column of ZoneStatistics)."""
    unit: str
    scenes: list[Scene]

    def used(self, min_valid_percent: float) -> NDArray[np.bool_]:
        """Return where enough of a zone was seen to judge it: shape (date, zone)."""
        means, shares = (self.statistics[:, :, COLUMNS.index(name)] for name in ("mean", "valid_percent"))
        enough: NDArray[np.bool_] = np.isfinite(means) & (shares >= min_valid_percent)
        return enough


class Judged(NamedTuple):
    """What was read, and what is made of it; both arrays have the shape (date, zone)."""

    read: Read
    used: NDArray[np.bool_]
    smoothed: NDArray[np.float64] | None

    def rows(self, number: int) -> Iterator[dict[str, Any]]:
        """Yield the rows of a zone; what is missing is None."""
        for place, moment in enumerate(self.read.moments):
            values = dict(zip(COLUMNS, map(_finite, self.read.statistics[place, number]), strict=True))
            smoothed = None if self.smoothed is None else _finite(self.smoothed[place, number])
            yield {"date": moment.date, **values, "smoothed": smoothed, "used": bool(self.used[place, number])}


Seen = tuple[Observation, NDArray[np.float64]]  # its statistics: shape (zone, column of ZoneStatistics)


@guards_inputs
def run(request: IndexTimeSeriesRequest, report: Report, client: Client | None = None) -> IndexTimeSeriesResult:
    """Make the table, and the chart where one is asked for.

    Parameters
    ----------
    client
        Of a Dask cluster, instead of what ``request.scheduler`` names: its workers read groups of zones.

    Raises
    ------
    ToolkitError
        If no zone has a value on any date, or zones, index or files do not fit.
    """
    zones = numbered(read_zones(request.zones_path), report)
    read = _read(request, zones, report, client)
    used = read.used(request.min_valid_percent)
    smoothed = _smooth(request, read, used, report)
    if not np.isfinite(read.statistics[:, :, COLUMNS.index("mean")]).any():
        raise NoValidPixelsError(
            f"No zone has a value on any of the {len(read.moments)} dates.",
            "Do the zones lie in the scenes? Mask fewer classes, or take other dates.",
        )
    if not used.any():
        report.warning(
            f"No date shows {request.min_valid_percent:g} % of a zone: nothing is in a line, and every row has used "
            "false. Lower MIN_VALID, mask fewer classes, or take other dates."
        )
    found = Judged(read, used, smoothed)
    write_rows(request.table_path, _table(zones, found, report))
    page = ""
    if request.output_html:
        report.progress(0.97, "Drawing the chart")
        page = _write_page(request, zones, found, report)
    return IndexTimeSeriesResult(request.table_path, page, len(read.moments), len(zones))


class Groups:
    """An iterator over groups of zones (their places) that are still to be read; more may be added at any time."""

    def __init__(self, group: list[int]) -> None:
        self._waiting = [group]

    def __iter__(self) -> Groups:
        return self

    def __next__(self) -> list[int]:
        if not self._waiting:
            raise StopIteration
        return self._waiting.pop()

    def add(self, groups: Iterable[list[int]]) -> None:
        """Add some."""
        self._waiting += groups


GroupOutcome = tuple[list[int], GroupRead | ToolkitError, list[str]]  # places, what was read, and warnings


def _read(request: IndexTimeSeriesRequest, zones: Sequence[Zone], report: Report, client: Client | None) -> Read:
    """Read every date on the ground of the zones, group by group; what is kept are nine numbers a zone and date."""
    groups, done, unit = Groups(list(range(len(zones)))), 0, ""
    problems: list[ToolkitError] = []
    found: dict[Hashable, Seen] = {}
    scenes: list[Scene] = []
    report = report.once()  # every group of zones opens the same files
    with cluster_of(request.scheduler, report, client) as cluster:
        read = _on_cluster(request, zones, cluster, groups, report) if cluster else None
        for places, group, warnings in read or _here(request, zones, groups, report):
            for text in warnings:
                report.warning(text)
            if isinstance(group, GridTooLargeError) and len(places) > 1:
                groups.add(_halves(zones, places))
                continue
            if isinstance(group, ToolkitError):
                if not isinstance(group, (NoOverlapError, RasterError)):
                    raise group
                problems.append(group)
                names = ", ".join(zones[place].name for place in places[:20]) + (" …" if len(places) > 20 else "")
                report.warning(f"Zones of which nothing can be read: {names}. {group}")
            else:
                for seen, statistics in group.seen:
                    first, of_all = found.get(seen.key) or (seen, _nothing(len(zones)))
                    of_all[places] = statistics
                    found[seen.key] = min(first, seen, key=lambda observation: observation.time), of_all
                scenes, unit = scenes + group.scenes, group.unit
            done += len(places)
            report.progress(0.95 * done / len(zones), "Reading the dates")
    if not found:
        raise problems[0]
    return _in_order(request, zones, found, unit, scenes)


def _here(
    request: IndexTimeSeriesRequest, zones: Sequence[Zone], groups: Groups, report: Report
) -> Iterator[GroupOutcome]:
    """Yield what is read of the groups, one after the other."""
    done = 0
    for places in groups:
        part = report.part(0.95 * done / len(zones), 0.95 * (done + len(places)) / len(zones))
        group: GroupRead | ToolkitError
        try:
            group = read_group(request, [zones[place] for place in places], part)
        except ToolkitError as error:
            group = error
        done += 0 if isinstance(group, GridTooLargeError) else len(places)
        yield places, group, []


def _on_cluster(
    request: IndexTimeSeriesRequest, zones: Sequence[Zone], cluster: Cluster, groups: Groups, report: Report
) -> Iterator[GroupOutcome]:
    """Yield what workers read of the groups, each of one."""

    def works() -> Iterator[ZoneWork]:
        # No generator: it would end when no group waits, and more may come.
        return map(lambda places: ZoneWork(places, [zones[place] for place in places]), groups)  # noqa: C417

    for work, outcome in cluster.tasks.run(read_alone, request, works(), report):
        group = outcome.error or outcome.result
        if group is not None:
            yield work.places, group, outcome.warnings


def _in_order(
    request: IndexTimeSeriesRequest,
    zones: Sequence[Zone],
    found: Mapping[Hashable, Seen],
    unit: str,
    scenes: list[Scene],
) -> Read:
    """Return what was Read, by time: days are those at the middle of all zones."""
    area = area_of(request, zones)
    observations = [Observation(seen.time, (key,), key, seen.stated_day) for key, (seen, _) in found.items()]
    moments = moments_of(observations, "scene", area.centre[0])
    return Read(moments, np.stack([found[moment.members[0]][1] for moment in moments]), unit, scenes)


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


def _smooth(
    request: IndexTimeSeriesRequest, read: Read, used: NDArray[np.bool_], report: Report
) -> NDArray[np.float64] | None:
    """Return the smoothed means (date, zone); None where nothing is smoothed."""
    if request.smoothing == "none":
        return None
    from sentinel_toolkit.core.series.smoothing import SMOOTHERS  # scipy.signal takes a second to load

    days = np.array([moment.first.timestamp() / 86_400 for moment in read.moments])
    means, shares = (read.statistics[:, :, COLUMNS.index(name)] for name in ("mean", "valid_percent"))
    means, shares = np.where(used, means, np.nan), np.where(used, shares, 0)
    smooth = SMOOTHERS[request.smoothing]
    columns = []
    for series, share in zip(means.T, shares.T, strict=True):
        report.checkpoint()
        columns.append(smooth(days, series, share / 100))
    return np.stack(columns, axis=1)


def _table(zones: Sequence[Zone], found: Judged, report: Report) -> Iterator[dict[str, Any]]:
    for number, zone in enumerate(zones):
        report.checkpoint()
        yield from ({"zone": zone.name, **row} for row in found.rows(number))


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _write_page(request: IndexTimeSeriesRequest, zones: Sequence[Zone], found: Judged, report: Report) -> str:
    """Write the page and return where it is."""
    quantity, read = quantity_of(request.quantity), found.read
    facts = {
        "Dates": f"{len(read.moments)}, from {read.moments[0].date} to {read.moments[-1].date}",
        "Zones": f"{len(zones)}; every pixel counts by the share of it that lies in the zone",
        "Quantity": quantity.description,
        "Least valid share": f"{request.min_valid_percent:g} % of a zone; dates below are hollow, and in no line, mean "
        "or smoothing",
        "Smoothing": SMOOTHERS_FOR_PEOPLE[request.smoothing],
    }
    target = Path(request.output_html)
    label = f"{quantity.name} [{read.unit}]" if read.unit else quantity.name
    with staged(target) as folder:
        write_chart(
            folder / target.name,
            f"{quantity.name} over time",
            label,
            [(zone.name, list(found.rows(number))) for number, zone in enumerate(zones)],
            credit(read.scenes),
            facts,
        )
        return str(publish(folder, target, report))
