"""The charts of an archive's page: scenes per period, means of percentages, the histogram of clouds."""

from __future__ import annotations

import statistics
from typing import NamedTuple

from markupsafe import Markup

from sentinel_toolkit.core.archive.counts import CLOUD_BINS, PeriodRow
from sentinel_toolkit.core.drawing import axes, marks
from sentinel_toolkit.core.drawing.axis_ticks import Tick, date_ticks, number_text, number_ticks
from sentinel_toolkit.core.drawing.frame import Frame
from sentinel_toolkit.core.drawing.legend import SIDE, legend
from sentinel_toolkit.core.drawing.svg import drawing

NAMES = {
    "cloud": "Cloud",
    "vegetation": "Vegetation",
    "water": "Water",
    "snow": "Snow and ice",
    "vegetation_clear": "Vegetation of the cloud-free part",
}
MAX_DAYS = 800  # with a column each: more are narrower than a pixel
TICK_ROOM = 76  # units that a date takes with the space around it
COUNT_TICKS = 6
HEADROOM = 1.06  # above the highest column
NUMBER_ROOM = 1.12  # above the highest column with a number on it
WIDEST = 64  # of a column: a single period is no wall
DENSE = 4  # units between periods: below, columns touch, for the gaps would flicker
SHARE_TICKS = [Tick(share, str(share)) for share in (0, 25, 50, 75, 100)]
COUNTS_SIZE, MEANS_SIZE, CLOUDS_SIZE = (1000, 230), (490, 168), (640, 250)  # units, width and height
KEYS = legend(
    (marks.bar("column", 3, 1, 12, 16), "Scenes"),
    (marks.levels("passes", [(1, SIDE / 2, SIDE - 2)]), "Acquisitions: the tiles of one pass count once"),
)


class Chart(NamedTuple):
    """A chart, and what it shows in words."""

    said: str
    drawing: Markup


class MeansChart(NamedTuple):
    """A chart of the means of one percentage: its title, and the range and the number of the means in words."""

    title: str
    range: str
    number: str
    drawing: Markup


