"""Nothing half-made keeps a final name: a job writes in a hidden folder beside its target and renames when complete.

The renames are one step: what they replace waits in the part folder until all are done. A part folder with a journal is
that of a publication which has not come to its end: whoever deletes it puts back what was there before.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.processes import is_alive
from sentinel_toolkit.contract.targets import STALE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HOST_MARK = ".sentinel-toolkit-part"  # in a part folder: it is ours, and who may judge whether its maker lives
JOURNAL, OLD = ".publishing", ".old"  # the names that are being put in place; a folder of what they replace
ABANDONED_S = 24 * 3600  # a job that has written nothing for a day, wherever it ran, is no job any more
TRIES = 20  # to empty a folder into which a thread or a library may still write
PAUSE_S = 0.01  # before the second try, and longer before each: a virus scanner looks into what is new
KNOWN_BY = "SENTINEL_TOOLKIT_JOB"  # variable of a worker: what its client knows it by; process ids may be a launcher's
_PART = re.compile(r"^\..+\.part-(?P<pid>\d+)(?:-(?P<token>[0-9a-f]+))?$")
_open: set[Path] = set()  # the part folders of this process, for the worker that must leave in a hurry
_publishing = threading.RLock()  # a publication that has begun is finished before the worker leaves


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
    folder = part_folder(target, os.getpid(), os.environ.get(KNOWN_BY, ""))
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
    finally:
        discard(folder)
        _open.discard(folder)


def mark(folder: Path) -> None:
    """Say in a part folder that it is ours, without which nobody deletes it, and hide it."""
    places.hide(folder)
    (folder / HOST_MARK).write_text(_host(), "utf-8")


def publish(folder: str | Path, target: str | Path) -> None:
    """Put what stands in ``folder`` beside the target, the target itself last: it exists only when all do.

    Files whose name begins with a dot are scratch and stay behind. What GDAL and QGIS have kept beside an older target
    of that name (statistics, overviews, masks) goes: it would be taken for the new one's.

    Raises
    ------
    ToolkitError
        If there is a folder in the place of a file. Then, and after any other failure, all is as it was.
    """
    publish_together({Path(target): Path(folder)})


def publish_together(folders: Mapping[Path, Path]) -> None:
    """Publish several targets (target → its part folder) in one step: all or none.

    Raises
    ------
    ToolkitError
        As ``publish`` does.
    """
    names = {
        folder: sorted((n for n in os.listdir(folder) if n[0] != "."), key=lambda name: (name == target.name, name))
        for target, folder in folders.items()
    }
    places = [(folder / name, folder.parent / name) for folder, made in names.items() for name in made]
    for _, place in places:
        if place.is_dir() and not place.is_symlink():
            raise ToolkitError(f"{place} cannot be written: it is a folder.", "Choose another name.")
    with _publishing:
        try:
            for folder, made in names.items():
                _keep_old(folder, made)
            for finished, place in places:
                os.replace(finished, place)
        except BaseException:
            for folder in names:
                _roll_back(folder)
            raise
        for folder in names:
            (folder / JOURNAL).unlink()
        for folder in names:
            shutil.rmtree(folder / OLD, ignore_errors=True)


def _keep_old(folder: Path, names: list[str]) -> None:
    """Begin a publication: note the names, and keep what they will replace."""
    draft = folder / f"{JOURNAL}.draft"
    draft.write_text(json.dumps(names), "utf-8")
    (folder / OLD).mkdir()
    os.replace(draft, folder / JOURNAL)
    for name in names:
        _keep(folder.parent / name, folder / OLD / name)
        for suffix in STALE_SUFFIXES:
            with suppress(FileNotFoundError):
                os.replace(folder.parent / f"{name}{suffix}", folder / OLD / f"{name}{suffix}")


def _keep(path: Path, kept: Path) -> None:
    """Keep a file that is replaced: by a second name, so that it never misses, or by a move where there are none."""
    with suppress(FileNotFoundError):
        try:
            if path.is_symlink():
                raise OSError
            os.link(path, kept)
        except FileNotFoundError:
            raise
        except OSError:
            os.replace(path, kept)


def _roll_back(folder: Path) -> None:
    """Put back what a publication that did not come to its end has replaced, and take away what it has added."""
    try:
        names = [os.path.basename(name) for name in json.loads((folder / JOURNAL).read_text("utf-8"))]
        kept = os.listdir(folder / OLD)
    except (OSError, ValueError):
        return  # none has begun
    for name in names:
        if name not in kept and not os.path.lexists(folder / name):
            with suppress(OSError):
                os.remove(folder.parent / name)
    for name in kept:
        with suppress(OSError):
            os.replace(folder / OLD / name, folder.parent / name)
    with suppress(OSError):
        (folder / JOURNAL).unlink()


def discard(folder: Path) -> None:
    """Delete a part folder of ours; of one without our mark nothing but an empty folder is taken away.

    The mark goes last: what is left over, if even this is interrupted, is still known as ours.
    """
    is_ours = (folder / HOST_MARK).is_file()
    for attempt in range(TRIES if is_ours else 1):
        time.sleep(PAUSE_S * attempt)
        with suppress(OSError):
            if is_ours:
                _roll_back(folder)
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
    _publishing.acquire()  # for good: nothing is published any more
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
        if maker == token:
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
