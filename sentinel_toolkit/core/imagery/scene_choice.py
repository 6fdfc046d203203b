"""Which scenes a composite is made of: the clearest of each tile, judged inside the area."""

from __future__ import annotations

from collections.abc import Sequence

from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES, CompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.imagery.clear_share import measure
from sentinel_toolkit.core.pixels.scl import valid_table
from sentinel_toolkit.core.scenes.scene import Scene, SceneKey
from sentinel_toolkit.core.scenes.selection import places_in_tile


def choose_scenes(
    request: CompositeRequest, scenes: Sequence[Scene], area: Area | None, report: Report
) -> tuple[Sequence[Scene], dict[SceneKey, int]]:
    """Return the scenes to open, and the rank of those that are only added where observations are few.

    Parameters
    ----------
    scenes
        Those that touch the area.

    Returns
    -------
    scenes
    ranks
        Of those that are added only where observations are few, from 1 on.
    """
    if not request.max_scenes:
        if request.min_observations:
            report.note("MIN_OBSERVATIONS adds nothing: MAX_SCENES is 0, so all scenes are used.")
        return scenes, {}
    # Without a mask the clearest are still the best; their pixels are used as they are.
    classes = DEFAULT_MASK_CLASSES if request.mask_classes == ("none",) else request.mask_classes
    shares = measure(scenes, area, valid_table(classes), report)
    places = places_in_tile(scenes, shares)
    chosen = [scene for scene in scenes if places[scene.key] < request.max_scenes]
    report.note(f"Chosen: {len(chosen)} of {len(scenes)} scenes, the clearest of each tile inside the area.")
    if not request.min_observations:
        return chosen, {}
    further = {key: place - request.max_scenes + 1 for key, place in places.items() if place >= request.max_scenes}
    return scenes, further
