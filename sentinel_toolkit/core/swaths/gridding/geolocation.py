"""Whether the places of a swath can be true: rows follow one another a kilometre apart, and a defect does not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.swaths.gridding.grid import distances_m

FloatArray = NDArray[np.floating]
MAX_PACE_M = 10_000  # from row to row; SLSTR's are 1 km apart, and twice that at the edge of the oblique view
MIN_PACE_M = 10  # rows that stand still are a fill value, not a flight
COLUMNS = 24  # of a row that are looked at


def lost_rows(latitude: FloatArray, longitude: FloatArray) -> NDArray[np.bool_]:
    """Return which rows lie impossibly far from those before and after them: their places are garbage.

    Parameters
    ----------
    latitude, longitude : shape (row, column)
        Degrees, WGS 84; NaN where unknown.

    Returns
    -------
    ndarray of bool, shape (row,)

    Notes
    -----
    Rows that follow one another make runs. The longest one that moves is trusted; from there to both ends a run is
    trusted whose distance from the nearest trusted row is no more than the rows between them can have flown.
    """
    step = max(1, latitude.shape[1] // COLUMNS)
    latitude, longitude = latitude[:, ::step], longitude[:, ::step]
    lost = np.zeros(latitude.shape[0], bool)
    rows = np.flatnonzero(np.isfinite(latitude + longitude).any(axis=1))
    if rows.size < 2:
        return lost
    paces = _paces_m(latitude, longitude, rows[:-1], rows[1:])
    is_cut = paces > MAX_PACE_M
    if not is_cut.any():
        return lost
    cuts = np.flatnonzero(is_cut) + 1
    runs = np.split(rows, cuts)
    moving = [int((part[:-1] >= MIN_PACE_M).sum()) for part in np.split(np.append(paces, 0), cuts)]
    trunk = int(np.argmax(moving))
    if not moving[trunk]:
        return lost  # no two rows that can be true: nothing to judge by
    lost[rows] = True
    lost[runs[trunk]] = False
    for order, near, far in ((range(trunk + 1, len(runs)), 0, -1), (range(trunk - 1, -1, -1), -1, 0)):
        last = runs[trunk][far]
        for number in order:
            run = runs[number]
            if _paces_m(latitude, longitude, np.array([last]), run[[near]])[0] <= MAX_PACE_M:
                lost[run], last = False, run[far]
    return lost


def _paces_m(
    latitude: FloatArray, longitude: FloatArray, rows: NDArray[np.intp], others: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return how far rows lie from others, for each row between: the median of their columns; 0 where none is known."""
    distances = distances_m(latitude[rows], longitude[rows], latitude[others], longitude[others])
    is_known = np.isfinite(distances)
    filled = np.sort(np.where(is_known, distances, np.inf), axis=1)
    middle = np.maximum(is_known.sum(axis=1) - 1, 0) // 2
    medians = np.where(is_known.any(axis=1), filled[np.arange(len(filled)), middle], 0.0)
    return np.asarray(medians / np.abs(others - rows))
