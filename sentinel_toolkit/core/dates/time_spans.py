"""How long a layer is shown on a time axis: its day, shared where several fall on one day."""

from __future__ import annotations

import collections
import datetime

DAY_S = 86_400


def spans_of(days):
    """Return (first, last) second of each day's span, UTC; several on one day share it in equal parts, in their order.

    Parameters
    ----------
    days : sequence of datetime.date
        Ascending.
    """
    counts, places = collections.Counter(days), collections.Counter()
    spans = []
    for day in days:
        midnight = datetime.datetime.combine(day, datetime.time(tzinfo=datetime.timezone.utc))
        first, end = (DAY_S * (places[day] + more) // counts[day] for more in (0, 1))
        places[day] += 1
        spans.append(tuple(midnight + datetime.timedelta(seconds=second) for second in (first, end - 1)))
    return spans
