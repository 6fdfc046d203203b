"""Reading scenes' rasters: which files a scene has, where they lie, and their pixels at a block's sample points."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.windows import Window

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters import gdal, remote_pieces
from sentinel_toolkit.core.rasters.door import MAX_PIECE_BYTES, Raster, grid_of, head_opened, open_scene_raster
from sentinel_toolkit.core.rasters.gdal import FAILURES, gdal_words
from sentinel_toolkit.core.rasters.handles import Handles
from sentinel_toolkit.core.rasters.kinds import GEOTIFF, JPEG_2000, kind_of
from sentinel_toolkit.core.rasters.tiff import directory, reading
from sentinel_toolkit.core.rasters.tiff.directory import Piece, Tiles
from sentinel_toolkit.core.rasters.tiff.placement import placement_of
from sentinel_toolkit.core.services import hrefs

# Many threads wait for servers; only so many unpack what has come, for that needs memory.
_DECODERS = threading.BoundedSemaphore(os.cpu_count() or 1)
NO_DATA = 0  # of Sentinel-2: in digital numbers and in the scene classification alike


@dataclass(frozen=True)
class RasterFile:
    """A raster that was opened once."""

    href: str
    grid: GeoBox
    dtype: np.dtype[Any]
    block_shape: tuple[int, int]
    """(height, width) of the pieces that are compressed, and so are read, as one."""
    is_jpeg2000: bool = False
    tiles: Tiles | None = None
    """Where it is a plain TIFF, whose pieces are decoded here; None: GDAL reads it."""
    fill: int | None = None
    """What the file says stands for no data, where that is another integer than 0."""


def open_file(href: str) -> RasterFile:
    """Open a raster and return it as a RasterFile.

    Raises
    ------
    UnreadableRasterError
        If it is missing, no raster of a known format, or has no grid.
    """
    return open_files([href])[0]


def open_files(addresses: Sequence[str]) -> list[RasterFile]:
    """Open rasters as ``open_file`` does; those on servers are asked for at once."""
    remote = [href for href in addresses if hrefs.is_remote(href)]
    heads = dict(zip(remote, remote_pieces.heads_of(remote), strict=True))
    return [_open_head(href, heads[href].result()) if href in heads else _open_here(href) for href in addresses]


def _open_here(href: str) -> RasterFile:
    head = _head_here(href)
    if head and (plain := _plain(href, *head)):
        return plain
    with _lent(href) as dataset:
        return _described(href, dataset, directory.tiles_of(*head) if head else None)


def _head_here(path: str) -> tuple[bytes, int] | None:
    """Return the beginning of a file of this computer, and how many bytes it has; None where it is no plain file."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read(directory.HEAD_BYTES), os.fstat(file.fileno()).st_size


@contextmanager
def _lent(href: str, fresh: bool = False) -> Iterator[Raster]:
    """Give an open dataset; the options of GDAL are set here, for a thread has none of those of another."""
    with gdal.environment(), _HANDLES.lend(href, fresh) as dataset:
        yield dataset


def _plain(href: str, head: bytes, file_bytes: int) -> RasterFile | None:
    """Return the RasterFile of a GeoTIFF that says all by its beginning; None where GDAL has to look at it."""
    tiles, place = directory.tiles_of(head, file_bytes), placement_of(head)
    if tiles is None or place is None or tiles.tile_bytes > MAX_PIECE_BYTES:
        return None
    grid = GeoBox(tiles.shape, place.transform, _words_of(place.epsg))
    return RasterFile(href, grid, tiles.dtype.newbyteorder("="), tiles.tile, False, tiles, _fill_of(place.nodata))


@functools.cache
def _words_of(epsg: int) -> str:
    """Return a CRS as GDAL words it."""
    return CRS.from_epsg(epsg).to_wkt()


def _open_head(href: str, answer: remote_pieces.Answer | None) -> RasterFile:
    """Return the RasterFile of a raster on a server: of a plain TIFF by its beginning, else as GDAL opens it."""
    if answer and kind_of(answer.content) == GEOTIFF and directory.first_directory(answer.content) is None:
        answer = remote_pieces.head_of(href, directory.HEAD_BYTES)  # it goes on behind
    if answer and (plain := _plain(href, answer.content, answer.file_bytes)):
        return plain
    tiles = directory.tiles_of(answer.content, answer.file_bytes) if answer else None
    if answer and tiles:
        with gdal.environment(), suppress(UnreadableRasterError), head_opened(href, answer.content) as dataset:
            return _described(href, dataset, tiles)
    with _lent(href) as dataset:
        return _described(href, dataset, tiles)


def _described(href: str, dataset: Raster, tiles: Tiles | None) -> RasterFile:
    """Return an open dataset as a RasterFile; our reading of its first directory counts if GDAL's says the same."""
    dtype = np.dtype(dataset.dtypes[0])
    if tiles and (tiles.shape, tiles.tile, tiles.dtype.newbyteorder("=")) != (
        dataset.shape,
        dataset.block_shapes[0],
        dtype,
    ):
        tiles = None
    return RasterFile(
        href,
        grid_of(dataset, href),
        dtype,
        dataset.block_shapes[0],
        dataset.driver == JPEG_2000.driver,
        tiles,
        _fill_of(dataset.nodata),
    )


