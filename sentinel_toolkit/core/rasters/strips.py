"""Strips of rows in threads: made a few ahead, handed over in their order."""

from __future__ import annotations

import collections
import itertools
from concurrent.futures import ThreadPoolExecutor


def each_strip(make, height, rows, threads, report, phase=0):
    """Yield (row, what was made) of strip after strip.

    Parameters
    ----------
    make : callable
        (start, stop) → anything; called in threads.
    height : int
        Rows in all.
    rows : int
        Of a strip.
    threads : int
        Strips in work at a time; one more waits.
    report : Report
        Asked before each strip whether to go on, and told how much is done.
    phase : int
        Of the first border between strips.
    """
    cuts = [0, *range(phase % rows or rows, height, rows), height]
    strips = itertools.pairwise(cuts)
    with ThreadPoolExecutor(threads) as pool:
        waiting = collections.deque()
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
