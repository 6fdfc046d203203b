"""One file from a server to its final name: resumed, verified, tried again with patience."""

from __future__ import annotations

import http.client
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

import requests
import urllib3

from sentinel_toolkit.contract.errors import CorruptFileError, DownloadError, TransferError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.downloads import verification
from sentinel_toolkit.core.downloads.part_file import CHUNK, OVERLAP, File, Origin, PartFile
from sentinel_toolkit.core.scenes import names
from sentinel_toolkit.core.services.connection import Connection
from sentinel_toolkit.core.services.http import TRANSIENT, innermost, retry_after_s, words

BUSY = (403, 429)  # CDSE's answers to more connections than allowed
RETRIED = (408, 413, *BUSY, *TRANSIENT)
GONE = (404, 410)
NO_RANGES = (400, 405, 416)  # answers of servers that do not know ranges
PASSING_401 = 2  # refusals of a login, each after the token was renewed, that may be the server's own trouble
BROKEN = (500, 501)  # may be the same where they come twice
_NETWORK_ERRORS = (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError)


@dataclass(frozen=True)
class Patience:
    """How often and how long to try: seconds, doubled each time, with jitter."""

    attempts: int = 6  # in a row that brought no byte
    damaged: int = 3  # whole files that were not what they should be
    all_attempts: int = 60
    pause_s: float = 1.0
    busy_pause_s: float = 5.0  # where the server says that it is busy and not how long
    longest_s: float = 120.0
    least_bytes: int = 30_000  # in each period: a server that drips keeps nobody waiting for ever
    period_s: float = 60.0


PATIENCE = Patience()


@dataclass(frozen=True)
class Arrival:
    """How a file came."""

    bytes: int
    """On the disk."""
    check: str
    """How it was checked."""
    attempts: int
    remark: str = ""
    """What is odd about it."""


class _TransientError(TransferError):
    """What the next attempt may not meet again; ``after_s`` is how long the server asks to wait."""

    def __init__(self, message: str, pause_s: float, after_s: float | None = None, is_drip: bool = False) -> None:
        super().__init__(message, "Try again later.")
        self.pause_s, self.after_s, self.is_drip = pause_s, after_s, is_drip


def is_complete(file: File) -> bool:
    """Tell whether a file is here: nothing half-made has its final name, and its length is as stated."""
    try:
        size = file.path.stat().st_size
    except OSError:
        return False
    # A zip is made when asked for, and its length may differ from the catalogue's: it was verified when it came.
    is_of_length = file.size_bytes in (None, size) or file.path.suffix == ".zip"
    return file.path.is_file() and size > 0 and is_of_length


def bytes_here(file: File) -> int:
    """Return how many bytes of an incomplete file are here."""
    return PartFile(file.path, "").size


