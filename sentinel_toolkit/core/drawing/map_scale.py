"""How large the ground is in a picture of a grid, how long a scale bar, and where north lies."""

from __future__ import annotations

import math
from typing import NamedTuple

import pyproj
from odc.geo.geobox import GeoBox

WGS84 = pyproj.Geod(ellps="WGS84")
STRETCH = 0.01  # of the grid's width, over which the ground is measured: local, and far above rounding
NORTHWARD_M = 100.0  # to the point in whose direction north lies


class ScaleBar(NamedTuple):
    """A round distance: its length in pixels of the page, and its text."""

    length_m: float
    pixels: int
    text: str


def _to_geographic(grid: GeoBox) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(grid.crs, "EPSG:4326", always_xy=True)


def ground_resolution_m(grid: GeoBox) -> float:
    """Return the metres on the ground that a pixel at the grid's centre is wide.

    Measured as a geodesic on the WGS 84 ellipsoid along the row through the centre, so that it is right in degrees and
    in Web Mercator, whose own metres are too long by 1 / cos(latitude).

    Parameters
    ----------
    grid
        In any CRS.

    Returns
    -------
    float
        NaN where the centre has no place on the globe.
    """
    rows, columns = grid.shape
    half = max(0.5, STRETCH * columns / 2)
    ends = [grid.transform @ (columns / 2 + step, rows / 2) for step in (-half, half)]
    x, y = zip(*ends, strict=True)
    longitudes, latitudes = _to_geographic(grid).transform(x, y)
    if not all(map(math.isfinite, (*longitudes, *latitudes))):
        return math.nan
    return WGS84.line_length(longitudes, latitudes) / (2 * half)


def north_deg(grid: GeoBox) -> float:
    """Return the direction of true north at the grid's centre, in degrees clockwise from up; 0 where it has none.

    Parameters
    ----------
    grid
        In any CRS. In UTM, north is not up away from the zone's central meridian.

    Returns
    -------
    float
        Between -180 and 180.
    """
    rows, columns = grid.shape
    to_geographic = _to_geographic(grid)
    longitude, latitude = to_geographic.transform(*(grid.transform @ (columns / 2, rows / 2)))
    if not math.isfinite(longitude) or not math.isfinite(latitude):
        return 0.0
    north = WGS84.fwd(longitude, latitude, 0, NORTHWARD_M)[:2]
    x, y = ~grid.transform @ to_geographic.transform(*north, direction="INVERSE")
    right, down = x - columns / 2, y - rows / 2
    return math.degrees(math.atan2(right, -down)) if math.isfinite(right + down) else 0.0


def scale_bar(pixel_m: float, room: float) -> ScaleBar:
    """Return the longest scale bar of 1, 2 or 5 x 10^n metres that has room.

    Parameters
    ----------
    pixel_m
        Metres on the ground of a pixel of the page.
    room
        Pixels.

    Returns
    -------
    ScaleBar
    """
    most = pixel_m * room
    power = 10.0 ** math.floor(math.log10(most))
    length_m = next(factor * power for factor in (5, 2, 1) if factor * power <= most * (1 + 1e-9))
    text = f"{length_m / 1000:.15g} km" if length_m >= 1000 else f"{length_m:.15g} m"
    return ScaleBar(length_m, max(1, round(length_m / pixel_m)), text)
