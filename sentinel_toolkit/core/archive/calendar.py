"""The calendar of an archive's page: a square for each day with scenes, the larger and darker the clearer it was."""

from __future__ import annotations

import bisect
import collections
import datetime
from typing import NamedTuple

from sentinel_toolkit.core.archive.charts import counted
from sentinel_toolkit.core.archive.counts import calendar_of
from sentinel_toolkit.core.drawing.axis_ticks import number_text

MAX_YEARS = 15
PITCH = 17  # units from a day to the next one
CELL = 15  # units that a day is wide
LEFT, TOP = 76, 20  # units for the year and the weekdays, and for the months
WIDTH, HEIGHT = LEFT + 54 * PITCH, TOP + 7 * PITCH  # a year that begins on a Sunday has days in 54 weeks, if leap


class CloudLevel(NamedTuple):
    """A class of cloud cover: its CSS class, how wide its square is, and what it is called."""

    name: str
    side: float
    text: str


LIMITS = (10, 20, 50)  # percent of cloud, each inclusive
LEVELS = (
    CloudLevel("clearest", 15, "at most 10 %"),
    CloudLevel("clear", 12, "at most 20 %"),
    CloudLevel("cloudy", 9, "at most 50 %"),
    CloudLevel("overcast", 6, "more than 50 %"),
)
UNKNOWN = CloudLevel("unknown", 8, "unknown")  # drawn as a ring


def calendar_years(sights):
    """Return the calendars of the latest 15 years, earliest first, and how many earlier years are left out.

    Parameters
    ----------
    sights : list of Sight

    Returns
    -------
    list of dict, int
    """
    calendar = calendar_of(sights)
    first, last = min(calendar), max(calendar)
    begin = max(first.year, last.year - MAX_YEARS + 1)
    by_year = collections.defaultdict(dict)
    for day, seen in calendar.items():
        by_year[day.year][day] = seen
    years = [_year(year, by_year[year], first, last) for year in range(begin, last.year + 1)]
    return years, begin - first.year


def _year(year, seen, first, last):
    """Return what is drawn of a year: the days of the record, marks of those with scenes, names of months."""
    begin, end = max(first, datetime.date(year, 1, 1)), min(last, datetime.date(year, 12, 31))
    days = [begin + datetime.timedelta(number) for number in range((end - begin).days + 1)]
    marks = [_mark(day, scenes, cloud) for day, (scenes, cloud) in seen.items()]
    levels = collections.Counter(mark["level"] for mark in marks)
    told = [f"{levels[level.name]} with {level.text} cloud" for level in (*LEVELS, UNKNOWN) if levels[level.name]]
    months = [datetime.date(year, month, 1) for month in range(1, 13)]
    return {
        "year": year,
        "said": "; ".join([f"{year}: {counted(len(marks), 'day')} with scenes", *told]),
        "days": "".join(_cell(day) for day in days),
        "marks": marks,
        "months": [(_place(month)[0], f"{month:%b}") for month in months],
    }


def _place(day):
    """Return (x, y) of the left upper corner of a day: weeks run to the right, from Monday down to Sunday."""
    before = datetime.date(day.year, 1, 1).weekday()
    week, weekday = divmod(day.timetuple().tm_yday - 1 + before, 7)
    return LEFT + week * PITCH, TOP + weekday * PITCH


def _cell(day):
    x, y = _place(day)
    return f"M{x} {y}h{CELL}v{CELL}h-{CELL}z"


def _mark(day, scenes, cloud):
    """Return the mark of a day with scenes and its least cloud, which may be None."""
    level = UNKNOWN if cloud is None else LEVELS[bisect.bisect_left(LIMITS, cloud)]
    x, y = _place(day)
    told = "cloud unknown" if cloud is None else f"least cloud {number_text(cloud, 1)} %"
    return {
        "level": level.name,
        "x": f"{x + CELL / 2:g}",
        "y": f"{y + CELL / 2:g}",
        "side": level.side,
        "said": f"{day}: {counted(scenes, 'scene')}, {told}",
    }
