"""A folder as a catalogue: SAFE and SEN3 products (folders or zips) and GeoTIFF or JP2 beside STAC item JSON."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import zipfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import CatalogueError, InvalidRequestError, NoScenesError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import foreign
from sentinel_toolkit.core.scenes.safe import PRODUCT_METADATA, UnreadableProductError, is_product, read_product
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, scene_from_item
from sentinel_toolkit.core.swaths import sen3

RASTERS = (".tif", ".tiff", ".jp2")
RASTERS_HINT = (
    "Put the SAFE product there, or a STAC item beside them; "
    "Index time series and NDVI animation take rasters as they are."
)
MAX_ITEM_BYTES = 5_000_000  # the largest recorded item has 68 kB
Read = tuple[Scene | None, list[str]]  # and the hrefs that were dropped


def search(folder: str, report: Report) -> list[Scene]:
    """Return the scenes of a folder and its subfolders, in the order of their names.

    Raises
    ------
    InvalidRequestError
        If the folder does not exist.
    CatalogueError
        If everything in it that looked like a scene was unreadable; NoScenesError if all of it is of other kinds.
    """
    root = Path(folder)
    if root.is_file():
        raise InvalidRequestError(f"FOLDER {folder!r} is a file.", "Choose the folder that holds it.")
    if not root.is_dir():
        raise InvalidRequestError(
            f"FOLDER {folder!r} does not exist{places.why_missing(folder)}.", "Choose the folder with the scenes."
        )
    scenes: list[Scene] = []
    problems: list[str] = []
    others: list[foreign.ForeignProductError] = []
    rasters: list[Path] = []
    for directory, subfolders, files in os.walk(root):  # links are not followed: they may lead out, or round
        report.progress(-1, "Looking through the folder")
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for read in _readers(Path(directory), subfolders, files, rasters):
            try:
                scene, dropped = read(root)
            except foreign.ForeignProductError as error:
                others.append(error)
                continue
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
    _say_what_is_left(folder, scenes, foreign.sentences(others), foreign.rasters_without_item(rasters, scenes), report)
    return scenes


def _say_what_is_left(folder: str, scenes: list[Scene], others: list[str], lost: str, report: Report) -> None:
    """Name what was seen and not read; where that is all, it is the reason why there are no scenes."""
    unread = [*others, lost] if lost else others
    if unread and not scenes:
        hint = RASTERS_HINT if lost and not others else "Choose a folder with Sentinel-2 L2A or Sentinel-3 SL_2_LST."
        raise NoScenesError(f"No scene in {folder!r} can be read. {' '.join(unread)}", hint)
    for sentence in unread:
        report.warning(sentence)


def _readers(
    directory: Path, subfolders: list[str], files: Collection[str], rasters: list[Path]
) -> Iterator[Callable[[Path], Read]]:
    """Yield a reader for each thing in one folder that may be a scene; a product's inside is not walked."""
    if PRODUCT_METADATA in files:
        subfolders.clear()
        yield lambda _root: (read_product(directory), [])
        return
    if sen3.is_product_folder(directory, files):
        subfolders.clear()
        yield lambda _root: (sen3.read_product(directory), [])
        return
    if foreign.is_product_folder(directory, subfolders, files):
        subfolders.clear()
        yield functools.partial(_refuse, directory, files)
        return
    rasters += [directory / name for name in sorted(files) if name.lower().endswith(RASTERS)]
    for name in sorted(files):
        path = directory / name
        if name.lower().endswith(".zip"):
            yield functools.partial(_read_zip, path)
        elif name.endswith((".json", ".geojson")):
            yield functools.partial(_read_item, path)


def _refuse(directory: Path, files: Collection[str], _root: Path) -> Read:
    raise foreign.ForeignProductError(directory.name, foreign.reason_of([directory.name, *files]), "folder")


def _read_zip(path: Path, _root: Path) -> Read:
    """Return the scene in a zip; None where it holds none."""
    if is_product(path):
        return read_product(path), []
    if sen3.is_product_zip(path):
        return sen3.read_product(path), []
    with contextlib.suppress(OSError, zipfile.BadZipFile):  # a broken zip of another name is nothing of ours
        foreign.check_zip(path)
    return None, []


def _read_item(path: Path, root: Path) -> Read:
    """Return the scene of a STAC item file and its dropped hrefs; (None, []) for any other JSON."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_ITEM_BYTES:
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
