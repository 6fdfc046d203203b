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

        return self._through(emit)

    def once(self) -> Report:
        """Return a report that says no warning twice: for a job that opens the same files again and again."""
        said: set[str] = set()

        def emit(event: Remark) -> None:
            if isinstance(event, Note) and event.warning:
                if event.text in said:
                    return
                said.add(event.text)
            self.emit(event)

        return self._through(emit)

    def quiet(self) -> Report:
        """Return a report that passes on warnings and how far the job is, but not in words what happens."""

        def emit(event: Remark) -> None:
            if isinstance(event, Progress):
                self.emit(Progress(event.fraction))
            elif event.warning:
                self.emit(event)

        return self._through(emit)

    def warnings_only(self) -> Report:
        """Return a report that passes on warnings alone: of several works at once none can tell how far all are."""

        def emit(event: Remark) -> None:
            if isinstance(event, Note) and event.warning:
                self.emit(event)

        return self._through(emit)

    def heard(self) -> tuple[Report, list[str]]:
        """Return a report that says what this one does, and the list that the texts of its warnings are kept in."""
        warnings: list[str] = []

        def emit(event: Remark) -> None:
            if isinstance(event, Note) and event.warning:
                warnings.append(event.text)
            self.emit(event)

        return self._through(emit), warnings

    def _through(self, emit: Callable[[Remark], None]) -> Report:
        """Return a report whose remarks go another way; it stops and logs in as this one does."""
        return Report(emit, self.is_cancelled, self.secrets)
