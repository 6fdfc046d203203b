"""THE TABLE of sources: how each answers a search with Scenes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.catalogue import S2_L1C, S2_L2A, S3_LST, SearchScenesRequest
from sentinel_toolkit.contract.errors import CatalogueUnavailableError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import answers, folder, odata, stac_api
from sentinel_toolkit.core.catalogues.odata_products import scene_from_product
from sentinel_toolkit.core.geo.area import simplify_for_query
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, scene_from_item
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.services import endpoints, http

WORLD = shapely.box(-180, -90, 180, 90)
FIRST = datetime.datetime(1, 1, 1, tzinfo=datetime.timezone.utc)
LAST = datetime.datetime(9999, 12, 31, 23, 59, 59, tzinfo=datetime.timezone.utc)


@dataclass(frozen=True)
class SearchWindow:
    """Where and when to search: a geometry in longitude and latitude, and UTC times."""

    geometry: BaseGeometry = WORLD
    begin: datetime.datetime = FIRST
    end: datetime.datetime = LAST


Enough = Callable[[Sequence[Scene]], bool]  # of scenes by date: whether later ones are not needed
Ask = Callable[[SearchScenesRequest, SearchWindow, Report, Enough], list[Scene]]


@dataclass(frozen=True)
class SearchSource:
    """One row: the address, the names of each product there (the preferred one first), and who asks."""

    ask: Ask
    url: str = ""
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


def search(
    request: SearchScenesRequest, window: SearchWindow, report: Report, is_enough: Enough = lambda _scenes: False
) -> list[Scene]:
    """Return the scenes of the request's source that lie in the window.

    An answer that was kept and is fresh is given again; an older one where the service cannot be reached.

    Parameters
    ----------
    is_enough
        Asked now and then of a source that answers by date, with the scenes so far: it is asked no further then.

    Raises
    ------
    ToolkitError
        CatalogueUnavailableError if the source does not answer, CatalogueError if its answer cannot be used.
    """
    source = SOURCES[request.source]
    if request.source == "folder":
        return _storable(source.ask(request, window, report, is_enough), report)
    with_login = bool(request.endpoint and report.secrets.get("login"))
    kept = answers.Answers(None if with_login else request.cache_folder)  # what one user may see is not for all
    question = _question(request, window, source)
    known = None if request.refresh else kept.find(question)
    now = datetime.datetime.now(datetime.timezone.utc)
    if known and answers.is_fresh(known[1], window.end, now):
        report.note(
            f"The catalogue was asked {answers.describe_age(known[1])}: its answer is used again (see REFRESH)."
        )
        return known[0]
    try:
        scenes = _storable(source.ask(request, window, report, is_enough), report)
    except CatalogueUnavailableError as error:
        known = known or kept.find(question)
        if not known:
            raise
        report.warning(f"{error.message} Its answer of {answers.describe_age(known[1])} is used instead.")
        return known[0]
    kept.keep(question, scenes)
    return scenes


def _storable(scenes: Iterable[Scene], report: Report) -> list[Scene]:
    """Return the scenes that a layer can hold; the others are named."""
    kept = []
    for scene in scenes:
        try:
            encode_scene(scene)
        except (UnusableItemError, ValueError) as error:
            report.warning(f"Skipped: {error}")
            continue
        kept.append(scene)
    return kept


def _question(request: SearchScenesRequest, window: SearchWindow, source: SearchSource) -> dict[str, Any]:
    """Return everything that decides what a catalogue answers."""
    return {
        "source": request.source,
        "url": request.endpoint or source.url,
        "names": [request.collection] if request.collection else source.names.get(request.product),
        "product": request.product,
        "begin": str(window.begin),
        "end": str(window.end),
        "geometry": shapely.to_wkt(window.geometry, rounding_precision=9),
        "max_cloud_percent": request.max_cloud_percent,
        "tiles": sorted(request.tiles),
        "limit": request.limit,
    }


def _search_folder(
    request: SearchScenesRequest, window: SearchWindow, report: Report, _is_enough: Enough
) -> list[Scene]:
    """Return the scenes of the request's folder; dates and area are applied by the caller."""
    found = folder.search(request.folder, report)
    scenes = [scene for scene in found if scene.product == request.product]
    if len(scenes) < len(found):
        others = sorted({scene.product or "unknown" for scene in found if scene.product != request.product})
        report.note(
            f"{len(found) - len(scenes)} in the folder are of other products (see PRODUCT): {', '.join(others)}."
        )
    return [scene for scene in scenes if window.begin <= scene.datetime <= window.end]


