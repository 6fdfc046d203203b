"""Sharpeners on grids that are not aligned: block means, water, clouds, and how strips are cut."""

import numpy as np
import pytest
from affine import Affine
from cells import Fields, fields, shares, texture, utm, vegetation
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.thermal.cells.interpolation import BEYOND, PLAIN, WATER, interpolate
from sentinel_toolkit.core.thermal.model import sharpener as module
from sentinel_toolkit.core.thermal.model.choice import METHODS, decide
from sentinel_toolkit.core.thermal.model.detail import smooth
from sentinel_toolkit.core.thermal.model.models import fraction_of
from sentinel_toolkit.core.thermal.model.sharpener import with_exact_means

NAMES = [name for name in METHODS if name != "auto"]
DEGREES = GeoBox((24, 25), Affine.translation(14.98, 48.76) @ Affine.scale(0.0091, -0.0063), "EPSG:4326")
TURNED = utm((22, 22), 700, (-1200, 2200), turn_deg=27)


def lake_and_cloud(ndvi):
    height, width = ndvi.shape
    rows, columns = np.indices(ndvi.shape)
    lake = np.hypot(rows - 0.3 * height, columns - 0.4 * width) < 0.12 * width
    ndvi[lake] = -0.2
    ndvi[int(0.6 * height) : int(0.72 * height), int(0.5 * width) : int(0.8 * width)] = np.nan
    ndvi[height // 2, width // 3], ndvi[height // 2, width // 4] = np.inf, -np.inf


def unaligned(coarse_grid, pixel_m=150, seed=0, change=lake_and_cloud):
    """Fields over a coarse grid that is turned or in degrees, on 15 × 15 km of fine pixels."""
    size = round(15_000 / pixel_m)
    grid = utm((size, size), pixel_m)
    ndvi = vegetation(grid.shape, seed, 300 / pixel_m)
    if change:
        change(ndvi)
    ground = 306 + 3 * texture(grid.shape, 3000 / pixel_m, seed + 1)
    truth_k = np.where(ndvi < 0, 293.0, ground - 14 * np.where(np.isfinite(ndvi), ndvi, 0.4))
    return Fields(ndvi, truth_k, grid, coarse_grid, 0.3)


def sharpener_of(made, name, **changes):
    return decide(name, made.evidence(**changes)).sharpener


def block_means(made, temperature_k):
    """Means over each cell, by intersected polygons, and the share of the cell that has any."""
    weights, flat = shares(made.grid, made.coarse_grid), temperature_k.ravel().astype(float)
    weights = weights[:, np.isfinite(flat)]
    area = weights.sum(1)
    with np.errstate(invalid="ignore"):
        means = weights @ flat[np.isfinite(flat)] / area
    return means.reshape(made.lst_k.shape), area.reshape(made.lst_k.shape)


# Exact means


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("coarse_grid", [DEGREES, TURNED], ids=["degrees", "turned"])
def test_exact_block_means_are_the_measured_temperatures(name, coarse_grid):
    made = unaligned(coarse_grid)
    sharpener = sharpener_of(made, name, residual="exact")
    exact, left_k = with_exact_means(sharpener, made.lst_k, made.strips)
    means, area = block_means(made, exact(made.strip())[0])
    held = (area >= 0.5 + 1e-3) & np.isfinite(made.lst_k)
    assert held.sum() > 150
    assert np.abs(means - made.lst_k)[held].max() < 0.01
    assert left_k < 0.01


@pytest.mark.parametrize("ratio", [1.6, 2, 2.5])
def test_means_are_exact_for_pixels_hardly_finer_than_the_cells(ratio):
    made = unaligned(utm((18, 18), 700, (-333, -444), turn_deg=11), 700 / ratio)
    exact, left_k = with_exact_means(sharpener_of(made, "linear"), made.lst_k, made.strips)
    means, area = block_means(made, exact(made.strip())[0])
    held = (area >= 0.5 + 1e-3) & np.isfinite(made.lst_k)
    assert left_k < 0.01
    assert np.abs(means - made.lst_k)[held].max() < 0.01


@pytest.mark.parametrize("seed", range(4))
def test_means_are_exact_among_scattered_clouds(seed):
    def clouds(ndvi):
        ndvi[texture(ndvi.shape, 4, seed) > 0.7] = np.nan

    made = unaligned(TURNED, seed=seed, change=clouds)
    made.lst_k[np.random.default_rng(seed).random(made.lst_k.shape) < 0.1] = np.nan
    exact, left_k = with_exact_means(sharpener_of(made, "linear"), made.lst_k, made.strips)
    means, area = block_means(made, exact(made.strip())[0])
    held = (area >= 0.5 + 1e-3) & np.isfinite(made.lst_k)
    assert left_k < 0.01
    assert np.abs(means - made.lst_k)[held].max() < 0.01


def test_means_of_interpolated_temperatures_are_made_exact_too():
    made = unaligned(TURNED, change=None)
    made.lst_k += 15 * np.nan_to_num(made.sum_up(made.ndvi).land_mean)  # warmer where it is greener
    decision = decide("auto", made.evidence(residual="exact"))
    assert decision.name == "cubic"
    exact, left_k = with_exact_means(decision.sharpener, made.lst_k, made.strips)
    means, area = block_means(made, exact(made.strip())[0])
    held = (area >= 0.5 + 1e-3) & np.isfinite(made.lst_k)
    assert left_k < 0.01
    assert np.abs(means - made.lst_k)[held].max() < 0.01


def test_the_difference_left_is_the_largest_one(monkeypatch):
    monkeypatch.setattr(module, "MAX_STEPS", 3)
    made = unaligned(TURNED)
    exact, left_k = with_exact_means(sharpener_of(made, "linear"), made.lst_k, made.strips)
    means, area = block_means(made, exact(made.strip())[0])
    held = (area >= 0.5) & np.isfinite(made.lst_k)
    assert left_k > 0.01
    assert left_k == pytest.approx(np.abs(means - made.lst_k)[held].max(), abs=1e-3)


def test_smooth_residuals_come_near_the_measured_temperatures_without_being_exact():
    made = unaligned(TURNED, change=None)
    means, area = block_means(made, sharpener_of(made, "linear")(made.strip())[0])
    off = np.abs(means - made.lst_k)[(area > 0.999) & np.isfinite(made.lst_k)]
    assert 0.01 < off.max() < 2


# Water, clouds, limits


@pytest.mark.parametrize("residual", ["smooth", "none"])
@pytest.mark.parametrize("name", NAMES)
def test_water_has_interpolated_temperature_only(name, residual):
    """But for the plain recipe, which treats it as land; local detail alone interpolates smooth temperatures."""
    made = unaligned(TURNED)
    temperature_k, flags = sharpener_of(made, name, residual=residual)(made.strip())
    water = (made.ndvi < 0) & np.isfinite(made.ndvi) & np.isfinite(temperature_k)
    assert water.sum() > 100
    if (name, residual) == ("linear", "none"):
        slope, intercept = decide(name, made.evidence(residual=residual)).line[:2]
        np.testing.assert_allclose(temperature_k[water], intercept + slope * made.ndvi[water], atol=1e-3)
        assert (flags[water] != WATER).all()
        return
    known = np.isfinite(made.lst_k)
    is_smooth = (name, residual) == ("local", "none")
    base_k = np.where(known, smooth(made.lst_k, known, 1.0), np.nan) if is_smooth else made.lst_k
    expected = interpolate(base_k, made.mesh, made.ndvi.shape)[water]
    np.testing.assert_allclose(temperature_k[water], expected, atol=1e-3)
    assert (flags[water] == WATER).all()
    assert (flags[~water & np.isfinite(temperature_k)] != WATER).all()


@pytest.mark.parametrize("name", NAMES)
def test_a_pixel_without_a_temperature_has_no_flag(name):
    made = unaligned(TURNED)
    temperature_k, flags = sharpener_of(made, name)(made.strip())
    assert np.isnan(temperature_k).sum() > 100
    assert (flags[np.isnan(temperature_k)] == PLAIN).all()


@pytest.mark.parametrize("name", NAMES)
def test_a_pixel_has_a_temperature_where_ndvi_and_its_own_cell_have_values(name):
    made = unaligned(TURNED)
    made.lst_k[9:12, 8:13] = np.nan
    temperature_k, _ = sharpener_of(made, name)(made.strip())
    own = interpolate(made.lst_k, made.mesh, made.ndvi.shape, "nearest")
    expected = np.isfinite(made.ndvi) & np.isfinite(own)
    np.testing.assert_array_equal(np.isfinite(temperature_k), expected)


def extremes(ndvi):
    ndvi[:] = 0.5 + (ndvi - 0.5) / 2
    ndvi[21:23, 21:23], ndvi[33:35, 33:35] = 0.0, 1.0


@pytest.mark.parametrize(
    ("name", "residual"),
    [("linear", "smooth"), ("linear", "exact"), ("tsharp", "smooth"), ("tsharp", "none"), ("local", "smooth")],
)
def test_the_predictor_is_held_a_quarter_of_the_fitted_range_beyond_it(name, residual):
    made = fields(change=extremes)
    decision = decide(name, made.evidence(residual=residual))
    used = decision.coarse.predictor[decision.coarse.usable]
    margin = 0.25 * np.ptp(used)
    low, high = used.min() - margin, used.max() + margin
    temperature_k, _ = decision.sharpener(made.strip())
    model, mesh, shape = decision.sharpener.model, made.mesh, made.ndvi.shape
    base, slope, reference = (interpolate(plane, mesh, shape) for plane in model.planes)
    value = fraction_of(made.ndvi, 0.05, 0.95) if name == "tsharp" else made.ndvi
    assert ((value < low) | (value > high)).any()
    np.testing.assert_allclose(temperature_k, base + slope * (np.clip(value, low, high) - reference), atol=2e-3)


def test_the_plain_recipe_is_a_line_without_limits():
    made = fields(change=extremes)
    decision = decide("linear", made.evidence(residual="none"))
    blocks = made.ndvi.astype(float).reshape(28, 4, 28, 4).mean((1, 3))
    used = (blocks >= 0.05) & (blocks <= 0.95)
    expected = np.polyval(np.polyfit(blocks[used], made.lst_k[used], 1), made.ndvi)
    np.testing.assert_allclose(decision.sharpener(made.strip())[0], expected, atol=1e-3)


@pytest.mark.parametrize("name", ["linear", "tsharp", "local", "trees"])
def test_pixels_beyond_what_was_fitted_are_flagged(name):
    made = fields(change=extremes)
    decision = decide(name, made.evidence())
    flags = decision.sharpener(made.strip())[1]
    value = fraction_of(made.ndvi, 0.05, 0.95) if name == "tsharp" else made.ndvi
    used = decision.coarse.predictor[decision.coarse.usable]
    is_near = (np.abs(value - used.min()) < 1e-5) | (np.abs(value - used.max()) < 1e-5)
    expected = np.where((value < used.min()) | (value > used.max()), BEYOND, PLAIN)
    np.testing.assert_array_equal(flags[~is_near], expected[~is_near])
    assert set(np.unique(flags)) == {PLAIN, BEYOND}


# Strips


@pytest.mark.parametrize("name", NAMES)
def test_cutting_into_strips_changes_nothing(name):
    made = unaligned(DEGREES)
    sharpener = sharpener_of(made, name)
    whole = sharpener(made.strip())
    for rows in (1, 13, 32, 77):
        parts = zip(*(sharpener(strip) for strip in made.strips(rows)))
        for part, expected in zip(parts, whole):
            np.testing.assert_allclose(np.concatenate(part), expected, atol=1e-4)


def test_exact_means_do_not_depend_on_the_strips():
    made = unaligned(DEGREES)
    sharpener = sharpener_of(made, "linear")
    found = [with_exact_means(sharpener, made.lst_k, lambda n=n: made.strips(n))[0](made.strip())[0] for n in (17, 100)]
    np.testing.assert_allclose(*found, atol=1e-3)
