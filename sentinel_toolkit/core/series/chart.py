"""The page that shows the series of zones: one chart each, drawn as inline SVG, in a file that needs no other."""

from __future__ import annotations

import datetime
import itertools
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sentinel_toolkit.core.drawing import axes, marks
from sentinel_toolkit.core.drawing.axis_ticks import Tick, calendar_ticks, enclosing_ticks, number_text
from sentinel_toolkit.core.drawing.frame import Frame
from sentinel_toolkit.core.drawing.legend import SIDE, legend
from sentinel_toolkit.core.drawing.pages import write_page
from sentinel_toolkit.core.drawing.svg import drawing

MAX_ZONES = 50  # more would take a browser seconds and nobody scrolls through them: the table has all
LONG_GAP = 3  # times the median distance of dates: across a longer one the line would claim what nobody saw
MAX_TIME_TICKS = 14  # a year and a month of months; labels are some 40 units wide
MAX_VALUE_TICKS = 7
DENSE = 5  # units between dates: below, dots have no white edge, which would cut the line into crumbs
LABEL_LETTERS = 36  # that stand upright beside the plot
WIDTH, HEIGHT = 1200, 346  # units of a chart
LEFT, RIGHT = 66, 1190  # of the plot and of the strip of valid shares below it
PLOT, STRIP = (10, 246), (266, 304)  # tops and bottoms of both
YEAR_BELOW = 37  # units from the strip down to where years stand
Row = Mapping[str, Any]
_DAY = datetime.timedelta(1)


@dataclass(frozen=True)
class _Plot:
    """Where things stand in a chart, the same in all of a page; times are days, as ``_days`` counts them."""

    frame: Frame
    strip: Frame
    """Of the valid shares, in percent."""
    value_ticks: list[Tick]

    def text(self, value: float, more: int = 0) -> str:
        """Return a value as the axis writes it, with some decimals more."""
        return number_text(value, self.value_ticks[0].decimals + more)


@dataclass(frozen=True)
class _Point:
    """A row of the table that is drawn, NaN where it has none; the time is UTC and has no zone."""

    time: datetime.datetime
    days: float
    used: bool
    mean: float
    p10: float
    p90: float
    valid_percent: float
    smoothed: float

    @property
    def judged(self) -> float:
        return self.mean if self.used else math.nan

    @property
    def is_hollow(self) -> bool:
        return math.isfinite(self.mean) and not self.used


