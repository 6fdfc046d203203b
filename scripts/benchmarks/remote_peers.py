"""The peers of the remote benchmark: odc-stac and stackstac, with 2 and with 16 threads. Started by remote.py.

As their documentation has them installed and called, with GDAL's options for clouds, and without numbagg, which makes
medians slower here. Chunks hold one date of the whole area, so that all dates and bands can be asked for at once; for
the median they are cut up again into chunks of all dates, whose size was found by trial: else it takes twice as long.
"""

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import dask
import numpy as np
import odc.stac
import pystac
import stackstac
from rasterio.errors import NotGeoreferencedWarning

from benchmarks.composite_peers import MASKED_CLASSES, OFFSET_DN, RESOLUTION_M, write_cog
from benchmarks.composite_scenes import BANDS
from benchmarks.process import answer, timed
from benchmarks.remote_work import AREA, EPSG, FIELD, NDVI_BANDS, counted, read_items

THREADS = (2, 16)
CHUNK = 1024  # pixels: more than the area has
MEDIAN_CHUNK = 256
MIN_SUM = 0.01  # of reflectance, below which the toolkit takes NDVI for noise


def load_odc_stac(items, bands, bounds):
    """Return (DN, classification) of a rectangle, lazily; time first."""
    west, south, east, north = bounds
    cube = odc.stac.load(
        [pystac.Item.from_dict(item) for item in items],
        bands=[*bands, "SCL"],
        crs=f"EPSG:{EPSG}",
        resolution=RESOLUTION_M,
        x=(west, east),
        y=(south, north),
        chunks={"time": 1, "y": CHUNK, "x": CHUNK},
    )
    return cube[list(bands)].to_array("band").transpose("time", "band", "y", "x"), cube.SCL


def load_stackstac(items, bands, bounds):
    """Return (DN, classification) of a rectangle, lazily; time first."""
    cube = stackstac.stack(
        items,
        assets=[*bands, "SCL"],
        epsg=EPSG,
        resolution=RESOLUTION_M,
        bounds=bounds,
        chunksize=CHUNK,
        dtype=np.dtype("uint16"),  # its default is float64
        fill_value=np.uint16(0),
        rescale=False,
        xy_coords="center",  # what rioxarray takes them for
    )
    return cube.sel(band=list(bands)), cube.sel(band="SCL", drop=True)


def composite(peer, load, scenes, folder):
    """Return the row of the median and its COG."""

    def make():
        dn, scl = load(read_items(scenes), BANDS, AREA)
        usable = ~scl.isin(MASKED_CLASSES) & (dn != 0)
        seen = dn.where(usable).chunk({"time": -1, "y": MEDIAN_CHUNK, "x": MEDIAN_CHUNK})
        write_cog(seen.median("time", skipna=True).compute(), folder / f"{peer}.tif")

    _, row = counted(timed, scenes, peer, make)
    return [row]


def ndvi(load, items, bounds):
    """Return NDVI of every date, lazily."""
    dn, scl = load(items, NDVI_BANDS, bounds)
    usable = ~scl.isin(MASKED_CLASSES) & (dn != 0)
    reflectance = (dn.astype("float32") + OFFSET_DN) / 10_000
    red, nir = (reflectance.where(usable).sel(band=band, drop=True) for band in NDVI_BANDS)
    total = red + nir
    return ((nir - red) / total).where(total > MIN_SUM).clip(-1, 1)


def maps(peer, load, scenes, folder):
    """Return the row of the maps of NDVI in memory."""
    values, row = counted(timed, scenes, peer, lambda: ndvi(load, read_items(scenes), AREA).compute())
    np.save(folder / f"{peer}.npy", values.values)
    return [row]


def series(peer, load, scenes, folder):
    """Return the row of the mean of NDVI of a field, date by date."""
    values, row = counted(
        timed, scenes, peer, lambda: ndvi(load, read_items(scenes), FIELD).mean(("y", "x"), dtype="float64").compute()
    )
    np.save(folder / f"{peer}-series.npy", values.values)
    return [row]


def measured(peer, load, work, threads):
    """Return the measurement of a peer with so many threads: (path of the items, folder for the results) → rows."""

    def measure(scenes, folder):
        with dask.config.set(scheduler="threads", num_workers=threads):
            return [{**row, "threads": threads} for row in work(peer, load, scenes, folder)]

    return measure


if __name__ == "__main__":
    warnings.filterwarnings("ignore", message="All-NaN slice encountered")  # pixels that are never clear
    warnings.filterwarnings("ignore", message="Mean of empty slice")  # fields that are cloudy
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)  # of odc-stac's own arrays
    odc.stac.configure_rio(cloud_defaults=True)
    works = {"composite": composite, "animation": maps, "series": series}
    peers = {"odc-stac": load_odc_stac, "stackstac": load_stackstac}
    answer(
        {
            f"{peer}-{threads}-{name}": measured(peer, load, work, threads)
            for peer, load in peers.items()
            for name, work in works.items()
            for threads in THREADS
        }
    )
