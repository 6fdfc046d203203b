"""Blocks on other machines: the workers of a Dask scheduler, given this very package."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import distributed
from distributed.client import FuturesCancelledError
from odc.geo.geobox import GeoBox

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery.block_plan import BlockPlan
from sentinel_toolkit.core.imagery.block_reader import BlockReader, Observations
from sentinel_toolkit.core.imagery.block_threads import Made, Place, make_block
from sentinel_toolkit.core.rasters import files as rasters

CONNECT_S = 10  # to find the scheduler
NO_WORKER_S = 60  # without any worker, after which the job gives up: clusters replace lost ones within that
IN_FLIGHT_PER_THREAD = 2  # blocks: one in work, one on its way; results wait in no long queue
WAIT_S = 0.2  # between looks at the cancel flag
LIBRARIES = ("numpy", "numba", "rasterio", "shapely", "scipy")  # whose versions must be the same there
T = TypeVar("T")
Shared = tuple[Callable[[Observations], Any], BlockReader]
_LOST = (OSError, TimeoutError, FuturesCancelledError, distributed.CancelledError)
# Run on each worker: the package of this name comes first, and what was loaded of another version goes.
_ACTIVATE = """
import os, sys
ours = [path for path in sys.path if os.path.basename(path) == {name!r}]
others = [path for path in sys.path if not os.path.basename(path).startswith("sentinel_toolkit_")]
sys.path[:] = ours[:1] + others
loaded = [name for name in sys.modules if name.split(".")[0] == "sentinel_toolkit"]
if any({name!r} not in (getattr(sys.modules[name], "__file__", None) or "") for name in loaded):
    for name in loaded:
        del sys.modules[name]
"""


@contextlib.contextmanager
def connected(address: str) -> Iterator[DaskBlocks]:
    """Give the runner of a scheduler.

    Raises
    ------
    ToolkitError
        If it does not answer, has no worker, or runs libraries that do not fit.
    """
    try:
        client = distributed.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise ToolkitError(
            f"The Dask scheduler {address} does not answer.", "Is it running, and may this computer reach it?"
        ) from error
    with client, client.as_current():
        _check_workers(client, address)
        yield DaskBlocks(client, address, _send_package(client))


def _check_workers(client: distributed.Client, address: str) -> None:
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise ToolkitError(f"The Dask scheduler {address} has no worker.", "Start some: dask worker <address>.")
    versions: Any = client.get_versions(packages=list(LIBRARIES))
    mine = versions["client"]["packages"]
    for worker, found in versions["workers"].items():
        other = {name: found["packages"].get(name) for name in LIBRARIES}
        differing = [f"{name} {version}" for name, version in other.items() if version != mine[name]]
        if differing:
            raise ToolkitError(
                f"The Dask worker {worker} has {', '.join(differing)}, not the versions of this computer.",
                "Install resources/requirements.lock and requirements-cluster.lock there.",
            )


def _send_package(client: distributed.Client) -> str:
    """Give the package as it is here to all workers, and to those that come later; return its hash."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # what stays there harms nobody
        target = Path(folder) / "package.zip"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(paths.PACKAGE.rglob("*.py")):
                # A fixed time: the same package is the same file.
                entry = zipfile.ZipInfo((Path(paths.PACKAGE.name) / file.relative_to(paths.PACKAGE)).as_posix())
                archive.writestr(entry, file.read_bytes())
        digest = hashlib.sha256(target.read_bytes()).hexdigest()[:12]
        named = target.rename(target.with_name(f"sentinel_toolkit_{digest}.zip"))
        client.upload_file(str(named))
        client.run(exec, _ACTIVATE.format(name=named.name))
    return digest


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
        except _LOST as error:
            raise ToolkitError(
                f"The connection to the Dask scheduler {self._address} was lost.", "Is it still running? Run again."
            ) from error
        finally:
            with contextlib.suppress(*_LOST):
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
            raise ToolkitError(
                f"The Dask scheduler {self._address} has lost all its workers.", "Start some, run again."
            )
        return seen


def _together(_digest: str, function: Callable[[Observations], T], reader: BlockReader) -> Shared:
    return function, reader


def _make(_digest: str, shared: Shared, block: GeoBox, at_once: int) -> Made[Any]:
    """Make one block on a worker, with so many passes read at a time."""
    function, reader = shared
    with ThreadPoolExecutor(at_once) if at_once > 1 else contextlib.nullcontext() as readers:
        return make_block(function, reader, block, readers.map if readers else map)


def _close_files() -> None:
    rasters.close_files()
