"""Reading scenes' rasters: which files a scene has, where they lie, and their pixels at a block's sample points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from rasterio.windows import Window

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters.door import grid_of, open_scene_raster
from sentinel_toolkit.core.rasters.gdal import FAILURES, gdal_words
from sentinel_toolkit.core.rasters.handles import Handles
from sentinel_toolkit.core.rasters.kinds import JPEG_2000

NO_DATA = 0  # of Sentinel-2: in digital numbers and in the scene classification alike


@dataclass(frozen=True)
class RasterFile:
    """A raster that was opened once."""

    href: str
    grid: GeoBox
    dtype: np.dtype[Any]
    block_shape: tuple[int, int]
    """(height, width) of the pieces that are compressed, and so are read, as one."""
    is_jpeg2000: bool = False
    fill: int | None = None
    """What the file says stands for no data, where that is another integer than 0."""


def open_file(href: str) -> RasterFile:
    """Open a raster and return it as a RasterFile.

    Raises
    ------
    UnreadableRasterError
        If it is missing, no raster of a known format, or has no grid.
    """
    with _HANDLES.lend(href) as dataset:
        grid, dtype = grid_of(dataset, href), np.dtype(dataset.dtypes[0])
        return RasterFile(
            href, grid, dtype, dataset.block_shapes[0], dataset.driver == JPEG_2000.driver, _fill_of(dataset.nodata)
        )


def _fill_of(nodata: float | None) -> int | None:
    """Return a file's own value for no data where integers may have it, and it is not NO_DATA anyway."""
    return int(nodata) if nodata and float(nodata).is_integer() else None


_HANDLES = Handles(open_scene_raster)
close_files = _HANDLES.close


def read_window(
    file: RasterFile, window: tuple[int, int, int, int], shape: tuple[int, int] | None = None
) -> NDArray[Any]:
    """Return the pixels of a window (row_start, row_stop, column_start, column_stop), or a coarse sample of ``shape``.

    They are as stored, but 0 where there is no data, whatever the file has for that.

    Raises
    ------
    UnreadableRasterError
        If the file is damaged there.
    """
    rows, columns = slice(*window[:2]), slice(*window[2:])
    pixels = _read_first_band(file.href, window=Window.from_slices(rows, columns), out_shape=shape)
    if file.fill is not None:
        pixels[pixels == file.fill] = NO_DATA
    return pixels


def _read_first_band(href: str, **options: Any) -> NDArray[Any]:
    """Return the pixels; a dataset that fails is opened once more, for a server may have closed or a token expired."""
    try:
        with _HANDLES.lend(href) as dataset:
            return dataset.read(1, **options)
    except FAILURES:
        pass
    try:
        with _HANDLES.lend(href, fresh=True) as dataset:
            return dataset.read(1, **options)
    except FAILURES as error:
        raise UnreadableRasterError(f"{href} cannot be read: {gdal_words(error)}.", "Is it complete?") from error
