"""A folder as a catalogue: SAFE and SEN3 products (folders or zips) and GeoTIFF or JP2 beside STAC item JSON."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from sentinel_toolkit.contract.errors import CatalogueError, InvalidRequestError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.scenes.safe import PRODUCT_METADATA, UnreadableProductError, is_product, read_product
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, scene_from_item
from sentinel_toolkit.core.swaths import sen3

MAX_ITEM_BYTES = 5_000_000  # the largest recorded item has 68 kB
Read = tuple[Scene | None, list[str]]  # and the hrefs that were dropped


def search(folder: str, report: Report) -> list[Scene]:
    """Return the scenes of a folder and its subfolders, in the order of their names.

    Raises
    ------
    InvalidRequestError
        If the folder does not exist.
    CatalogueError
        If everything in it that looked like a scene was unreadable.
    """
    root = Path(folder)
    if root.is_file():
        raise InvalidRequestError(f"FOLDER {folder!r} is a file.", "Choose the folder that holds it.")
    if not root.is_dir():
        raise InvalidRequestError(f"FOLDER {folder!r} does not exist.", "Choose the folder with the scenes.")
    scenes, problems = [], []
    for directory, subfolders, files in os.walk(root):  # links are not followed: they may lead out, or round
        report.progress(-1, "Looking through the folder")
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for read in _readers(Path(directory), subfolders, files):
            try:
                scene, dropped = read(root)
            except (UnreadableProductError, UnusableItemError) as error:
                problems.append(str(error))
                report.warning(f"Skipped: {error}")
                continue
            if scene is None:
                continue
            scenes.append(scene)
            for href in dropped:
                report.warning(f"{scene.id}: an asset was left out because it lies outside the folder: {href}")
    if problems and not scenes:
        raise CatalogueError(f"No scene in {folder!r} can be read. {problems[0]}", "Check the folder.")
    return scenes


def _readers(directory: Path, subfolders: list[str], files: Collection[str]) -> Iterator[Callable[[Path], Read]]:
    """Yield a reader for each thing in one folder that may be a scene; a product's inside is not walked."""
    if PRODUCT_METADATA in files:
        subfolders.clear()
        yield lambda _root: (read_product(directory), [])
        return
    if sen3.is_product_folder(directory, files):
        subfolders.clear()
        yield lambda _root: (sen3.read_product(directory), [])
        return
    for name in sorted(files):
        path = directory / name
        if name.lower().endswith(".zip"):
            yield functools.partial(_read_zip, path)
        elif name.endswith((".json", ".geojson")):
            yield functools.partial(_read_item, path)


def _read_zip(path: Path, _root: Path) -> Read:
    """Return the scene in a zip; None where it holds none."""
    if is_product(path):
        return read_product(path), []
    return sen3.read_product(path) if sen3.is_product_zip(path) else None, []


def _read_item(path: Path, root: Path) -> Read:
    """Return the scene of a STAC item file and its dropped hrefs; (None, []) for any other JSON."""
    try:
        if path.stat().st_size > MAX_ITEM_BYTES:
            return None, []
        item = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise UnusableItemError(f"{path.name} cannot be read: {error}.") from error
    if not isinstance(item, dict) or item.get("type") != "Feature" or "stac_version" not in item:
        return None, []
    properties = item.get("properties") or {}
    if str(properties.get("processing:level", "")).upper() == "L3" or "sentinel_toolkit:job" in properties:
        return None, []  # a result, ours or another's, not a scene
    scene, dropped = scene_from_item(item, "folder", str(path.parent), root)
    return scene.patch(self_href=scene.self_href or path.resolve().as_uri()), dropped
