"""Writing results: a scratch raster filled block by block, then one cloud-optimised GeoTIFF (COG)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from sentinel_toolkit.core.rasters.writing import copy, create, guard

SCRATCH = ".scratch.tif"  # the dot keeps it from being published
BLOCK = 512  # pixels; the COG driver's own default
SCRATCH_OPTIONS = {
    "driver": "GTiff",
    "tiled": True,
    "blockxsize": BLOCK,
    "blockysize": BLOCK,
    "interleave": "band",
    "bigtiff": "IF_SAFER",
    "sparse_ok": True,  # blocks outside the AOI take no space
    "photometric": "MINISBLACK",  # no band is taken for alpha
}
# So that any viewer shows true colour, style or not.
COLOURS = {"B04": ColorInterp.red, "B03": ColorInterp.green, "B02": ColorInterp.blue}
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
    """A context that takes blocks and leaves a COG.

    Parameters
    ----------
    folder
        The job's hidden folder.
    name
        File name of the COG in it.
    tags
        TIFF tags of the file.
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
        self._scratch = folder / SCRATCH
        height, width = grid.shape
        self._dataset = guard(
            create,
            self._scratch,
            width=width,
            height=height,
            count=len(bands),
            dtype=dtype,
            nodata=nodata,
            crs=norm_crs_or_error(grid.crs).to_wkt(),
            transform=grid.transform,
            **SCRATCH_OPTIONS,
        )
        self._dataset.descriptions = [band.name for band in bands]
        self._dataset.scales = [band.scale for band in bands]
        self._dataset.units = [band.unit for band in bands]
        self._dataset.colorinterp = [COLOURS.get(band.name, ColorInterp.undefined) for band in bands]
        self._dataset.update_tags(**tags)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._dataset.close()

    def write(self, row: int, column: int, values: NDArray[Any]) -> None:
        """Write ``values`` (band, y, x) with their upper left pixel at (row, column)."""
        height, width = values.shape[1:]
        guard(self._dataset.write, values, window=Window(column, row, width, height))

    def finish(self, report: Report) -> None:
        """Turn what was written into the COG.

        Raises
        ------
        RasterError
            If it cannot be written whole (a full disk, a limit).
        """
        report.progress(0.92, "Writing the COG")
        self._dataset.close()
        guard(copy, self._scratch, self.path, **COG_OPTIONS)
        self._scratch.unlink()
        self._check()

    def _check(self) -> None:
        """Read the COG's last block: GDAL can lose an error of the disk when it closes a file."""
        with guard(open_raster, self.path) as dataset:
            height, width = dataset.shape
            last = Window(max(0, width - BLOCK), max(0, height - BLOCK), min(BLOCK, width), min(BLOCK, height))
            guard(dataset.read, window=last)


def read_overview(path: str | Path, bands: Sequence[int], longer_side: int) -> NDArray[np.float32]:
    """Return bands of a finished raster, at most ``longer_side`` pixels long, as float32 in physical units with NaN."""
    with open_raster(path) as dataset:
        factor = max(1, max(dataset.shape) / longer_side)
        shape = (len(bands), *(max(1, round(size / factor)) for size in dataset.shape))
        stored = dataset.read(bands, out_shape=shape)
        scales = np.array([dataset.scales[band - 1] for band in bands], np.float32)[:, None, None]
        missing = np.isnan(stored) if np.isnan(dataset.nodata) else stored == dataset.nodata
        return np.where(missing, np.nan, stored * scales)
