"""Which part of a swath may lie on a grid: found in one pass over its places, before anything is projected."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.geo.transformations import transformer_between

FloatArray = NDArray[np.floating]
MARGIN_DEG = 0.05  # around the grid: some five pixels
STEP = 3  # rows and columns of which one is looked at: less than the margin's pixels, so that nothing slips through
BULGE = 0.2  # of the distance of two samples: by so much, and less, a grid's edge bends beyond both
_SAMPLES = 17  # along each side of a grid, to find its place on the globe
_NEAR_POLE_DEG = 85.0


class LonLatBox(NamedTuple):
    """A box on the globe, in degrees: between two latitudes, and ``west`` to ``east`` of a ``middle`` longitude."""

    south: float = -90.0
    north: float = 90.0
    middle: float = 0.0
    west: float = -180.0
    east: float = 180.0

    def window(self, latitude: FloatArray, longitude: FloatArray) -> tuple[int, int, int, int] | None:
        """Return (first row, last row + 1, first column, last column + 1) that hold the pixels inside; None if none is.

        Parameters
        ----------
        latitude, longitude : shape (row, column)
            Degrees; NaN where unknown.
        """
        window = _window(latitude, longitude, *self)
        return None if window[1] == 0 else window


def near_grid(grid: GeoBox) -> LonLatBox:
    """Return the LonLatBox around a grid, generously."""
    height, width = grid.shape
    rows, columns = np.meshgrid(np.linspace(0, height, _SAMPLES), np.linspace(0, width, _SAMPLES), indexing="ij")
    x, y = grid.transform.c + grid.transform.a * columns, grid.transform.f + grid.transform.e * rows
    longitude, latitude = transformer_between(str(grid.crs), "EPSG:4326").transform(x, y)
    known = np.isfinite(longitude) & np.isfinite(latitude)
    if not known.any():
        return LonLatBox()
    middle = float(longitude[known][known.sum() // 2])
    turned = (longitude[known] - middle + 180) % 360 - 180
    west, east = float(turned.min()), float(turned.max())
    south, north = float(latitude[known].min()), float(latitude[known].max())
    slack = MARGIN_DEG + BULGE * (north - south) / _SAMPLES
    farthest = max(abs(south), abs(north))
    if farthest > _NEAR_POLE_DEG or east - west > 180:
        return LonLatBox(south - slack, north + slack, middle)
    margin = slack / np.cos(np.radians(farthest)) + BULGE * (east - west) / _SAMPLES
    return LonLatBox(south - slack, north + slack, middle, west - margin, east + margin)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _window(
    latitude: FloatArray, longitude: FloatArray, south: float, north: float, middle: float, west: float, east: float
) -> tuple[int, int, int, int]:
    top, bottom, left, right = latitude.shape[0], 0, latitude.shape[1], 0
    for row in range(0, latitude.shape[0], STEP):
        line, other = latitude[row], longitude[row]
        for column in range(0, line.size, STEP):
            if not (line[column] >= south and line[column] <= north):  # true for NaN
                continue
            turned = other[column] - middle
            turned -= 360 * np.floor((turned + 180) / 360)
            if turned >= west and turned <= east:
                top, bottom = min(top, row), row + 1
                left, right = min(left, column), max(right, column + 1)
    if bottom == 0:
        return 0, 0, 0, 0
    height, width = latitude.shape
    return max(top - STEP, 0), min(bottom + STEP, height), max(left - STEP, 0), min(right + STEP, width)


def warm_up() -> None:
    """Compile the kernel."""
    LonLatBox().window(np.zeros((1, 1)), np.zeros((1, 1)))
