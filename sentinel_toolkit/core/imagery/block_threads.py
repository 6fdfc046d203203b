"""Blocks in threads of this process: what runs them elsewhere has the same form."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery.block_plan import BlockPlan
from sentinel_toolkit.core.imagery.block_reader import (
    BlockReader,
    Checkpoint,
    Concurrently,
    Observations,
    never_stop,
)
from sentinel_toolkit.core.scenes.scene import SceneKey

WAIT_S = 0.1  # between looks at the cancel flag

T = TypeVar("T")
Place = tuple[int, int]  # row and column of a block's first pixel


@dataclass(frozen=True)
class Made(Generic[T]):
    """What became of a block."""

    result: T
    """What the function made of it."""
    contributed: set[SceneKey]
    """The scenes that gave pixels."""
    damaged: dict[SceneKey, str]
    """The scenes that were unreadable, and why."""


class BlockRunner(Protocol):
    """Runs blocks: in threads of this process, or on other machines."""

    @property
    def threads(self) -> int:
        """Return how many blocks it works on at a time in one memory."""

    @property
    def may_share(self) -> bool:
        """Tell whether its threads may read one block together."""

    def run(
        self,
        function: Callable[[Observations], T],
        reader: BlockReader,
        todo: Sequence[tuple[int, int, GeoBox]],
        plan: BlockPlan,
        report: Report,
    ) -> Iterator[tuple[Place, Made[T]]]:
        """Yield ((row, column), Made) as blocks are done.

        Parameters
        ----------
        function
            Makes anything of the Observations of a block.
        todo
            (row, column, block).
        plan
            What there is memory for at a time; for ``self.threads`` at most.
        """


def make_block(
    function: Callable[[Observations], T],
    reader: BlockReader,
    block: GeoBox,
    concurrently: Concurrently = map,
    checkpoint: Checkpoint = never_stop,
) -> Made[T]:
    """Read a block and apply the function to its Observations."""
    observations = reader.read(block, concurrently, checkpoint)
    return Made(function(observations), observations.contributed, observations.damaged)


@dataclass(frozen=True)
class BlockThreads:
    """A BlockRunner in this process, on so many ``threads``.

    Where several passes of a block are read at once, a pool of their own does that.
    """

    threads: int
    may_share: bool = True

    def run(
        self,
        function: Callable[[Observations], T],
        reader: BlockReader,
        todo: Sequence[tuple[int, int, GeoBox]],
        plan: BlockPlan,
        report: Report,
    ) -> Iterator[tuple[Place, Made[T]]]:
        """Yield ((row, column), Made) as blocks are done; never more than one waits beside those being made."""
        entries = iter(todo)
        running: dict[Future[Made[T]], Place] = {}
        done_count = 0
        pool = ThreadPoolExecutor(plan.threads)
        readers = ThreadPoolExecutor(plan.at_once) if plan.at_once > 1 else None
        concurrently = readers.map if readers else map
        try:
            while True:
                while len(running) < plan.threads and (entry := next(entries, None)):
                    future = pool.submit(make_block, function, reader, entry[2], concurrently, report.checkpoint)
                    running[future] = entry[:2]
                if not running:
                    return
                for future in wait(running, timeout=WAIT_S, return_when=FIRST_COMPLETED).done:
                    place = running.pop(future)
                    yield place, future.result()
                    done_count += 1
                report.progress(0.1 + 0.8 * done_count / len(todo), "Reading and combining scenes")
        finally:
            for each in filter(None, (readers, pool)):  # readers first: blocks wait for them
                each.shutdown(wait=True, cancel_futures=True)


def default_threads() -> int:
    """Return how many blocks to work on at a time: one for each core."""
    return os.cpu_count() or 1
