"""Passes of Sentinel-3: consecutive frames of one orbit belong together."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sentinel_toolkit.core.science.scene import parse_product_name

FRAME_S = 180  # seconds of a frame, where a name does not tell
MAX_GAP_S = 60  # between the end of a frame and the start of the next one


@dataclass(frozen=True)
class Pass:
    """The frames of one pass, in time order."""

    scenes: tuple

    @property
    def time(self):
        """Return when it began, UTC."""
        return self.scenes[0].datetime

    @property
    def name(self):
        """Return a name that tells passes apart, fit for a file."""
        first = self.scenes[0]
        letter = first.platform.rpartition("-")[2].upper()
        return f"S{letter}_{self.time:%Y%m%dT%H%M%S}"


def passes_of(scenes):
    """Return the Passes of scenes, in time order: frames of one satellite with hardly a gap between them."""
    passes = []
    ends = {}
    for scene in sorted(scenes, key=lambda scene: (scene.platform, scene.datetime, scene.id)):
        duration_s = parse_product_name(scene.name).get("duration") or FRAME_S
        end = scene.datetime + datetime.timedelta(seconds=duration_s)
        follows = passes and passes[-1][-1].platform == scene.platform
        if follows and scene.datetime <= ends[scene.platform] + datetime.timedelta(seconds=MAX_GAP_S):
            passes[-1].append(scene)
            end = max(end, ends[scene.platform])
        else:
            passes.append([scene])
        ends[scene.platform] = end
    return sorted((Pass(tuple(members)) for members in passes), key=lambda one: (one.time, one.name))
