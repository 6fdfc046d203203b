"""Nothing half-made keeps a final name: a job writes in a hidden folder beside its target and renames when complete.

How it renames, and what a part folder holds meanwhile, is told in ``publishing``.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.journal import MOVING, roll_back
from sentinel_toolkit.contract.processes import is_alive

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST_MARK = ".sentinel-toolkit-part"  # in a part folder: it is ours, and who may judge whether its maker lives
ABANDONED_S = 24 * 3600  # a job that has written nothing for a day, wherever it ran, is no job any more
TRIES = 20  # to empty a folder into which a thread or a library may still write
PAUSE_S = 0.01  # before the second try, and longer before each: a virus scanner looks into what is new
KNOWN_BY = "SENTINEL_TOOLKIT_JOB"  # variable of a worker: what its client knows it by; process ids may be a launcher's
_PART = re.compile(r"^\..+\.part-(?P<pid>\d+)(?:-(?P<token>[0-9a-f]+))?$")
_open: set[Path] = set()  # the part folders of this process, for the worker that must leave in a hurry


def part_folder(target: str | Path, pid: int, known_by: str = "") -> Path:
    """Return the hidden folder in which process ``pid`` makes ``target``; ``known_by``: a worker's token (hex)."""
    target = Path(target)
    return places.extended(target.parent / f".{target.name}.part-{pid}{known_by and '-'}{known_by}")


@contextmanager
def staged(target: str | Path) -> Iterator[Path]:
    """Give a hidden folder to make ``target`` in; it is gone afterwards, whatever happens.

    Raises
    ------
    ToolkitError
        If the target's folder cannot be written.
    """
    target = Path(target)
    folder = _own_part(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        if folder not in _open and _is_of_this_host(folder):
            discard(folder)  # a dead process had our id
        folder.mkdir()
        _open.add(folder)
    except OSError as error:
        in_the_way = isinstance(error, (FileExistsError, NotADirectoryError))
        reason = "part of the path is a file" if in_the_way else places.reason_of(error, target)
        reason = f"{folder.name} is in the way" if in_the_way and folder.exists() else reason
        raise ToolkitError(f"{target} cannot be written: {reason}.", "Choose another folder.") from error
    try:
        mark(folder)
        yield folder
    except OSError as error:
        _name_target(error, folder)
        raise
    finally:
        discard(folder)
        _open.discard(folder)


def _own_part(target: Path) -> Path:
    """Return our part folder of a target: one that no other computer, where a process has our id, has taken already.

    In containers ids are alike, and one that is gone has left its folder.
    """
    known_by = os.environ.get(KNOWN_BY, "")
    folder = part_folder(target, os.getpid(), known_by)
    if folder in _open or not (folder / HOST_MARK).is_file() or _is_of_this_host(folder):
        return folder
    return part_folder(target, os.getpid(), known_by + secrets.token_hex(4))


def _name_target(error: OSError, folder: Path) -> None:
    """Let an error of a file in a part folder name the file that its user knows."""
    if isinstance(error.filename, (str, os.PathLike)) and Path(error.filename).parent == folder:
        error.filename = str(folder.parent / Path(error.filename).name)


def mark(folder: Path) -> None:
    """Say in a part folder that it is ours, without which nobody deletes it, and hide it."""
    places.hide(folder)
    (folder / HOST_MARK).write_text(_host(), "utf-8")


def discard(folder: Path) -> None:
    """Delete a part folder of ours; of one without our mark nothing but an empty folder is taken away.

    The mark goes last: what is left over, if even this is interrupted, is still known as ours.
    """
    is_ours = (folder / HOST_MARK).is_file()
    for attempt in range(TRIES if is_ours else 1):
        if attempt:
            time.sleep(PAUSE_S * attempt)
        with suppress(OSError):
            if is_ours:
                if not roll_back(folder):
                    continue  # what it has replaced is nowhere else
                _empty(folder)
            folder.rmdir()
        if not folder.exists():
            return


def _empty(folder: Path) -> None:
    """Delete what is in a folder, our mark last."""
    for name in sorted(os.listdir(folder), key=HOST_MARK.__eq__):
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def abandon() -> None:
    """Delete every part folder of this process (the parent has died and nobody else will)."""
    MOVING.acquire()  # for good: nothing is published any more
    for folder in tuple(_open):
        discard(folder)


def sweep(folder: str | Path) -> None:
    """Delete what dead processes left half-made in ``folder``."""
    for part, pid, _ in _parts_in(folder):
        if not is_alive(pid) and _is_of_this_host(part):
            discard(part)


def discard_parts(folder: str | Path, token: str) -> Iterator[Path]:
    """Delete what a worker that has ended left half-made in ``folder``; yield what cannot be deleted."""
    for part, _, maker in _parts_in(folder):
        if token and maker.startswith(token):
            discard(part)
            if part.exists():
                yield part


def _parts_in(folder: str | Path) -> Iterator[tuple[Path, int, str]]:
    """Yield what looks like a part folder, and the id of the process that made it with its token."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        match = _PART.match(entry.name)
        if match and entry.is_dir(follow_symlinks=False):
            yield places.extended(Path(entry.path)), int(match["pid"]), match["token"] or ""


def _is_of_this_host(folder: Path) -> bool:
    """Tell whether a part folder was made where our process ids mean something, not on another computer."""
    try:
        is_ours = (folder / HOST_MARK).read_text("utf-8") in (_host(), "")  # "": killed while it wrote its mark
        newest = max(path.stat().st_mtime for path in folder.iterdir())
        return is_ours or time.time() - newest > ABANDONED_S  # a container that is gone has left no host to ask
    except FileNotFoundError:
        return True  # its maker died before it could say: an empty folder goes
    except (OSError, ValueError):
        return False


def _host() -> str:
    try:
        namespace = os.readlink("/proc/self/ns/pid")
    except OSError:
        namespace = ""
    return f"{socket.gethostname()} {namespace}"
