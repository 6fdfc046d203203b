"""Nothing half-made keeps a final name: a job writes in a hidden folder beside its target and renames when complete."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path

_PART = re.compile(r"^\..+\.part-(\d+)$")
_open = set()  # the part folders of this process, for the worker that must leave in a hurry


def part_folder(target, pid):
    """Return the hidden folder in which process ``pid`` makes ``target``."""
    target = Path(target)
    return target.parent / f".{target.name}.part-{pid}"


@contextmanager
def staged(target):
    """Give a hidden folder to make ``target`` in; it is gone afterwards, whatever happens.

    Raises
    ------
    OSError
        If the target's folder cannot be written.
    """
    target = Path(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    folder = part_folder(target, os.getpid())
    _open.add(folder)
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _open.discard(folder)


def publish(folder, target):
    """Rename what stands in ``folder`` to the target's folder, the target itself last: it exists only when all do.

    Files whose name begins with a dot are scratch and stay behind.
    """
    target = Path(target)
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    for name in sorted(names, key=lambda name: name == target.name):
        os.replace(Path(folder) / name, target.parent / name)


def abandon():
    """Delete every part folder of this process (the parent has died and nobody else will)."""
    for folder in tuple(_open):
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder):
    """Delete what dead processes left half-made in ``folder``."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        match = _PART.match(entry.name)
        if match and entry.is_dir(follow_symlinks=False) and not is_alive(int(match.group(1))):
            shutil.rmtree(entry.path, ignore_errors=True)


def is_alive(pid):
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
    return True
