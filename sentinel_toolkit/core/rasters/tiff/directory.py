"""Where the pieces of a plain tiled TIFF lie: its first directory, read from the bytes at its beginning.

TIFF 6.0 (1992) and BigTIFF, in both byte orders. Plain is what most scenes are: one band of 8 or 16 bits, tiles,
deflate, no predictor or differences of neighbours. Of everything else nothing is returned, and GDAL reads it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

HEAD_BYTES = 65_536  # that are read of a file's beginning: the directories of real COGs end within some 20,000
_TYPES = {
    1: "u1",
    2: "u1",
    3: "u2",
    4: "u4",
    6: "i1",
    7: "u1",
    8: "i2",
    9: "i4",
    16: "u8",
    17: "i8",
    18: "u8",
    11: "f4",
    12: "f8",
}
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _FILL_ORDER, _SAMPLES, _PREDICTOR = 256, 257, 258, 259, 266, 277, 317
_TILE_WIDTH, _TILE_HEIGHT, _OFFSETS, _SIZES, _SAMPLE_FORMAT = 322, 323, 324, 325, 339
_DEFLATE = (8, 32946)  # Adobe's number and the older one, of the same zlib stream
_UNSIGNED, _SIGNED = 1, 2

Directory = dict[int, NDArray[Any]]


class Piece(NamedTuple):
    """Where a tile lies in its file; of 0 bytes where it is left out, and all its pixels are without data."""

    offset: int
    size: int


@dataclass(frozen=True)
class Tiles:
    """The tiles of a plain TIFF."""

    shape: tuple[int, int]
    """(height, width) of the raster."""
    tile: tuple[int, int]
    """(height, width) of each of them, of those at the edges, too."""
    dtype: np.dtype[Any]
    """As it is stored, with its byte order."""
    has_differences: bool
    """Each pixel is stored as its difference from the one to the left (predictor 2)."""
    file_bytes: int
    offsets: NDArray[np.uint64] = field(compare=False, repr=False)
    sizes: NDArray[np.uint64] = field(compare=False, repr=False)

    @property
    def tile_bytes(self) -> int:
        """Return how many bytes a tile has, unpacked."""
        return self.tile[0] * self.tile[1] * self.dtype.itemsize

    def piece(self, row: int, column: int) -> Piece:
        """Return the Piece of a tile, counted from 0."""
        place = row * -(-self.shape[1] // self.tile[1]) + column
        return Piece(int(self.offsets[place]), int(self.sizes[place]))


def tiles_of(head: bytes, file_bytes: int) -> Tiles | None:
    """Return the Tiles of a file that begins so and has so many bytes; None where it is not plain, or says nonsense.

    >>> tiles_of(b"no TIFF at all", 14) is None
    True
    """
    directory = first_directory(head)
    if directory is None:
        return None
    number = {tag: int(values[0]) for tag, values in directory.items() if values.size and values.dtype.kind in "iu"}
    shape = number.get(_HEIGHT, 0), number.get(_WIDTH, 0)
    tile = number.get(_TILE_HEIGHT, 0), number.get(_TILE_WIDTH, 0)
    bits, sign = number.get(_BITS, 1), number.get(_SAMPLE_FORMAT, _UNSIGNED)
    is_plain = (
        number.get(_SAMPLES, 1) == 1
        and number.get(_COMPRESSION) in _DEFLATE
        and number.get(_PREDICTOR, 1) in (1, 2)
        and number.get(_FILL_ORDER, 1) == 1
        and (bits, sign) in ((8, _UNSIGNED), (16, _UNSIGNED), (16, _SIGNED))
        and min(*shape, *tile) > 0
    )
    if not is_plain or _OFFSETS not in directory or _SIZES not in directory:
        return None
    offsets, sizes = directory[_OFFSETS].astype(np.uint64), directory[_SIZES].astype(np.uint64)
    count = -(-shape[0] // tile[0]) * -(-shape[1] // tile[1])
    ends = offsets + sizes
    if not offsets.size == sizes.size == count or (ends < offsets).any() or int(ends.max()) > file_bytes:
        return None
    dtype = np.dtype(f"{_order(head)}{'i' if sign == _SIGNED else 'u'}{bits // 8}")
    return Tiles(shape, tile, dtype, number.get(_PREDICTOR, 1) == 2, file_bytes, offsets, sizes)


def _order(head: bytes) -> str:
    return "<" if head[:2] == b"II" else ">"


def first_directory(head: bytes) -> Directory | None:
    """Return tag → values of the first directory of a file that begins so; None where it is none, or goes on later."""
    return next(_directories(head), None)


def overviews_end(head: bytes, longer_side: int) -> int | None:
    """Return how many bytes of a COG hold its directories and the images that are at most so long, in pixels.

    They stand at its beginning, the smallest image first. None where the directories go on behind ``head``.

    >>> overviews_end(b"no TIFF at all", 512) is None
    True
    """
    ends = []
    for directory in _directories(head):
        if directory is None or not {_WIDTH, _HEIGHT, _OFFSETS, _SIZES} <= directory.keys():
            return None
        if max(directory[_WIDTH][0], directory[_HEIGHT][0]) <= longer_side:
            ends.append(int((directory[_OFFSETS].astype(np.uint64) + directory[_SIZES].astype(np.uint64)).max()))
    return max(ends, default=len(head))


def _directories(head: bytes) -> Iterator[Directory | None]:
    """Yield tag → values of the directories of a file that begins so; None, at last, where one goes on later."""
    order = _order(head)
    try:
        kind = head[:2] in (b"II", b"MM") and struct.unpack_from(f"{order}H", head, 2)[0]
        if kind not in (42, 43):
            yield None
            return
        is_big, seen = kind == 43, set()
        word = "Q" if is_big else "I"
        (start,) = struct.unpack_from(f"{order}{word}", head, 8 if is_big else 4)
        while start and start not in seen:  # a circle is a lie
            seen.add(start)
            directory, start = _directory(head, order, start, is_big=is_big)
            yield directory
    except (struct.error, ValueError, OverflowError):  # it ends before that: shortened, or a lie
        yield None


def _directory(head: bytes, order: str, start: int, *, is_big: bool) -> tuple[Directory, int]:
    """Return (tag → values, where the next one begins, or 0) of the directory at a place."""
    word, entry_bytes = ("Q", 20) if is_big else ("I", 12)
    (count,) = struct.unpack_from(f"{order}{'Q' if is_big else 'H'}", head, start)
    first = start + (8 if is_big else 2)
    end = first + count * entry_bytes
    if end > len(head):
        raise ValueError(count)
    found: Directory = {}
    for place in range(first, end, entry_bytes):
        tag, kind, size = struct.unpack_from(f"{order}HH{word}", head, place)
        if kind not in _TYPES:
            continue
        dtype, where = np.dtype(order + _TYPES[kind]), place + 4 + struct.calcsize(word)
        if size * dtype.itemsize > struct.calcsize(word):
            (where,) = struct.unpack_from(f"{order}{word}", head, where)
        found[tag] = np.frombuffer(head, dtype, size, where)  # a ValueError where that lies beyond the head
    return found, int.from_bytes(head[end : end + struct.calcsize(word)], "little" if order == "<" else "big")
