"""Round numbers and dates along an axis."""

from __future__ import annotations

import datetime
import math
from typing import NamedTuple

DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


class Tick(NamedTuple):
    """A place on an axis and what is written there."""

    value: object
    text: str


def number_ticks(low, high, most):
    """Return the round numbers from low to high, 1, 2 or 5 x 10^n apart, as many as there may be.

    Parameters
    ----------
    low, high : float
        Finite, low < high.
    most : int
        At least 2.

    Returns
    -------
    list of Tick
        At least two: the ends themselves if no round numbers lie between them.
    """
    finest = (high - low) / max(most - 1, 1)
    power = 10.0 ** math.floor(math.log10(finest))
    slack = 1e-6 * (high - low)
    for step in (factor * power for factor in (1, 2, 5, 10, 20, 50)):
        first, last = math.ceil((low - slack) / step), math.floor((high + slack) / step)
        if last - first + 1 <= most:
            break
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    values = [number * step for number in range(first, last + 1)]
    if len(values) < 2:
        values, decimals = [low, high], max(decimals, 1 - math.floor(math.log10(high - low)))
    return [Tick(value, number_text(value, decimals)) for value in values]


def number_text(value, decimals):
    """Return a number as it is written on a map: with a true minus sign, and no minus before zero."""
    return f"{round(value, decimals) + 0.0:.{decimals}f}".replace("-", "\N{MINUS SIGN}")


def date_ticks(first, last, most):
    """Return round dates from first to last: days, or the first days of months or years.

    Parameters
    ----------
    first, last : datetime.date
    most : int

    Returns
    -------
    list of Tick
        At most ``most``; the first date where there is no other.
    """
    for days in DAY_STEPS:
        count = (last - first).days // days + 1
        if count <= most:
            dates = [first + datetime.timedelta(number * days) for number in range(count)]
            return [Tick(date, date.isoformat()) for date in dates]
    for months in MONTH_STEPS:
        dates = _firsts(first, last, months)
        if len(dates) <= most:
            break
    written = "%Y" if months >= 12 else "%Y-%m"
    return [Tick(date, date.strftime(written)) for date in dates[:most]] or [Tick(first, first.isoformat())]


def _firsts(first, last, months):
    """Return the first days of every so many months, counted from January of year 0, from first to last."""
    begin = first.year * 12 + first.month - (first.day == 1)
    end = last.year * 12 + last.month
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in range(begin + -begin % months, end, months)]
