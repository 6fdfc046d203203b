"""STAC APIs through pystac-client: paged to the end, retried with patience, filtered by the server where it can."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urljoin

import pystac
import pystac_client
import requests
from pystac_client.exceptions import APIError
from pystac_client.stac_api_io import StacApiIO
from shapely.geometry import mapping
from urllib3.util import Retry

from sentinel_toolkit.contract.errors import CatalogueError, CatalogueUnavailableError
from sentinel_toolkit.core.io import hrefs

PAGE_SIZE = 100  # Earth Search answers 500 to much more
TIMEOUT_S = (10, 60)  # to connect, and between bytes
RETRIES = 5
NETWORK_RETRIES = 2  # a server that is down does not come up in seconds
BACKOFF_S = 0.5  # 0, 1, 2, 4, 8 s where the server names no time
LONGEST_WAIT_S = 60  # whatever Retry-After says: a person is waiting
MAX_EMPTY_PAGES = 5
MAX_ITEMS = 500_000
# The newest processing of a scene may state more cloud than an older one: it must arrive to supersede it.
CLOUD_SLACK_PERCENT = 10


@dataclass(frozen=True)
class Query:
    """What to ask a STAC API: plain values, no network."""

    endpoint: str
    collections: tuple
    begin: object
    end: object
    geometry: object  # shapely, longitude and latitude within ±180
    max_cloud_percent: float = 100.0


class _PatientRetry(Retry):
    """Retries that honour Retry-After, up to what a person will wait for."""

    def get_retry_after(self, response):
        seconds = super().get_retry_after(response)
        return None if seconds is None else min(seconds, LONGEST_WAIT_S)


class _CheckedIO(StacApiIO):
    """pystac-client's transport, which follows only links that we trust and remembers its last answer."""

    def __init__(self):
        retry = _PatientRetry(
            total=RETRIES,
            connect=NETWORK_RETRIES,
            read=NETWORK_RETRIES,
            backoff_factor=BACKOFF_S,
            status_forcelist=(429, 500, 502, 503, 504),
            allowed_methods=None,  # a search is a POST that changes nothing
            raise_on_status=False,  # the last answer says more than "too many retries"
        )
        super().__init__(max_retries=retry)
        self.answer = None
        follow = self.session.get_redirect_target
        self.session.get_redirect_target = lambda response: _checked(follow(response), response.url)

    def read_text(self, source, *args, **kwargs):
        """Read a URL; pystac-client would open a local path too."""
        _checked(source.href if isinstance(source, pystac.Link) else str(source))
        return super().read_text(source, *args, **kwargs)

    def read_json(self, source, *args, **kwargs):
        """Read JSON and remember it."""
        self.answer = super().read_json(source, *args, **kwargs)
        return self.answer


def _checked(url, base=""):
    """Return the URL if we may follow it; only https, and http on this computer."""
    if url is not None:
        absolute = urljoin(base, url)
        if not hrefs.is_remote(absolute) or absolute.startswith("s3:") or hrefs.accept(absolute, "") is None:
            raise CatalogueError(f"The catalogue refers to {url!r:.200}, which is not followed: only https is.")
    return url


def pages(query, report):
    """Yield each page's items (list of dicts) until the catalogue has no more.

    Raises
    ------
    CatalogueUnavailableError
        If it does not answer, or refuses for now (429, 5xx) after retries.
    CatalogueError
        If its answer cannot be used, or it serves the same page for ever.
    """
    io = _CheckedIO()
    try:
        seen, empty = set(), 0
        for page in _search(query, io).pages_as_dicts():
            report.checkpoint()
            items = _items(page, query)
            fresh = [item for item in items if _key(item) not in seen]
            empty = 0 if fresh else empty + 1
            if (items and not fresh) or empty > MAX_EMPTY_PAGES or len(seen) > MAX_ITEMS:
                raise CatalogueError(
                    f"{query.endpoint} pages without end: after {len(seen)} scenes it repeats itself.",
                    "Report this to its operator, or use another SOURCE.",
                )
            seen.update(map(_key, fresh))
            yield fresh
        if not seen:
            _items(io.answer, query)  # pystac-client takes any JSON without features for an empty page
    except APIError as error:
        raise _refusal(query, error) from error
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CatalogueError(
            f"{query.endpoint} answered something that is no JSON.", "Is it the URL of a STAC API?"
        ) from error
    except (
        pystac.STACError,
        pystac_client.errors.ClientTypeError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:
        raise CatalogueError(
            f"{query.endpoint} answered JSON that is no STAC API: {error!s:.200}.", "Check the URL."
        ) from error


def _items(page, query):
    items = page.get("features") if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise CatalogueError(
            f"{query.endpoint} answered JSON that is no list of scenes.", "Is it the URL of a STAC API?"
        )
    return [item for item in items if isinstance(item, dict)]


def _key(item):
    return item.get("collection"), item.get("id")


def _search(query, io):
    # Without the timeout here, pystac-client would take the one of `io` away again.
    client = pystac_client.Client.open(query.endpoint, stac_io=io, timeout=TIMEOUT_S)
    options = {}
    # Sent only where the server says that it understands, and applied again here: some say so and ignore it.
    if query.max_cloud_percent < 100 and client.conforms_to("QUERY"):
        options["query"] = {"eo:cloud_cover": {"lte": min(query.max_cloud_percent + CLOUD_SLACK_PERCENT, 100)}}
    if client.conforms_to("SORT"):
        options["sortby"] = [{"field": "properties.datetime", "direction": "asc"}]
    return client.search(
        collections=list(query.collections),
        datetime=(query.begin, query.end),
        intersects=mapping(query.geometry),
        limit=PAGE_SIZE,
        **options,
    )


def _refusal(query, error):
    """Return our error for pystac-client's, which wraps whatever happened below it."""
    cause = error.__context__
    if isinstance(cause, CatalogueError):
        return cause
    if isinstance(cause, requests.RequestException):
        return CatalogueUnavailableError(
            f"{query.endpoint} does not answer ({_brief(cause)}).",
            "Check the network and the proxy, or try again later.",
        )
    status = getattr(error, "status_code", None) or 0
    text = " ".join(str(error).split())[:300]
    if status == 429 or status >= 500:
        return CatalogueUnavailableError(
            f"{query.endpoint} refuses for now (HTTP {status}): {text}", "Try again later."
        )
    return CatalogueError(
        f"{query.endpoint} refuses the search (HTTP {status}): {text}", "Check ENDPOINT and COLLECTION."
    )


def _brief(error):
    """Return the innermost cause of a request's error: the outer ones repeat the URL."""
    cause = error
    while cause.__cause__ or cause.__context__:
        cause = cause.__cause__ or cause.__context__
    return f"{type(error).__name__}: {cause}"[:200]
