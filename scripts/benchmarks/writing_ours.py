"""The writing benchmark inside the worker's Python: our writer, and GDAL's COG driver. Started by writing.py."""

import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine
from odc.geo.geobox import GeoBox

from benchmarks.composite_scenes import BANDS, RELIEF, SURFACE_DN, _Fields
from benchmarks.process import answer, timed
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import COG_OPTIONS, BandInfo, CogWriter

BLOCK = 1024  # pixels


def reflectance(side):
    """Return four bands like reflectance x 10000, int16, a corner of them without data."""
    fields, bands = _Fields(side), []
    for number, band in enumerate(BANDS):
        noise = fields.noise[number % 2][100 * number :][:side, :side] // 2
        bands.append((SURFACE_DN[band] - 1000 + RELIEF[band] * fields.landscape + noise).clip(1, 10_000))
    values = np.stack(bands).astype(np.int16)
    values[:, : side // 8, : side // 6] = -32768
    return values, -32768


def temperature(side):
    """Return one band like temperatures in K, float32."""
    fields = _Fields(side)
    return (300 + fields.landscape[None] / 100 + fields.noise[0][:side, :side] / 200).astype(np.float32), np.nan


def ours(pixels):
    """Return the measurement of our writer, to which blocks are handed."""

    def measure(side, folder):
        values, nodata = pixels(side)
        grid, bands = grid_of(side), [BandInfo(str(number)) for number in range(len(values))]

        def write():
            dtype = str(values.dtype)
            with CogWriter(folder, "sentinel_toolkit.tif", grid, dtype, nodata, bands, {}) as writer:
                for row in range(0, side, BLOCK):
                    for column in range(0, side, BLOCK):
                        writer.write(row, column, values[:, row : row + BLOCK, column : column + BLOCK])
                writer.finish(Report())

        (folder / "sentinel_toolkit.tif").unlink(missing_ok=True)  # of the round before
        with gdal.environment():
            _, row = timed(f"sentinel_toolkit-{pixels.__name__}", write)
        return [row]

    return measure


def driver(pixels):
    """Return the measurement of GDAL's driver, to which a raster in memory is given."""

    def measure(side, folder):
        values, nodata = pixels(side)
        grid = grid_of(side)
        profile = {"width": side, "height": side, "count": len(values), "dtype": values.dtype, "nodata": nodata}
        with gdal.environment():
            with rasterio.open("", "w", driver="MEM", crs="EPSG:32633", transform=grid.transform, **profile) as raster:
                raster.write(values)
                path = folder / "cog-driver.tif"
                _, row = timed(
                    f"cog-driver-{pixels.__name__}", lambda: rasterio.shutil.copy(raster, path, **COG_OPTIONS)
                )
        return [row]

    return measure


def grid_of(side):
    """Return a grid of 10 m."""
    return GeoBox((side, side), Affine(10, 0, 600_000, 0, -10, 5_300_000), "EPSG:32633")


if __name__ == "__main__":
    systems = {}
    for made in (reflectance, temperature):
        systems |= {f"sentinel_toolkit-{made.__name__}": ours(made), f"cog-driver-{made.__name__}": driver(made)}
    answer(systems)
