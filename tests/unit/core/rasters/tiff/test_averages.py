"""Overviews: means of what lies below, weighted with the share that is covered."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentinel_toolkit.core.rasters.tiff.averages import average, overview_shapes, weights

NODATA = -9


def level_above(pixels, nodata=NODATA):
    rows, columns = (weights(length, 0, max(length // 2, 1)) for length in pixels.shape[1:])
    return average(pixels, nodata, rows, columns)


def plain(pixels):
    """Return the same mean by shares of a fine raster: every pixel cut in as many parts as there are above."""
    _, height, width = pixels.shape
    above = max(height // 2, 1), max(width // 2, 1)
    fine = pixels.astype(float).repeat(above[0], 1).repeat(above[1], 2)
    parts = fine.reshape(len(pixels), above[0], height, above[1], width)
    valid = parts != NODATA
    with np.errstate(invalid="ignore"):
        mean = np.sum(parts, (2, 4), where=valid) / np.sum(valid, (2, 4))
    return np.where(np.isnan(mean), NODATA, mean)


@given(st.integers(1, 12), st.integers(1, 12), st.floats(0, 1), st.integers(0, 2**32 - 1))
@settings(max_examples=100, deadline=None)
def test_means_are_weighted_by_shares(height, width, gaps, seed):
    random = np.random.default_rng(seed)
    pixels = random.integers(-5, 1000, (2, height, width)).astype(np.float32)
    pixels[random.random(pixels.shape) < gaps] = NODATA
    np.testing.assert_allclose(level_above(pixels), plain(pixels), rtol=1e-6)
    whole = level_above(pixels.astype(np.int16))
    assert np.abs(whole - plain(pixels)).max() <= 0.5001


def test_halves_are_rounded_away_from_nought():
    pixels = np.array([[[1, 2, -1, -2], [2, 1, -2, -1]]], np.int16)
    assert level_above(pixels).tolist() == [[[2, -2]]]


@pytest.mark.parametrize("height", [2, 3])
def test_a_mean_is_not_taken_for_no_data(height):
    pixels = np.array([[[-8, -10]] * height], np.int16)
    assert level_above(pixels).tolist() == [[[-8]]]


@pytest.mark.parametrize("height", [2, 3])
def test_nan_has_no_weight(height):
    pixels = np.array([[[np.nan, 4, np.nan, np.nan]] * height], np.float32)
    np.testing.assert_array_equal(level_above(pixels, np.nan), [[[4, np.nan]]])


def test_infinity_stays_where_it_is():
    pixels = np.array([[[1, 1, np.inf, 1], [1, 1, 1, 1], [1, 1, 1, 1]]], np.float32)
    np.testing.assert_array_equal(level_above(pixels, np.nan), [[[1, np.inf]]])


def test_overviews_end_where_a_tile_suffices():
    assert overview_shapes((512, 512), 512) == []
    assert overview_shapes((10980, 10980), 512)[-1] == (343, 343)
    assert overview_shapes((1, 1500), 512) == [(1, 750), (1, 375)]
