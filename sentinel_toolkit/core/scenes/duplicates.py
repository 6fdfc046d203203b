"""Which scenes say again what another one says: older processings of a granule, and copies that add no ground.

A datatake may come down to several stations, and its parts overlap. A tile at their seam is then two granules: products
of one name but for the discriminator, which stands for the station's datastrip or for the time of processing.
Catalogues may give each the footprint of the whole tile. So a scene is left out only if something says that it adds
nothing.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Sequence

import shapely

from sentinel_toolkit.core.geo.area import part_inside, unwrap
from sentinel_toolkit.core.geo.mgrs import may_be_the_square
from sentinel_toolkit.core.pixels.reflectance import parse_baseline
from sentinel_toolkit.core.scenes.scene import LST, Scene, parse_product_name
from sentinel_toolkit.core.scenes.selection import Found

SAME_FRAME = 0.5  # share of the smaller of two frames of Sentinel-3 above which they are copies
LEAST_GAIN = 0.02  # share of a scene that must be new ground: footprints of one granule differ by some pixels
FULL_PERCENT = 1.0  # of no data: a scene with less has data wherever its footprint is
SAME_NODATA_PERCENT = 5.0  # by which processings of one granule may differ
_TIMELINESS_RANK = {"NT": 3, "ST": 2, "NR": 1}


def newest_of_each_acquisition(found: Iterable[Found]) -> list[Found]:
    """Return one scene of each granule or frame: the best timeliness, the newest baseline, the latest.

    Two parts of a split datatake both stay, and so do two frames of a pass.
    """
    groups = collections.defaultdict(list)
    for item in found:
        scene = item.scene
        known = scene.datatake and (scene.tile or scene.product == LST)
        groups[(scene.platform, scene.datatake, scene.tile) if known else (scene.id, scene.source)].append(item)
    kept = []
    for group in groups.values():
        group.sort(key=lambda item: newness(item.scene), reverse=True)
        chosen: list[Found] = []
        for item in group:
            if not _is_duplicate(item.scene, [other.scene for other in chosen]):
                chosen.append(item)
        kept += chosen
    return kept


def newness(scene: Scene) -> tuple[int, tuple[int, int], bool, str, str]:
    """Return the key by which copies of one product sort, the best one last: timeliness first, then baseline."""
    # Of two copies of one product, the one with ESA's own DN.
    is_untouched = scene.collection == "sentinel-2-c1-l2a"
    return (
        _TIMELINESS_RANK.get(scene.timeliness, 0),
        _baseline(scene),
        is_untouched,
        _discriminator(scene),
        scene.id,
    )


def _baseline(scene: Scene) -> tuple[int, int]:
    number = int(scene.baseline) if re.fullmatch("[0-9]{1,4}", scene.baseline) else 0
    return parse_baseline(scene.baseline) or (0, number)


def _discriminator(scene: Scene) -> str:
    return str(parse_product_name(scene.name).get("discriminator", ""))


def _is_duplicate(scene: Scene, better: Sequence[Scene]) -> bool:
    """Tell whether a scene says nothing that better ones of its tile and datatake, or of its orbit, do not say."""
    if scene.product == LST:
        return any(_are_copies_of_a_frame(scene, other) for other in better)
    if any(_is_of_the_granule(scene, other) for other in better):
        return True
    return not _adds_ground(scene, [other for other in better if _is_where_its_footprint_is(other)])


def _are_copies_of_a_frame(scene: Scene, other: Scene) -> bool:
    a, b = unwrap(scene.footprint), unwrap(other.footprint)
    return a.intersection(b).area > SAME_FRAME * min(a.area, b.area)


def _is_of_the_granule(scene: Scene, better: Scene) -> bool:
    """Tell whether a better scene is another processing, or another copy, of the granule that a scene is of."""
    if scene.datastrip and better.datastrip:
        return scene.datastrip == better.datastrip
    if _baseline(scene) == _baseline(better) and not _are_copies_of_a_product(scene, better):
        return False  # one processing makes one product of a granule
    if scene.nodata is not None and better.nodata is not None:
        return abs(scene.nodata - better.nodata) <= SAME_NODATA_PERCENT and not _adds_ground(scene, [better])
    return not _adds_ground(scene, [better])


def _are_copies_of_a_product(scene: Scene, other: Scene) -> bool:
    """Tell whether two scenes may be one product: by their names, else because no catalogue lists one twice."""
    ours, others = _discriminator(scene), _discriminator(other)
    return ours == others if ours and others else (scene.collection, scene.source) != (other.collection, other.source)


def _adds_ground(scene: Scene, others: Sequence[Scene]) -> bool:
    ground = unwrap(scene.footprint)
    known = shapely.union_all([part_inside(other.footprint, ground) for other in others])
    return bool(ground.area - known.area > LEAST_GAIN * ground.area)


def _is_where_its_footprint_is(scene: Scene) -> bool:
    """Tell whether a scene has data wherever its footprint is: a square may stand for the tile, whatever is in it."""
    is_full = scene.nodata is not None and scene.nodata < FULL_PERCENT
    return is_full or not may_be_the_square(scene.tile, scene.footprint.wkb)
