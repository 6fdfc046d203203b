"""Where a Sentinel-2 tile lies: the 100 km squares of the Military Grid Reference System (MGRS)."""

from __future__ import annotations

import functools
import re

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.geo.area import LONLAT, unwrap
from sentinel_toolkit.core.geo.transformations import transform_geometry

SQUARE_M = 100_000
TILE_M = 109_800  # a tile reaches 9.8 km beyond its square to the east and south
CYCLE_M = 20 * SQUARE_M  # northing after which the row letters repeat
SQUARE = 0.995  # share of its box on the tile's own grid that a footprint fills if it may be the tile's square
_BANDS = "CDEFGHJKLMNPQRSTUVWX"  # of 8° from 80° S
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")  # by zone modulo 3
_ROWS = "ABCDEFGHJKLMNPQRSTUV"  # even zones start at F


def tile_footprint(tile: str) -> BaseGeometry:
    """Return the polygon (longitude, latitude) of a tile such as ``33TWL``.

    Raises
    ------
    InvalidRequestError
        If there is no such tile.

    Examples
    --------
    >>> west, south, east, north = tile_footprint("33TWL").bounds
    >>> f"{west:.2f} {south:.2f} {east:.2f} {north:.2f}"
    '15.00 45.06 16.42 46.05'
    """
    code = tile.strip().upper().removeprefix("T")
    try:
        zone, band, column, row = int(code[:2]), code[2], code[3], code[4]
        easting = (_COLUMNS[zone % 3].index(column) + 1) * SQUARE_M
        letter = _ROWS.index(row)
        south_deg = -80 + 8 * _BANDS.index(band)
        if len(code) != 5 or not 1 <= zone <= 60:
            raise ValueError(code)
    except (ValueError, IndexError) as error:
        raise InvalidRequestError(f"TILES holds {tile!r}, which is no tile.", "Write names such as 33TWL.") from error
    offset = (letter - (0 if zone % 2 else 5)) % 20 * SQUARE_M
    is_south = south_deg < 0
    # The band's middle in metres of northing (southern zones count from 10 000 km) tells which cycle is meant.
    middle = (south_deg + 4) * 110_600 + (10_000_000 if is_south else 0)
    northing = offset + round((middle - offset) / CYCLE_M) * CYCLE_M
    top = northing + SQUARE_M
    square = box(easting, top - TILE_M, easting + TILE_M, top)
    return unwrap(transform_geometry(square, f"EPSG:{(32700 if is_south else 32600) + zone}", LONLAT))


@functools.lru_cache(maxsize=1000)  # most scenes of a tile share their footprint to the last digit
def may_be_the_square(tile: str, footprint_wkb: bytes) -> bool:
    """Tell whether a footprint (longitude, latitude) is a rectangle on its tile's grid; also if that is unknown.

    Catalogues give such a one where they do not know which part of the tile has data.

    >>> may_be_the_square("33TWL", tile_footprint("33TWL").wkb)
    True
    >>> may_be_the_square("33TWL", shapely.Polygon([(15.1, 45.1), (16.1, 45.1), (15.7, 46)]).wkb)
    False
    """
    zone = re.match(r"\d{1,2}", tile)
    if zone is None or not 1 <= int(zone[0]) <= 60:
        return True
    ground = unwrap(shapely.from_wkb(footprint_wkb))
    crs = f"EPSG:{(32600 if ground.centroid.y >= 0 else 32700) + int(zone[0])}"
    flat = transform_geometry(ground, LONLAT, crs, densify=0)
    return not flat.area < SQUARE * box(*flat.bounds).area
