"""A raster and its overviews, tile by tile: blocks come in any order, pieces of files go to the disk as they are done.

Tiles that wait for the rest of their pixels are few where blocks come row by row. Where they are many, those that were
touched longest ago wait on the disk: so memory is bounded, whatever the order.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.rasters.spool import Spool
from sentinel_toolkit.core.rasters.tiff.averages import average, needs_next, overview_shapes, weights
from sentinel_toolkit.core.rasters.tiff.pieces import SIDE, PieceForm
from sentinel_toolkit.core.rasters.tiff.tags import FRAME_BYTES, framed


@dataclass(eq=False)
class Tile:
    """A tile of a level: its pixels while it waits in memory, and where on the disk it lies.

    The pixels (band, y, x) reach one row and one column further than the tile where the level above needs them.
    """

    row: int
    column: int
    missing: int
    """Pixels that did not come yet; of those that come twice it may say too few."""
    lock: threading.Lock = field(default_factory=threading.Lock)
    pixels: NDArray | None = None
    waits_at: int = -1
    """In the spool, its pixels as they are."""
    is_spooled: bool = False
    """They are the last ones."""
    piece: tuple[int, int] | None = None
    """Place and size in the spool of the finished piece, in its frame; what else the pixels hold lies behind it."""


class Waiting:
    """The tiles that have pixels in memory, the one touched longest ago first."""

    def __init__(self) -> None:
        self._lock, self._tiles, self._bytes = threading.Lock(), OrderedDict[Tile, Level](), 0

    def touch(self, tile: Tile, level: Level) -> None:
        """Note that a tile has pixels, and was used."""
        with self._lock:
            if tile not in self._tiles and tile.pixels is not None:
                self._bytes += tile.pixels.nbytes
            self._tiles[tile] = level
            self._tiles.move_to_end(tile)

    def forget(self, tile: Tile) -> None:
        """Note that a tile is about to give up its pixels."""
        with self._lock:
            if self._tiles.pop(tile, None) and tile.pixels is not None:
                self._bytes -= tile.pixels.nbytes

    def oldest(self, limit: int) -> list[tuple[Tile, Level]]:
        """Return the tiles that may go so that the others fit into a limit, in bytes."""
        with self._lock:
            found, left = [], self._bytes
            for tile, level in self._tiles.items():
                if left <= limit:
                    break
                found.append((tile, level))
                left -= level.tile_bytes
            return found


class Level:
    """A raster, or one of its overviews, in tiles; what is finished is averaged into the level above.

    Parameters
    ----------
    shape
        (height, width).
    above
        None: there is no further overview.
    when_full
        Takes the level and a tile whose pixels have all come.
    """

    def __init__(
        self,
        shape: tuple[int, int],
        form: PieceForm,
        above: Level | None,
        spool: Spool,
        waiting: Waiting,
        when_full: Callable[[Level, Tile], None],
    ) -> None:
        self.shape, self._form, self._above = shape, form, above
        self._spool, self._waiting, self._when_full = spool, waiting, when_full
        self._more = tuple(int(above is not None and needs_next(length)) for length in shape)
        self.tile_bytes = form.bands * form.dtype.itemsize * (SIDE + self._more[0]) * (SIDE + self._more[1])
        rows, columns = (range(-(-length // SIDE)) for length in shape)
        self.tiles = [Tile(row, column, 0) for row in rows for column in columns]
        self._columns = len(columns)
        for tile in self.tiles:
            tile.missing = int(np.prod([stop - start for start, stop in self._reach(tile)]))

    @property
    def sizes(self) -> list[int]:
        """Return the sizes of the finished pieces, row by row."""
        return [tile.piece[1] - 2 * FRAME_BYTES for tile in self.tiles if tile.piece]

    def pieces(self) -> Iterator[bytes]:
        """Yield the finished pieces in their frames, row by row."""
        for tile in self.tiles:
            if tile.piece:
                yield self._spool.read(*tile.piece)

    def write(self, row: int, column: int, values: NDArray) -> None:
        """Take values (band, y, x) whose upper left pixel stands at (row, column)."""
        stops = row + values.shape[1], column + values.shape[2]
        rows, columns = (
            range(max(0, (start - more) // SIDE), -(-stop // SIDE))
            for start, stop, more in zip((row, column), stops, self._more, strict=True)
        )
        for tile in (self.tiles[y * self._columns + x] for y in rows for x in columns):
            (top, bottom), (left, right) = self._reach(tile)
            first, last = (max(row, top), max(column, left)), (min(stops[0], bottom), min(stops[1], right))
            if first[0] >= last[0] or first[1] >= last[1]:
                continue
            with tile.lock:
                pixels = self._pixels(tile)
                inner = np.s_[:, first[0] - top : last[0] - top, first[1] - left : last[1] - left]
                pixels[inner] = values[:, first[0] - row : last[0] - row, first[1] - column : last[1] - column]
                was_missing = tile.missing
                tile.missing -= pixels[0][inner[1:]].size
                is_full = was_missing > 0 >= tile.missing
            if is_full:
                self._when_full(self, tile)

    def finish(self, tile: Tile) -> None:
        """Make the piece of a tile, and average it into the level above.

        Raises
        ------
        OSError
            If the disk is full.
        """
        with tile.lock:
            if tile.pixels is not None or tile.piece is None:
                self._finish(tile)

    def put_aside(self, tile: Tile) -> None:
        """Free the memory that a tile takes, if no other thread works on it.

        Raises
        ------
        OSError
            If the disk is full.
        """
        if not tile.lock.acquire(blocking=False):
            return
        try:
            if tile.pixels is None:
                return
            if tile.missing <= 0:  # a later write changed what was finished
                self._finish(tile)
                return
            data = tile.pixels.data.cast("B")
            if tile.waits_at < 0:
                tile.waits_at = self._spool.add([data])
            else:
                self._spool.replace(tile.waits_at, data)
            tile.is_spooled = True
            self._drop(tile)
        finally:
            tile.lock.release()

    def _finish(self, tile: Tile) -> None:
        pixels = self._pixels(tile)
        rows, columns = (min(SIDE, stop - start) for start, stop in self._reach(tile))
        parts = framed(self._form.pack(pixels[:, :rows, :columns]))
        further = [pixels[:, rows:].tobytes(), pixels[:, :rows, columns:].tobytes()]
        tile.piece = self._spool.add([*parts, *further]), sum(map(len, parts))
        tile.is_spooled = False
        if self._above is not None:
            self._average(tile, pixels, self._above)
        self._drop(tile)

    def _average(self, tile: Tile, pixels: NDArray, above: Level) -> None:
        """Write what becomes of a tile in the level above."""
        starts = tile.row * SIDE // 2, tile.column * SIDE // 2
        stops = [min(start + SIDE // 2, length) for start, length in zip(starts, above.shape, strict=True)]
        if starts[0] < stops[0] and starts[1] < stops[1]:  # a pixel left over at the end has none of its own
            axes = [weights(*axis) for axis in zip(self.shape, starts, stops, strict=True)]
            above.write(*starts, average(pixels, self._form.nodata, *axes))

    def _pixels(self, tile: Tile) -> NDArray:
        """Return the pixels of a tile, from the disk if they wait there."""
        if tile.pixels is None:
            tile.pixels = self._read(tile)
        self._waiting.touch(tile, self)
        return tile.pixels

    def _read(self, tile: Tile) -> NDArray:
        height, width = (stop - start for start, stop in self._reach(tile))
        pixels = self._form.empty((height, width))
        if tile.is_spooled:
            data = self._spool.read(tile.waits_at, pixels.nbytes)
            pixels[:] = np.frombuffer(data, pixels.dtype).reshape(pixels.shape)
        elif tile.piece is not None:
            rows, columns = min(SIDE, height), min(SIDE, width)
            start, size = tile.piece
            piece = self._spool.read(start, size)[FRAME_BYTES:-FRAME_BYTES]
            pixels[:, :rows, :columns] = self._form.unpack(piece, (rows, columns))
            start += size
            for part in (pixels[:, rows:], pixels[:, :rows, columns:]):
                data = self._spool.read(start, part.nbytes)
                part[:] = np.frombuffer(data, part.dtype).reshape(part.shape)
                start += part.nbytes
        return pixels

    def _drop(self, tile: Tile) -> None:
        self._waiting.forget(tile)
        tile.pixels = None

    def _reach(self, tile: Tile) -> list[tuple[int, int]]:
        """Return (start, stop) of a tile's pixels along y and x."""
        starts = tile.row * SIDE, tile.column * SIDE
        return [
            (start, min(start + SIDE + more, length))
            for start, more, length in zip(starts, self._more, self.shape, strict=True)
        ]


def levels_of(
    shape: tuple[int, int],
    form: PieceForm,
    spool: Spool,
    waiting: Waiting,
    when_full: Callable[[Level, Tile], None],
) -> Sequence[Level]:
    """Return the Levels of a raster: the raster itself, then its overviews, the largest first."""
    found: list[Level] = []
    for each in reversed([shape, *overview_shapes(shape, SIDE)]):
        found.insert(0, Level(each, form, found[0] if found else None, spool, waiting, when_full))
    return found
