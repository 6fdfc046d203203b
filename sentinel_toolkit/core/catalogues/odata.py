"""The OData catalogue of the Copernicus Data Space Ecosystem (CDSE): read to the end, month by month."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import requests
import shapely
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.services import http

PAGE_SIZE = 500  # products; up to 1000 are allowed, and a page of 1000 with its attributes has 11 MB
MAX_SKIP = 10_000  # of the service: beyond it, pages end without a word
MAX_PARTS = 4  # polygons of an area that are asked for one by one
# The newest processing of a scene may state more cloud than an older one: it must arrive to supersede it.
CLOUD_SLACK_PERCENT = 10


@dataclass(frozen=True)
class ODataQuery:
    """What to ask for: plain values, no network."""

    endpoint: str
    collection: str
    """SENTINEL-2 or SENTINEL-3."""
    product_type: str
    """S2MSI2A, SL_2_LST___ …"""
    begin: datetime.datetime
    """UTC."""
    end: datetime.datetime
    """UTC, inclusive."""
    geometry: BaseGeometry
    """In longitude and latitude, within ±180°."""
    max_cloud_percent: float = 100.0


def months(begin: datetime.datetime, end: datetime.datetime) -> list[tuple[datetime.datetime, datetime.datetime]]:
    """Return the windows (start, stop) of the calendar months between two UTC times, ``stop`` exclusive."""
    windows, start = [], begin
    stop_at = end + datetime.timedelta(milliseconds=1)
    while start < stop_at:
        first = start.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        following = (first + datetime.timedelta(days=32)).replace(day=1)
        windows.append((start, min(following, stop_at)))
        start = following
    return windows


def products(
    query: ODataQuery, report: Report, is_enough: Callable[[], bool] = lambda: False
) -> Iterator[list[dict[str, Any]]]:
    """Yield lists of products (dicts), each product once, until the catalogue has no more.

    Parameters
    ----------
    is_enough
        Asked after each page where they come by date: whether later products are not needed.

    Raises
    ------
    CatalogueUnavailableError
        If it does not answer, or refuses for now after retries.
    CatalogueError
        If its answer cannot be used, or it pages without end.
    """
    seen: set[str] = set()
    tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    until = min(query.end, tomorrow)  # nothing is taken later, and each month is a question
    parts = _parts(query.geometry)  # of one of them products come by date
    windows = [(part, *window) for window in months(query.begin, until) for part in parts]
    with http.patient_session() as session:
        for number, (part, start, stop) in enumerate(windows):
            report.progress(number / len(windows), "Asking the catalogue")
            for page in _pages_of_window(session, query, part, start, stop, report):
                fresh = {str(product.get("Id")): product for product in page if str(product.get("Id")) not in seen}
                seen.update(fresh)
                yield list(fresh.values())
                if len(parts) == 1 and is_enough():
                    return


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the polygons to ask for: holes and multipolygons are not known to be understood."""
    parts = shapely.get_parts(geometry)
    if len(parts) > MAX_PARTS:
        # One hull for each side of the antimeridian: a single one would span the globe.
        crosses = geometry.bounds[0] == -180 and geometry.bounds[2] == 180
        halves = [geometry.intersection(shapely.box(*half)) for half in ((-180, -90, 0, 90), (0, -90, 180, 90))]
        whole = halves if crosses else [geometry]
        return [side.convex_hull for side in whole if not side.is_empty]
    return [shapely.Polygon(part.exterior) for part in parts]


