"""Dates in names."""

import datetime

import pytest

from sentinel_toolkit.core.scenes.date_text import parse_date

UTC = datetime.timezone.utc


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("ndvi_2023-05-01.tif", (2023, 5, 1)),
        ("NDVI_20230501T102030Z", (2023, 5, 1, 10, 20, 30)),
        ("2015-07-31T10:00:09", (2015, 7, 31, 10, 0, 9)),
        ("MOD13Q1.A2023121.h18v04", (2023, 5, 1)),
        ("2023-05-D2", (2023, 5, 11)),
        ("2023-W18_33TWL", (2023, 5, 1)),
        ("2023-05_33TWL", (2023, 5, 1)),
        ("S2A_MSIL2A_20240716T101559_N0511_R065_T33UXP_20240717T140000", (2024, 7, 16, 10, 15, 59)),
        ("S3A_20230810T095811", (2023, 8, 10, 9, 58, 11)),
        ("2023-02-30", None),
        ("map_12345678", None),
        ("A2023399", None),
        ("ndvi_2019_10m", None),
    ],
)
def test_dates_in_names(text, time):
    assert parse_date(text) == (datetime.datetime(*time, tzinfo=UTC) if time else None)
