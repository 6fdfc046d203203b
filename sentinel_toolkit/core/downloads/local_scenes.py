"""Scenes that were fetched: their files on this computer in the place of the catalogue's."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.downloads.files import PRODUCT
from sentinel_toolkit.core.geo.area import Area, part_inside
from sentinel_toolkit.core.scenes.asset_keys import METADATA
from sentinel_toolkit.core.scenes.names import safe_name
from sentinel_toolkit.core.scenes.safe import PRODUCT_METADATA, UnreadableProductError, read_product
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_writing import item_from_scene


def local_scene(scene: Scene, paths: Mapping[str, Path], area: BaseGeometry | None = None) -> Scene:
    """Return the scene with its local files.

    Parameters
    ----------
    scene
        As the catalogue has it.
    paths
        Asset key → Path of the complete file.
    area
        In longitude and latitude, that the files were cut to.
    """
    assets = {
        key: dataclasses.replace(scene.assets[key], href=str(path), alternate="", size_bytes=None, checksum="")
        for key, path in paths.items()
        if key not in METADATA
    }
    size_mb = sum(path.stat().st_size for path in paths.values()) / 1e6
    scene = scene.patch(assets=assets, size_mb=size_mb, online=True)
    if area is not None:
        common = part_inside(scene.footprint, area)
        scene = scene.patch(footprint=common if common.area else scene.footprint)
    product = _product(paths)
    if product is None:
        return scene
    # What the product says of itself is better than what a catalogue does.
    return scene.patch(
        assets={key: asset for key, asset in product.assets.items() if key in assets or PRODUCT in paths},
        offset_dn=product.offset_dn,
        offset_reason=product.offset_reason,
    )


def _product(paths: Mapping[str, Path]) -> Scene | None:
    """Return the Scene that the files themselves make, where they are a Sentinel-2 L2A product; else None."""
    metadata = paths.get("product_metadata")
    if PRODUCT in paths:
        place = paths[PRODUCT]
    elif metadata is not None and metadata.name == PRODUCT_METADATA:
        place = metadata.parent
    else:
        return None
    try:
        return read_product(place)
    except UnreadableProductError:
        return None  # a product of another kind, which stays a zip


def write_item(scene: Scene, paths: Mapping[str, Path], report: Report) -> None:
    """Write the scene's item beside its files, so that the folder is a catalogue of its own.

    A SAFE folder needs none, and where only a zip was fetched there is no folder.
    """
    folder = Path(os.path.commonpath([path.parent for path in paths.values()]))
    if PRODUCT in paths or any(path.name == PRODUCT_METADATA for path in paths.values()):
        return
    item = item_from_scene(scene)
    for link in item["links"]:
        if link["rel"] == "self":
            link["rel"] = "canonical"  # this file is a copy, and its hrefs start where it lies
    for asset in item["assets"].values():
        with suppress(ValueError):  # the thumbnail stays where it is
            asset["href"] = Path(asset["href"]).relative_to(folder).as_posix()
    target = folder / f"{safe_name(scene.id)}.json"
    with staged(target) as part:
        (part / target.name).write_text(json.dumps(item, indent=1), "utf-8")
        publish(part, target, report)


def cut_bounds(area: Area) -> BaseGeometry:
    """Return the box of an area in longitude and latitude: what cut files hold at least."""
    return shapely.box(*area.geometry.bounds)
