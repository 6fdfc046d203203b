"""The peers of the composite benchmark: odc-stac and stackstac, as their users write it.

Started by benchmark_composite.py, in an environment of their own. CHUNK was found by trial. numbagg is not installed:
where it is, Dask's median takes it, and takes twice as long.
"""

import json
import os
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import dask
import numpy as np
import odc.stac
import pystac
import rioxarray  # noqa: F401 (gives arrays their .rio)
import stackstac
from benchmark_process import answer, timed
from benchmark_scenes import BANDS, EPSG
from rasterio.errors import NotGeoreferencedWarning

MASKED_CLASSES = [0, 1, 3, 7, 8, 9, 10]  # the toolkit's own default
RESOLUTION_M = 10
OFFSET_DN, NODATA = -1000, -32768
CHUNK = {"odc-stac": 1024, "stackstac": 2048}
COG_OPTIONS = {
    "driver": "COG",
    "compress": "DEFLATE",
    "predictor": "YES",
    "overview_resampling": "AVERAGE",
    "num_threads": "ALL_CPUS",
    "bigtiff": "IF_SAFER",
}


def odc_stac(items):
    """Return the median of DN over time, lazily."""
    chunks = {"time": -1, "y": CHUNK["odc-stac"], "x": CHUNK["odc-stac"]}
    items = [pystac.Item.from_dict(item) for item in items]
    cube = odc.stac.load(items, bands=[*BANDS, "SCL"], crs=f"EPSG:{EPSG}", resolution=RESOLUTION_M, chunks=chunks)
    dn = cube[list(BANDS)]
    usable = ~cube.SCL.isin(MASKED_CLASSES) & (dn != 0)
    return dn.where(usable).median("time", skipna=True).to_array("band")


def stackstac_(items):
    """Return the median of DN over time, lazily."""
    cube = stackstac.stack(
        items,
        assets=[*BANDS, "SCL"],
        epsg=EPSG,
        resolution=RESOLUTION_M,
        chunksize=CHUNK["stackstac"],
        dtype=np.dtype("uint16"),  # its default is float64
        fill_value=np.uint16(0),
        rescale=False,
        xy_coords="center",  # what rioxarray takes them for
    )
    dn = cube.sel(band=list(BANDS))
    usable = ~cube.sel(band="SCL", drop=True).isin(MASKED_CLASSES) & (dn != 0)
    return dn.where(usable).median("time", skipna=True)


def measured(system, lazy_median):
    """Return the measurement of a peer: (path of the items, folder for the results) → rows in memory and with a COG."""

    def measure(scenes, folder):
        median, in_memory = timed(system, lambda: lazy_median(_items(scenes)).compute())
        _, written = timed(f"{system}-cog", write_cog, median, folder / f"{system}.tif")
        np.save(folder / f"{system}.npy", median.values)
        seconds = in_memory["seconds"] + written["seconds"]
        return in_memory, {**written, "seconds": seconds, "others_percent": in_memory["others_percent"]}

    return measure


def _items(scenes):
    return [json.loads(line) for line in Path(scenes).read_text().splitlines()]


def write_cog(median, path):
    """Write the reflectance x 10000; the offset is linear, so that it may follow the median."""
    packed = np.rint(median + OFFSET_DN).fillna(NODATA).astype("int16")
    packed.rio.write_crs(EPSG).rio.write_nodata(NODATA).rio.to_raster(path, **COG_OPTIONS)


if __name__ == "__main__":
    warnings.filterwarnings("ignore", message="All-NaN slice encountered")  # pixels that are never clear
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)  # of odc-stac's own arrays
    dask.config.set(scheduler="threads", num_workers=os.cpu_count())
    answer({"odc-stac": measured("odc-stac", odc_stac), "stackstac": measured("stackstac", stackstac_)})
