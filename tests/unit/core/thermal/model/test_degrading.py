"""Degrade and restore: means by plain loops, restorations by scipy, and models whose truth is known."""

import numpy as np
import pytest
from cells import coarse_of, texture, vegetation
from scipy import ndimage

from sentinel_toolkit.core.thermal.model import models as thermal_models
from sentinel_toolkit.core.thermal.model.degrading import degrade, restore, usable_ratio
from sentinel_toolkit.core.thermal.model.models import Coarse

RNG = np.random.default_rng(2)
MAKERS = [
    thermal_models.by_bilinear,
    thermal_models.by_cubic,
    thermal_models.by_line,
    thermal_models.line_alone,
    thermal_models.by_detail,
    thermal_models.detail_alone,
]


def scene(shape=(25, 31), holes=0.0, noise_k=0.5, seed=0):
    ndvi = vegetation(shape, seed, 0.8)
    lst_k = 305 - 12 * ndvi + noise_k * texture(shape, 1, seed + 1)
    lst_k[np.random.default_rng(seed).random(shape) < holes] = np.nan
    return coarse_of(lst_k, ndvi)


def blocks(plane, usable, factor, offset):
    """Means of blocks, one after the other; NaN where less than half is usable."""
    height, width = ((size - start) // factor for size, start in zip(plane.shape, offset))
    result = np.full((height, width), np.nan)
    for row, column in np.ndindex(height, width):
        top, left = offset[0] + row * factor, offset[1] + column * factor
        part = np.s_[top : top + factor, left : left + factor]
        if usable[part].mean() >= 0.5:
            result[row, column] = plane[part][usable[part]].mean()
    return result


@pytest.mark.parametrize("factor", [2, 3, 5, 8])
@pytest.mark.parametrize("holes", [0, 0.4])
def test_degraded_pixels_are_means_of_their_usable_pixels(factor, holes):
    coarse = scene(holes=holes)
    for offset in ((0, 0), (factor // 2, 1), (1, factor // 2)):
        found = degrade(coarse, factor, offset)
        for name in ("lst_k", "predictor"):
            expected = blocks(getattr(coarse, name), coarse.usable, factor, offset)
            np.testing.assert_allclose(getattr(found, name), expected, atol=1e-9)
        np.testing.assert_array_equal(found.usable, np.isfinite(expected))


def test_infinite_temperatures_do_not_leak():
    coarse = scene()
    usable = RNG.random(coarse.lst_k.shape) > 0.3
    wrong = Coarse(np.where(usable, coarse.lst_k, np.inf), np.where(usable, coarse.predictor, -np.inf), usable)
    found, expected = degrade(wrong, 3), degrade(Coarse(coarse.lst_k, coarse.predictor, usable), 3)
    np.testing.assert_array_equal(found.lst_k, expected.lst_k)
    np.testing.assert_array_equal(found.predictor, expected.predictor)


# How far


@pytest.mark.parametrize(("ratio", "expected"), [(1.6, 2), (4.4, 4), (8, 8), (100, 8)])
def test_a_large_scene_is_degraded_by_the_real_ratio_but_at_most_by_8(ratio, expected):
    assert usable_ratio(scene((60, 60)), ratio) == expected


def test_at_least_16_degraded_pixels_are_left_wherever_blocks_begin():
    coarse = scene((25, 31), holes=0.4)
    factor = usable_ratio(coarse, 8)

    def least(number):
        half = number // 2
        offsets = ((0, 0), (0, half), (half, 0), (half, half))
        return min(np.isfinite(blocks(coarse.lst_k, coarse.usable, number, offset)).sum() for offset in offsets)

    assert least(factor) >= 16 > least(factor + 1)


@pytest.mark.parametrize("shape", [(1, 1), (1, 2), (2, 2), (3, 3), (3, 5), (7, 2), (1, 40), (6, 6)])
@pytest.mark.parametrize("ratio", [2, 8, 100])
def test_a_small_scene_cannot_be_tested(shape, ratio):
    ndvi = RNG.uniform(0.1, 0.9, shape)
    assert usable_ratio(coarse_of(305 - 12 * ndvi, ndvi), ratio) == 0


def test_a_scene_without_a_usable_pixel_cannot_be_tested():
    nothing = np.full((20, 20), np.nan)
    assert usable_ratio(Coarse(nothing, nothing, np.zeros((20, 20), bool)), 4) == 0


# Restoring


@pytest.mark.parametrize("factor", [2, 3, 4, 7])
def test_errors_of_bilinear_interpolation_are_scipy_s(factor):
    coarse = scene((30, 40))
    found = restore(coarse, factor, thermal_models.by_bilinear).errors_k
    half, rows_columns = factor // 2, np.indices((30, 40)) + 0.5
    for errors, offset in zip(found, ((0, 0), (0, half), (half, 0), (half, half)), strict=True):
        plane = blocks(coarse.lst_k, coarse.usable, factor, offset)
        places = (rows_columns - np.reshape(offset, (2, 1, 1))) / factor
        expected = ndimage.map_coordinates(plane, places - 0.5, order=1, mode="nearest") - coarse.lst_k
        outside = [(place < 0) | (place >= size) for place, size in zip(places, plane.shape)]
        expected[outside[0] | outside[1]] = np.nan
        np.testing.assert_allclose(errors, expected, atol=1e-3)


def test_scores_are_those_of_all_errors():
    restored = restore(scene(holes=0.2), 3, thermal_models.by_bilinear)
    errors = restored.errors_k[np.isfinite(restored.errors_k)]
    assert restored.rmse_k == pytest.approx(np.sqrt(np.mean(errors**2)))
    assert restored.bias_k == pytest.approx(errors.mean())
    assert restored.mae_k == pytest.approx(np.abs(errors).mean())


@pytest.mark.parametrize("make", [thermal_models.by_line, thermal_models.line_alone])
def test_what_follows_one_line_is_restored_without_error(make):
    assert restore(scene(noise_k=0), 4, make).rmse_k < 0.01


@pytest.mark.parametrize("make", MAKERS)
def test_errors_are_known_only_where_the_truth_is(make):
    coarse = scene(holes=0.3)
    errors = restore(coarse, 3, make).errors_k
    assert np.isnan(errors[:, ~coarse.usable]).all()
    assert np.isfinite(errors).any(0)[coarse.usable].mean() > 0.9


@pytest.mark.parametrize("make", MAKERS)
def test_models_see_nothing_but_degraded_temperatures(make):
    """Mean-preserving noise within blocks changes the truth, and nothing that is restored."""
    coarse = scene((24, 32))
    noise = np.kron(RNG.normal(size=(6, 8)), [[1, -1, 1, -1], [-1, 1, -1, 1], [1, -1, 1, -1], [-1, 1, -1, 1]])
    other = coarse_of(coarse.lst_k + noise, coarse.predictor)
    found = [restore(pixels, 4, make).errors_k[0] + pixels.lst_k for pixels in (coarse, other)]
    np.testing.assert_allclose(found[0], found[1], atol=1e-3)


def test_local_detail_restores_better_than_interpolation_where_the_link_is_real():
    coarse = scene((40, 40))
    plain, local = (restore(coarse, 3, make).rmse_k for make in (thermal_models.by_bilinear, thermal_models.by_detail))
    assert local < 0.7 * plain
