"""Thermal sharpening of real MODIS scenes against simultaneous ASTER temperatures, and of the sample against its truth.

The ASTER rasters lie out of register with MODIS: for each scene the truth is moved to where plain bilinear LST, which
knows nothing of NDVI, agrees with it best. Biases differ by scene: the standard deviation of the error is judged.
"""

import functools

import make_sample
import netCDF4
import numpy as np
import pyproj
import pytest
import rasterio
from affine import Affine
from rasterio.warp import Resampling, reproject
from scipy import ndimage, optimize
from scipy.interpolate import griddata

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.workflows.thermal_sharpening import run

LEAST_GAIN_K = {"171": 0.35, "185": 0.30, "000": 0.20, "102": 0.08}
FILL_BELOW_K, RIM = 280, 4  # pixels mixed with the fill of 0, and those around them that resampling would mix in
WITHIN_90 = 1.645
DAY = "2022-06-15"  # on which the sample's Sentinel-3 passes


def warp(values, transform, crs, grid, resampling=Resampling.bilinear):
    result = np.full(grid.shape, np.nan, np.float32)
    place = {"dst_transform": grid.transform, "dst_crs": grid.crs, "dst_nodata": np.nan}
    reproject(values, result, src_transform=transform, src_crs=crs, src_nodata=np.nan, resampling=resampling, **place)
    return result


def read(path):
    with rasterio.open(path) as dataset:
        return dataset.read(1).astype(np.float32) * np.float32(dataset.scales[0]), dataset.transform, dataset.crs


def registered(truth, transform, crs, grid, plain):
    """Return the truth on a grid, moved to where plain interpolation agrees with it best."""

    def moved(shift):
        return warp(truth, Affine.translation(*shift) @ transform, crs, grid)

    def disagreement(shift):
        return float(np.nanstd(moved(shift) - plain))

    start = min(((x, y) for x in range(-400, 401, 100) for y in range(-400, 401, 100)), key=disagreement)
    best = optimize.minimize(disagreement, start, method="Nelder-Mead", options={"xatol": 5, "fatol": 1e-4})
    return moved(best.x)


@functools.cache
def judged(scene, folder, data):
    """Return (errors of bilinear interpolation, of auto, auto's standard uncertainty) of a scene, as arrays in K."""
    lst, ndvi, aster = (data / f"{scene}_{name}.tif" for name in ("modis_lst_1km", "modis_ndvi_250m", "aster_lst_250m"))
    output, sigma = folder / f"{scene}.tif", folder / f"{scene}_sigma.tif"
    run(ThermalSharpeningRequest(lst=str(lst), ndvi=str(ndvi), output=str(output), uncertainty=str(sigma)), Report())
    truth, transform, crs = read(aster)
    truth[ndimage.binary_dilation(truth < FILL_BELOW_K, iterations=RIM)] = np.nan
    with rasterio.open(output) as grid:
        plain = warp(*read(lst), grid)
        truth = registered(truth, transform, crs, grid, plain)
    return tuple(np.stack([plain - truth, read(output)[0] - truth, read(sigma)[0]]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("thermal")


@pytest.mark.real_data
@pytest.mark.parametrize("scene", LEAST_GAIN_K)
def test_auto_is_better_than_interpolation_on_real_scenes(scene, folder, shared):
    plain, sharpened, _ = judged(scene, folder, shared / "thermal_modis_aster")
    assert np.nanstd(plain) - np.nanstd(sharpened) >= LEAST_GAIN_K[scene]


@pytest.mark.real_data
def test_the_stated_band_holds_the_truth_of_real_scenes(folder, shared):
    held = []
    for scene in LEAST_GAIN_K:
        _, error, sigma = judged(scene, folder, shared / "thermal_modis_aster")
        known = np.isfinite(error)
        held.append(np.abs(error - np.nanmean(error))[known] < WITHIN_90 * sigma[known])
        assert held[-1].mean() >= 0.80, scene
    assert 0.85 <= np.concatenate(held).mean() <= 0.95


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Return (bilinear error, error, standard uncertainty) of the made sample, whose temperature is known at 10 m."""
    made, folder = make_sample.make(), tmp_path_factory.mktemp("sample")
    scenes = [scene for scene in search(str(made / "sentinel-2"), Report()) if DAY in scene.datetime.isoformat()]
    lines = folder / "scenes.jsonl"
    lines.write_text("".join(encode_scene(scene) + "\n" for scene in scenes))
    swath, sigma, output = next((made / "sentinel-3").iterdir()), folder / "sigma.tif", folder / "out.tif"
    request = ThermalSharpeningRequest(
        sen3=str(swath), scenes_path=str(lines), output=str(output), uncertainty=str(sigma), method="auto"
    )
    result = run(request, Report())
    assert result.method_used == "local"
    with rasterio.open(output) as grid:
        truth = warp(*read(made / "truth" / "temperature_k_10m.tif"), grid, Resampling.nearest)
        plain = bilinear_of(swath, grid)
    return plain - truth, read(output)[0] - truth, read(sigma)[0]


def bilinear_of(swath, grid):
    """Return the swath's temperatures interpolated linearly between its pixels, by scipy."""
    with netCDF4.Dataset(swath / "LST_in.nc") as lst, netCDF4.Dataset(swath / "geodetic_in.nc") as places:
        values = np.ma.filled(lst["LST"][:], np.nan).ravel()
        longitude, latitude = (np.ma.filled(places[f"{name}_in"][:]).ravel() for name in ("longitude", "latitude"))
    x, y = pyproj.Transformer.from_crs(4326, grid.crs.to_wkt(), always_xy=True).transform(longitude, latitude)
    rows, columns = np.indices(grid.shape)
    left, top = grid.transform @ (columns + 0.5, rows + 0.5)
    return griddata((x, y), values, (left, top), "linear").astype(np.float32)


def test_the_sample_is_sharpened_by_a_third_at_least(sample):
    plain, sharpened, _ = sample
    known = np.isfinite(plain) & np.isfinite(sharpened)
    assert np.sqrt((sharpened[known] ** 2).mean()) <= 0.7 * np.sqrt((plain[known] ** 2).mean())


def test_the_stated_band_holds_the_truth_of_the_sample(sample):
    _, error, sigma = sample
    known = np.isfinite(error)
    assert 0.85 <= (np.abs(error)[known] < WITHIN_90 * sigma[known]).mean() <= 0.95
