"""The STAC 1.1 collection of rasters that stand in one folder, told from the items beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pystac
from pystac.utils import str_to_datetime

# Properties of the items whose values a collection lists; `sentinel_toolkit:tile` is empty where tiles are mosaicked.
SUMMARISED = ("constellation", "gsd", "proj:code", "sentinel_toolkit:tile")
# Names of extensions whose fields have another prefix.
PREFIXES = {"projection": "proj"}


def collection_of(
    identifier: str, title: str, description: str, keywords: list[str], items: dict[str, dict[str, Any]], picture: str
) -> dict[str, Any]:
    """Return the collection that a folder's items make together.

    Parameters
    ----------
    identifier, title, description, keywords
        In words.
    items
        Name of the JSON file → the item in it, as `write_item` writes it; at least one.
    picture
        Name of a PNG that shows them.

    Returns
    -------
    dict
        JSON-native. Extent, summaries and bands are those of all items.
    """
    properties = [item["properties"] for item in items.values()]
    collection = pystac.Collection(
        identifier,
        description,
        pystac.Extent(_spatial(items.values()), _temporal(properties)),
        title=title,
        license="other",
        keywords=keywords,
        summaries=pystac.Summaries(_summaries(properties)),
    )
    collection.item_assets["data"] = pystac.ItemAssetDefinition(_asset_of(items.values()))
    collection.clear_links()  # to itself, by an address that it has not
    link = pystac.Link(pystac.RelType.ROOT, "./collection.json", media_type=pystac.MediaType.JSON)
    collection.add_links([link, *(_link_to(name, item) for name, item in items.items())])
    thumbnail = pystac.Asset(f"./{picture}", "Contact sheet", None, pystac.MediaType.PNG, ["thumbnail"])
    collection.add_asset("thumbnail", thumbnail)
    collection.stac_extensions = _extensions(collection, items.values())
    return collection.to_dict(include_self_link=False, transform_hrefs=False)


def _spatial(items: Iterable[dict[str, Any]]) -> pystac.SpatialExtent:
    """Return the box around all items."""
    west, south, east, north = zip(*(item["bbox"] for item in items), strict=True)
    return pystac.SpatialExtent([[min(west), min(south), max(east), max(north)]])


def _temporal(properties: list[dict[str, Any]]) -> pystac.TemporalExtent:
    """Return the time from the first observation of all to the last."""
    start = min(str_to_datetime(values["start_datetime"]) for values in properties)
    end = max(str_to_datetime(values["end_datetime"]) for values in properties)
    return pystac.TemporalExtent([[start, end]])


def _summaries(properties: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return the values of each summarised property."""
    found = {name: {values[name] for values in properties if values.get(name)} for name in SUMMARISED}
    return {name: sorted(values) for name, values in found.items() if values}


def _asset_of(items: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return what the raster of every item is, but for what is of one file only."""
    first, *others = (item["assets"]["data"] for item in items)
    shared = {key: value for key, value in first.items() if all(other.get(key) == value for other in others)}
    return {key: value for key, value in shared.items() if key not in ("href", "file:size")}


def _link_to(name: str, item: dict[str, Any]) -> pystac.Link:
    title = item["properties"]["title"]
    return pystac.Link(pystac.RelType.ITEM, f"./{name}", media_type=pystac.MediaType.GEOJSON, title=title)


def _extensions(collection: pystac.Collection, items: Iterable[dict[str, Any]]) -> list[str]:
    """Return the extensions whose fields the collection itself uses."""
    asset = collection.item_assets["data"].properties
    bands = asset.get("bands", [])
    fields = {*collection.summaries.to_dict(), *asset, *(field for band in bands for field in band)}
    used = {field.partition(":")[0] for field in fields}
    names = {uri: uri.split("/")[3] for item in items for uri in item["stac_extensions"]}
    return sorted(uri for uri, name in names.items() if PREFIXES.get(name, name) in used)