def write_chart(
    path: Path,
    title: str,
    label: str,
    zones: Sequence[tuple[str, Sequence[Row]]],
    credit: str,
    facts: Mapping[str, object],
) -> None:
    """Write the page: a chart per zone with mean, spread, smoothed curve and valid share, all on the same scales.

    The file contains all it needs, neither script nor reference; every text is escaped. The line of the means is broken
    at a date without value and across gaps of more than three times the median distance of dates. Dates that are not
    used have a hollow dot, and are in no line and no average.

    Parameters
    ----------
    path
        Of the HTML file, in the job's part folder.
    title
    label
        Of the vertical axis, with the unit if there is one: ``LST [°C]``.
    zones
        Names and rows. Rows are dicts with ``date`` (ISO string or datetime; UTC), ``mean``, ``p10``, ``p90``,
        ``valid_percent``, ``smoothed`` and ``used``, others are ignored; NaN or None where there is no number. At least
        one row. The first 50 zones are drawn.
    credit
        Of the source.
    facts
        Name → value: how the series was made.
    """
    shown = [(str(name), _points(rows)) for name, rows in itertools.islice(zones, MAX_ZONES)]
    every = [point for _, points in shown for point in points]
    plot, times = _plot(every), sorted({point.time for point in every})
    write_page(
        path,
        "index_time_series.html",
        title=title,
        subtitle=f"{label}: {_count(len(zones), 'zone')}, {_count(len(times), 'date')}, "
        + " to ".join(sorted({f"{times[0]:%Y-%m-%d}", f"{times[-1]:%Y-%m-%d}"})),
        omitted=len(zones) > MAX_ZONES and f"The first {MAX_ZONES} of {len(zones)} zones are drawn; the table has all.",
        keys=_keys(any(math.isfinite(point.smoothed) for point in every), any(point.is_hollow for point in every)),
        zones=[_zone(name, points, plot, label) for name, points in shown],
        facts=facts.items(),
        credit=credit,
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _points(rows: Sequence[Row]) -> list[_Point]:
    """Return the rows in time order."""
    names = [field.name for field in fields(_Point)][3:]
    times = [_time(row["date"]) for row in rows]
    points = [
        _Point(time, _days(time), row["used"], *(float("nan" if row[name] is None else row[name]) for name in names))
        for time, row in zip(times, rows, strict=True)
    ]
    return sorted(points, key=lambda point: point.time)


def _time(date: str | datetime.datetime) -> datetime.datetime:
    time = date if isinstance(date, datetime.datetime) else datetime.datetime.fromisoformat(str(date))
    return time.astimezone(datetime.timezone.utc).replace(tzinfo=None) if time.tzinfo else time


def _days(time: datetime.datetime) -> float:
    """Return a time as days, counted as ordinals of dates are."""
    return (time - datetime.datetime.min) / _DAY + 1  # noqa: DTZ901 (all times are UTC)


def _plot(points: list[_Point]) -> _Plot:
    """Return the plot that has room for all points."""
    first, last = min(point.time for point in points), max(point.time for point in points)
    margin = max((last - first) * 0.015, _DAY / 2)
    shown = [value for point in points for value in (point.mean, point.smoothed)]
    shown += [value for point in points if point.used for value in (point.p10, point.p90)]
    shown = [value for value in shown if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(shown), max(shown)
    if high - low < 1e-9 * max(abs(low), abs(high), 1):
        room = abs(low) / 10 or 1.0
        low, high = low - room, high + room
    ticks = enclosing_ticks(low, high, MAX_VALUE_TICKS)
    days = _days(first - margin), _days(last + margin)
    frame = Frame(LEFT, PLOT[0], RIGHT, PLOT[1], days, (ticks[0].value, ticks[-1].value))
    return _Plot(frame, Frame(LEFT, STRIP[0], RIGHT, STRIP[1], days, (0, 100)), ticks)


def _time_ticks(plot: _Plot) -> list[tuple[float, str, str]]:
    """Return (x, text, year below) of the ticks of the time axis: midnights of round dates."""
    begin, end = plot.frame.x_range
    first, last = datetime.date.fromordinal(math.ceil(begin)), datetime.date.fromordinal(math.floor(end))
    ticks = calendar_ticks(first, last, MAX_TIME_TICKS)
    return [(plot.frame.to_x(float(tick.value.toordinal())), tick.text, tick.year) for tick in ticks]


def _axes(plot: _Plot, label: str) -> list[Markup]:
    """Return what lies below the marks, the same in all charts."""
    frame, strip = plot.frame, plot.strip
    times = _time_ticks(plot)
    return [
        axes.y_name(frame, marks.one_line(label, LABEL_LETTERS)),
        axes.y_axis(frame, plot.value_ticks),
        marks.stems("grid", [(x, frame.top, frame.bottom) for x, _, _ in times]),
        marks.stems("grid", [(x, strip.bottom, strip.bottom + axes.STUB) for x, _, _ in times]),
        *(marks.text(x, strip.bottom + axes.ABOVE_TEXT, words, "tick", "middle") for x, words, _ in times),
        *(marks.text(x, strip.bottom + YEAR_BELOW, year, "", "middle") for x, _, year in times if year),
        marks.text(strip.left - axes.BESIDE_TEXT, strip.top + 8, "100 %", "tick", "end"),
        marks.text(strip.left - axes.BESIDE_TEXT, strip.bottom + 1, "0", "tick", "end"),
    ]


def _keys(has_smoothed: bool, has_hollow: bool) -> Markup:
    """Return the legend."""
    middle = SIDE / 2
    mean = marks.levels("mean", [(0, middle, SIDE)]) + marks.dot("dot", middle, middle, 3.4)
    band = marks.bar("band", 1, 3, SIDE - 2, SIDE - 6)
    share = marks.stems("shares", [(middle, SIDE - 3, 3)], stroke_width=7)
    hollow = [(marks.dot("dot hollow", middle, middle, 3.4), "Too little of the zone to see")] if has_hollow else []
    curve = [(marks.levels("curve", [(1, middle, SIDE - 2)]), "Smoothed")] if has_smoothed else []
    return legend(
        (mean, "Mean"),
        *hollow,
        (band, "10th to 90th percentile of the pixels"),
        (share, "Share of the zone with values"),
        *curve,
    )


def _zone(name: str, points: list[_Point], plot: _Plot, label: str) -> dict[str, object]:
    """Return the chart of a zone, and what the page says of it."""
    distance = _median_distance(points)
    runs = _runs(points, "judged", LONG_GAP * distance)
    means = [point.mean for run in runs for point in run]
    hollow = sum(point.is_hollow for point in points)
    average = f"; {plot.text(statistics.fmean(means), 1)} on average" if means else ""
    pitch = distance / _DAY * plot.frame.width / (plot.frame.x_range[1] - plot.frame.x_range[0])
    parts = [
        *_axes(plot, label),
        *_shares(points, plot, pitch),
        *_lines(points, runs, plot),
        *_dates(points, plot, pitch),
    ]
    kind = "dense" if pitch < DENSE else ""
    return {
        "name": name,
        "summary": f"{_count(len(points), 'date')}, {len(means) or 'none'} with values{average}"
        + (f"; {hollow} with too little to see" if hollow else ""),
        "drawing": drawing(f"{label} of {name} over time", WIDTH, HEIGHT, *parts, class_=kind),
    }


def _shares(points: list[_Point], plot: _Plot, pitch: float) -> list[Markup]:
    """Return the strip: a pale bar for each date, and in it how much of the zone had values."""
    strip, width = plot.strip, round(min(max(0.45 * pitch, 1), 10), 1)
    places = [(plot.frame.to_x(point.days), strip.to_y(point.valid_percent)) for point in points]
    return [
        marks.stems("days", [(x, strip.bottom, strip.top) for x, _ in places], stroke_width=width),
        marks.stems("shares", [(x, strip.bottom, y) for x, y in places], stroke_width=width),
        axes.floor(strip),
    ]


def _lines(points: list[_Point], runs: list[list[_Point]], plot: _Plot) -> list[Markup]:
    """Return the spread, the line of the means and the smoothed curve, which bridges gaps."""
    smoothed = _runs(points, "smoothed", datetime.timedelta.max)
    spread = ([_way(run, name, plot) for name in ("p90", "p10")] for run in runs)
    return [
        marks.band("band", [[(x, high, low) for (x, high), (_, low) in zip(*ways, strict=True)] for ways in spread]),
        marks.line("mean", [_way(run, "mean", plot) for run in runs]),
        marks.line("curve", [_way(run, "smoothed", plot) for run in smoothed]),
    ]


def _way(run: list[_Point], name: str, plot: _Plot) -> list[marks.Point]:
    """Return where the values of a run stand."""
    return [(plot.frame.to_x(point.days), plot.frame.to_y(getattr(point, name))) for point in run]


def _median_distance(points: list[_Point]) -> datetime.timedelta:
    """Return the median time between different dates; of a single one, a day."""
    times = sorted({point.time for point in points})
    days = [(later - earlier) / _DAY for earlier, later in itertools.pairwise(times)]
    return statistics.median(days or [1]) * _DAY


def _runs(points: list[_Point], name: str, longest: datetime.timedelta) -> list[list[_Point]]:
    """Return the runs of points with a value between which no value is missing and no gap is longer."""
    runs: list[list[_Point]] = []
    is_open = False
    for point in points:
        if not math.isfinite(getattr(point, name)):
            is_open = False
        elif is_open and point.time - runs[-1][-1].time <= longest:
            runs[-1].append(point)
        else:
            runs.append([point])
            is_open = True
    return runs


def _dates(points: list[_Point], plot: _Plot, pitch: float) -> list[Markup]:
    """Return what shows each date: a dot, and the column that the pointer finds it in."""
    frame, radius = plot.frame, round(min(max(0.4 * pitch, 1.5), 3.4), 1)
    xs = [frame.to_x(point.days) for point in points]
    middles = [frame.left, *((x + later) / 2 for x, later in itertools.pairwise(xs)), frame.right]
    height = plot.strip.bottom - frame.top
    found = []
    for point, x, (left, right) in zip(points, xs, itertools.pairwise(middles), strict=True):
        column = marks.bar("", left, frame.top, right - left, height)
        kind = "dot hollow" if point.is_hollow else "dot"
        dots = [marks.dot(kind, x, frame.to_y(point.mean), radius)] if math.isfinite(point.mean) else []
        found.append(marks.group("date", column, *dots, said=_said(point, plot)))
    return found


def _said(point: _Point, plot: _Plot) -> str:
    """Return the tooltip of a date."""
    time = f"{point.time:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    said = [time, f"valid {point.valid_percent:.0f} %" + (", too little to judge by" if point.is_hollow else "")]
    if math.isfinite(point.mean):
        said += [f"mean {plot.text(point.mean, 2)}"]
        said += [f"10 to 90 %: {plot.text(point.p10, 2)} to {plot.text(point.p90, 2)}"]
    if math.isfinite(point.smoothed):
        said += [f"smoothed {plot.text(point.smoothed, 2)}"]
    return "\n".join(said)
