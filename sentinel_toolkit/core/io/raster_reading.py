"""Any raster on any grid: physical values, NaN where a mask, an alpha band, nodata or the raster's end says so."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
import shapely
from affine import Affine
from odc.geo.geobox import GeoBox
from rasterio.enums import MaskFlags, Resampling
from rasterio.errors import RasterioError
from rasterio.warp import reproject
from rasterio.windows import Window

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.io.rasters import gdal_words
from sentinel_toolkit.core.science.grid import transform_geometry
from sentinel_toolkit.core.science.sampling import source_density

COARSER = 1.5  # raster pixels along a grid cell, from which on their mean is taken
KEPT = 4  # raster pixels along a grid cell that are read where there are many more: overviews have averaged the others
MARGIN = 2  # pixels around what is needed, for resampling
THREADS = 2


def read_on_grid(path, numbers, grid):
    """Return bands of a raster on a grid: float32 (band, y, x) in physical units, NaN where there is none.

    Where the grid is coarser, the mean of the valid pixels is taken; elsewhere the nearest pixel counts, so that no
    value arises that was not there.

    Parameters
    ----------
    path : str
    numbers : list of int
        Of the bands, from 1.
    grid : GeoBox

    Raises
    ------
    UnreadableRasterError
        If it cannot be read.
    """
    result = np.full((len(numbers), *grid.shape), np.nan, np.float32)
    try:
        with rasterio.open(path) as dataset:
            source = GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())
            density = source_density(grid, source)
            window = _window(source, grid)
            if window is None:
                return result
            shape = tuple(max(1, round(size / max(1.0, density / KEPT))) for size in (window.height, window.width))
            own = dataset.transform @ Affine.translation(window.col_off, window.row_off)
            own = own @ Affine.scale(window.width / shape[1], window.height / shape[0])
            for layer, number in zip(result, numbers, strict=True):
                reproject(
                    _values(dataset, number, window, shape),
                    layer,
                    src_transform=own,
                    src_crs=dataset.crs,
                    src_nodata=np.nan,
                    dst_transform=grid.transform,
                    dst_crs=grid.crs.to_wkt(),
                    dst_nodata=np.nan,
                    resampling=Resampling.average if density > COARSER else Resampling.nearest,
                    num_threads=THREADS,
                )
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(
            f"{Path(path).name} cannot be read: {gdal_words(error)}.", "Is it complete?"
        ) from error
    return result


def _values(dataset, number, window, shape):
    """Return a window of a band in physical units: float32, NaN where it is masked in any way."""
    options = {"window": window, "out_shape": shape, "resampling": Resampling.average}
    if shape == (window.height, window.width):
        options["resampling"] = Resampling.nearest
    stored = dataset.read(number, masked=True, **options)
    if np.iscomplexobj(stored):
        raise UnreadableRasterError(f"{Path(dataset.name).name} holds complex numbers.", "Choose another raster.")
    values = stored.data.astype(np.float64) * dataset.scales[number - 1] + dataset.offsets[number - 1]
    missing = np.ma.getmaskarray(stored)
    flags = dataset.mask_flag_enums[number - 1]
    if MaskFlags.nodata not in flags and MaskFlags.all_valid not in flags:
        missing = missing | (dataset.read_masks(number, window=window, out_shape=shape) == 0)
    return np.where(missing, np.nan, values).astype(np.float32)


def _window(source, grid):
    """Return the Window of a raster that a grid needs; None where they do not meet."""
    ground = transform_geometry(shapely.box(*grid.boundingbox), str(grid.crs), str(source.crs))
    corners = shapely.get_coordinates(ground)
    corners = corners[np.isfinite(corners).all(1)]
    if not len(corners):
        return None
    columns, rows = ~source.transform @ (corners[:, 0], corners[:, 1])
    height, width = source.shape
    left, right = max(0, int(np.floor(columns.min())) - MARGIN), min(width, int(np.ceil(columns.max())) + MARGIN)
    top, bottom = max(0, int(np.floor(rows.min())) - MARGIN), min(height, int(np.ceil(rows.max())) + MARGIN)
    return Window(left, top, right - left, bottom - top) if right > left and bottom > top else None
