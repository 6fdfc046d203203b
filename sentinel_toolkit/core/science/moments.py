"""The dates of a series: observations put together by period, with a label and a span of time."""

from __future__ import annotations

import collections
import datetime
from dataclasses import dataclass

from sentinel_toolkit.core.science.periods import period_of
from sentinel_toolkit.core.science.solar import local_solar_time
from sentinel_toolkit.core.science.time_spans import spans_of

_MIDNIGHT = datetime.time(tzinfo=datetime.timezone.utc)


@dataclass(frozen=True)
class Observation:
    """What one satellite saw in one pass, or one raster: ``time`` (UTC) and ``members``, its scenes or rasters."""

    time: datetime.datetime
    members: tuple


@dataclass(frozen=True)
class Moment:
    """One date of a series.

    ``label`` is for people, ``name`` for files; ``day`` its day, or the first one of its period; ``first`` and ``last``
    are the first and last second (UTC) that it stands for; ``observations`` what it is made of.
    """

    label: str
    name: str
    day: datetime.date
    first: datetime.datetime
    last: datetime.datetime
    observations: tuple

    @property
    def date(self):
        """Return the date as tables have it: 2023-05-01, with the time where several fall on that day."""
        clock = self.name[11:15]
        is_clock = len(clock) == 4 and clock.isdigit()
        return f"{self.day}T{clock[:2]}:{clock[2:]}" if is_clock else self.day.isoformat()

    @property
    def members(self):
        """Return the scenes or rasters of all its observations."""
        return tuple(member for observation in self.observations for member in observation.members)


def moments_of(observations, period, longitude_deg, date_format=""):
    """Return the Moments of a series, in time order.

    Parameters
    ----------
    observations : sequence of Observation
    period : str
        ``scene`` for each by itself, else day, week, dekad or month: of mean solar days at the longitude.
    longitude_deg : float
        Of the area's centre.
    date_format : str
        Of labels, as strftime takes it; empty: 2023-05-01, or the period's own label.
    """
    ordered = sorted(observations, key=lambda one: one.time)
    days = [local_solar_time(one.time, longitude_deg).date() for one in ordered]
    if period == "scene":
        return _one_by_one(ordered, days, date_format)
    groups = collections.defaultdict(list)
    for one, day in zip(ordered, days, strict=True):
        groups[period_of(day, period)].append(one)
    return [
        Moment(
            each.start.strftime(date_format) if date_format else each.label,
            each.label,
            each.start,
            datetime.datetime.combine(each.start, _MIDNIGHT),
            datetime.datetime.combine(each.end, _MIDNIGHT) + datetime.timedelta(seconds=86_399),
            tuple(members),
        )
        for each, members in sorted(groups.items())
    ]


def _one_by_one(ordered, days, date_format):
    counts = collections.Counter(days)
    spans = spans_of([one.time for one in ordered])
    moments, names = [], set()
    for one, day, (first, last) in zip(ordered, days, spans, strict=True):
        clock = f" {one.time:%H:%M}" if counts[day] > 1 else ""
        name = f"{day}{clock}".replace(" ", "T").replace(":", "")
        while name in names:  # two rasters of one minute
            name += "_"
        names.add(name)
        label = (day.strftime(date_format) if date_format else day.isoformat()) + (f"{clock} UTC" if clock else "")
        moments.append(Moment(label, name, day, first, last, (one,)))
    return moments
