"""Regression trees against known truths, scikit-learn's own trees and plain definitions."""

import pickle

import numpy as np
import pytest
from sklearn.linear_model import Ridge
from sklearn.tree import DecisionTreeRegressor

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.thermal.model import regression_trees
from sentinel_toolkit.core.thermal.model.regression_trees import fit_trees, sample_weights


def fields(seed, *shape):
    """Predictors between 0.1 and 0.9, independent from pixel to pixel."""
    return np.random.default_rng(seed).uniform(0.1, 0.9, shape)


def at_centres(model, predictors):
    """The model at the centres of coarse pixels, by the way of fine pixels."""
    places = np.indices(predictors.shape[1:]).reshape(2, -1) + 0.5
    return model.predict(predictors.reshape(len(predictors), -1), *places).reshape(predictors.shape[1:])


def rms(values):
    return np.sqrt(np.mean(np.square(values)))


def two_soils(predictors):
    """Warm dry soil that cools steeply with NDVI, and wet soil that hardly does."""
    ndvi, swir = predictors
    return np.where(swir > 0.5, 320 - 25 * ndvi, 304 - 5 * ndvi)


def slope_by_column(ndvi):
    """LST that falls with NDVI in the west and rises with it in the east."""
    return 305 + np.linspace(-20, 20, ndvi.shape[-1]) * ndvi


# Weights


def test_homogeneous_pixels_weigh_more():
    variation = np.linspace(0.02, 0.6, 50)
    weights = sample_weights(variation)
    assert (np.diff(weights) < 0).all()
    assert weights[0] == 1
    assert weights[-1] > 0


def test_weights_above_the_80th_percentile_are_halved():
    variation = 1 / np.linspace(10, 2, 11)
    expected = np.linspace(1, 0.1, 11)  # min-max scaling of 1/CV
    expected[9:] /= 2
    np.testing.assert_allclose(sample_weights(variation), expected)


def test_a_pixel_of_unknown_variation_weighs_as_the_median_one():
    weights = sample_weights([0.1, 0.2, 0.3, np.nan, np.inf])
    assert weights[3] == weights[4] == weights[1]


@pytest.mark.parametrize("variation", [0.2, 0.0, np.nan])
def test_equal_variation_is_equal_weight(variation):
    np.testing.assert_array_equal(sample_weights(np.full(7, variation)), 1)


def test_one_uniform_pixel_does_not_take_all_weight():
    weights = sample_weights([0.0, *np.full(99, 0.3)])
    assert weights[1:].sum() > weights[0]


def test_homogeneous_pixels_decide_where_pixels_disagree():
    predictors, variation = fields(1, 1, 20, 20), np.full((20, 20), 0.02)
    variation[::2] = 1
    lst_k = np.where(variation == 1, 310.0, 300.0)
    assert rms(fit_trees(predictors, lst_k, variation).predict_coarse() - 300) < 2


# What the models find


def test_two_soils_are_found_better_than_by_one_line():
    predictors, others = fields(1, 2, 30, 30), fields(2, 2, 30, 30)
    model = fit_trees(predictors, two_soils(predictors), np.full((30, 30), 0.1))
    line = np.linalg.lstsq(np.column_stack([*predictors.reshape(2, -1), np.ones(900)]), two_soils(predictors).ravel())[
        0
    ]
    error_of_line = two_soils(others) - np.tensordot(line[:2], others, 1) - line[2]
    assert rms(two_soils(others) - at_centres(model, others)) < rms(error_of_line) / 3


def test_a_line_is_found():
    predictors, others = fields(1, 1, 20, 20), fields(2, 1, 20, 20)
    model = fit_trees(predictors, 320 - 25 * predictors[0], np.full((20, 20), 0.1))
    np.testing.assert_allclose(at_centres(model, others), 320 - 25 * others[0], atol=0.3)


def test_a_slope_that_changes_across_the_scene_is_followed(monkeypatch):
    predictors, others = fields(1, 1, 40, 60), fields(2, 1, 40, 60)
    lst_k, variation = slope_by_column(predictors[0]), np.full((40, 60), 0.1)
    found = at_centres(fit_trees(predictors, lst_k, variation), others)
    monkeypatch.setattr(regression_trees, "FEWEST_SAMPLES", 300)  # more than a window has
    alone = at_centres(fit_trees(predictors, lst_k, variation), others)
    truth = slope_by_column(others[0])
    assert rms(found - truth) < rms(alone - truth) / 3


