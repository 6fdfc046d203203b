"""Where a Sentinel-2 tile lies: the 100 km squares of the Military Grid Reference System (MGRS)."""

from __future__ import annotations

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.geo.area import LONLAT, unwrap
from sentinel_toolkit.core.geo.grid import transform_geometry

SQUARE_M = 100_000
TILE_M = 109_800  # a tile reaches 9.8 km beyond its square to the east and south
CYCLE_M = 20 * SQUARE_M  # northing after which the row letters repeat
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