def counted(number: int, noun: str) -> str:
    """Return a number of things in words: 1 scene, 2,000 scenes."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def counts_by_period(rows: list[PeriodRow], kind: str) -> Chart:
    """Return the chart of scenes and acquisitions per period; ``kind`` is day, week or month."""
    busiest = max(rows, key=lambda row: row.scenes)
    total = sum(row.scenes for row in rows)
    passes = sum(row.acquisitions for row in rows)
    said = f"{counted(total, 'scene')} and {counted(passes, 'acquisition')} in {counted(len(rows), kind)}"
    if len(rows) > 1:
        said += f"; at most {counted(busiest.scenes, 'scene')}, in {busiest.label}"
    frame = Frame(58, 12, 970, 198, _days(rows), (0, busiest.scenes * HEADROOM))
    shown = [row for row in rows if row.scenes]
    parts = [
        axes.y_name(frame, "Scenes"),
        axes.y_axis(frame, _count_ticks(busiest.scenes)),
        axes.x_axis(frame, _time_ticks(rows, frame)),
        *(_column(row, frame) for row in shown),
        axes.floor(frame),
        marks.levels("passes", [_acquisitions(row, frame) for row in shown]),
    ]
    return Chart(said, drawing(f"Scenes per {kind}: {said}", *COUNTS_SIZE, *parts))


def _days(rows: list[PeriodRow]) -> tuple[float, float]:
    """Return the range of the time axis: the first day, and the day after the last one, as ordinals."""
    return rows[0].start.toordinal(), rows[-1].end.toordinal() + 1


def _time_ticks(rows: list[PeriodRow], frame: Frame) -> list[Tick]:
    """Return the ticks of the time axis: the periods themselves where there is room, else round dates."""
    room = int(frame.width / TICK_ROOM)
    if len(rows) <= room:
        return [Tick(_middle(row), row.label) for row in rows]
    half = 0.5 if rows[0].start == rows[0].end else 0.0  # a day's name stands below its middle
    return [Tick(tick.value.toordinal() + half, tick.text) for tick in date_ticks(rows[0].start, rows[-1].end, room)]


def _middle(row: PeriodRow) -> float:
    return (row.start.toordinal() + row.end.toordinal() + 1) / 2


def _count_ticks(highest: int) -> list[Tick]:
    """Return whole numbers only."""
    return number_ticks(0, highest, min(COUNT_TICKS, highest + 1))


def _span(row: PeriodRow, frame: Frame) -> tuple[float, float]:
    """Return (left, width) of the column of a period."""
    left, right = frame.to_x(float(row.start.toordinal())), frame.to_x(row.end.toordinal() + 1.0)
    pitch = right - left
    width = pitch if pitch < DENSE else min(0.84 * pitch, WIDEST)
    return (left + right - width) / 2, width


def _column(row: PeriodRow, frame: Frame) -> Markup:
    left, width = _span(row, frame)
    top = frame.to_y(float(row.scenes))
    said = f"{row.label}: {counted(row.scenes, 'scene')}, {counted(row.acquisitions, 'acquisition')}"
    return marks.bar("column", left, top, width, frame.bottom - top, said)


def _acquisitions(row: PeriodRow, frame: Frame) -> tuple[float, float, float]:
    """Return the dash (left, y, width) at the acquisitions of a period."""
    left, width = _span(row, frame)
    return left, frame.to_y(float(row.acquisitions)), width


def means_by_period(rows: list[PeriodRow], name: str, kind: str) -> MeansChart | None:
    """Return the chart of the means of one percentage, or None where no scene has it.

    Parameters
    ----------
    rows
    name
        Of the percentage, one of NAMES.
    kind
        week or month.
    """
    known = [row for row in rows if row.means[name] is not None]
    if not known:
        return None
    means = [mean for row in known if (mean := row.means[name]) is not None]
    counts = [row.counts[name] for row in known]
    span = (
        f"{number_text(min(means), 1)} to {number_text(max(means), 1)} %, "
        f"median {number_text(statistics.median(means), 1)} %"
    )
    number = (
        f"n = {counted(sum(counts), 'scene')} in {len(known):,} of {counted(len(rows), kind)}, "
        f"{statistics.median(counts):g} each in the median"
    )
    said = f"{NAMES[name]}, means per {kind}: {span}; {number}"
    return MeansChart(NAMES[name], span, number, drawing(said, *MEANS_SIZE, *_means(rows, name)))


def _means(rows: list[PeriodRow], name: str) -> list[Markup]:
    """Return what is drawn of means: a line that is broken at every period without one, and a dot for each."""
    frame = Frame(50, 10, 462, 136, _days(rows), (0, 100))
    radius = 2.6 if frame.width / len(rows) > DENSE else 1.3
    runs: list[list[marks.Point]] = [[]]
    dots = []
    for row in rows:
        mean = row.means[name]
        if mean is None:
            runs.append([])
            continue
        x, y = frame.to_x(_middle(row)), frame.to_y(mean)
        runs[-1].append((x, y))
        said = f"{row.label}: {number_text(mean, 1)} %, {counted(row.counts[name], 'scene')}"
        dots.append(marks.dot("dot", x, y, radius, said))
    return [
        axes.y_name(frame, "%"),
        axes.y_axis(frame, SHARE_TICKS),
        axes.x_axis(frame, _time_ticks(rows, frame)),
        axes.floor(frame),
        marks.line("mean", [run for run in runs if run]),
        *dots,
    ]


def cloud_columns(counts: list[int]) -> Markup:
    """Return the histogram of cloud cover; ``counts`` are the scenes in each tenth of it."""
    highest = max(*counts, 1)
    frame = Frame(58, 12, 610, 198, (0, 100), (0, highest * NUMBER_ROOM))
    step = 100 // CLOUD_BINS
    told = [f"{at * step} to {at * step + step} %: {counted(count, 'scene')}" for at, count in enumerate(counts)]
    columns, numbers = [], []
    for place, (count, said) in enumerate(zip(counts, told, strict=True)):
        left, right, top = frame.to_x(place * step), frame.to_x((place + 1) * step), frame.to_y(count)
        columns.append(marks.bar("column", left + 1, top, right - left - 2, frame.bottom - top, said))
        numbers.append(marks.text((left + right) / 2, top - 5, f"{count:,}", "small", "middle"))
    parts = [
        axes.y_name(frame, "Scenes"),
        axes.y_axis(frame, _count_ticks(highest)),
        axes.x_axis(frame, [Tick(value, str(value)) for value in range(0, 101, 2 * step)]),
        *columns,
        axes.floor(frame),
        *numbers,
        axes.x_name(frame, "Cloud cover of the scene [%]"),
    ]
    return drawing("Cloud cover of the scenes: " + "; ".join(told), *CLOUDS_SIZE, *parts)
