"""What an archive holds over an area: scenes counted by period, orbit and tile, means of what they show, gaps."""

from __future__ import annotations

import collections
import datetime
import itertools
from dataclasses import dataclass

import numpy as np

from sentinel_toolkit.core.dates.periods import period_of
from sentinel_toolkit.core.dates.solar import local_solar_time

SHARES = ("cloud", "vegetation", "water", "snow", "vegetation_clear")  # percentages that are averaged
LEAST_CLEAR_PERCENT = 5  # of a scene, below which its vegetation is a share of nearly nothing
CLEAR_BELOW_PERCENT = 20  # of cloud: a scene that most work can use
LONGEST_GAPS = 5
ALIKE = 1e-9  # %, by which means may differ and still be one: rounding has no correlation
CLOUD_BINS = 10  # of the histogram, each so many percent wide
_DAY = datetime.timedelta(1)


@dataclass(frozen=True)
class Sight:
    """A scene with its mean solar day at the area's centre, and the share (0-100) of the area that it covers."""

    scene: object
    day: datetime.date
    coverage: float | None = None

    @property
    def shares(self):
        """Return the percentages that are averaged, None where unknown; vegetation_clear is of the cloud-free part."""
        scene = self.scene
        known = {name: getattr(scene, name) for name in SHARES[:4]}
        clear = None if scene.cloud is None else 100 - scene.cloud
        has_both = scene.vegetation is not None and clear is not None and clear >= LEAST_CLEAR_PERCENT
        return {**known, "vegetation_clear": min(100 * scene.vegetation / clear, 100.0) if has_both else None}


@dataclass(frozen=True)
class PeriodRow:
    """One period: label, first and last day, how many scenes and acquisitions, means of percentages (None: unknown),
    and of how many scenes each is the mean.
    """

    label: str
    start: datetime.date
    end: datetime.date
    scenes: int
    acquisitions: int
    means: dict
    counts: dict


@dataclass(frozen=True)
class SceneGroup:
    """Scenes of one orbit or tile: how many scenes and acquisitions, their mean cloud, the mean coverage of the area,
    and the mean days between acquisitions; None where unknown.
    """

    name: str
    scenes: int
    acquisitions: int
    cloud: float | None
    coverage: float | None
    days_between: float | None


@dataclass(frozen=True)
class Gap:
    """Days between two acquisitions that follow each other."""

    start: datetime.date
    end: datetime.date

    @property
    def days(self):
        return (self.end - self.start).days


@dataclass(frozen=True)
class Correlations:
    """Pearson's r between means of periods, (name, name), NaN where unknown; ``counts`` of how many periods."""

    names: tuple
    values: np.ndarray
    counts: np.ndarray


def sights_of(found, longitude_deg):
    """Return the Sights of Found scenes, in time order; days are mean solar ones at a longitude."""
    sights = [
        Sight(entry.scene, local_solar_time(entry.scene.datetime, longitude_deg).date(), entry.coverage)
        for entry in found
    ]
    return sorted(sights, key=lambda sight: (sight.scene.datetime, sight.scene.id))


def rows_by_period(sights, kind):
    """Return a PeriodRow for each period from the first to the last scene; empty ones have 0 scenes.

    Parameters
    ----------
    sights : list of Sight
    kind : str
        day, week or month.
    """
    groups = collections.defaultdict(list)
    for sight in sights:
        groups[period_of(sight.day, kind)].append(sight)
    rows, day, last = [], sights[0].day, sights[-1].day
    while True:
        period = period_of(day, kind)
        rows.append(_row(period, groups.get(period, [])))
        if period.end >= last:
            return rows
        day = period.end + _DAY


def _row(period, sights):
    means, counts = _means(sights)
    return PeriodRow(period.label, period.start, period.end, len(sights), _acquisitions(sights), means, counts)


def _means(sights):
    """Return (means, counts) of the percentages of scenes."""
    shares = [sight.shares for sight in sights]
    known = {name: [share[name] for share in shares if share[name] is not None] for name in SHARES}
    means = {name: float(np.mean(values)) if values else None for name, values in known.items()}
    return means, {name: len(values) for name, values in known.items()}


def _acquisitions(sights):
    return len({sight.scene.acquisition for sight in sights})


def groups_by(sights, name_of):
    """Return a SceneGroup for each name that ``name_of`` gives a scene (empty: left out), most scenes first."""
    groups = collections.defaultdict(list)
    for sight in sights:
        groups[name_of(sight.scene)].append(sight)
    groups.pop("", None)
    described = (_group(name, members) for name, members in groups.items())
    return sorted(described, key=lambda group: (-group.scenes, group.name))


def _group(name, sights):
    coverages = [sight.coverage for sight in sights if sight.coverage is not None]
    days = sorted({sight.day for sight in sights})
    between = (days[-1] - days[0]).days / (len(days) - 1) if len(days) > 1 else None
    cloud = _means(sights)[0]["cloud"]
    return SceneGroup(
        name, len(sights), _acquisitions(sights), cloud, float(np.mean(coverages)) if coverages else None, between
    )


def correlations_of(rows):
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


def longest_gaps(sights):
    """Return the longest Gaps between days with a scene, the longest first."""
    days = sorted({sight.day for sight in sights})
    gaps = [Gap(start, end) for start, end in itertools.pairwise(days)]
    return sorted(gaps, key=lambda gap: (-gap.days, gap.start))[:LONGEST_GAPS]


def clear_ones(sights):
    """Return the Sights with at most 20 % cloud."""
    return [sight for sight in sights if sight.scene.cloud is not None and sight.scene.cloud <= CLEAR_BELOW_PERCENT]


def cloud_histogram(sights):
    """Return (scenes in each tenth of cloud cover, ten integers; how many scenes have no cloud cover)."""
    clouds = [sight.scene.cloud for sight in sights if sight.scene.cloud is not None]
    counts, _ = np.histogram(np.clip(clouds, 0, 100), bins=CLOUD_BINS, range=(0, 100))
    return counts.tolist(), len(sights) - len(clouds)


def calendar_of(sights):
    """Return day → (scenes, least cloud or None)."""
    days = collections.defaultdict(list)
    for sight in sights:
        days[sight.day].append(sight.scene.cloud)
    return {
        day: (len(clouds), min((cloud for cloud in clouds if cloud is not None), default=None))
        for day, clouds in sorted(days.items())
    }


def download_size(sights):
    """Return (MB of whole products, how many are estimated by the mean of the others); None where none is known."""
    known = [sight.scene.size_mb for sight in sights if sight.scene.size_mb is not None]
    if not known:
        return None, len(sights)
    missing = len(sights) - len(known)
    return float(sum(known) + missing * np.mean(known)), missing
