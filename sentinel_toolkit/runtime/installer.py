"""Make the worker's environment: built in a hidden folder, probed, stamped, renamed. One in use is never touched."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit import paths
from sentinel_toolkit.contract import staging
from sentinel_toolkit.contract.environment import SetUpEnvironmentRequest
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.locks import try_lock
from sentinel_toolkit.contract.report import JobCancelled
from sentinel_toolkit.runtime import environment, platforms
from sentinel_toolkit.runtime.client import run_job
from sentinel_toolkit.runtime.diagnostics import folder_mb
from sentinel_toolkit.runtime.jobs_at_work import jobs_at_work
from sentinel_toolkit.runtime.steps import Steps, downloaded_mb
from sentinel_toolkit.runtime.uv import fetch_uv, find_base_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sentinel_toolkit.contract.report import Report

POLL_S = 0.1
TRIES = 20  # of a rename, which a virus scanner that looks at the new files holds up for seconds
TELL_S = 2.0  # between two words of what has come
LIBRARIES_BEGIN, LIBRARIES_END = 0.15, 0.8  # of the whole
TESTS = ("tests", "test")  # folders of packages that nothing imports in use: 57 MB


def install(report: Report, variables: Mapping[str, str] | None = None, rebuild: bool = False) -> Path:
    """Make the environment of the lock file unless it is ready, and return its folder.

    Parameters
    ----------
    report
        Gets progress and notes; a checkpoint stands in every wait, so cancel ends a running step.
    variables
        Proxy and certificates.
    rebuild
        Make it anew even if it is ready. The old one stays until the new one is complete.

    Raises
    ------
    EnvironmentNotReadyError
        If a step fails; the message ends with that step's own last words. If there are no libraries for this computer,
        and if a job uses the environment that is to be replaced.
    """
    folder = environment.environment_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _turn(folder, report):
        _put_back(folder)
        if not rebuild and not environment.find_problem(folder):
            report.note(f"The worker environment is ready: {folder}")
            return folder
        platforms.refuse_unsupported(platforms.this_computer())
        _refuse_in_use(folder)  # before 200 MB are fetched for nothing
        with staging.staged(folder) as part:
            _build(part, report, environment.child_variables(os.environ, variables))
            _swap(part / "env", folder)
    report.progress(1.0, "Worker environment ready")
    return folder


def add_extras(
    names: Iterable[str], interpreter: str, report: Report, variables: Mapping[str, str] | None = None
) -> None:
    """Fetch what a job needs beside the libraries of all, once; a Python that the user looks after is left alone.

    Parameters
    ----------
    names
        Of EXTRAS.
    interpreter
        Of the worker.
    report
        Gets a note of what is fetched and why.
    variables
        Proxy and certificates.

    Raises
    ------
    EnvironmentNotReadyError
        If it cannot be fetched.
    """
    if not environment.missing_extras(interpreter, names):
        return
    folder = environment.environment_folder()
    with _turn(folder, report):
        run = Steps(report, environment.child_variables(os.environ, variables))
        for name in environment.missing_extras(interpreter, names):  # another QGIS may have fetched it meanwhile
            _add(name, folder, run, report)


def _add(name: str, folder: Path, run: Steps, report: Report) -> None:
    """Add one extra: files that were not there before do not disturb jobs; for another version they must have ended."""
    extra = EXTRAS[name]
    report.note(
        f"{extra.use} needs one more download ({extra.package}, about {extra.download_mb} MB), once. It is fetched now."
    )
    older = list(folder.glob(f"{name}-*.json"))
    if older:
        _refuse_in_use(folder)
    uv = fetch_uv(run, find_base_python())
    python = environment.interpreter_in(folder)
    run(uv.pip("install", python, environment.extra_lock(name), "--no-deps", "-r"), watch=_watch(report, 0.0, 0.0))
    run([str(python), "-I", "-X", "utf8", "-c", f"import {extra.module}"])
    _remove_tests(folder)
    uv.forget_downloads()
    for stamp in older:
        stamp.unlink()
    environment.extra_stamp(folder, name).write_text(json.dumps({"version": paths.version()}), "utf-8")


@contextlib.contextmanager
def _turn(folder: Path, report: Report) -> Iterator[None]:
    """Let one process at a time build this environment: a lock of the operating system, which dies with its holder."""
    said = False
    with open(folder.with_name(folder.name + ".lock"), "a+b") as lock:
        while not try_lock(lock):
            if not said:
                report.note("Another QGIS is setting the environment up; waiting for it.")
                said = True
            report.checkpoint()
            time.sleep(POLL_S)
        yield  # closing the file gives the lock back


def _build(part: Path, report: Report, variables: Mapping[str, str]) -> None:
    """Fill ``part`` with a complete, probed, stamped environment."""
    started = time.monotonic()
    run = Steps(report, variables)
    report.progress(0.02, "Fetching the installer (uv)")
    base = find_base_python()
    uv = fetch_uv(run, base)
    report.progress(0.1, "Creating the virtual environment")
    uv.venv(part / "env", base)
    python = environment.interpreter_in(part / "env")
    report.progress(LIBRARIES_BEGIN, "Downloading and installing the libraries")
    run(uv.pip("sync", python, environment.LOCK_FILE), watch=_watch(report, LIBRARIES_BEGIN, LIBRARIES_END))
    _remove_tests(part / "env")
    report.progress(0.85, "Checking the libraries")
    found = run_job(
        JOBS["set_up_environment"], SetUpEnvironmentRequest(), str(python), report.emit, report.is_cancelled
    )
    if found is None:
        raise JobCancelled
    report.checkpoint()
    uv.forget_downloads()
    stamp = {
        "version": paths.version(),
        "python": found.python,
        "megabytes": round(folder_mb(part)),
        "seconds": round(time.monotonic() - started, 1),
    }
    (part / "env" / environment.STAMP).write_text(json.dumps(stamp), "utf-8")
    report.note(f"Installed {stamp['megabytes']} MB in {stamp['seconds']} s with Python {stamp['python']}.")


def _watch(report: Report, begin: float, end: float) -> Callable[[str], None]:
    """Return what tells, of what uv says, how much has come and how long it has taken, when either changes."""
    started = told_at = time.monotonic()
    told, furthest = "", begin

    def tell(said: str) -> None:
        nonlocal told, told_at, furthest
        now = time.monotonic()
        done, known = downloaded_mb(said)
        text = f"Downloading the libraries: {done:.0f} of {known:.0f} MB, {(now - started) / 60:.1f} minutes"
        if known and text != told and now - told_at >= TELL_S:
            told, told_at = text, now
            furthest = max(furthest, begin + (end - begin) * done / known)  # what is known to come grows, too
            report.progress(furthest, text)

    return tell


def _remove_tests(folder: Path) -> None:
    """Delete the packages' own tests, except the public ``testing`` modules: nothing imports them in use."""
    for place, names, _ in os.walk(folder):
        for name in set(TESTS).intersection(names):
            names.remove(name)
            shutil.rmtree(os.path.join(place, name), ignore_errors=True)


