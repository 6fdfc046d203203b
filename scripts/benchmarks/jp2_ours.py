"""The jp2 benchmark inside the worker's Python: our whole job, and the floor under it. Started by jp2.py."""

import functools
import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import rasterio

from benchmarks.composite_ours import cog, floor_rows
from benchmarks.composite_scenes import TWO_BANDS
from benchmarks.process import answer
from sentinel_toolkit.core.rasters import gdal


def floor(scenes, folder):
    """Return the rows of decoding, and of writing the COG that the job has left in the folder before."""
    items = [json.loads(line) for line in Path(scenes).read_text().splitlines()]
    return floor_rows(folder, decode, [asset["href"] for item in items for asset in item["assets"].values()])


def decode(hrefs):
    """Decode every tile of every raster once; each thread opens each raster once."""
    own = threading.local()

    def decode_tile(href, window):
        with gdal.environment():  # a thread has none of the options of another
            if not hasattr(own, "rasters"):
                own.rasters = {}
            if href not in own.rasters:
                own.rasters[href] = rasterio.open(href)
            own.rasters[href].read(1, window=window)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        tiles = []
        for href in hrefs:
            with rasterio.open(href) as raster:
                tiles += [pool.submit(decode_tile, href, window) for _, window in raster.block_windows(1)]
        for tile in tiles:
            tile.result()


if __name__ == "__main__":
    ours = functools.partial(cog, system="sentinel_toolkit", bands=TWO_BANDS)
    answer({"sentinel_toolkit": ours, "floor": floor})
