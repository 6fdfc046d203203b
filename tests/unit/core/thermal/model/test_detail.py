"""The link in local detail: its slope, its interval and its local slopes against plain numpy, and known truths."""

import numpy as np
import pytest
from cells import coarse_of, sums_of, texture, vegetation
from scipy import stats

from sentinel_toolkit.core.thermal.model.detail import (
    detail_correlation,
    details,
    find_footprint,
    fit_detail,
    smooth,
)
from sentinel_toolkit.core.thermal.model.models import Coarse


def scene(slope=-12.0, seed=0, shape=(30, 34), noise_k=1.0, sigma=0.7):
    """NDVI and LST of which only the detail is linked: the large differences of LST rise with NDVI's."""
    ndvi = vegetation(shape, seed, sigma) + 0.1 * texture(shape, 8, seed + 1)
    lst_k = 300 + 4 * texture(shape, 8, seed + 1) + slope * ndvi
    return coarse_of(lst_k + noise_k * np.random.default_rng(seed + 2).normal(size=shape), ndvi)


def with_holes(coarse, share=0.3, seed=5):
    usable = np.random.default_rng(seed).random(coarse.lst_k.shape) > share
    return Coarse(*(np.where(usable, plane, np.nan) for plane in (coarse.lst_k, coarse.predictor)), usable)


def gaussian_mean(values, usable, sigma):
    """Pixel by pixel, with the kernel written out."""
    rows, columns = np.indices(values.shape)
    result = np.empty(values.shape)
    for place in np.ndindex(values.shape):
        weight = np.exp(-((rows - place[0]) ** 2 + (columns - place[1]) ** 2) / 2 / sigma**2)
        near = (np.abs(rows - place[0]) <= 4 * sigma) & (np.abs(columns - place[1]) <= 4 * sigma)
        weight = weight * usable * near
        result[place] = (weight * np.where(usable, values, 0)).sum() / weight.sum()
    return result


def jackknife(lst, ndvi, usable):
    """Standard error and number of blocks of the slope through the origin, leaving out block after block."""
    side = int(np.clip(np.sqrt(usable.sum() / 9), 3, 10))
    slopes = []
    for top in range(0, usable.shape[0], side):
        for left in range(0, usable.shape[1], side):
            kept = usable.copy()
            kept[top : top + side, left : left + side] = False
            if kept.sum() < usable.sum():
                slopes.append((lst[kept] * ndvi[kept]).sum() / (ndvi[kept] ** 2).sum())
    count, slopes = len(slopes), np.array(slopes)
    return np.sqrt((count - 1) / count * ((slopes - slopes.mean()) ** 2).sum()), count


# Detail


@pytest.mark.parametrize("sigma", [1.0, 2.0])
def test_the_smooth_part_is_the_gaussian_mean_of_usable_pixels(sigma):
    coarse = with_holes(scene(shape=(14, 15)))
    found = smooth(coarse.lst_k, coarse.usable, sigma)
    np.testing.assert_allclose(found, gaussian_mean(coarse.lst_k, coarse.usable, sigma), atol=1e-6)


def test_detail_is_what_the_smooth_part_leaves():
    coarse = with_holes(scene(shape=(14, 15)))
    for found, plane in zip(details(coarse), (coarse.lst_k, coarse.predictor)):
        expected = np.where(coarse.usable, plane - gaussian_mean(plane, coarse.usable, 1.0), 0)
        np.testing.assert_allclose(found, expected, atol=1e-6)


def test_far_from_any_pixel_nothing_is_known():
    weights = np.zeros((40, 40))
    weights[0, 0] = 1
    assert np.isnan(smooth(np.ones((40, 40)), weights, 1.0)[30, 30])


