"""Which method stands: what must be refused is refused in words, and what the data supports is taken."""

import dataclasses

import numpy as np
import pytest
from cells import coarse_of, evidence_of, fields, sums_of, texture, vegetation
from scipy import stats

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.thermal.cells.interpolation import interpolate
from sentinel_toolkit.core.thermal.cells.sums import CellSums
from sentinel_toolkit.core.thermal.model import degrading
from sentinel_toolkit.core.thermal.model import models as thermal_models
from sentinel_toolkit.core.thermal.model.choice import METHODS, decide
from sentinel_toolkit.core.thermal.model.detail import fit_detail
from sentinel_toolkit.core.thermal.model.evidence import is_clear
from sentinel_toolkit.core.thermal.model.sharpener import CubicSharpener, Strip
from sentinel_toolkit.core.thermal.model.uncertainty import run_test, uncertainty_of

LINES = ["linear", "tsharp"]
SHAPE = (24, 26)


def evidence(lst_k, ndvi, **changes):
    sums = sums_of(ndvi)
    return evidence_of(lst_k, sums, fractions=changes.pop("fractions", sums), **changes)


def scene(slope=-12.0, shape=SHAPE, noise_k=0.5, seed=0, **changes):
    ndvi = vegetation(shape, seed, 0.7)
    lst_k = 305 + slope * ndvi + noise_k * np.random.default_rng(seed + 1).normal(size=shape)
    return evidence(lst_k, ndvi, **changes)


def correlated(r, count, seed=0):
    """Evidence of that many pixels whose correlation is just r."""
    rng = np.random.default_rng(seed)
    x = stats.zscore(rng.normal(size=count))
    noise = rng.normal(size=count)
    noise -= np.polyval(np.polyfit(x, noise, 1), x)
    y = r * x + np.sqrt(1 - r**2) * stats.zscore(noise)
    return evidence((300 + 2 * y)[None], (0.5 + 0.05 * x)[None])


# Lines


@pytest.mark.parametrize("method", LINES)
def test_a_line_stands_just_from_the_correlation_asked_for(method):
    assert decide(method, correlated(-0.31, 60)).line.correlation == pytest.approx(-0.31, abs=1e-6)
    with pytest.raises(UnreliableFitError, match=r"r = -0\.29 of 60"):
        decide(method, correlated(-0.29, 60))


@pytest.mark.parametrize("method", LINES)
def test_the_correlation_asked_for_is_the_user_s(method):
    low = dataclasses.replace(correlated(-0.29, 60), min_correlation=0.2)
    assert decide(method, low).name == method
    high = dataclasses.replace(correlated(-0.69, 60), min_correlation=0.7)
    with pytest.raises(UnreliableFitError, match=r"at most -0\.70 is needed"):
        decide(method, high)


@pytest.mark.parametrize("method", [*LINES, "local", "trees"])
def test_29_pixels_are_too_few(method):
    with pytest.raises(UnreliableFitError, match="has 29 clear coarse pixels of land, and 30 are needed"):
        decide(method, correlated(-0.9, 29))


@pytest.mark.parametrize("method", LINES)
def test_30_pixels_are_enough(method):
    assert decide(method, correlated(-0.9, 30)).line.count == 30


@pytest.mark.parametrize("method", LINES)
@pytest.mark.parametrize("slope", [8.0, 0.001])
def test_a_slope_that_rises_is_refused(method, slope):
    with pytest.raises(UnreliableFitError, match="does not fall"):
        decide(method, scene(slope))


def test_the_line_is_polyfit_s_of_all_values_in_the_ranges():
    """Those of water too: the recipe means all values."""
    asked = scene()
    ndvi, lst_k = asked.sums.mean, asked.lst_k
    asked = dataclasses.replace(asked, ndvi_range=(0.3, 0.7), lst_range_k=(297, 301))
    used = (ndvi >= 0.3) & (ndvi <= 0.7) & (lst_k >= 297) & (lst_k <= 301)
    decision = decide("linear", asked)
    np.testing.assert_array_equal(decision.coarse.usable, used)
    expected = np.polyfit(ndvi[used], lst_k[used], 1)
    np.testing.assert_allclose(decision.line[:2], expected, rtol=1e-9)
    left = lst_k[used] - np.polyval(expected, ndvi[used])
    assert decision.rmse_k == pytest.approx(np.sqrt(np.mean(left**2)))


