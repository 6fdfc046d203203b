"""The peers of the composite benchmark: odc-stac and stackstac, as their documentation has it, and tuned.

Started by composite.py, in environments of their own. Documented: with the libraries that xarray's
documentation lists for acceleration (numbagg, bottleneck), odc-stac in chunks of 2048, as its sample notebooks have it,
and stackstac in its own default of 1024. Tuned: chunks found by trial, and without numbagg, which Dask takes for
medians where it is installed, and which takes several times as long here.
"""

import json
import os
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import dask
import numpy as np
import odc.stac
import pystac
import rioxarray  # noqa: F401 (gives arrays their .rio)
import stackstac
from rasterio.errors import NotGeoreferencedWarning

from benchmarks.composite_scenes import BANDS, EPSG
from benchmarks.process import answer, timed

MASKED_CLASSES = [0, 1, 3, 7, 8, 9, 10]  # the toolkit's own default
RESOLUTION_M = 10
OFFSET_DN, NODATA = -1000, -32768
DOCUMENTED = {"odc-stac": 2048, "stackstac": 1024}  # pixels of a chunk's side
TUNED = {"odc-stac": 1024, "stackstac": 2048}
COG_OPTIONS = {
    "driver": "COG",
    "compress": "DEFLATE",
    "predictor": "YES",
    "overview_resampling": "AVERAGE",
    "num_threads": "ALL_CPUS",
    "bigtiff": "IF_SAFER",
}


def odc_stac(items, chunk, is_tuned, bands=BANDS):
    """Return the median of DN over time, lazily."""
    chunks = {"time": -1, "y": chunk, "x": chunk} if is_tuned else {"y": chunk, "x": chunk}
    items = [pystac.Item.from_dict(item) for item in items]
    cube = odc.stac.load(items, bands=[*bands, "SCL"], crs=f"EPSG:{EPSG}", resolution=RESOLUTION_M, chunks=chunks)
    dn = cube[list(bands)]
    usable = ~cube.SCL.isin(MASKED_CLASSES) & (dn != 0)
    return dn.where(usable).median("time", skipna=True).to_array("band")


def stackstac_(items, chunk, _is_tuned):
    """Return the median of DN over time, lazily."""
    cube = stackstac.stack(
        items,
        assets=[*BANDS, "SCL"],
        epsg=EPSG,
        resolution=RESOLUTION_M,
        chunksize=chunk,
        dtype=np.dtype("uint16"),  # its default is float64
        fill_value=np.uint16(0),
        rescale=False,
        xy_coords="center",  # what rioxarray takes them for
    )
    dn = cube.sel(band=list(BANDS))
    usable = ~cube.sel(band="SCL", drop=True).isin(MASKED_CLASSES) & (dn != 0)
    return dn.where(usable).median("time", skipna=True)


def measured(peer, lazy_median, is_tuned):
    """Return the measurement of a peer: (path of the items, folder for the results) → rows in memory and with a COG."""
    system, chunk = (f"{peer}-tuned", TUNED[peer]) if is_tuned else (peer, DOCUMENTED[peer])

    def measure(scenes, folder):
        median, in_memory = timed(system, lambda: lazy_median(read_items(scenes), chunk, is_tuned).compute())
        _, written = timed(f"{system}-cog", write_cog, median, folder / f"{system}.tif")
        np.save(folder / f"{system}.npy", median.values)
        seconds = in_memory["seconds"] + written["seconds"]
        return in_memory, {**written, "seconds": seconds, "others_percent": in_memory["others_percent"]}

    return measure


def read_items(scenes):
    """Return the STAC items of a table of scenes."""
    return [json.loads(line) for line in Path(scenes).read_text().splitlines()]


def write_cog(median, path):
    """Write the reflectance x 10000; the offset is linear, so that it may follow the median."""
    packed = np.rint(median + OFFSET_DN).fillna(NODATA).astype("int16")
    packed.rio.write_crs(EPSG).rio.write_nodata(NODATA).rio.to_raster(path, **COG_OPTIONS)


if __name__ == "__main__":
    warnings.filterwarnings("ignore", message="All-NaN slice encountered")  # pixels that are never clear
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)  # of odc-stac's own arrays
    dask.config.set(scheduler="threads", num_workers=os.cpu_count())
    peers = {"odc-stac": odc_stac, "stackstac": stackstac_}
    documented = {peer: measured(peer, lazy_median, is_tuned=False) for peer, lazy_median in peers.items()}
    tuned = {f"{peer}-tuned": measured(peer, lazy_median, is_tuned=True) for peer, lazy_median in peers.items()}
    answer(documented | tuned)
