"""Which scenes stay: the filters that every source needs."""

from __future__ import annotations

import collections
import dataclasses
import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.catalogue import SearchScenesRequest, parse_local_time
from sentinel_toolkit.core.dates.solar import is_within, local_solar_time, sun_elevation_deg
from sentinel_toolkit.core.geo import area as geodesy
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.scenes.scene import LST, Scene, SceneKey

COVERAGE_TOLERANCE = 0.01  # % of the AOI: rounding of footprints' coordinates must not lose a full scene


@dataclass(frozen=True)
class Found:
    """A scene and what only the AOI can say of it; percentages 0-100 or None."""

    scene: Scene
    local_time: str
    is_day: bool | None
    coverage: float | None = None
    pass_coverage: float | None = None
    clear: float | None = None


Rules = dict[str, Callable[[Found], bool]]


def describe(scenes: Iterable[Scene], area: Area | None) -> list[Found]:
    """Return a Found for each scene that meets the AOI (each scene, where there is none)."""
    found = []
    passes = collections.defaultdict(list)
    # Most scenes of a tile share their footprint to the last digit.
    share = functools.cache(functools.partial(_share, area))
    for scene in scenes:
        coverage = share(scene.footprint.wkb) if area else None
        if coverage == 0:
            continue
        longitude = area.centre[0] if area else geodesy.middle_longitude(scene.footprint)
        clock = f"{local_solar_time(scene.datetime, longitude):%H:%M}"
        found.append(Found(scene, clock, _is_day(scene, area), coverage))
        passes[scene.acquisition].append(scene.footprint)
    if not area:
        return found
    shares = {key: share(_union(footprints).wkb) for key, footprints in passes.items()}
    return [patch(item, pass_coverage=shares[item.scene.acquisition]) for item in found]


def _share(area: Area | None, wkb: bytes) -> float | None:
    """Return the share of the area that a footprint covers, in percent."""
    return area.percent_inside(shapely.from_wkb(wkb)) if area else None


def _is_day(scene: Scene, area: Area | None) -> bool | None:
    """Tell whether the sun was up: as the catalogue says, else over the middle of the footprint (in the area).

    None where a product is as long as an orbit, which has both.
    """
    if scene.sun_elevation is not None:
        return scene.sun_elevation > 0
    if scene.product == LST and not scene.frame:
        return None
    seen = geodesy.part_inside(scene.footprint, area.geometry) if area else geodesy.unwrap(scene.footprint)
    return sun_elevation_deg(scene.datetime, seen.centroid.x, seen.centroid.y) > 0 if seen.area else None


def _union(footprints: Sequence[BaseGeometry]) -> BaseGeometry:
    return footprints[0] if len(footprints) == 1 else shapely.union_all([geodesy.unwrap(f) for f in footprints])


def patch(found: Found, **changes: Any) -> Found:
    """Return a copy with some fields changed."""
    return dataclasses.replace(found, **changes)


def rules(request: SearchScenesRequest) -> Rules:
    """Return the request's filters as a table: name of the parameter → function of a Found that says whether it stays.

    A scene that does not state a quantity is never dropped because of it.
    """
    table: Rules = {}
    if request.max_cloud_percent < 100:
        table["MAX_CLOUD"] = lambda f: f.scene.cloud is None or f.scene.cloud <= request.max_cloud_percent
    if request.min_coverage_percent > 0:
        floor = request.min_coverage_percent - COVERAGE_TOLERANCE
        table["MIN_COVERAGE"] = lambda f: f.coverage is None or f.coverage >= floor
    if request.tiles:
        tiles = {tile.upper().removeprefix("T") for tile in request.tiles}
        table["TILES"] = lambda f: f.scene.tile in tiles
    if request.relative_orbits:
        orbits = {int(orbit) for orbit in request.relative_orbits}
        table["RELATIVE_ORBITS"] = lambda f: f.scene.relative_orbit in orbits
    if request.platforms:
        platforms = {platform_key(text) for text in request.platforms}
        table["PLATFORMS"] = lambda f: platform_key(f.scene.platform) in platforms
    if request.passes != "any":
        table["PASS"] = lambda f: f.is_day is None or f.is_day == (request.passes == "day")
    if request.local_time:
        first, last = parse_local_time(request.local_time)
        table["LOCAL_TIME"] = lambda f: is_within(60 * int(f.local_time[:2]) + int(f.local_time[3:]), first, last)
    return table


def availability(request: SearchScenesRequest) -> Rules:
    """Return the filters to be asked before the newest version is chosen: what is not wanted or not to be had must not
    stand in for what is.
    """
    table: Rules = {}
    if request.online_only:
        table["ONLINE_ONLY"] = lambda f: f.scene.online is not False
    if request.timeliness != "any":
        table["TIMELINESS"] = lambda f: f.scene.timeliness in ("", request.timeliness)
    if request.centres:
        centres = {centre.upper() for centre in request.centres}
        table["CENTRE"] = lambda f: f.scene.centre in ("", *centres)
    return table


def platform_key(text: str) -> str:
    """Return ``2A`` of ``sentinel-2a``, ``S2A`` or ``Sentinel-2A``; the letter alone stays a letter."""
    return text.strip().upper().replace("SENTINEL-", "").removeprefix("S")


def apply_rules(found: Iterable[Found], table: Rules) -> tuple[list[Found], collections.Counter[str]]:
    """Return what passes every rule, and how many each rule left out."""
    left_out: collections.Counter[str] = collections.Counter()
    kept = []
    for item in found:
        name = next((name for name, stays in table.items() if not stays(item)), None)
        if name is None:
            kept.append(item)
        else:
            left_out[name] += 1
    return kept, left_out


def places_in_tile(scenes: Sequence[Scene], shares: Sequence[float | None]) -> dict[SceneKey, int]:
    """Return the place (0 is the clearest) of each scene among those of its tile.

    Parameters
    ----------
    shares
        Clear percentage inside the area; None (unknown) comes last. Of equals the earlier scene comes first.

    Returns
    -------
    dict
        Scene key → place.
    """
    by_tile = collections.defaultdict(list)
    for scene, share in zip(scenes, shares, strict=True):
        by_tile[scene.tile].append((-1 if share is None else share, scene))
    places: dict[SceneKey, int] = {}
    for entries in by_tile.values():
        entries.sort(key=lambda entry: (-entry[0], entry[1].datetime, entry[1].key))
        places |= {scene.key: place for place, (_, scene) in enumerate(entries)}
    return places