def test_windows_of_few_samples_have_the_global_model():
    predictors, lst_k = fields(1, 1, 15, 60), np.full((15, 60), np.nan)
    lst_k[:, :20] = 320 - 25 * predictors[0, :, :20]
    model = fit_trees(predictors, lst_k, np.full((15, 60), 0.1))
    x = np.linspace(0.2, 0.8, 50)
    found = [model.predict(x[None], np.full(50, 7.5), np.full(50, column)) for column in (45.5, 59.5)]
    np.testing.assert_array_equal(*found)
    np.testing.assert_allclose(found[0], 320 - 25 * x, atol=0.3)


def test_coarse_prediction_is_that_of_fine_pixels_at_the_centres():
    predictors = fields(1, 2, 25, 37)
    lst_k = two_soils(predictors) + np.random.default_rng(3).normal(size=(25, 37))
    lst_k[3:9, 4:20] = np.nan
    model = fit_trees(predictors, lst_k, np.full((25, 37), 0.1))
    coarse = model.predict_coarse()
    assert coarse.dtype == np.float64
    np.testing.assert_array_equal(np.isnan(coarse), np.isnan(lst_k))
    found = np.where(np.isnan(lst_k), np.nan, at_centres(model, predictors))
    np.testing.assert_allclose(found, coarse, atol=1e-4)


def test_a_constant_predictor_has_no_slope():
    predictors = fields(1, 2, 10, 10)
    predictors[1] = 0.3
    model = fit_trees(predictors, 320 - 25 * predictors[0], np.full((10, 10), 0.1))
    x = np.full((2, 2), 0.5)
    x[1] = 0, 1
    first, second = model.predict(x, [5, 5], [5, 5])
    assert first == second


def test_equal_temperatures_stay_equal():
    model = fit_trees(fields(1, 2, 10, 10), np.full((10, 10), 300.0), np.full((10, 10), np.nan))
    np.testing.assert_allclose(model.predict_coarse(), 300, atol=1e-9)


# The kernel


class Recorder(DecisionTreeRegressor):
    """Remembers each tree and what it was grown on."""

    grown = ()  # a list in the test

    def fit(self, x, y, weights, check_input):
        self.samples = x.copy(), y.copy(), weights.copy()
        self.grown.append(self)
        return super().fit(x, y, weights, check_input=check_input)

    def planes(self, x):
        """Predict by scikit-learn's trees and ridge regressions, leaf by leaf."""
        result = np.empty(len(x))
        for leaf in np.unique(self.apply(x)):
            inside, asked = self.apply(self.samples[0]) == leaf, self.apply(x) == leaf
            samples, lst_k, weights = (part[inside].astype(float) for part in self.samples)
            mean = np.average(samples, axis=0, weights=weights)
            spread = np.sqrt(np.average((samples - mean) ** 2, axis=0, weights=weights))
            spread[spread < 1e-9] = np.inf
            ridge = Ridge(alpha=weights.sum() / len(weights)).fit((samples - mean) / spread, lst_k, weights)
            margin = 0.25 * np.ptp(samples, axis=0)
            clipped = np.clip(x[asked], samples.min(0) - margin, samples.max(0) + margin)
            found, margin = ridge.predict((clipped - mean) / spread), 0.25 * np.ptp(lst_k)
            result[asked] = np.clip(found, lst_k.min() - margin, lst_k.max() + margin)
        return result


def test_kernel_equals_scikit_learn_s_trees_and_ridge_regressions(monkeypatch):
    monkeypatch.setattr("sklearn.tree.DecisionTreeRegressor", Recorder)
    monkeypatch.setattr(Recorder, "grown", [])
    predictors = np.round(fields(4, 3, 14, 15) * 32) / 32  # thresholds lie halfway: on 64ths
    lst_k = two_soils(predictors[:2]) + np.random.default_rng(3).normal(size=(14, 15))
    model = fit_trees(predictors, lst_k, fields(5, 14, 15))
    trees, count = Recorder.grown, len(Recorder.grown) // 2
    assert min(np.bincount(trees[0].apply(trees[0].samples[0]))[trees[0].tree_.feature < 0]) >= 30
    assert min(np.bincount(trees[-1].apply(trees[-1].samples[0]))[trees[-1].tree_.feature < 0]) >= 10

    def both(x):
        x = x.astype(np.float32)
        return [np.mean([tree.planes(x) for tree in part], axis=0) for part in (trees[:count], trees[count:])]

    residuals = [lst_k - part.reshape(14, 15) for part in both(predictors.reshape(3, -1).T)]
    squares = [np.maximum(np.abs(part), 0.1) ** 2 for part in residuals]
    share = (1 / squares[1]) / (1 / squares[0] + 1 / squares[1])
    x = np.random.default_rng(6).integers(-10, 80, (200, 3)).astype(np.float32) / 64
    places = np.random.default_rng(7).uniform(0.5, [13.5, 14.5], (200, 2)).T
    (rows, columns), (down, across) = (places - 0.5).astype(int), (places - 0.5) % 1
    upper = share[rows, columns] * (1 - across) + share[rows, columns + 1] * across
    lower = share[rows + 1, columns] * (1 - across) + share[rows + 1, columns + 1] * across
    weight = upper * (1 - down) + lower * down
    expected = both(x)[0] * (1 - weight) + both(x)[1] * weight
    np.testing.assert_allclose(model.predict(x.T, *places), expected, atol=1e-3)


