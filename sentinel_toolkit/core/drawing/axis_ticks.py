"""Round numbers and dates along an axis."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterator
from typing import NamedTuple

DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
ISO = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
SLACK = 1e-6  # of a range, by which a number may miss its end: rounding


class Tick(NamedTuple):
    """A number on an axis and what is written there."""

    value: float
    text: str

    @property
    def decimals(self) -> int:
        """Return how many decimals are written."""
        return len(self.text.partition(".")[2])


class DateTick(NamedTuple):
    """A date on an axis and what is written there."""

    value: datetime.date
    text: str


class CalendarTick(NamedTuple):
    """A date on an axis, what is written there, and the year that is written below; empty where it is clear."""

    value: datetime.date
    text: str
    year: str


def number_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return the round numbers from low to high, 1, 2 or 5 x 10^n apart, as many as there may be.

    Parameters
    ----------
    low, high
        Finite, low < high.
    most
        At least 2.

    Returns
    -------
    list of Tick
        At least two: the ends themselves if no round numbers lie between them.
    """
    slack = SLACK * (high - low)
    for step in _steps(low, high, most):
        first, last = math.ceil((low - slack) / step), math.floor((high + slack) / step)
        if last - first + 1 <= most:
            break
    decimals = _decimals(step)
    values = [number * step for number in range(first, last + 1)]
    if len(values) < 2:
        values, decimals = [low, high], max(decimals, 1 - math.floor(math.log10(high - low)))
    return [Tick(value, number_text(value, decimals)) for value in values]


def enclosing_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return round numbers, 1, 2 or 5 x 10^n apart, the first not above low and the last not below high.

    Parameters
    ----------
    low, high
        Finite, low < high.
    most
        At least 3: so many there may be.

    Examples
    --------
    >>> [tick.text for tick in enclosing_ticks(0.11, 0.79, 6)]
    ['0.0', '0.2', '0.4', '0.6', '0.8']
    """
    slack = SLACK * (high - low)
    for step in _steps(low, high, most):
        first, last = math.floor((low + slack) / step), math.ceil((high - slack) / step)
        if last - first + 1 <= most:
            break
    return [Tick(number * step, number_text(number * step, _decimals(step))) for number in range(first, last + 1)]


def _steps(low: float, high: float, most: int) -> Iterator[float]:
    """Yield steps of 1, 2 and 5 x 10^n from the finest that may leave so few numbers."""
    power = 10.0 ** math.floor(math.log10((high - low) / max(most - 1, 1)))
    return (factor * power for factor in (1, 2, 5, 10, 20, 50))


def _decimals(step: float) -> int:
    """Return how many decimals tell multiples of a step apart."""
    return max(0, -math.floor(math.log10(step) + 1e-9))


def number_text(value: float, decimals: int) -> str:
    """Return a number as it is written on a map: with a true minus sign, and no minus before zero."""
    return f"{round(value, decimals) + 0.0:.{decimals}f}".replace("-", "\N{MINUS SIGN}")


def date_ticks(first: datetime.date, last: datetime.date, most: int) -> list[DateTick]:
    """Return round dates from first to last: days, or the first days of months or years, as ISO 8601 writes them.

    Parameters
    ----------
    first, last
    most

    Returns
    -------
    list of DateTick
        At most ``most``; the first date where there is no other.
    """
    dates, unit = _round_dates(first, last, most)
    return [DateTick(date, date.strftime(ISO[unit])) for date in dates]


def calendar_ticks(first: datetime.date, last: datetime.date, most: int) -> list[CalendarTick]:
    """Return round dates from first to last as a calendar writes them, the year below the first one of each.

    Parameters
    ----------
    first, last
    most

    Returns
    -------
    list of CalendarTick
        At most ``most``; the first date where there is no other.

    Examples
    --------
    >>> [(tick.text, tick.year) for tick in calendar_ticks(datetime.date(2023, 11, 1), datetime.date(2024, 1, 9), 3)]
    [('Nov', '2023'), ('Dec', ''), ('Jan', '2024')]
    """
    dates, unit = _round_dates(first, last, most)
    texts = {"day": "{0.day} {0:%b}", "month": "{0:%b}", "year": "{0:%Y}"}
    return [
        CalendarTick(date, texts[unit].format(date), f"{date:%Y}" if unit != "year" and is_first else "")
        for date, is_first in zip(dates, _year_begins(dates), strict=True)
    ]


def _year_begins(dates: list[datetime.date]) -> list[bool]:
    """Return which of some dates are the first of their year."""
    return [True, *(date.year > before.year for before, date in itertools.pairwise(dates))]


def _round_dates(first: datetime.date, last: datetime.date, most: int) -> tuple[list[datetime.date], str]:
    """Return dates, and what they are the first of: day, month or year."""
    for days in DAY_STEPS:
        count = (last - first).days // days + 1
        if count <= most:
            return [first + datetime.timedelta(number * days) for number in range(count)], "day"
    for months in MONTH_STEPS:
        dates = _firsts(first, last, months)
        if len(dates) <= most:
            break
    return (dates[:most], "year" if months >= 12 else "month") if dates else ([first], "day")


def _firsts(first: datetime.date, last: datetime.date, months: int) -> list[datetime.date]:
    """Return the first days of every so many months, counted from January of year 0, from first to last."""
    begin = first.year * 12 + first.month - (first.day == 1)
    end = last.year * 12 + last.month
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in range(begin + -begin % months, end, months)]
