"""Animations as files: one way to write GIF, MP4, WebP and APNG, a page at a time.

Pages are encoded two at a time in threads (the encoders let go of Python's lock) and written in their order, so that an
animation of any length needs the memory of a few pages.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

import numpy as np

from sentinel_toolkit.contract.errors import InvalidRequestError, RasterError
from sentinel_toolkit.core.animation.formats.apng import ApngFile
from sentinel_toolkit.core.animation.formats.classes import Pixels
from sentinel_toolkit.core.animation.formats.gif import GifFile
from sentinel_toolkit.core.animation.formats.webp import WebpFile

Settings = tuple[tuple[int, int], Pixels, int, bool]  # width and height, palette, ms of a page, whether it is a loop
Result = TypeVar("Result")


class AnimationFile(Protocol):
    """An animation that is being written: pages are encoded in any thread, and written in their order."""

    def encode(self, page: Pixels, previous: Pixels | None) -> Any:  # noqa: ANN401 - each format has its own
        """Return what is to be written of a page."""

    def write(self, piece: Any) -> None:  # noqa: ANN401
        """Write what was encoded of a page."""

    def finish(self) -> None:
        """Write the end."""

    def close(self) -> None:
        """Close the file."""


class Format(Protocol):
    """A class of AnimationFiles."""

    SHORTEST_MS: int

    def __call__(self, path: Path, size: tuple[int, int], palette: Pixels, frame_ms: int, loop: bool) -> AnimationFile:
        """Return a file that is open for writing."""


def _mp4() -> Format:
    from sentinel_toolkit.core.animation.formats.mp4 import Mp4File  # its library is fetched at the first MP4

    return Mp4File


FORMATS: dict[str, Callable[[], Format]] = {
    ".gif": lambda: GifFile,
    ".mp4": _mp4,
    ".webp": lambda: WebpFile,
    ".png": lambda: ApngFile,
}
THREADS = 2
AHEAD = 3  # pages that may wait to be encoded and written


def open_animation(path: str | Path, size: tuple[int, int], palette: Pixels, frame_ms: int, loop: bool) -> Animation:
    """Return a context that writes an animation.

    Parameters
    ----------
    path
        Its suffix decides the format: gif, mp4, webp or png.
    size
        Width and height in pixels.
    palette : shape (n, 3)
        Red, green and blue of at most 256 colours, the same for all pages; index by index what the pages mean.
    frame_ms
        How long each page is shown.
    loop
        Play endlessly, or once. A video leaves that to its player.

    Returns
    -------
    Animation

    Raises
    ------
    InvalidRequestError
        If the suffix is none of these.
    RasterError
        If the file cannot be written.
    """
    return Animation(path, _format_of(path), (size, palette, frame_ms, loop))


def shortest_ms(path: str | Path) -> int:
    """Return the shortest time that the format of a path can show a page for; a shorter one is played as that."""
    return _format_of(path).SHORTEST_MS


def _format_of(path: str | Path) -> Format:
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(name[1:] for name in FORMATS)
        raise InvalidRequestError(f"{suffix or Path(path).name!r} is no format of animations.", f"Use {known}.")
    return FORMATS[suffix]()


class Animation:
    """A context that takes pages and leaves a file; what an error leaves behind is the caller's to remove."""

    def __init__(self, path: str | Path, kind: Format, settings: Settings) -> None:
        self._path, self._kind, self._settings = Path(path), kind, settings
        self._waiting: deque[Future[Any]] = deque()
        self._previous: Pixels | None = None
        self.frames = 0

    def __enter__(self) -> Self:
        self._file = self._guard(self._kind, self._path, *self._settings)
        self._pool = ThreadPoolExecutor(THREADS)
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._previous = None
            self._close(quietly=kind is not None)

    def add(self, page: Pixels) -> None:
        """Add a page.

        Parameters
        ----------
        page : shape (height, width)
            Indices of the palette. It must not be changed afterwards.

        Raises
        ------
        RasterError
            If the file cannot be written (a full disk).
        """
        width, height = self._settings[0]
        if page.shape != (height, width) or page.dtype != np.uint8:
            raise ValueError(f"A page of {page.shape} {page.dtype} in an animation of {height} x {width} bytes.")
        self._waiting.append(self._pool.submit(self._file.encode, page, self._previous))
        self._previous = page
        self.frames += 1
        while len(self._waiting) >= AHEAD:
            self._write_next()

    def _write_next(self) -> None:
        self._guard(self._file.write, self._waiting.popleft().result())

    def _finish(self) -> None:
        if not self.frames:
            raise InvalidRequestError("The animation has no page.", "Choose other dates or a larger area.")
        while self._waiting:
            self._write_next()
        self._guard(self._file.finish)

    def _close(self, *, quietly: bool) -> None:
        try:
            self._guard(self._file.close)
        except RasterError:
            if not quietly:  # else the first error is the one to be told
                raise

    def _guard(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Call a writer, and say what its failure means."""
        try:
            return function(*arguments)
        except OSError as error:
            raise RasterError(
                f"{self._path.name} cannot be written: {error.strerror or error}.",
                "Is there enough space in the output folder?",
            ) from error
