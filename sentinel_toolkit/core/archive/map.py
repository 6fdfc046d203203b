"""The map of an archive's page: footprints and area in degrees, as wide as they are at the map's middle."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import box

from sentinel_toolkit.core.archive.charts import counted
from sentinel_toolkit.core.drawing.axis_ticks import number_text, number_ticks
from sentinel_toolkit.core.drawing.map_scale import WGS84, scale_bar
from sentinel_toolkit.core.geo.area import part_inside, unwrap

MAX_FOOTPRINTS = 150
MAX_NAMES = 24  # of tiles that are written
SAME = 100  # parts of a footprint's height: what differs less is the same one, as every pass ends a little elsewhere
WIDEST, TALLEST = 700, 560  # units of the map
MARGIN = 0.04  # of the map's size, on every side
LEAST_SPAN_DEG = 0.01
LEAST_COSINE = 0.05  # near the poles, where degrees have no width
MAX_TICKS = 6  # of longitudes, and of latitudes
BAR_PART = 0.3  # of the map's width, that the scale bar may take
FINE = 0.4  # units: finer outlines are not seen
SMALL = 12  # units: a smaller area is ringed
NAME_WIDTH, NAME_HEIGHT = 48, 17  # units of a tile's name
LEFT, TOP, RIGHT, BELOW = 62, 10, 30, 58  # units around the map


@dataclass(frozen=True)
class Footprint:
    """One of the distinct footprints: its tile (may be empty), and how many scenes have it."""

    shape: object
    tile: str
    scenes: int


@dataclass(frozen=True)
class MapGround:
    """Where degrees stand on the map: so many units per degree of latitude, and of longitude that many by cosine."""

    west: float
    south: float
    east: float
    north: float

    @property
    def latitude(self):
        """Return the latitude at which longitudes are true to scale."""
        return (self.south + self.north) / 2

    @property
    def cosine(self):
        return max(math.cos(math.radians(self.latitude)), LEAST_COSINE)

    @property
    def scale(self):
        """Return units per degree of latitude."""
        return min(WIDEST / (self.cosine * (self.east - self.west)), TALLEST / (self.north - self.south))

    @property
    def right(self):
        return self.x(self.east)

    @property
    def bottom(self):
        return self.y(self.south)

    def x(self, longitude):
        """Return where a longitude stands, which may be an array."""
        return LEFT + (longitude - self.west) * self.cosine * self.scale

    def y(self, latitude):
        """Return where a latitude stands, which may be an array."""
        return TOP + (self.north - latitude) * self.scale

    def drawn(self, geometry):
        """Return polygons in units, without what is too fine to be seen."""
        moved = shapely.transform(geometry, lambda xy: np.column_stack([self.x(xy[:, 0]), self.y(xy[:, 1])]))
        return moved.simplify(FINE)


def distinct_footprints(sights):
    """Return the distinct Footprints, those of most scenes first.

    Parameters
    ----------
    sights : list of Sight

    Returns
    -------
    list of Footprint
    """
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


def footprint_map(sights, area):
    """Return the map of the distinct footprints, the area on top.

    Parameters
    ----------
    sights : list of Sight
    area : shapely geometry or None
        In longitude and latitude, in one piece; may run past ±180°.

    Returns
    -------
    dict or None
        None where there is nothing to draw.
    """
    found = distinct_footprints(sights)
    placed = _placed(found[:MAX_FOOTPRINTS], area)
    shapes = [one.shape for one in placed] + ([] if area is None else [area])
    if not shapes:
        return None
    ground = _ground(shapes)
    names, unnamed = _tile_names(placed, ground)
    return {
        "ground": ground,
        "left": LEFT,
        "top": TOP,
        "width": round(ground.right + RIGHT),
        "height": round(ground.bottom + BELOW),
        "said": _said(found, ground, area),
        "notes": _notes(len(found), unnamed),
        "footprints": [{"path": _path(ground.drawn(one.shape)), "said": _told(one)} for one in placed],
        "opacity": round(min(0.12, 1.5 / max(len(placed), 1)), 3),
        "area": area is not None and _path(ground.drawn(area)),
        "ring": _ring(area, ground),
        "names": names,
        "x_ticks": _longitude_ticks(ground),
        "y_ticks": _latitude_ticks(ground),
        "bar": _bar(ground),
    }


def _placed(footprints, area):
    """Return the footprints on the turn of the globe that the area is on, or else the first one of them."""
    if not footprints:
        return []
    west, _, east, _ = unwrap(footprints[0].shape).bounds if area is None else area.bounds
    middle = (west + east) / 2
    globe = box(middle - 180, -90, middle + 180, 90)
    moved = (Footprint(part_inside(one.shape, globe), one.tile, one.scenes) for one in footprints)
    return [one for one in moved if not one.shape.is_empty]


def _ground(shapes):
    """Return the MapGround that has room for all shapes and a margin."""
    bounds = np.array([shape.bounds for shape in shapes])
    (west, south), (east, north) = bounds[:, :2].min(0).tolist(), bounds[:, 2:].max(0).tolist()
    margin = MARGIN * max(east - west, north - south, LEAST_SPAN_DEG)
    return MapGround(west - margin, max(south - margin, -90), east + margin, min(north + margin, 90))


def _told(footprint):
    return f"{footprint.tile or 'Footprint'}: {counted(footprint.scenes, 'scene')}"


def _said(found, ground, area):
    """Return the map in words."""
    longitudes, latitudes = (_longitude(ground.west, 1), _longitude(ground.east, 1)), (ground.south, ground.north)
    with_area = "" if area is None else " and the area"
    return (
        f"Map of {counted(len(found), 'distinct footprint')}{with_area}, from {' to '.join(longitudes)} "
        f"and {' to '.join(_latitude(latitude, 1) for latitude in latitudes)}"
    )


def _notes(count, unnamed):
    """Return what the map does not show."""
    more = f"The {MAX_FOOTPRINTS} most frequent of {count:,} distinct footprints are drawn."
    names = f"The names of {counted(unnamed, 'tile')} are too many to be written."
    return [text for text, holds in ((more, count > MAX_FOOTPRINTS), (names, unnamed)) if holds]


def _path(geometry):
    """Return the outlines of polygons, holes too, in SVG's language."""
    rings = [ring for polygon in shapely.get_parts(geometry) for ring in (polygon.exterior, *polygon.interiors)]
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring.coords[:-1]) + "Z" for ring in rings)


