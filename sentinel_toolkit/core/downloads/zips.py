"""Zips from strangers: whole, without bombs and without names that lead out of their folder."""

from __future__ import annotations

import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from sentinel_toolkit.contract.errors import CorruptFileError
from sentinel_toolkit.core.scenes.packages import opened_zip

CHUNK = 1 << 20
MAX_RATIO = 200  # of all members to the zip; Sentinel products are below 3, sparse NetCDF files below 50
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def check(path: Path, checkpoint: Callable[[], None] = lambda: None) -> None:
    """Read every member of a zip against its CRC.

    Parameters
    ----------
    checkpoint
        Called between chunks; may raise to stop.

    Raises
    ------
    CorruptFileError
        If it is truncated, damaged, encrypted, a bomb, or names a place outside its folder.
    """
    with _opened(path) as archive:
        members = archive.infolist()
        _refuse_hostile(path, members)
        for member in members:
            _read(archive, member, checkpoint)


def check_names(path: Path) -> None:
    """Look at the names of a zip's members alone.

    Raises
    ------
    CorruptFileError
        As of :func:`check`, but for damaged members.
    """
    with _opened(path) as archive:
        _refuse_hostile(path, archive.infolist())


def holds(path: Path, folder: str) -> bool:
    """Tell whether everything in a zip lies in one folder of that name."""
    with _opened(path) as archive:
        return all(name.startswith(f"{folder}/") for name in archive.namelist())


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip; whatever zipfile says of damaged bytes becomes one error."""
    try:
        with opened_zip(path) as archive:
            yield archive
    except (*_DAMAGES, OSError) as error:
        raise CorruptFileError(f"The zip is damaged: {error}.", "") from error


def _refuse_hostile(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if all(name.endswith("/") for name in names):
        raise CorruptFileError("The zip holds no file.", "")
    hostile = next((name for name in names if is_hostile(name)), None)
    if hostile is not None:
        raise CorruptFileError(f"The zip names a place outside its folder: {hostile!r:.100}.", "")
    if any(stat.S_ISLNK(member.external_attr >> 16) for member in members):
        raise CorruptFileError("The zip holds symbolic links.", "")
    total = sum(member.file_size for member in members)
    if total > MAX_RATIO * max(path.stat().st_size, 1):
        raise CorruptFileError(
            f"The zip would unpack to {len(members)} files of {total / 1e9:.1f} GB: no product does.", ""
        )
    if len(set(names)) < len(names):
        raise CorruptFileError("The zip holds two files of one name.", "")


def is_hostile(name: str) -> bool:
    """Tell whether a member's name leads out of its folder, here or on Windows."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not parts or parts[0] == "/" or ".." in parts or "\0" in name or bool(re.match("[A-Za-z]:", name))


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, checkpoint: Callable[[], None]) -> None:
    """Read a member to its end: the CRC is compared there. No more than it declares can come out."""
    left = member.file_size
    with archive.open(member) as file:
        while chunk := file.read(CHUNK):
            checkpoint()
            left -= len(chunk)
    if left:
        raise CorruptFileError(f"The zip is damaged: {member.filename!r:.100} has another length than it states.", "")
