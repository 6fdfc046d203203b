"""STAC APIs through pystac-client: paged to the end, retried with patience, filtered by the server where it can."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pystac
import pystac_client
import requests
from pystac_client.exceptions import APIError
from pystac_client.stac_api_io import StacApiIO
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import CatalogueError, CatalogueUnavailableError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.services import http

PAGE_SIZE = 100  # Earth Search answers 500 to much more
MAX_EMPTY_PAGES = 5
MAX_ITEMS = 500_000
# The newest processing of a scene may state more cloud than an older one: it must arrive to supersede it.
CLOUD_SLACK_PERCENT = 10


@dataclass(frozen=True)
class StacQuery:
    """What to ask a STAC API: plain values, no network."""

    endpoint: str
    collections: tuple[str, ...]
    begin: datetime.datetime | None
    end: datetime.datetime | None
    geometry: BaseGeometry
    """In longitude and latitude, within ±180°."""
    max_cloud_percent: float = 100.0
    login: http.Login | None = None
    """Of the service itself, where it asks for one."""


class _CheckedIO(StacApiIO):
    """pystac-client's transport, which follows only links that we trust and remembers its last answer."""

    def __init__(self, endpoint: str, login: http.Login | None) -> None:
        super().__init__(max_retries=http.patient_retry())
        self.answer: dict[str, Any] | None = None
        self._endpoint = endpoint
        http.check_redirects(self.session)
        http.log_in(self.session, login, endpoint)

    def read_text(self, source: pystac.link.HREF, *args: Any, **kwargs: Any) -> str:
        """Read a URL; pystac-client would open a local path too."""
        http.checked(source.href if isinstance(source, pystac.Link) else str(source), self._endpoint)
        return super().read_text(source, *args, **kwargs)

    def read_json(self, source: pystac.link.HREF, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Read JSON and remember it."""
        self.answer = answer = super().read_json(source, *args, **kwargs)
        return answer


def pages(query: StacQuery, report: Report) -> Iterator[list[dict[str, Any]]]:
    """Yield each page's items (list of dicts) until the catalogue has no more.

    Raises
    ------
    CatalogueUnavailableError
        If it does not answer, or refuses for now (429, 5xx) after retries.
    CatalogueError
        If its answer cannot be used, or it serves the same page for ever.
    """
    io = _CheckedIO(query.endpoint, query.login)
    try:
        seen: set[tuple[str, str]] = set()
        empty = 0
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
    finally:
        io.session.close()


def _items(page: object, query: StacQuery) -> list[dict[str, Any]]:
    items = page.get("features") if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise CatalogueError(
            f"{query.endpoint} answered JSON that is no list of scenes.", "Is it the URL of a STAC API?"
        )
    return [item for item in items if isinstance(item, dict)]


def _key(item: dict[str, Any]) -> tuple[str, str]:
    return str(item.get("collection")), str(item.get("id"))


def _search(query: StacQuery, io: StacApiIO) -> pystac_client.ItemSearch:
    # Without the timeout here, pystac-client would take the one of `io` away again.
    client = pystac_client.Client.open(query.endpoint, stac_io=io, timeout=http.TIMEOUT_S)
    options: dict[str, Any] = {}
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


def _refusal(query: StacQuery, error: APIError) -> CatalogueError:
    """Return our error for pystac-client's, which wraps whatever happened below it."""
    cause = error.__context__
    if isinstance(cause, CatalogueError):
        return cause
    if isinstance(cause, requests.RequestException):
        return CatalogueUnavailableError(
            f"{query.endpoint} does not answer ({http.innermost(cause)}).",
            "Check the network and the proxy, or try again later.",
        )
    status = getattr(error, "status_code", None) or 0
    # Without a status it is no answer of the server's, and may quote what we sent.
    text = " ".join(str(error).split())[:300] if status else type(cause or error).__name__
    if status == 429 or status >= 500:
        return CatalogueUnavailableError(
            f"{query.endpoint} refuses for now (HTTP {status}): {text}", "Try again later."
        )
    return CatalogueError(
        f"{query.endpoint} refuses the search (HTTP {status}): {text}", "Check ENDPOINT and COLLECTION."
    )
