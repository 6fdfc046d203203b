"""The map of an archive's page: footprints and area in degrees, as wide as they are at the map's middle."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.archive.charts import counted
from sentinel_toolkit.core.archive.counts import Sight
from sentinel_toolkit.core.drawing import axes, marks
from sentinel_toolkit.core.drawing.axis_ticks import Tick, number_text, number_ticks
from sentinel_toolkit.core.drawing.frame import Frame
from sentinel_toolkit.core.drawing.legend import SIDE, legend
from sentinel_toolkit.core.drawing.map_scale import WGS84, scale_bar
from sentinel_toolkit.core.drawing.svg import drawing, number
from sentinel_toolkit.core.geo.area import part_inside, unwrap

MAX_FOOTPRINTS = 150
MAX_NAMES = 24  # of tiles that are written
SAME = 100  # parts of a footprint's height: what differs less is the same one, as every pass ends a little elsewhere
WIDEST, TALLEST = 700, 560  # units of the map, at most
MARGIN = 0.04  # of the map's size, on every side
LEAST_SPAN_DEG = 0.01
LEAST_COSINE = 0.05  # near the poles, where degrees have no width
MAX_TICKS = 6  # of longitudes, and of latitudes
NAME_ROOM = 80  # units that a longitude takes with the space around it
MOST_OPAQUE = 0.12  # fill of footprints
BAR_PART = 0.3  # of the map's width, that the scale bar may take
FINE = 0.4  # units: finer outlines are not seen
SMALL = 12  # units: a smaller area is ringed
NAME_WIDTH, NAME_HEIGHT = 48, 17  # units of a tile's name
LEFT, TOP, RIGHT, BELOW = 62, 10, 30, 58  # units around the map


@dataclass(frozen=True)
class Footprint:
    """One of the distinct footprints: its tile (may be empty), and how many scenes have it."""

    shape: BaseGeometry
    tile: str
    scenes: int


def distinct_footprints(sights: list[Sight]) -> list[Footprint]:
    """Return the distinct Footprints, those of most scenes first."""
    known = [sight.scene for sight in sights if not sight.scene.footprint.is_empty]
    shapes = np.array([scene.footprint for scene in known], object)
    if not shapes.size:
        return []
    bounds = shapely.bounds(shapes)
    unit = max(float(np.median(bounds[:, 3] - bounds[:, 1])) / SAME, 1e-9)
    keys = shapely.to_wkb(shapely.normalize(shapely.transform(shapes, lambda xy: np.round(xy / unit) + 0.0)))
    _, firsts, counts = np.unique(keys.astype(object), return_index=True, return_counts=True)
    order = sorted(zip(firsts, counts, strict=True), key=lambda pair: (-pair[1], pair[0]))
    return [Footprint(known[first].footprint, known[first].tile, int(count)) for first, count in order]


class FootprintMap(NamedTuple):
    """The map, what it shows in words, what it does not show, and its legend."""

    said: str
    notes: list[str]
    drawing: Markup
    keys: Markup


def footprint_map(sights: list[Sight], area: BaseGeometry | None) -> FootprintMap | None:
    """Return the map of the distinct footprints, the area on top; None where there is nothing to draw.

    Parameters
    ----------
    sights
    area
        In longitude and latitude, in one piece; may run past ±180°.
    """
    found = distinct_footprints(sights)
    placed = _placed(found[:MAX_FOOTPRINTS], area)
    shapes = [footprint.shape for footprint in placed] + ([] if area is None else [area])
    if not shapes:
        return None
    ground = _ground(shapes)
    names, unnamed = _tile_names(placed, ground)
    said = _said(found, ground, area)
    parts = [
        marks.bar("sea", ground.left, ground.top, ground.width, ground.height),
        *_graticule(ground),
        *_footprints(placed, ground),
        *([] if area is None else _area(area, ground)),
        *(marks.text(x, y + marks.HALF_LETTER, name, "name", "middle") for x, y, name in names),
        *_bar(ground),
    ]
    width, height = round(ground.right + RIGHT), round(ground.bottom + BELOW)
    map_drawing = drawing(said, width, height, *parts, style=f"max-width:{width}px")
    return FootprintMap(said, _notes(len(found), unnamed), map_drawing, _keys(has_area=area is not None))


def _keys(*, has_area: bool) -> Markup:
    samples = [("footprint", "Footprints"), ("area", "Area of interest")][: 1 + has_area]
    square = 2, 2, SIDE - 4, SIDE - 4
    return legend(*((marks.bar(kind, *square, fill_opacity=MOST_OPAQUE), words) for kind, words in samples))


def _placed(footprints: list[Footprint], area: BaseGeometry | None) -> list[Footprint]:
    """Return the footprints on the turn of the globe that the area is on, or else the first one of them."""
    if not footprints:
        return []
    west, _, east, _ = unwrap(footprints[0].shape).bounds if area is None else area.bounds
    middle = (west + east) / 2
    globe = box(middle - 180, -90, middle + 180, 90)
    moved = [dataclasses.replace(footprint, shape=part_inside(footprint.shape, globe)) for footprint in footprints]
    return [footprint for footprint in moved if not footprint.shape.is_empty]


def _ground(shapes: list[BaseGeometry]) -> Frame:
    """Return the Frame in degrees that has room for all shapes and a margin, true to scale at its middle latitude."""
    bounds = np.array([shape.bounds for shape in shapes])
    (west, south), (east, north) = bounds[:, :2].min(0).tolist(), bounds[:, 2:].max(0).tolist()
    margin = MARGIN * max(east - west, north - south, LEAST_SPAN_DEG)
    west, south, east, north = west - margin, max(south - margin, -90), east + margin, min(north + margin, 90)
    width, height = _cosine((south, north)) * (east - west), north - south  # in degrees of latitude
    scale = min(WIDEST / width, TALLEST / height)
    return Frame(LEFT, TOP, LEFT + width * scale, TOP + height * scale, (west, east), (south, north))


def _cosine(latitudes: tuple[float, float]) -> float:
    """Return how wide a degree of longitude is between two latitudes, in degrees of latitude."""
    return max(math.cos(math.radians(sum(latitudes) / 2)), LEAST_COSINE)


def _rings(geometry: BaseGeometry, ground: Frame) -> list[list[marks.Point]]:
    """Return the outlines of polygons, holes too, in units, without what is too fine to be seen."""
    moved = shapely.transform(geometry, lambda xy: np.column_stack([ground.to_x(xy[:, 0]), ground.to_y(xy[:, 1])]))
    parts = shapely.get_parts(moved.simplify(FINE))
    rings = [ring for polygon in parts for ring in (polygon.exterior, *polygon.interiors)]
    return [list(ring.coords[:-1]) for ring in rings]


def _footprints(placed: list[Footprint], ground: Frame) -> list[Markup]:
    """Return footprints so thin that many on top of each other are still seen through."""
    opacity = round(min(MOST_OPAQUE, 1.5 / max(len(placed), 1)), 3)
    return [
        marks.outlines("footprint", _rings(footprint.shape, ground), _told(footprint), fill_opacity=f"{opacity:g}")
        for footprint in placed
    ]


def _area(area: BaseGeometry, ground: Frame) -> list[Markup]:
    """Return the area, with a ring around it where it is too small to be seen."""
    west, south, east, north = area.bounds
    (left, right), (top, bottom) = map(ground.to_x, (west, east)), map(ground.to_y, (north, south))
    ring = [marks.dot("ring", (left + right) / 2, (top + bottom) / 2, SMALL)]
    is_small = max(right - left, bottom - top) < SMALL
    return [marks.outlines("area", _rings(area, ground)), *(ring if is_small else [])]


def _told(footprint: Footprint) -> str:
    return f"{footprint.tile or 'Footprint'}: {counted(footprint.scenes, 'scene')}"


def _said(found: list[Footprint], ground: Frame, area: BaseGeometry | None) -> str:
    """Return the map in words."""
    longitudes = [_longitude(longitude, 1) for longitude in ground.x_range]
    latitudes = [_latitude(latitude, 1) for latitude in ground.y_range]
    with_area = "" if area is None else " and the area"
    return (
        f"Map of {counted(len(found), 'distinct footprint')}{with_area}, from {' to '.join(longitudes)} "
        f"and {' to '.join(latitudes)}"
    )


def _notes(count: int, unnamed: int) -> list[str]:
    """Return what the map does not show."""
    more = f"The {MAX_FOOTPRINTS} most frequent of {count:,} distinct footprints are drawn."
    names = f"The names of {counted(unnamed, 'tile')} are too many to be written."
    return [text for text, holds in ((more, count > MAX_FOOTPRINTS), (names, unnamed)) if holds]


def _tile_names(footprints: list[Footprint], ground: Frame) -> tuple[list[tuple[float, float, str]], int]:
    """Return (x, y, name) of the tiles, moved down where they would cover each other, and how many are left out."""
    largest: dict[str, BaseGeometry] = {}
    for tile, shape in ((footprint.tile, footprint.shape) for footprint in footprints):
        if tile and (tile not in largest or shape.area > largest[tile].area):
            largest[tile] = shape
    if len(largest) > MAX_NAMES:
        return [], len(largest)
    centres = {name: shape.representative_point() for name, shape in largest.items()}
    wanted = sorted((ground.to_y(point.y), ground.to_x(point.x), name) for name, point in centres.items())
    names: list[tuple[float, float, str]] = []
    for at, x, name in wanted:
        y = at
        for other_x, other_y, _ in names:
            if abs(other_x - x) < NAME_WIDTH and abs(other_y - y) < NAME_HEIGHT:
                y = other_y + NAME_HEIGHT
        names.append((x, y, name))
    return names, 0


def _graticule(ground: Frame) -> list[Markup]:
    """Return lines of longitudes and latitudes with their texts."""
    most = max(2, min(MAX_TICKS, int(ground.width / NAME_ROOM)))
    across, up = number_ticks(*ground.x_range, most), number_ticks(*ground.y_range, MAX_TICKS)
    return [
        axes.x_grid(ground, [tick.value for tick in across]),
        axes.x_axis(ground, [Tick(tick.value, _longitude(tick.value, tick.decimals)) for tick in across]),
        axes.y_axis(ground, [Tick(tick.value, _latitude(tick.value, tick.decimals)) for tick in up]),
    ]


def _longitude(value: float, decimals: int) -> str:
    return _degrees((value + 180) % 360 - 180, decimals, "WE")


def _latitude(value: float, decimals: int) -> str:
    return _degrees(value, decimals, "SN")


def _degrees(value: float, decimals: int, sides: str) -> str:
    rounded = round(value, decimals)
    side = f" {sides[rounded > 0]}" if abs(rounded) not in (0, 180) else ""
    return f"{number_text(abs(rounded), decimals)}°{side}"


def _bar(ground: Frame) -> list[Markup]:
    """Return the scale bar at the map's middle latitude, and its text."""
    (west, east), (south, north) = ground.x_range, ground.y_range
    span, middle = min(east - west, 1.0), (south + north) / 2
    length_m = WGS84.line_length([0, span], [middle] * 2)
    bar = scale_bar(length_m / (ground.to_x(west + span) - ground.left), ground.width * BAR_PART)
    words = f"{bar.text} at {_latitude(middle, 0 if north - south > 2 else 1)}"
    return [
        marks.path("bar", f"M{number(ground.left)} {number(ground.bottom + 38)}v7h{bar.pixels}v-7"),
        marks.text(ground.left + bar.pixels + 9, ground.bottom + 47, words),
    ]
