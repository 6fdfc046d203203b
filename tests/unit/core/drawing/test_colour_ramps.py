"""Colours of named ramps."""

import numpy as np
import pytest
from matplotlib import colormaps

from sentinel_toolkit.contract.errors import InvalidRequestError
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
