"""Composite rules against plain numpy."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sentinel_toolkit.core.pixels import temporal
from sentinel_toolkit.core.pixels.temporal import NODATA, ROW, median, network, percentile

# Extremes, ties and masked values, more often than chance would bring them.
VALUES = st.one_of(st.integers(-32768, 32767), st.sampled_from([NODATA, NODATA, -32767, 32767, 0, 1, 2]))
CUBES = hnp.arrays(np.int16, hnp.array_shapes(min_dims=4, max_dims=4, max_side=6), elements=VALUES)


def as_float(stack):
    return np.where(stack == NODATA, np.nan, stack.astype(np.float64))


def packed(values):
    return np.where(np.isnan(values), NODATA, np.rint(values)).astype(np.int16)


@given(CUBES, st.floats(0, 100))
@settings(max_examples=300, deadline=None)
def test_percentile_is_numpys(stack, percent):
    result, counts = percentile(stack, percent)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # all-NaN slices are part of the job
        expected = packed(np.nanpercentile(as_float(stack), percent, axis=0))
    assert np.array_equal(result, expected)
    assert np.array_equal(counts, (stack != NODATA).sum(0).max(0))


@given(CUBES)
@settings(max_examples=200, deadline=None)
def test_median_is_numpys_and_ignores_the_order_of_dates(stack):
    result, _ = median(stack)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert np.array_equal(result, packed(np.nanmedian(as_float(stack), axis=0)))
    assert np.array_equal(median(stack[::-1])[0], result)


@pytest.mark.parametrize("count", [*range(1, 40), 64, 100, 129])
def test_network_sorts(count):
    """The 0-1 principle (Knuth 5.3.4, theorem Z), by all inputs where they are few, else by many."""
    random = np.random.default_rng(count)
    if count <= 14:
        rows = (np.arange(2**count) >> np.arange(count)[:, None]) & 1
    else:
        rows = (random.random((count, 20_000)) < random.random(20_000)).astype(int)
    rows = rows.copy()
    for i, j in network(count):
        assert i < j
        rows[i], rows[j] = np.minimum(rows[i], rows[j]), np.maximum(rows[i], rows[j])
    assert (np.diff(rows, axis=0) >= 0).all()


def test_rows_longer_than_the_buffer_are_the_same():
    random = np.random.default_rng(5)
    stack = random.integers(-100, 100, (9, 2, 3, 2 * ROW + 17)).astype(np.int16)
    stack[random.random(stack.shape) < 0.3] = NODATA
    whole, counts = percentile(stack, 25)
    for part in (slice(0, 100), slice(ROW - 3, ROW + 3), slice(2 * ROW, None)):
        one, other = percentile(np.ascontiguousarray(stack[..., part]), 25)
        assert np.array_equal(whole[..., part], one)
        assert np.array_equal(counts[..., part], other)


def test_no_dates_are_no_data():
    result, counts = median(np.empty((0, 2, 3, 4), np.int16))
    assert (result == NODATA).all()
    assert (counts == 0).all()


STACKS = hnp.arrays(np.int16, (7, 2, 3, 4), elements=st.sampled_from([-32768, -300, 0, 1, 5, 800, 32767]))


def masked_median(stack):
    """Return numpy's median of what is not nodata, by plain loops over pixels."""
    result = np.full(stack.shape[1:], temporal.NODATA, np.int64)
    for place in np.ndindex(stack.shape[1:]):
        values = stack[(slice(None), *place)]
        values = values[values != temporal.NODATA].astype(float)
        if values.size:
            result[place] = np.rint(np.median(values))
    return result


@settings(max_examples=60, deadline=None)
@given(STACKS)
def test_median_is_numpys(stack):
    result, counts = temporal.median(stack)
    assert np.array_equal(result, masked_median(stack))
    assert np.array_equal(counts, (stack != temporal.NODATA).sum(0).max(0))


@settings(max_examples=20, deadline=None)
@given(STACKS, st.permutations(range(7)))
def test_median_ignores_time_order(stack, order):
    assert np.array_equal(temporal.median(stack)[0], temporal.median(stack[list(order)])[0])


def test_masked_pixel_never_leaks():
    stack = np.full((3, 1, 2, 2), temporal.NODATA, np.int16)
    stack[1, 0, 0, 0] = 77
    result, counts = temporal.median(stack)
    assert result[0].tolist() == [[77, -32768], [-32768, -32768]]
    assert counts.tolist() == [[1, 0], [0, 0]]
