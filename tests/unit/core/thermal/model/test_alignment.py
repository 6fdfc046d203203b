"""Register of temperatures and vegetation: shifts that were made must be found, and no others."""

import numpy as np
import pytest
from cells import sums_of, texture, utm
from scipy import ndimage

from sentinel_toolkit.core.thermal.cells.mesh import mesh_of
from sentinel_toolkit.core.thermal.cells.sums import CellSums, sum_in_cells
from sentinel_toolkit.core.thermal.model.alignment import Shift, find_shift, moved

RATIO = 8
FINE = utm((240, 240), 125)
COARSE = utm((30, 30), 1000)


def ndvi_of(seed):
    return np.clip(0.5 + 0.2 * texture(FINE.shape, 0.6 * RATIO, seed), 0.02, 1)


def sums_over(ndvi, grid=COARSE):
    return sum_in_cells(ndvi.astype(np.float32), mesh_of(FINE, 0, 240, grid), grid.shape, 4)


def measured(seed, down, across, noise_k=0.2):
    """LST of cells that are said to lie where they do not: what they saw lies down and across of it, in cells."""
    seen = ndimage.shift(ndvi_of(seed), (-down * RATIO, -across * RATIO), order=1, mode="wrap")
    blocks = seen.reshape(30, RATIO, 30, RATIO).mean((1, 3))
    return 305 - 12 * blocks + noise_k * np.random.default_rng(seed).normal(size=(30, 30))


EVERYWHERE = np.ones((30, 30), bool)


@pytest.mark.parametrize(("down", "across"), [(0, 0), (0.25, 0), (0, -0.5), (-0.5, 0.25), (0.5, 0.5), (0.75, 0)])
def test_a_shift_by_part_of_a_pixel_is_found(down, across):
    shift = find_shift(measured(1, down, across), sums_over(ndvi_of(1)), EVERYWHERE)
    assert (shift.down, shift.across) == (down, across)
    assert shift.correlation < -0.9


@pytest.mark.parametrize(("down", "across", "is_certain"), [(0, 0, 0), (0.5, -0.5, 1), (0.25, 0.5, 1), (0.75, 0, 0)])
def test_it_is_certain_up_to_half_a_pixel(down, across, is_certain):
    assert find_shift(measured(2, down, across), sums_over(ndvi_of(2)), EVERYWHERE).is_certain == is_certain


@pytest.mark.parametrize(
    ("before", "after", "is_certain"), [(-0.5, -0.56, 1), (-0.5, -0.54, 0), (0.5, 0.56, 0), (0.1, -0.12, 0)]
)
def test_it_is_certain_if_the_correlation_rises_by_more_than_a_20th(before, after, is_certain):
    assert Shift(0.25, -0.5, after, before, 1000).is_certain == is_certain


def test_of_few_pixels_a_peak_is_noise():
    assert Shift(0.25, 0, -0.4, -0.1, 100).is_certain
    assert not Shift(0.25, 0, -0.4, -0.1, 40).is_certain


def test_a_shift_beyond_half_a_pixel_is_not_certain_in_either_direction():
    for down, across in ((0.75, 0), (0, 0.75), (-0.75, 0), (0, -0.75), (0.25, -1)):
        assert not Shift(down, across, -0.9, -0.1, 1000).is_certain


def test_a_moved_grid_lies_where_the_temperatures_were_seen():
    """Then the NDVI that is summed in it explains them."""
    lst_k, sums = measured(3, 0.5, -0.25), sums_over(ndvi_of(3))
    grid, shifted = moved(COARSE, sums, find_shift(lst_k, sums, EVERYWHERE))
    again = sums_over(ndvi_of(3), grid)
    inner = np.s_[1:-1, 1:-1]
    np.testing.assert_allclose(shifted.land_mean[inner], again.land_mean[inner], atol=1e-5)
    assert np.corrcoef(again.land_mean[inner].ravel(), lst_k[inner].ravel())[0, 1] < -0.99


def test_what_is_not_clear_has_no_say():
    lst_k, clear = measured(4, 0.25, 0.5), EVERYWHERE.copy()
    lst_k[:10] += 20 * np.random.default_rng(1).normal(size=(10, 30))
    lst_k[12, 3:9] = np.nan
    clear[:10] = False
    clear[12, 3:9] = False
    shift = find_shift(lst_k, sums_over(ndvi_of(4)), clear)
    assert (shift.down, shift.across) == (0.25, 0.5)


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (2, 3)])
def test_few_pixels_are_not_moved(shape):
    lst_k, ndvi = np.full(shape, 300.0), np.random.default_rng(1).uniform(0.1, 0.9, shape)
    assert not find_shift(lst_k, sums_of(ndvi), np.ones(shape, bool)).is_certain


def test_nothing_clear_is_not_moved():
    sums = CellSums(np.zeros((40, 40, 5)), 4)
    shift = find_shift(np.full((10, 10), np.nan), sums, np.zeros((10, 10), bool))
    assert (shift.down, shift.across, shift.is_certain) == (0, 0, False)


def test_equal_temperatures_are_not_moved_by_rounding():
    for seed in range(12):
        sums = sums_of(np.random.default_rng(seed).uniform(0.1, 0.9, (12, 12)))
        shift = find_shift(np.full((12, 12), 300.1), sums, np.ones((12, 12), bool))
        assert (shift.correlation, shift.is_certain) == (0, False)
