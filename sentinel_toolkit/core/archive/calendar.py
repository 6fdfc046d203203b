"""The calendar of an archive's page: a square for each day with scenes, the larger and darker the clearer it was."""

from __future__ import annotations

import bisect
import collections
import datetime
from typing import NamedTuple

from markupsafe import Markup

from sentinel_toolkit.core.archive.charts import counted
from sentinel_toolkit.core.archive.counts import Sight, calendar_of
from sentinel_toolkit.core.drawing import marks
from sentinel_toolkit.core.drawing.axis_ticks import number_text
from sentinel_toolkit.core.drawing.legend import SIDE, legend
from sentinel_toolkit.core.drawing.svg import drawing

MAX_YEARS = 15
PITCH = 17  # units from a day to the next one
CELL = 15  # units that a day is wide
LEFT, TOP = 76, 20  # units for the year and the weekdays, and for the months
WIDTH, HEIGHT = LEFT + 54 * PITCH, TOP + 7 * PITCH  # a year that begins on a Sunday has days in 54 weeks, if leap
WEEKDAYS = ((0, "Mon"), (3, "Thu"), (6, "Sun"))  # that are named


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


def calendar_keys() -> Markup:
    """Return the legend of the calendar."""
    levels = ((_mark(level, SIDE / 2, SIDE / 2), level.text) for level in (*LEVELS, UNKNOWN))
    edge = (SIDE - CELL) / 2
    return legend(*levels, (marks.bar("day", edge, edge, CELL, CELL), "no scene"), said="Least cloud of the day")


def calendar_years(sights: list[Sight]) -> tuple[list[Markup], int]:
    """Return the calendars of the latest 15 years, earliest first, and how many earlier years are left out."""
    calendar = calendar_of(sights)
    first, last = min(calendar), max(calendar)
    begin = max(first.year, last.year - MAX_YEARS + 1)
    by_year: dict[int, dict[datetime.date, tuple[int, float | None]]] = collections.defaultdict(dict)
    for day, seen in calendar.items():
        by_year[day.year][day] = seen
    years = [_year(year, by_year[year], first, last) for year in range(begin, last.year + 1)]
    return years, begin - first.year


def _year(
    year: int, seen: dict[datetime.date, tuple[int, float | None]], first: datetime.date, last: datetime.date
) -> Markup:
    """Return the calendar of a year: the days of the record, marks of those with scenes, names of months."""
    begin, end = max(first, datetime.date(year, 1, 1)), min(last, datetime.date(year, 12, 31))
    days = [begin + datetime.timedelta(number) for number in range((end - begin).days + 1)]
    levels = {day: _level(cloud) for day, (_, cloud) in seen.items()}
    numbers = collections.Counter(levels.values())
    told = [f"{numbers[level]} with {level.text} cloud" for level in (*LEVELS, UNKNOWN) if numbers[level]]
    parts = [
        marks.text(0, TOP + 12, str(year), "year"),
        *(marks.text(LEFT - 6, TOP + place * PITCH + 11.5, name, "tick small", "end") for place, name in WEEKDAYS),
        *(marks.text(_place(month)[0], TOP - 7, f"{month:%b}", "tick small") for month in _months(year)),
        marks.path("day", "".join(map(_cell, days))),
        *(_seen(day, levels[day], scenes, cloud) for day, (scenes, cloud) in seen.items()),
    ]
    return drawing("; ".join([f"{year}: {counted(len(seen), 'day')} with scenes", *told]), WIDTH, HEIGHT, *parts)


def _months(year: int) -> list[datetime.date]:
    return [datetime.date(year, month, 1) for month in range(1, 13)]


def _place(day: datetime.date) -> tuple[int, int]:
    """Return (x, y) of the left upper corner of a day: weeks run to the right, from Monday down to Sunday."""
    before = datetime.date(day.year, 1, 1).weekday()
    week, weekday = divmod(day.timetuple().tm_yday - 1 + before, 7)
    return LEFT + week * PITCH, TOP + weekday * PITCH


def _cell(day: datetime.date) -> str:
    x, y = _place(day)
    return f"M{x} {y}h{CELL}v{CELL}h-{CELL}z"


def _level(cloud: float | None) -> CloudLevel:
    return UNKNOWN if cloud is None else LEVELS[bisect.bisect_left(LIMITS, cloud)]


def _seen(day: datetime.date, level: CloudLevel, scenes: int, cloud: float | None) -> Markup:
    """Return the mark of a day with scenes and its least cloud, which may be None."""
    x, y = _place(day)
    told = "cloud unknown" if cloud is None else f"least cloud {number_text(cloud, 1)} %"
    return _mark(level, x + CELL / 2, y + CELL / 2, f"{day}: {counted(scenes, 'scene')}, {told}")


def _mark(level: CloudLevel, x: float, y: float, said: str = "") -> Markup:
    """Return the mark of a class of cloud cover, its middle at (x, y)."""
    half = level.side / 2
    if level is UNKNOWN:
        return marks.dot(level.name, x, y, half, said)
    return marks.bar(level.name, x - half, y - half, level.side, level.side, said)
