"""Passes of Sentinel-3: consecutive frames of one orbit belong together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from sentinel_toolkit.core.scenes.duplicates import newness
from sentinel_toolkit.core.scenes.scene import Scene, parse_product_name

FRAME_S = 180  # seconds of a frame, where a name does not tell
MAX_GAP_S = 60  # between the end of a frame and the start of the next one
MAX_FRAME_S = 600  # longer products are whole orbits


@dataclass(frozen=True)
class Pass:
    """The frames of one pass, in time order."""

    scenes: tuple[Scene, ...]

    @property
    def time(self) -> datetime.datetime:
        """Return when it began, UTC."""
        return self.scenes[0].datetime

    @property
    def name(self) -> str:
        """Return a name that tells passes apart, fit for a file."""
        first = self.scenes[0]
        letter = first.platform.rpartition("-")[2].upper()
        return f"S{letter}_{self.time:%Y%m%dT%H%M%S}"


def passes_of(scenes: Iterable[Scene]) -> list[Pass]:
    """Return the Passes of scenes, in time order: frames of one orbit with hardly a gap between them.

    Of copies of a frame (near real time, non time critical) the best one is taken. Products as long as an orbit are a
    pass by themselves.
    """
    passes: list[list[Scene]] = []
    for scene in without_copies(scenes):
        if passes and _follows(scene, passes[-1][-1]):
            passes[-1].append(scene)
        else:
            passes.append([scene])
    return sorted((Pass(tuple(members)) for members in passes), key=lambda overpass: (overpass.time, overpass.name))


def without_copies(scenes: Iterable[Scene]) -> list[Scene]:
    """Return scenes by satellite and time, one of each frame: the best timeliness, then the newest baseline."""
    ordered = sorted(scenes, key=lambda scene: (scene.platform, scene.datetime, scene.id))
    kept: list[Scene] = []
    for scene in ordered:
        if kept and _is_copy(scene, kept[-1]):
            kept[-1] = max(kept[-1], scene, key=newness)
        else:
            kept.append(scene)
    return kept


def _is_copy(scene: Scene, other: Scene) -> bool:
    apart_s = abs((scene.datetime - other.datetime).total_seconds())
    return scene.platform == other.platform and apart_s < min(_duration_s(scene), _duration_s(other)) / 2


def _follows(scene: Scene, last: Scene) -> bool:
    """Tell whether a frame is the next one of the same orbit."""
    orbits = {frame.datatake for frame in (scene, last) if "_" in frame.datatake}  # else the name does not tell
    gap_s = (scene.datetime - last.datetime).total_seconds() - _duration_s(last)
    are_frames = _duration_s(scene) <= MAX_FRAME_S and _duration_s(last) <= MAX_FRAME_S
    return scene.platform == last.platform and len(orbits) <= 1 and are_frames and gap_s <= MAX_GAP_S


def _duration_s(scene: Scene) -> int:
    return max(parse_product_name(scene.name).get("duration") or FRAME_S, 1)
