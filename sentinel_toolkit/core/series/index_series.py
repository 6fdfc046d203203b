"""A series of dates on one grid, wherever it comes from; read one date at a time, so that any length fits in memory."""

from __future__ import annotations

import collections
import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError, RasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import SeriesRequest
from sentinel_toolkit.core.dates.moments import Moment, moments_of
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.pixels.quantities import KELVIN
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.scenes.scene import LST, Scene
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.series.raster_series import open_raster_series
from sentinel_toolkit.core.series.scene_series import open_scene_series
from sentinel_toolkit.core.series.source import GroundWanted, SeriesSource
from sentinel_toolkit.core.series.swath_series import open_swath_series

CELSIUS = "°C"
ReadMap = tuple[NDArray[np.float32], list[Scene]]  # what a SeriesSource reads of a date
DateRead = tuple[Moment, Callable[[], ReadMap]]  # the function returns it, or raises why it cannot be read


@dataclass(frozen=True, eq=False)
class IndexSeries:
    """The dates of a series, open on one grid; made by ``open_series``, read by ``read_maps``."""

    source: SeriesSource
    moments: Sequence[Moment]
    """In time order."""
    area: Area | None
    shift: float
    """What is taken off the source's values: 273.15 where kelvins are wanted in degrees Celsius, else 0."""

    @property
    def grid(self) -> GeoBox:
        """Return the grid of all maps."""
        return self.source.grid

    @property
    def inside(self) -> NDArray[np.bool_]:
        """Return which pixels belong to the area, shape (y, x)."""
        return self.source.inside

    @property
    def unit(self) -> str:
        """Return the unit of the values; empty: none."""
        return CELSIUS if self.shift else self.source.unit

    @property
    def files(self) -> frozenset[Path]:
        """Return the files that the dates come from, where these are rasters."""
        return self.source.files


@dataclass(frozen=True, eq=False)
class DatedMap:
    """One date of a series, read."""

    moment: Moment
    values: NDArray[np.float32]
    """Shape (y, x); NaN where there is none."""
    scenes: list[Scene]
    """That it shows."""


def open_series(
    request: SeriesRequest, ground: GroundWanted, report: Report, period: str = "scene", date_format: str = ""
) -> IndexSeries:
    """Open the scenes or rasters of a request on a ground, and put them together by period; see ``moments_of``.

    Raises
    ------
    ToolkitError
        If nothing can be opened, the ground is not met, or its grid would be too large.
    """
    with gdal.environment():
        source = _open(request, ground, report)
    moments = moments_of(source.observations, period, source.longitude, date_format)
    is_celsius = request.units == "celsius" and request.quantity == "LST" and source.unit == "K"
    return IndexSeries(source, moments, ground.area, KELVIN if is_celsius else 0.0)


def _open(request: SeriesRequest, ground: GroundWanted, report: Report) -> SeriesSource:
    """Return the source of a request: scenes of one satellite, or rasters."""
    if not request.scenes_path:
        return open_raster_series(request, ground, report)
    scenes = readable_scenes(request.scenes_path)
    are_swaths = {scene.product == LST for scene in scenes}
    if len(are_swaths) > 1:
        raise InvalidRequestError(
            "INPUT holds scenes of Sentinel-2 and of Sentinel-3.", "Filter the layer: a series is of one of them."
        )
    if are_swaths == {True}:
        return open_swath_series(request, scenes, ground)
    return open_scene_series(request, scenes, ground, report)


def read_maps(series: IndexSeries, report: Report, reads: Iterator[DateRead] | None = None) -> Iterator[DatedMap]:
    """Yield a DatedMap of each Moment; one that cannot be read is left out with a warning.

    Parameters
    ----------
    reads
        Of all moments, in their order, where others read them; None: this process does.

    Raises
    ------
    ToolkitError
        If none can be read.
    """
    problems = []
    for number, (moment, read) in enumerate(reads or _reads(series, report)):
        report.progress(number / len(series.moments), "Reading the dates")
        try:
            values, scenes = read()
        except RasterError as error:
            problems.append(error)
            report.warning(f"Left out: {moment.label}: {error}")
            continue
        yield DatedMap(moment, values - np.float32(series.shift) if series.shift else values, scenes)
    if len(problems) == len(series.moments):
        raise problems[0]


def read_date(source: SeriesSource, moment: Moment, report: Report) -> ReadMap:
    """Return what a source reads of a date.

    Raises
    ------
    ToolkitError
        If nothing of it can be read.
    """
    with gdal.environment():
        return source.read(moment, report)


def _reads(series: IndexSeries, report: Report) -> Iterator[DateRead]:
    """Yield each Moment with the function that returns its map; where several are read at once, they are on their way.

    No more of them wait than are read at a time.
    """
    if series.source.at_once == 1:
        for number, moment in enumerate(series.moments):
            part = report.part(number / len(series.moments), (number + 1) / len(series.moments))
            yield moment, functools.partial(read_date, series.source, moment, part)
        return
    moments, running = iter(series.moments), collections.deque[tuple[Moment, Future[ReadMap]]]()
    pool = ThreadPoolExecutor(series.source.at_once)
    try:
        while True:
            for moment in itertools.islice(moments, series.source.at_once - len(running)):
                running.append((moment, pool.submit(read_date, series.source, moment, report.warnings_only())))
            if not running:
                return
            moment, future = running.popleft()
            yield moment, future.result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
