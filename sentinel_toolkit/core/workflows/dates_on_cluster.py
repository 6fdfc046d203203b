"""Dates of a series on a cluster: each is read by a worker, as workers are free; here they arrive in time order."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.dates.moments import Moment
from sentinel_toolkit.core.imagery.block_threads import BlockThreads
from sentinel_toolkit.core.series.index_series import DateRead, IndexSeries, ReadMap, read_date
from sentinel_toolkit.core.series.scene_series import SceneSeries
from sentinel_toolkit.core.series.source import SeriesSource

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Cluster
    from sentinel_toolkit.core.workflows.cluster.tasks import Outcome

BYTES_PER_PIXEL = 4  # of a map that waits for an earlier one


class DateWork(NamedTuple):
    """All that a worker needs to read a date, beside the source."""

    place: int
    """Of the date among all."""
    moment: Moment


class Queue:
    """An iterator over dates that are still to be read: none while too many would wait for the first of them.

    Parameters
    ----------
    series
    most
        Dates that may be read or wait at a time.
    """

    def __init__(self, series: IndexSeries, most: int) -> None:
        self._moments, self._most = series.moments, most
        self._given = 0
        self.passed = 0
        """How many have been read and passed on, the earliest first."""

    def __iter__(self) -> Queue:
        return self

    def __next__(self) -> DateWork:
        if self._given == min(len(self._moments), self.passed + self._most):
            raise StopIteration
        self._given += 1
        return DateWork(self._given - 1, self._moments[self._given - 1])


def reads_on_cluster(series: IndexSeries, cluster: Cluster, limit_mb: float, report: Report) -> Iterator[DateRead]:
    """Yield each Moment of a series, in time order, with the function that returns what a worker read of it.

    Parameters
    ----------
    limit_mb
        Of the memory for maps that arrive before their turn.

    Raises
    ------
    ToolkitError
        If the cluster is lost.
    """
    map_bytes = BYTES_PER_PIXEL * series.grid.shape[0] * series.grid.shape[1]
    queue = Queue(series, max(int(limit_mb * 1e6 / map_bytes), 1))
    arrived: dict[int, Outcome[ReadMap]] = {}
    for work, outcome in cluster.tasks.run(read_alone, series.source, queue, report):
        arrived[work.place] = outcome
        while queue.passed in arrived:
            read = arrived.pop(queue.passed)
            for text in read.warnings:
                report.warning(text)
            queue.passed += 1
            yield series.moments[queue.passed - 1], functools.partial(_answer, read)


def _answer(outcome: Outcome[ReadMap]) -> ReadMap:
    """Return what a worker read, or raise why it could not."""
    if outcome.result is None:
        raise outcome.error or ToolkitError("Nothing was read.")
    return outcome.result


def read_alone(source: SeriesSource, work: DateWork, threads: int, report: Report) -> ReadMap:
    """Read a date on a worker, with its threads."""
    if isinstance(source, SceneSeries):
        source = dataclasses.replace(source, runner=BlockThreads(threads))
    return read_date(source, work.moment, report)
