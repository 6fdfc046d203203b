"""What a worker says: one JSON line per event, ASCII, finite numbers only."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Union

from sentinel_toolkit.contract.errors import ERRORS, ProtocolError, ToolkitError


@dataclass(frozen=True)
class Progress:
    """How far the job is."""

    fraction: float
    """0–1, or negative where it is unknown."""
    text: str = ""
    """The phase."""

    def __str__(self) -> str:
        return f"{self.fraction:4.0%} {self.text}".rstrip() if self.fraction >= 0 else self.text


@dataclass(frozen=True)
class Note:
    """A sentence for the log."""

    text: str
    warning: bool = False
    """The result stays valid but deserves a look."""

    def __str__(self) -> str:
        return f"Warning: {self.text}" if self.warning else self.text


@dataclass(frozen=True)
class Result:
    """The job is done."""

    values: dict[str, Any]
    """The fields of the job's result."""


@dataclass(frozen=True)
class Cancelled:
    """The job stopped because it was asked to; nothing was written."""


@dataclass(frozen=True)
class Failure:
    """The job failed."""

    error: str
    """The name of a class of the error tree; empty for a bug, which brings its traceback."""
    message: str
    hint: str = ""
    traceback: str = ""

    def exception(self) -> ToolkitError:
        """Return the exception this failure stands for."""
        if self.error:
            return ERRORS.get(self.error, ToolkitError)(self.message, self.hint)
        return ToolkitError(
            f"Internal error: {self.message}",
            "This is a bug; please report it with the log below.\n" + self.traceback,
        )


Remark = Union[Progress, Note]  # while the job runs
Outcome = Union[Result, Cancelled, Failure]  # at its end, once
Event = Union[Remark, Outcome]

_EVENTS: dict[str, type[Event]] = {cls.__name__.lower(): cls for cls in (Progress, Note, Result, Cancelled, Failure)}


def encode(event: Event) -> str:
    """Return the event as one line of ASCII JSON.

    Raises
    ------
    ValueError
        If a number is not finite: JSON has none.
    """
    return json.dumps({"event": type(event).__name__.lower(), **dataclasses.asdict(event)}, allow_nan=False)


def decode(line: str) -> Event:
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
