"""Composite rules against plain loops over pixels."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sentinel_toolkit.core.composites import methods as composites
from sentinel_toolkit.core.composites.rules import (
    GEOMEDIAN_STEP,
    geomedian,
    latest,
    max_ndvi,
    mean,
    medoid,
    take,
)
from sentinel_toolkit.core.pixels.temporal import NODATA, median

VALUES = st.one_of(
    st.integers(-32767, 32767), st.integers(0, 4), st.just(NODATA), st.sampled_from([NODATA, 32767, -32767])
)
SHAPES = st.tuples(st.integers(1, 7), st.integers(2, 4), st.integers(1, 3), st.integers(1, 3))
CUBES = hnp.arrays(np.int16, SHAPES, elements=VALUES)


def pixels(stack):
    """Yield (y, x, dates with all bands, their spectra as float)."""
    for y, x in np.ndindex(stack.shape[2:]):
        spectra = stack[:, :, y, x].astype(float)
        dates = np.flatnonzero((stack[:, :, y, x] != NODATA).all(1))
        yield y, x, dates, spectra[dates]


@given(CUBES)
@settings(max_examples=200, deadline=None)
def test_mean(stack):
    values, counts = mean(stack)
    for b, y, x in np.ndindex(stack.shape[1:]):
        usable = [int(v) for v in stack[:, b, y, x] if v != NODATA]
        assert values[b, y, x] == (np.rint(sum(usable) / len(usable)) if usable else NODATA)
    assert np.array_equal(counts, (stack != NODATA).sum(0).max(0))


@given(CUBES)
@settings(max_examples=200, deadline=None)
def test_latest(stack):
    chosen = latest(stack)
    for y, x, dates, _ in pixels(stack):
        assert chosen[y, x] == (dates[-1] if len(dates) else -1)


@given(CUBES)
@settings(max_examples=200, deadline=None)
def test_max_ndvi(stack):
    chosen = max_ndvi(stack, 0, 1)
    for y, x, dates, spectra in pixels(stack):
        best, found = -1, -np.inf
        for date, (red, nir, *_) in zip(dates, spectra, strict=True):
            if red + nir > 500:
                ndvi = min(max((nir - red) / (nir + red), -1), 1)
                if ndvi > found:
                    best, found = date, ndvi
        assert chosen[y, x] == best


@given(CUBES)
@settings(max_examples=200, deadline=None)
def test_medoid(stack):
    chosen = medoid(stack)
    for y, x, dates, spectra in pixels(stack):
        if not len(dates):
            assert chosen[y, x] == -1
            continue
        sums = np.linalg.norm(spectra[:, None] - spectra[None], axis=2).sum(1)
        place = np.flatnonzero(dates == chosen[y, x])[0]
        assert sums[place] <= sums.min() * (1 + 1e-12)
        same = np.flatnonzero((spectra == spectra[place]).all(1))
        assert place == same[0], "the earliest of equals"


@given(CUBES)
@settings(max_examples=60, deadline=None)
def test_geomedian_is_no_worse_than_any_neighbour(stack):
    """The sum of distances is convex: a point that beats its surroundings and all observations is the median."""
    values, counts = geomedian(stack)
    plain, plain_counts = median(stack)
    assert np.array_equal(counts, plain_counts)
    for y, x, dates, spectra in pixels(stack):
        if len(dates) < 3:
            assert np.array_equal(values[:, y, x], plain[:, y, x])
            continue

        def cost(point, spectra=spectra):
            return np.linalg.norm(spectra - point, axis=1).sum()

        best = _weiszfeld(spectra)
        # Steps end when one is shorter than 0.001; the cost there differs from the least by far less than a pixel's noise.
        assert cost(values[:, y, x].astype(float)) <= cost(best) * 1.02 + len(dates) * GEOMEDIAN_STEP


def test_geomedian_leaves_an_observation_beside_which_it_starts():
    """Four of six dates are one spectrum, which is the median; the mean of all lies beside another."""
    spectra = np.array([[127, -32], [0, -32], *[[-32, -32]] * 4], np.int16)
    values, _ = geomedian(spectra.reshape(6, 2, 1, 1))
    assert np.abs(values[:, 0, 0] - spectra[-1]).max() <= GEOMEDIAN_STEP


def _weiszfeld(spectra):
    """Return the geometric median by many more steps, and the best observation if that is better."""
    point = spectra.mean(0)
    for _ in range(1000):
        weights = 1 / np.maximum(np.linalg.norm(spectra - point, axis=1), 1e-9)
        point = (weights[:, None] * spectra).sum(0) / weights.sum()
    candidates = [point, *spectra]
    return min(candidates, key=lambda p: np.linalg.norm(spectra - p, axis=1).sum())


def test_geomedian_of_a_triangle_is_fermats_point():
    triangle = np.array([[0, 0], [1000, 0], [500, 866]], np.int16)  # equilateral: its centre
    values, _ = geomedian(triangle[:, :, None, None])
    assert np.abs(values[:, 0, 0] - [500, 289]).max() <= 1


@given(CUBES)
@settings(max_examples=100, deadline=None)
def test_chosen_bands_are_of_one_date(stack):
    for chosen in (latest(stack), medoid(stack), max_ndvi(stack, 0, 1)):
        values, counts = take(stack, chosen)
        assert np.array_equal(counts, (stack != NODATA).all(1).sum(0))
        for y, x in np.ndindex(chosen.shape):
            if chosen[y, x] < 0:
                assert (values[:, y, x] == NODATA).all()
            else:
                assert np.array_equal(values[:, y, x], stack[chosen[y, x], :, y, x])


def test_no_dates_are_no_data():
    empty = np.empty((0, 2, 3, 4), np.int16)
    for method in composites.METHODS.values():
        if method.choose:
            chosen = method.choose(empty, {"B04": 0, "B08": 1})
            assert (chosen == -1).all()
            values, counts = take(empty, chosen)
            assert (values == NODATA).all()
        else:
            values, counts = method.combine(empty, 50.0)
            assert (values == NODATA).all()
            assert (counts == 0).all()


@given(CUBES)
@settings(max_examples=60, deadline=None)
def test_days_are_those_of_the_chosen_observation(stack):
    days = np.arange(100, 100 + len(stack), dtype=np.int16)
    bands = ("B04", "B08", "B02", "B03")[: stack.shape[1]]
    for name, method in composites.METHODS.items():
        composite = composites.Composite(name, bands)
        missing = len(composite.needed_bands) - len(bands)
        read = np.concatenate([stack, np.full((len(stack), missing, *stack.shape[2:]), 3000, np.int16)], 1)
        values, counts, when = composite(read, days)
        assert (values.dtype, counts.dtype) == (np.int16, np.int16)
        assert (when is None) == (method.choose is None)
        if when is not None:
            assert np.array_equal(when == NODATA, (values == NODATA).all(0))
            for y, x in np.argwhere(when != NODATA):
                assert np.array_equal(values[:, y, x], stack[when[y, x] - 100, :, y, x])


def test_bands_read_only_for_the_rule_are_not_in_the_result():
    stack = np.array([[[[7]], [[1000]], [[3000]]], [[[8]], [[1000]], [[4000]]]], np.int16)
    composite = composites.Composite("max_ndvi", ("B02",))
    assert composite.needed_bands == ("B02", "B04", "B08")
    values, _, when = composite(stack, np.array([1, 2], np.int16))
    assert values.tolist() == [[[8]]]
    assert when.tolist() == [[2]]
