"""Tiles of plain TIFFs, decoded without detours: inflated by ISA-L, and put where they belong in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import numba
import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from sentinel_toolkit.core.rasters.tiff.directory import Piece, Tiles

_IsalError = cast("type[Exception]", isal_zlib.error)  # its types say that it is an Exception, not a kind of them
Window = tuple[int, int, int, int]  # first row, row behind the last, first column, column behind the last


class DamagedPieceError(ValueError):
    """The bytes of a tile are not what they should be."""


def pieces_of(tiles: Tiles, window: Window) -> list[tuple[int, int, Piece]]:
    """Return (row, column, Piece) of the tiles that a window meets, counted in tiles."""
    rows, columns = _met(window[:2], tiles.tile[0]), _met(window[2:], tiles.tile[1])
    return [(row, column, tiles.piece(row, column)) for row in rows for column in columns]


def _met(span: Sequence[int], size: int) -> range:
    return range(span[0] // size, (span[1] - 1) // size + 1)


def assemble(tiles: Tiles, window: Window, packed: Iterator[bytes | memoryview]) -> NDArray[Any]:
    """Return the pixels of a window, in this computer's byte order; 0 where a tile is left out.

    Parameters
    ----------
    packed
        The bytes of its pieces, in the order of ``pieces_of``.

    Raises
    ------
    DamagedPieceError
        If a piece is not what it should be.
    """
    top, bottom, left, right = window
    out = np.zeros((bottom - top, right - left), tiles.dtype.newbyteorder("="))
    height, width = tiles.tile
    for (row, column, piece), content in zip(pieces_of(tiles, window), packed, strict=True):
        if piece.size == 0:
            continue
        tile = _inflate(content, tiles)
        rows = max(top - row * height, 0), min(bottom - row * height, height)
        columns = max(left - column * width, 0), min(right - column * width, width)
        target = out[
            row * height + rows[0] - top : row * height + rows[1] - top,
            column * width + columns[0] - left : column * width + columns[1] - left,
        ]
        if tiles.has_differences:
            _sum_up(tile[rows[0] : rows[1], : columns[1]], columns[0], target)
        else:
            target[:] = tile[rows[0] : rows[1], columns[0] : columns[1]]
    return out


def _inflate(content: bytes | memoryview, tiles: Tiles) -> NDArray[Any]:
    """Return a tile (y, x) as it was packed; never more than it may have."""
    stream = isal_zlib.decompressobj()
    try:
        plain = stream.decompress(content, tiles.tile_bytes)
    except _IsalError as error:
        raise DamagedPieceError(f"a tile is damaged: {error}") from error
    # The checksum stands behind the last pixel: only a stream that has ended has been compared with it.
    if len(plain) != tiles.tile_bytes or not (stream.eof or _ends(stream)):
        raise DamagedPieceError("a tile is damaged: it has another size")
    tile = np.frombuffer(plain, tiles.dtype).reshape(tiles.tile)
    return tile if tiles.dtype.isnative else tile.astype(tiles.dtype.newbyteorder("="))


def _ends(stream: Any) -> bool:  # noqa: ANN401  (isal has no name for its type)
    """Tell whether nothing but the checksum is left of a stream, and it is right."""
    try:
        return not stream.decompress(stream.unconsumed_tail, 1) and stream.eof
    except _IsalError:
        return False


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _sum_up(differences: NDArray[Any], first: int, target: NDArray[Any]) -> None:
    """Write the running sums of rows, from column ``first`` on."""
    for y in range(target.shape[0]):
        source, line = differences[y], target[y]
        value = np.int64(0)
        for x in range(first):
            value += source[x]
        for x in range(line.size):
            value += source[first + x]
            line[x] = value  # wraps as it wrapped when the difference was taken


def warm_up() -> None:
    """Compile the kernel for the types it is used with."""
    for dtype in (np.uint8, np.uint16, np.int16):
        tile = np.frombuffer(bytes(8), dtype).reshape(2, -1)  # read-only, as inflated bytes are
        _sum_up(tile, 0, np.empty((4, 4), dtype)[:2, : tile.shape[1]])
