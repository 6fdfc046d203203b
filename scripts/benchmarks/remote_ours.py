"""The remote benchmark inside the worker's Python: our jobs, and the link under them. Started by remote.py."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import numpy as np
import rasterio
from rasterio.windows import Window

from benchmarks.composite_scenes import BANDS
from benchmarks.process import answer, timed
from benchmarks.remote_work import AREA, EPSG, FIELD, NDVI_BANDS, counted, read_items, wkt
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import IndexTimeSeriesRequest, NdviAnimationRequest
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.series.index_series import open_series, read_maps
from sentinel_toolkit.core.series.source import GroundWanted
from sentinel_toolkit.core.workflows import index_time_series, median_composite, ndvi_animation

CRS = f"EPSG:{EPSG}"
OURS = "sentinel_toolkit"
CONNECTIONS, BYTES_PER_S, LATENCY_S = 32, 20e6, 0.05  # of the link; remote.py starts the server with the same


def composite(scenes, folder):
    """Return the row of the whole job."""
    output = str(folder / f"{OURS}.tif")
    request = MedianCompositeRequest(
        scenes_path=scenes, output=output, bands=BANDS, aoi_wkt=wkt(AREA), aoi_crs=CRS, clip=False
    )
    _, row = counted(timed, scenes, OURS, median_composite.run, request, Report())
    return [row]


def _animation(scenes, folder):
    output = str(folder / f"{OURS}.gif")
    return NdviAnimationRequest(scenes_path=scenes, output=output, aoi_wkt=wkt(AREA), aoi_crs=CRS, min_valid_percent=0)


def animation(scenes, folder):
    """Return the row of the whole job: maps, their statistics, and the film of them."""
    _, row = counted(timed, scenes, f"{OURS}-film", ndvi_animation.run, _animation(scenes, folder), Report())
    return [row]


def maps(scenes, folder):
    """Return the row of the maps of an animation in memory, as its job reads them."""
    request = _animation(scenes, folder)

    def read():
        series = open_series(request, GroundWanted(Area.of(request), 0, request.width), Report())
        return np.stack([dated.values for dated in read_maps(series, Report())])

    values, row = counted(timed, scenes, OURS, read)
    np.save(folder / f"{OURS}.npy", values)
    return [row]


def series(scenes, folder):
    """Return the row of the whole job: the table of one field."""
    zones, table = folder / "zones.jsonl", folder / "table.jsonl"
    zones.write_text(json.dumps({"name": "field", "wkt": wkt(FIELD)}) + "\n")
    request = IndexTimeSeriesRequest(
        scenes_path=scenes, zones_path=str(zones), zones_crs=CRS, table_path=str(table), resolution_m=10
    )
    _, row = counted(timed, scenes, OURS, index_time_series.run, request, Report())
    means = [json.loads(line)["mean"] for line in table.read_text().splitlines()]
    np.save(folder / f"{OURS}-series.npy", np.array(means, float))
    return [row]


def link(work):
    """Return the measurement of the least that a work takes: its pieces over the link, or decoding them."""
    bands, bounds = {"composite": (BANDS, AREA), "animation": (NDVI_BANDS, AREA), "series": (NDVI_BANDS, FIELD)}[work]

    def measure(scenes, _folder):
        local = Path(scenes).with_name("local.jsonl")
        hrefs = [item["assets"][band]["href"] for item in read_items(local) for band in (*bands, "SCL")]
        pieces = {href: _pieces(href, bounds) for href in hrefs}
        _, row = timed("link", _decode, pieces)
        sizes = [size for found in pieces.values() for _, size in found]
        transfer, decode = sum(sizes) / (CONNECTIONS * BYTES_PER_S), row["seconds"]
        needed = {"pieces": len(sizes), "files": len(hrefs), "mb": sum(sizes) / 1e6}
        parts = {"transfer_seconds": transfer, "decode_seconds": decode}
        return [{**row, "seconds": max(transfer, decode), **needed, **parts}]

    return measure


def _pieces(href, bounds):
    """Return (window, bytes) of the pieces of a raster that a rectangle meets."""
    with rasterio.open(href) as raster:
        west, south, east, north = bounds
        side, metres = raster.block_shapes[0][0], raster.transform.a
        left, top = raster.transform.c, raster.transform.f
        rows = range(int((top - north) / metres) // side, -(-int((top - south) / metres) // side))
        columns = range(int((west - left) / metres) // side, -(-int((east - left) / metres) // side))
        sizes = {
            (row, column): int(raster.get_tag_item(f"BLOCK_SIZE_{column}_{row}", "TIFF", bidx=1) or 0)
            for row in rows
            for column in columns
        }
        whole = Window(0, 0, raster.width, raster.height)
        return [
            (Window(column * side, row * side, side, side).intersection(whole), size)
            for (row, column), size in sizes.items()
        ]


def _decode(pieces):
    """Decode pieces (windows by raster) once, by a thread for each core; each raster is opened once."""

    def decode_raster(href):
        with gdal.environment(), rasterio.open(href) as raster:  # a thread has none of the options of another
            for window, _ in pieces[href]:
                raster.read(1, window=window)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(decode_raster, pieces))


if __name__ == "__main__":
    jobs = {"composite": composite, "animation": maps, "film-animation": animation, "series": series}
    answer(
        {f"{OURS}-{work}": job for work, job in jobs.items()}
        | {f"link-{work}": link(work) for work in ("composite", "animation", "series")}
    )