def test_slope_and_correlation_are_those_of_the_details():
    coarse = with_holes(scene())
    lst, ndvi = (plane[coarse.usable] for plane in details(coarse))
    fit = fit_detail(coarse)
    assert fit.slope == pytest.approx(np.linalg.lstsq(ndvi[:, None], lst)[0][0])
    assert fit.correlation == pytest.approx((lst @ ndvi) / np.sqrt((lst @ lst) * (ndvi @ ndvi)))
    assert fit.correlation == pytest.approx(detail_correlation(coarse))
    assert fit.count == coarse.usable.sum()


def test_large_differences_that_have_another_cause_do_not_count():
    """A line through the pixels themselves has the wrong sign here."""
    coarse = scene(slope=-12, noise_k=0.5)
    ndvi = coarse.predictor + 0.3 * (texture(coarse.lst_k.shape, 8, 1))
    other = coarse_of(coarse.lst_k, ndvi)
    assert np.polyfit(ndvi.ravel(), coarse.lst_k.ravel(), 1)[0] > 0
    assert fit_detail(other).slope == pytest.approx(-12, abs=2)


# How sure it is


@pytest.mark.parametrize("share", [0, 0.4])
def test_the_interval_is_that_of_the_block_jackknife(share):
    coarse = with_holes(scene(), share) if share else scene()
    error, count = jackknife(*details(coarse), coarse.usable)
    fit = fit_detail(coarse)
    reach = stats.t.ppf(0.975, count - 1) * error
    np.testing.assert_allclose(fit.interval, (fit.slope - reach, fit.slope + reach), rtol=1e-9)


@pytest.mark.parametrize("shape", [(30, 34), (9, 10)])
def test_the_relative_error_is_the_standard_error_of_the_jackknife(shape):
    coarse = scene(shape=shape)
    error, _ = jackknife(*details(coarse), coarse.usable)
    fit = fit_detail(coarse)
    assert fit.relative_error == pytest.approx(error / abs(fit.slope), rel=0.02)


def test_the_interval_holds_the_true_slope_nearly_as_often_as_it_says():
    """Of 200 scenes without any link, at least 90 % must hold 0 and at most 6 % suggest one that cools."""
    intervals = []
    for seed in range(200):
        ndvi, lst_k = vegetation((20, 20), 3 * seed, 0.7), 300 + texture((20, 20), 0.7, 1000 + seed)
        intervals.append(fit_detail(coarse_of(lst_k, ndvi)).interval)
    low, high = np.array(intervals).T
    assert ((low <= 0) & (high >= 0)).mean() >= 0.9
    assert (high < 0).mean() <= 0.06


def test_a_steady_link_is_found_beyond_doubt():
    low, high = fit_detail(scene()).interval
    assert low < -12 < high < -9


@pytest.mark.parametrize("count", [0, 1, 7])
def test_too_few_pixels_tell_nothing(count):
    coarse = scene()
    usable = np.arange(coarse.lst_k.size).reshape(coarse.lst_k.shape) < count
    fit = fit_detail(Coarse(coarse.lst_k, coarse.predictor, usable))
    assert (fit.slope, fit.interval, fit.correlation, fit.count) == (0, (-np.inf, np.inf), 0, count)
    assert (fit.field == 0).all()
    assert fit.relative_error == 0


def test_too_few_blocks_have_an_infinite_interval():
    fit = fit_detail(scene(shape=(5, 5)))
    assert fit.interval == (-np.inf, np.inf)
    assert np.isfinite(fit.field).all()


@pytest.mark.parametrize("name", ["lst", "ndvi", "both"])
def test_what_has_no_detail_tells_nothing(name):
    coarse = scene()
    lst_k = np.full(coarse.lst_k.shape, 300.0) if name in ("lst", "both") else coarse.lst_k
    ndvi = np.full(coarse.lst_k.shape, 0.3) if name in ("ndvi", "both") else coarse.predictor
    flat = coarse_of(lst_k, ndvi)
    fit = fit_detail(flat)
    assert (fit.slope, fit.interval) == (0, (-np.inf, np.inf))
    assert detail_correlation(flat) == 0, "rounding is no link"


# Local slopes


