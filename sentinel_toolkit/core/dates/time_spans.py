"""How long a layer is shown on a time axis: its day, shared where several fall on one day."""

from __future__ import annotations

import collections
import datetime
from collections.abc import Sequence

DAY_S = 86_400


def spans_of(days: Sequence[datetime.date]) -> list[tuple[datetime.datetime, datetime.datetime]]:
    """Return (first, last) second of each day's span, UTC; several on one day share it in equal parts, in their order.

    Parameters
    ----------
    days
        Ascending.

    Examples
    --------
    >>> day = datetime.date(2023, 5, 1)
    >>> [f"{first:%H:%M:%S}-{last:%H:%M:%S}" for first, last in spans_of([day, day])]
    ['00:00:00-11:59:59', '12:00:00-23:59:59']
    """
    counts, places = collections.Counter(days), collections.Counter[datetime.date]()
    spans = []
    for day in days:
        midnight = datetime.datetime.combine(day, datetime.time(tzinfo=datetime.timezone.utc))
        first, end = (DAY_S * (places[day] + more) // counts[day] for more in (0, 1))
        places[day] += 1
        begin, last = (midnight + datetime.timedelta(seconds=second) for second in (first, end - 1))
        spans.append((begin, last))
    return spans
