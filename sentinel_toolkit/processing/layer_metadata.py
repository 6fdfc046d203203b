"""What the STAC item beside a raster tells, as the layer's metadata: title, how it was made, whose data it holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.core import QgsRasterLayer

ITEM_FIELDS = {"title": "setTitle", "processing:lineage": "setAbstract"}


def describe_raster(layer: QgsRasterLayer, path: str) -> QgsRasterLayer:
    """Fill in a raster layer's metadata, as far as an item of ours lies beside the file; return the layer."""
    try:
        item = json.loads(Path(path).with_suffix(".json").read_text("utf-8"))
        properties = dict(item["properties"])
    except (OSError, ValueError, LookupError, TypeError):
        return layer
    metadata = layer.metadata()
    metadata.setIdentifier(str(item.get("id") or ""))
    metadata.setType("dataset")
    for name, setter in ITEM_FIELDS.items():
        getattr(metadata, setter)(str(properties.get(name) or ""))
    if properties.get("attribution"):
        metadata.setRights([str(properties["attribution"])])
    layer.setMetadata(metadata)
    return layer
