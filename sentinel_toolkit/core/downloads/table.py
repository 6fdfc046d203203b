"""The tables of a download: orders that come in, one row for each file that goes out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sentinel_toolkit.contract.catalogue import DOWNLOAD_COLUMNS, FAILED, SCENE_FIELDS
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.downloads.files import cut_mark
from sentinel_toolkit.core.scenes.rows import read_rows
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import NOT_SCENES, not_a_scene, scene_from_text
from sentinel_toolkit.core.scenes.selection import Found
from sentinel_toolkit.core.scenes.stac_writing import encode_scene


@dataclass(frozen=True)
class Order:
    """A scene to fetch, with what a search found out about it."""

    found: Found
    assets: tuple[str, ...] | None = None
    """None: what the request names."""
    area_mark: str = ""
    """Of the area that its files were cut to before."""


@dataclass(frozen=True)
class Row:
    """What became of one file."""

    scene_id: str
    asset: str
    href: str
    path: str
    status: str
    bytes: int = 0
    checksum: str = ""
    attempts: int = 0
    error: str = ""


def read_orders(path: str | Path) -> list[Order]:
    """Return the orders of a job: the scenes of a layer, both of each pair, or those of an earlier run.

    Raises
    ------
    InvalidRequestError
        If a row is none of these.
    """
    rows = read_rows(path, "INPUT")
    if not rows:
        raise InvalidRequestError("INPUT holds no scene.", "Select some, or take the whole output of Search scenes.")
    if "status" in rows[0]:
        return _earlier_orders(rows)
    if not rows[0].keys() & set(SCENE_FIELDS):
        raise not_a_scene("")
    return _scene_orders(rows)


def _scene_orders(rows: Iterable[dict[str, Any]]) -> list[Order]:
    orders: dict[tuple[str, str], Order] = {}
    for row in rows:
        for name in SCENE_FIELDS:
            if name in row:
                found = _found(row[name], row if name == "scene" else {})
                # One product of two catalogues is one: it goes to one place.
                orders.setdefault((found.scene.id, found.scene.product), Order(found))
    return sorted(orders.values(), key=lambda order: (order.found.scene.datetime, order.found.scene.id))


def _earlier_orders(rows: Iterable[dict[str, Any]]) -> list[Order]:
    """Return an order for each scene of an earlier run: its complete files are not fetched again."""
    assets: dict[Any, list[Any]] = {}
    texts: dict[Any, Any] = {}
    marks: dict[Any, str] = {}
    for row in rows:
        scene_id = str(row.get("scene_id") or "")
        assets.setdefault(scene_id, []).append(str(row.get("asset") or ""))
        texts[scene_id] = texts.get(scene_id) or row.get("scene")
        marks[scene_id] = marks.get(scene_id) or cut_mark(str(row.get("path") or ""))
    orders = []
    for scene_id, names in assets.items():
        if not texts[scene_id]:
            raise InvalidRequestError(
                f"INPUT has no row with the scene {scene_id!r:.100} itself.", "Use the whole table of the earlier run."
            )
        orders.append(Order(_found(texts[scene_id], {}), tuple(filter(None, names)), marks[scene_id]))
    return orders


def _found(text: str, row: Mapping[str, Any]) -> Found:
    try:
        scene = scene_from_text(text)
    except NOT_SCENES as error:
        raise not_a_scene(str(text)) from error
    values = {name: _number(row.get(name)) for name in ("coverage", "pass_coverage", "clear")}
    day_night = row.get("day_night") or None  # a CSV has empty texts, and all as text
    return Found(scene, str(row.get("local_time") or ""), None if day_night is None else day_night == "day", **values)


def _number(value: Any) -> float | None:  # noqa: ANN401  (whatever a table holds)
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def write_rows(path: str | Path, rows_by_scene: Iterable[tuple[Scene, Iterable[Row]]]) -> None:
    """Write the rows of all scenes: ``rows_by_scene`` is a list of (Scene, list of Row).

    What failed comes first in its scene, together with the scene itself: a part of the table that holds all failures is
    enough to try again.
    """
    with open(path, "w", encoding="ascii") as table:
        for scene, rows in rows_by_scene:
            text: str | None = encode_scene(scene)
            for row in sorted(rows, key=lambda row: row.status != FAILED):
                values = {**vars(row), "scene": text}
                line = {column.name: values[column.name] for column in DOWNLOAD_COLUMNS}
                table.write(json.dumps(line, allow_nan=False) + "\n")
                text = None
