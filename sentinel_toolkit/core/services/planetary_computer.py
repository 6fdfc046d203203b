"""Planetary Computer's access tokens: fetched when needed, renewed before they expire, kept in memory alone."""

from __future__ import annotations

import datetime
import threading
from urllib.parse import urlsplit

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.services import endpoints, http

SPARE = datetime.timedelta(minutes=2)  # a token is renewed so long before it expires: requests take their time
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)  # when a token expired that there is not

_lock = threading.Lock()
_known: dict[str, tuple[str, datetime.datetime]] = {}  # collection -> (token, when it expires)


def signed(href: str) -> str:
    """Return the href with an access token if it lies in a container of Planetary Computer, else as it is.

    Raises
    ------
    CatalogueError
        If the token service gives none (CatalogueUnavailableError: for now).
    """
    collection = collection_of(href)
    if collection is None:
        return href
    return f"{href}{'&' if urlsplit(href).query else '?'}{_token(collection)}"


def collection_of(href: str) -> str | None:
    """Return the collection whose token opens the href; None where it needs none."""
    parts = urlsplit(href)
    if parts.scheme != "https":
        return None
    container = f"{parts.netloc}/{parts.path.lstrip('/').partition('/')[0]}"
    return endpoints.PLANETARY_COMPUTER_CONTAINERS.get(container)


def _token(collection: str) -> str:
    """Return a token that still lives; one thread asks, the others wait for its answer."""
    with _lock:
        token, expires = _known.get(collection, ("", NEVER))
        if expires - SPARE < datetime.datetime.now(datetime.timezone.utc):
            with http.patient_session() as session:
                answer = http.get_json(session, f"{endpoints.PLANETARY_COMPUTER_TOKENS}/{collection}")
            try:
                token, expires = answer["token"].lstrip("?"), parse_time(answer["msft:expiry"])
            except (LookupError, TypeError, AttributeError, ValueError) as error:
                raise CatalogueError(
                    "Planetary Computer answered no access token.", "Try again later, or use another SOURCE."
                ) from error
            redaction.learn(token)
            _known[collection] = token, expires
        return token
