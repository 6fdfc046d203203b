"""ESA's product packages (SAFE, SEN3), as folders or zips that are never unpacked: their members by name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PurePosixPath

MAX_METADATA_BYTES = 50_000_000  # the largest real one has 0.6 MB: more is not metadata
_IN_ZIP = re.compile(r"/vsizip/\{(?P<archive>.+)\}/(?P<member>.+)")


class FolderPackage:
    """A product that lies unpacked in a folder."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self.names = [file.relative_to(path).as_posix() for file in self._path.rglob("*") if file.is_file()]
        self.size_bytes = sum((self._path / name).stat().st_size for name in self.names)
        self.title = self._path.resolve().name

    def read(self, name: str) -> bytes:
        """Return the bytes of a metadata file."""
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
        with zipfile.ZipFile(path) as archive:
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
        with zipfile.ZipFile(self._path) as archive:
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
        with zipfile.ZipFile(path) as archive:
            return any(PurePosixPath(name).name == marker for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return word in Path(path).name


def member_of(href: str) -> tuple[str, str] | None:
    """Return (archive, member) of an href into a zip; None for any other."""
    match = _IN_ZIP.fullmatch(href)
    return (match["archive"], match["member"]) if match else None
