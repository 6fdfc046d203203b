"""What a workflow may say while it runs; the worker, a notebook and a test each bring their own."""

from __future__ import annotations

from sentinel_toolkit.contract.events import Note, Progress


class JobCancelled(Exception):  # noqa: N818  (not an error: a return by another way)
    """Raised inside a job, at a checkpoint, once the user has asked it to stop."""


class Report:
    """Say progress and notes, and stop when asked.

    Parameters
    ----------
    emit : callable
        Called with each event; the default drops them.
    is_cancelled : callable
        Asked at every checkpoint.
    secrets : dict, optional
        What the job may know and nobody may read: ``login`` (username, password, totp, headers). Never in a request,
        which is recorded.
    """

    def __init__(self, emit=lambda _event: None, is_cancelled=lambda: False, secrets=None):
        self.emit = emit
        self.is_cancelled = is_cancelled
        self.secrets = secrets or {}

    def checkpoint(self):
        """Raise JobCancelled if the user has asked to stop; callable from any thread."""
        if self.is_cancelled():
            raise JobCancelled

    def progress(self, fraction, text=""):
        """Say how far the job is (0–1)."""
        self.checkpoint()
        self.emit(Progress(fraction, text))

    def note(self, text):
        """Say what happens."""
        self.emit(Note(text))

    def warning(self, text):
        """Say what the user should look at; the result stays valid."""
        self.emit(Note(text, warning=True))

    def part(self, begin, end):
        """Return a report for a part of the job: its progress 0–1 is this one's ``begin`` to ``end``."""

        def emit(event):
            is_share = isinstance(event, Progress) and event.fraction >= 0
            self.emit(Progress(begin + (end - begin) * event.fraction, event.text) if is_share else event)

        return Report(emit, self.is_cancelled, self.secrets)
