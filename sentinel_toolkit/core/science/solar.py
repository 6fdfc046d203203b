"""Mean solar time: the clock of the longitude, which every pass of a sun-synchronous satellite keeps."""

from __future__ import annotations

import datetime

HOURS_PER_DEGREE = 24 / 360


def local_solar_time(time, longitude_deg):
    """Return the mean solar time at a longitude.

    Parameters
    ----------
    time : datetime.datetime
        UTC.
    longitude_deg : float
        East positive.
    """
    return time + datetime.timedelta(hours=longitude_deg * HOURS_PER_DEGREE)


def utc_range(start, end, longitude_deg):
    """Return the UTC times (begin, end) of the inclusive solar days ``start`` … ``end`` at a longitude.

    Parameters
    ----------
    start, end : datetime.date
    longitude_deg : float
    """
    shift = datetime.timedelta(hours=longitude_deg * HOURS_PER_DEGREE)
    midnight = datetime.time(tzinfo=datetime.timezone.utc)
    begin = datetime.datetime.combine(_bounded(start), midnight) - shift
    stop = datetime.datetime.combine(_bounded(end) + datetime.timedelta(days=1), midnight) - shift
    return begin, stop - datetime.timedelta(milliseconds=1)


def _bounded(day):
    """Return the day within what calendars can reckon with, a day off either end."""
    return min(max(day, datetime.date(2, 1, 1)), datetime.date(9998, 12, 31))


def is_within(minute, first, last):
    """Tell whether a minute of the day lies in a range that may cross midnight."""
    return first <= minute <= last if first <= last else minute >= first or minute <= last