def _refuse_in_use(folder: Path) -> None:
    """Raise EnvironmentNotReadyError if a job uses the environment: its libraries must not change beneath it."""
    jobs = ", ".join(name.replace("_", " ") for name in jobs_at_work(folder))
    if jobs:
        raise EnvironmentNotReadyError(
            f"The environment cannot be replaced while a job uses it: {jobs}.",
            "Wait for it, or cancel it, and try again. The environment stays as it was.",
        )


def _aside(folder: Path) -> Path:
    """Return where the old environment waits until the new one stands in its place."""
    return folder.with_name(folder.name + ".old")


def _put_back(folder: Path) -> None:
    """Finish a replacement that was interrupted: one environment stands in the place, and nothing beside it."""
    old = _aside(folder)
    if old.exists() and not folder.exists():
        _rename(old, folder)
    shutil.rmtree(old, ignore_errors=True)


def _swap(made: Path, folder: Path) -> None:
    """Put the new environment in the place of the old, or leave the old one where it is.

    Raises
    ------
    EnvironmentNotReadyError
        If the old one cannot be moved (on Windows, as long as a file of it is open), or the new one.
    """
    _refuse_in_use(folder)
    old = _aside(folder)
    try:
        if folder.exists():
            _rename(folder, old)
        try:
            _rename(made, folder)
        except OSError:
            if old.exists():
                _rename(old, folder)
            raise
    except OSError as error:
        raise EnvironmentNotReadyError(
            f"The environment cannot be replaced: {error.strerror or error} ({error.filename}).",
            "Another program holds files of it: end notebooks and terminals that use it, or start the computer anew. "
            "The environment stays as it was.",
        ) from error
    shutil.rmtree(old, ignore_errors=True)


def _rename(place: Path, target: Path) -> None:
    """Rename a folder, again and again for two seconds where it is held."""
    for attempt in range(TRIES):
        try:
            os.replace(place, target)
        except PermissionError:
            if attempt == TRIES - 1:
                raise
            time.sleep(POLL_S)
        else:
            return
