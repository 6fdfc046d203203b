"""A group of zones that lie near each other: the dates of a series on their ground, and nine numbers of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.contract.series import MAX_FRAME_PIXELS, IndexTimeSeriesRequest
from sentinel_toolkit.core.dates.moments import Observation
from sentinel_toolkit.core.geo.area import Area, area_from_wkt
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.index_series import IndexSeries, open_series, read_maps
from sentinel_toolkit.core.series.source import GroundWanted
from sentinel_toolkit.core.series.zonal import ZoneStatistics, statistics_by_zone
from sentinel_toolkit.core.series.zone_layer import Zone
from sentinel_toolkit.core.series.zones import coverage_of

NATIVE = 10**9  # pixels along an area: so many that the source's own resolution counts
WHOLLY = 1e-6  # of a pixel: a point beside the edge of a coarse one must not be cut off
GROUP_PIXELS = 4_000_000  # of a map for several zones; of zones farther apart, only the ground around them is read
COLUMNS = ZoneStatistics._fields


class GroupRead(NamedTuple):
    """What a series gave in the zones of a group."""

    seen: list[tuple[Observation, NDArray[np.float64]]]
    """Each observation, without its members, and the statistics: shape (zone, column of ZoneStatistics)."""
    unit: str
    scenes: list[Scene]
    """One of each year that gave pixels: whom to thank."""


class ZoneWork(NamedTuple):
    """All that a worker needs to read a group, beside the request."""

    places: list[int]
    """Of the zones among all."""
    zones: list[Zone]


def read_group(request: IndexTimeSeriesRequest, zones: Sequence[Zone], report: Report) -> GroupRead:
    """Read every date on the ground of a group.

    Raises
    ------
    ToolkitError
        If nothing can be read there, or the ground is too large (GridTooLargeError).
    """
    series = _open(request, zones, report)
    covered = _coverage(request, zones, series, report)
    seen: list[tuple[Observation, NDArray[np.float64]]] = []
    scenes: dict[tuple[int, str], Scene] = {}
    for dated in read_maps(series, report):
        (observation,) = dated.moment.observations
        seen.append((dataclasses.replace(observation, members=()), covered.statistics(dated.values)))
        scenes |= {(scene.datetime.year, scene.product): scene for scene in dated.scenes}
    return GroupRead(seen, series.unit, list(scenes.values()))


def read_alone(request: IndexTimeSeriesRequest, work: ZoneWork, threads: int, report: Report) -> GroupRead:
    """Read a group on a worker; see ``read_group``."""
    return read_group(dataclasses.replace(request, threads=threads), work.zones, report)


def area_of(request: IndexTimeSeriesRequest, zones: Sequence[Zone]) -> Area:
    """Return the Area that zones cover together."""
    ground = shapely.union_all([zone.geometry for zone in zones])
    covered = AreaOfInterest(shapely.to_wkt(ground, -1), request.zones_crs)
    return area_from_wkt(covered.aoi_wkt, covered.aoi_crs)


def _open(request: IndexTimeSeriesRequest, zones: Sequence[Zone], report: Report) -> IndexSeries:
    """Return the IndexSeries on the ground of zones."""
    most = MAX_FRAME_PIXELS if len(zones) == 1 else GROUP_PIXELS
    ground = GroundWanted(area_of(request, zones), request.resolution_m, NATIVE, most, WHOLLY)
    return open_series(dataclasses.replace(request, clip=False), ground, report)


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
