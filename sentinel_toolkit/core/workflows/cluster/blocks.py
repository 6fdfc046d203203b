"""Blocks on the workers of a Dask scheduler: a single raster that this computer writes."""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import distributed
from distributed.client import FuturesCancelledError
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery.block_plan import BlockPlan
from sentinel_toolkit.core.imagery.block_reader import BlockReader, Observations
from sentinel_toolkit.core.imagery.block_threads import Made, Place, make_block
from sentinel_toolkit.core.rasters import files as rasters

NO_WORKER_S = 60  # without any worker, after which the job gives up: clusters replace lost ones within that
IN_FLIGHT_PER_THREAD = 2  # blocks: one in work, one on its way; results wait in no long queue
WAIT_S = 0.2  # between looks at the cancel flag
T = TypeVar("T")
Shared = tuple[Callable[[Observations], Any], BlockReader]
LOST = (OSError, TimeoutError, FuturesCancelledError, distributed.CancelledError)
GONE = (*LOST, RuntimeError)  # where works are given up: of a client that is closed already, for which nothing runs


class DaskBlocks:
    """A BlockRunner on the workers of a scheduler; a block whose worker dies is made by another.

    Parameters
    ----------
    client
    address
        Of the scheduler, for messages.
    digest
        Of the package. It goes with each function: workers keep functions by what their names say.
    """

    may_share = False  # a worker takes as many blocks as it has threads

    def __init__(self, client: distributed.Client, address: str, digest: str) -> None:
        self._client, self._address = client, address
        self._make = functools.partial(_make, digest)
        self._together = functools.partial(_together, digest)
        threads = [worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values()]
        self.threads = max(threads)  # that share a memory: MEMORY_LIMIT is that of one worker
        self._limit = sum(threads) * IN_FLIGHT_PER_THREAD

    def run(
        self,
        function: Callable[[Observations], T],
        reader: BlockReader,
        todo: Sequence[tuple[int, int, GeoBox]],
        plan: BlockPlan,
        report: Report,
    ) -> Iterator[tuple[Place, Made[T]]]:
        """Yield ((row, column), Made) as blocks are done; see BlockRunner."""
        running: dict[distributed.Future, Place] = {}
        try:
            yield from self._run(function, reader, todo, plan.at_once, report, running)
        except distributed.KilledWorker as error:
            raise ToolkitError(
                f"A block was given up: {error.allowed_failures + 1} workers died over it.",
                "Have they enough memory? MEMORY_LIMIT is for all threads of one worker.",
            ) from error
        except LOST as error:
            raise connection_lost(self._address) from error
        finally:
            with contextlib.suppress(*GONE):
                self._client.cancel(list(running))
                # The next job may find other files of the same names.
                self._client.run(_close_files, on_error="ignore")

    def _run(
        self,
        function: Callable[[Observations], T],
        reader: BlockReader,
        todo: Sequence[tuple[int, int, GeoBox]],
        at_once: int,
        report: Report,
        running: dict[distributed.Future, Place],
    ) -> Iterator[tuple[Place, Made[T]]]:
        # A task, not scattered data: it is made again where the worker that holds it dies.
        shared = self._client.submit(self._together, function, reader, pure=False)
        entries, done_count, seen = iter(todo), 0, time.monotonic()
        while True:
            while len(running) < self._limit and (entry := next(entries, None)):
                running[self._client.submit(self._make, shared, entry[2], at_once, pure=False)] = entry[:2]
            if not running:
                return
            with contextlib.suppress(TimeoutError):
                distributed.wait(list(running), timeout=WAIT_S, return_when="FIRST_COMPLETED")
            for future in [future for future in running if future.done()]:
                place = running.pop(future)
                yield place, future.result()
                done_count += 1
            seen = self._check_alive(seen)
            report.progress(0.1 + 0.8 * done_count / len(todo), "Reading and combining scenes on the cluster")

    def _check_alive(self, seen: float) -> float:
        """Return when a worker was last there; give up where none has been for long."""
        if self._client.scheduler_info(n_workers=-1)["workers"]:
            return time.monotonic()
        if time.monotonic() - seen > NO_WORKER_S:
            raise without_workers(self._address)
        return seen


def connection_lost(name: str) -> ToolkitError:
    """Return the error of a scheduler that has gone."""
    return ToolkitError(f"The connection to the Dask scheduler {name} was lost.", "Is it still running? Run again.")


def without_workers(name: str) -> ToolkitError:
    """Return the error of a scheduler whose workers have gone for good."""
    return ToolkitError(f"The Dask scheduler {name} has lost all its workers.", "Start some, run again.")


def _together(_digest: str, function: Callable[[Observations], T], reader: BlockReader) -> Shared:
    return function, reader


def _make(_digest: str, shared: Shared, block: GeoBox, at_once: int) -> Made[Any]:
    """Make one block on a worker, with so many passes read at a time."""
    function, reader = shared
    with ThreadPoolExecutor(at_once) if at_once > 1 else contextlib.nullcontext() as readers:
        return make_block(function, reader, block, readers.map if readers else map)


def _close_files() -> None:
    rasters.close_files()
