"""Maps of a series that wait to be drawn: on the disk, so that a long series needs no more memory than a short one."""

from __future__ import annotations

import tempfile

import numpy as np

from sentinel_toolkit.contract.errors import RasterError


class FrameStore:
    """A context that keeps maps of one shape in a nameless file, which is gone when it ends.

    Parameters
    ----------
    folder : Path
        Where the file lies: the output's own, hidden folder.
    shape : tuple of int
        (height, width).
    """

    def __init__(self, folder, shape):
        self._folder, self._shape, self._count = folder, shape, 0
        self._bytes = 4 * shape[0] * shape[1]

    def __enter__(self):
        self._file = tempfile.TemporaryFile(dir=self._folder)
        return self

    def __exit__(self, *exception):
        self._file.close()

    def __len__(self):
        return self._count

    def add(self, values):
        """Keep a map, float32 (y, x).

        Raises
        ------
        RasterError
            If the disk is full.
        """
        try:
            self._file.seek(self._count * self._bytes)
            self._file.write(np.ascontiguousarray(values, np.float32).data)
            self._file.flush()
        except OSError as error:
            raise RasterError(
                f"The maps of {self._count + 1} dates cannot be kept: {error.strerror}.",
                "Is there enough space in the output folder? Or choose a coarser RESOLUTION.",
            ) from error
        self._count += 1

    def __getitem__(self, place):
        if not 0 <= place < self._count:
            raise IndexError(place)
        self._file.seek(place * self._bytes)
        values = np.empty(self._shape, np.float32)
        self._file.readinto(values.data.cast("B"))
        return values
