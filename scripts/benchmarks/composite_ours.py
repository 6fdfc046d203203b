"""The composite benchmark inside the worker's Python: ours in memory and as a COG, and the floor under both.

Started by composite.py. The floor is what nobody can leave out: every block that the composite needs decoded
once by as many threads, into memory that is there already, and the same COG written from a raster in memory.
"""

import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.windows import Window

from benchmarks.composite_scenes import BANDS
from benchmarks.process import answer, timed
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import COG_OPTIONS
from sentinel_toolkit.core.workflows import median_composite

WINDOW = 1024  # pixels of a band; the scene classification has half of them


def in_memory(scenes, folder):
    """Return the row of the result in memory, and keep the result for the comparison."""
    request = MedianCompositeRequest(scenes_path=str(scenes), output="unused.tif", bands=BANDS)
    made, row = timed("sentinel_toolkit", median_composite.in_memory, request, Report())
    np.save(folder / "sentinel_toolkit.npy", made.values[:-1])
    np.save(folder / "observations.npy", made.values[-1])
    return [row]


def cog(scenes, folder, system="sentinel_toolkit-cog", bands=BANDS):
    """Return the row of the whole job."""
    output = folder / "sentinel_toolkit.tif"
    request = MedianCompositeRequest(scenes_path=str(scenes), output=str(output), bands=bands)
    _, row = timed(system, median_composite.run, request, Report())
    return [row]


def floor(scenes, folder):
    """Return the rows of decoding, and of writing the COG that the job has left in the folder before."""
    return floor_rows(folder, decode, [json.loads(line) for line in Path(scenes).read_text().splitlines()])


def floor_rows(folder, decode_all, *arguments):
    """Return the rows of decoding, and of writing the COG that the job has left in the folder before."""
    path = folder / "sentinel_toolkit.tif"
    with gdal.environment():
        _, decoded = timed("floor-decode", decode_all, *arguments)
        if not path.exists():  # the warm-up
            return [decoded]
        with rasterio.open(path) as done, raster_in_memory(done) as source:
            _, written = timed("floor-cog", lambda: rasterio.shutil.copy(source, folder / "floor.tif", **COG_OPTIONS))
    return [decoded, written]


def decode(items):
    """Decode all blocks of all rasters once: in each thread every file is opened once, at its first window."""
    files = [[item["assets"][band]["href"] for band in (*BANDS, "SCL")] for item in items]
    with rasterio.open(files[0][0]) as dataset:
        side = dataset.width
    own = threading.local()

    def decode_window(row, column):
        if not hasattr(own, "datasets"):
            own.datasets = [[rasterio.open(href) for href in scene] for scene in files]
            own.band, own.scl = np.empty((WINDOW,) * 2, np.uint16), np.empty((WINDOW // 2,) * 2, np.uint8)
        for *bands, scl in own.datasets:
            scl.read(1, window=Window(column // 2, row // 2, WINDOW // 2, WINDOW // 2), out=own.scl)
            for band in bands:
                band.read(1, window=Window(column, row, WINDOW, WINDOW), out=own.band)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        corners = range(0, side, WINDOW)
        for future in [pool.submit(decode_window, row, column) for row in corners for column in corners]:
            future.result()


def raster_in_memory(done):
    """Return a raster in memory with the pixels and the description of a finished COG."""
    kept = ("width", "height", "count", "dtype", "nodata", "crs", "transform")
    raster = rasterio.open("", "w", driver="MEM", **{key: done.profile[key] for key in kept})
    raster.write(done.read())
    raster.descriptions, raster.scales, raster.colorinterp = done.descriptions, done.scales, done.colorinterp
    return raster


if __name__ == "__main__":
    answer({"sentinel_toolkit": in_memory, "sentinel_toolkit-cog": cog, "floor": floor})
