"""The peers of the gridding benchmark: pyresample's nearest neighbour and GDAL's geolocation warp.

Started by gridding.py, in an environment of their own.
"""

import os
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pyresample
import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning
from rasterio.warp import Resampling, reproject

from benchmarks.gridding_swath import CELL_M, CRS, REACH_M, grids, make_swath
from benchmarks.process import answer, timed


def by_pyresample(latitude, longitude, values, west, north, height, width):
    """Return the nearest values by its tree, pykdtree's, which uses all processors by itself."""
    extent = west, north - height * CELL_M, west + width * CELL_M, north
    area = pyresample.AreaDefinition("grid", "", "", CRS, width, height, extent)
    swath = pyresample.SwathDefinition(longitude, latitude)
    return pyresample.kd_tree.resample_nearest(swath, values, area, radius_of_influence=REACH_M, fill_value=np.nan)


def by_gdal(latitude, longitude, values, west, north, height, width):
    """Return the values by GDAL's warp with geolocation arrays, nearest; all processors."""
    result = np.full((height, width), np.nan, np.float32)
    reproject(
        values,
        result,
        src_geoloc_array=np.stack([longitude, latitude]),
        src_crs=rasterio.CRS.from_epsg(4326),
        dst_crs=rasterio.CRS.from_user_input(CRS),
        dst_transform=Affine(CELL_M, 0, west, 0, -CELL_M, north),
        src_nodata=np.nan,
        dst_nodata=np.nan,
        resampling=Resampling.nearest,
        num_threads=os.cpu_count(),
    )
    return result


def measured(system, function):
    """Return the measurement of a peer: (name of the swath, folder for the results) → rows."""

    def measure(name, folder):
        latitude, longitude, values, bounds = make_swath(name)
        rows = []
        for suffix, place in grids(bounds).items():
            result, row = timed(f"{system}{suffix}", function, latitude, longitude, values, *place)
            np.save(folder / f"{system}{suffix}.npy", result)
            rows.append(row)
        return rows

    return measure


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)
    with rasterio.Env():
        answer({"pyresample": measured("pyresample", by_pyresample), "gdal": measured("gdal", by_gdal)})
