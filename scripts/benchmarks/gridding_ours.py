"""The gridding benchmark inside the worker's Python: ours. Started by gridding.py."""

import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import numpy as np
from affine import Affine
from odc.geo.geobox import GeoBox

from benchmarks.gridding_swath import CELL_M, CRS, grids, make_swath
from benchmarks.process import answer, timed
from sentinel_toolkit.core.swaths.gridding.grid import grid_swath, place, take_nearest
from sentinel_toolkit.core.swaths.gridding.window import near_grid


def gridded(latitude, longitude, values, grid):
    """Return the values on a grid as a pass is read: cut to the grid first."""
    top, bottom, left, right = near_grid(grid).window(latitude, longitude)
    window = np.s_[top:bottom, left:right]
    return take_nearest(values[window], grid_swath(place(latitude[window], longitude[window], CRS), grid), np.nan)


def measure(name, folder):
    """Return the rows of the full ground and of the area."""
    latitude, longitude, values, bounds = make_swath(name)
    rows = []
    for suffix, (west, north, height, width) in grids(bounds).items():
        grid = GeoBox((height, width), Affine(CELL_M, 0, west, 0, -CELL_M, north), CRS)
        result, row = timed(f"ours{suffix}", gridded, latitude, longitude, values, grid)
        if name == "frame":
            np.save(folder / f"ours{suffix}.npy", result)
        rows.append(row)
    return rows


if __name__ == "__main__":
    answer({"ours": measure})
