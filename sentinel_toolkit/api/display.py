"""Scenes as a notebook shows them: a table with pictures, and their footprints."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely
from markupsafe import Markup, escape

from sentinel_toolkit.api.requests import area_of
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.core.drawing.svg import drawing, element
from sentinel_toolkit.core.services import hrefs

if TYPE_CHECKING:
    from sentinel_toolkit.api.scenes import Scenes

ROWS = 20  # that are shown
SIDE = 180  # of the drawing of footprints, in pixels
MAX_PICTURE = 200_000  # bytes of a thumbnail on the disk
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
COLUMNS = {
    "id": "Scene",
    "datetime": "Sensing time (UTC)",
    "tile": "Tile",
    "cloud": "Cloud [%]",
    "coverage": "Covered [%]",
    "clear": "Clear [%]",
}


def page_of_scenes(scenes: Scenes) -> str:
    """Return the HTML of scenes: the newest of them, and the footprints of all.

    The clear share of the area is measured where the files lie on this computer.
    """
    shown = _measured(scenes.newest(ROWS)).table.iloc[::-1]
    left = len(scenes) - len(shown)
    head = "".join(f"<th>{escape(name)}</th>" for name in ("", *COLUMNS.values()))
    body = "".join(_row(row) for _, row in shown.iterrows())
    more = f"<p>… and {left} older ones</p>" if left else ""
    return (
        f"<div><b>{len(scenes)} {'scene' if len(scenes) == 1 else 'scenes'}</b>"
        f"<div>{_footprints(scenes)}</div><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}</div>"
    )


def _measured(scenes: Scenes) -> Scenes:
    """Return scenes with their clear share, where that takes no network and nothing is known yet."""
    if not len(scenes) or not scenes.area or not scenes.table["clear"].isna().all():
        return scenes
    if any(_is_away(json.loads(text)) for text in scenes.table["scene"]):
        return scenes
    try:
        return scenes.measure_clear(progress=False)
    except ToolkitError as error:  # a table is shown whatever is wrong with its files
        logging.getLogger("sentinel_toolkit").info("%s", error)
        return scenes


def _is_away(item: dict[str, Any]) -> bool:
    """Tell whether some file of an item lies on a server; its thumbnail is nothing that is measured."""
    return any(hrefs.is_remote(asset["href"]) for name, asset in item["assets"].items() if name != "thumbnail")


def _row(row: pd.Series) -> str:
    cells = [_picture(str(row["thumbnail"] or "")), *(_text(row[name]) for name in COLUMNS)]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _text(value: Any) -> str:  # noqa: ANN401  (whatever a column holds)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d %H:%M}"
    return str(escape(f"{value:.0f}" if isinstance(value, float) else str(value)))


def _picture(href: str) -> str:
    """Return a thumbnail: by its address, or, of a small file on this computer, whole."""
    if hrefs.is_remote(href):
        is_fit = href.startswith(("https://", "http://"))
        return str(Markup('<img height="48" loading="lazy" src="{}">').format(href)) if is_fit else ""
    path = Path(href)
    kind = _TYPES.get(path.suffix.lower())
    if not href or kind is None or not path.is_file() or path.stat().st_size > MAX_PICTURE:
        return ""
    return f'<img height="48" src="data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}">'


def _footprints(scenes: Scenes) -> str:
    """Return a drawing of all footprints, and of the area."""
    outlines = [outline for outline in scenes.table.get("geometry", []) if outline is not None]
    if not outlines:
        return ""
    area = area_of(scenes.area)
    west, south, east, north = shapely.total_bounds([*outlines, *([area.geometry] if area else [])])
    scale = SIDE / max(east - west, north - south, 1e-9)
    paths = [(outline, "#3b7dd8", 0.08) for outline in set(outlines)] + (
        [(area.geometry, "#c0392b", 0.2)] if area else []
    )
    drawn = [
        element("path", d=_path(outline, west, north, scale), fill=colour, fill_opacity=opacity, stroke=colour)
        for outline, colour, opacity in paths
    ]
    width, height = (east - west) * scale, (north - south) * scale
    return str(drawing("Footprints of the scenes", width, height, *drawn, style=f"width:{width:.0f}px"))


def _path(outline: shapely.Geometry, west: float, north: float, scale: float) -> str:
    rings = [ring for part in shapely.get_parts(outline) for ring in _rings(part)]
    return " ".join(
        "M"
        + " L".join(f"{(x - west) * scale:.1f},{(north - y) * scale:.1f}" for x, y in shapely.get_coordinates(ring))
        + "Z"
        for ring in rings
    )


def _rings(part: Any) -> Iterable[shapely.Geometry]:  # noqa: ANN401
    return [part.exterior, *part.interiors] if part.geom_type == "Polygon" else []
