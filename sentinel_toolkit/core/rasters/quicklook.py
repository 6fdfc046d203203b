"""Rasters of ours as small as they are shown: many beside one another, whatever their CRS."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.warp import reproject, transform_bounds

from sentinel_toolkit.core.rasters.door import readable


def ground_of(rasters: Sequence[Path]) -> tuple[CRS, tuple[float, float, float, float]]:
    """Return the CRS of the first raster, and the bounds (west, south, east, north) of all in it."""
    crs, boxes = None, []
    for raster in rasters:
        with readable(raster) as dataset:
            crs = crs or dataset.crs
            boxes.append(dataset.bounds if dataset.crs == crs else transform_bounds(dataset.crs, crs, *dataset.bounds))
    extents = np.array(boxes)
    return crs, (*extents[:, :2].min(0), *extents[:, 2:].max(0))


def over(bounds: tuple[float, float, float, float], shape: tuple[int, int]) -> Affine:
    """Return the transform of a raster of a shape (height, width) over bounds."""
    (left, bottom, right, top), (height, width) = bounds, shape
    return Affine((right - left) / width, 0, left, 0, (bottom - top) / height, top)


def read_quicklook(
    raster: Path, numbers: list[int], nodata: float, crs: CRS, transform: Affine, shape: tuple[int, int]
) -> NDArray[np.float32]:
    """Return bands of a raster on a coarser grid: (band, y, x) in physical units, NaN where there is no data."""
    with readable(raster) as dataset:
        # Near the size that is shown, overviews are read instead of all pixels.
        factor = max(1.0, transform.a / dataset.transform.a)
        size = tuple(max(1, round(length / factor)) for length in dataset.shape)
        stored = dataset.read(numbers, out_shape=(len(numbers), *size), resampling=Resampling.average)
        coarse = over(dataset.bounds, size)
        scales = [dataset.scales[number - 1] for number in numbers]
        source_crs = dataset.crs
    values = np.where(stored == nodata, np.nan, stored * np.reshape(scales, (-1, 1, 1))).astype(np.float32)
    shown = np.full((len(numbers), *shape), np.nan, np.float32)
    reproject(
        values,
        shown,
        src_transform=coarse,
        src_crs=source_crs,
        dst_transform=transform,
        dst_crs=crs,
        src_nodata=np.nan,
        dst_nodata=np.nan,
        resampling=Resampling.bilinear,
    )
    return shown
