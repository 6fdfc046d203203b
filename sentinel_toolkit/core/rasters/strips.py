"""Strips of rows in threads: made a few ahead, handed over in their order."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sentinel_toolkit.contract.report import Report

Made = TypeVar("Made")


def each_strip(
    make: Callable[[int, int], Made], height: int, rows: int, threads: int, report: Report, phase: int = 0
) -> Iterator[tuple[int, Made]]:
    """Yield (row, what was made) of strip after strip.

    Parameters
    ----------
    make
        (start, stop) → anything; called in threads.
    height
        Rows in all.
    rows
        Of a strip.
    threads
        Strips in work at a time; one more waits.
    report
        Asked before each strip whether to go on, and told how much is done.
    phase
        Of the first border between strips.
    """
    cuts = [0, *range(phase % rows or rows, height, rows), height]
    strips = itertools.pairwise(cuts)
    with ThreadPoolExecutor(threads) as pool:
        waiting: collections.deque[tuple[tuple[int, int], Future[Made]]] = collections.deque()
        try:
            while True:
                while len(waiting) <= threads and (strip := next(strips, None)):
                    waiting.append((strip, pool.submit(make, *strip)))
                if not waiting:
                    return
                report.checkpoint()
                (start, stop), future = waiting.popleft()
                yield start, future.result()
                report.progress(stop / height)
        finally:
            for _, future in waiting:
                future.cancel()
