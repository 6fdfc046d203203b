"""GIF: one palette for all pages, of each page only the rectangle that changed.

Written by hand, since Pillow joins pages that are alike, keeps all of them in memory and rounds their durations down.
The format: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from sentinel_toolkit.core.animation.formats import lzw
from sentinel_toolkit.core.animation.formats.classes import Pixels, changed_box

KEEP = 1 << 2  # disposal: what a page has drawn stays under the next one
ENDLESS = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
TRAILER = b"\x3b"


class GifFile:
    """A GIF that is being written."""

    SHORTEST_MS = 20  # browsers show what is shorter for 100 ms

    def __init__(self, path: Path, size: tuple[int, int], palette: Pixels, frame_ms: int, loop: bool) -> None:
        self._frame_ms, self._count = max(frame_ms, self.SHORTEST_MS), 0
        self._bits = max(2, int(len(palette) - 1).bit_length())
        colours = np.zeros((1 << self._bits, 3), np.uint8)
        colours[: len(palette)] = palette
        self._file = path.open("wb")
        depth = self._bits - 1
        screen = struct.pack("<HHBBB", *size, 0x80 | depth << 4 | depth, 0, 0)  # 0x80: a palette for all pages follows
        self._file.write(b"GIF89a" + screen + colours.tobytes() + (ENDLESS if loop else b""))

    def encode(self, page: Pixels, previous: Pixels | None) -> bytes:
        """Return the image of a page as bytes; safe in any thread."""
        height, width = page.shape
        top, left, bottom, right = (0, 0, height, width) if previous is None else changed_box(page, previous)
        place = struct.pack("<BHHHHB", 0x2C, left, top, right - left, bottom - top, 0)
        return place + lzw.pack(page[top:bottom, left:right], self._bits)

    def write(self, piece: bytes) -> None:
        """Write a page's image, shown for as long as makes the sum right: 45 ms are 4 and 5 hundredths in turn."""
        begin, end = (round_half_up(number * self._frame_ms / 10) for number in (self._count, self._count + 1))
        self._file.write(struct.pack("<BBBBHBB", 0x21, 0xF9, 4, KEEP, min(end - begin, 65535), 0, 0))
        self._file.write(piece)
        self._count += 1

    def finish(self) -> None:
        """Write the end."""
        self._file.write(TRAILER)
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def round_half_up(value: float) -> int:
    """Return the nearest whole number."""
    return int(value + 0.5)
