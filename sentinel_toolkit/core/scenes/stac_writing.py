"""A Scene becomes the normalised STAC 1.1 item of the scenes layer: canonical keys, decided offsets, no tokens.

The item is a plain dictionary: a search writes thousands, each takes 0.2 to 0.4 ms, and pystac would add as much again
(with its extension classes 0.4 to 0.9 ms). Tests hold it to the schemas instead.
"""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import shapely
from shapely.geometry import mapping

from sentinel_toolkit.contract.catalogue import MAX_SCENE_BYTES
from sentinel_toolkit.contract.imagery import BANDS
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.scenes.scene import LST, Scene
from sentinel_toolkit.core.scenes.stac_reading import PROPERTIES, UnusableItemError

# What a field's name starts with (`alternate` has no colon) -> the extension that defines it.
EXTENSIONS = {
    "alternate": "https://stac-extensions.github.io/alternate-assets/v1.2.0/schema.json",
    "eo": "https://stac-extensions.github.io/eo/v1.1.0/schema.json",
    "file": "https://stac-extensions.github.io/file/v2.1.0/schema.json",
    "grid": "https://stac-extensions.github.io/grid/v1.1.0/schema.json",
    "raster": "https://stac-extensions.github.io/raster/v2.0.0/schema.json",
    "s2": "https://stac-extensions.github.io/sentinel-2/v1.0.0/schema.json",
    "sat": "https://stac-extensions.github.io/sat/v1.0.0/schema.json",
    "view": "https://stac-extensions.github.io/view/v1.0.0/schema.json",
}


def item_from_scene(scene: Scene) -> dict[str, Any]:
    """Return the normalised STAC 1.1 item of a scene: canonical keys, decided scale and offset, no tokens."""
    decided = None if scene.offset_dn is None else scene.offset_dn / QUANTIFICATION
    properties = {
        "datetime": scene.datetime.isoformat().replace("+00:00", "Z"),
        "platform": scene.platform,
        "grid:code": f"MGRS-{scene.tile}" if scene.tile else None,
        **{keys[0]: getattr(scene, field) for field, keys in PROPERTIES.items() if field not in ("baseline", "name")},
        ("sentinel_toolkit:name" if scene.product == LST else "s2:product_uri"): scene.name,
        "s2:processing_baseline": scene.baseline if scene.product != LST else None,
        "sentinel_toolkit:product": scene.product,
        "sentinel_toolkit:source": scene.source,
        "sentinel_toolkit:datatake": scene.datatake,
        "sentinel_toolkit:datastrip": scene.datastrip,
        "sentinel_toolkit:offset_reason": scene.offset_reason,
    }
    properties = {key: value for key, value in properties.items() if value not in (None, "")}
    if scene.product != LST:
        properties["sentinel_toolkit:offset_dn"] = scene.offset_dn
    collection = _collection_link(scene)
    if scene.collection and not collection:
        properties["sentinel_toolkit:collection"] = scene.collection
    links = [{"rel": "self", "href": scene.self_href}] if scene.self_href else []
    assets = {}
    for key, asset in scene.assets.items():
        entry: dict[str, Any] = {"href": asset.href, "roles": ["data"]}
        if asset.alternate:
            entry["alternate"] = {"https": {"href": asset.alternate}}
        if asset.size_bytes:
            entry["file:size"] = asset.size_bytes
        if asset.checksum:
            entry["file:checksum"] = asset.checksum
        if key in BANDS:
            entry["raster:scale"] = asset.scale or 1 / QUANTIFICATION
            offset = asset.offset if decided is None else decided  # undecided: what the catalogue declares
            if offset is not None:
                entry["raster:offset"] = offset
        assets[key] = entry
    if scene.thumbnail:
        assets["thumbnail"] = {"href": scene.thumbnail, "roles": ["thumbnail"]}
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": _extensions(properties, assets),
        "id": scene.id,
        **({"collection": scene.collection} if collection else {}),
        "geometry": mapping(shapely.set_precision(scene.footprint, 1e-7, "pointwise")),  # 1e-7° = 1 cm
        "bbox": [round(value, 6) for value in scene.footprint.bounds],
        "properties": properties,
        "links": [*links, *collection],
        "assets": assets,
    }


def _collection_link(scene: Scene) -> list[dict[str, str]]:
    """Return the link to the collection, which STAC wants where an item names one; none where nobody serves it."""
    api, found, _ = scene.self_href.partition(f"/collections/{scene.collection}/items/")
    return [{"rel": "collection", "href": f"{api}/collections/{scene.collection}"}] if found else []


def _extensions(properties: dict[str, Any], assets: dict[str, dict[str, Any]]) -> list[str]:
    """Return the extensions whose fields the item uses."""
    fields = {*properties, *(field for asset in assets.values() for field in asset)}
    prefixes = {field.partition(":")[0] for field in fields}
    return [uri for prefix, uri in EXTENSIONS.items() if prefix in prefixes]


def encode_scene(scene: Scene) -> str:
    """Return the text of the ``scene`` column.

    Raises
    ------
    UnusableItemError
        If it is larger than a layer of thousands can bear.
    """
    for shorten in (lambda scene: scene, _with_one_href, _with_hull):
        scene = shorten(scene)
        text = json.dumps(item_from_scene(scene), allow_nan=False, separators=(",", ":"))
        if len(text) <= MAX_SCENE_BYTES:
            return text
    raise UnusableItemError(f"Item {scene.id:.80} is larger than {MAX_SCENE_BYTES} bytes.")


def _with_one_href(scene: Scene) -> Scene:
    """Return the scene with one href for each asset: CDSE's s3 ones need keys, their https twins only a login."""
    assets = {
        key: dataclasses.replace(asset, href=asset.alternate, alternate="") if asset.alternate else asset
        for key, asset in scene.assets.items()
    }
    return scene.patch(assets=assets)


def _with_hull(scene: Scene) -> Scene:
    return scene.patch(footprint=scene.footprint.convex_hull, thumbnail="")
