"""A file on its way: ``<name>.part`` and what is known of it, so that a killed job can go on where it stopped."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from sentinel_toolkit.contract.errors import CorruptFileError
from sentinel_toolkit.contract.open_files import replace_patiently
from sentinel_toolkit.core.scenes import checksums

PART, FACTS = ".part", ".part-facts"  # after the name of a file that is on its way
LONGEST_SUFFIX = max(map(len, (PART, FACTS)))
CHUNK = 1 << 18
# A part that goes on is fetched again from so far before its end and compared: a crash of the computer can leave zeros
# there, and most servers do not say otherwise whether the file is still the same.
OVERLAP = 1 << 16


@dataclass(frozen=True)
class File:
    """A file to fetch."""

    href: str
    path: Path
    size_bytes: int | None = None
    """As the catalogue states it; None where it does not."""
    checksum: str = ""
    """As the catalogue states it: a multihash in hex; empty where it states none."""


@dataclass(frozen=True)
class Origin:
    """What must be the same for a part to go on."""

    href: str
    total: int | None
    """Bytes of the whole file, where the server says it."""
    etag: str
    """The server's mark of the version."""


class PartFile:
    """The part of ``target``, hashed as it grows.

    Parameters
    ----------
    target
        Its final place.
    checksum
        Multihash in hex; empty where none is stated.
    """

    def __init__(self, target: Path, checksum: str) -> None:
        self.target = Path(target)
        self.path = self.target.with_name(self.target.name + PART)
        self._facts = self.target.with_name(self.target.name + FACTS)
        self._checksum = checksum
        self._file: FileIO | None = None
        self._hash: hashlib._Hash | None = None
        self._expected = ""
        self._tail = b""

    @property
    def size(self) -> int:
        """Return how many bytes are here."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    @property
    def origin(self) -> Origin | None:
        """Return the Origin of what is here; None where it is not known."""
        try:
            return Origin(**json.loads(self._facts.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def open(self, start: int, origin: Origin) -> None:
        """Make ready to write from byte ``start`` on, an overlap before the end (0: anew)."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._hash, self._expected = checksums.new(self._checksum)
        self._file = file = FileIO(self.path, "r+" if start else "w")  # closed by close()
        self._tail = b""
        if start:
            for chunk in _chunks(file, start):
                self._feed(chunk)
            self._tail = file.read()
            file.seek(start)
        self._facts.write_text(json.dumps(vars(origin)), "utf-8")

    def write(self, data: bytes) -> None:
        """Write bytes; those of the overlap must be the same as before.

        Raises
        ------
        CorruptFileError
            If they are not: the part is not of this file, or was damaged.
        """
        if self._file is None:
            raise ValueError("the part is not open")
        overlap = min(len(data), len(self._tail))
        if self._tail[:overlap] != data[:overlap]:
            raise CorruptFileError("What was here of the file is not what the server has.", "")
        self._tail = self._tail[overlap:]
        self._file.write(data)
        self._feed(data)

    def _feed(self, data: bytes) -> None:
        if self._hash:
            self._hash.update(data)

    def close(self) -> None:
        """Close the file; what is not written again of an overlap stays."""
        if self._file:
            self._file.close()
            self._file = None

    def checksum_problem(self) -> str | None:
        """Return how the checksum differs from the stated one, or an empty text; None where none is stated."""
        if not self._hash:
            return None
        digest = self._hash.hexdigest()
        if digest == self._expected:
            return ""
        return f"its {self._hash.name} begins {digest[:12]}, that of the right file {self._expected[:12]}"

    @property
    def algorithm(self) -> str:
        """Return the name of the checksum; empty where none is stated."""
        return self._hash.name if self._hash else ""

    def finish(self) -> None:
        """Give the complete file its final name, for good."""
        with open(self.path, "r+b") as file:
            os.fsync(file.fileno())  # before the name: after a power cut it must not stand for an empty file
        replace_patiently(self.path, self.target)
        self._facts.unlink(missing_ok=True)

    def discard(self) -> None:
        """Delete what is here."""
        self.close()
        for path in (self.path, self._facts):
            with suppress(OSError):
                path.unlink()


def _chunks(file: FileIO, length: int) -> Iterator[bytes]:
    """Yield the next bytes of a file, so many in all."""
    while length and (chunk := file.read(min(CHUNK, length))):
        length -= len(chunk)
        yield chunk
