"""THE TABLE of sources: how each answers a search with Scenes."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.io import folder, stac_api
from sentinel_toolkit.core.io.stac_items import UnusableItemError, scene_from_item
from sentinel_toolkit.core.science.area import simplify_for_query


@dataclass(frozen=True)
class Endpoint:
    """A STAC API and its collections of each product, the preferred one first."""

    url: str
    collections: dict


ENDPOINTS = {
    # Its first collection holds ESA's own DN from baseline 05.00 on; the second fills its gaps.
    "earth_search": Endpoint(
        "https://earth-search.aws.element84.com/v1",
        {"sentinel-2-l2a": ("sentinel-2-c1-l2a", "sentinel-2-l2a")},
    ),
}


@dataclass(frozen=True)
class SearchWindow:
    """Where and when to search: a geometry in longitude and latitude, and UTC times."""

    geometry: BaseGeometry
    begin: object
    end: object


def search_folder(request, window, report):
    """Return the scenes of the request's folder; dates and area are applied by the caller."""
    scenes = [scene for scene in folder.search(request.folder, report) if scene.product == request.product]
    if window.begin is None:
        return scenes
    return [scene for scene in scenes if window.begin <= scene.datetime <= window.end]


def search_stac(request, window, report):
    """Return the scenes of a STAC API that lie in the window, at most ``limit`` and one more."""
    row = ENDPOINTS.get(request.source)
    query = stac_api.Query(
        endpoint=request.endpoint or row.url,
        collections=(request.collection,) if request.collection else row.collections[request.product],
        begin=window.begin,
        end=window.end,
        geometry=simplify_for_query(window.geometry),
        max_cloud_percent=request.max_cloud_percent,
    )
    scenes = []
    for items in stac_api.pages(query, report):
        for item in items:
            try:
                scene, dropped = scene_from_item(item, request.source, _self_href(item, query.endpoint))
            except UnusableItemError as error:
                report.warning(f"Skipped: {error}")
                continue
            if dropped:
                report.warning(f"{scene.id}: assets that are not trusted were left out: {'; '.join(dropped[:3])}")
            if window.begin <= scene.datetime <= window.end and _is_wanted(scene, request):
                scenes.append(scene.patch(product=request.product))
        report.progress(-1, f"{len(scenes)} scenes found")
    return scenes


def _is_wanted(scene, request):
    """Tell whether a scene is of the product; in a collection that the user names, whatever is no other product is."""
    is_unknown = not scene.product.startswith("sentinel-")
    return scene.product == request.product or (bool(request.collection) and is_unknown)


def _self_href(item, endpoint):
    links = item.get("links") if isinstance(item.get("links"), list) else []
    own = (link.get("href") for link in links if isinstance(link, dict) and link.get("rel") == "self")
    return next((href for href in own if isinstance(href, str)), endpoint)


SEARCHES = {"folder": search_folder, "earth_search": search_stac, "stac": search_stac}