def test_nothing_is_extrapolated_beyond_a_quarter_of_the_range():
    predictors = fields(1, 1, 20, 20)
    model = fit_trees(predictors, 320 - 25 * predictors[0], np.full((20, 20), 0.1))
    x = np.array([[-1e30, -5, 0.1 - 0.2, 0.9 + 0.2, 5, 1e30]])
    found = model.predict(x, np.full(6, 10), np.full(6, 10))
    assert found[0] == found[1] == found[2]
    assert found[3] == found[4] == found[5]
    assert 317.5 < found[0] < 317.5 + 5
    assert 297.5 - 5 < found[3] < 297.5


def test_missing_predictors_are_missing_temperatures():
    model = fit_trees(fields(1, 2, 10, 10), fields(2, 10, 10), np.full((10, 10), 0.1))
    x = np.full((2, 5), 0.5)
    x[0, 1], x[1, 2], x[1, 3] = np.nan, np.nan, np.inf
    np.testing.assert_array_equal(np.isnan(model.predict(x, np.ones(5), np.ones(5))), [0, 1, 1, 1, 0])


def test_places_beyond_the_scene_are_on_its_edge():
    model = fit_trees(fields(1, 1, 20, 30), 300 + fields(2, 20, 30), np.full((20, 30), 0.1))
    x = np.full((1, 4), 0.4)
    found = model.predict(x, [-9, 0.5, 25, 19.5], [-3, 0.5, 99, 29.5])
    assert found[0] == found[1]
    assert found[2] == found[3]


def test_there_is_no_seam():
    """A window's models differ by some 20 K across the scene; fine pixels are a 50th of a coarse one."""
    predictors = fields(1, 1, 20, 60)
    model = fit_trees(predictors, slope_by_column(predictors[0]), np.full((20, 60), 0.1))
    columns = np.arange(0.01, 60, 0.02)
    found = model.predict(np.full((1, len(columns)), 0.8), np.full(len(columns), 10.3), columns)
    assert np.ptp(found) > 15
    assert np.abs(np.diff(found)).max() < 0.2


def test_there_is_no_seam_where_local_models_end():
    predictors = fields(1, 1, 15, 60)
    lst_k = slope_by_column(predictors[0])
    lst_k[:, 20:40] = np.nan
    model = fit_trees(predictors, lst_k, np.full((15, 60), 0.1))
    columns = np.arange(0.01, 60, 0.02)
    found = model.predict(np.full((1, len(columns)), 0.8), np.full(len(columns), 10.3), columns)
    assert np.abs(np.diff(found)).max() < 0.2


# As a value


def test_equal_seeds_are_equal_models():
    predictors, lst_k, variation = fields(1, 2, 20, 20), fields(2, 20, 20), fields(3, 20, 20)
    one, same, other = (fit_trees(predictors, lst_k, variation, seed).predict_coarse() for seed in (5, 5, 6))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_a_model_can_be_sent_to_another_process():
    predictors = fields(1, 2, 20, 20)
    model = fit_trees(predictors, fields(2, 20, 20), fields(3, 20, 20))
    np.testing.assert_array_equal(
        at_centres(pickle.loads(pickle.dumps(model)), predictors), at_centres(model, predictors)
    )


def test_the_input_is_left_as_it_was():
    given = fields(1, 2, 20, 20), fields(2, 20, 20), fields(3, 20, 20)
    copies = [part.copy() for part in given]
    fit_trees(*given)
    for part, copy in zip(given, copies):
        np.testing.assert_array_equal(part, copy)


def test_too_few_samples_are_told_with_their_number():
    lst_k = fields(2, 10, 10)
    lst_k.flat[:47] = np.nan
    with pytest.raises(UnreliableFitError, match="53 coarse pixels.*60.*larger area"):
        fit_trees(fields(1, 1, 10, 10), lst_k, np.full((10, 10), 0.1))


def test_as_many_predictors_as_in_the_fit_are_asked_for():
    model = fit_trees(fields(1, 2, 10, 10), fields(2, 10, 10), np.full((10, 10), 0.1))
    with pytest.raises(ValueError, match="2 × n"):
        model.predict(np.ones((1, 4)), np.ones(4), np.ones(4))
