"""How long a layer is shown on a time axis: its day, shared where several fall on one day."""

from __future__ import annotations

import datetime

_DAY = datetime.timedelta(days=1)
_SECOND = datetime.timedelta(seconds=1)


def spans_of(times):
    """Return (first, last) second of each time's span, UTC; spans never overlap.

    A span is the whole day of its time; where several times fall on one day, each lasts until the next begins.

    Parameters
    ----------
    times : sequence of datetime.datetime
        UTC, ascending.
    """
    days = [time.replace(hour=0, minute=0, second=0, microsecond=0) for time in times]
    begins = [
        time.replace(microsecond=0) if place and days[place - 1] == day else day
        for place, (time, day) in enumerate(zip(times, days, strict=True))
    ]
    ends = []
    for place, day in enumerate(days):
        is_shared = place + 1 < len(days) and days[place + 1] == day
        ends.append(max(begins[place + 1] - _SECOND, begins[place]) if is_shared else day + _DAY - _SECOND)
    return list(zip(begins, ends, strict=True))
