"""The Frame: values at its edges stand at its edges, what lies between in proportion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentinel_toolkit.core.drawing.frame import Frame

FRAME = Frame(50, 10, 150, 90, (-5, 5), (280, 320))


def test_values_at_the_edges_stand_at_the_edges():
    assert [FRAME.to_x(value) for value in FRAME.x_range] == [50, 150]
    assert [FRAME.to_y(value) for value in FRAME.y_range] == [90, 10]


def test_it_knows_its_size():
    assert (FRAME.width, FRAME.height) == (100, 80)


@given(st.floats(0, 1))
def test_places_are_in_proportion(part):
    assert FRAME.to_x(-5 + 10 * part) == pytest.approx(50 + 100 * part)
    assert FRAME.to_y(280 + 40 * part) == pytest.approx(90 - 80 * part)


def test_arrays_stand_where_their_numbers_do():
    values = np.array([281.0, 300.0, np.nan])
    np.testing.assert_array_equal(FRAME.to_y(values), [FRAME.to_y(281.0), FRAME.to_y(300.0), np.nan])
