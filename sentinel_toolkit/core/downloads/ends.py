"""Whether a file is whole, as its own bytes tell: for servers that do not say how long it is."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from sentinel_toolkit.contract.errors import CorruptFileError, UnreadableRasterError
from sentinel_toolkit.core.rasters.door import open_scene_raster, readable
from sentinel_toolkit.core.rasters.kinds import GEOTIFF, JPEG_2000

HEAD = 64  # bytes that tell the kind, and of an HDF5 file how long it is
ROWS = 1024  # of a raster, read at once
_HDF5 = b"\x89HDF\r\n\x1a\n"
_END_OF_HDF5 = {
    0: 40,
    1: 44,
    2: 28,
    3: 28,
}  # version of the superblock → where the end of the file is written (8 bytes)
_CODESTREAM, _END_OF_CODESTREAM = b"\xff\x4f\xff\x51", b"\xff\xd9"  # SOC with SIZ, and EOC: ISO/IEC 15444-1


def prove_whole(path: Path, checkpoint: Callable[[], None]) -> None:
    """Refuse a file, not a zip, of which nothing tells that it is whole: its end is looked for in it.

    Parameters
    ----------
    checkpoint
        Called now and then; may raise to stop.

    Raises
    ------
    CorruptFileError
        If its end is missing, or it is of a kind that does not tell.
    """
    with open(path, "rb") as content:
        head = content.read(HEAD)
    prove = next((prove for beginnings, prove in _PROOFS if head.startswith(beginnings)), _prove_nothing)
    prove(path, head, checkpoint)


def _prove_nothing(_path: Path, _head: bytes, _checkpoint: Callable[[], None]) -> None:
    raise CorruptFileError("The server does not say how long the file is, and nothing in it tells its end.", "")


def _prove_hdf5(path: Path, head: bytes, _checkpoint: Callable[[], None]) -> None:
    place = _END_OF_HDF5.get(head[8] if len(head) > 8 else -1)
    if place is None or len(head) < HEAD:
        raise CorruptFileError("The NetCDF file came cut off.", "")
    (end,) = struct.unpack_from("<Q", head, place)
    size = path.stat().st_size
    if size < end:
        raise CorruptFileError(f"Only {size} of {end} bytes of the NetCDF file came.", "")


def _prove_codestream(path: Path, _head: bytes, _checkpoint: Callable[[], None]) -> None:
    size = path.stat().st_size
    with open(path, "rb") as content:
        end = _end_of_codestream(content, size)
        content.seek(max(end - len(_END_OF_CODESTREAM), 0))
        if end > size or content.read(len(_END_OF_CODESTREAM)) != _END_OF_CODESTREAM:
            raise CorruptFileError("The JPEG 2000 file came cut off: its end is missing.", "")


def _end_of_codestream(content: BinaryIO, size: int) -> int:
    """Return the byte at which the codestream of a JPEG 2000 ends by its boxes; 0 where none is here."""
    if content.read(len(_CODESTREAM)) == _CODESTREAM:
        return size
    start = 0
    while start + 16 <= size:
        content.seek(start)
        length, kind, longer = struct.unpack(">I4sQ", content.read(16))
        length = longer if length == 1 else length
        if kind == b"jp2c":
            return start + length if length else size
        if length < 8:
            break
        start += length
    return 0


def _prove_raster(path: Path, _head: bytes, checkpoint: Callable[[], None]) -> None:
    """Read all pixels: those of a raster that was cut off are not all there."""
    try:
        with readable(str(path.absolute()), open_scene_raster) as raster:
            for top in range(0, raster.height, ROWS):
                checkpoint()
                raster.read(window=((top, min(top + ROWS, raster.height)), (0, raster.width)))
    except UnreadableRasterError as error:
        raise CorruptFileError(f"The file came damaged: {error.message}", "") from error


# THE TABLE of proofs: how a kind begins, and who looks for its end.
_PROOFS: tuple[tuple[tuple[bytes, ...], Callable[[Path, bytes, Callable[[], None]], None]], ...] = (
    (GEOTIFF.beginnings, _prove_raster),
    (JPEG_2000.beginnings, _prove_codestream),
    ((_HDF5,), _prove_hdf5),
)
