"""The dates of a series: observations put together by period, with a label and a span of time."""

from __future__ import annotations

import collections
import datetime
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from sentinel_toolkit.core.dates.periods import Period, period_of
from sentinel_toolkit.core.dates.solar import local_solar_time
from sentinel_toolkit.core.dates.time_spans import spans_of

_CLOCK_CODES = ("%H", "%I", "%M", "%T", "%R", "%X", "%c")  # of strftime
_MIDNIGHT = datetime.time(tzinfo=datetime.timezone.utc)


@dataclass(frozen=True)
class Observation:
    """What one satellite saw in one pass, or one raster: ``time`` (UTC) and ``members``, its scenes or rasters.

    ``key`` tells it from all others, whatever part of it lies on a ground; ``stated_day`` is the day where only that is
    known; else the mean solar day of the time counts.
    """

    time: datetime.datetime
    members: tuple[Any, ...]
    key: Hashable = None
    stated_day: datetime.date | None = None

    def day(self, longitude_deg: float) -> datetime.date:
        """Return its day at a longitude."""
        return self.stated_day or local_solar_time(self.time, longitude_deg).date()


@dataclass(frozen=True)
class Moment:
    """One date of a series.

    ``label`` is for people, ``name`` for files, ``date`` for tables; ``day`` its day, or its period's first; ``first``
    and ``last`` are the first and last second (UTC) that it stands for; ``observations`` what it is made of.
    """

    label: str
    name: str
    date: str
    day: datetime.date
    first: datetime.datetime
    last: datetime.datetime
    observations: tuple[Observation, ...]

    @property
    def members(self) -> tuple[Any, ...]:
        """Return the scenes or rasters of all its observations."""
        return tuple(member for observation in self.observations for member in observation.members)


def moments_of(
    observations: Iterable[Observation], period: str, longitude_deg: float, date_format: str = ""
) -> list[Moment]:
    """Return the Moments of a series, in time order.

    Parameters
    ----------
    period
        ``scene`` for each by itself, else day, week, dekad or month: of mean solar days at the longitude.
    longitude_deg
        Of the area's centre.
    date_format
        Of labels, as strftime takes it; empty: 2023-05-01, or the period's own label.
    """
    ordered = sorted(observations, key=lambda observation: (observation.day(longitude_deg), observation.time))
    days = [observation.day(longitude_deg) for observation in ordered]
    if period == "scene":
        return _one_by_one(ordered, days, date_format)
    groups: dict[Period, list[Observation]] = collections.defaultdict(list)
    for observation, day in zip(ordered, days, strict=True):
        groups[period_of(day, period)].append(observation)
    return [
        Moment(
            each.start.strftime(date_format) if date_format else each.label,
            each.label,
            each.start.isoformat(),
            each.start,
            datetime.datetime.combine(each.start, _MIDNIGHT),
            datetime.datetime.combine(each.end, _MIDNIGHT) + datetime.timedelta(seconds=86_399),
            tuple(members),
        )
        for each, members in sorted(groups.items())
    ]


def _one_by_one(ordered: list[Observation], days: list[datetime.date], date_format: str) -> list[Moment]:
    counts, places = collections.Counter(days), collections.Counter[datetime.date]()
    moments: list[Moment] = []
    names: set[str] = set()
    for observation, day, (first, last) in zip(ordered, days, spans_of(days), strict=True):
        places[day] += 1
        is_alone = counts[day] == 1
        clock = "" if observation.stated_day or is_alone else f"{observation.time:%H:%M}"
        name = f"{day}T{clock.replace(':', '')}" if clock else f"{day}"
        number = f" ({places[day]})" if name in names or not (clock or is_alone) else ""
        if number:
            name = f"{name}_{places[day]}"
        names.add(name)
        label = (
            datetime.datetime.combine(day, observation.time.time()).strftime(date_format) if date_format else f"{day}"
        )
        has_clock = any(code in date_format for code in _CLOCK_CODES)
        label += (f" {clock} UTC" if clock and not has_clock else "") + number
        moments.append(Moment(label, name, f"{day}T{clock}" if clock else f"{day}", day, first, last, (observation,)))
    return moments
