"""Strips of rows in threads: made a few ahead, handed over in their order."""

from __future__ import annotations

import collections
from concurrent.futures import ThreadPoolExecutor


def each_strip(make, height, rows, threads, report):
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
    """
    starts = iter(range(0, height, rows))
    with ThreadPoolExecutor(threads) as pool:
        waiting = collections.deque()
        try:
            while True:
                while len(waiting) <= threads and (start := next(starts, None)) is not None:
                    waiting.append((start, pool.submit(make, start, min(start + rows, height))))
                if not waiting:
                    return
                report.checkpoint()
                start, future = waiting.popleft()
                yield start, future.result()
                report.progress(min(start + rows, height) / height)
        finally:
            for _, future in waiting:
                future.cancel()
