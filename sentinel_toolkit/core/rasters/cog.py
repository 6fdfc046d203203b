"""Writing results: blocks as they come, their pieces compressed in threads, then one cloud-optimised GeoTIFF (COG)."""

from __future__ import annotations

import collections
import os
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from odc.geo.crs import norm_crs_or_error
from odc.geo.geobox import GeoBox
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters.door import open_raster
from sentinel_toolkit.core.rasters.pyramid import Level, Tile, Waiting, levels_of
from sentinel_toolkit.core.rasters.spool import Spool
from sentinel_toolkit.core.rasters.tiff.pieces import SIDE, PieceForm
from sentinel_toolkit.core.rasters.tiff.tags import TiffImage, cog_header, read_images
from sentinel_toolkit.core.rasters.writing import NewRaster, guard, written_again

BLOCK = SIDE  # pixels
WAITING_BYTES = 64 * 2**20  # of tiles in memory: a row of six bands of Sentinel-2; others wait on the disk
MAX_THREADS = 8  # that compress: more would wait for what makes the blocks
# So that any viewer shows true colour, style or not.
COLOURS = {"B04": ColorInterp.red, "B03": ColorInterp.green, "B02": ColorInterp.blue}
# The raster without pixels that GDAL describes for us.
SAMPLE_OPTIONS = {
    "driver": "GTiff",
    "width": SIDE + 1,  # so that it has an overview
    "height": SIDE + 1,
    "sparse_ok": True,
    "photometric": "MINISBLACK",  # no band is taken for alpha
}
# What GDAL's own driver is told: our files are as it would write them.
COG_OPTIONS = {
    "driver": "COG",
    "COMPRESS": "DEFLATE",  # read by everything; ZSTD is missing from some builds
    "PREDICTOR": "YES",
    "OVERVIEW_RESAMPLING": "AVERAGE",  # the driver's own default would alias
    "NUM_THREADS": "ALL_CPUS",
    "BIGTIFF": "IF_SAFER",
}


@dataclass(frozen=True)
class BandInfo:
    """How a band is described."""

    name: str
    scale: float = 1.0
    """value = stored * scale"""
    unit: str = ""
    """Empty: none."""
    description: str = ""


class CogWriter:
    """A context that takes blocks and leaves a COG; threads may share it.

    Each piece is compressed, by threads of its own, as soon as its pixels are there, and waits on the disk.

    Parameters
    ----------
    folder
        The job's hidden folder.
    name
        File name of the COG in it.
    tags
        TIFF tags of the file.

    Raises
    ------
    RasterError
        If the file cannot be described.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        grid: GeoBox,
        dtype: str,
        nodata: float,
        bands: Sequence[BandInfo],
        tags: Mapping[str, str],
    ) -> None:
        self.path = folder / name
        self._images = guard(_described, grid, dtype, nodata, bands, tags)
        self._spool, self._waiting = Spool(folder), Waiting()
        form = PieceForm(len(bands), np.dtype(dtype), nodata)
        self._levels = levels_of((grid.shape[0], grid.shape[1]), form, self._spool, self._waiting, self._submit)
        self._jobs: collections.deque[Future[None]] = collections.deque()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        guard(self._spool.__enter__)
        self._threads = min(os.cpu_count() or 1, MAX_THREADS)
        self._pool = ThreadPoolExecutor(self._threads)
        return self

    def __exit__(self, *exception: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._spool.__exit__(*exception)

    def write(self, row: int, column: int, values: NDArray[Any]) -> None:
        """Write ``values`` (band, y, x) with their upper left pixel at (row, column); a block may come again.

        Raises
        ------
        RasterError
            If the disk is full.
        """
        self._levels[0].write(row, column, values)
        guard(self._make_room)

    def finish(self, report: Report) -> None:
        """Put the COG together.

        Raises
        ------
        RasterError
            If it cannot be written whole (a full disk, a limit).
        """
        report.progress(0.92, "Writing the COG")
        guard(self._finish_tiles)
        report.checkpoint()
        guard(self._put_together)
        self._check()

    def _submit(self, level: Level, tile: Tile) -> None:
        """Have a tile finished by another thread."""
        self._jobs.append(self._pool.submit(level.finish, tile))

    def _make_room(self) -> None:
        """Wait until the threads have little to do, and put aside what waits for too long."""
        self._wait(2 * self._threads)
        for tile, level in self._waiting.oldest(WAITING_BYTES):
            level.put_aside(tile)

    def _wait(self, at_most: int) -> None:
        """Wait until so many jobs are left, and raise what failed."""
        while len(self._jobs) > at_most:
            with self._lock:
                job = self._jobs.popleft() if self._jobs else None
            if job:
                job.result()

    def _finish_tiles(self) -> None:
        """Finish what has not all its pixels, level after level."""
        self._wait(0)
        for level in self._levels:
            for tile in level.tiles:
                if tile.pixels is not None or tile.piece is None:
                    self._submit(level, tile)
                    self._wait(2 * self._threads)
            self._wait(0)

    def _put_together(self) -> None:
        above = self._images[1:] * (len(self._levels) - 1)
        images = [
            image.of(level.shape, level.sizes)
            for image, level in zip((self._images[0], *above), self._levels, strict=True)
        ]
        try:
            with self.path.open("xb") as file:
                file.write(cog_header(images))
                for level in reversed(self._levels):
                    file.writelines(level.pieces())
        except BaseException:
            self.path.unlink(missing_ok=True)
            raise

    def _check(self) -> None:
        """Read the COG's last block: an error of the disk can show as late as that."""
        with guard(open_raster, self.path) as dataset:
            height, width = dataset.shape
            last = Window(max(0, width - BLOCK), max(0, height - BLOCK), min(BLOCK, width), min(BLOCK, height))
            guard(dataset.read, window=last)


def _described(
    grid: GeoBox, dtype: str, nodata: float, bands: Sequence[BandInfo], tags: Mapping[str, str]
) -> list[TiffImage]:
    """Return the directories of a raster and its overview as GDAL writes them: what it knows of CRSs, it knows best."""

    def describe(dataset: NewRaster) -> None:
        dataset.descriptions = [band.name for band in bands]
        dataset.scales = [band.scale for band in bands]
        dataset.units = [band.unit for band in bands]
        dataset.colorinterp = [COLOURS.get(band.name, ColorInterp.undefined) for band in bands]
        dataset.update_tags(**tags)

    place = {"crs": norm_crs_or_error(grid.crs).to_wkt(), "transform": grid.transform}
    profile = {**SAMPLE_OPTIONS, **place, "count": len(bands), "dtype": dtype, "nodata": nodata}
    return read_images(written_again(profile, describe, **COG_OPTIONS))


def read_overview(path: str | Path, bands: Sequence[int], longer_side: int) -> NDArray[np.float32]:
    """Return bands of a finished raster, at most ``longer_side`` pixels long, as float32 in physical units with NaN."""
    with open_raster(path) as dataset:
        factor = max(1, max(dataset.shape) / longer_side)
        shape = (len(bands), *(max(1, round(size / factor)) for size in dataset.shape))
        stored = dataset.read(bands, out_shape=shape)
        scales = np.array([dataset.scales[band - 1] for band in bands], np.float32)[:, None, None]
        missing = np.isnan(stored) if np.isnan(dataset.nodata) else stored == dataset.nodata
        return np.where(missing, np.nan, stored * scales)
