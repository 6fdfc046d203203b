"""ESA's product packages (SAFE, SEN3), as folders or zips that are never unpacked: their members by name."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from sentinel_toolkit.contract.targets import stream_of

MAX_MEMBERS = 20_000  # of a zip; a SAFE product has some 100 to 1000
MAX_CONTENTS_BYTES = 4_000_000  # of the list of a zip's members: those of 1000 have 0.3 MB
MAX_METADATA_BYTES = 50_000_000  # the largest real one has 0.6 MB: more is not metadata
_IN_ZIP = re.compile(r"/vsizip/\{(?P<archive>.+)\}/(?P<member>.+)")


class FolderPackage:
    """A product that lies unpacked in a folder."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        _refuse_links_outside(self._path)
        self.names = [file.relative_to(path).as_posix() for file in self._path.rglob("*") if file.is_file()]
        self.size_bytes = sum((self._path / name).stat().st_size for name in self.names)
        self.title = self._path.resolve().name

    def read(self, name: str) -> bytes:
        """Return the bytes of a metadata file."""
        if stream := stream_of(self._path / name):
            raise ValueError(f"{name} is {stream}, no file")
        if (self._path / name).stat().st_size > MAX_METADATA_BYTES:
            raise ValueError(f"{name} is too large to be metadata")
        return (self._path / name).read_bytes()

    def href(self, name: str) -> str:
        """Return what names a member outside the package."""
        return str((self._path / name).resolve())

    def uri(self, name: str) -> str:
        """Return the address of a metadata file, which stands for the product."""
        return (self._path / name).resolve().as_uri()


class ZipPackage:
    """A product inside a zip, never unpacked: members are named, not written, so no name can lead out of a folder."""

    def __init__(self, path: str | Path, marker: str) -> None:
        self._path = Path(path)
        with opened_zip(path) as archive:
            self._sizes = {info.filename: info.file_size for info in archive.infolist()}
        tops = [PurePosixPath(name).parent for name in self._sizes if PurePosixPath(name).name == marker]
        if not tops:
            raise ValueError(f"it holds no {marker}")
        self._top = min(tops, key=lambda top: len(top.parts))
        prefix = "" if self._top == PurePosixPath(".") else f"{self._top}/"
        safe = (name for name in self._sizes if name.startswith(prefix) and ".." not in PurePosixPath(name).parts)
        self.names = [name[len(prefix) :] for name in safe]
        self.size_bytes = self._path.stat().st_size
        self.title = self._top.name or self._path.stem

    def read(self, name: str) -> bytes:
        """Return the bytes of a metadata file."""
        member = str(self._top / name)
        if self._sizes[member] > MAX_METADATA_BYTES:
            raise ValueError(f"{name} is too large to be metadata")
        with opened_zip(self._path) as archive:
            return archive.read(member)

    def href(self, name: str) -> str:
        """Return what names a member outside the package."""
        # The braces let GDAL find the end of the archive's name whatever its suffix.
        return f"/vsizip/{{{self._path.resolve()}}}/{self._top / name}"

    def uri(self, _name: str) -> str:
        """Return the address of the zip, which stands for the product."""
        return self._path.resolve().as_uri()


Package = FolderPackage | ZipPackage


def open_package(path: str | Path, marker: str) -> Package:
    """Return the package at a path; ``marker`` is the file that every product of its kind holds.

    Raises
    ------
    ValueError, OSError, zipfile.BadZipFile
        If there is none.
    """
    return ZipPackage(path, marker) if Path(path).is_file() else FolderPackage(path)


def holds(path: str | Path, marker: str, word: str) -> bool:
    """Tell whether a zip holds a product; a broken one whose name has the word counts, so that it is reported."""
    try:
        with opened_zip(path) as archive:
            return any(PurePosixPath(name).name == marker for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return word in Path(path).name


def _refuse_links_outside(folder: Path) -> None:
    """Refuse a product one of whose links leads out of its folder: a stranger's folder could name any file here."""
    root = folder.resolve()
    for directory, subfolders, files in os.walk(folder):  # which follows no links
        for name in (*subfolders, *files):
            path = Path(directory, name)
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                raise ValueError(f"{path.relative_to(folder).as_posix()} is a link that leads out of the product")


class _Archive(io.BufferedReader):
    """The file of a zip, of whose contents no more is read at once than a product can have."""

    most_bytes: int | None = MAX_CONTENTS_BYTES

    def read(self, size: int | None = -1, /) -> bytes:
        if self.most_bytes is not None and size is not None and size > self.most_bytes:
            raise zipfile.BadZipFile(f"its list of files alone has {size / 1e6:.0f} MB, which no product has")
        return super().read(size)


@contextmanager
def opened_zip(path: str | Path) -> Iterator[zipfile.ZipFile]:
    """Give an open zip of no more members than a product may have; they are counted before they are listed.

    Raises
    ------
    zipfile.BadZipFile
        If it is no zip, or of too many members.
    OSError
        If it cannot be read.
    """
    if stream := stream_of(path):
        raise zipfile.BadZipFile(f"it is {stream}, no file")
    with _Archive(io.FileIO(path)) as file, zipfile.ZipFile(file) as archive:
        file.most_bytes = None
        if len(archive.infolist()) > MAX_MEMBERS:
            raise zipfile.BadZipFile(f"it holds {len(archive.infolist())} files, which no product does")
        yield archive


def member_of(href: str) -> tuple[str, str] | None:
    """Return (archive, member) of an href into a zip; None for any other."""
    match = _IN_ZIP.fullmatch(href)
    return (match["archive"], match["member"]) if match else None