def _pages_of_window(
    session: requests.Session,
    query: ODataQuery,
    part: BaseGeometry,
    start: datetime.datetime,
    stop: datetime.datetime,
    report: Report,
) -> Iterator[list[dict[str, Any]]]:
    """Yield the pages of one window.

    The link to the next page is missing both at the end and where the next skip would exceed the limit: a full last
    page, or as many products as the limit, means to go on from the last start time seen.
    """
    while True:
        ids: set[str] = set()
        times: list[datetime.datetime | None] = []
        page: list[dict[str, Any]] = []
        url = _url(query, part, start, stop)
        while url:
            report.checkpoint()
            answer = http.get_json(session, url)
            page = _products_of(answer, query)
            fresh = {str(product.get("Id")) for product in page} - ids
            if page and not fresh:
                raise _endless(query, len(ids))
            ids |= fresh
            times += [_start_of(product) for product in page]
            yield page
            url = _following(query, answer)
        if len(page) < PAGE_SIZE and len(ids) < MAX_SKIP:
            return
        latest = max(filter(None, times), default=start)
        if latest <= start and len(ids) < MAX_SKIP:
            return  # all of one moment, and no link: there is no more
        if latest <= start:
            raise _endless(query, len(ids))
        start = latest


def _endless(query: ODataQuery, count: int) -> CatalogueError:
    return CatalogueError(
        f"{query.endpoint} pages without end: after {count} products it repeats itself.",
        "Report this to its operator, or use another SOURCE.",
    )


def _products_of(answer: object, query: ODataQuery) -> list[dict[str, Any]]:
    values = answer.get("value") if isinstance(answer, dict) else None
    if not isinstance(values, list):
        raise CatalogueError(
            f"{query.endpoint} answered JSON that is no list of products.", "Is ENDPOINT an OData service?"
        )
    return [product for product in values if isinstance(product, dict)]


def _start_of(product: dict[str, Any]) -> datetime.datetime | None:
    """Return when a product starts, or None where it does not say."""
    try:
        return datetime.datetime.fromisoformat(product["ContentDate"]["Start"].replace("Z", "+00:00"))
    except (LookupError, TypeError, AttributeError, ValueError):
        return None


def _following(query: ODataQuery, answer: dict[str, Any]) -> str:
    """Return the address of the next page: our own, with what the link asks for, so that it leads nowhere else."""
    link = answer.get("@odata.nextLink")
    return f"{query.endpoint}/Products?{urlsplit(link).query}" if isinstance(link, str) and link else ""


def _url(query: ODataQuery, part: BaseGeometry, start: datetime.datetime, stop: datetime.datetime) -> str:
    options = [
        ("$filter", _filter(query, part, start, stop)),
        ("$orderby", "ContentDate/Start asc"),  # without it, pages overlap and miss products
        ("$top", str(PAGE_SIZE)),
        ("$expand", "Attributes"),
        ("$expand", "Assets"),
    ]
    return f"{query.endpoint}/Products?{urlencode(options, safe='$', quote_via=quote)}"


def _filter(query: ODataQuery, part: BaseGeometry, start: datetime.datetime, stop: datetime.datetime) -> str:
    """Return the filter; the collection first, which the service finds fastest."""
    ring = ",".join(f"{x:.5f} {y:.5f}" for x, y in shapely.get_coordinates(shapely.get_exterior_ring(part)))
    terms = [
        f"Collection/Name eq '{query.collection}'",
        _attribute("String", "productType", "eq", f"'{query.product_type}'"),
        f"ContentDate/Start ge {_text(start)}",
        f"ContentDate/Start lt {_text(stop)}",
        f"OData.CSC.Intersects(area=geography'SRID=4326;POLYGON(({ring}))')",
    ]
    # Sentinel-3 frames of night or sea may state no cloud, and such a filter would drop them.
    if query.max_cloud_percent < 100 and query.collection == "SENTINEL-2":
        limit = min(query.max_cloud_percent + CLOUD_SLACK_PERCENT, 100)
        terms.append(_attribute("Double", "cloudCover", "le", f"{limit:.2f}"))
    return " and ".join(terms)


def _attribute(kind: str, name: str, operator: str, literal: str) -> str:
    value = f"att/OData.CSC.{kind}Attribute/Value {operator} {literal}"
    return f"Attributes/OData.CSC.{kind}Attribute/any(att:att/Name eq '{name}' and {value})"


def _text(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
