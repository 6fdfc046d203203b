"""A file on its way: ``<name>.part`` and what is known of it, so that a killed job can go on where it stopped."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sentinel_toolkit.contract.errors import CorruptFileError
from sentinel_toolkit.core.scenes import checksums

CHUNK = 1 << 18
# A part that goes on is fetched again from so far before its end and compared: a crash of the computer can leave zeros
# there, and most servers do not say otherwise whether the file is still the same.
OVERLAP = 1 << 16


@dataclass(frozen=True)
class Origin:
    """What must be the same for a part to go on: where from, how long, and the server's mark of the version."""

    href: str
    total: int | None
    etag: str


class PartFile:
    """The part of ``target``, hashed as it grows.

    Parameters
    ----------
    target : Path
        Its final place.
    checksum : str
        Multihash in hex; empty where none is stated.
    """

    def __init__(self, target, checksum):
        self.target = Path(target)
        self.path = self.target.with_name(self.target.name + ".part")
        self._facts = self.target.with_name(self.target.name + ".part-facts")
        self._checksum = checksum
        self._file, self._hash, self._expected = None, None, ""
        self._tail = b""

    @property
    def size(self):
        """Return how many bytes are here."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    @property
    def origin(self):
        """Return the Origin of what is here; None where it is not known."""
        try:
            return Origin(**json.loads(self._facts.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def open(self, start, origin):
        """Make ready to write from byte ``start`` on, an overlap before the end (0: anew)."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._hash, self._expected = checksums.new(self._checksum)
        self._file = open(self.path, "r+b" if start else "wb", buffering=0)  # noqa: SIM115 (closed by close())
        self._tail = b""
        if start:
            for chunk in self._chunks(start):
                self._feed(chunk)
            self._tail = self._file.read()
            self._file.seek(start)
        self._facts.write_text(json.dumps(vars(origin)), "utf-8")

    def _chunks(self, length):
        while length and (chunk := self._file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk

    def write(self, data):
        """Write bytes; those of the overlap must be the same as before.

        Raises
        ------
        CorruptFileError
            If they are not: the part is not of this file, or was damaged.
        """
        overlap = min(len(data), len(self._tail))
        if self._tail[:overlap] != data[:overlap]:
            raise CorruptFileError("What was here of the file is not what the server has.", "")
        self._tail = self._tail[overlap:]
        self._file.write(data)
        self._feed(data)

    def _feed(self, data):
        if self._hash:
            self._hash.update(data)

    def close(self):
        """Close the file; what is not written again of an overlap stays."""
        if self._file:
            self._file.close()
            self._file = None

    def checksum_problem(self):
        """Return how the checksum differs from the stated one, or an empty text; None where none is stated."""
        if not self._hash:
            return None
        digest = self._hash.hexdigest()
        if digest == self._expected:
            return ""
        return f"its {self._hash.name} begins {digest[:12]}, that of the right file {self._expected[:12]}"

    @property
    def algorithm(self):
        """Return the name of the checksum; empty where none is stated."""
        return self._hash.name if self._hash else ""

    def finish(self):
        """Give the complete file its final name, for good."""
        with open(self.path, "r+b") as file:
            os.fsync(file.fileno())  # before the name: after a power cut it must not stand for an empty file
        os.replace(self.path, self.target)
        self._facts.unlink(missing_ok=True)

    def discard(self):
        """Delete what is here."""
        self.close()
        for path in (self.path, self._facts):
            with suppress(OSError):
                path.unlink()
