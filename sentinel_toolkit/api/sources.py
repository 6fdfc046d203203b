"""Whatever names scenes becomes Scenes: frames, items, products, layers, folders."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.areas import area_fields
from sentinel_toolkit.api.requests import area_of
from sentinel_toolkit.api.running import telling
from sentinel_toolkit.api.scenes import Scenes
from sentinel_toolkit.api.vectors import read_layer
from sentinel_toolkit.contract.catalogue import FOUND_FIELDS, SCENE_COLUMNS
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.catalogues import folder as catalogue
from sentinel_toolkit.core.scenes import safe
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import NOT_SCENES, not_a_scene, row_of, scene_from_text
from sentinel_toolkit.core.scenes.selection import describe
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item
from sentinel_toolkit.core.services import hrefs
from sentinel_toolkit.core.swaths import sen3

LAYERS = (".gpkg", ".geojson", ".fgb", ".shp", ".parquet")
HINT = "Give what st.search returns, STAC items, or paths of products, layers or folders."


def scenes_of(source: Any, area: Any = None) -> Scenes:  # noqa: ANN401
    """Return the Scenes that something names; see :meth:`Scenes.of`."""
    fields = area_fields(area)
    if isinstance(source, Scenes):
        return Scenes(source.table, fields or source.area)
    if isinstance(source, pd.Series):
        source = source.to_frame().T
    if isinstance(source, pd.DataFrame):
        return _of_rows(tables.rows_of(pd.DataFrame(source)), fields)
    if isinstance(source, (str, os.PathLike)) and (rows := _rows_of_layer(Path(source))) is not None:
        return _of_rows(rows, fields)
    found = sorted(_scenes(source), key=lambda scene: (scene.datetime, scene.id))
    if not found:
        raise InvalidRequestError(f"{_named(source)} names no scene.", HINT)
    rows = [row_of(entry) for entry in describe(found, area_of(fields))]
    if not rows:
        raise InvalidRequestError(f"None of the {len(found)} scenes meets the area.", "Check the area and its CRS.")
    return Scenes(tables.frame_of(rows, SCENE_COLUMNS), fields)


def _scenes(source: Any) -> Iterator[Scene]:  # noqa: ANN401
    if isinstance(source, (str, os.PathLike)):
        yield from _of_path(Path(source).expanduser())
    elif isinstance(source, Mapping):
        yield from map(_of_item, source.get("features", [source]))
    elif hasattr(source, "to_dict") and hasattr(source, "assets"):  # an Item of pystac
        yield _of_item(_absolute(source))
    elif isinstance(source, Iterable):  # an ItemCollection, a list, a generator
        for part in source:
            yield from _scenes(part)
    else:
        raise InvalidRequestError(f"{type(source).__name__} {source!r:.80} names no scene.", HINT)


def _absolute(item: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the dict of an item of pystac, whose hrefs may be relative to its own."""
    copy = item.clone()
    if copy.get_self_href():
        copy.make_asset_hrefs_absolute()
    found: dict[str, Any] = copy.to_dict(include_self_link=True, transform_hrefs=False)
    return found


def _of_item(item: Any, base: str = "") -> Scene:  # noqa: ANN401
    if not isinstance(item, Mapping):
        raise InvalidRequestError(f"{item!r:.80} is no STAC item.", HINT)
    scene, _ = scene_from_item(dict(item), "stac", base, hrefs.ANYWHERE)  # who names local files himself may read them
    return scene


def _of_path(path: Path) -> Iterable[Scene]:
    if not path.exists():
        raise InvalidRequestError(f"{str(path)!r} is not there.", f"Relative paths start at {os.getcwd()}.")
    if path.is_file() and path.suffix.lower() == ".json":
        return [_of_item(json.loads(path.read_text("utf-8")), str(path.parent))]
    if safe.is_product(path):
        return [safe.read_product(path)]
    if sen3.is_product_zip(path) or (path.is_dir() and path.suffix.lower() == ".sen3"):
        return [sen3.read_product(path)]
    if path.is_dir():
        with telling() as teller:
            return catalogue.search(str(path), teller)
    raise InvalidRequestError(f"{str(path)!r} is no product, layer or folder.", HINT)


def _rows_of_layer(path: Path) -> list[dict[str, Any]] | None:
    """Return the rows of a layer of scenes; None where the path is of something else."""
    suffix = path.suffix.partition("|")[0].lower()
    if suffix == ".jsonl":
        lines = path.read_text("utf-8").splitlines()
        return [
            row if "scene" in row else {"scene": line} for line, row in ((line, json.loads(line)) for line in lines)
        ]
    if suffix not in LAYERS:
        return None
    layer = read_layer(path, "The layer")
    return [{**row, "geometry": geometry} for row, geometry in zip(layer.rows, layer.geometries, strict=True)]


def _of_rows(rows: list[dict[str, Any]], fields: dict[str, Any]) -> Scenes:
    """Return the Scenes of rows whose column ``scene`` counts; of the others, what only a search can say."""
    made = []
    for row in rows:
        text = row.get("scene")
        text = json.dumps(text) if isinstance(text, dict) else text  # what GeoJSON makes of it
        try:
            scene = scene_from_text(str(text))
        except NOT_SCENES as error:
            raise not_a_scene(str(text)) from error
        (found,) = describe([scene], None)
        made.append(
            (
                scene.datetime,
                scene.id,
                row_of(found) | {name: row[name] for name in FOUND_FIELDS if row.get(name) not in (None, "")},
            )
        )
    if not made:
        raise InvalidRequestError("The table holds no scene.", HINT)
    ordered = sorted(made, key=lambda entry: entry[:2])
    return Scenes(tables.frame_of([row for _, _, row in ordered], SCENE_COLUMNS), fields)


def _named(source: Any) -> str:  # noqa: ANN401
    return f"{source!r:.100}" if isinstance(source, (str, os.PathLike)) else f"The {type(source).__name__}"
