"""Smoothers on series whose truth is known."""

import datetime
import json
import shutil

import numpy as np
import pytest
import rasterio

from sentinel_toolkit.core.series import smoothing
from sentinel_toolkit.core.series.smoothing import (
    HALF_PERIOD_DAYS,
    SMOOTHERS,
    none,
    savitzky_golay,
    whittaker,
)

REAL = pytest.mark.parametrize("smooth", [savitzky_golay, whittaker])


def irregular_days(count=120, step=5, seed=3):
    rng = np.random.default_rng(seed)
    return 17000 + np.sort(rng.choice(count * step, count * 3 // 4, replace=False)) + rng.uniform(0.4, 0.42)


def season(days):
    return 0.5 + 0.25 * np.sin(2 * np.pi * days / 365)


def rms(values):
    return np.sqrt(np.nanmean(values**2))


@pytest.mark.parametrize(("smooth", "factor"), [(savitzky_golay, 0.75), (whittaker, 0.5)])
@pytest.mark.parametrize("seed", range(5))
def test_a_season_is_recovered_from_noise(smooth, factor, seed):
    rng = np.random.default_rng(seed)
    days = np.arange(0, 730, 5) + 0.4
    values = season(days) + rng.normal(0, 0.05, len(days))
    values[rng.random(len(days)) < 0.3] = np.nan
    known = np.isfinite(values)
    found = smooth(days, values, np.ones(len(days)))
    assert rms((found - season(days))[known]) < factor * rms((values - season(days))[known])


@REAL
def test_a_straight_line_is_unchanged(smooth):
    days = irregular_days()
    line = 0.2 + 0.001 * (days - days[0])
    np.testing.assert_allclose(smooth(days, line, np.linspace(0.1, 1, len(days))), line, rtol=1e-8)


@REAL
@pytest.mark.parametrize("step", [0.25, 1, 10, 365])
def test_a_constant_is_unchanged_at_any_step(smooth, step):
    days = step * np.arange(40)
    np.testing.assert_allclose(smooth(days, np.full(40, 293.15), np.ones(40)), 293.15, rtol=1e-8)


@REAL
def test_a_gap_is_bridged(smooth):
    days = np.arange(0.0, 365, 5)
    values = season(days)
    values[30:45] = np.nan
    found = smooth(days, values, np.ones(len(days)))
    assert np.isfinite(found).all()
    # A straight line over the crest of the season, or a curve that bends less than it.
    np.testing.assert_allclose(found, season(days), atol=0.1)


@REAL
def test_nothing_is_said_before_the_first_and_after_the_last_value(smooth):
    days = np.arange(0.0, 200, 5)
    values = season(days)
    values[[0, 1, -1]] = np.nan
    assert np.flatnonzero(np.isnan(smooth(days, values, np.ones(40)))).tolist() == [0, 1, 39]


@REAL
def test_a_value_without_weight_has_no_influence(smooth):
    days = irregular_days()
    values, weights = season(days), np.ones(len(days))
    weights[[0, 7, 20, -1]] = 0
    other = np.where(weights > 0, values, [[-99], [np.nan]])
    one, two = (smooth(days, series, weights) for series in other)
    np.testing.assert_array_equal(one, two)


@REAL
def test_the_order_of_dates_does_not_matter(smooth):
    days = irregular_days()
    rng = np.random.default_rng(0)
    values, weights, order = rng.normal(size=len(days)), rng.uniform(0, 1, len(days)), rng.permutation(len(days))
    shuffled = smooth(days[order], values[order], weights[order])
    np.testing.assert_allclose(shuffled, smooth(days, values, weights)[order], rtol=1e-9)


@REAL
def test_values_of_one_day_are_joined_by_weight(smooth):
    days, values = np.arange(0.0, 100, 5), np.random.default_rng(1).normal(size=20)
    weights = np.ones(20)
    twice = smooth(np.append(days, 25), np.append(values, 7), np.append(weights, 3))
    values[5], weights[5] = (values[5] + 3 * 7) / 4, 4
    once = smooth(days, values, weights)
    np.testing.assert_allclose(twice, np.append(once, once[5]), rtol=1e-9)


@pytest.mark.parametrize("smooth", SMOOTHERS.values())
@pytest.mark.parametrize("values", [[], [0.3], [np.nan, 0.3, np.nan], [0.3, 0.8]])
def test_too_few_values_stay_as_they_are(smooth, values):
    values = np.array(values, float)
    np.testing.assert_array_equal(smooth(np.arange(len(values)) * 5.0, values, np.ones(len(values))), values)


@pytest.mark.parametrize("smooth", SMOOTHERS.values())
def test_missing_values_alone_stay_missing(smooth):
    assert np.isnan(smooth(np.arange(30.0), np.full(30, np.nan), np.ones(30))).all()


@REAL
def test_all_values_on_one_day_are_not_smoothed(smooth):
    np.testing.assert_array_equal(smooth(np.full(9, 3.0), np.arange(9.0), np.ones(9)), np.arange(9.0))


@REAL
def test_the_input_is_left_alone(smooth):
    days, values, weights = np.arange(30.0), np.random.default_rng(2).normal(size=30), np.ones(30)
    before = values.copy()
    smooth(days, values, weights)
    np.testing.assert_array_equal(values, before)


def test_none_returns_a_copy_of_the_values():
    values = np.array([1, np.nan, 3])
    found = none(np.arange(3), values, np.zeros(3))
    np.testing.assert_array_equal(found, values)
    assert found is not values


def test_whittaker_solves_its_equation():
    """On whole days the equation is Eilers's own: z = (W + λ DᵀD)⁻¹ W y, by plain dense matrices."""
    rng = np.random.default_rng(4)
    days = np.unique(np.append(rng.choice(200, 60), [0, 199])).astype(float)
    values, weights = rng.normal(size=len(days)), rng.uniform(0.1, 1, len(days))
    weight, value = np.zeros(200), np.zeros(200)
    weight[days.astype(int)], value[days.astype(int)] = weights, values
    differences = np.diff(np.eye(200), 2, axis=0)
    penalty = weights.sum() / 199 * (HALF_PERIOD_DAYS / (2 * np.pi)) ** 4
    dense = np.linalg.solve(np.diag(weight) + penalty * differences.T @ differences, weight * value)
    np.testing.assert_allclose(whittaker(days, values, weights), dense[days.astype(int)], rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize(("times", "height"), [(0.5, 1 / 17), (1, 0.5), (2, 16 / 17)])
@pytest.mark.parametrize(("half_period", "step"), [(HALF_PERIOD_DAYS, 3), (30, 1), (900, 25)])
def test_whittaker_s_period_is_what_it_says(times, height, half_period, step):
    days = np.arange(0.0, 40 * half_period, step)
    wave = np.sin(2 * np.pi * days / (times * half_period))
    middle = slice(len(days) // 4, -len(days) // 4)
    found = whittaker(days, wave, np.ones(len(days)), half_period)[middle]
    assert rms(found) / rms(wave[middle]) == pytest.approx(height, rel=0.03)


def test_whittaker_s_curve_does_not_depend_on_the_scale_of_weights():
    days = irregular_days()
    values, weights = np.random.default_rng(0).normal(size=len(days)), np.linspace(0.2, 1, len(days))
    np.testing.assert_allclose(
        whittaker(days, values, weights / 100), whittaker(days, values, weights), rtol=1e-6, atol=1e-8
    )


def test_whittaker_follows_clear_dates_more_than_cloudy_ones():
    days, values = np.arange(0.0, 300, 10), np.zeros(30)
    values[15] = -1
    weights = np.ones(30)
    clear = whittaker(days, values, weights)[15]
    weights[15] = 0.05
    assert abs(whittaker(days, values, weights)[15]) < 0.1 * abs(clear)


def test_whittaker_smooths_sparse_series_too():
    """Yearly values: the half period grows with the distance of dates, or nothing would be smoothed."""
    rng = np.random.default_rng(0)
    noise = rng.normal(size=40)
    assert rms(whittaker(365.0 * np.arange(40), noise, np.ones(40))) < 0.7 * rms(noise)


def test_savitzky_golay_of_regular_dates_is_the_plain_filter():
    """Seven points of a parabola: (-2, 3, 6, 7, 6, 3, -2) / 21, Savitzky & Golay's own table."""
    values = np.random.default_rng(0).normal(size=30)
    plain = np.convolve(values, np.array([-2, 3, 6, 7, 6, 3, -2]) / 21, "valid")
    found = savitzky_golay(5.0 * np.arange(30), values, np.ones(30))
    np.testing.assert_allclose(found[3:-3], plain, rtol=1e-9)


def test_savitzky_golay_keeps_a_parabola():
    days = 5.0 * np.arange(30)
    parabola = (days - 60) ** 2
    np.testing.assert_allclose(savitzky_golay(days, parabola, np.ones(30)), parabola, atol=1e-7)


@pytest.fixture
def squares(shared, tmp_path):
    """Return (days, values, weights) of the 25 squares of 20 pixels of 68 real dates; weights are valid shares."""
    for name in ("ndvi.tif", "clm.tif"):
        shutil.copy(shared / "ndvi_68_dates" / name, tmp_path)
    times = json.loads((shared / "ndvi_68_dates" / "timestamps.json").read_text("utf-8"))
    days = np.array([datetime.datetime.fromisoformat(time).timestamp() / 86400 for time in times])
    with rasterio.open(tmp_path / "ndvi.tif") as ndvi, rasterio.open(tmp_path / "clm.tif") as clouds:
        pixels = np.where(clouds.read() == 0, ndvi.read() / 10000, np.nan)[:, :100, :100]
    in_squares = pixels.reshape(68, 5, 20, 5, 20).transpose(1, 3, 0, 2, 4).reshape(25, 68, 400)
    weights = np.isfinite(in_squares).mean(2)
    sums = np.nansum(in_squares, 2)
    return days, np.where(weights > 0, sums / np.maximum(weights * 400, 1), np.nan), weights


def error_of_left_out_dates(squares, smooth):
    """Return how well, weighted, the others predict each value that is neither the first nor the last."""
    days, values, weights = squares
    errors = []
    for series, shares in zip(values, weights, strict=True):
        for date in np.flatnonzero(shares)[1:-1]:
            others = np.where(np.arange(len(days)) == date, 0, shares)
            errors.append((smooth(days, series, others)[date] - series[date]) * np.sqrt(shares[date]))
    return rms(np.array(errors))


@pytest.mark.real_data
def test_real_left_out_dates_are_predicted_by_the_defaults(squares, monkeypatch):
    """What the constants of the module are chosen by; run with -s to see the figures."""
    found = {}
    for name in ("savitzky_golay", "whittaker"):
        found[name] = error_of_left_out_dates(squares, SMOOTHERS[name])
    for window in (5, 9):
        found[window] = error_of_left_out_dates(squares, lambda *s, w=window: savitzky_golay(*s, window=w))
    monkeypatch.setattr(smoothing, "MIN_OBSERVATIONS", 0.0)
    for period in (30, 60, 75, 90, 120, 150, 200, 300):
        found[f"{period} days"] = error_of_left_out_dates(squares, lambda *s, p=period: whittaker(*s, p))
    print({name: round(float(error), 4) for name, error in found.items()})
    best = min(found.values())
    assert found["whittaker"] < 1.03 * best
    assert found["savitzky_golay"] < 1.03 * best
    assert found["30 days"] > 1.2 * best
    assert found["300 days"] > 1.2 * best
