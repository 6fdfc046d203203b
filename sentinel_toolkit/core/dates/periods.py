"""Periods of a series: which one a day belongs to, its label, its first and last day."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NOMINAL_YEAR = 2000  # of periods of all years together; a leap year, so that no day is missing
SEASONS = {12: "DJF", 3: "MAM", 6: "JJA", 9: "SON"}  # by their first month


@dataclass(frozen=True, order=True)
class Period:
    """Inclusive days and the label of the public interface; ordered by time."""

    start: datetime.date
    end: datetime.date
    label: str


def _months(year: int, month: int, count: int, label: str) -> Period:
    """Return the Period of so many months from the first of one on."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return Period(datetime.date(year, month, 1), datetime.date(last_year, last_month + 1, last_day), label)


def _week(day: datetime.date) -> Period:
    year, week, weekday = day.isocalendar()
    start = day - datetime.timedelta(weekday - 1)
    return Period(start, start + datetime.timedelta(6), f"{year}-W{week:02}")


def _dekad(day: datetime.date) -> Period:
    number = min((day.day - 1) // 10, 2)
    last = calendar.monthrange(day.year, day.month)[1] if number == 2 else 10 * number + 10
    label = f"{day:%Y-%m}-D{number + 1}"
    return Period(day.replace(day=10 * number + 1), day.replace(day=last), label)


def _quarter(day: datetime.date) -> Period:
    number = (day.month - 1) // 3
    return _months(day.year, 3 * number + 1, 3, f"{day.year}-Q{number + 1}")


def _season(day: datetime.date) -> Period:
    """Return the meteorological season; December counts to the next year, whose winter it opens."""
    first = day.month // 3 * 3 or 12
    begins = day.year - (first == 12 and day.month < 12)
    return _months(begins, first, 3, f"{begins + (first == 12)}-{SEASONS[first]}")


_KINDS: dict[str, Callable[[datetime.date], Period]] = {
    "day": lambda day: Period(day, day, day.isoformat()),
    "week": _week,
    "dekad": _dekad,
    "month": lambda day: _months(day.year, day.month, 1, f"{day:%Y-%m}"),
    "quarter": _quarter,
    "season": _season,
    "year": lambda day: _months(day.year, 1, 12, str(day.year)),
}


def period_of(day: datetime.date, kind: str) -> Period:
    """Return the Period that a day belongs to.

    Parameters
    ----------
    day
        Mean solar day.
    kind
        day, week (ISO), dekad (10 days, the third one to the month's end), month, quarter, season (DJF, MAM, JJA, SON)
        or year.

    Examples
    --------
    >>> period_of(datetime.date(2023, 12, 5), "season").label
    '2024-DJF'
    >>> period_of(datetime.date(2023, 2, 25), "dekad").end
    datetime.date(2023, 2, 28)
    """
    return _KINDS[kind](day)


def group_by_period(days: Sequence[datetime.date], kind: str, by_calendar: bool = False) -> dict[Period, list[int]]:
    """Return a dict Period → places of its days, in time order.

    Parameters
    ----------
    kind
        As in ``period_of``, or ``all``: one period from the first day to the last.
    by_calendar
        Put the same period of all years together; its Period lies in the nominal year 2000, and its label has none.
    """
    if kind == "all":
        return {Period(min(days), max(days), "all"): list(range(len(days)))}
    groups: dict[Period, list[int]] = {}
    for place, day in enumerate(days):
        groups.setdefault(period_of(day, kind), []).append(place)
    if by_calendar:
        groups = _without_years(groups)
    return dict(sorted(groups.items()))


def _without_years(groups: dict[Period, list[int]]) -> dict[Period, list[int]]:
    """Return the groups of each label without its year; all in one nominal year, which more scenes cannot change."""
    joined: dict[Period, list[int]] = {}
    for period, places in groups.items():
        shift = NOMINAL_YEAR - int(period.label[:4])
        label = period.label.partition("-")[2]
        start, end = (_in_year(day, day.year + shift) for day in (period.start, period.end))
        joined.setdefault(Period(start, end, label), []).extend(places)
    return joined


def _in_year(day: datetime.date, year: int) -> datetime.date:
    """Return the same day in another year; the end of February stays the end of February."""
    last = calendar.monthrange(year, day.month)[1]
    is_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return day.replace(year=year, day=last if is_end else min(day.day, last))
