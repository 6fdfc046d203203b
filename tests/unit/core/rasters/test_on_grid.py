"""Rasters on coarser grids: means of the valid pixels, whatever the type, the mask, the ratio and the memory."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from odc.geo.geobox import GeoBox
from scenes import NORTH, WEST
from series import write_raster

from sentinel_toolkit.core.rasters import on_grid as raster_reading
from sentinel_toolkit.core.rasters.files import read_stored
from sentinel_toolkit.core.rasters.on_grid import read_on_grid

SIDE = 360


def grid_of(cell, rows=None, columns=None):
    shape = (rows or SIDE * 10 // cell, columns or SIDE * 10 // cell)
    return GeoBox(shape, Affine(cell, 0, WEST, 0, -cell, NORTH), "EPSG:32633")


def block_means(values, factor):
    blocks = values.reshape(SIDE // factor, factor, SIDE // factor, factor)
    return np.nanmean(blocks.astype(np.float64), axis=(1, 3))


@pytest.mark.parametrize("factor", [2, 3, 5, 8, 40, 90])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32"])
def test_means_are_those_of_plain_numpy(tmp_path, factor, dtype):
    """A mask of ones and zeros: an average in the raster's own type would round its share away."""
    ones = (np.random.default_rng(1).random((SIDE, SIDE)) < 0.3).astype(dtype)
    path = write_raster(tmp_path / "a.tif", ones, nodata=None)
    (values,) = read_on_grid(str(path), [1], grid_of(10 * factor))
    assert values == pytest.approx(block_means(ones, factor), abs=1e-5)


@pytest.mark.parametrize("factor", [3, 8, 40])
@pytest.mark.parametrize("kind", ["nan", "nodata", "mask"])
def test_every_valid_pixel_counts_the_same(tmp_path, factor, kind):
    random = np.random.default_rng(2)
    values = random.uniform(0, 100, (SIDE, SIDE)).astype(np.float32)
    missing = random.random((SIDE, SIDE)) < 0.9
    missing[:, ::2] |= random.random((SIDE, SIDE // 2)) < 0.9  # unevenly
    expected = np.where(missing, np.nan, values)
    stored = {"nan": expected, "nodata": np.where(missing, -9999, values), "mask": values}[kind]
    nodata = {"nan": None, "nodata": -9999, "mask": None}[kind]
    path = write_raster(tmp_path / "a.tif", stored.astype(np.float32), nodata=nodata)
    if kind == "mask":
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as dataset:
            dataset.write_mask((~missing * 255).astype(np.uint8))
    (means,) = read_on_grid(str(path), [1], grid_of(10 * factor))
    with np.errstate(invalid="ignore"):
        blocks = expected.reshape(SIDE // factor, factor, SIDE // factor, factor)
        counts = np.isfinite(blocks).sum((1, 3))
        truth = np.where(counts > 0, np.nansum(blocks, axis=(1, 3)) / counts, np.nan)
    assert np.array_equal(np.isnan(means), np.isnan(truth))
    assert means == pytest.approx(truth, rel=1e-4, nan_ok=True)


@pytest.mark.parametrize("cell", [10, 70, 100, 130, 333])
def test_strips_change_nothing(tmp_path, monkeypatch, cell):
    values = np.random.default_rng(3).uniform(0, 1, (SIDE, SIDE)).astype(np.float32)
    path = write_raster(tmp_path / "a.tif", values)
    grid = GeoBox((3000 // cell, 3000 // cell), Affine(cell, 0, WEST + 57, 0, -cell, NORTH - 91), "EPSG:32633")
    whole = read_on_grid(str(path), [1], grid)
    monkeypatch.setattr(raster_reading, "STRIP_PIXELS", 5 * grid.shape[1])
    monkeypatch.setattr(raster_reading, "READ_PIXELS", 7 * SIDE)
    assert np.array_equal(read_on_grid(str(path), [1], grid), whole, equal_nan=True)


def test_pixels_that_are_longer_than_wide_are_averaged_along_one_side(tmp_path):
    values = np.random.default_rng(4).uniform(0, 1, (SIDE, 60)).astype(np.float32)
    path = write_raster(tmp_path / "a.tif", values, pixel=(60, -10))
    (means,) = read_on_grid(str(path), [1], grid_of(60, SIDE // 6, 60))
    assert means == pytest.approx(values.reshape(SIDE // 6, 6, 60).mean(1), abs=1e-5)


def test_finer_grids_take_the_nearest_pixel(tmp_path):
    values = np.random.default_rng(5).uniform(0, 1, (SIDE, SIDE)).astype(np.float32)
    path = write_raster(tmp_path / "a.tif", values)
    (found,) = read_on_grid(str(path), [1], grid_of(5))
    assert np.array_equal(found, np.kron(values, np.ones((2, 2), np.float32)))


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16"])
@pytest.mark.parametrize("nodata", [None, 0, 7])
@pytest.mark.parametrize("cell", [10, 25, 60])
def test_tiles_that_are_decoded_here_are_what_gdal_reads(tmp_path, monkeypatch, dtype, nodata, cell):
    values = np.random.default_rng(6).integers(0, 20, (SIDE, SIDE)).astype(dtype)
    path = tmp_path / "a.tif"
    form = {"driver": "GTiff", "count": 1, "dtype": dtype, "nodata": nodata, "height": SIDE, "width": SIDE}
    tiles = {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate", "predictor": 2}
    place = {"crs": "EPSG:32633", "transform": Affine(10, 0, WEST, 0, -10, NORTH)}
    with rasterio.open(path, "w", **form, **tiles, **place) as dataset:
        dataset.scales, dataset.offsets = [0.5], [-1.0]  # before pixels: what is said later goes to the file's end
        dataset.write(values, 1)
    grid = GeoBox((2000 // cell, 3800 // cell), Affine(cell, 0, WEST - 30, 0, -cell, NORTH - 90), "EPSG:32633")
    asked = []
    monkeypatch.setattr(raster_reading, "read_stored", lambda *order: asked.append(order) or read_stored(*order))
    here = read_on_grid(path, [1], grid)
    assert asked, "they are decoded here"
    monkeypatch.setattr(raster_reading, "plain_file", lambda _path: None)
    np.testing.assert_array_equal(here, read_on_grid(path, [1], grid))
    assert np.isfinite(here).any()
    assert np.isnan(here).any()


def test_a_mask_of_its_own_is_left_to_gdal(tmp_path):
    values = np.ones((SIDE, SIDE), np.uint16)
    path = tmp_path / "a.tif"
    form = {"driver": "GTiff", "count": 1, "dtype": "uint16", "height": SIDE, "width": SIDE, "compress": "deflate"}
    place = {"crs": "EPSG:32633", "transform": Affine(10, 0, WEST, 0, -10, NORTH)}
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[:100] = 255
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(path, "w", **form, **place, tiled=True, blockxsize=64, blockysize=64) as dataset,
    ):
        dataset.write(values, 1)
        dataset.write_mask(mask)
    (found,) = read_on_grid(path, [1], grid_of(10))
    np.testing.assert_array_equal(np.isfinite(found), mask > 0)
