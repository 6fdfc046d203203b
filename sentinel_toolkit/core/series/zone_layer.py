"""The zones that a user names: read, repaired, and told apart."""

from __future__ import annotations

import collections
import itertools
from pathlib import Path
from typing import Any, NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.geo.area import finite_geometry
from sentinel_toolkit.core.scenes.rows import read_rows

NAMED = 10  # names in a warning
KINDS = "Zones are polygons or points."


class Zone(NamedTuple):
    """A zone."""

    name: str
    geometry: BaseGeometry
    """In the CRS of the request."""


def read_zones(path: str | Path) -> list[Zone]:
    """Return the Zones of a file of JSON lines.

    Raises
    ------
    InvalidRequestError
        If there is none.
    """
    rows = read_rows(path, "ZONES", ("name", "wkt"))
    zones = [zone for zone in map(_zone, rows) if not zone.geometry.is_empty]
    if not zones:
        raise InvalidRequestError("ZONES holds no polygon and no point.", "Select features, or take another layer.")
    return zones


def numbered(zones: list[Zone], report: Report) -> list[Zone]:
    """Return zones of names of their own: those that share one get numbers in their order, and it is said."""
    counts = collections.Counter(zone.name for zone in zones)
    shared = [name for name, count in counts.items() if count > 1]
    if not shared:
        return zones
    quoted = ", ".join(map(repr, shared[:NAMED])) + (" …" if len(shared) > NAMED else "")
    report.warning(f"Several zones share a name: {quoted}. They are numbered in their order; see ZONE_FIELD.")
    taken = set(counts)
    result: list[Zone] = []
    for zone in zones:
        name = zone.name
        if counts[name] > 1:
            free = (f"{zone.name} ({number})" for number in itertools.count(1))
            name = next(text for text in free if text not in taken)
            taken.add(name)
        result.append(Zone(name, zone.geometry))
    return result


def _zone(row: dict[str, Any]) -> Zone:
    drawn = finite_geometry(row["wkt"], f"The zone {row['name']!r}", KINDS)
    try:
        geometry = shapely.make_valid(drawn)
    except (shapely.errors.ShapelyError, NotImplementedError) as error:
        raise InvalidRequestError(f"The zone {row['name']!r} cannot be read: {error}.", KINDS) from error
    if not geometry.is_empty and geometry.geom_type not in ("Polygon", "MultiPolygon", "Point", "MultiPoint"):
        parts = [part for part in shapely.get_parts(shapely.get_parts(geometry)) if part.geom_type == "Polygon"]
        if not parts:
            raise InvalidRequestError(f"The zone {row['name']!r} is a {geometry.geom_type}.", KINDS)
        geometry = shapely.union_all(parts)
    return Zone(row["name"], geometry)
