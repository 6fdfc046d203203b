"""Weighted statistics of a zone against numpy and plain definitions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sentinel_toolkit.core.series.zonal import ZoneStatistics, statistics_by_zone, statistics_of

RNG = np.random.default_rng(5)
VALUES = hnp.arrays(float, st.integers(1, 40), elements=st.floats(-1000, 1000, width=32))


@given(VALUES, st.floats(0.01, 1))
@settings(max_examples=200, deadline=None)
def test_equal_weights_are_numpy_s_statistics(values, weight):
    found = statistics_of(values, np.full(len(values), weight))
    expected = (values.mean(), np.median(values), values.min(), values.max(), values.std())
    expected = (*expected, *np.percentile(values, [10, 90]), len(values) * weight, 100)
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


@given(st.lists(st.tuples(st.floats(-9, 9), st.integers(1, 5)), min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_mean_and_spread_are_those_of_repeated_pixels(pixels):
    values, weights = np.array(pixels, float).T
    repeated = np.repeat(values, weights.astype(int))
    found = statistics_of(values, weights)
    np.testing.assert_allclose([found.mean, found.std], [repeated.mean(), repeated.std()], rtol=1e-9, atol=1e-9)


@given(st.lists(st.tuples(st.floats(-9, 9), st.integers(1, 5)), min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_quantiles_lie_among_those_of_repeated_pixels_around(pixels):
    """The documented deviation: the window of the mean is a pixel of the effective number, not of the repeated list."""
    values, weights = np.array(pixels, float).T
    repeated = np.sort(np.repeat(values, weights.astype(int)))
    width = (weights**2).sum() / weights.sum() ** 2
    found = statistics_of(values, weights)
    for share, quantile in ((0.1, found.p10), (0.5, found.median), (0.9, found.p90)):
        left = share * (1 - width)
        around = np.percentile(repeated, [100 * left, 100 * min(left + width, 1)], method="inverted_cdf")
        assert around[0] - 1e-9 <= quantile <= around[1] + 1e-9


@pytest.mark.parametrize(
    "make",
    [
        lambda rng, n: rng.normal(size=n),
        lambda rng, n: rng.integers(0, 3, n).astype(float),  # many equal values, of which a bin holds thousands
        lambda rng, n: np.append(rng.uniform(0, 1e-9, n - 1), 1e9),  # all but one lie in the first bin
        lambda rng, n: np.full(n, 0.3),
    ],
)
@pytest.mark.parametrize("size", [256, 257, 5000, 40_000])
def test_quantiles_of_large_zones_are_the_mean_of_the_step_function(make, size):
    """The definition by numpy over all values in their order; large zones sort only those about a quantile."""
    values, weights = make(RNG, size), np.where(RNG.random(size) < 0.8, 1, RNG.uniform(0, 1, size))
    order = np.argsort(values)
    ends = np.cumsum(weights[order])
    total, width = ends[-1], (weights**2).sum() / weights.sum()
    found = statistics_of(values, weights)
    for share, quantile in ((0.1, found.p10), (0.5, found.median), (0.9, found.p90)):
        left = share * (total - width)
        overlap = np.minimum(ends, left + width) - np.maximum(ends - weights[order], left)
        expected = np.average(values[order], weights=np.maximum(overlap, 0))
        assert quantile == pytest.approx(expected, rel=1e-7, abs=1e-9 * np.abs(values).max())
    assert (found.min, found.max) == (values.min(), values.max())


def test_quantiles_come_to_those_of_repeated_pixels_as_pixels_become_many():
    values, weights = RNG.normal(size=20000), RNG.integers(1, 6, 20000)
    found = statistics_of(values, weights.astype(float))
    expected = np.percentile(np.repeat(values, weights), [50, 10, 90])
    np.testing.assert_allclose([found.median, found.p10, found.p90], expected, atol=1e-3)


@given(VALUES, st.floats(0.001, 1000))
@settings(max_examples=100, deadline=None)
def test_the_scale_of_weights_changes_only_the_count(values, factor):
    weights = np.linspace(0.1, 1, len(values))
    one, other = statistics_of(values, weights), statistics_of(values, weights * factor)
    np.testing.assert_allclose(other[:7], one[:7], rtol=1e-7, atol=1e-7)
    assert other.count == pytest.approx(one.count * factor)


def test_the_order_of_pixels_does_not_matter():
    values, weights, order = RNG.normal(size=50), RNG.uniform(0.1, 1, 50), RNG.permutation(50)
    np.testing.assert_allclose(statistics_of(values[order], weights[order]), statistics_of(values, weights))


def test_turning_values_round_turns_quantiles_round():
    values, weights = RNG.normal(size=15), RNG.uniform(0.1, 1, 15)
    one, other = statistics_of(values, weights), statistics_of(-values, weights)
    np.testing.assert_allclose([other.p10, other.median, other.p90], [-one.p90, -one.median, -one.p10])


def test_missing_pixels_take_no_part_but_in_the_valid_share():
    found = statistics_of(np.array([1, np.nan, 3, np.inf]), np.array([0.5, 1, 0.5, 2]))
    assert found == ZoneStatistics(2, 2, 1, 3, 1, pytest.approx(1.2), pytest.approx(2.8), 1, 25)


def test_a_pixel_without_weight_takes_no_part():
    assert statistics_of(np.array([1.0, 2, 1e9]), np.array([1.0, 1, 0])) == statistics_of(
        np.array([1.0, 2]), np.ones(2)
    )


def test_a_sliver_has_hardly_an_influence_on_quantiles():
    values = np.arange(10.0)
    with_sliver = statistics_of(np.append(values, 1e6), np.append(np.ones(10), 1e-9))
    without = statistics_of(values, np.ones(10))
    np.testing.assert_allclose(
        [with_sliver.p10, with_sliver.median, with_sliver.p90], [without.p10, without.median, without.p90], atol=0.01
    )


@pytest.mark.parametrize("values", [np.full(3, np.nan), np.empty(0)])
def test_nothing_but_missing_is_nan_and_zero(values):
    found = statistics_of(values, np.ones(len(values)))
    assert np.isnan(found[:7]).all()
    assert found[7:] == (0, 0)


def test_equal_values_have_no_spread():
    found = statistics_of(np.full(1000, 0.1), RNG.uniform(0.01, 1, 1000))
    assert found[:7] == (0.1, 0.1, 0.1, 0.1, 0, 0.1, 0.1)


def test_single_precision_values_are_summed_in_double():
    values = np.full(10**6, 0.1, np.float32)
    assert statistics_of(values, np.ones(10**6)).mean == pytest.approx(float(np.float32(0.1)), rel=1e-12)


def test_many_zones_are_each_as_alone():
    sizes = [3, 0, 10, 1]
    values, weights, ends = RNG.normal(size=14), RNG.uniform(0.1, 1, 14), np.cumsum(sizes)
    table = statistics_by_zone(values, weights, ends)
    for row, end, size in zip(table, ends, sizes, strict=True):
        np.testing.assert_array_equal(row, statistics_of(values[end - size : end], weights[end - size : end]))


@pytest.mark.parametrize(("weights", "ends"), [(np.ones(2), [3]), (np.ones(3), [2]), (np.ones(3), [4])])
def test_what_does_not_fit_is_refused(weights, ends):
    with pytest.raises(ValueError, match="differ"):
        statistics_by_zone(np.ones(3), weights, ends)
