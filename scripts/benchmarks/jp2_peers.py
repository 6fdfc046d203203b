"""The peer of the jp2 benchmark: odc-stac, as it is fastest here. Started by jp2.py, in an environment of its own.

Its chunks are two tiles of 1024 pixels wide, as its sample notebooks have them: no tile of a band is decoded twice.
"""

import os
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import dask
from rasterio.errors import NotGeoreferencedWarning

from benchmarks.composite_peers import odc_stac, read_items, write_cog
from benchmarks.composite_scenes import TWO_BANDS
from benchmarks.process import answer, timed

CHUNK = 2048  # pixels


def cog(scenes, folder):
    """Return the row of the median and its COG."""

    def make():
        median = odc_stac(read_items(scenes), CHUNK, True, TWO_BANDS).compute()
        write_cog(median, folder / "odc-stac.tif")

    _, row = timed("odc-stac", make)
    return [row]


if __name__ == "__main__":
    warnings.filterwarnings("ignore", message="All-NaN slice encountered")  # pixels that are never clear
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)  # of odc-stac's own arrays
    dask.config.set(scheduler="threads", num_workers=os.cpu_count())
    answer({"odc-stac": cog})
