"""A Scene becomes the normalised STAC 1.1 item of the scenes layer: canonical keys, decided offsets, no tokens."""

from __future__ import annotations

import dataclasses
import json

import shapely
from shapely.geometry import mapping

from sentinel_toolkit.contract.catalogue import MAX_SCENE_BYTES
from sentinel_toolkit.contract.imagery import BANDS
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.scenes.scene import LST
from sentinel_toolkit.core.scenes.stac_reading import PROPERTIES, UnusableItemError


def item_from_scene(scene):
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
        "sentinel_toolkit:offset_reason": scene.offset_reason,
    }
    properties = {key: value for key, value in properties.items() if value not in (None, "")}
    if scene.product != LST:
        properties["sentinel_toolkit:offset_dn"] = scene.offset_dn
    assets = {}
    for key, asset in scene.assets.items():
        entry = {"href": asset.href, "roles": ["data"]}
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
        "id": scene.id,
        "collection": scene.collection,
        "geometry": mapping(shapely.set_precision(scene.footprint, 1e-7, "pointwise")),  # 1e-7° = 1 cm
        "bbox": [round(value, 6) for value in scene.footprint.bounds],
        "properties": properties,
        "links": [{"rel": "self", "href": scene.self_href}] if scene.self_href else [],
        "assets": assets,
    }


def encode_scene(scene):
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


def _with_one_href(scene):
    """Return the scene with one href for each asset: CDSE's s3 ones need keys, their https twins only a login."""
    assets = {
        key: dataclasses.replace(asset, href=asset.alternate, alternate="") if asset.alternate else asset
        for key, asset in scene.assets.items()
    }
    return scene.patch(assets=assets)


def _with_hull(scene):
    return scene.patch(footprint=scene.footprint.convex_hull, thumbnail="")