def test_no_local_slope_is_above_0():
    for slope in (-2, 0, 5):
        assert (fit_detail(scene(slope)).field <= 0).all()


def test_one_link_for_the_scene_has_local_slopes_that_hardly_differ():
    fit = fit_detail(scene(shape=(50, 50)))
    assert np.std(fit.field) < 0.08 * abs(fit.slope)


def test_a_link_that_changes_across_the_scene_is_followed():
    """Against the scene's slope alone; at least three windows' width from the change."""
    ndvi = vegetation((40, 60), 1, 0.7)
    truth = np.where(np.arange(60) < 30, -4, -20) * np.ones((40, 1))
    lst_k = 300 + truth * ndvi + 0.5 * np.random.default_rng(3).normal(size=truth.shape)
    fit = fit_detail(coarse_of(lst_k, ndvi))
    for part in (np.s_[:, :18], np.s_[:, 42:]):
        assert np.abs(fit.field - truth)[part].max() < 3 < np.abs(fit.slope - truth)[part].min()


def test_noise_shrinks_local_slopes_to_the_scene_s():
    """The moving window's own slopes, written out, scatter far more than they are let to."""
    coarse = scene(-10, noise_k=4)
    lst, ndvi = details(coarse)
    rows, columns = np.indices(lst.shape)
    raw = []
    for place in ((5, 5), (5, 28), (15, 17), (25, 5), (25, 28)):
        weight = np.exp(-((rows - place[0]) ** 2 + (columns - place[1]) ** 2) / 2 / 16)
        raw.append((weight * lst * ndvi).sum() / (weight * ndvi**2).sum() - fit_detail(coarse).slope)
    field = fit_detail(coarse).field
    shrunk = [field[place] - fit_detail(coarse).slope for place in ((5, 5), (5, 28), (15, 17), (25, 5), (25, 28))]
    assert np.std(shrunk) < 0.6 * np.std(raw)


def test_where_nothing_is_usable_the_slope_is_the_scene_s():
    coarse = scene(shape=(30, 70))
    usable = coarse.usable.copy()
    usable[:, 30:] = False
    fit = fit_detail(Coarse(coarse.lst_k, coarse.predictor, usable))
    assert fit.field[15, 69] == pytest.approx(fit.slope, rel=1e-3)


def test_a_perfect_link_is_sane():
    coarse = scene()
    fit = fit_detail(coarse_of(1024 - 512 * coarse.predictor, coarse.predictor))
    assert np.isfinite(fit.field).all()
    np.testing.assert_allclose(fit.field, -512, rtol=1e-6)


@pytest.mark.parametrize("factor", [-512.0, 512.0])
def test_a_link_without_any_rounding_is_sane(factor):
    """Powers of 2 leave no residual at all: what noise explains and what is left are both 0."""
    coarse = scene()
    assert np.isfinite(fit_detail(coarse_of(factor * coarse.predictor, coarse.predictor)).field).all()


# Footprint


@pytest.mark.parametrize("sigma", [0.0, 0.25, 0.5, 0.75])
def test_the_footprint_that_temperatures_were_blurred_with_is_found(sigma):
    """Fields a quarter of a coarse pixel in size, seen by a sensor of that Gaussian."""
    fine = np.clip(0.5 + 0.2 * texture((120, 120), 1.2, 3), 0, 1)
    totals = sums_of(fine, 1).totals
    sums = type(sums_of(fine, 1))(totals, 4)
    lst_k = 305 - 12 * sums.widened(sigma).land_mean + 0.05 * np.random.default_rng(1).normal(size=(30, 30))

    def seen_with(width):
        return coarse_of(lst_k, sums.widened(width).land_mean)

    assert find_footprint(seen_with) == sigma


def test_temperatures_without_a_link_have_no_footprint_but_the_pixel():
    sums, lst_k = sums_of(vegetation((30, 30), 1)), np.full((30, 30), 300.0)
    assert find_footprint(lambda width: coarse_of(lst_k, sums.widened(width).land_mean)) == 0
