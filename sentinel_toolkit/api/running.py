"""How a notebook runs a workflow: it sees how far it is, stops it by Ctrl-C, and nothing is left on the disk."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Protocol, TypeVar

from sentinel_toolkit.api.session import secrets
from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.events import Note, Progress, Remark
from sentinel_toolkit.contract.report import JobCancelled
from sentinel_toolkit.contract.report import Report as Teller

LOG = logging.getLogger("sentinel_toolkit")
RequestT = TypeVar("RequestT")
ResultT = TypeVar("ResultT")
Shown = bool | str | Callable[[float, str], None]  # how progress is shown: "auto", True, False, or a function


class Bar(Protocol):
    """What shows how far a job is."""

    def show(self, fraction: float, text: str) -> None:
        """Show a share of 0 to 1 (negative: unknown), and what is done."""

    def close(self) -> None:
        """Take it away."""


def run(workflow: Callable[[RequestT, Teller], ResultT], request: RequestT, progress: Shown = "auto") -> ResultT:
    """Run a workflow with a request.

    Raises
    ------
    ToolkitError
        As the workflow does; without anybody's password in its words.
    KeyboardInterrupt
        If it was interrupted; nothing half-made is left.
    """
    with telling(progress) as teller:
        return workflow(request, teller)


@contextlib.contextmanager
def telling(progress: Shown = "auto") -> Iterator[Teller]:
    """Give the report of a job: its notes go to the log ``sentinel_toolkit``, its progress to a bar."""
    stopped = threading.Event()
    bar = _bar(progress)

    def emit(remark: Remark) -> None:
        text = redaction.redacted(remark.text)
        if isinstance(remark, Progress):
            bar.show(remark.fraction, text)
        elif isinstance(remark, Note):
            LOG.log(logging.WARNING if remark.warning else logging.INFO, text)

    try:
        with _interruptible(stopped):
            yield Teller(emit, stopped.is_set, secrets())
    except ToolkitError as error:
        error.message, error.hint = redaction.redacted(error.message), redaction.redacted(error.hint)
        error.args = (error.message,)
        raise
    except JobCancelled as error:
        raise KeyboardInterrupt from error
    finally:
        bar.close()


@contextlib.contextmanager
def _interruptible(stopped: threading.Event) -> Iterator[None]:
    """Tell the threads of a job when Ctrl-C, or the kernel's interrupt, comes; only the main thread is interrupted."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        stopped.set()
        before(number, frame)

    signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def scratch(near: str | os.PathLike[str] | None = None) -> Iterator[Path]:
    """Give a folder for what a job hands on, and delete it."""
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-", ignore_cleanup_errors=True, dir=near) as folder:
        yield Path(folder)


def _bar(progress: Shown) -> Bar:
    if callable(progress):
        return _Told(progress)
    if progress not in (True, False, "auto"):
        raise InvalidRequestError(f"progress is {progress!r}.", 'Use "auto", True, False, or a function.')
    if progress is True or (progress == "auto" and _is_watched()):
        with contextlib.suppress(ImportError):
            return _TqdmBar()
    return _Logged() if progress else _Told(lambda _fraction, _text: None)


def _is_watched() -> bool:
    """Tell whether a person looks: at a terminal, or at a notebook's cell."""
    return "ipykernel" in sys.modules or bool(getattr(sys.stderr, "isatty", lambda: False)())


class _Told:
    def __init__(self, show: Callable[[float, str], None]) -> None:
        self.show = show

    def close(self) -> None:
        pass


class _Logged:
    """Each phase once, at the level INFO."""

    def __init__(self) -> None:
        self._text = ""

    def show(self, fraction: float, text: str) -> None:
        if text and text != self._text:
            self._text = text
            LOG.info("%s", Progress(fraction, text))

    def close(self) -> None:
        pass


class _TqdmBar:
    def __init__(self) -> None:
        from tqdm.auto import tqdm

        self._bar = tqdm(total=100, bar_format="{desc} {percentage:3.0f}% |{bar}| {elapsed}", leave=False)

    def show(self, fraction: float, text: str) -> None:
        if text:
            self._bar.set_description_str(text, refresh=False)
        if fraction >= 0:
            self._bar.n = round(100 * min(fraction, 1))
        self._bar.refresh()

    def close(self) -> None:
        self._bar.close()
