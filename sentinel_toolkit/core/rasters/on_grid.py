"""Any raster on any grid: physical values, NaN where a mask, an alpha band, nodata or the raster's end says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from odc.geo.crs import norm_crs_or_error
from odc.geo.geobox import GeoBox
from rasterio.enums import MaskFlags, Resampling
from rasterio.warp import reproject
from rasterio.windows import Window

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.geo.grid import pixel_steps
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.rasters.door import Raster, grid_of, open_raster, readable
from sentinel_toolkit.core.rasters.files import RasterFile, plain_file, read_stored

COARSER = 1.5  # raster pixels along a grid cell, from which on their mean is taken
KEPT = 4  # raster pixels along a grid cell that GDAL averages; of many more, whole groups are added up before
WHOLE = 1e-6  # of a pixel
SAME = 1e-3  # of a pixel, by which pixels may lie apart and still be the same ones
MARGIN = 2  # pixels around what is needed, for resampling
STRIP_PIXELS = 1_000_000  # of the grid that are made at a time
READ_PIXELS = 4_000_000  # of the raster that are read at a time
THREADS = 2
# No quantity in any unit is beyond: 3.4e38 and 9.97e36 are the fill of GDAL and NetCDF, often undeclared.
ANYTHING = -1e30, 1e30
_BY_VALUE = {MaskFlags.all_valid, MaskFlags.nodata}  # no mask beside the pixels


class _Band(NamedTuple):
    """A band of an open raster, and what its values can be: all else is no data."""

    dataset: Raster
    number: int
    limits: tuple[float, float]
    plain: RasterFile | None
    """Where its tiles are decoded here."""


def look_at(path: str | Path, wanted: str = "") -> tuple[GeoBox, int]:
    """Return (GeoBox, number of a band) of a raster: of the band described as ``wanted``, or else the first.

    Raises
    ------
    UnreadableRasterError
        If it cannot be opened, or has no place.
    """
    with readable(path) as dataset:
        names = list(dataset.descriptions)
        return grid_of(dataset, Path(path).name), names.index(wanted) + 1 if wanted in names else 1


def read_on_grid(
    path: str | Path,
    numbers: Sequence[int],
    grid: GeoBox,
    opened: Callable[..., Raster] = open_raster,
    limits: tuple[float, float] = ANYTHING,
) -> NDArray[np.float32]:
    """Return bands of a raster on a grid: float32 (band, y, x) in physical units, NaN where there is none.

    Where the grid is coarser, the mean of the valid pixels is taken, each weighted by its share of the cell; elsewhere
    the nearest pixel counts, so that no value arises that was not there.

    Parameters
    ----------
    numbers
        Of the bands, from 1.
    opened
        path → dataset: whose rasters these are, the user's own or a scene's.
    limits
        What values can be, the ends included: others are no data, and have no part in a mean.

    Raises
    ------
    UnreadableRasterError
        If it cannot be read.
    """
    result = np.full((len(numbers), *grid.shape), np.nan, np.float32)
    rows = max(1, STRIP_PIXELS // grid.shape[1])
    with readable(path, opened) as dataset:
        source = GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())
        density = _density(source, grid)
        plain = plain_file(path) if dataset.count == 1 and set(dataset.mask_flag_enums[0]) <= _BY_VALUE else None
        for top in range(0, grid.shape[0], rows):
            strip = grid[top : min(top + rows, grid.shape[0])]
            for layer, number in zip(result, numbers, strict=True):
                layer[top : top + rows] = _strip(_Band(dataset, number, limits, plain), source, strip, density)
    return result


def _density(source: GeoBox, grid: GeoBox) -> list[float]:
    """Return the raster's rows and columns along the side of a grid cell, in the grid's middle."""
    sides = np.abs(pixel_steps(grid, source)).max(0).tolist()
    return [side if np.isfinite(side) else 1.0 for side in sides]


def _strip(band: _Band, source: GeoBox, grid: GeoBox, density: Sequence[float]) -> NDArray[np.float32]:
    """Return a band on a part of the grid."""
    place = _congruent(source, grid)
    if place is not None:
        return _cut_out(band, place, grid.shape)
    is_mean = max(density) > COARSER
    # Groups begin at the raster's own corner, so that no strip changes them.
    groups = [_group(side) if is_mean else 1 for side in density]
    window = _window(source, grid, groups)
    if window is None:
        return np.full(grid.shape, np.nan, np.float32)
    sums, shares = _groups(band, window, groups)
    transform = band.dataset.transform @ Affine.translation(window.col_off, window.row_off)
    transform = transform @ Affine.scale(groups[1], groups[0])
    warp: dict[str, Any] = {
        "src_transform": transform,
        "src_crs": band.dataset.crs,
        "dst_transform": grid.transform,
        "dst_crs": norm_crs_or_error(grid.crs).to_wkt(),
        "num_threads": THREADS,
    }
    if not is_mean:
        result = np.full(grid.shape, np.nan, np.float32)
        values = np.where(shares > 0, sums, np.float32(np.nan))
        reproject(values, result, src_nodata=np.nan, dst_nodata=np.nan, resampling=Resampling.nearest, **warp)
        return result
    means = [np.zeros(grid.shape, np.float32) for _ in range(2)]
    for layer, mean in zip((sums, shares), means, strict=True):
        reproject(layer, mean, resampling=Resampling.average, **warp)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(means[1] > 0, means[0] / means[1], np.float32(np.nan))


def _congruent(source: GeoBox, grid: GeoBox) -> tuple[int, int] | None:
    """Return (row, column) of a grid's corner in a raster that has the same pixels; None where it has others."""
    if source.crs != grid.crs:
        return None
    step = ~source.transform @ grid.transform
    off = max(abs(step.a - 1), abs(step.e - 1), abs(step.b), abs(step.d)) * max(grid.shape)
    row, column = round(step.f), round(step.c)
    return (row, column) if max(off, abs(step.f - row), abs(step.c - column)) < SAME else None


