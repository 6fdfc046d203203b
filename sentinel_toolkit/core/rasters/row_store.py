"""Maps that wait on the disk: so that a long series, or a large map, needs no more memory than a short or small one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import RasterError
from sentinel_toolkit.core.rasters.spool import NamelessFile

BYTES = 4  # of a float32


class RowStore(NamelessFile):
    """A NamelessFile that keeps rows of float32.

    Parameters
    ----------
    folder
        Where the file lies: the output's own, hidden folder.
    width
        Of a row, in pixels.
    """

    def __init__(self, folder: Path, width: int) -> None:
        super().__init__(folder)
        self._width = width

    def write(self, row: int, column: int, values: NDArray[np.floating]) -> None:
        """Keep values (y, x) whose upper left one stands at (row, column).

        Raises
        ------
        RasterError
            If the disk is full.
        """
        values = np.ascontiguousarray(values, np.float32)
        lines = [values] if values.shape[1] == self._width else values
        try:
            with self._lock:
                for number, line in enumerate(lines):
                    self._file.seek(((row + number) * self._width + column) * BYTES)
                    self._file.write(line.data)
                self._file.flush()
        except OSError as error:
            raise RasterError(
                f"The maps cannot be kept while they are worked on: {error.strerror}.",
                "Is there enough space in the output folder? Or choose a coarser RESOLUTION.",
            ) from error

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return rows ``start`` to ``stop``, float32 (y, x)."""
        values = np.empty((stop - start, self._width), np.float32)
        with self._lock:
            self._file.seek(start * self._width * BYTES)
            self._file.readinto(values.data.cast("B"))
        return values


class FrameStore(RowStore):
    """A RowStore of maps of one shape, one below the other.

    Parameters
    ----------
    shape
        (height, width).
    """

    def __init__(self, folder: Path, shape: Sequence[int]) -> None:
        super().__init__(folder, shape[1])
        self._height, self._count = shape[0], 0

    def __len__(self) -> int:
        return self._count

    def add(self, values: NDArray[np.floating]) -> None:
        """Keep a map, float32 (y, x).

        Raises
        ------
        RasterError
            If the disk is full.
        """
        self.write(self._count * self._height, 0, values)
        self._count += 1

    def __getitem__(self, place: int) -> NDArray[np.float32]:
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self.read(place * self._height, (place + 1) * self._height)
