"""Many files of many scenes: weighed against the disk, and fetched over a few connections."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sentinel_toolkit.contract.catalogue import DOWNLOADED, FAILED, SKIPPED
from sentinel_toolkit.contract.errors import DownloadError, ToolkitError, TransferError
from sentinel_toolkit.contract.locks import try_lock
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.downloads import files as scene_files
from sentinel_toolkit.core.downloads import plans, transfer
from sentinel_toolkit.core.downloads.files import SceneFile
from sentinel_toolkit.core.downloads.part_file import File
from sentinel_toolkit.core.downloads.plans import DownloadPlan
from sentinel_toolkit.core.downloads.repeats import Repeats
from sentinel_toolkit.core.downloads.table import Row
from sentinel_toolkit.core.downloads.transfer import Arrival, Transfer
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.services import cdse
from sentinel_toolkit.core.services.connection import Connection

LOCK = ".sentinel-toolkit.lock"
SHOW_EVERY_S, SAY_EVERY_S = 0.25, 20  # the share of the work, and a line in the log
WORTH_SAYING_S = 3  # shorter pauses are not
SPARE_SPACE = 1.02  # file systems need some for themselves


@contextmanager
def folder_for_one_job(folder: Path) -> Iterator[None]:
    """Make a folder and hold it: two jobs would write the same parts.

    Raises
    ------
    ToolkitError
        If it cannot be written, or another job holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = open(folder / LOCK, "a+b")  # noqa: SIM115 (held by the `with` below)
    except OSError as error:
        raise ToolkitError(f"{folder} cannot be written: {error.strerror}.", "Choose another OUTPUT_FOLDER.") from error
    with lock:
        if not try_lock(lock):
            raise ToolkitError(
                f"Another download is writing to {folder}.", "Wait until it has ended, or choose another OUTPUT_FOLDER."
            )
        yield


