"""Blocks on other machines: the workers of a Dask scheduler, given this very package."""

from __future__ import annotations

import contextlib
import tempfile
import zipfile
from pathlib import Path

import distributed

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.core.io import rasters
from sentinel_toolkit.core.io.block_threads import make_block, readers_for

CONNECT_S = 10  # to find the scheduler
CONNECT_TEXT = "Is it running, and may this computer reach it?"
IN_FLIGHT_PER_THREAD = 2  # blocks: one in work, one on its way; results wait in no long queue
WAIT_S = 0.2  # between looks at the cancel flag


@contextlib.contextmanager
def connected(address):
    """Give the runner of a scheduler.

    Raises
    ------
    ToolkitError
        If it does not answer, has no worker, or runs libraries that do not fit.
    """
    try:
        client = distributed.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise ToolkitError(f"The Dask scheduler {address} does not answer.", CONNECT_TEXT) from error
    with client, client.as_current():
        _check_workers(client, address)
        with tempfile.TemporaryDirectory() as folder:
            client.upload_file(str(_packed(Path(folder))))
        try:
            yield DaskBlocks(client)
        finally:
            client.run(_close_files, on_error="ignore")  # the next job may find other files of the same names


def _check_workers(client, address):
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise ToolkitError(f"The Dask scheduler {address} has no worker.", "Start some: dask worker <address>.")
    try:
        client.get_versions(check=True, packages=["numpy", "numba", "rasterio", "odc.geo", "shapely"])
    except ValueError as error:
        lines = " ".join(line.strip() for line in str(error).splitlines() if "|" in line)
        raise ToolkitError(
            f"The Dask scheduler {address} or its workers run other versions than this computer: {lines}",
            "Install resources/requirements.lock there.",
        ) from error


def _packed(folder):
    """Return a zip of the package as it is here, for the workers to import from."""
    target = folder / "sentinel_toolkit_package.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(paths.PACKAGE.rglob("*.py")):
            archive.write(file, Path(paths.PACKAGE.name) / file.relative_to(paths.PACKAGE))
    return target


class DaskBlocks:
    """Runs blocks on the workers of a scheduler; a block whose worker dies is made by another.

    Parameters
    ----------
    client : distributed.Client
    """

    def __init__(self, client):
        self._client = client
        threads = [worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values()]
        self.threads = max(threads)  # that share a memory: MEMORY_LIMIT is that of one worker
        self._limit = sum(threads) * IN_FLIGHT_PER_THREAD

    def run(self, function, reader, todo, report):
        """Yield ((row, column), Made) as blocks are done; see BlockThreads."""
        shared = self._client.scatter([(function, reader)], broadcast=True, hash=False)[0]
        entries, running, done_count = iter(todo), {}, 0
        try:
            while True:
                while len(running) < self._limit and (entry := next(entries, None)):
                    future = self._client.submit(_make, shared, entry[2], pure=False)
                    running[future] = entry[:2]
                if not running:
                    return
                with contextlib.suppress(TimeoutError):
                    distributed.wait(list(running), timeout=WAIT_S, return_when="FIRST_COMPLETED")
                for future in [future for future in running if future.done()]:
                    place = running.pop(future)
                    yield place, _result(future)
                    done_count += 1
                report.progress(0.1 + 0.8 * done_count / len(todo), "Reading and combining scenes on the cluster")
        finally:
            self._client.cancel(list(running))


def _make(shared, block):
    """Make one block on a worker."""
    function, reader = shared
    with readers_for(reader) or contextlib.nullcontext() as readers:
        return make_block(function, reader, block, readers.map if readers else map)


def _close_files():
    rasters.close_files()


def _result(future):
    try:
        return future.result()
    except distributed.KilledWorker as error:
        raise ToolkitError(
            f"A block was given up: {error.allowed_failures} workers died over it.",
            "Have they enough memory? MEMORY_LIMIT is for all threads of one worker.",
        ) from error