def _ring(area, ground):
    """Return (x, y, radius) of a ring around an area that is too small to be seen, else nothing."""
    if area is None:
        return ()
    west, south, east, north = area.bounds
    x, y = ground.x((west + east) / 2), ground.y((south + north) / 2)
    is_small = max(ground.x(east) - ground.x(west), ground.y(south) - ground.y(north)) < SMALL
    return (x, y, SMALL) if is_small else ()


def _tile_names(footprints, ground):
    """Return (x, y, name) of the tiles, moved down where they would cover each other, and how many are left out."""
    largest = {}
    for one in footprints:
        if one.tile and (one.tile not in largest or one.shape.area > largest[one.tile].area):
            largest[one.tile] = one.shape
    if len(largest) > MAX_NAMES:
        return [], len(largest)
    centres = {name: shape.representative_point() for name, shape in largest.items()}
    wanted = sorted((ground.y(point.y), ground.x(point.x), name) for name, point in centres.items())
    names = []
    for at, x, name in wanted:
        y = at
        for other_x, other_y, _ in names:
            if abs(other_x - x) < NAME_WIDTH and abs(other_y - y) < NAME_HEIGHT:
                y = other_y + NAME_HEIGHT
        names.append((x, y, name))
    return names, 0


def _longitude_ticks(ground):
    """Return (x, text) of the graticule's longitudes, written within ±180°."""
    most = max(2, min(MAX_TICKS, int((ground.right - LEFT) / 80)))
    ticks = number_ticks(ground.west, ground.east, most)
    return [(ground.x(tick.value), _longitude(tick.value, _decimals(tick))) for tick in ticks]


def _latitude_ticks(ground):
    ticks = number_ticks(ground.south, ground.north, MAX_TICKS)
    return [(ground.y(tick.value), _latitude(tick.value, _decimals(tick))) for tick in ticks]


def _decimals(tick):
    return len(tick.text.partition(".")[2])


def _longitude(value, decimals):
    return _degrees((value + 180) % 360 - 180, decimals, "WE")


def _latitude(value, decimals):
    return _degrees(value, decimals, "SN")


def _degrees(value, decimals, sides):
    rounded = round(value, decimals)
    side = f" {sides[rounded > 0]}" if abs(rounded) not in (0, 180) else ""
    return f"{number_text(abs(rounded), decimals)}°{side}"


def _bar(ground):
    """Return the scale bar at the map's middle latitude."""
    width = ground.right - LEFT
    span = min(ground.east - ground.west, 1.0)
    length_m = WGS84.line_length([0, span], [ground.latitude] * 2)
    bar = scale_bar(length_m / (span * ground.cosine * ground.scale), width * BAR_PART)
    decimals = 0 if ground.north - ground.south > 2 else 1
    return {"pixels": bar.pixels, "text": f"{bar.text} at {_latitude(ground.latitude, decimals)}"}