class Fetching:
    """One download: where to, through what, and how far it is."""

    def __init__(
        self, connection: Connection, folder: Path, area: Area | None, connections: int, report: Report
    ) -> None:
        self._connection, self._folder, self._area = connection, folder, area
        self._connections = connections
        self._stopped = threading.Event()
        # The threads stop when one of them has met the end of all.
        self._report = Report(report.emit, lambda: self._stopped.is_set() or report.is_cancelled())
        self._repeats = Repeats(report)
        self._lock = threading.Lock()
        self._waited = 0.0
        self._bytes, self._files_done, self._here = 0, 0, 0
        self._total_bytes, self._total_files = 0, 0
        self._started = self._said = self._shown = time.monotonic()

    def check_login(self, planned: Iterable[DownloadPlan]) -> None:
        """Refuse at once a login that is missing or wrong, where one is needed.

        Raises
        ------
        AuthenticationError
        """
        waiting = (f.file for plan in planned for f in plan.files if not transfer.is_complete(f.file))
        href = next((file.href for file in waiting if cdse.may_see_token(file.href)), "")
        self._connection.token(href)

    def check_space(self, planned: Sequence[DownloadPlan]) -> None:
        """Refuse what does not fit on the disk, as far as lengths are known.

        Raises
        ------
        ToolkitError
        """
        files = [f.file for plan in planned for f in plan.files if not transfer.is_complete(f.file)]
        known = [file.size_bytes for file in files if file.size_bytes]
        self._here = sum(transfer.bytes_here(file) for file in files)
        self._total_bytes = sum(known) if len(known) == len(files) else 0
        self._total_files = len(files)
        need, free = sum(known) - self._here, shutil.disk_usage(self._folder).free
        unknown = f", and {len(files) - len(known)} of unknown length" if len(known) < len(files) else ""
        here = sum(len(plan.files) for plan in planned) - len(files)
        here += sum(row.status == SKIPPED for plan in planned for row in plan.rows)
        self._report.note(f"{files_text(len(files))} to fetch: {size_text(need)}{unknown}; {here} are here already.")
        if need * SPARE_SPACE > free:
            raise ToolkitError(
                f"The files need {size_text(need)}; {size_text(free)} are free in {self._folder}.",
                "Choose fewer scenes, fewer ASSETS or another folder.",
            )

    def fetch(self, planned: Sequence[DownloadPlan]) -> list[tuple[Scene, list[Row]]]:
        """Fetch all files; return a list of (scene, rows)."""
        self._started = self._said = time.monotonic()
        self._report.progress(0, "Downloading")
        with ThreadPoolExecutor(self._connections) as pool:
            pending = [[pool.submit(self._fetch, file) for file in plan.files] for plan in planned]
            try:
                outcomes = [[future.result() for future in futures] for futures in pending]
            except BaseException:
                self._stopped.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        self._repeats.finish()
        return [(plan.scene, [*plan.rows, *rows]) for plan, rows in zip(planned, outcomes, strict=True)]

    def _fetch(self, wanted: SceneFile) -> Row:
        """Return the Row of one file."""
        self._report.checkpoint()
        file = wanted.file
        row = Row(wanted.scene_id, wanted.asset, file.href, str(file.path), SKIPPED)
        if transfer.is_complete(file):
            return replace(row, bytes=file.path.stat().st_size, checksum="length" if file.size_bytes else "")
        task = Transfer(file, self._connection, self._report, self._count, self._wait)
        try:
            arrival = self._cut(file) or task.run()
        except (ToolkitError, OSError) as error:
            plans.reraise_fatal(error)
            self._repeats.say(f"{wanted.scene_id}, {wanted.asset}", str(error))
            if wanted.manifest and isinstance(error, DownloadError) and not isinstance(error, TransferError):
                wanted.manifest.unlink(missing_ok=True)  # it may be wrong itself: the next run asks for it again
            return replace(row, status=FAILED, attempts=max(task.attempts, 1), error=str(error))
        finally:
            self._count(0, 1)
        if arrival.remark:
            self._report.warning(f"{wanted.scene_id}, {wanted.asset}: the zip is whole, but {arrival.remark}.")
        return replace(
            row,
            status=DOWNLOADED,
            bytes=arrival.bytes,
            checksum=arrival.check,
            attempts=arrival.attempts,
            error=arrival.remark,
        )

    def _cut(self, file: File) -> Arrival | None:
        """Return the Arrival of a file of which only the area is wanted; None: all of it is to be fetched."""
        if self._area is None or not scene_files.is_cut(file.path):
            return None
        from sentinel_toolkit.core.downloads.cut import cut  # rasterio is loaded only where something is cut

        return cut(file.href, file.path, self._area, self._report)

    def _wait(self, error: TransferError, seconds: float) -> None:
        """Say, now and then, that a server makes us wait."""
        with self._lock:
            now = time.monotonic()
            is_news = seconds >= WORTH_SAYING_S and now - self._waited > SAY_EVERY_S
            self._waited = now if is_news else self._waited
        if is_news:
            self._report.note(f"{error.message} Trying again in {seconds:.0f} s.")

    def _count(self, count: int, files: int = 0) -> None:
        """Add to what has come, and say so now and then; in words seldom, because they go to the log."""
        with self._lock:
            self._bytes += count
            self._files_done += files
            now = time.monotonic()
            if now - self._shown < SHOW_EVERY_S:
                return
            self._shown = now
            share = (
                self._bytes / self._total_bytes if self._total_bytes else self._files_done / max(self._total_files, 1)
            )
            words = ""
            if now - self._said > SAY_EVERY_S:
                self._said = now
                speed = max(self._bytes - self._here, 0) / (now - self._started)
                words = (
                    f"{self._files_done} of {self._total_files} files, {size_text(self._bytes)}, {size_text(speed)}/s"
                )
        self._report.progress(min(max(share, 0), 1), words)


def size_text(count: float) -> str:
    """Return a count of bytes for people."""
    if count >= 1e9:
        return f"{count / 1e9:.2f} GB"
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"


def files_text(count: int) -> str:
    """Return a count of files for people."""
    return "1 file" if count == 1 else f"{count} files"