def test_tsharp_is_the_line_of_the_mean_fractions_of_clear_land():
    made = fields(change=lambda ndvi: ndvi.__setitem__(np.s_[10:30, 10:30], -0.1))
    asked = made.evidence()
    decision = decide("tsharp", asked)
    used = decision.coarse.usable
    np.testing.assert_array_equal(used, is_clear(asked.sums, made.lst_k) & (asked.sums.mean >= 0.05))
    assert not used.all()
    expected = np.polyfit(asked.fractions.land_mean[used], made.lst_k[used], 1)
    np.testing.assert_allclose(decision.line[:2], expected, rtol=1e-9)


def test_clear_land_is_half_seen_and_at_most_a_tenth_water():
    totals = np.zeros((1, 5, 5))
    totals[0, :, 0], totals[0, :, 3] = (0.49, 0.5, 0.9, 0.88, 1), (0, 0, 0.1, 0.12, 0)
    found = is_clear(CellSums(totals, 1), np.array([[300, 300, 300, 300, np.inf]]))
    np.testing.assert_array_equal(found, [[False, True, True, False, False]])


# Local detail and auto


@pytest.mark.parametrize("method", ["auto", "local"])
def test_a_link_in_detail_stands_and_says_so(method):
    decision = decide(method, scene())
    assert decision.name == "local"
    assert "cooler in detail" in decision.why
    assert "% smaller errors" in decision.why
    assert decision.fit.interval[1] < 0


def test_it_stands_by_what_it_gains_when_restored():
    """The share of errors it tells is that of its own degrade-and-restore."""
    asked = scene()
    coarse = coarse_of(asked.lst_k, asked.sums.land_mean)
    plain, local = (
        degrading.restore(coarse, 4, make).rmse_k for make in (thermal_models.by_bilinear, thermal_models.by_detail)
    )
    assert f"{100 * (1 - local / plain):.0f} % smaller errors" in decide("local", asked).why


def test_a_sure_link_that_restores_nothing_does_not_stand():
    """Chequers: degraded to an even number of pixels, they are all one colour."""
    chequers = np.indices(SHAPE).sum(0) % 2
    ndvi = 0.3 + 0.4 * chequers
    asked = evidence(300 - 12 * ndvi + 0.1 * np.random.default_rng(1).normal(size=SHAPE), ndvi)
    assert fit_detail(asked.seen_with(0)).interval[1] < 0
    with pytest.raises(UnreliableFitError, match="does not help to restore .* 4 times coarser"):
        decide("local", asked)


@pytest.mark.parametrize(
    ("slope", "match"), [(10, "warmer where it is greener"), (0, "no certain link|warmer where it is greener")]
)
def test_no_link_or_a_wrong_one_is_refused_by_local_and_interpolated_by_auto(slope, match):
    asked = scene(slope)
    with pytest.raises(UnreliableFitError, match=match) as refused:
        decide("local", asked)
    decision = decide("auto", asked)
    assert decision.name == "cubic"
    assert decision.why == str(refused.value)
    assert refused.value.hint


def test_interpolation_takes_nothing_from_ndvi_but_where_it_is_unknown():
    made = fields(slope=12)
    sharpener = decide("auto", made.evidence()).sharpener
    assert isinstance(sharpener, CubicSharpener)
    ndvi = made.ndvi.copy()
    ndvi[:9] = np.nan
    found, _ = sharpener(Strip(ndvi, made.mesh))
    expected = interpolate(made.lst_k, made.mesh, ndvi.shape, "cubic")
    np.testing.assert_array_equal(found[9:], expected[9:])
    assert np.isnan(found[:9]).all()


def test_the_footprint_asked_for_is_the_reference():
    asked = scene(footprint=0.5)
    decision = decide("local", asked)
    assert decision.footprint == 0.5
    np.testing.assert_array_equal(decision.sharpener.model.reference, asked.sums.widened(0.5).land_mean)


def test_the_footprint_is_found_where_none_is_asked_for():
    asked = scene(noise_k=0.05)
    blurred = dataclasses.replace(asked, lst_k=305 - 12 * asked.sums.widened(0.5).land_mean)
    assert decide("local", blurred).footprint == 0.5


