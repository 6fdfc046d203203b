"""Which bands a picture shows, and between which values."""

import numpy as np

from sentinel_toolkit.core.pixels import stretch


def test_picture_takes_the_bands_that_are_there():
    assert stretch.picture_bands(("B02", "B03", "B04", "B08")) == ("B04", "B03", "B02")
    assert stretch.picture_bands(("B08", "B03", "B04")) == ("B08", "B04", "B03")
    assert stretch.picture_bands(("B11",)) == ("B11",)
    assert stretch.stretch_range(np.array([np.nan, np.nan])) == (0.0, 1.0)


def test_true_colour_has_one_range_and_other_bands_their_own():
    values = np.random.default_rng(1).uniform([[0.01], [0.02], [0.2]], [[0.1], [0.2], [0.5]], (3, 5000))
    assert len(set(stretch.stretch_of(("B04", "B03", "B02"), values).ranges)) == 1
    assert len(set(stretch.stretch_of(("B08", "B04", "B03"), values).ranges)) == 3


def test_gamma_brings_dark_ground_to_the_middle_and_leaves_snow_bright():
    dark = np.linspace(0.02, 0.06, 900).tolist() + [0.2] * 100
    made = stretch.stretch_of(("B11",), np.array([dark]))
    assert 0.40 < np.median(made.to_bytes(np.array([dark]))) / 255 < 0.45
    snow = np.array([np.linspace(0.1, 0.9, 100).tolist() + [0.9] * 900])
    assert stretch.stretch_of(("B11",), snow).gamma == 1


def test_nothing_to_see_and_one_value_make_a_stretch():
    nothing = stretch.stretch_of(("B04", "B03", "B02"), np.full((3, 4), np.nan))
    assert nothing.to_bytes(np.full((3, 2, 2), np.nan)).max() == 0
    same = stretch.stretch_of(("B04", "B03", "B02"), np.full((3, 4), 0.3))
    assert np.isfinite(same.to_bytes(np.full((3, 2, 2), 0.3))).all()