def _fill_of(nodata: float | None) -> int | None:
    """Return a file's own value for no data where integers may have it, and it is not NO_DATA anyway."""
    return int(nodata) if nodata and float(nodata).is_integer() else None


_HANDLES = Handles(open_scene_raster)
close_files = _HANDLES.close


def read_window(
    file: RasterFile, window: tuple[int, int, int, int], shape: tuple[int, int] | None = None
) -> NDArray[Any]:
    """Return the pixels of a window (row_start, row_stop, column_start, column_stop), or a coarse sample of ``shape``.

    They are as stored, but 0 where there is no data, whatever the file has for that.

    Raises
    ------
    UnreadableRasterError
        If the file is damaged there.
    """
    if file.tiles and shape is None:
        return next(read_windows([file], [window]))
    rows, columns = slice(*window[:2]), slice(*window[2:])
    pixels = _read_first_band(file.href, window=Window.from_slices(rows, columns), out_shape=shape)
    return _without_fill(pixels, file)


def plain_file(path: str | os.PathLike) -> RasterFile | None:
    """Return a file of this computer as a RasterFile whose tiles are decoded here; None where GDAL reads it."""
    href = os.fspath(path)
    head = _head_here(href)
    return _plain(href, *head) if head else None


def read_stored(file: RasterFile, window: reading.Window) -> NDArray[Any]:
    """Return the pixels of a window of a ``plain_file``, as they are stored, the value for no data included.

    Raises
    ------
    UnreadableRasterError
        If the file is damaged there.
    """
    tiles = cast("Tiles", file.tiles)
    pieces = [piece for *_, piece in reading.pieces_of(tiles, window)]
    return _decoded(file.href, tiles, window, _read_from(file.href, tiles, pieces))


def read_windows(files: Sequence[RasterFile], windows: Sequence[reading.Window]) -> Iterator[NDArray[Any]]:
    """Yield what ``read_window`` returns of each file; all that lies on servers is asked for at once.

    Raises
    ------
    UnreadableRasterError
        If a file is damaged there.
    """
    wanted = [
        [piece for *_, piece in reading.pieces_of(file.tiles, window)] if file.tiles else []
        for file, window in zip(files, windows, strict=True)
    ]
    on_servers = [place for place, file in enumerate(files) if file.tiles and hrefs.is_remote(file.href)]
    requests = [
        remote_pieces.Wanted(files[place].href, cast("Tiles", files[place].tiles).file_bytes, wanted[place])
        for place in on_servers
    ]
    with remote_pieces.fetched(requests) as answers, _DECODERS if on_servers else nullcontext():
        packed = dict(zip(on_servers, answers, strict=True))
        for place, (file, window) in enumerate(zip(files, windows, strict=True)):
            if file.tiles is None:
                yield read_window(file, window)
                continue
            content = packed.get(place) or _read_from(file.href, file.tiles, wanted[place])
            yield _without_fill(_decoded(file.href, file.tiles, window, content), file)


def _decoded(href: str, tiles: Tiles, window: reading.Window, content: Iterator[bytes | memoryview]) -> NDArray[Any]:
    """Return the pixels of a window, of whose pieces the packed bytes are given."""
    try:
        return reading.assemble(tiles, window, content)
    except (OSError, reading.DamagedPieceError) as error:
        raise UnreadableRasterError(f"{href} cannot be read: {error}.", "Is it complete?") from error


def _read_from(path: str, tiles: Tiles, pieces: Sequence[Piece]) -> Iterator[bytes]:
    """Yield the packed bytes of pieces of a file on this computer.

    Raises
    ------
    OSError
        If it cannot be read.
    DamagedPieceError
        If it ends before, or has another size than it had.
    """
    with open(path, "rb", buffering=0) as file:
        if os.fstat(file.fileno()).st_size != tiles.file_bytes:
            raise reading.DamagedPieceError("it has changed since it was opened")
        for piece in pieces:
            file.seek(piece.offset)
            content = file.read(piece.size)
            if len(content) != piece.size:
                raise reading.DamagedPieceError("it ends too early")
            yield content


def _without_fill(pixels: NDArray[Any], file: RasterFile) -> NDArray[Any]:
    """Return pixels with 0 for what their file has for no data."""
    if file.fill is not None:
        pixels[pixels == file.fill] = NO_DATA
    return pixels


def _read_first_band(href: str, **options: Any) -> NDArray[Any]:
    """Return the pixels; a dataset that fails is opened once more, for a server may have closed or a token expired."""
    try:
        with _lent(href) as dataset:
            return dataset.read(1, **options)
    except FAILURES:
        pass
    try:
        with _lent(href, fresh=True) as dataset:
            return dataset.read(1, **options)
    except FAILURES as error:
        raise UnreadableRasterError(f"{href} cannot be read: {gdal_words(error)}.", "Is it complete?") from error
