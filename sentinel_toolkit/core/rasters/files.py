"""Reading scenes' rasters: which files a scene has, where they lie, and their pixels at a block's sample points."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import numpy as np
import rasterio
from odc.geo.geobox import GeoBox
from rasterio.errors import RasterioError
from rasterio.windows import Window

from sentinel_toolkit.contract.errors import CatalogueError, UnreadableRasterError
from sentinel_toolkit.core.rasters.gdal import gdal_words
from sentinel_toolkit.core.rasters.handles import Handles
from sentinel_toolkit.core.services import hrefs, planetary_computer

# The formats scenes come in, by suffix. Others stay shut: a hostile server could answer with a VRT that names any
# local file.
DRIVERS = {".tif": "GTiff", ".tiff": "GTiff", ".jp2": "JP2OpenJPEG"}

_ADVICE = (
    ("CURL error", "Check the network and the proxy."),
    ("HTTP response code", "Try again later, or search again: it may have moved."),
    ("No such file", "Was it moved? Search the folder again."),
)


@dataclass(frozen=True)
class RasterFile:
    """A raster that was opened once: where it is, which grid it has, the type of its pixels, and how they are cut.

    ``block_shape`` is (height, width) of the pieces that are compressed, and so are read, as one.
    """

    href: str
    grid: GeoBox
    dtype: np.dtype
    block_shape: tuple


def open_file(href):
    """Open a raster and return it as a RasterFile.

    Raises
    ------
    UnreadableRasterError
        If it is missing, no raster of a known format, or has no grid.
    """
    with _HANDLES.lend(href) as dataset:
        if dataset.crs is None or dataset.transform.is_identity:
            raise UnreadableRasterError(f"{href} has no georeference.", "It cannot be placed on the map.")
        grid = GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())
        return RasterFile(href, grid, np.dtype(dataset.dtypes[0]), dataset.block_shapes[0])


def opened(href):
    """Return the open dataset of an href, of the formats that scenes come in."""
    suffix = PurePosixPath(urlsplit(href).path if hrefs.is_remote(href) else href).suffix.lower()
    if suffix not in DRIVERS:
        raise UnreadableRasterError(f"{href} is no GeoTIFF or JPEG 2000 file.", "Other formats are not opened.")
    try:
        return rasterio.open(hrefs.gdal_path(href, planetary_computer.signed), driver=DRIVERS[suffix])
    except CatalogueError as error:
        raise UnreadableRasterError(f"{href} cannot be opened: {error.message}", error.hint) from error
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(
            f"{href} cannot be opened: {gdal_words(error)}.", _advice(gdal_words(error))
        ) from error


_HANDLES = Handles(opened)
close_files = _HANDLES.close


def _advice(text):
    """Return what to do about GDAL's words."""
    return next((advice for sign, advice in _ADVICE if sign in text), "Is it complete?")


def read_window(file, window, shape=None):
    """Return the pixels of a window (row_start, row_stop, column_start, column_stop), or a coarse sample of ``shape``.

    Raises
    ------
    UnreadableRasterError
        If the file is damaged there.
    """
    rows, columns = slice(*window[:2]), slice(*window[2:])
    return read_first_band(file.href, window=Window.from_slices(rows, columns), out_shape=shape)


def read_first_band(href, **options):
    """Return the pixels; a dataset that fails is opened once more, for a server may have closed or a token expired."""
    try:
        with _HANDLES.lend(href) as dataset:
            return dataset.read(1, **options)
    except (RasterioError, OSError):
        pass
    try:
        with _HANDLES.lend(href, fresh=True) as dataset:
            return dataset.read(1, **options)
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(f"{href} cannot be read: {gdal_words(error)}.", "Is it complete?") from error
