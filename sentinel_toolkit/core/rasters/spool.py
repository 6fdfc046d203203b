"""Bytes that wait on the disk until a file is put together of them."""

from __future__ import annotations

import contextlib
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Self


class NamelessFile:
    """A context that keeps bytes in a file without a name, which is gone when it ends; threads may share it.

    Parameters
    ----------
    folder
        Where the file lies: the output's own, hidden folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, threading.Lock()

    def __enter__(self) -> Self:
        self._file = tempfile.TemporaryFile(dir=self._folder)
        return self

    def __exit__(self, *exception: object) -> None:
        with contextlib.suppress(OSError):  # of a full disk was told when it was written to
            self._file.close()


class Spool(NamelessFile):
    """A NamelessFile that bytes are added to, one after another."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._end = 0

    def add(self, parts: Iterable[bytes | memoryview]) -> int:
        """Keep bytes, and return where they begin.

        Raises
        ------
        OSError
            If the disk is full.
        """
        with self._lock:
            start = self._end
            self._file.seek(start)
            for part in parts:
                self._file.write(part)
                self._end += len(part)
            self._file.flush()
        return start

    def replace(self, start: int, data: bytes | memoryview) -> None:
        """Keep bytes in the place of others, as many, that began at ``start``."""
        with self._lock:
            self._file.seek(start)
            self._file.write(data)
            self._file.flush()

    def read(self, start: int, size: int) -> bytes:
        """Return bytes that were kept."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)
