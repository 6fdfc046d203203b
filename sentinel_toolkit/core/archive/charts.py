"""The charts of an archive's page: where columns, lines and ticks stand in them; the template draws what this places.

All places are in SVG's units; numbers are written as the page shows them.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from sentinel_toolkit.core.archive.counts import CLOUD_BINS
from sentinel_toolkit.core.drawing.axis_ticks import date_ticks, number_text, number_ticks

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
WIDEST = 64  # of a column: a single period is no wall
DENSE = 4  # units between periods: below, columns touch, for the gaps would flicker
SHARE_TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Frame:
    """A plot: x runs from start to end, y from 0 to most; it stands between the margins of a drawing of some size."""

    start: float
    end: float
    most: float
    width: float = 1000
    height: float = 230
    left: float = 58
    right_margin: float = 30
    top: float = 12
    below: float = 32

    @property
    def right(self):
        return self.width - self.right_margin

    @property
    def bottom(self):
        return self.height - self.below

    def x(self, value):
        """Return where a value of the horizontal axis stands."""
        return self.left + (self.right - self.left) * (value - self.start) / (self.end - self.start)

    def y(self, value):
        """Return where a value of the vertical axis stands."""
        return self.bottom - (self.bottom - self.top) * value / self.most


def counted(number, noun):
    """Return a number of things in words: 1 scene, 2,000 scenes."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def counts_by_period(rows, kind):
    """Return the chart of scenes and acquisitions per period.

    Parameters
    ----------
    rows : list of PeriodRow
    kind : str
        day, week or month.

    Returns
    -------
    dict
    """
    busiest = max(rows, key=lambda row: row.scenes)
    frame = _time_frame(rows, busiest.scenes * HEADROOM)
    total = sum(row.scenes for row in rows)
    passes = sum(row.acquisitions for row in rows)
    said = f"{counted(total, 'scene')} and {counted(passes, 'acquisition')} in {counted(len(rows), kind)}"
    if len(rows) > 1:
        said += f"; at most {counted(busiest.scenes, 'scene')}, in {busiest.label}"
    return {
        "frame": frame,
        "label": "Scenes",
        "said": said,
        "x_ticks": _time_ticks(rows, frame),
        "y_ticks": [(frame.y(tick.value), tick.text) for tick in _count_ticks(busiest.scenes)],
        "columns": [_column(row, frame) for row in rows if row.scenes],
        "marks": " ".join(_acquisitions(row, frame) for row in rows if row.scenes),
    }


def _time_frame(rows, most, **size):
    return Frame(rows[0].start.toordinal(), rows[-1].end.toordinal() + 1, most, **size)


def _time_ticks(rows, frame):
    """Return (x, text) along the time axis: the periods themselves where there is room, else round dates."""
    room = int((frame.right - frame.left) / TICK_ROOM)
    if len(rows) <= room:
        return [(frame.x(_middle(row)), row.label) for row in rows]
    half = 0.5 if rows[0].start == rows[0].end else 0.0  # a day's name stands below its middle
    ticks = date_ticks(rows[0].start, rows[-1].end, room)
    return [(frame.x(tick.value.toordinal() + half), tick.text) for tick in ticks]


def _middle(row):
    return (row.start.toordinal() + row.end.toordinal() + 1) / 2


def _count_ticks(highest):
    """Return whole numbers only."""
    return number_ticks(0, highest, min(COUNT_TICKS, highest + 1))


def _span(row, frame):
    """Return (left, width) of the column of a period."""
    left, right = frame.x(row.start.toordinal()), frame.x(row.end.toordinal() + 1)
    pitch = right - left
    width = pitch if pitch < DENSE else min(0.84 * pitch, WIDEST)
    return (left + right - width) / 2, width


def _column(row, frame):
    left, width = _span(row, frame)
    top = frame.y(row.scenes)
    said = f"{row.label}: {counted(row.scenes, 'scene')}, {counted(row.acquisitions, 'acquisition')}"
    return _rectangle(left, top, width, frame.bottom - top, said)


def _rectangle(left, top, width, height, said):
    places = {"x": left, "y": top, "width": width, "height": height}
    return {**{name: f"{value:.2f}".rstrip("0").rstrip(".") for name, value in places.items()}, "said": said}


def _acquisitions(row, frame):
    left, width = _span(row, frame)
    return f"M{left:.1f} {frame.y(row.acquisitions):.1f}h{width:.1f}"


def means_by_period(rows, name, kind):
    """Return the chart of the means of one percentage, or None where no scene has it.

    Parameters
    ----------
    rows : list of PeriodRow
    name : str
        Of the percentage, one of NAMES.
    kind : str
        week or month.

    Returns
    -------
    dict or None
    """
    known = [row for row in rows if row.means[name] is not None]
    if not known:
        return None
    frame = _time_frame(rows, 100, width=490, height=168, left=50, right_margin=28, top=10)
    means = [row.means[name] for row in known]
    counts = [row.counts[name] for row in known]
    return {
        "frame": frame,
        "title": NAMES[name],
        "label": "%",
        "number": f"n = {counted(sum(counts), 'scene')} in {len(known):,} of {counted(len(rows), kind)}, "
        f"{statistics.median(counts):g} each in the median",
        "range": f"{number_text(min(means), 1)} to {number_text(max(means), 1)} %, "
        f"median {number_text(statistics.median(means), 1)} %",
        "x_ticks": _time_ticks(rows, frame),
        "y_ticks": [(frame.y(value), str(value)) for value in SHARE_TICKS],
        "line": _line(rows, name, frame),
        "radius": 2.6 if (frame.right - frame.left) / len(rows) > DENSE else 1.3,
        "points": [_point(row, name, frame) for row in known],
    }


def _line(rows, name, frame):
    """Return a path through the means, broken at every period without one."""
    parts, command = [], "M"
    for row in rows:
        mean = row.means[name]
        if mean is not None:
            parts.append(f"{command}{frame.x(_middle(row)):.1f} {frame.y(mean):.1f}")
        command = "M" if mean is None else "L"
    return "".join(parts)


def _point(row, name, frame):
    mean = row.means[name]
    said = f"{row.label}: {number_text(mean, 1)} %, {counted(row.counts[name], 'scene')}"
    return {"x": f"{frame.x(_middle(row)):.1f}", "y": f"{frame.y(mean):.1f}", "said": said}


def cloud_columns(counts):
    """Return the histogram of cloud cover.

    Parameters
    ----------
    counts : list of int
        Scenes in each tenth of cloud cover.

    Returns
    -------
    dict
    """
    highest = max(*counts, 1)
    frame = Frame(0, 100, highest * 1.12, width=640, height=250, below=52)
    step = 100 // CLOUD_BINS
    columns = []
    for place, count in enumerate(counts):
        left, right, top = frame.x(place * step), frame.x((place + 1) * step), frame.y(count)
        said = f"{place * step} to {place * step + step} %: {counted(count, 'scene')}"
        column = _rectangle(left + 1, top, right - left - 2, frame.bottom - top, said)
        columns.append({**column, "middle": (left + right) / 2, "text": f"{count:,}"})
    return {
        "frame": frame,
        "label": "Scenes",
        "said": "Cloud cover of the scenes: " + "; ".join(column["said"] for column in columns),
        "x_ticks": [(frame.x(value), str(value)) for value in range(0, 101, 2 * step)],
        "y_ticks": [(frame.y(tick.value), tick.text) for tick in _count_ticks(highest)],
        "columns": columns,
    }
