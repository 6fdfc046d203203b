"""The measurement of one composite inside the worker's Python: started by costs.py."""

import sys
import time
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import rasterio

from benchmarks.process import answer, timed
from benchmarks.remote_work import counted
from benchmarks.writing_ours import BLOCK, grid_of
from sentinel_toolkit.contract.imagery import BANDS, MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BandInfo, CogWriter
from sentinel_toolkit.core.workflows import median_composite


def composite(scenes, folder):
    """Return the row of the whole job, and the processor time of writing what it wrote once more."""
    output = folder / "composite.tif"
    request = MedianCompositeRequest(scenes_path=scenes, output=str(output), bands=BANDS)
    began = time.process_time()
    _, row = counted(timed, scenes, "composite", median_composite.run, request, Report())
    seconds = time.process_time() - began
    with rasterio.open(output) as raster:
        values = raster.read()
    began = time.process_time()
    _write(values, folder)
    writing = time.process_time() - began
    measured = {"core_seconds": round(seconds, 1), "writing_core_seconds": round(writing, 1)}
    return [{**row, **measured, "read_mb": round(row["mb"]), "written_mb": round(output.stat().st_size / 1e6)}]


def _write(values, folder):
    bands, side = [BandInfo(str(number)) for number in range(len(values))], values.shape[1]
    with gdal.environment(), CogWriter(folder, "again.tif", grid_of(side), "int16", -32768, bands, {}) as writer:
        for row in range(0, side, BLOCK):
            for column in range(0, side, BLOCK):
                writer.write(row, column, values[:, row : row + BLOCK, column : column + BLOCK])
        writer.finish(Report())


if __name__ == "__main__":
    answer({"composite": composite})
