"""Lines, fractions and models against numpy.polyfit, scipy and their equations."""

import numpy as np
import pytest
from cells import coarse_of, fields, sums_of, texture, utm, vegetation
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import stats

from sentinel_toolkit.core.thermal.cells.interpolation import interpolate, sharpen, stack_planes
from sentinel_toolkit.core.thermal.cells.mesh import mesh_of
from sentinel_toolkit.core.thermal.model import models as thermal_models
from sentinel_toolkit.core.thermal.model.models import Coarse, Line, fit_line, fraction_of

PLANE = hnp.arrays(float, (4, 6), elements=st.floats(0, 1))


def scene(seed=0, shape=(12, 15)):
    ndvi = vegetation(shape, seed)
    return coarse_of(305 - 12 * ndvi + texture(shape, 2, seed + 1), ndvi)


def sharpened(model, coarse, ratio=5):
    """What a model makes of the coarse predictor itself, drawn in finer pixels."""
    height, width = coarse.lst_k.shape
    grid = utm((height * ratio, width * ratio), 1000 / ratio)
    ndvi = np.kron(coarse.predictor, np.ones((ratio, ratio))).astype(np.float32)
    return sharpen(ndvi, ndvi, mesh_of(grid, 0, grid.shape[0], utm((height, width), 1000)), stack_planes(model.planes))[
        0
    ]


# Lines


@given(PLANE, hnp.arrays(float, (4, 6), elements=st.floats(-5, 5)), hnp.arrays(bool, (4, 6)))
@settings(max_examples=150, deadline=None)
def test_the_line_is_polyfit_s(predictor, noise, usable):
    assume(usable.sum() > 2)
    assume(np.std(predictor[usable]) > 1e-3)
    lst_k = 300 - 10 * predictor + noise
    line = fit_line(Coarse(lst_k, predictor, usable))
    expected = np.polyfit(predictor[usable], lst_k[usable], 1)
    np.testing.assert_allclose([line.slope, line.intercept], expected, rtol=1e-6, atol=1e-6)
    assert line.count == usable.sum()


def test_the_correlation_is_numpy_s():
    coarse = scene()
    expected = np.corrcoef(coarse.predictor.ravel(), coarse.lst_k.ravel())[0, 1]
    assert fit_line(coarse).correlation == pytest.approx(expected, abs=1e-12)


def test_the_error_of_the_slope_is_linregress_s():
    coarse = scene()
    expected = stats.linregress(coarse.predictor.ravel(), coarse.lst_k.ravel())
    assert fit_line(coarse).relative_error == pytest.approx(expected.stderr / abs(expected.slope))


@given(PLANE, st.floats(-20, -1))
@settings(max_examples=150, deadline=None)
def test_a_perfect_line_has_no_error(predictor, slope):
    """|r| may exceed 1 by rounding."""
    assume(np.std(predictor) > 1e-2)
    line = fit_line(coarse_of(300 + slope * predictor, predictor))
    assert line.relative_error == pytest.approx(0, abs=1e-4)


def test_rounding_above_a_correlation_of_1_is_no_warning():
    assert Line(-10.0, 300.0, -1.0000000000000002, 50).relative_error == 0


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_few_pixels_have_no_error(count):
    coarse = scene()
    usable = np.arange(coarse.lst_k.size).reshape(coarse.lst_k.shape) < count
    assert fit_line(Coarse(coarse.lst_k, coarse.predictor, usable)).relative_error == 0


def test_pixels_that_are_not_usable_have_no_influence():
    coarse = scene()
    usable = np.random.default_rng(1).random(coarse.lst_k.shape) < 0.5
    wrong = Coarse(*(np.where(usable, plane, np.inf) for plane in (coarse.lst_k, coarse.predictor)), usable)
    assert fit_line(wrong) == fit_line(Coarse(coarse.lst_k, coarse.predictor, usable))


def test_a_predictor_without_spread_has_no_line():
    line = fit_line(coarse_of(scene().lst_k, np.full((12, 15), 0.4)))
    assert (line.slope, np.isnan(line.correlation)) == (0, True)
    assert line.intercept == pytest.approx(scene().lst_k.mean())


def test_equal_temperatures_have_no_correlation():
    line = fit_line(coarse_of(np.full((12, 15), 300.0), scene().predictor))
    assert (line.slope, np.isnan(line.correlation)) == (0, True)


# The fraction of vegetation


