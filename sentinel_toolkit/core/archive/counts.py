"""What an archive holds over an area: scenes counted by period, orbit and tile, means of what they show, gaps."""

from __future__ import annotations

import collections
import datetime
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.dates.periods import Period, period_of
from sentinel_toolkit.core.dates.solar import local_solar_time

SHARES = ("cloud", "vegetation", "water", "snow", "vegetation_clear")  # percentages that are averaged
LEAST_CLEAR_PERCENT = 5  # of a scene, below which its vegetation is a share of nearly nothing
CLEAR_BELOW_PERCENT = 20  # of cloud: a scene that most work can use
LONGEST_GAPS = 5
ALIKE = 1e-9  # %, by which means may differ and still be one: rounding has no correlation
CLOUD_BINS = 10  # of the histogram, each so many percent wide
_DAY = datetime.timedelta(1)


class CountedScene(Protocol):
    """What is counted of a scene: percentages are 0-100 or None, times are UTC, the footprint is in EPSG:4326."""

    @property
    def id(self) -> str: ...
    @property
    def datetime(self) -> datetime.datetime: ...
    @property
    def footprint(self) -> BaseGeometry: ...
    @property
    def acquisition(self) -> tuple[str, str]: ...
    @property
    def tile(self) -> str: ...
    @property
    def relative_orbit(self) -> int | None: ...
    @property
    def cloud(self) -> float | None: ...
    @property
    def vegetation(self) -> float | None: ...
    @property
    def water(self) -> float | None: ...
    @property
    def snow(self) -> float | None: ...
    @property
    def size_mb(self) -> float | None: ...


class FoundScene(Protocol):
    """A scene and the share (0-100) of the area that it covers; None where unknown."""

    @property
    def scene(self) -> CountedScene: ...
    @property
    def coverage(self) -> float | None: ...


@dataclass(frozen=True)
class Sight:
    """A scene as it is seen from the area."""

    scene: CountedScene
    day: datetime.date
    """The mean solar one at the area's centre."""
    coverage: float | None = None
    """Share (0-100) of the area that it covers."""

    @property
    def shares(self) -> dict[str, float | None]:
        """Return the percentages that are averaged, None where unknown; vegetation_clear is of the cloud-free part."""
        cloud, vegetation = self.scene.cloud, self.scene.vegetation
        known = {name: getattr(self.scene, name) for name in SHARES[:4]}
        of_clear = None
        if vegetation is not None and cloud is not None and 100 - cloud >= LEAST_CLEAR_PERCENT:
            of_clear = min(100 * vegetation / (100 - cloud), 100.0)
        return {**known, "vegetation_clear": of_clear}


@dataclass(frozen=True)
class PeriodRow:
    """One period: its first and last day, and how many scenes and acquisitions it has."""

    label: str
    start: datetime.date
    end: datetime.date
    scenes: int
    acquisitions: int
    means: dict[str, float | None]
    """Of each of SHARES, None where unknown."""
    counts: dict[str, int]
    """Of how many scenes each is the mean."""


@dataclass(frozen=True)
class SceneGroup:
    """Scenes of one orbit or tile: how many scenes and acquisitions; None where something is unknown."""

    name: str
    scenes: int
    acquisitions: int
    cloud: float | None
    """Their mean."""
    coverage: float | None
    """The mean share of the area that they cover."""
    days_between: float | None
    """Between acquisitions, in the mean."""


@dataclass(frozen=True)
class Gap:
    """Days between two acquisitions that follow each other.

    >>> Gap(datetime.date(2024, 2, 28), datetime.date(2024, 3, 4)).days
    5
    """

    start: datetime.date
    end: datetime.date

    @property
    def days(self) -> int:
        return (self.end - self.start).days


@dataclass(frozen=True)
class Correlations:
    """Pearson's r between means of periods, (name, name), NaN where unknown."""

    names: tuple[str, ...]
    values: NDArray[np.float64]
    counts: NDArray[np.int_]
    """Of how many periods."""


def sights_of(found: Iterable[FoundScene], longitude_deg: float) -> list[Sight]:
    """Return the Sights of Found scenes, in time order; days are mean solar ones at a longitude."""
    sights = [
        Sight(entry.scene, local_solar_time(entry.scene.datetime, longitude_deg).date(), entry.coverage)
        for entry in found
    ]
    return sorted(sights, key=lambda sight: (sight.scene.datetime, sight.scene.id))


def rows_by_period(sights: Sequence[Sight], kind: str) -> list[PeriodRow]:
    """Return a PeriodRow for each period from the first to the last scene; empty ones have 0 scenes.

    Parameters
    ----------
    kind
        day, week or month.
    """
    groups: dict[Period, list[Sight]] = collections.defaultdict(list)
    for sight in sights:
        groups[period_of(sight.day, kind)].append(sight)
    rows, day, last = [], sights[0].day, sights[-1].day
    while True:
        period = period_of(day, kind)
        rows.append(_row(period, groups.get(period, [])))
        if period.end >= last:
            return rows
        day = period.end + _DAY


