"""Blocks in threads of this process: what runs them elsewhere has the same form."""

from __future__ import annotations

import os
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from typing import NamedTuple

REMOTE_READERS = 16  # passes read at once from servers: each mostly waits, and object stores serve hundreds
WAIT_S = 0.1  # between looks at the cancel flag


class Made(NamedTuple):
    """What became of a block: what the function made of it, which scenes gave pixels, which were unreadable."""

    result: object
    contributed: set
    damaged: dict


def make_block(function, reader, block, concurrently=map, checkpoint=lambda: None):
    """Read a block and apply the function to its Observations."""
    observations = reader.read(block, concurrently, checkpoint)
    return Made(function(observations), observations.contributed, observations.damaged)


class BlockThreads:
    """Runs blocks in threads; where scenes are remote, a block's passes are read at once, by a pool of their own.

    Parameters
    ----------
    threads : int
        Blocks in work at a time.
    """

    def __init__(self, threads):
        self.threads = threads

    def run(self, function, reader, todo, report):
        """Yield ((row, column), Made) as blocks are done; never more than one waits beside those being made.

        Parameters
        ----------
        function : callable
            Observations → anything.
        reader : BlockReader
        todo : list of (row, column, GeoBox)
        report : Report
        """
        entries = iter(todo)
        running = {}
        done_count = 0
        pool = ThreadPoolExecutor(self.threads)
        readers = readers_for(reader)
        concurrently = readers.map if readers else map
        try:
            while True:
                while len(running) < self.threads and (entry := next(entries, None)):
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


def readers_for(reader):
    """Return the pool that reads passes of a block at once, where scenes are remote; else None."""
    return ThreadPoolExecutor(REMOTE_READERS) if reader.is_remote else None


def default_threads():
    """Return how many blocks to work on at a time: one for each core."""
    return os.cpu_count() or 1