def test_the_fraction_is_tsharp_s():
    ndvi = np.linspace(0.05, 0.95, 50)
    expected = [1 - ((0.95 - value) / (0.95 - 0.05)) ** 0.625 for value in ndvi]
    np.testing.assert_allclose(fraction_of(ndvi, 0.05, 0.95), expected, atol=1e-12)


def test_the_fraction_is_0_to_1_whatever_ndvi_is():
    found = fraction_of(np.array([-np.inf, -1, 0.05, 0.95, 1, np.inf]), 0.05, 0.95)
    np.testing.assert_allclose(found, [0, 0, 0, 1, 1, 1], atol=1e-12)


def test_the_fraction_of_unknown_ndvi_is_unknown():
    assert np.isnan(fraction_of(np.array([np.nan]), 0.05, 0.95)).all()


def test_the_fraction_grows_with_ndvi():
    assert (np.diff(fraction_of(np.linspace(0.05, 0.95, 99), 0.05, 0.95)) > 0).all()


def test_tsharp_is_fitted_to_the_mean_of_fractions():
    """The fraction of the mean is another value, as the fraction is not a line."""
    made = fields()
    fine = fraction_of(made.ndvi.astype(float), 0.05, 0.95).reshape(28, 4, 28, 4).mean((1, 3))
    found = made.evidence().fractions.land_mean
    np.testing.assert_allclose(found, fine, atol=1e-5)
    assert np.abs(found - fraction_of(made.sum_up(made.ndvi).land_mean, 0.05, 0.95)).max() > 0.01


# Models


def test_a_line_with_its_residual_has_the_measured_temperature_at_the_centres():
    coarse = scene()
    found = sharpened(thermal_models.by_line(coarse), coarse)
    np.testing.assert_allclose(found[2::5, 2::5], coarse.lst_k, atol=1e-3)


def test_a_line_alone_is_the_line():
    coarse = scene()
    slope, intercept = np.polyfit(coarse.predictor.ravel(), coarse.lst_k.ravel(), 1)
    found = sharpened(thermal_models.line_alone(coarse), coarse)
    ndvi = np.kron(coarse.predictor, np.ones((5, 5)))
    np.testing.assert_allclose(found, intercept + slope * ndvi, atol=1e-3)


@pytest.mark.parametrize("make", [thermal_models.by_bilinear, thermal_models.by_cubic])
def test_interpolation_takes_nothing_from_the_predictor(make):
    coarse = scene()
    found = sharpened(make(coarse), coarse)
    grid = utm((60, 75), 200)
    expected = interpolate(coarse.lst_k, mesh_of(grid, 0, 60, utm((12, 15), 1000)), (60, 75))
    np.testing.assert_allclose(found, expected, atol=1e-3)


def test_only_cubics_are_interpolated_by_cubics():
    coarse = scene()
    assert thermal_models.by_cubic(coarse).is_cubic
    for make in (thermal_models.by_bilinear, thermal_models.by_line, thermal_models.by_detail):
        assert not make(coarse).is_cubic


def test_local_detail_has_the_measured_temperature_at_the_centres():
    coarse = scene()
    found = sharpened(thermal_models.by_detail(coarse), coarse)
    np.testing.assert_allclose(found[2::5, 2::5], coarse.lst_k, atol=1e-3)


def test_local_detail_is_counted_from_what_the_sensor_sees():
    coarse = scene()
    seen = sums_of(coarse.predictor).widened(0.5).land_mean
    model = thermal_models.by_detail(coarse, seen)
    np.testing.assert_array_equal(model.reference, seen)
    np.testing.assert_array_equal(model.slope, thermal_models.by_detail(coarse).slope)


def test_local_detail_alone_keeps_the_smooth_part_of_the_temperatures():
    """A scratch of one coarse pixel that NDVI does not explain is not kept."""
    coarse = scene()
    scratched = coarse.lst_k.copy()
    scratched[6, 7] += 5
    model = thermal_models.detail_alone(coarse_of(scratched, coarse.predictor))
    assert model.base_k[6, 7] < scratched[6, 7] - 2
    known = np.isfinite(coarse.lst_k)
    np.testing.assert_array_equal(np.isfinite(model.base_k), known)


def test_where_no_temperature_is_known_local_detail_alone_has_none():
    coarse = scene()
    lst_k = coarse.lst_k.copy()
    lst_k[3:6, 3:6] = np.nan
    model = thermal_models.detail_alone(coarse_of(lst_k, coarse.predictor))
    np.testing.assert_array_equal(np.isnan(model.base_k), np.isnan(lst_k))
