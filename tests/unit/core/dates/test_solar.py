"""Days and hours by the sun."""

import datetime

from sentinel_toolkit.core.dates import solar

UTC = datetime.timezone.utc


def test_extreme_dates_are_no_overflow():
    begin, end = solar.utc_range(datetime.date(1, 1, 1), datetime.date(9999, 12, 31), 179.0)
    assert begin < end


def test_solar_day_follows_the_longitude():
    day = datetime.date(2023, 5, 1)
    begin, end = solar.utc_range(day, day, 157.5)
    assert begin == datetime.datetime(2023, 4, 30, 13, 30, tzinfo=UTC)
    assert end - begin == datetime.timedelta(days=1, milliseconds=-1)
    assert solar.local_solar_time(datetime.datetime(2023, 5, 1, 10, tzinfo=UTC), 15).hour == 11
    assert solar.is_within(30, 1380, 60)
    assert not solar.is_within(700, 1380, 60)
