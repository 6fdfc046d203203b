"""Run one job in a worker process of its own: a crash costs the job and never QGIS."""

from __future__ import annotations

import collections
import contextlib
import json
import os
import queue
import secrets as random_texts
import signal
import subprocess
import sys
import threading
import time
from typing import IO, TYPE_CHECKING, Any, cast

from sentinel_toolkit import paths
from sentinel_toolkit.contract import events, redaction, staging
from sentinel_toolkit.contract.errors import ProtocolError, WorkerCrashError
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.runtime.endings import ending_of
from sentinel_toolkit.runtime.environment import worker_variables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sentinel_toolkit.contract.jobs import Job, ResultT
    from sentinel_toolkit.contract.requests import RequestT

POLL_S = 0.05  # how often cancel is looked at
GRACE_S = 1.5  # how long each step of the cancel ladder is waited for
STDERR_LINES = 40  # the end of the output holds the cause


def run_job(
    job: Job[RequestT, ResultT],
    request: RequestT,
    interpreter: str,
    emit: Callable[[events.Remark], None],
    is_cancelled: Callable[[], bool],
    secrets: dict[str, Any] | None = None,
    variables: Mapping[str, str] | None = None,
) -> ResultT | None:
    """Run a job to its end and return its result, or None if it was cancelled.

    Parameters
    ----------
    job
        A row of the table.
    request
        The job's request.
    interpreter
        The worker's Python.
    emit
        Called in this thread.
    is_cancelled
        Asked every 50 ms.
    secrets
        Goes to the worker's stdin and nowhere else.
    variables
        Environment variables of the worker beside the clean ones.

    Raises
    ------
    ToolkitError
        What the worker reported, or WorkerCrashError.
    """
    worker = _Worker(interpreter, variables, _hidden(secrets or {}))
    try:
        worker.send(json.dumps({"job": job.name, "request": encode(request), "secrets": secrets or {}}))
        outcome = _listen(worker, emit, is_cancelled)
    finally:
        worker.end()
        _clear(request.targets, worker.token, emit)
    if isinstance(outcome, events.Failure):
        raise outcome.exception()
    if isinstance(outcome, events.Cancelled):
        return None
    return job.result(**outcome.values)


def _clear(targets: Iterable[str], token: str, emit: Callable[[events.Remark], None]) -> None:
    """Delete what a worker left half-made; what cannot be deleted harms no result and is only told."""
    folders = {folder for place in targets for folder in (os.path.dirname(os.path.abspath(place)), place)}
    for folder in sorted(folders):  # beside files, and in folders
        for part in staging.discard_parts(folder, token):
            emit(events.Note(f"The hidden folder {part} could not be deleted. The next job there tries again.", True))


def _hidden(secrets: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the last words of a worker may not show."""
    login, variables = secrets.get("login") or {}, secrets.get("variables") or {}
    return (*redaction.of_login(login), *redaction.of_variables({**os.environ, **variables}))


def _listen(worker: _Worker, emit: Callable[[events.Remark], None], is_cancelled: Callable[[], bool]) -> events.Outcome:
    """Pass events on until the outcome; climb the cancel ladder when asked."""
    ladder = iter((worker.ask_to_stop, worker.terminate, worker.kill))
    next_step: float | None = None
    while True:
        event = worker.next_event()
        if isinstance(event, (events.Result, events.Failure, events.Cancelled)):
            return event
        if event is not None:
            emit(event)
        if worker.has_ended:
            if next_step is not None:
                return events.Cancelled()
            raise worker.crash()
        if (next_step is None and is_cancelled()) or (next_step is not None and time.monotonic() > next_step):
            next(ladder, worker.kill)()
            next_step = time.monotonic() + GRACE_S


class _Worker:
    """A worker process, its two output streams read at once so that neither can fill up and block it."""

    def __init__(self, interpreter: str, variables: Mapping[str, str] | None, hidden: tuple[str, ...] = ()) -> None:
        self._hidden = hidden
        self.token = random_texts.token_hex(4)  # its part folders bear it: the id may be that of a launcher
        # -I: no user site, no PYTHON* variables; -u: events arrive when they are said.
        command = [interpreter, "-I", "-X", "utf8", "-X", "faulthandler", "-u", str(paths.WORKER_MAIN)]
        own_group: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            own_group = {"creationflags": subprocess.CREATE_NO_WINDOW}
        try:
            self._process = subprocess.Popen(  # nosec B603 - a list of our own, no shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=worker_variables(interpreter, {**(variables or {}), staging.KNOWN_BY: self.token}),
                encoding="utf-8",
                errors="replace",
                **own_group,
            )
        except OSError as error:
            raise WorkerCrashError(f"The worker could not be started: {error}.", "Rebuild the environment.") from error
        self.pid = self._process.pid
        pipes = (self._process.stdin, self._process.stdout, self._process.stderr)
        self._stdin, self._stdout, self._stderr = (cast("IO[str]", pipe) for pipe in pipes)
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._outbox: queue.Queue[str | None] = queue.Queue()
        self._last_words: collections.deque[str] = collections.deque(maxlen=STDERR_LINES)
        self._out = threading.Thread(target=self._read_stdout, daemon=True)
        self._err = threading.Thread(target=self._read_stderr, daemon=True)
        self._in = threading.Thread(target=self._write_stdin, daemon=True)
        for thread in (self._in, self._out, self._err):
            thread.start()
        self.has_ended = False

    def _read_stdout(self) -> None:
        for line in self._stdout:
            self._lines.put(line)
        self._lines.put(None)

    def _read_stderr(self) -> None:
        self._last_words.extend(self._stderr)

    def send(self, line: str) -> None:
        """Send a line without waiting for it to be read: a worker that does not read must not block the cancel."""
        self._outbox.put(line + "\n")

    def _write_stdin(self) -> None:
        # If the worker is gone, its exit code tells more than a broken pipe does.
        with contextlib.suppress(OSError, ValueError):
            for line in iter(self._outbox.get, None):
                self._stdin.write(line)
                self._stdin.flush()
        with contextlib.suppress(OSError, ValueError):
            self._stdin.close()

    def next_event(self) -> events.Event | None:
        """Return the next event, or None when there is none yet or no more."""
        try:
            line = self._lines.get(timeout=POLL_S)
        except queue.Empty:
            return None
        if line is None:
            self.has_ended = True
            return None
        try:
            return events.decode(line)
        except ProtocolError:
            if line.endswith("\n"):
                raise
            return None  # cut off in the middle: the worker died while it spoke, which the exit code will tell

    def ask_to_stop(self) -> None:
        self.send("cancel")

    def terminate(self) -> None:
        self._signal("SIGTERM")

    def kill(self) -> None:
        self._signal("SIGKILL")

    def _signal(self, name: str) -> None:
        with contextlib.suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.terminate()
            else:
                os.killpg(self.pid, getattr(signal, name))

    def crash(self) -> WorkerCrashError:
        """Return the error that says how the worker ended."""
        self._process.wait()
        self._err.join(GRACE_S)
        ending = ending_of(self._process.returncode)
        tail = redaction.redacted("".join(self._last_words).strip(), self._hidden)
        hint = f"{ending.advice}\nIts last words:\n{tail}" if tail else ending.advice
        return WorkerCrashError(f"The worker stopped unexpectedly ({ending.words}).", hint.strip())

    def end(self) -> None:
        """Leave no process behind: closing stdin ends it, and if it does not, force does."""
        self._outbox.put(None)
        try:
            self._process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        for thread in (self._in, self._out, self._err):
            thread.join(GRACE_S)
        self._stdout.close()
        self._stderr.close()
