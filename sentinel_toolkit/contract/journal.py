"""The journal of a publication, in its part folder: what is put in place, and what was there before.

A part folder with a journal is that of a publication which has not come to its end: whoever deletes it puts back what
was there before.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit.contract.open_files import patiently
from sentinel_toolkit.contract.targets import STALE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

JOURNAL, OLD = ".publishing", ".old"  # the names that are being put in place; a folder of what they replace
HAS_LINKS = sys.platform != "win32"  # there a second name of a file that QGIS shows could not be deleted
MOVING = threading.RLock()  # a step that has begun is finished, or taken back, before the worker leaves


@contextmanager
def told_of(place: Path) -> Iterator[None]:
    """Let an error name the file that its user knows, not the hidden one."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(place), None
        raise


def stale(place: Path) -> list[Path]:
    """Return what GDAL and QGIS may keep beside a file, which would be taken for that of a new one."""
    return [place.with_name(place.name + suffix) for suffix in STALE_SUFFIXES]


def set_aside(folder: Path, names: list[str]) -> None:
    """Begin a publication: note the names, and keep what they will replace, or what would be taken for theirs."""
    draft = folder / f"{JOURNAL}.draft"
    with told_of(folder.parent / names[-1]):
        draft.write_text(json.dumps({name: _state(folder / name) for name in names}), "utf-8")
        (folder / OLD).mkdir(exist_ok=True)
        os.replace(draft, folder / JOURNAL)
    for place in (folder.parent / name for name in names):
        with told_of(place):
            _keep(place, folder / OLD / place.name)
            for path in stale(place):
                with suppress(FileNotFoundError):
                    os.replace(path, folder / OLD / path.name)


def _keep(path: Path, kept: Path) -> None:
    """Keep a file that is replaced: by a second name, so that it never misses, or by a move where there are none."""
    with suppress(FileNotFoundError):
        try:
            if path.is_symlink() or not HAS_LINKS:
                raise OSError
            os.link(path, kept)
        except FileNotFoundError:
            raise
        except OSError:
            os.replace(path, kept)


def end(folders: Collection[Path]) -> None:
    """End the publication of part folders: what they have replaced goes."""
    for folder in folders:
        patiently((folder / JOURNAL).unlink)
    for folder in folders:
        shutil.rmtree(folder / OLD, ignore_errors=True)


def roll_back(folder: Path) -> bool:
    """Put back what a publication that did not come to its end has replaced, and take back what it has added.

    Returns
    -------
    bool
        Whether all is as it was: if not, the folder holds what nobody else has, and is not to be deleted.
    """
    try:
        text = (folder / JOURNAL).read_text("utf-8", "replace")
        kept = os.listdir(folder / OLD)
    except (FileNotFoundError, NotADirectoryError):
        return True  # none has begun
    except OSError:
        return False
    added = [name for name, state in _noted(text) if _state(folder.parent / name) == state]
    done = [_is_moved(folder.parent / name, folder / name) for name in added]
    done += [_is_moved(folder / OLD / name, folder.parent / name) for name in kept]
    if not all(done):
        return False
    try:
        (folder / JOURNAL).unlink()
    except OSError:
        return False
    shutil.rmtree(folder / OLD, ignore_errors=True)
    return True


def _noted(text: str) -> Iterator[tuple[str, object]]:
    """Yield what a journal tells: names, and by what the files are known again; nothing, if a crash has spoilt it."""
    noted = None
    with suppress(ValueError, RecursionError):
        noted = json.loads(text)
    if isinstance(noted, dict):
        for name, state in noted.items():
            yield os.path.basename(name), state


def _state(path: Path) -> list[int] | None:
    """Return [bytes, time of the last change in ns] of a file, which a move does not change; None where there is none.

    By it a file of ours is told from one that somebody else has put there meanwhile.
    """
    try:
        state = os.lstat(path)
    except OSError:
        return None
    return [state.st_size, state.st_mtime_ns]


def _is_moved(source: Path, target: Path) -> bool:
    """Move a file on the way back, unless there is one already; tell whether that is done."""
    if os.path.lexists(target):
        return True
    try:
        os.replace(source, target)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
