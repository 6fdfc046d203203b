"""Uncertainty of sharpened temperatures: everywhere, never less than the measurement's, and as large as the errors."""

import numpy as np
import pytest
from cells import Fields, evidence_of, fields, sums_of, utm, vegetation

from sentinel_toolkit.core.thermal.cells.interpolation import WATER, interpolate
from sentinel_toolkit.core.thermal.model.choice import METHODS, decide
from sentinel_toolkit.core.thermal.model.degrading import restore
from sentinel_toolkit.core.thermal.model.detail import smooth
from sentinel_toolkit.core.thermal.model.uncertainty import PEERS, WITHIN_90, run_test, uncertainty_of

NAMES = list(METHODS)


def lake_and_holes(ndvi):
    ndvi[20:36, 40:60] = -0.2
    ndvi[70:82, 10:40] = np.nan


def sharpened(made, method, ratio=4, **changes):
    """(decision, temperature, flags, uncertainty, test) of a whole scene."""
    decision = decide(method, made.evidence(**changes))
    test = run_test(decision, ratio)
    temperature_k, flags = decision.sharpener(made.strip())
    sigma_k = uncertainty_of(decision, test)(made.strip(), temperature_k, flags, made.lst_k)
    return decision, temperature_k, flags, sigma_k, test


# Everywhere


@pytest.mark.parametrize("residual", ["smooth", "none"])
@pytest.mark.parametrize("method", NAMES)
def test_it_is_finite_and_positive_just_where_there_is_a_temperature(method, residual):
    made = fields(change=lake_and_holes, noise_k=0.3)
    made.lst_k[3:6, 15:19], made.lst_k[12, 12] = np.nan, np.inf
    _, temperature_k, _, sigma_k, _ = sharpened(made, method, residual=residual)
    np.testing.assert_array_equal(np.isfinite(sigma_k), np.isfinite(temperature_k))
    assert (sigma_k[np.isfinite(sigma_k)] >= 0.5).all()
    assert sigma_k.dtype == np.float32


@pytest.mark.parametrize("method", NAMES)
def test_water_is_less_certain_than_the_land_around(method):
    made = fields(change=lake_and_holes, noise_k=0.3)
    decision, _, flags, sigma_k, _ = sharpened(made, method)
    if decision.name != "cubic":
        assert sigma_k[flags == WATER].min() > np.nanmax(sigma_k[18:38, 38:62][flags[18:38, 38:62] != WATER])


def test_without_a_test_it_is_the_spread_of_the_temperatures():
    rng = np.random.default_rng(1)
    ndvi, lst_k = vegetation((7, 5), 1), 300 + 3 * rng.normal(size=(7, 5))
    decision = decide("auto", evidence_of(lst_k, sums_of(ndvi)))
    test = run_test(decision, 8)
    assert (test.ratio, test.rmse_k) == (0, None)
    assert uncertainty_of(decision, test).plane_k == pytest.approx(lst_k.std())


# The equation


@pytest.mark.parametrize("method", ["linear", "tsharp", "local"])
def test_squares_of_restoring_measuring_and_the_slope_add_up(method):
    made = fields(change=lake_and_holes, noise_k=0.3)
    decision, temperature_k, flags, sigma_k, test = sharpened(made, method)
    errors = test.restored[test.used].errors_k
    known = np.isfinite(errors).any(0)
    squares = np.array(
        [np.mean(column[np.isfinite(column)] ** 2) if ok else 0 for column, ok in _columns(errors, known)]
    )
    around = smooth(squares.reshape(known.shape), known.astype(float), 4.0)
    around = np.maximum(around, (test.rmse_k / 2) ** 2)
    restoring = interpolate(np.sqrt(around), made.mesh, sigma_k.shape)
    detail = temperature_k - interpolate(made.lst_k, made.mesh, sigma_k.shape)
    expected = restoring**2 + 0.5**2 + (decision.fit.relative_error * detail) ** 2
    expected = expected + np.where(flags == WATER, np.std(made.lst_k) ** 2, 0)
    np.testing.assert_allclose(sigma_k, np.sqrt(expected), atol=1e-3)


def _columns(errors, known):
    return zip(errors.reshape(len(errors), -1).T, known.ravel(), strict=True)


def test_the_more_detail_is_added_the_less_certain_it_is():
    made = fields(noise_k=0.3)
    decision, temperature_k, flags, _, test = sharpened(made, "local")
    of = uncertainty_of(decision, test)
    farther = temperature_k + 3 * (temperature_k - interpolate(made.lst_k, made.mesh, temperature_k.shape))
    both = [of(made.strip(), mapped_k, flags, made.lst_k) for mapped_k in (temperature_k, farther)]
    assert (both[1] >= both[0]).all()
    assert (both[1] > both[0]).mean() > 0.9


