"""A swath of Sentinel-3 SLSTR: quantities pixel by pixel, angles from tie points, and the shift of high ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyproj
from numpy.typing import NDArray

from sentinel_toolkit.core.swaths.gridding.flags import SwathFlags

FloatArray = NDArray[np.floating]
IntArray = NDArray[np.integer]
TieColumn = Callable[[IntArray], FloatArray]  # image column → tie column, fractional
_WGS84 = pyproj.Geod(ellps="WGS84")
MAX_SHIFT_ANGLE_DEG = 70.0  # of view: SLSTR looks to 60°; beyond, an angle is a defect


@dataclass(frozen=True)
class Swath:
    """Part of a swath; all arrays have shape (row, column).

    ``latitude`` and ``longitude`` are in degrees (float64, NaN where unknown), ``values`` are quantities by name
    (float32 in physical units, NaN where there is none), ``flags`` its SwathFlags.
    """

    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    values: dict[str, NDArray[np.float32]]
    flags: SwathFlags
    lost_rows: int = 0
    """Rows whose places were garbage, and are unknown now."""


def interpolate_ties(ties: FloatArray, columns: IntArray, tie_column: TieColumn) -> NDArray[np.float64]:
    """Return tie-point values at image columns, linearly between the ties of each row.

    Parameters
    ----------
    ties : shape (row, tie)
        16 km apart across the track, 1 km along it: the rows are those of the image.
    columns : shape (column,)
        Of the image.
    tie_column
        Image column → tie column, fractional.

    Returns
    -------
    ndarray of float64, shape (row, column)
        NaN outside the ties, and beside a missing one.
    """
    place = np.asarray(tie_column(columns), float)
    left = np.clip(np.floor(place).astype(int), 0, ties.shape[1] - 2)
    share = place - left
    values = ties[:, left] * (1 - share) + ties[:, left + 1] * share
    return np.where((place >= 0) & (place <= ties.shape[1] - 1), values, np.nan)


def interpolate_azimuths(ties_deg: FloatArray, columns: IntArray, tie_column: TieColumn) -> NDArray[np.float64]:
    """Return azimuths (degrees) between tie points: their directions are averaged, for 359° and 1° meet at 0°.

    >>> interpolate_azimuths(np.array([[350.0, 30.0]]), np.array([0, 1]), lambda columns: columns / 2)
    array([[350.,  10.]])
    """
    angles = np.radians(ties_deg)
    east = interpolate_ties(np.sin(angles), columns, tie_column)
    north = interpolate_ties(np.cos(angles), columns, tie_column)
    return np.degrees(np.arctan2(east, north)) % 360


def tie_columns(
    track_offset: float, resolution_m: float, tie_track_offset: float, tie_resolution_m: float
) -> TieColumn:
    """Return the function image column → tie column of a product: both count from the satellite's track.

    Parameters
    ----------
    track_offset, tie_track_offset
        Column of the track in the image and among the ties.
    resolution_m, tie_resolution_m
        Across the track.
    """
    return lambda columns: tie_track_offset + (np.asarray(columns) - track_offset) * resolution_m / tie_resolution_m


def shift_high_ground(
    latitude: NDArray[np.float64],
    longitude: NDArray[np.float64],
    elevation_m: FloatArray,
    view_zenith_deg: FloatArray,
    view_azimuth_deg: FloatArray,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return (latitude, longitude) moved to where high ground is, if the product places it as if it were at height 0.

    Parameters
    ----------
    latitude, longitude : shape (row, column)
        Degrees.
    elevation_m : shape (row, column)
    view_zenith_deg, view_azimuth_deg : shape (row, column)
        Direction from the ground to the satellite, the azimuth clockwise from north.

    Notes
    -----
    A point at height h that is seen under the zenith angle θ appears h · tan θ farther from the satellite than it is;
    it is moved towards the satellite by as much, on the WGS 84 ellipsoid. Whether SL_2_LST products need it is not
    settled: see docs/import_sentinel3.md.
    """
    usable = np.isfinite(latitude + longitude + elevation_m + view_zenith_deg + view_azimuth_deg)
    usable &= (view_zenith_deg >= 0) & (view_zenith_deg <= MAX_SHIFT_ANGLE_DEG)
    moved = latitude.copy(), longitude.copy()
    distance_m = elevation_m[usable] * np.tan(np.radians(view_zenith_deg[usable]))
    east, north, _ = _WGS84.fwd(longitude[usable], latitude[usable], view_azimuth_deg[usable], distance_m)
    moved[0][usable], moved[1][usable] = north, east
    return moved
