"""The worker: claim stdin and stdout, read one job, run it, report."""

from __future__ import annotations

import dataclasses
import errno
import importlib
import json
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Any, TextIO

from sentinel_toolkit.contract import events, places, redaction, staging
from sentinel_toolkit.contract.errors import ERRORS, ProtocolError, ToolkitError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.contract.requests import decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentinel_toolkit.contract.jobs import Job
    from sentinel_toolkit.contract.requests import Request

# What the operating system refuses, in the user's words.
_OS_REFUSALS = {
    errno.ENOSPC: "The disk is full. Free some space or choose another folder.",
    errno.EDQUOT: "Your disk quota is used up. Free some space or choose another folder.",
    errno.EFBIG: "The file would be larger than allowed. Choose a smaller area or another folder.",
    errno.EACCES: "The folder cannot be written. Choose another one or ask for the right to write there.",
    errno.EPERM: "The folder cannot be written. Choose another one or ask for the right to write there.",
    errno.EROFS: "The folder is read-only. Choose another one.",
    errno.ENOENT: "It is not there. Was it moved or deleted meanwhile?",
    errno.EIO: "The disk or the network drive cannot read or write it. Choose another one, or try again.",
    errno.ENOTDIR: "Part of the path is a file. Choose another folder.",
    errno.ENAMETOOLONG: "The path is too long. Choose a shorter one.",
}


def main() -> int:
    """Run the one job that stdin brings; return the exit code."""
    lines = _lines_of(_claim_stdin())  # first: nothing is loaded while a thread waits for fd 0
    channel = _claim_stdout()
    write_lock = threading.Lock()
    cancelled = threading.Event()

    def emit(event: events.Event) -> None:
        event = _without_secrets(event)
        with write_lock:
            channel.write(events.encode(event) + "\n")
            channel.flush()

    line = next(lines, "")
    threading.Thread(target=_hold_lifeline, args=(lines, cancelled), daemon=True).start()
    outcome = _run(line, Report(emit, cancelled.is_set))
    emit(outcome)
    return isinstance(outcome, events.Failure)


def _without_secrets(event: events.Event) -> events.Event:
    """Return what may be shown of an event: no sentence leaves this process by another way."""
    hide = redaction.redacted
    if isinstance(event, events.Failure):
        return events.Failure(event.error, hide(event.message), hide(event.hint), hide(event.traceback))
    if isinstance(event, (events.Note, events.Progress)):
        return dataclasses.replace(event, text=hide(event.text))
    return event  # a result holds the names of files: a change would make them others


def _claim_stdout() -> TextIO:
    """Keep fd 1 for events alone: whatever any library prints goes to stderr."""
    channel = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return channel


def _claim_stdin() -> int:
    """Keep the parent's pipe under another descriptor, which no child inherits; fd 0, and sys.stdin, find nothing.

    A thread waits in a read of the pipe all through the job. On Windows whoever asks for the state of fd 0 would wait
    with it, and libraries of gfortran's ask while they are loaded, when no thread may go on (numpy#24290).
    """
    pipe = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return pipe


def _lines_of(pipe: int) -> Iterator[str]:
    """Yield the lines of a descriptor, not by sys.stdin: its lock, held by a waiting thread, aborts Python at exit."""
    rest = b""
    while chunk := os.read(pipe, 65536):
        *lines, rest = (rest + chunk).split(b"\n")
        yield from (line.decode("utf-8") for line in lines)


def _hold_lifeline(lines: Iterator[str], cancelled: threading.Event) -> None:
    """A ``cancel`` line asks the job to stop; end of file means that the parent has died."""
    for line in lines:
        if line.strip() == "cancel":
            cancelled.set()
    staging.abandon()
    os._exit(1)


def _run(line: str, report: Report) -> events.Outcome:
    """Run the job and return its outcome as an event."""
    try:
        job, request, report.secrets = _read_job(line)
        module, function = job.runner.split(":")
        result = getattr(importlib.import_module(module), function)(request, report)
        return events.Result(encode(result))
    except JobCancelled:
        return events.Cancelled()
    except ToolkitError as error:
        known = next(
            cls.__name__ for cls in type(error).__mro__ if cls.__name__ in ERRORS
        )  # the core has more of its own
        return events.Failure(known, error.message, error.hint)
    except OSError as error:
        return _refused(error) if error.errno in _OS_REFUSALS else _bug(error)
    except MemoryError:
        return events.Failure(
            "ToolkitError", "The computer ran out of memory.", "Lower MEMORY_LIMIT or choose a smaller area."
        )
    except Exception as error:
        return _bug(error)


def _refused(error: OSError) -> events.Failure:
    """Return what the operating system refuses; of a path that is too long Windows says that it is not there."""
    number = error.errno or 0
    name = f": {error.filename}" if error.filename else ""
    if isinstance(error.filename, str) and number == errno.ENOENT and (reason := places.too_long(error.filename)):
        return events.Failure("ToolkitError", f"{error.filename} cannot be used: {reason}.", places.advice_for())
    return events.Failure("ToolkitError", f"{os.strerror(number)}{name}.", _OS_REFUSALS[number])


def _bug(error: Exception) -> events.Failure:
    return events.Failure("", f"{type(error).__name__}: {error}", traceback=traceback.format_exc())


def _read_job(line: str) -> tuple[Job[Any, Any], Request, dict[str, Any]]:
    """Return the table's row, the checked request and the secrets; variables enter this process's environment only."""
    try:
        message = json.loads(line)
        job = JOBS[message["job"]]
        fields = message["request"]
        if not isinstance(fields, dict):
            raise TypeError(fields)
        secrets = message.get("secrets") or {}
    except (ValueError, KeyError, TypeError) as error:
        raise ProtocolError("The worker could not read its job.") from error
    variables = secrets.pop("variables", {})
    redaction.learn(
        *redaction.of_variables({**os.environ, **variables}), *redaction.of_login(secrets.get("login") or {})
    )
    os.environ.update(variables)
    return job, decode(job.request, fields), secrets
