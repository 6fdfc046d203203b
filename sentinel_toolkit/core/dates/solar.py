"""Mean solar time: the clock of the longitude, which every pass of a sun-synchronous satellite keeps."""

from __future__ import annotations

import datetime
import math

HOURS_PER_DEGREE = 24 / 360


def local_solar_time(time: datetime.datetime, longitude_deg: float) -> datetime.datetime:
    """Return the mean solar time at a longitude.

    Parameters
    ----------
    time
        UTC.
    longitude_deg
        East positive.

    Examples
    --------
    >>> local_solar_time(datetime.datetime(2023, 5, 1, 10, 0), 15.0).hour
    11
    """
    return time + datetime.timedelta(hours=longitude_deg * HOURS_PER_DEGREE)


def utc_range(
    start: datetime.date, end: datetime.date, longitude_deg: float
) -> tuple[datetime.datetime, datetime.datetime]:
    """Return the UTC times (begin, end) of the inclusive solar days ``start`` … ``end`` at a longitude."""
    shift = datetime.timedelta(hours=longitude_deg * HOURS_PER_DEGREE)
    midnight = datetime.time(tzinfo=datetime.timezone.utc)
    begin = datetime.datetime.combine(_bounded(start), midnight) - shift
    stop = datetime.datetime.combine(_bounded(end) + datetime.timedelta(days=1), midnight) - shift
    return begin, stop - datetime.timedelta(milliseconds=1)


def sun_elevation_deg(time: datetime.datetime, longitude_deg: float, latitude_deg: float) -> float:
    """Return the elevation of the sun's centre above the horizon, in degrees, good to about half a degree.

    Parameters
    ----------
    time
        UTC.
    longitude_deg, latitude_deg
        East and north positive.

    Notes
    -----
    Declination and equation of time after Spencer (1971), Fourier series representation of the position of the sun,
    Search 2(5), 172; refraction neglected.
    """
    day_angle = 2 * math.pi * (time.timetuple().tm_yday - 1) / 365

    def series(*terms: tuple[float, float]) -> float:
        waves = ((math.cos(k * day_angle), math.sin(k * day_angle)) for k in range(1, 4))
        return sum(a * c + b * s for (a, b), (c, s) in zip(terms, waves, strict=False))

    declination = 0.006918 + series((-0.399912, 0.070257), (-0.006758, 0.000907), (-0.002697, 0.00148))
    equation_of_time_rad = 0.000075 + series((0.001868, -0.032077), (-0.014615, -0.040849))
    clock = local_solar_time(time, longitude_deg)
    hours = clock.hour + clock.minute / 60 + clock.second / 3600
    hour_angle = math.radians(15 * (hours - 12)) + equation_of_time_rad
    latitude = math.radians(latitude_deg)
    sine = math.sin(latitude) * math.sin(declination)
    sine += math.cos(latitude) * math.cos(declination) * math.cos(hour_angle)
    return math.degrees(math.asin(sine))


def _bounded(day: datetime.date) -> datetime.date:
    """Return the day within what calendars can reckon with, a day off either end."""
    return min(max(day, datetime.date(2, 1, 1)), datetime.date(9998, 12, 31))


def is_within(minute: int, first: int, last: int) -> bool:
    """Tell whether a minute of the day lies in a range that may cross midnight.

    >>> is_within(10, 23 * 60, 60), is_within(120, 23 * 60, 60)
    (True, False)
    """
    return first <= minute <= last if first <= last else minute >= first or minute <= last
