"""Dates in names of files and bands."""

from __future__ import annotations

import datetime
import re

from sentinel_toolkit.core.scenes.scene import parse_product_name

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_DAY_OF_YEAR = r"(?P<doy>[0-3]\d\d)"
# Of a range the first day counts: what follows a date is no clock where a second date begins.
_SECOND_DATE = r"[ _-]{1,3}(?:19|20)\d\d(?:[-_./]\d\d?|\d{4})(?!\d)"
_CLOCK = (
    rf"(?:(?!{_SECOND_DATE})[T _-]?(?P<hour>[01]\d|2[0-3])[:.\-]?(?P<minute>[0-5]\d)(?:[:.\-]?(?P<second>[0-5]\d))?)?"
)
# A form as people write it → how it is found. The first that a text holds counts, whatever else is in it.
FORMS = {
    form: re.compile(rf"(?<!\d){pattern}(?!\d)")
    for form, pattern in {
        "A2023121.1030": rf"(?<![A-Za-z])A{_YEAR}{_DAY_OF_YEAR}(?:\.(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d))?",
        "doy2023121": rf"(?<![A-Za-z])(?i:doy)_?{_YEAR}-?{_DAY_OF_YEAR}",
        "LC81910282023121LGN00": rf"L[CEMOT]\d\d{{6}}{_YEAR}{_DAY_OF_YEAR}[A-Z]{{3}}\d\d",
        "2023-05-01 10:20:30": rf"{_YEAR}(?P<gap>[-_./]?){_MONTH}(?P=gap){_DAY}{_CLOCK}(?![A-SU-Ya-su-y])",
        "2023-05-D1": rf"{_YEAR}-{_MONTH}-D(?P<dekad>[123])",
        "2023-W18": rf"{_YEAR}-?W(?P<week>0[1-9]|[1-4]\d|5[0-3])",
        "2023121": rf"{_YEAR}{_DAY_OF_YEAR}",
        "2023-121": rf"{_YEAR}-{_DAY_OF_YEAR}(?![A-Za-z])",  # nor 2023-100m
        "2023-05": rf"{_YEAR}(?P<gap>[-_.]){_MONTH}(?!(?P=gap)\d\d(?!\w))(?![A-Za-z])",  # nor what a date has refused
    }.items()
}


def parse_date(text: str) -> datetime.datetime | None:
    """Return the time that a text holds, UTC; None where it holds none.

    Parameters
    ----------
    text
        Name of a file or band. Of a Sentinel product's name, when it was taken counts; of a range, its first day.
    """
    product = parse_product_name(text)
    if product:
        text = product.get("start") or product.get("datatake") or text
    for pattern in FORMS.values():
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
