"""How much of the area is clear in a Sentinel-3 product, from its flags."""

from __future__ import annotations

import numpy as np
import shapely

from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.swaths.files import find_window, read_swath
from sentinel_toolkit.core.swaths.gridding.flags import is_cloudy
from sentinel_toolkit.core.swaths.gridding.window import LonLatBox

AROUND_DEG = 0.05  # around the area, where pixels of a swath are looked for: some five of them


def clear_percent_of_swath(scene: Scene, area: Area | None) -> float:
    """Return the clear share of the area in a Sentinel-3 product (0-100): what it does not cover is not clear.

    Parameters
    ----------
    scene
        Of SL_2_LST, with local files.
    area
        None: the pixels that have a place.
    """
    window = find_window(scene, _box_of(area) if area else LonLatBox())
    if window is None:
        return 0.0
    swath = read_swath(scene, (), window)
    clear = ~is_cloudy(swath.flags, "auto")[0]
    known = np.isfinite(swath.latitude + swath.longitude)
    if area is None:
        return float(100 * clear[known].mean())
    middle = area.geometry.centroid.x
    turned = middle + (swath.longitude - middle + 180) % 360 - 180
    inside = known & shapely.contains_xy(area.geometry, turned, swath.latitude)
    seen = inside if inside.any() else known  # an area between the pixels' centres
    return float(clear[seen].mean() * area.percent_inside(scene.footprint))


def _box_of(area: Area) -> LonLatBox:
    west, south, east, north = area.geometry.bounds
    middle, half = (west + east) / 2, (east - west) / 2
    wide = half + AROUND_DEG / np.cos(np.radians(min(max(abs(south), abs(north)), 85)))
    return LonLatBox(south - AROUND_DEG, north + AROUND_DEG, middle, -wide, wide)
