"""The sharpening benchmark's peer: the tutorial's way. Started by sharpening.py, in its own environment.

NDVI of the whole tile, coarse pixels as polygons, the mean NDVI of each by rasterstats, a line through those in range,
and the line applied to NDVI, written as a plain GeoTIFF. What the tutorial draws and the vector file that it saves are
left out. ``tutorial-cog`` turns that file into a COG as ours is, and has the seconds of both.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import rasterio
import rasterio.shutil
import shapely
from rasterstats import zonal_stats

from benchmarks.process import answer, timed

NDVI_RANGE, LST_RANGE_K = (0.1, 0.6), (300, 330)
NODATA = -999
COG_OPTIONS = {
    "driver": "COG",
    "compress": "DEFLATE",
    "predictor": "YES",
    "overview_resampling": "AVERAGE",
    "num_threads": "ALL_CPUS",
    "bigtiff": "IF_SAFER",
}


def sharpen(scene, folder):
    """Write the sharpened temperatures; return the row of the zonal means, and the means (row, column)."""
    bands = []
    for name in ("red", "nir"):
        with rasterio.open(scene / f"{name}.tif") as dataset:
            bands.append(dataset.read(1).astype(np.float32))
            meta, transform = dataset.meta, dataset.transform
    red, nir = bands
    ndvi = (nir - red) / (nir + red)
    with rasterio.open(scene / "lst.tif") as dataset:
        lst_k = dataset.read(1)
        polygons = pixels_of(dataset)
    stats, row = timed("tutorial-zonal", zonal_means, polygons, ndvi, transform)
    pairs = [(mean, value) for mean, value in zip(stats, lst_k.ravel(), strict=True) if mean is not None]
    slope, intercept = fit_line(*np.array(pairs).T)
    meta.update(dtype="float32", nodata=np.nan)
    with rasterio.open(folder / "tutorial.tif", "w", **meta) as dataset:
        dataset.write(slope * ndvi + intercept, 1)
    return row, np.array(stats, float).reshape(lst_k.shape)


def pixels_of(dataset):
    """Return the pixels of a raster as polygons, row by row; features.shapes would join neighbours of one value."""
    rows, columns = np.indices(dataset.shape)
    west, north = dataset.transform @ (columns.ravel(), rows.ravel())
    east, south = dataset.transform @ (columns.ravel() + 1, rows.ravel() + 1)
    return list(shapely.box(west, south, east, north))


def zonal_means(polygons, ndvi, transform):
    """Return the mean NDVI of each polygon; None where there is none."""
    found = zonal_stats(polygons, ndvi, affine=transform, nodata=NODATA, stats=["mean"])
    return [zone["mean"] for zone in found]


def fit_line(ndvi, lst_k):
    """Return (slope, intercept) of the line through the points in range."""
    inside = (ndvi >= NDVI_RANGE[0]) & (ndvi <= NDVI_RANGE[1]) & (lst_k >= LST_RANGE_K[0]) & (lst_k <= LST_RANGE_K[1])
    return np.polyfit(ndvi[inside], lst_k[inside], 1)


def tutorial(scene, folder):
    """Return the rows of the whole way, of it with a COG in the end, and of the zonal means alone; keep the means."""
    (zonal, means), row = timed("tutorial", sharpen, Path(scene), folder)
    np.save(folder / "tutorial-zonal.npy", means)
    made = folder / "tutorial.tif", folder / "tutorial-cog.tif"
    _, cog = timed("tutorial-cog", lambda: rasterio.shutil.copy(*made, **COG_OPTIONS))
    return [row, {**cog, "seconds": row["seconds"] + cog["seconds"]}, zonal]


if __name__ == "__main__":
    answer({"tutorial": tutorial})
