"""Ticks of numbers and of dates."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentinel_toolkit.core.drawing import axis_ticks

D = datetime.date


@settings(max_examples=300, deadline=None)
@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e5), st.integers(2, 8))
def test_number_ticks_lie_within_and_are_few(low, span, most):
    ticks = axis_ticks.number_ticks(low, low + span, most)
    assert 2 <= len(ticks) <= most
    assert all(low - 1e-4 * span <= tick.value <= low + span * 1.0001 for tick in ticks)
    assert len({tick.text for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-1, 1, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
        (285.3, 311.2, ["290", "295", "300", "305", "310"]),
    ],
)
def test_number_ticks_are_round(low, high, texts):
    assert [tick.text for tick in axis_ticks.number_ticks(low, high, 6)] == texts


@settings(max_examples=200, deadline=None)
@given(st.dates(D(1985, 1, 1), D(2099, 1, 1)), st.integers(0, 20_000), st.integers(1, 9))
def test_date_ticks_lie_within_and_are_few(first, days, most):
    last = first + datetime.timedelta(days)
    ticks = axis_ticks.date_ticks(first, last, most)
    assert 1 <= len(ticks) <= most
    assert all(first <= tick.value <= last for tick in ticks)


def test_date_ticks_of_a_season_are_months():
    texts = [tick.text for tick in axis_ticks.date_ticks(D(2023, 5, 1), D(2023, 8, 1), 5)]
    assert texts == ["2023-05", "2023-06", "2023-07", "2023-08"]
