"""Pairs of a fine and a coarse scene that show the same ground at about the same time."""

from __future__ import annotations

import bisect
import collections
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.geo.area import Area, area_of_footprints, part_inside, unwrap
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.selection import Found

HOUR_S = 3600


@dataclass(frozen=True)
class Pair:
    """Two scenes that show the same ground."""

    fine: Scene
    coarse: Scene
    hours_apart: float
    coverage: float
    """The share (0-100) of the area that both cover."""
    cloud: float | None
    """The larger cloud percentage of the two; None where neither is known."""
    ground: BaseGeometry
    """What they share."""


def find_pairs(
    fine: Sequence[Found],
    coarse: Sequence[Found],
    area: Area | None,
    max_days: float,
    max_cloud_percent: float,
    checkpoint: Callable[[], None] = lambda: None,
) -> tuple[list[Pair], collections.Counter[str]]:
    """Return (Pairs, the best first; why others were left out, as a Counter).

    Parameters
    ----------
    fine, coarse
        Described against the same area. Of the coarse ones, those by night are left out.
    area
        None: coverage is that of the fine scene's footprint.
    max_days, max_cloud_percent
        Cloud is that inside the area where it is known, else the scene's.
    checkpoint
        Called for each fine scene; may raise to stop.

    Notes
    -----
    Pairs are ranked by whole hours between them, then by what they cover (whole percent), then by cloud: a minute more
    is no reason to take a pair that shows half as much.
    """
    left_out: collections.Counter[str] = collections.Counter()
    by_day = sorted((item for item in coarse if item.is_day is not False), key=_time)
    left_out["by night"] = len(coarse) - len(by_day)
    times, within = [_time(item) for item in by_day], datetime.timedelta(days=max_days)
    pairs = []
    for item in fine:
        checkpoint()
        first = bisect.bisect_left(times, _time(item) - within)
        last = bisect.bisect_right(times, _time(item) + within)
        left_out["too far apart in time"] += len(by_day) - (last - first)
        for other in by_day[first:last]:
            pair, reason = _pair(item, other, area, max_cloud_percent)
            if pair:
                pairs.append(pair)
            left_out[reason] += not pair
    pairs.sort(key=_order)
    return pairs, left_out


def _time(found: Found) -> datetime.datetime:
    return found.scene.datetime


def _pair(fine: Found, coarse: Found, area: Area | None, max_cloud_percent: float) -> tuple[Pair | None, str]:
    """Return (Pair, empty text), or (None, why there is none)."""
    clouds = [cloud for cloud in (_cloud(fine), _cloud(coarse)) if cloud is not None]
    if clouds and max(clouds) > max_cloud_percent:
        return None, "MAX_CLOUD"
    ground = part_inside(coarse.scene.footprint, unwrap(fine.scene.footprint))
    if area is not None and ground.area:
        ground = part_inside(ground, area.geometry)
    if not ground.area:
        return None, "no common ground"
    whole = area or area_of_footprints([fine.scene.footprint])
    seconds = abs((_time(fine) - _time(coarse)).total_seconds())
    cloud = max(clouds) if clouds else None
    return Pair(fine.scene, coarse.scene, seconds / HOUR_S, whole.percent_inside(ground), cloud, ground), ""


def _cloud(found: Found) -> float | None:
    return found.scene.cloud if found.clear is None else 100 - found.clear


def _order(pair: Pair) -> tuple[int, int, float, float, str, str]:
    cloud = 100 if pair.cloud is None else pair.cloud
    ids = pair.fine.id, pair.coarse.id
    return round(pair.hours_apart), -round(pair.coverage), cloud, pair.hours_apart, *ids
