"""Pieces of rasters on servers: many requests in flight at a time, over all files that a job reads."""

from __future__ import annotations

import bisect
import re
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import NamedTuple

import requests
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import NewConnectionError, SSLError

from sentinel_toolkit.contract.errors import CatalogueError, UnreadableRasterError
from sentinel_toolkit.core.rasters.door import address_of
from sentinel_toolkit.core.rasters.tiff.directory import Piece
from sentinel_toolkit.core.services import hrefs, http, redirects
from sentinel_toolkit.core.services.connection import REDIRECTS
from sentinel_toolkit.core.services.pools import Pools

CONNECTIONS = 64  # each mostly waits; object stores serve hundreds
HEAD_BYTES = 16_384  # of a file's beginning, asked for first: GDAL's own number
MERGED_BYTES, MERGED_GAP = 1_200_000, 16  # a few pieces that nearly touch come in one: a COG has 8 bytes between
IN_FLIGHT_BYTES = 64_000_000  # asked for and not yet decoded; more waits
TRIES, GIVE_UP_S = 6, 60
# An access token may have ended, or an address that a redirect had signed; or it leads elsewhere now.
_REFUSED = (401, 403, 410, *REDIRECTS)
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)$")


class Answer(NamedTuple):
    """A range of a file, and how many bytes the whole file has."""

    content: bytes
    file_bytes: int


class Wanted(NamedTuple):
    """Pieces of a file that has so many bytes."""

    href: str
    file_bytes: int
    pieces: Sequence[Piece]


class _NoRangesError(Exception):
    """A server sends whole files only, or no length."""


class _Budget:
    """How many bytes may be in flight; who asks for more than all gets it alone."""

    def __init__(self, limit: int) -> None:
        self._free, self._limit, self._changed = limit, limit, threading.Condition()

    def take(self, size: int) -> int:
        size = min(size, self._limit)
        with self._changed:
            self._changed.wait_for(lambda: self._free >= size)
            self._free -= size
        return size

    def give_back(self, size: int) -> None:
        with self._changed:
            self._free += size
            self._changed.notify_all()


_budget = _Budget(IN_FLIGHT_BYTES)
_pool = ThreadPoolExecutor(CONNECTIONS, "pieces")
_pools = Pools(CONNECTIONS)


def heads_of(addresses: Sequence[str]) -> list[Future[Answer | None]]:
    """Ask for the beginnings of files, all at once; see ``head_of``."""
    return [_pool.submit(head_of, href) for href in addresses]


def head_of(href: str, size: int = HEAD_BYTES) -> Answer | None:
    """Return the beginning of a file; None where its server sends no ranges.

    Raises
    ------
    UnreadableRasterError
        If it cannot be had.
    """
    try:
        return _get(href, 0, size)
    except _NoRangesError:
        return None


@contextmanager
def fetched(wanted: Sequence[Wanted]) -> Iterator[list[Iterator[bytes | memoryview]]]:
    """Ask for pieces of files, all at once; when all are here, give an iterator of their bytes for each file, in order.

    Raises
    ------
    UnreadableRasterError
        If one cannot be had, or its file is another meanwhile; while they are taken.
    """
    runs = [_runs(each.pieces) for each in wanted]
    taken = _budget.take(sum(stop - start for of_file in runs for start, stop in of_file))  # for all: none waits half
    futures = [
        {start: _pool.submit(_get, each.href, start, stop) for start, stop in of_file}
        for each, of_file in zip(wanted, runs, strict=True)
    ]
    try:
        wait(future for of_file in futures for future in of_file.values())
        yield [_in_order(each, of_file) for each, of_file in zip(wanted, futures, strict=True)]
    finally:
        for future in (future for of_file in futures for future in of_file.values()):
            future.cancel()
        _budget.give_back(taken)


def _in_order(wanted: Wanted, futures: dict[int, Future[Answer]]) -> Iterator[bytes | memoryview]:
    """Yield the bytes of the pieces of a file."""
    starts = sorted(futures)
    for piece in wanted.pieces:
        if piece.size == 0:
            yield b""
            continue
        start = starts[bisect.bisect_right(starts, piece.offset) - 1]
        try:
            answer = futures[start].result()
        except _NoRangesError as error:
            raise UnreadableRasterError(
                f"{wanted.href} cannot be read: its server sends no parts of it.", ""
            ) from error
        content = memoryview(answer.content)[piece.offset - start : piece.offset - start + piece.size]
        if answer.file_bytes != wanted.file_bytes or len(content) != piece.size:
            raise UnreadableRasterError(f"{wanted.href} has changed while it was read.", "Run again.")
        yield content


def _runs(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return (first byte, byte behind the last) of the requests for pieces: those that nearly touch come together."""
    runs: list[tuple[int, int]] = []
    for offset, size in sorted({piece for piece in pieces if piece.size}):
        if runs and 0 <= offset - runs[-1][1] <= MERGED_GAP and offset + size - runs[-1][0] <= MERGED_BYTES:
            runs[-1] = runs[-1][0], offset + size
        else:
            runs.append((offset, offset + size))
    return runs


def _get(href: str, start: int, stop: int) -> Answer:
    """Return a range of a file; what passes is tried again."""
    begun = time.monotonic()
    for number in range(TRIES):
        wait_s = http.BACKOFF_S * 2**number
        try:
            url = hrefs.gdal_path(href, address_of).removeprefix("/vsicurl/")
            with _pools.get(url, _headers(start, stop), http.TIMEOUT_S) as got:
                if got.status == 206:
                    return _answer(got, start, stop)
                if got.status == 200:
                    raise _NoRangesError
                problem = f"HTTP response code: {got.status}"
                advice = "Try again later, or search again: it may have moved."
                asked_s = http.retry_after_s(got.headers)
                wait_s = wait_s if asked_s is None else min(asked_s, http.LONGEST_WAIT_S)
                if got.status in _REFUSED:
                    redirects.forget(href)
                elif got.status not in http.TRANSIENT:
                    break
        except requests.RequestException as error:
            problem, advice = http.innermost(error), "Check the network and the proxy."
            if number >= _tries_after(error):
                break
        except CatalogueError as error:
            raise UnreadableRasterError(f"{href} cannot be opened: {error.message}", error.hint) from error
        if time.monotonic() + wait_s - begun > GIVE_UP_S:
            break
        time.sleep(wait_s)
    raise UnreadableRasterError(f"{href} cannot be opened: {problem}.", advice)


def _tries_after(error: requests.RequestException) -> int:
    """Return how often a request is repeated that has failed so: a certificate does not change."""
    if isinstance(error.__cause__, SSLError):
        return 0
    return http.NETWORK_RETRIES if isinstance(error.__cause__, NewConnectionError) else TRIES


def _headers(start: int, stop: int) -> dict[str, str]:
    return {"Range": f"bytes={start}-{stop - 1}", "Accept-Encoding": "identity"}


def _answer(got: BaseHTTPResponse, start: int, stop: int) -> Answer:
    """Return the Answer of a response, which may be shorter than asked for only where the file ends."""
    found = _RANGE.match(got.headers.get("Content-Range", ""))
    if not found or int(found[1]) != start:
        raise _NoRangesError
    total = int(found[3])
    content = http.body_of(got)
    if len(content) != min(stop, total) - start:
        raise requests.ConnectionError("the answer was cut off")
    return Answer(content, total)