# The test behind it


@pytest.mark.parametrize("method", NAMES)
def test_the_method_used_is_among_those_that_restore(method):
    made = fields(noise_k=0.3)
    decision = decide(method, made.evidence())
    test = run_test(decision, 4)
    assert set(PEERS) <= set(test.restored)
    if decision.make_model:
        assert test.rmse_k == pytest.approx(restore(decision.coarse, 4, decision.make_model).rmse_k)
    else:  # too few degraded pixels to grow trees on: interpolation stands for them
        assert (test.is_done, test.rmse_k) == (False, None)


def test_trees_are_tested_by_trees_where_there_are_enough_pixels():
    decision = decide("trees", fields(noise_k=0.3).evidence())
    test = run_test(decision, 2)
    assert test.is_done
    assert test.rmse_k == pytest.approx(decision.restore(2).rmse_k)
    assert test.rmse_k < test.restored["bilinear"].rmse_k


def test_exact_means_are_tested_as_they_are():
    decision = decide("local", fields(noise_k=0.3).evidence())
    smooth, exact = run_test(decision, 4), run_test(decision, 4, is_exact=True)
    assert exact.used == "local detail, exact means"
    assert exact.restored["local detail"].rmse_k == smooth.rmse_k
    assert exact.rmse_k != smooth.rmse_k


@pytest.mark.parametrize(("ratio", "tested", "is_extrapolated"), [(2, 2, False), (4, 4, False), (50, 6, True)])
def test_a_ratio_beyond_what_the_scene_allows_is_told(ratio, tested, is_extrapolated):
    test = run_test(decide("auto", fields(noise_k=0.3).evidence()), ratio)
    assert (test.ratio, test.is_extrapolated) == (tested, is_extrapolated)


# Honesty


def fractal(seed, steepness):
    """A random field, mean 0 and standard deviation 1, whose power falls by that power of the frequency.

    At 2 there is as much of it at each scale: what is lost from 4 to 1 km is as much as from 1 km to 250 m.
    """
    frequency = np.hypot(np.fft.fftfreq(112)[:, None], np.fft.rfftfreq(112))
    frequency[0, 0] = np.inf
    noise = np.fft.rfft2(np.random.default_rng(seed).normal(size=(112, 112)))
    field = np.fft.irfft2(noise * frequency ** (-steepness / 2), (112, 112))
    return (field - field.mean()) / field.std()


def held(method, slope, seed, steepness=2):
    """The share of errors in the 90 % band: 250 m on 1 km, measured with 0.5 K of noise, of a known truth."""
    ndvi = np.clip(0.5 + 0.15 * fractal(seed, 2), 0.05, 0.95)
    truth_k = 306 + 1.5 * fractal(seed + 1, steepness) + slope * ndvi
    made = Fields(ndvi, truth_k, utm((112, 112), 250), utm((28, 28), 1000), 0.5)
    _, temperature_k, _, sigma_k, _ = sharpened(made, method)
    return (np.abs(temperature_k - truth_k) <= WITHIN_90 * sigma_k).mean()


@pytest.mark.parametrize("slope", [-14, -6, 0, 8])
def test_90_percent_of_the_errors_lie_within_the_band_that_is_said_to_hold_them(slope):
    assert 0.8 <= np.mean([held("auto", slope, seed) for seed in (0, 10, 20)]) <= 0.98


@pytest.mark.parametrize("method", ["linear", "tsharp", "local", "trees"])
def test_each_method_is_as_honest(method):
    most = 1 if method == "trees" else 0.98  # which have the errors of interpolation, for want of pixels
    assert 0.8 <= np.mean([held(method, -14, seed) for seed in (30, 40)]) <= most


def test_on_smoother_ground_it_is_too_large_rather_than_too_small():
    assert held("auto", -14, 50, steepness=3) >= 0.9


def test_sharpening_errs_less_than_interpolation_where_the_link_is_real():
    made = fields(-14, seed=5, noise_k=0.3)
    _, temperature_k, *_ = sharpened(made, "auto")
    plain = interpolate(made.lst_k, made.mesh, temperature_k.shape)
    errors = [np.sqrt(np.mean((mapped_k - made.truth_k) ** 2)) for mapped_k in (temperature_k, plain)]
    assert errors[0] < 0.8 * errors[1]


def test_places_that_restore_worse_are_less_certain():
    """Noise of 4 K in the west."""
    made = fields(-14, seed=6, noise_k=0.2)
    made.lst_k[:, :12] += 4 * np.random.default_rng(1).normal(size=(28, 12))
    *_, sigma_k, _ = sharpened(made, "linear")
    assert sigma_k[:, :24].mean() > 1.5 * sigma_k[:, -24:].mean()
