"""STAC APIs through pystac-client: paged to the end, retried with patience, filtered by the server where it can."""

from __future__ import annotations

import datetime
import itertools
import json
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pystac
import pystac_client
from pystac_client.exceptions import APIError
from pystac_client.warnings import PystacClientWarning
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import static_catalogue
from sentinel_toolkit.core.catalogues.transport import NO_SUCH_METHOD, NOT_FOUND, CheckedIO, refusal
from sentinel_toolkit.core.services import http

PAGE_SIZE = 100  # Earth Search answers 500 to much more
MAX_EMPTY_PAGES = 5
MAX_ITEMS = 500_000
MOST_OF_LIMIT, LEAST_ITEMS = 20, 5000  # times LIMIT are read where scenes come in no order; at least so many
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
    most_items: int = MAX_ITEMS
    is_ours: bool = True
    """One of the catalogues that the toolkit knows: its collections are there, and each scene states its cloud."""


def pages(
    query: StacQuery, report: Report, is_enough: Callable[[], bool] = lambda: False
) -> Iterator[list[dict[str, Any]]]:
    """Yield each page's items (list of dicts) until the catalogue has no more.

    Parameters
    ----------
    is_enough
        Asked after each page where the server sorts by date: whether later items are not needed.

    Raises
    ------
    CatalogueUnavailableError
        If it does not answer, or refuses for now (429, 5xx) after retries.
    AuthenticationError
        If it asks for a login, or does not accept the one that it got.
    CatalogueError
        If its answer cannot be used, it has no such collection, or it serves the same page for ever.
    """
    io = CheckedIO(query.endpoint, query.login)
    try:
        seen: set[tuple[str, str]] = set()
        empty = 0
        for page in _all_pages(query, io, report, is_enough):
            report.checkpoint()
            items = _items(page, query)
            fresh = [item for item in items if _key(item) not in seen]
            empty = 0 if fresh else empty + 1
            if len(seen) > query.most_items:
                report.warning(
                    f"{query.endpoint} gives its scenes in no order of time, and more than {query.most_items} of them: "
                    "later pages were not read. Narrow the dates or the area."
                )
                return
            if (items and not fresh) or empty > MAX_EMPTY_PAGES:
                raise CatalogueError(
                    f"{query.endpoint} pages without end: after {len(seen)} scenes it repeats itself.",
                    "Report this to its operator, or use another SOURCE.",
                )
            seen.update(map(_key, fresh))
            report.progress(-1, f"Searching: {len(seen)} scenes so far")
            yield fresh
        if not seen:
            _items(io.answer, query)  # pystac-client takes any JSON without features for an empty page
            _refuse_unknown(query, io)
    except APIError as error:
        if _status(error) in (400, NOT_FOUND):
            _refuse_unknown(query, io)
        raise refusal(query.endpoint, error, io.has_login) from error
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


def _all_pages(
    query: StacQuery, io: CheckedIO, report: Report, is_enough: Callable[[], bool]
) -> Iterator[dict[str, Any]]:
    """Yield the pages of a search, asked in the way that the server understands."""
    if not query.is_ours and static_catalogue.is_static(io.read_json(query.endpoint)):
        for found in static_catalogue.items(io, query.endpoint, query.collections, report):
            yield {"features": found}
        io.answer = {"features": []}  # that of a search which found nothing more
        return
    client = pystac_client.Client.open(query.endpoint, stac_io=io)
    pages_of_search, is_sorted = _answered(query, client)
    for page in pages_of_search:
        yield page
        if is_sorted and is_enough():
            return


def _answered(query: StacQuery, client: pystac_client.Client) -> tuple[Iterator[dict[str, Any]], bool]:
    """Return (pages, whether they are sorted) of the first way to ask that is not refused."""
    wishes = {**_cloud_filter(query, client), **_order(client)}
    for method, options in (("POST", wishes), ("POST", {}), ("GET", {})):
        with warnings.catch_warnings():  # of a GET that the catalogue does not offer, though it refuses the POST
            warnings.simplefilter("ignore", PystacClientWarning)
            search = client.search(
                method=method,
                collections=list(query.collections),
                datetime=(query.begin, query.end),
                intersects=mapping(query.geometry),
                limit=PAGE_SIZE,
                **options,
            )
        pages = search.pages_as_dicts()
        try:
            return itertools.chain([next(pages)], pages), "sortby" in options
        except StopIteration:
            return iter(()), False
        except APIError as error:
            is_passable = method == "POST" and (_status(error) == NO_SUCH_METHOD or (_status(error) == 400 and options))
            if not is_passable:
                raise
    raise AssertionError("the last way is answered or raises")


def _status(error: APIError) -> int:
    return getattr(error, "status_code", None) or 0


def _cloud_filter(query: StacQuery, client: pystac_client.Client) -> dict[str, Any]:
    """Return the filter by clouds that the server understands; it is applied here again, for some ignore it.

    Scenes that state no cloud stay. QUERY cannot say so: it is for catalogues whose scenes all state it.
    """
    most = min(query.max_cloud_percent + CLOUD_SLACK_PERCENT, 100)
    if query.max_cloud_percent >= 100:
        return {}
    if client.conforms_to("FILTER"):
        cloud = {"property": "eo:cloud_cover"}
        either = [{"op": "<=", "args": [cloud, most]}, {"op": "isNull", "args": [cloud]}]
        return {"filter": {"op": "or", "args": either}, "filter_lang": "cql2-json"}
    if query.is_ours and client.conforms_to("QUERY"):
        return {"query": {"eo:cloud_cover": {"lte": most}}}
    return {}


def _order(client: pystac_client.Client) -> dict[str, Any]:
    return {"sortby": [{"field": "properties.datetime", "direction": "asc"}]} if client.conforms_to("SORT") else {}


def _refuse_unknown(query: StacQuery, io: CheckedIO) -> None:
    """Refuse collections that the catalogue does not have, where it tells which it has."""
    if query.is_ours or not query.collections:
        return
    try:
        listed = io.read_json(f"{query.endpoint}/collections")["collections"]
        known = {str(each["id"]) for each in listed}
    except (APIError, ValueError, LookupError, TypeError):
        return
    if known and not known & set(query.collections):
        raise static_catalogue.unknown_collection(query.endpoint, query.collections, known)
