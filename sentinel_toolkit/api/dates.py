"""Days as people give them: ``2023``, ``2023-06``, ``2023-06-15``, dates and moments."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any

from sentinel_toolkit.contract.errors import InvalidRequestError

_PART = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def first_day(value: Any, name: str = "start") -> str:  # noqa: ANN401  (a text, a date, a Timestamp)
    """Return the first day that a value stands for, in ISO 8601.

    Raises
    ------
    InvalidRequestError
        If it is no date.

    Examples
    --------
    >>> first_day("2023-06"), first_day(datetime.date(2023, 6, 15))
    ('2023-06-01', '2023-06-15')
    """
    return _day(value, name, is_last=False)


def last_day(value: Any, name: str = "end") -> str:  # noqa: ANN401
    """Return the last day that a value stands for, in ISO 8601.

    Raises
    ------
    InvalidRequestError
        If it is no date.

    Examples
    --------
    >>> last_day("2024-02"), last_day("2023")
    ('2024-02-29', '2023-12-31')
    """
    return _day(value, name, is_last=True)


def _day(value: Any, name: str, is_last: bool) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return _of_text(value.strip(), name, is_last)
    if hasattr(value, "astype"):  # numpy's, which is in UTC
        value = value.astype("datetime64[us]").item()
    if isinstance(value, datetime.datetime):  # a moment of any zone lies in a day of UTC; a naive one is in UTC
        if value != value:  # noqa: PLR0124  (NaT)
            raise _no_date(value, name)
        return (value if value.tzinfo is None else value.astimezone(datetime.timezone.utc)).date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if hasattr(value, "start_time") and hasattr(value, "end_time"):  # a Period of pandas
        return _day(value.end_time if is_last else value.start_time, name, is_last)
    raise _no_date(value, name)


def _of_text(text: str, name: str, is_last: bool) -> str:
    match = _PART.fullmatch(text)
    if match is None:
        try:
            return _day(datetime.datetime.fromisoformat(text), name, is_last)
        except ValueError as error:
            raise _no_date(text, name) from error
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        month = month or (12 if is_last else 1)
        day = day or (calendar.monthrange(year, month)[1] if is_last else 1)
        return datetime.date(year, month, day).isoformat()
    except ValueError as error:  # a month 13, which calendar refuses with a ValueError of its own
        raise _no_date(text, name) from error


def _no_date(value: object, name: str) -> InvalidRequestError:
    return InvalidRequestError(
        f"{name} is {value!r:.100}, which is no date.", 'Write "2023", "2023-06" or "2023-06-15", or give a date.'
    )