def _row(period: Period, sights: Sequence[Sight]) -> PeriodRow:
    means, counts = _means(sights)
    return PeriodRow(period.label, period.start, period.end, len(sights), _acquisitions(sights), means, counts)


def _means(sights: Sequence[Sight]) -> tuple[dict[str, float | None], dict[str, int]]:
    """Return (means, counts) of the percentages of scenes."""
    shares = [sight.shares for sight in sights]
    known = {name: [percent for share in shares if (percent := share[name]) is not None] for name in SHARES}
    means = {name: float(np.mean(values)) if values else None for name, values in known.items()}
    return means, {name: len(values) for name, values in known.items()}


def _acquisitions(sights: Sequence[Sight]) -> int:
    return len({sight.scene.acquisition for sight in sights})


def groups_by(sights: Iterable[Sight], name_of: Callable[[CountedScene], str]) -> list[SceneGroup]:
    """Return a SceneGroup for each name that ``name_of`` gives a scene (empty: left out), most scenes first."""
    groups: dict[str, list[Sight]] = collections.defaultdict(list)
    for sight in sights:
        groups[name_of(sight.scene)].append(sight)
    groups.pop("", None)
    described = (_group(name, members) for name, members in groups.items())
    return sorted(described, key=lambda group: (-group.scenes, group.name))


def _group(name: str, sights: Sequence[Sight]) -> SceneGroup:
    coverages = [sight.coverage for sight in sights if sight.coverage is not None]
    days = sorted({sight.day for sight in sights})
    between = (days[-1] - days[0]).days / (len(days) - 1) if len(days) > 1 else None
    cloud = _means(sights)[0]["cloud"]
    return SceneGroup(
        name, len(sights), _acquisitions(sights), cloud, float(np.mean(coverages)) if coverages else None, between
    )


def correlations_of(rows: Sequence[PeriodRow]) -> Correlations:
    """Return the Correlations between the mean percentages of periods.

    Plain percentages sum to 100, so that part of their correlation is arithmetic; vegetation_clear is free of that.
    """
    table = np.array([[np.nan if row.means[name] is None else row.means[name] for name in SHARES] for row in rows])
    size = len(SHARES)
    values, counts = np.full((size, size), np.nan), np.zeros((size, size), int)
    for row, column in itertools.product(range(size), repeat=2):
        both = np.isfinite(table[:, row]) & np.isfinite(table[:, column])
        x, y = table[both, row], table[both, column]
        counts[row, column] = x.size
        if x.size > 2 and min(np.ptp(x), np.ptp(y)) > ALIKE:
            values[row, column] = np.corrcoef(x, y)[0, 1]
    return Correlations(SHARES, values, counts)


def longest_gaps(sights: Iterable[Sight]) -> list[Gap]:
    """Return the longest Gaps between days with a scene, the longest first."""
    days = sorted({sight.day for sight in sights})
    gaps = [Gap(start, end) for start, end in itertools.pairwise(days)]
    return sorted(gaps, key=lambda gap: (-gap.days, gap.start))[:LONGEST_GAPS]


def clear_ones(sights: Iterable[Sight]) -> list[Sight]:
    """Return the Sights with at most 20 % cloud."""
    return [sight for sight in sights if sight.scene.cloud is not None and sight.scene.cloud <= CLEAR_BELOW_PERCENT]


def cloud_histogram(sights: Sequence[Sight]) -> tuple[list[int], int]:
    """Return (scenes in each tenth of cloud cover, ten integers; how many scenes have no cloud cover)."""
    clouds = [sight.scene.cloud for sight in sights if sight.scene.cloud is not None]
    counts, _ = np.histogram(np.clip(clouds, 0, 100), bins=CLOUD_BINS, range=(0, 100))
    return counts.tolist(), len(sights) - len(clouds)


def calendar_of(sights: Iterable[Sight]) -> dict[datetime.date, tuple[int, float | None]]:
    """Return day → (scenes, least cloud or None)."""
    days: dict[datetime.date, list[float | None]] = collections.defaultdict(list)
    for sight in sights:
        days[sight.day].append(sight.scene.cloud)
    return {
        day: (len(clouds), min((cloud for cloud in clouds if cloud is not None), default=None))
        for day, clouds in sorted(days.items())
    }


def download_size(sights: Sequence[Sight]) -> tuple[float | None, int]:
    """Return (MB of whole products, how many are estimated by the mean of the others); None where none is known."""
    known = [sight.scene.size_mb for sight in sights if sight.scene.size_mb is not None]
    if not known:
        return None, len(sights)
    missing = len(sights) - len(known)
    return float(sum(known) + missing * np.mean(known)), missing
