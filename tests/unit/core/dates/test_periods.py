"""Periods and labels, as the public interface states them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentinel_toolkit.core.dates.periods import group_by_period, period_of

D = datetime.date
KINDS = ("day", "week", "dekad", "month", "quarter", "season", "year")


@pytest.mark.parametrize(
    ("day", "kind", "label", "start", "end"),
    [
        (D(2023, 5, 1), "day", "2023-05-01", D(2023, 5, 1), D(2023, 5, 1)),
        (D(2023, 5, 1), "week", "2023-W18", D(2023, 5, 1), D(2023, 5, 7)),
        (D(2024, 12, 30), "week", "2025-W01", D(2024, 12, 30), D(2025, 1, 5)),
        (D(2023, 5, 10), "dekad", "2023-05-D1", D(2023, 5, 1), D(2023, 5, 10)),
        (D(2024, 2, 29), "dekad", "2024-02-D3", D(2024, 2, 21), D(2024, 2, 29)),
        (D(2023, 5, 31), "month", "2023-05", D(2023, 5, 1), D(2023, 5, 31)),
        (D(2023, 5, 31), "quarter", "2023-Q2", D(2023, 4, 1), D(2023, 6, 30)),
        (D(2022, 12, 5), "season", "2023-DJF", D(2022, 12, 1), D(2023, 2, 28)),
        (D(2023, 2, 5), "season", "2023-DJF", D(2022, 12, 1), D(2023, 2, 28)),
        (D(2023, 11, 30), "season", "2023-SON", D(2023, 9, 1), D(2023, 11, 30)),
        (D(2023, 5, 31), "year", "2023", D(2023, 1, 1), D(2023, 12, 31)),
    ],
)
def test_labels_and_days(day, kind, label, start, end):
    period = period_of(day, kind)
    assert (period.label, period.start, period.end) == (label, start, end)


@given(st.dates(D(2015, 1, 1), D(2099, 12, 30)), st.sampled_from(KINDS))
def test_periods_join_without_gap_or_overlap(day, kind):
    period = period_of(day, kind)
    assert period.start <= day <= period.end
    assert period_of(period.start, kind) == period_of(period.end, kind) == period
    following = period_of(period.end + datetime.timedelta(1), kind)
    assert following.start == period.end + datetime.timedelta(1)
    assert following.label > period.label or kind == "season"


def test_all_is_one():
    days = [D(2023, 5, 1), D(2021, 1, 1)]
    assert [(p.label, p.start, p.end, places) for p, places in group_by_period(days, "all").items()] == [
        ("all", D(2021, 1, 1), D(2023, 5, 1), [0, 1])
    ]


def test_by_calendar_puts_years_together():
    days = [D(2021, 12, 5), D(2022, 1, 3), D(2023, 1, 9), D(2024, 2, 29), D(2023, 2, 25)]
    months = {period.label: (period.start, places) for period, places in group_by_period(days, "month", True).items()}
    assert months == {
        "01": (D(2000, 1, 1), [1, 2]),
        "02": (D(2000, 2, 1), [3, 4]),
        "12": (D(2000, 12, 1), [0]),
    }
    ((season, places),) = group_by_period(days, "season", True).items()
    assert (season.label, season.start, season.end, sorted(places)) == (
        "DJF",
        D(1999, 12, 1),
        D(2000, 2, 29),
        [0, 1, 2, 3, 4],
    )
    dekads = group_by_period(days, "dekad", True)
    assert [(period.label, period.end) for period in dekads] == [
        ("01-D1", D(2000, 1, 10)),
        ("02-D3", D(2000, 2, 29)),
        ("12-D1", D(2000, 12, 10)),
    ]
