"""Colours of named ramps, and the one palette of an animation."""

import numpy as np
import pytest
from matplotlib import colormaps

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.animation.page import palette as frame_palette
from sentinel_toolkit.core.drawing.colour_ramps import colours_of, stops_of


def test_colours_are_matplotlibs_at_the_middles_of_classes():
    expected = colormaps["RdYlGn"](np.array([0.125, 0.375, 0.625, 0.875]), bytes=True)[:, :3]
    assert np.array_equal(colours_of("RdYlGn", 4), expected)


def test_the_case_of_a_name_is_ignored():
    assert np.array_equal(colours_of("rdylgn", 9), colours_of(" RdYlGn ", 9))


def test_a_suffix_reverses():
    reversed_ramp = colours_of("viridis", 10)[::-1].astype(int)
    assert np.abs(colours_of("viridis_R", 10) - reversed_ramp).max() <= 4  # matplotlib's own steps: 1/256 of the ramp


@pytest.mark.parametrize(("name", "offered"), [("virids", "viridis"), ("", "RdYlGn"), ("blü", "Blues")])
def test_an_unknown_ramp_is_refused_with_others(name, offered):
    with pytest.raises(InvalidRequestError) as caught:
        colours_of(name, 5)
    assert offered in caught.value.hint


def test_stops_reach_from_low_to_high():
    stops = stops_of("Greys_r", -0.2, 0.8, 3)
    assert [value for value, _ in stops] == pytest.approx([-0.2, 0.3, 0.8])
    assert stops[0][1] == "#000000"
    assert stops[-1][1] == "#ffffff"


@pytest.mark.parametrize("ramp", ["RdYlGn", "viridis", "gray", "coolwarm", "twilight", "RdGy", "tab20c", "Blues"])
def test_no_data_is_unlike_every_class_and_white(ramp):
    palette = frame_palette.palette_of(ramp).astype(int)
    others = [*palette[: frame_palette.LEVELS], palette[frame_palette.WHITE]]
    assert np.linalg.norm(palette[frame_palette.MISSING] - others, axis=1).min() >= 15


def test_the_palette_is_small_enough_to_save_a_bit():
    palette = frame_palette.palette_of("RdYlGn")
    assert palette.shape == (128, 3)
    assert palette[frame_palette.WHITE].tolist() == [255, 255, 255]
    assert palette[frame_palette.BLACK].tolist() == [0, 0, 0]
