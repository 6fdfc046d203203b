"""The page that shows what an archive holds over an area, in a file that needs no other."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.archive import calendar, charts
from sentinel_toolkit.core.archive.charts import counted
from sentinel_toolkit.core.archive.counts import (
    CLEAR_BELOW_PERCENT,
    SHARES,
    PeriodRow,
    SceneGroup,
    Sight,
    clear_ones,
    cloud_histogram,
    correlations_of,
    download_size,
    groups_by,
    longest_gaps,
)
from sentinel_toolkit.core.archive.map import footprint_map
from sentinel_toolkit.core.drawing.axis_ticks import number_text
from sentinel_toolkit.core.drawing.pages import write_page

KINDS = ("month", "week", "day")
YEAR_DAYS = 365
MAX_GROUPS = 30  # rows of a table
SIZES = (("TB", 1e6), ("GB", 1e3), ("MB", 1.0))  # MB in each; decimal, as catalogues count
Figure = tuple[str, str, str]  # name, number and remark
WHITE = (255, 255, 255)
NEGATIVE, POSITIVE = (230, 140, 60), (90, 160, 208)  # orange and blue: told apart by all, and dark text is read on both


@dataclass(frozen=True)
class ArchivePage:
    """All that the page shows, in its order.

    Attributes
    ----------
    title, subtitle
    sights
        In time order, at least one.
    rows
        day, week and month → their periods.
    period
        Which of these was asked for and comes first.
    area
        In longitude and latitude; may run past ±180°.
    warnings
    facts
        Name → text: how it was made.
    credit
        Of the sources; may be empty.
    """

    title: str
    subtitle: str
    sights: list[Sight]
    rows: dict[str, list[PeriodRow]]
    period: str
    area: BaseGeometry | None
    warnings: tuple[str, ...]
    facts: dict[str, str]
    credit: str


def write_archive_report(path: Path, page: ArchivePage) -> None:
    """Write the page: key figures, scenes per period, calendar, clouds, means, correlations, tables and footprints.

    The file contains all it needs, neither script nor reference; every text is escaped.

    Parameters
    ----------
    path
        Of the HTML file, in the job's part folder.
    page
    """
    years, earlier = calendar.calendar_years(page.sights)
    counts, unknown = cloud_histogram(page.sights)
    means = [kind for kind in _kinds(page) if kind != "day"]
    write_page(
        path,
        "scene_statistics.html",
        page=page,
        figures=_figures(page.sights),
        counts=[_counts(page.rows[kind], kind) for kind in _kinds(page)],
        count_keys=charts.KEYS,
        calendar_keys=calendar.calendar_keys(),
        years=years,
        earlier=earlier,
        clouds=sum(counts) and charts.cloud_columns(counts),
        cloudless=unknown and f"The cloud cover of {unknown:,} of {counted(len(page.sights), 'scene')} is unknown.",
        means=[_means(page.rows[kind], kind) for kind in means],
        matrices=[_matrix(page.rows[kind], kind) for kind in means],
        ramp=[(number_text(r, 1), _colour(r)) for r in (-1, -0.5, 0, 0.5, 1)],
        tables=_tables(page.sights),
        gaps=_gaps(page.sights),
        map=footprint_map(page.sights, page.area),
    )


def _kinds(page: ArchivePage) -> list[str]:
    """Return the kinds of periods, the one asked for first."""
    return sorted(KINDS, key=lambda kind: kind != page.period)


def _figures(sights: list[Sight]) -> list[Figure]:
    """Return (name, number, remark) of the key figures."""
    first, last = sights[0].day, sights[-1].day
    passes = len({sight.scene.acquisition for sight in sights})
    days = (last - first).days + 1
    return [
        ("Scenes", f"{len(sights):,}", ""),
        ("Acquisitions", f"{passes:,}", "the tiles of one pass count once"),
        ("First and last day", " to ".join(sorted({str(first), str(last)})), counted(days, "day")),
        _frequency(sights, last, days),
        _clear_share(sights),
        _longest_gap(sights),
        _download(sights),
    ]


def _frequency(sights: list[Sight], last: datetime.date, days: int) -> Figure:
    """Return the figure of acquisitions a week in the record's last year, or in all of it if it is shorter."""
    shown = min(days, YEAR_DAYS)
    passes = {sight.scene.acquisition for sight in sights if (last - sight.day).days < shown}
    span = "in the record's last year" if days >= YEAR_DAYS else f"in a record of {counted(days, 'day')}"
    return "Acquisitions a week", number_text(7 * len(passes) / max(shown, 7), 1), span


def _clear_share(sights: list[Sight]) -> Figure:
    name = f"Cloud at most {CLEAR_BELOW_PERCENT} %"
    known = sum(sight.scene.cloud is not None for sight in sights)
    if not known:
        return name, "unknown", "no scene has a cloud cover"
    clear = len(clear_ones(sights))
    return name, f"{number_text(100 * clear / known, 0)} %", f"{clear:,} of {counted(known, 'scene')}"


