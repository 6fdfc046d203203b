"""Which jobs use the worker's environment now: each holds a lock of the operating system on a file beside it."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit.contract.locks import try_lock
from sentinel_toolkit.runtime import environment

if TYPE_CHECKING:
    from collections.abc import Iterator


def _folder_of(environment_folder: Path) -> Path:
    return environment_folder.with_name(environment_folder.name + ".jobs")


@contextlib.contextmanager
def at_work(job: str, interpreter: str) -> Iterator[None]:
    """Say, as long as a job runs, that it uses the plugin's own environment (of another Python nothing is said)."""
    folder = environment.environment_folder()
    file = _folder_of(folder) / f"{job}-{os.getpid()}-{threading.get_ident()}"
    with contextlib.ExitStack() as stack:
        if interpreter == str(environment.interpreter_in(folder)):
            with contextlib.suppress(OSError):  # a folder that cannot be written is no reason not to work
                file.parent.mkdir(exist_ok=True)
                stack.callback(_forget, file)
                try_lock(stack.enter_context(open(file, "a+b")))
        yield


def jobs_at_work(environment_folder: Path) -> list[str]:
    """Return the names of the jobs that use an environment; what a killed QGIS has left does not count."""
    found = set()
    for file in _files_in(_folder_of(environment_folder)):
        with contextlib.suppress(OSError):
            with open(file, "a+b") as lock:
                is_free = try_lock(lock)
            if is_free:
                _forget(file)
            else:
                found.add(file.name.partition("-")[0])
    return sorted(found)


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _forget(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
