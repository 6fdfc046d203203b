"""Spans of days."""

import datetime

from sentinel_toolkit.core.dates.time_spans import spans_of


def test_spans_are_days_shared_by_what_falls_on_them():
    days = [datetime.date(2023, 8, day) for day in (10, 10, 13)]
    texts = [[f"{time:%d %H:%M:%S}" for time in span] for span in spans_of(days)]
    assert texts == [
        ["10 00:00:00", "10 11:59:59"],
        ["10 12:00:00", "10 23:59:59"],
        ["13 00:00:00", "13 23:59:59"],
    ]
