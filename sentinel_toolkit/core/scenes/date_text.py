"""Dates in names of files and bands."""

from __future__ import annotations

import datetime
import re

from sentinel_toolkit.core.scenes.scene import parse_product_name

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_CLOCK = r"(?:[T _-]?(?P<hour>[01]\d|2[0-3])[:.\-]?(?P<minute>[0-5]\d)(?:[:.\-]?(?P<second>[0-5]\d))?)?"
# The first that fits counts: 2023-05-01, 2023_05_01 10:20:30, 20230501T102030; 2023-05-D1; 2023-W18; 2023-05;
# A2023121 (day of the year, as MODIS has it).
_PATTERNS = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (
        rf"{_YEAR}(?P<gap>[-_./]?){_MONTH}(?P=gap){_DAY}{_CLOCK}(?![A-SU-Ya-su-y])",
        rf"{_YEAR}-{_MONTH}-D(?P<dekad>[123])",
        rf"{_YEAR}-?W(?P<week>0[1-9]|[1-4]\d|5[0-3])",
        rf"{_YEAR}(?P<doy>[0-3]\d\d)",
        rf"{_YEAR}(?P<gap>[-_.]){_MONTH}(?!(?P=gap)\d\d(?!\w))(?![A-Za-z])",  # nor what the first has refused
    )
)


def parse_date(text: str) -> datetime.datetime | None:
    """Return the time that a text holds, UTC; None where it holds none.

    Parameters
    ----------
    text
        Name of a file or band. Of a Sentinel product's name, when it was taken counts.
    """
    product = parse_product_name(text)
    if product:
        text = product.get("start") or product.get("datatake") or text
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            try:
                return _time(**{name: value for name, value in match.groupdict().items() if value})
            except ValueError:  # 2023-02-30, day 399
                continue
    return None


def _time(
    year: str, month: str = "1", day: str = "1", hour: str = "0", minute: str = "0", second: str = "0", **others: str
) -> datetime.datetime:
    """Return the time of a match's parts."""
    if "week" in others:
        start = datetime.date.fromisocalendar(int(year), int(others["week"]), 1)
        return datetime.datetime(*start.timetuple()[:3], tzinfo=datetime.timezone.utc)
    if "dekad" in others:
        day = str(10 * int(others["dekad"]) - 9)
    time = datetime.datetime(
        int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=datetime.timezone.utc
    )
    if "doy" in others:
        number = int(others["doy"])
        time += datetime.timedelta(number - 1)
        if number < 1 or time.year != int(year):
            raise ValueError(f"the year {year} has no day {number}")
    return time
