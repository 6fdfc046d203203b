"""Ticks of numbers and of dates, within a range and around it."""

import datetime
import itertools

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


@settings(max_examples=300, deadline=None)
@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e5), st.integers(3, 9))
def test_enclosing_ticks_enclose_and_are_few(low, span, most):
    ticks = axis_ticks.enclosing_ticks(low, low + span, most)
    assert 2 <= len(ticks) <= most
    assert ticks[0].value <= low + 1e-5 * span
    assert ticks[-1].value >= low + span * (1 - 1e-5)
    assert len({tick.text for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-0.3, 0.21, ["−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"]),
        (273.2, 318.4, ["270", "280", "290", "300", "310", "320"]),
    ],
)
def test_enclosing_ticks_are_round(low, high, texts):
    assert [tick.text for tick in axis_ticks.enclosing_ticks(low, high, 7)] == texts


def test_a_tick_knows_its_decimals():
    assert [axis_ticks.Tick(1, text).decimals for text in ("1", "1.0", "−0.25")] == [0, 1, 2]


@settings(max_examples=200, deadline=None)
@given(st.dates(D(1985, 1, 1), D(2099, 1, 1)), st.integers(0, 20_000), st.integers(1, 14))
def test_calendars_and_iso_dates_have_the_same_places(first, days, most):
    last = first + datetime.timedelta(days)
    calendar, iso = axis_ticks.calendar_ticks(first, last, most), axis_ticks.date_ticks(first, last, most)
    assert [tick.value for tick in calendar] == [tick.value for tick in iso]
    assert 1 <= len(calendar) <= most
    assert all(first <= tick.value <= last for tick in calendar)


@pytest.mark.parametrize(("days", "words"), [(5, "30 Dec"), (200, "Jan"), (4000, "2024")])
def test_calendars_name_days_months_or_years(days, words):
    first = D(2023, 12, 30)
    assert axis_ticks.calendar_ticks(first, first + datetime.timedelta(days), 12)[0].text == words


@pytest.mark.parametrize("days", [5, 90, 700])
def test_a_year_is_written_once(days):
    first = D(2023, 12, 30)
    ticks = axis_ticks.calendar_ticks(first, first + datetime.timedelta(days), 14)
    assert ticks[0].year == str(ticks[0].value.year)
    for before, tick in itertools.pairwise(ticks):
        assert tick.year == (str(tick.value.year) if tick.value.year > before.value.year else "")
