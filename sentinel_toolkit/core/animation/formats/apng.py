"""APNG: an animated PNG with a palette, of each page only the rectangle that changed.

The format: https://www.w3.org/TR/png-3 (chunks acTL, fcTL and fdAT).
"""

from __future__ import annotations

import struct
import zlib
from fractions import Fraction
from pathlib import Path

import numpy as np

from sentinel_toolkit.core.animation.formats.classes import Pixels, changed_box

Piece = tuple[tuple[int, int, int, int], bytes]  # a rectangle and what is packed of it
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PALETTE = 3  # the colour type
LEVEL = 6  # of zlib: more takes long and saves little on noise
LONGEST = 65535  # what a delay's numerator and denominator can be


class ApngFile:
    """An APNG that is being written."""

    SHORTEST_MS = 1

    def __init__(self, path: Path, size: tuple[int, int], palette: Pixels, frame_ms: int, loop: bool) -> None:
        # As a fraction of seconds: exact up to 65 s, and to a hundredth of a second above.
        delay = Fraction(frame_ms, 1000) if frame_ms <= LONGEST else Fraction(min(round(frame_ms / 1000), LONGEST))
        self._delay = delay.numerator, delay.denominator
        self._plays = 0 if loop else 1
        self._pages = self._number = 0
        self._file = path.open("wb")
        self._file.write(SIGNATURE)
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, PALETTE, 0, 0, 0))
        self._counts_at = self._file.tell()
        self._count()
        self._chunk(b"PLTE", np.ascontiguousarray(palette).tobytes())

    def encode(self, page: Pixels, previous: Pixels | None) -> Piece:
        """Return the rectangle and the packed pixels of a page; safe in any thread."""
        height, width = page.shape
        top, left, bottom, right = (0, 0, height, width) if previous is None else changed_box(page, previous)
        # Every line begins with its filter: none, which suits indices best.
        lines = np.zeros((bottom - top, right - left + 1), np.uint8)
        lines[:, 1:] = page[top:bottom, left:right]
        return (right - left, bottom - top, left, top), zlib.compress(lines.data, LEVEL)

    def write(self, piece: Piece) -> None:
        """Write a page."""
        box, data = piece
        # After the delay: the page stays under the next one, and replaces what it covers.
        self._chunk(b"fcTL", struct.pack(">IIIIIHHBB", self._next(), *box, *self._delay, 0, 0))
        if self._pages:
            self._chunk(b"fdAT", struct.pack(">I", self._next()) + data)
        else:
            self._chunk(b"IDAT", data)
        self._pages += 1

    def finish(self) -> None:
        """Write the end, and the number of pages, which stands at the beginning."""
        self._chunk(b"IEND", b"")
        self._file.seek(self._counts_at)
        self._count()
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _count(self) -> None:
        self._chunk(b"acTL", struct.pack(">II", self._pages, self._plays))

    def _next(self) -> int:
        self._number += 1
        return self._number - 1

    def _chunk(self, kind: bytes, data: bytes) -> None:
        checksum = zlib.crc32(data, zlib.crc32(kind))
        self._file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum))
