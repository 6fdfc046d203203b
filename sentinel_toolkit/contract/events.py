"""What a worker says: one JSON line per event, ASCII, finite numbers only."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

from sentinel_toolkit.contract.errors import ERRORS, ProtocolError, ToolkitError


@dataclass(frozen=True)
class Progress:
    """How far the job is.

    ``fraction`` is 0–1, or negative where it is unknown; ``text`` names the phase.
    """

    fraction: float
    text: str = ""

    def __str__(self):
        return f"{self.fraction:4.0%} {self.text}".rstrip() if self.fraction >= 0 else self.text


@dataclass(frozen=True)
class Note:
    """A sentence for the log; ``warning`` is for results that stay valid but deserve a look."""

    text: str
    warning: bool = False

    def __str__(self):
        return f"Warning: {self.text}" if self.warning else self.text


@dataclass(frozen=True)
class Result:
    """The job is done; ``values`` is the result dataclass as a dict."""

    values: dict


@dataclass(frozen=True)
class Cancelled:
    """The job stopped because it was asked to; nothing was written."""


@dataclass(frozen=True)
class Failure:
    """The job failed. ``error`` names a class of the error tree, or is empty for a bug, which brings its traceback."""

    error: str
    message: str
    hint: str = ""
    traceback: str = ""

    def exception(self):
        """Return the exception this failure stands for."""
        if self.error:
            return ERRORS.get(self.error, ToolkitError)(self.message, self.hint)
        return ToolkitError(
            f"Internal error: {self.message}",
            "This is a bug; please report it with the log below.\n" + self.traceback,
        )


_EVENTS = {cls.__name__.lower(): cls for cls in (Progress, Note, Result, Cancelled, Failure)}


def encode(event):
    """Return the event as one line of ASCII JSON.

    Raises
    ------
    ValueError
        If a number is not finite: JSON has none.
    """
    return json.dumps({"event": type(event).__name__.lower(), **dataclasses.asdict(event)}, allow_nan=False)


def decode(line):
    """Return the event that a line holds.

    Raises
    ------
    ProtocolError
        If the line is not an event.
    """
    try:
        fields = json.loads(line)
        return _EVENTS[fields.pop("event")](**fields)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProtocolError(f"The worker said something that is no event: {line[:200]!r}") from error