@pytest.mark.parametrize("method", ["auto", "local"])
def test_water_and_clouds_have_no_say_in_the_link(method):
    asked = scene()
    ndvi, lst_k = vegetation(SHAPE, 0, 0.7), asked.lst_k.copy()
    ndvi[5:9, 5:12], lst_k[5:9, 5:12] = -0.3, 285
    ndvi[14:17, 3:9] = np.nan
    decision = decide(method, evidence(lst_k, ndvi))
    assert not decision.coarse.usable[5:9, 5:12].any()
    assert not decision.coarse.usable[14:17, 3:9].any()
    assert decision.fit.slope == pytest.approx(-12, abs=1)


# Whatever the data


def holes(plane, seed, value=np.nan):
    result = plane.copy()
    result[texture(plane.shape, 2, seed) > 0.5] = value
    return result


def hostile():
    rng = np.random.default_rng(8)
    ndvi, noise = vegetation(SHAPE, 1, 0.7), rng.normal(size=SHAPE)
    lst_k = 305 - 12 * ndvi + 0.4 * noise
    chequers = 0.2 + 0.5 * (np.indices(SHAPE).sum(0) % 2)
    nothing = np.full(SHAPE, np.nan)
    infinite = lst_k.copy()
    infinite[3, 4], infinite[5, 5:9], infinite[20, 20] = np.inf, -np.inf, np.nan
    yield "a link", lst_k, ndvi
    yield "flat ndvi", lst_k, np.full(SHAPE, 0.5)
    yield "nearly flat ndvi", lst_k, 0.5 + 1e-9 * noise
    yield "bare", lst_k, np.zeros(SHAPE)
    yield "flat lst", np.full(SHAPE, 300.0), ndvi
    yield "lst flat but for rounding", np.full(SHAPE, 300.1), ndvi
    yield "all flat", np.full(SHAPE, 300.1), np.full(SHAPE, 0.5)
    yield "positive slope", 290 + 12 * ndvi + noise, ndvi
    yield "perfect", 305 - 12 * ndvi, ndvi
    yield "perfect and without rounding", 512 - 256 * np.round(64 * ndvi) / 64, np.round(64 * ndvi) / 64
    yield "perfect chequers", 310 - 15 * chequers, chequers
    yield "one pixel", lst_k[:1, :1], ndvi[:1, :1]
    yield "two pixels", lst_k[:1, :2], ndvi[:1, :2]
    yield "3 × 7", lst_k[:3, :7], ndvi[:3, :7]
    yield "3 × 3", lst_k[:3, :3], ndvi[:3, :3]
    yield "one row", lst_k.reshape(1, -1), ndvi.reshape(1, -1)
    yield "three columns", lst_k.reshape(-1, 3), ndvi.reshape(-1, 3)
    yield "no clear pixel", lst_k, nothing
    yield "no temperature", nothing, ndvi
    yield "one clear pixel", lst_k, np.where(np.arange(ndvi.size).reshape(SHAPE) == 99, ndvi, np.nan)
    yield "infinite temperatures", infinite, ndvi
    yield "holes", holes(lst_k, 3), holes(ndvi, 4)
    yield "holes and infinities", holes(lst_k, 3, np.inf), holes(ndvi, 4)
    yield "water", lst_k, -ndvi
    yield "lakes", holes(lst_k, 3, 285.0), holes(ndvi, 3, -0.4)
    yield "noise", 300 + noise, ndvi


CASES = {name: planes for name, *planes in hostile()}


@pytest.mark.parametrize("residual", ["smooth", "none"])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("case", CASES)
def test_any_data_is_refused_in_words_or_has_sane_values(case, method, residual):
    """Numpy's warnings are errors here, as everywhere."""
    lst_k, ndvi = CASES[case]
    asked = evidence(lst_k, ndvi, ratio=30, residual=residual)
    try:
        decision = decide(method, asked)
    except UnreliableFitError as error:
        assert method != "auto", "it takes interpolation where nothing else stands"
        assert error.message.endswith((".", ")"))
        assert "  " not in error.message + error.hint
        assert "nan" not in error.message
        return
    assert decision.name == (method if method != "auto" else decision.name)
    assert decision.why.endswith(".")
    assert "nan" not in decision.why
    is_known = np.isfinite(lst_k)
    if not is_known.any():
        return  # the workflow ends before
    test = run_test(decision, 30)
    uncertainty = uncertainty_of(decision, test)
    assert np.isfinite(decision.line.slope) or method == "trees"
    assert (uncertainty.plane_k[is_known] >= 0).all()
    assert np.isfinite([uncertainty.slope_share, *([test.rmse_k] if test.is_done else [])]).all()
    if hasattr(decision.fit, "field"):
        assert (decision.fit.field <= 0).all()
