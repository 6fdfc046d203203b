"""Where a plain GeoTIFF lies, and what it has for no data: read from its own tags, where these leave no doubt.

OGC GeoTIFF 1.1 (19-008r4): square pixels from one tie point, counted from corners, in a zone of UTM on WGS 84. That is
what Sentinel-2 has. Of everything else nothing is returned, and GDAL finds it out.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from affine import Affine

from sentinel_toolkit.core.rasters.tiff.directory import Directory, first_directory

_SUBFILE, _PIXEL_SCALE, _TIE_POINT, _TRANSFORMATION, _GEO_KEYS, _NO_DATA = 254, 33550, 33922, 34264, 34735, 42113
_MODEL, _RASTER, _PROJECTED_CRS, _LINEAR_UNIT = 1024, 1025, 3072, 3076
_PROJECTED, _PIXEL_IS_AREA, _METRE = 1, 1, 9001
# Names for people (1026, 2049, 3073), and what the code of the projected CRS says anyway: the geographic CRS and its
# unit (2048, 2054), its ellipsoid (2057, 2059).
_REPEATED = {1026, 2048, 2049, 2054, 2057, 2059, 3073}
_UTM = {*range(32601, 32661), *range(32701, 32761)}


class Placement(NamedTuple):
    """Where a raster lies."""

    transform: Affine
    """(column, row) of corners of pixels to metres."""
    epsg: int
    nodata: float | None
    """What the file says stands for no data."""


def placement_of(head: bytes) -> Placement | None:
    """Return the Placement of a file that begins so; None where it is not as plain as that.

    >>> placement_of(b"no TIFF at all") is None
    True
    """
    directory = first_directory(head)
    if directory is None or _TRANSFORMATION in directory or directory.get(_SUBFILE, np.zeros(1)).any():
        return None
    scale, tie = directory.get(_PIXEL_SCALE), directory.get(_TIE_POINT)
    epsg = _utm_zone(directory)
    if epsg is None or scale is None or tie is None or scale.size < 2 or tie.size != 6:
        return None
    if not (np.isfinite(scale).all() and np.isfinite(tie).all() and scale[0] == scale[1] > 0):
        return None
    try:
        nodata = _nodata(directory)
    except ValueError:
        return None
    column, row, _, x, y, _ = map(float, tie)
    side = float(scale[0])
    return Placement(Affine(side, 0, x - column * side, 0, -side, y + row * side), epsg, nodata)


def _utm_zone(directory: Directory) -> int | None:
    """Return the EPSG code of a zone of UTM on WGS 84, where the geo keys say that and nothing else."""
    keys = directory.get(_GEO_KEYS)
    if keys is None or keys.size < 4 or keys.size != 4 * (1 + int(keys[3])):
        return None
    values = {}
    for key, place, _count, value in keys.reshape(-1, 4)[1:].tolist():
        if key in _REPEATED:
            continue
        if place != 0:  # a number that is kept elsewhere
            return None
        values[key] = value
    epsg = values.pop(_PROJECTED_CRS, 0)
    unit = values.pop(_LINEAR_UNIT, _METRE)
    is_plain = unit == _METRE and values == {_MODEL: _PROJECTED, _RASTER: _PIXEL_IS_AREA}
    return epsg if is_plain and epsg in _UTM else None


def _nodata(directory: Directory) -> float | None:
    """Return the number of GDAL's own tag, an ASCII text."""
    text = directory.get(_NO_DATA)
    return None if text is None else float(text.tobytes().split(b"\0")[0].decode("ascii"))