def _cut_out(band: _Band, place: tuple[int, int], shape: Sequence[int]) -> NDArray[np.float32]:
    """Return the pixels of a band at a place, as they are; NaN beyond its end."""
    result = np.full(shape, np.nan, np.float32)
    starts = [max(-begin, 0) for begin in place]
    stops = [min(size, whole - begin) for size, whole, begin in zip(shape, band.dataset.shape, place, strict=True)]
    if stops[0] > starts[0] and stops[1] > starts[1]:
        rows, columns = slice(starts[0], stops[0]), slice(starts[1], stops[1])
        height, width = stops[0] - starts[0], stops[1] - starts[1]
        window = Window(place[1] + starts[1], place[0] + starts[0], width, height)
        result[rows, columns] = _values(band, window)
    return result


def _group(side: float) -> int:
    """Return how many of ``side`` pixels are added up before: a part of them where they are a whole number."""
    most = max(1, int(side / KEPT))
    parts = [size for size in range(most, most // 2, -1) if abs(side / size - round(side / size)) < WHOLE]
    return parts[0] if parts else most


def _groups(band: _Band, window: Window, groups: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return (means of values with 0 where there is none, shares of valid pixels) of groups of pixels, float32."""
    down, right = groups
    height, width = -(-window.height // down), -(-window.width // right)
    sums, shares = (np.zeros((height, width), np.float32) for _ in range(2))
    rows = max(1, READ_PIXELS // (window.width * down))
    for top in range(0, height, rows):
        lines = min(rows * down, window.height - top * down)
        values = _values(band, Window(window.col_off, window.row_off + top * down, window.width, lines))
        valid = np.isfinite(values)
        for target, layer in ((sums, np.where(valid, values, np.float32(0))), (shares, valid.astype(np.float32))):
            padded = np.pad(layer, ((0, -lines % down), (0, -window.width % right)))
            part = padded.reshape(-(-lines // down), down, width, right).sum((1, 3), dtype=np.float64)
            target[top : top + rows] = part / (down * right)
    return sums, shares


def _stored(band: _Band, window: Window) -> np.ma.MaskedArray[Any, Any]:
    """Return a window of a band as it is stored, masked where a value stands for no data."""
    if band.plain is None:
        return band.dataset.read(band.number, masked=True, window=window)
    top, left = int(window.row_off), int(window.col_off)
    pixels = read_stored(band.plain, (top, top + int(window.height), left, left + int(window.width)))
    return np.ma.masked_equal(pixels, band.dataset.nodata) if band.dataset.nodata is not None else np.ma.asarray(pixels)


def _values(band: _Band, window: Window) -> NDArray[np.float32]:
    """Return a window of a band in physical units: float32, NaN where it is masked in any way, or cannot be."""
    dataset, number, (low, high), _ = band
    stored = _stored(band, window)
    if np.iscomplexobj(stored):
        raise UnreadableRasterError(f"{Path(dataset.name).name} holds complex numbers.", "Choose another raster.")
    scale, offset = dataset.scales[number - 1], dataset.offsets[number - 1]
    is_plain = (scale, offset) == (1, 0)
    with np.errstate(over="ignore"):  # a double's own fill is infinity here, and no data
        values = stored.data.astype(np.float32) if is_plain else stored.data.astype(np.float64) * scale + offset
    missing = np.ma.getmaskarray(stored)
    flags = dataset.mask_flag_enums[number - 1]
    if MaskFlags.nodata not in flags and MaskFlags.all_valid not in flags:
        missing = missing | (dataset.read_masks(number, window=window) == 0)
    with np.errstate(over="ignore"):
        values = np.where(missing, np.nan, values).astype(np.float32)
    outside = values < np.float32(low)
    outside |= values > np.float32(high)
    if outside.any():
        values[outside] = np.nan
    return values


def _window(source: GeoBox, grid: GeoBox, groups: Sequence[int]) -> Window | None:
    """Return the Window of a raster that a grid needs, from group to group; None where they do not meet."""
    ground = transform_geometry(shapely.box(*grid.boundingbox), str(grid.crs), str(source.crs))
    corners = shapely.get_coordinates(ground)
    corners = corners[np.isfinite(corners).all(1)]
    if not len(corners):
        return None
    columns, rows = ~source.transform @ (corners[:, 0], corners[:, 1])
    (top, bottom), (left, right) = (
        (
            max(0, (int(np.floor(line.min())) // group - MARGIN) * group),
            min(size, (int(np.ceil(line.max())) // group + 1 + MARGIN) * group),
        )
        for line, size, group in zip((rows, columns), source.shape, groups, strict=True)
    )
    return Window(left, top, right - left, bottom - top) if right > left and bottom > top else None
