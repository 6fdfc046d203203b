"""The sharpening benchmark inside the worker's Python: ours, one step of it, and the floor under it.

Started by sharpening.py. The floor is what nobody can leave out: every pixel of both bands decoded once, by
all processors, into memory that is there already, and the finished temperatures written as the same COG.
"""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import numpy as np
import rasterio
from odc.geo.geobox import GeoBox
from rasterio.windows import Window

from benchmarks.process import answer, timed
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import CogWriter
from sentinel_toolkit.core.thermal.cells.interpolation import interpolate
from sentinel_toolkit.core.thermal.cells.mesh import mesh_of
from sentinel_toolkit.core.thermal.cells.sums import CellSums, sum_strip
from sentinel_toolkit.core.thermal.fine_vegetation import ndvi_of
from sentinel_toolkit.core.thermal.ground import PARTS
from sentinel_toolkit.core.thermal.maps import lst_bands
from sentinel_toolkit.core.workflows import thermal_sharpening

STRIP = 512  # rows
TUTORIAL = {
    "method": "linear",
    "residual": "none",
    "ndvi_min": 0.1,
    "ndvi_max": 0.6,
    "lst_min_k": 300.0,
    "lst_max_k": 330.0,
}


def job(system, **options):
    """Return the measurement of the whole job with these options."""

    def measure(scene, folder):
        sources = {name: str(Path(scene) / f"{name}.tif") for name in ("lst", "red", "nir")}
        request = ThermalSharpeningRequest(**sources, **options, output=str(folder / f"{system}.tif"))
        _, row = timed(system, thermal_sharpening.run, request, Report())
        return [row]

    return measure


def aggregation(scene, folder):
    """Return the row of summing up NDVI, which is in memory, in coarse pixels, as the job does; keep the means."""
    red, nir = (read(Path(scene) / f"{name}.tif") for name in ("red", "nir"))
    ndvi = np.empty(red.shape, np.float32)
    for top in range(0, len(ndvi), STRIP):
        part = np.s_[top : top + STRIP]
        ndvi[part] = ndvi_of(red[part] * np.float32(1e-4), nir[part] * np.float32(1e-4))
    grids = [grid_of(Path(scene) / f"{name}.tif") for name in ("red", "lst")]
    sums, row = timed("sentinel_toolkit-aggregation", sum_up, ndvi, *grids)
    np.save(folder / "sentinel_toolkit-aggregation.npy", sums.mean)
    return [row]


def sum_up(ndvi, grid, coarse):
    """Return the CellSums of NDVI: strips in threads."""

    def work(top):
        strip = ndvi[top : top + STRIP]
        return sum_strip(strip, mesh_of(grid, top, top + len(strip), coarse), coarse.shape, PARTS)

    sums = CellSums.nothing(coarse.shape, PARTS)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for strip in pool.map(work, range(0, len(ndvi), STRIP)):
            sums.add(strip)
    return sums


def bilinear(scene, folder):
    """Return the row of temperatures that are interpolated and nothing else, written as the same COG."""
    (fine, coarse), lst_k = (
        (grid_of(Path(scene) / f"{name}.tif") for name in ("red", "lst")),
        read(Path(scene) / "lst.tif"),
    )

    def strip(top):
        rows = min(STRIP, fine.shape[0] - top)
        return interpolate(lst_k, mesh_of(fine, top, top + rows, coarse), (rows, fine.shape[1]))

    _, row = timed("bilinear", write_cog, folder / "bilinear.tif", fine, strip)
    return [row]


def floor(scene, folder):
    """Return the rows of decoding, and of writing the COG that the job has left in the folder before."""
    paths = [Path(scene) / f"{name}.tif" for name in ("red", "nir")]
    fine, finished = grid_of(paths[0]), folder / "sentinel_toolkit.tif"
    bands = [np.zeros(fine.shape, np.uint16) for _ in paths]
    _, decoded = timed("floor-decode", decode, paths, bands)
    values = read(finished) if finished.exists() else bands[0].astype(np.float32)  # the warm-up has none
    (folder / "floor.tif").unlink(missing_ok=True)  # of an earlier round
    _, written = timed("floor-cog", write_cog, folder / "floor.tif", fine, lambda top: values[top : top + STRIP])
    return [decoded, written]


def decode(paths, bands):
    """Decode all pixels once: each thread opens every file once."""
    own = threading.local()

    def decode_strip(top):
        if not hasattr(own, "datasets"):
            own.datasets = [rasterio.open(path) for path in paths]
        for dataset, band in zip(own.datasets, bands, strict=True):
            part = band[top : top + STRIP]
            dataset.read(1, window=Window(0, top, band.shape[1], len(part)), out=part)

    with gdal.environment(), ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(decode_strip, range(0, len(bands[0]), STRIP)))


def write_cog(path, grid, strip):
    """Write the strips that a function makes of their first rows."""
    with gdal.environment(), CogWriter(path.parent, path.name, grid, "float32", np.nan, lst_bands(False), {}) as cog:
        for top in range(0, grid.shape[0], STRIP):
            cog.write(top, 0, strip(top)[None])
        cog.finish(Report())


def read(path):
    """Return the pixels of a raster, as they are stored."""
    with rasterio.open(path, num_threads=os.cpu_count()) as dataset:
        return dataset.read(1)


def grid_of(path):
    """Return the GeoBox of a raster."""
    with rasterio.open(path) as dataset:
        return GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())


if __name__ == "__main__":
    answer(
        {
            "sentinel_toolkit": job("sentinel_toolkit", method="local"),
            "sentinel_toolkit-linear": job("sentinel_toolkit-linear", **TUTORIAL),
            "sentinel_toolkit-aggregation": aggregation,
            "bilinear": bilinear,
            "floor": floor,
        }
    )
