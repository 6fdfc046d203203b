"""MP4 with H.264, as every player takes it: yuv420p, even sides, a constant rate, the index before the pictures."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from numpy.typing import NDArray

from sentinel_toolkit.core.animation.formats.classes import Pixels

LOWEST_RATE = 10  # pages a second; some players stutter below, so that a page is repeated
QUALITY = "18"  # constant rate factor: no loss that is seen
PRESET = "veryfast"
# Rec. ITU-R BT.709: luma of red, green and blue; 8 bits of limited range.
LUMA = np.array([0.2126, 0.7152, 0.0722])
LUMA_LEVELS, CHROMA_LEVELS = (16, 219), (128, 224)


class Mp4File:
    """A video that is being written; its rate is whole repeats of a page, so that durations are exact."""

    SHORTEST_MS = 1

    def __init__(self, path: Path, size: tuple[int, int], palette: Pixels, frame_ms: int, loop: bool) -> None:  # noqa: ARG002 - a video does not say how often it plays
        self._luma, *self._chroma = _yuv(palette)
        self._blank = int(np.argmax(palette.sum(1, dtype=int)))  # white, which fills a side to an even length
        self._repeats = max(1, math.ceil(frame_ms * LOWEST_RATE / 1000))
        rate = Fraction(1000 * self._repeats, frame_ms)
        # The index is moved before the pictures, so that a browser plays before it has all.
        with _as_os_error():
            self._container = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        self._stream = stream = self._container.add_stream("libx264", rate=rate)
        stream.width, stream.height = (length + length % 2 for length in size)
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": QUALITY, "preset": PRESET, "tune": "animation"}
        context = stream.codec_context
        context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        self._count = 0

    def encode(self, page: Pixels, previous: Pixels | None) -> Pixels:  # noqa: ARG002 - the codec itself knows what has changed
        """Return the planes of a page, one under the other as PyAV takes them; safe in any thread."""
        height, width = page.shape
        if height % 2 or width % 2:
            page = np.pad(page, ((0, height % 2), (0, width % 2)), constant_values=self._blank)
            height, width = page.shape
        planes = np.empty((height * 3 // 2, width), np.uint8)
        np.take(self._luma, page, out=planes[:height])
        for plane, table in zip(planes[height:].reshape(2, height // 2, width // 2), self._chroma, strict=True):
            colours = np.take(table, page)
            pairs = colours[:, ::2] + colours[:, 1::2]
            plane[:] = (pairs[::2] + pairs[1::2] + 2) >> 2
        return planes

    def write(self, piece: Pixels) -> None:
        """Write a page as often as the rate asks for."""
        for _ in range(self._repeats):
            frame = av.VideoFrame.from_ndarray(piece, "yuv420p")
            frame.colorspace, frame.color_range = Colorspace.ITU709, ColorRange.MPEG
            frame.pts = self._count
            self._count += 1
            with _as_os_error():
                self._container.mux(self._stream.encode(frame))

    def finish(self) -> None:
        """Write what the codec still holds."""
        with _as_os_error():
            self._container.mux(self._stream.encode(None))

    def close(self) -> None:
        """Close the file, which writes its index."""
        with _as_os_error():
            self._container.close()


@contextlib.contextmanager
def _as_os_error() -> Iterator[None]:
    """Raise the failures of FFmpeg as those of a file, whatever library writes it."""
    try:
        yield
    except av.FFmpegError as error:
        raise OSError(error.errno, error.strerror) from error


def _yuv(palette: Pixels) -> tuple[Pixels, NDArray[np.uint16], NDArray[np.uint16]]:
    """Return luma (uint8) and the two chromas (uint16, so that four can be added) of each colour of a palette."""
    colours = palette / 255
    luma = colours @ LUMA
    blue, red = ((colours[:, band] - luma) / (2 * (1 - LUMA[band])) for band in (2, 0))
    base, span = LUMA_LEVELS
    middle, reach = CHROMA_LEVELS
    coded = [np.rint(middle + reach * chroma).astype(np.uint16) for chroma in (blue, red)]
    return np.rint(base + span * luma).astype(np.uint8), *coded