def _search_stac(request: SearchScenesRequest, window: SearchWindow, report: Report, is_enough: Enough) -> list[Scene]:
    """Return the scenes of a STAC API."""
    row = SOURCES[request.source]
    query = stac_api.StacQuery(
        endpoint=(request.endpoint or row.url).rstrip("/"),
        collections=(request.collection,) if request.collection else row.names[request.product],
        begin=window.begin,
        end=window.end,
        geometry=simplify_for_query(window.geometry),
        max_cloud_percent=request.max_cloud_percent,
        # The built-in catalogues are searched without a login: they must not see one for another service.
        login=http.Login.from_secrets(report.secrets) if request.endpoint else None,
        most_items=max(stac_api.MOST_OF_LIMIT * request.limit, stac_api.LEAST_ITEMS),
        is_ours=not (request.endpoint or request.collection),
    )

    def read(item: dict[str, Any]) -> tuple[Scene, list[str]]:
        return scene_from_item(item, request.source, _self_href(item, query.endpoint))

    scenes: list[Scene] = []
    pages = stac_api.pages(query, report, lambda: is_enough(scenes))
    _collect(scenes, pages, read, request, window, report)
    return scenes


def _search_odata(request: SearchScenesRequest, window: SearchWindow, report: Report, is_enough: Enough) -> list[Scene]:
    """Return the scenes of CDSE's OData catalogue; an address of the user's own serves the products, too."""
    row = SOURCES[request.source]
    endpoint = (request.endpoint or row.url).rstrip("/")
    download = endpoint if request.endpoint else endpoints.CDSE_DOWNLOAD
    query = odata.ODataQuery(
        endpoint=endpoint,
        collection=row.names[request.product][0],
        product_type=row.names[request.product][1],
        begin=window.begin,
        end=window.end,
        geometry=simplify_for_query(window.geometry),
        max_cloud_percent=request.max_cloud_percent,
    )

    def read(product: dict[str, Any]) -> tuple[Scene, list[str]]:
        return scene_from_product(product, request.source, endpoint, download), []

    scenes: list[Scene] = []
    pages = odata.products(query, report, lambda: is_enough(scenes))
    _collect(scenes, pages, read, request, window, report)
    return scenes


def _collect(
    scenes: list[Scene],
    pages: Iterable[list[dict[str, Any]]],
    read: Callable[[dict[str, Any]], tuple[Scene, list[str]]],
    request: SearchScenesRequest,
    window: SearchWindow,
    report: Report,
) -> None:
    """Add the wanted scenes of all pages; an item that is no scene is named and left out."""
    for entries in pages:
        for entry in entries:
            try:
                scene, dropped = read(entry)
            except UnusableItemError as error:
                report.warning(f"Skipped: {error}")
                continue
            if dropped:
                report.warning(f"{scene.id}: assets that are not trusted were left out: {'; '.join(dropped[:3])}")
            if window.begin <= scene.datetime <= window.end and _is_wanted(scene, request):
                scenes.append(scene.patch(product=request.product))
        report.checkpoint()


def _is_wanted(scene: Scene, request: SearchScenesRequest) -> bool:
    """Tell whether a scene is of the product; in a collection that the user names, whatever is no other product is."""
    is_unknown = not scene.product.startswith("sentinel-")
    return scene.product == request.product or (bool(request.collection) and is_unknown)


def _self_href(item: dict[str, Any], endpoint: str) -> str:
    links = item.get("links")
    known = links if isinstance(links, list) else []
    own = (link.get("href") for link in known if isinstance(link, dict) and link.get("rel") == "self")
    return next((href for href in own if isinstance(href, str)), endpoint)


SOURCES = {
    "folder": SearchSource(_search_folder),
    "stac": SearchSource(_search_stac),
    # Its first collection holds ESA's own DN from baseline 05.00 on; the second fills its gaps.
    "earth_search": SearchSource(
        _search_stac, endpoints.EARTH_SEARCH, {S2_L2A: ("sentinel-2-c1-l2a", "sentinel-2-l2a")}
    ),
    "cdse": SearchSource(
        _search_stac,
        endpoints.CDSE_STAC,
        {
            S2_L2A: ("sentinel-2-l2a",),
            S2_L1C: ("sentinel-2-l1c",),
            S3_LST: ("sentinel-3-sl-2-lst-ntc", "sentinel-3-sl-2-lst-nrt"),
        },
    ),
    # Collection and product type; that of LST has exactly three underscores.
    "cdse_odata": SearchSource(
        _search_odata,
        endpoints.CDSE_ODATA,
        {
            S2_L2A: ("SENTINEL-2", "S2MSI2A"),
            S2_L1C: ("SENTINEL-2", "S2MSI1C"),
            S3_LST: ("SENTINEL-3", "SL_2_LST___"),
        },
    ),
    "planetary_computer": SearchSource(
        _search_stac,
        endpoints.PLANETARY_COMPUTER,
        {S2_L2A: ("sentinel-2-l2a",), S3_LST: ("sentinel-3-slstr-lst-l2-netcdf",)},
    ),
}
