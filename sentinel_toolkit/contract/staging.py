"""Nothing half-made keeps a final name: a job writes in a hidden folder beside its target and renames when complete."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit.contract.errors import ToolkitError

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST_MARK = ".host"  # in a part folder: who may judge whether its maker lives
ABANDONED_S = 24 * 3600  # a job that has written nothing for a day, wherever it ran, is no job any more
STALE_SUFFIXES = (".aux.xml", ".ovr", ".msk")
_PART = re.compile(r"^\..+\.part-(\d+)$")
_open: set[Path] = set()  # the part folders of this process, for the worker that must leave in a hurry


def part_folder(target: str | Path, pid: int) -> Path:
    """Return the hidden folder in which process ``pid`` makes ``target``."""
    target = Path(target)
    return target.parent / f".{target.name}.part-{pid}"


@contextmanager
def staged(target: str | Path) -> Iterator[Path]:
    """Give a hidden folder to make ``target`` in; it is gone afterwards, whatever happens.

    Raises
    ------
    ToolkitError
        If the target's folder cannot be written.
    """
    target = Path(target)
    folder = part_folder(target, os.getpid())
    _open.add(folder)
    try:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            sweep(target.parent)
            folder.mkdir()
            (folder / HOST_MARK).write_text(_host(), "utf-8")
        except OSError as error:
            in_the_way = isinstance(error, (FileExistsError, NotADirectoryError))
            reason = "part of the path is a file" if in_the_way else os.strerror(error.errno or 0)
            raise ToolkitError(f"{target} cannot be written: {reason}.", "Choose another folder.") from error
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _open.discard(folder)


def publish(folder: str | Path, target: str | Path) -> None:
    """Rename what stands in ``folder`` to the target's folder, the target itself last: it exists only when all do.

    Files whose name begins with a dot are scratch and stay behind. What GDAL and QGIS have kept beside an older target
    of that name (statistics, overviews, masks) is deleted: it would be taken for the new one's.
    """
    target = Path(target)
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    for name in names:
        for suffix in STALE_SUFFIXES:
            with suppress(FileNotFoundError):
                os.remove(target.parent / f"{name}{suffix}")
    for name in sorted(names, key=lambda name: name == target.name):
        os.replace(Path(folder) / name, target.parent / name)


def abandon() -> None:
    """Delete every part folder of this process (the parent has died and nobody else will)."""
    for folder in tuple(_open):
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: str | Path) -> None:
    """Delete what dead processes left half-made in ``folder``."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        match = _PART.match(entry.name)
        if not match or not entry.is_dir(follow_symlinks=False) or is_alive(int(match.group(1))):
            continue
        if _is_of_this_host(Path(entry.path)):
            shutil.rmtree(entry.path, ignore_errors=True)


def _is_of_this_host(folder: Path) -> bool:
    """Tell whether a part folder was made where our process ids mean something, not on another computer."""
    try:
        is_ours = (folder / HOST_MARK).read_text("utf-8") in (_host(), "")  # "": killed while it wrote its mark
        newest = max(path.stat().st_mtime for path in folder.iterdir())
        return is_ours or time.time() - newest > ABANDONED_S  # a container that is gone has left no host to ask
    except FileNotFoundError:
        return True  # its maker died before it could say
    except OSError:
        return False


def _host() -> str:
    try:
        namespace = os.readlink("/proc/self/ns/pid")
    except OSError:
        namespace = ""
    return f"{socket.gethostname()} {namespace}"


def is_alive(pid: int) -> bool:
    """Tell whether a process of that id runs (a recycled id counts: better a late sweep than a wrong one)."""
    if sys.platform == "win32":
        import ctypes

        synchronize = 0x00100000  # the least right that OpenProcess grants; os.kill(pid, 0) would end the process here
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Tell whether a process has ended and only waits for its parent to notice."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False  # no /proc here: an ended process is at worst swept later