class Transfer:
    """The way of one file from a server to its final name.

    Parameters
    ----------
    report
        Asked between chunks whether to stop; then the part stays for the next time.
    arrived
        Called with the count of bytes that were written (negative: had to be given up).
    waiting
        Called with the reason and the seconds of each pause.

    Attributes
    ----------
    attempts
        That were begun so far.
    """

    def __init__(
        self,
        file: File,
        connection: Connection,
        report: Report,
        arrived: Callable[[int], None] = lambda _count: None,
        waiting: Callable[[TransferError, float], None] = lambda _error, _seconds: None,
    ) -> None:
        self.attempts = 0
        self._file, self._connection, self._report = file, connection, report
        self._patience, self._arrived, self._waiting = PATIENCE, arrived, waiting
        self._part = PartFile(file.path, file.checksum)
        self._problems: list[str] = []  # of complete transfers
        self._without_range, self._broken_ranges = False, 0
        self._is_ended = False  # by what the server said of its length, or by the last of its chunks
        self._unauthorised = 0

    def run(self) -> Arrival:
        """Fetch the file and return its Arrival.

        Raises
        ------
        TransferError, CorruptFileError
            When patience has ended.
        DownloadError
            If the file is gone or refused.
        AuthenticationError
            If the login is missing, refused or has ended.
        """
        idle, damaged, refused = 0, 0, ""
        self._arrived(self._part.size)
        while self.attempts < self._patience.all_attempts:
            self.attempts += 1
            before = self._part.size
            try:
                refused = self._attempt(refused)
                if not refused:
                    check, remark = verification.verify(
                        self._part, self._file, self._problems, self._report.checkpoint, self._is_ended
                    )
                    self._part.finish()
                    return Arrival(self._file.path.stat().st_size, check, self.attempts, remark)
            except CorruptFileError:
                self._arrived(-self._part.size)
                self._part.discard()
                damaged, refused = damaged + 1, ""
                if damaged >= self._patience.damaged:
                    raise
            except _TransientError as error:
                idle, refused = (0 if self._part.size > before and not error.is_drip else idle + 1), ""
                if idle >= self._patience.attempts:
                    raise
                self._wait(error, idle)
            finally:
                self._part.close()
        raise TransferError(f"It was tried {self._patience.all_attempts} times.", "Try again later.")

    def _wait(self, error: _TransientError, idle: int) -> None:
        """Sleep as long as the server asks, or twice as long as the last time, and notice when the job is to stop."""
        jitter = secrets.randbelow(1000) / 1000  # so that the connections do not come back all at once
        seconds = min(error.pause_s * 2 ** max(idle - 1, 0), self._patience.longest_s) * (0.5 + jitter)
        if error.after_s is not None:  # some say 0 and mean "not now"
            seconds = max(min(error.after_s, self._patience.longest_s) + jitter / 2, seconds)
        self._waiting(error, seconds)
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._report.checkpoint()
            time.sleep(min(left, 0.1))

    def _attempt(self, refused: str) -> str:
        """Bring the part to its end; return the token if it was refused for the first time, else an empty text."""
        start = self._start()
        headers = {"Range": f"bytes={start}-"} if start else {}
        origin = self._part.origin
        etag = origin.etag if start and origin else ""
        if etag and not etag.startswith("W/"):
            headers["If-Range"] = etag
        try:
            answer, token = self._connection.get(self._file.href, headers, refused)
        except _NETWORK_ERRORS as error:
            raise _TransientError(
                f"The server does not answer ({innermost(error)}).", self._patience.pause_s
            ) from error
        with answer:
            if answer.status_code == 401 and token and not refused:
                return token
            if answer.status_code not in (200, 206):
                raise self._refusal(answer, start)
            self._receive(answer, start if answer.status_code == 206 else 0)
        return ""

    def _start(self) -> int:
        """Return the byte to go on from; 0 where there is nothing, or nothing of this file."""
        origin, size = self._part.origin, self._part.size
        usable = origin is not None and origin.href == self._file.href and size > OVERLAP and not self._without_range
        return size - OVERLAP if usable else 0

    def _refusal(self, answer: requests.Response, start: int) -> DownloadError:
        """Return the error for an answer without the file."""
        status = answer.status_code
        self._broken_ranges += bool(start and status in BROKEN)
        if start and (status in NO_RANGES or self._broken_ranges > 1):
            self._without_range = True
            return _TransientError(f"The server cannot go on in the middle (HTTP {status}).", 0)
        said = f"HTTP {status}: {words(answer)}"
        if status in GONE:
            return DownloadError(f"The file is no longer there ({said}).", "Search again: it may have been replaced.")
        if status in RETRIED:
            after_s = retry_after_s(answer.headers)
            pause_s = self._patience.busy_pause_s if status in BUSY else self._patience.pause_s
            return _TransientError(f"The server refuses ({said}).", pause_s, after_s)
        if status == 401:
            self._unauthorised += 1
            if self._unauthorised <= PASSING_401:
                return _TransientError(f"The server refuses ({said}).", self._patience.pause_s)
        hint = "Is the account allowed to download it?" if status == 401 else ""
        return DownloadError(f"The server refuses ({said}).", hint)

    def _receive(self, answer: requests.Response, start: int) -> None:
        """Write the body into the part."""
        total = _total(answer, start)
        self._is_ended = total is not None or "chunked" in answer.headers.get("Transfer-Encoding", "").lower()
        origin = Origin(self._file.href, total, answer.headers.get("ETag", ""))
        known, before = self._part.origin, self._part.size
        if start and known and (known.total not in (None, total) or known.etag != origin.etag):
            raise CorruptFileError(f"The file has changed at the server: it has {total} bytes now.", "")
        if not start:
            self._arrived(-before)
        self._part.open(start, origin)
        overlap = before - start if start else 0
        begun, came = time.monotonic(), 0
        while True:
            self._report.checkpoint()
            if time.monotonic() - begun > self._patience.period_s:
                if came < self._patience.least_bytes:
                    raise _TransientError(
                        f"Only {came} bytes came in {self._patience.period_s:g} s.",
                        self._patience.pause_s,
                        is_drip=True,
                    )
                begun, came = time.monotonic(), 0
            try:
                data = answer.raw.read1(CHUNK)
            except _NETWORK_ERRORS as error:
                raise _TransientError(f"The connection broke ({innermost(error)}).", self._patience.pause_s) from error
            if not data:
                break
            came += len(data)
            self._part.write(data)
            self._arrived(max(len(data) - overlap, 0))
            overlap = max(overlap - len(data), 0)
        self._part.close()
        if total is not None and self._part.size < total:
            raise _TransientError(f"Only {self._part.size} of {total} bytes came.", self._patience.pause_s)


def _total(answer: requests.Response, start: int) -> int | None:
    """Return the length of the whole file; None where the server does not say.

    Raises
    ------
    _TransientError
        If a part was asked for and another one came.
    """
    if start:
        wanted, _, total = answer.headers.get("Content-Range", "").removeprefix("bytes ").partition("/")
        if wanted.partition("-")[0] != str(start):
            raise CorruptFileError(f"The server sent another part than asked for: {wanted!r:.40}.", "")
        return names.whole_number(total)
    return names.whole_number(answer.headers.get("Content-Length", ""))
