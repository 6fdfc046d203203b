"""What a workflow may say while it runs; the worker, a notebook and a test each bring their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sentinel_toolkit.contract.events import Note, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from sentinel_toolkit.contract.events import Remark


class JobCancelled(Exception):  # noqa: N818  (not an error: a return by another way)
    """Raised inside a job, at a checkpoint, once the user has asked it to stop."""


class Report:
    """Say progress and notes, and stop when asked.

    Parameters
    ----------
    emit
        Called with each remark; the default drops them.
    is_cancelled
        Asked at every checkpoint.
    secrets
        What the job may know and nobody may read: ``login`` (username, password, totp, headers). Never in a request,
        which is recorded.
    """

    def __init__(
        self,
        emit: Callable[[Remark], None] = lambda _event: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        secrets: dict[str, Any] | None = None,
    ) -> None:
        self.emit = emit
        self.is_cancelled = is_cancelled
        self.secrets = secrets or {}

    def checkpoint(self) -> None:
        """Raise JobCancelled if the user has asked to stop; callable from any thread."""
        if self.is_cancelled():
            raise JobCancelled

    def progress(self, fraction: float, text: str = "") -> None:
        """Say how far the job is (0–1)."""
        self.checkpoint()
        self.emit(Progress(fraction, text))

    def note(self, text: str) -> None:
        """Say what happens."""
        self.emit(Note(text))

    def warning(self, text: str) -> None:
        """Say what the user should look at; the result stays valid."""
        self.emit(Note(text, warning=True))

    def part(self, begin: float, end: float) -> Report:
        """Return a report for a part of the job: its progress 0–1 is this one's ``begin`` to ``end``."""

        def emit(event: Remark) -> None:
            if isinstance(event, Progress) and event.fraction >= 0:
                event = Progress(begin + (end - begin) * event.fraction, event.text)
            self.emit(event)

        return Report(emit, self.is_cancelled, self.secrets)
