"""The bytes of a GeoTIFF around its pixels: tags, directories, and the header of a cloud-optimised one (COG).

TIFF 6.0 (Adobe, 1992), BigTIFF (2007), and GDAL's structural metadata of COGs (the "ghost area"), little-endian.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

WIDTH, HEIGHT, TILE_OFFSETS, TILE_SIZES = 256, 257, 324, 325
SHORT, LONG, LONG8 = 3, 4, 16  # numbers of types
BYTES = {1: 1, 2: 1, SHORT: 2, LONG: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, LONG8: 8, 17: 8, 18: 8}
FRAME_BYTES = 4  # before each piece its size, behind it its last four bytes: so one request can read a piece whole
# Readers may then fetch pieces without their offsets, and skip the check of the layout.
_PROMISES = (
    "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nBLOCK_LEADER=SIZE_AS_UINT4\n"
    "BLOCK_TRAILER=LAST_4_BYTES_REPEATED\nKNOWN_INCOMPATIBLE_EDITION=NO\n "  # room for YES, for who edits it later
)
_GHOST = f"GDAL_STRUCTURAL_METADATA_SIZE={len(_PROMISES):06d} bytes\n{_PROMISES}".encode("ascii")


@dataclass(frozen=True)
class Tag:
    """A tag: what it is about, the number of its type, how many values, and these as they stand in a file."""

    code: int
    kind: int
    count: int
    data: bytes


@dataclass(frozen=True)
class TiffImage:
    """What a file tells of one image in it, and how large its pieces are.

    ``tags`` are all but those of the places and sizes of pieces; ``sizes`` are theirs in bytes, row by row.
    """

    tags: Sequence[Tag]
    sizes: Sequence[int]

    def of(self, shape: tuple[int, int], sizes: Sequence[int]) -> TiffImage:
        """Return the same of an image of another shape (height, width)."""
        kept = [tag for tag in self.tags if tag.code not in {WIDTH, HEIGHT}]
        sides = [_numbers(code, (side,)) for code, side in zip((HEIGHT, WIDTH), shape, strict=True)]
        return replace(self, tags=[*kept, *sides], sizes=sizes)


@dataclass(frozen=True)
class _Form:
    """Classic TIFF or BigTIFF: how it begins, how it counts tags, how it writes counts and places."""

    start: bytes
    entries: str
    number: str
    place: int

    @property
    def inline(self) -> int:
        """Return how many bytes of values stand in the tag itself."""
        return struct.calcsize(self.number)


_CLASSIC = _Form(b"II*\0", "H", "I", LONG)
_BIG = _Form(b"II+\0\x08\0\0\0", "Q", "Q", LONG8)
CLASSIC_LIMIT = 2**32  # bytes of a file


def read_images(data: bytes) -> list[TiffImage]:
    """Return the TiffImages of a small classic TIFF of tiles, their pieces forgotten."""
    found = []
    (place,) = struct.unpack_from("<I", data, 4)
    while place:
        (count,) = struct.unpack_from("<H", data, place)
        entries = [struct.unpack_from("<HHI4s", data, place + 2 + 12 * number) for number in range(count)]
        tags = []
        for code, kind, values, field in entries:
            size = BYTES[kind] * values
            start = struct.unpack("<I", field)[0]
            tags.append(Tag(code, kind, values, field[:size] if size <= len(field) else data[start : start + size]))
        found.append(TiffImage([tag for tag in tags if tag.code not in {TILE_OFFSETS, TILE_SIZES}], ()))
        (place,) = struct.unpack_from("<I", data, place + 2 + 12 * count)
    return found


def cog_header(images: Sequence[TiffImage], classic_limit: int = CLASSIC_LIMIT) -> bytes:
    """Return what stands in a COG before its pieces.

    The pieces follow it at once, each in its frame: those of the last image first, of each image row by row.

    Parameters
    ----------
    images
        The full resolution first, then its overviews, the largest first.
    classic_limit
        Bytes from which on a file is a BigTIFF.
    """
    pieces = sum(size + 2 * FRAME_BYTES for image in images for size in image.sizes)
    classic = _header(images, _CLASSIC)
    return classic if len(classic) + pieces < classic_limit else _header(images, _BIG)


def framed(piece: bytes) -> tuple[bytes, bytes, bytes]:
    r"""Return the parts of a piece as it stands in a COG: before it its size, behind it its last bytes.

    >>> framed(b"compressed")
    (b'\n\x00\x00\x00', b'compressed', b'ssed')
    """
    return struct.pack("<I", len(piece)), piece, piece[-FRAME_BYTES:]


def _header(images: Sequence[TiffImage], form: _Form) -> bytes:
    """Return the header: its length does not depend on where the pieces are, so it is made twice."""
    nowhere = [[0] * len(image.sizes) for image in images]
    return _written(images, _places(images, len(_written(images, nowhere, form))), form)


def _places(images: Sequence[TiffImage], start: int) -> list[list[int]]:
    """Return where each piece of each image begins, behind the size before it."""
    found: list[list[int]] = []
    for image in reversed(images):
        ends = list(itertools.accumulate((size + 2 * FRAME_BYTES for size in image.sizes), initial=start))
        found.insert(0, [end + FRAME_BYTES for end in ends[:-1]])
        start = ends[-1]
    return found


def _written(images: Sequence[TiffImage], places: Sequence[Sequence[int]], form: _Form) -> bytes:
    first = len(form.start) + form.inline + len(_GHOST)
    first += first % 2  # directories and values begin at even places
    header = (form.start + struct.pack("<" + form.number, first) + _GHOST).ljust(first, b"\0")
    for number, (image, where) in enumerate(zip(images, places, strict=True)):
        tags = [*image.tags, _numbers(TILE_OFFSETS, where, form.place), _numbers(TILE_SIZES, image.sizes, LONG)]
        is_last = number == len(images) - 1
        header += _directory(sorted(tags, key=lambda tag: tag.code), len(header), form, is_last=is_last)
    return header


def _directory(tags: Sequence[Tag], start: int, form: _Form, *, is_last: bool) -> bytes:
    """Return a directory that begins at a place, and the values that it names behind it."""
    head = struct.calcsize("<" + form.entries) + len(tags) * (4 + 2 * form.inline) + form.inline
    entries, values = struct.pack("<" + form.entries, len(tags)), b""
    for tag in tags:
        field = tag.data
        if len(field) > form.inline:
            field = struct.pack("<" + form.number, start + head + len(values))
            values += tag.data + b"\0" * (len(tag.data) % 2)
        entries += struct.pack("<HH" + form.number, tag.code, tag.kind, tag.count) + field.ljust(form.inline, b"\0")
    values += b"\0" * ((head + len(values)) % 2)
    return entries + struct.pack("<" + form.number, 0 if is_last else start + head + len(values)) + values


def _numbers(code: int, values: Sequence[int], kind: int = 0) -> Tag:
    """Return a tag of whole numbers, of the smallest type that holds them if none is named."""
    kind = kind or (SHORT if max(values) < 2**16 else LONG)
    letter = {SHORT: "H", LONG: "I", LONG8: "Q"}[kind]
    return Tag(code, kind, len(values), struct.pack(f"<{len(values)}{letter}", *values))
