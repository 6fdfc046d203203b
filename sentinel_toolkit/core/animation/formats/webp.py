"""Animated WebP, without loss: pictures that Pillow encodes, in a container of ours that takes one page at a time.

The format: https://developers.google.com/speed/webp/docs/riff_container
"""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
from PIL import Image

from sentinel_toolkit.core.animation.formats.classes import Pixels, changed_box

Piece = tuple[tuple[int, int, int, int], bytes]  # a rectangle and what is packed of it
ANIMATED = 0x02  # flag of VP8X
REPLACE = 0x02  # flag of ANMF: the picture is not blended with what it covers; what was drawn stays
LONGEST_MS = (1 << 24) - 1
# Method 2 of 6: a fifth smaller than 0 for a quarter more time; 4 takes twice as long for another tenth (measured on a
# page of 1000 x 1000). Quality is effort where nothing is lost.
EFFORT = {"lossless": True, "method": 2, "quality": 20}


class WebpFile:
    """A WebP that is being written."""

    SHORTEST_MS = 1

    def __init__(self, path: Path, size: tuple[int, int], palette: Pixels, frame_ms: int, loop: bool) -> None:
        self._palette = np.ascontiguousarray(palette)
        self._frame_ms = min(frame_ms, LONGEST_MS)
        width, height = size
        self._file = path.open("wb")
        self._file.write(b"RIFF\0\0\0\0WEBP")
        self._chunk(b"VP8X", bytes([ANIMATED, 0, 0, 0]) + _three(width - 1) + _three(height - 1))
        self._chunk(b"ANIM", b"\xff\xff\xff\xff" + struct.pack("<H", 0 if loop else 1))

    def encode(self, page: Pixels, previous: Pixels | None) -> Piece:
        """Return the corner, size and picture of a page's changed rectangle; safe in any thread."""
        height, width = page.shape
        top, left, bottom, right = (0, 0, height, width) if previous is None else changed_box(page, previous)
        top, left = top - top % 2, left - left % 2  # the format has even corners only
        stream = io.BytesIO()
        Image.fromarray(self._palette[page[top:bottom, left:right]]).save(stream, "WEBP", **EFFORT)
        return (left, top, right - left, bottom - top), stream.getvalue()[12:]  # without RIFF, its size, and WEBP

    def write(self, piece: Piece) -> None:
        """Write a page."""
        (left, top, width, height), picture = piece
        place = _three(left // 2) + _three(top // 2) + _three(width - 1) + _three(height - 1)
        self._chunk(b"ANMF", place + _three(self._frame_ms) + bytes([REPLACE]) + picture)

    def finish(self) -> None:
        """Write the size, which stands at the beginning."""
        size = self._file.tell() - 8
        self._file.seek(4)
        self._file.write(struct.pack("<I", size))
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _chunk(self, kind: bytes, data: bytes) -> None:
        self._file.write(kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2))


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")