def _longest_gap(sights: list[Sight]) -> Figure:
    gaps = longest_gaps(sights)
    if not gaps:
        return "Longest gap", "none", "all on one day"
    return "Longest gap", counted(gaps[0].days, "day"), f"{gaps[0].start} to {gaps[0].end}"


def _download(sights: list[Sight]) -> Figure:
    """Return the figure of what all whole products weigh."""
    size_mb, missing = download_size(sights)
    if size_mb is None:
        return "Download of whole products", "unknown", "no scene has a size"
    unit, unit_mb = next(((unit, mb) for unit, mb in SIZES if size_mb >= mb), SIZES[-1])
    value = size_mb / unit_mb
    remark = f"{missing:,} of {len(sights):,} estimated" if missing else ""
    return "Download of whole products", f"{number_text(value, (value < 100) + (value < 10))} {unit}", remark


def _counts(rows: list[PeriodRow], kind: str) -> dict[str, object]:
    """Return the chart of scenes per period, or why there is none."""
    has_room = kind != "day" or len(rows) <= charts.MAX_DAYS
    return {"kind": kind, "periods": f"{len(rows):,}", "chart": has_room and charts.counts_by_period(rows, kind)}


def _means(rows: list[PeriodRow], kind: str) -> dict[str, object]:
    """Return the charts of means, and the names of percentages that no scene has."""
    drawn = {name: charts.means_by_period(rows, name, kind) for name in SHARES}
    return {
        "kind": kind,
        "charts": [chart for chart in drawn.values() if chart],
        "unknown": [charts.NAMES[name] for name, chart in drawn.items() if not chart],
    }


def _matrix(rows: list[PeriodRow], kind: str) -> dict[str, object]:
    """Return the matrix of correlations between the percentages that are known, as texts and colours."""
    found = correlations_of(rows)
    known = [place for place in range(len(found.names)) if found.counts[place, place]]
    names = [charts.NAMES[found.names[place]] for place in known]
    numbers = sorted({int(count) for count in found.counts[np.ix_(known, known)].ravel()})
    return {
        "kind": kind,
        "names": names,
        "number": _range(numbers, kind) if known else "",
        "rows": [
            (name, [_cell(found.values[place, other], found.counts[place, other], kind) for other in known])
            for name, place in zip(names, known, strict=True)
        ],
    }


def _range(numbers: list[int], noun: str) -> str:
    """Return the least and the greatest of sorted numbers in words."""
    least = f"{numbers[0]:,}–" if numbers[0] < numbers[-1] else ""
    return least + counted(numbers[-1], noun)


def _cell(r: float, count: int, kind: str) -> dict[str, object]:
    is_known = bool(np.isfinite(r))
    text = number_text(float(r), 2) if is_known else "–"
    said = f"r = {text}" if is_known else "unknown"
    return {
        "text": text,
        "said": f"{said}, n = {counted(int(count), kind)}",
        "colour": _colour(float(r) if is_known else 0),
    }


def _colour(r: float) -> str:
    """Return the colour of a correlation: white is none."""
    end = POSITIVE if r > 0 else NEGATIVE
    share = min(abs(r), 1.0)
    mixed = (round(white + share * (colour - white)) for white, colour in zip(WHITE, end, strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _tables(sights: list[Sight]) -> list[dict[str, object]]:
    """Return the tables of scenes by orbit and by tile."""
    kinds = (
        ("relative orbit", lambda scene: "" if scene.relative_orbit is None else str(scene.relative_orbit)),
        ("tile", lambda scene: scene.tile),
    )
    return [_table(noun, groups_by(sights, name_of), len(sights)) for noun, name_of in kinds]


def _table(noun: str, groups: list[SceneGroup], scenes: int) -> dict[str, object]:
    missing = scenes - sum(group.scenes for group in groups)
    more = len(groups) - MAX_GROUPS
    notes = [
        f"The {MAX_GROUPS} with most scenes are listed, {counted(more, noun)} more are not." if more > 0 else "",
        f"{counted(missing, 'scene')} of {scenes:,} without {noun}." if missing and groups else "",
    ]
    return {
        "noun": noun,
        "has_coverage": any(group.coverage is not None for group in groups),
        "rows": [_group(group) for group in groups[:MAX_GROUPS]],
        "note": " ".join(filter(None, notes)),
    }


def _group(group: SceneGroup) -> dict[str, object]:
    return {
        "name": group.name,
        "scenes": f"{group.scenes:,}",
        "acquisitions": f"{group.acquisitions:,}",
        "cloud": _number(group.cloud),
        "coverage": _number(group.coverage),
        "days_between": _number(group.days_between),
    }


def _number(value: float | None) -> str:
    return "–" if value is None else number_text(value, 1)


def _gaps(sights: list[Sight]) -> list[dict[str, object]]:
    """Return the tables of the longest gaps, between all scenes and between clear ones."""
    clear = f"Between scenes with at most {CLEAR_BELOW_PERCENT} % cloud"
    return [
        {"title": title, "rows": [(gap.start, gap.end, f"{gap.days:,}") for gap in longest_gaps(chosen)]}
        for title, chosen in (("Between all scenes", sights), (clear, clear_ones(sights)))
    ]
