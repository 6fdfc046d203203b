"""Scenes on their way between the processes: one JSON line each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shapely

from sentinel_toolkit.contract.catalogue import SCENE_COLUMNS
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.geo.area import on_the_map
from sentinel_toolkit.core.pixels.reflectance import describe_offset
from sentinel_toolkit.core.scenes.rows import read_lines, write_rows
from sentinel_toolkit.core.scenes.scene import LST, Scene
from sentinel_toolkit.core.scenes.selection import Found
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, scene_from_item
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.services import hrefs

# What reading a text raises that is no scene.
NOT_SCENES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, UnusableItemError)
_WAS_CUT = "It was cut off: a shapefile holds 254 characters. Save scenes as gpkg, geojson or fgb."


def read_scenes(path: str | Path) -> list[Scene]:
    """Return the scenes that a layer's ``scene`` column held, or the table of a search, in a fixed order.

    Raises
    ------
    InvalidRequestError
        If a line is no scene of ours.
    """
    scenes = {}
    for line in read_lines(path, "INPUT"):
        try:
            scene = scene_from_text(line)
        except NOT_SCENES as error:
            raise not_a_scene(line) from error
        scenes[scene.key] = scene
    if not scenes:
        raise InvalidRequestError("INPUT holds no scene.", "Select some, or take the whole output of Search scenes.")
    return sorted(scenes.values(), key=lambda scene: (scene.datetime, scene.id))


def readable_scenes(path: str | Path) -> list[Scene]:
    """Return the scenes of a job that reads their pixels.

    Raises
    ------
    InvalidRequestError
        If a line is no scene of ours, or a scene must be downloaded first.
    """
    scenes = read_scenes(path)
    refuse_remote(scenes)
    return scenes


def refuse_remote(scenes: Sequence[Scene]) -> None:
    """Refuse scenes none of whose files can be read where they are.

    Raises
    ------
    InvalidRequestError
        If a scene must be downloaded first.
    """
    away = [scene for scene in scenes if must_be_downloaded(scene)]
    if away:
        where = "CDSE" if all(scene.source.startswith("cdse") for scene in away) else "their catalogue"
        are = "1 scene is" if len(away) == 1 else f"{len(away)} scenes are"
        raise InvalidRequestError(
            f"{are} at {where} ({away[0].id}{' …' if len(away) > 1 else ''}).",
            "Run Download scenes, then use its SCENES output.",
        )


def must_be_downloaded(scene: Scene) -> bool:
    """Tell whether no file of a scene can be read where it is."""
    return bool(scene.assets) and all(hrefs.must_be_downloaded(asset.href) for asset in scene.assets.values())


def scene_from_text(text: str) -> Scene:
    """Return the Scene of a ``scene`` column's text, or of a row of the table that a search wrote."""
    item = json.loads(text)
    if "scene" in item:
        item = json.loads(item["scene"])
    scene, _ = scene_from_item(item, "", "", hrefs.ANYWHERE)
    return scene


def not_a_scene(text: str) -> InvalidRequestError:
    """Return the error for a text that is no scene of ours."""
    was_cut = text.startswith("{") and not text.rstrip().endswith("}")
    return InvalidRequestError(
        f"INPUT holds a feature whose scene column is no scene: {text.strip()[:60]!r}.",
        _WAS_CUT if was_cut else "Use the output of Search scenes, or a part of it.",
    )


def write_table(path: str | Path, found: Iterable[Found]) -> None:
    """Write one line per scene: the layer's columns, and ``geometry`` as WKT in EPSG:4326."""
    write_rows(path, map(row_of, found))


def row_of(found: Found) -> dict[str, Any]:
    """Return the row of a scene: SCENE_COLUMNS, and ``geometry``."""
    scene = found.scene
    row = {
        "id": scene.id,
        "platform": scene.platform,
        "product": scene.product,
        "datetime": scene.datetime.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "local_time": found.local_time,
        "day_night": None if found.is_day is None else ("day" if found.is_day else "night"),
        "offset": _offset_text(scene),
        "coverage": found.coverage,
        "pass_coverage": found.pass_coverage,
        "clear": found.clear,
        "scene": encode_scene(scene),
        "geometry": shapely.to_wkt(on_the_map(scene.footprint), rounding_precision=7),
    }
    for column in SCENE_COLUMNS:
        value = row.setdefault(column.name, getattr(scene, column.name, None))
        if column.kind == "real" and value is not None:
            row[column.name] = round(value, 3)
        elif value == "":
            row[column.name] = None
    return row


def _offset_text(scene: Scene) -> str | None:
    if scene.product == LST:
        return None  # temperatures have none
    if scene.offset_dn is None:
        return f"decided from the pixels: {scene.offset_reason}"
    return describe_offset(scene.offset_dn, scene.offset_reason)
