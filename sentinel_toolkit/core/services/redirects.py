"""Where an address leads in the end, asked by us: GDAL follows whatever redirect it meets, also to this computer."""

from __future__ import annotations

import threading
import time
from urllib.parse import urlsplit

import requests

from sentinel_toolkit.contract.errors import CatalogueUnavailableError
from sentinel_toolkit.core.services import endpoints, hrefs, http

KEPT_S = 300  # s that an answer counts: some redirect to an address that is signed for some minutes
MOST_KEPT = 10_000  # addresses

_lock = threading.Lock()
_known: dict[str, tuple[str, float]] = {}  # address -> (where it leads, when that was asked)


def resolved(url: str) -> str:
    """Return where a URL leads in the end: each step is one that we follow.

    The hosts of the services that we know redirect nowhere, and are not asked; nor is this computer.

    Raises
    ------
    CatalogueError
        If it leads where we do not follow (CatalogueUnavailableError: if it does not answer).
    """
    host = urlsplit(url).hostname or ""
    if host in endpoints.PIXEL_HOSTS or hrefs.is_loopback(host):
        return url
    with _lock:
        target, asked_s = _known.get(url, ("", 0.0))
    if target and time.monotonic() - asked_s < KEPT_S:
        return target
    target = _ask(url)
    with _lock:
        if len(_known) >= MOST_KEPT:
            _known.clear()
        _known[url] = target, time.monotonic()
    return target


def forget(url: str) -> None:
    """Ask anew at the next time: where it led before has refused."""
    with _lock:
        for known in [known for known in _known if known.startswith(url)]:  # with the token that it was signed by
            del _known[known]


def _ask(url: str) -> str:
    """Return where the redirects of a URL end; one byte is asked for, and no body read."""
    try:
        with (
            http.patient_session() as session,
            session.get(url, headers={"Range": "bytes=0-0"}, timeout=http.TIMEOUT_S, stream=True) as answer,
        ):
            return str(answer.url)
    except requests.TooManyRedirects as error:
        raise CatalogueUnavailableError("It leads from one address to the next, without end.", "") from error
    except requests.RequestException as error:
        raise http.unreachable(hrefs.without_queries(url), error) from error
