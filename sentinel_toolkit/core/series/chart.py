"""The page that shows the series of zones: one chart each, drawn as inline SVG, in a file that needs no other."""

from __future__ import annotations

import datetime
import itertools
import math
import statistics
from dataclasses import dataclass, fields

from sentinel_toolkit.core.drawing.pages import write_page

MAX_ZONES = 50  # more would take a browser seconds and nobody scrolls through them: the table has all
LONG_GAP = 3  # times the median distance of dates: across a longer one the line would claim what nobody saw
MAX_TIME_TICKS = 14  # a year and a month of months; labels are some 40 units wide
VALUE_TICKS = 5  # intervals, at most
DENSE = 5  # units between dates: below, dots have no white edge, which would cut the line into crumbs
LABEL_LETTERS = 36  # that stand upright beside the plot
_DAY = datetime.timedelta(1)


@dataclass(frozen=True)
class Plot:
    """Where things stand in a chart, in SVG's units; the template draws what this places.

    The upper plot spans ``top`` to ``bottom``, the strip of valid shares below it ``strip_top`` to ``strip_bottom``.
    """

    first: datetime.datetime
    last: datetime.datetime
    low: float
    high: float
    step: float
    left: float = 66
    right: float = 1190
    top: float = 34
    bottom: float = 270
    strip_top: float = 290
    strip_bottom: float = 328
    width: float = 1200
    height: float = 370

    def x(self, time):
        """Return where a time stands."""
        return self.left + (self.right - self.left) * ((time - self.first) / (self.last - self.first))

    def y(self, value):
        """Return where a value stands in the upper plot."""
        return self.bottom - (self.bottom - self.top) * ((value - self.low) / (self.high - self.low))

    def share_y(self, percent):
        """Return where a valid share stands in the strip."""
        return self.strip_bottom - (self.strip_bottom - self.strip_top) * percent / 100

    def text(self, value, more=0):
        """Return a value as the axis writes it, with some decimals more."""
        decimals = max(-math.floor(math.log10(self.step) + 1e-9), 0)
        decimals += not math.isclose(self.step, round(self.step, decimals))  # 0.25
        return f"{value:.{decimals + more}f}".replace("-", "−")


@dataclass(frozen=True)
class _Point:
    """A row of the table that is drawn, NaN where it has none; the time is UTC and has no zone."""

    time: datetime.datetime
    mean: float
    p10: float
    p90: float
    valid_percent: float
    smoothed: float


def write_chart(path, title, label, zones, credit, facts):
    """Write the page: a chart per zone with mean, spread, smoothed curve and valid share, all on the same scales.

    The file contains all it needs, neither script nor reference; every text is escaped. The line of the means is broken
    at a date without value and across gaps of more than three times the median distance of dates.

    Parameters
    ----------
    path : pathlib.Path
        Of the HTML file, in the job's part folder.
    title : str
    label : str
        Of the vertical axis, with the unit if there is one: ``LST [°C]``.
    zones : sequence of (name, rows)
        Rows are dicts with ``date`` (ISO string or datetime; UTC), ``mean``, ``p10``, ``p90``,
        ``valid_percent`` and ``smoothed``, others are ignored; NaN or None where there is none. At least one row.
        The first 50 zones are drawn.
    credit : str
        Of the source.
    facts : dict
        Name → value: how the series was made.
    """
    shown = [(str(name), _points(rows)) for name, rows in itertools.islice(zones, MAX_ZONES)]
    plot = _plot([point for _, points in shown for point in points])
    times = sorted({point.time for _, points in shown for point in points})
    write_page(
        path,
        "index_time_series.html",
        title=title,
        label=label if len(label) <= LABEL_LETTERS else f"{label[: LABEL_LETTERS - 1]}…",
        subtitle=f"{label}: {_count(len(zones), 'zone')}, {_count(len(times), 'date')}, "
        + " to ".join(sorted({f"{times[0]:%Y-%m-%d}", f"{times[-1]:%Y-%m-%d}"})),
        omitted=len(zones) > MAX_ZONES and f"The first {MAX_ZONES} of {len(zones)} zones are drawn; the table has all.",
        plot=plot,
        time_ticks=_time_ticks(plot),
        value_ticks=_value_ticks(plot),
        has_smoothed=any(math.isfinite(point.smoothed) for _, points in shown for point in points),
        zones=[_drawing(name, points, plot) for name, points in shown],
        facts=facts.items(),
        credit=credit,
    )


def _count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _points(rows):
    """Return the rows in time order."""
    names = [field.name for field in fields(_Point)][1:]
    points = [_Point(_time(row["date"]), *(float("nan" if row[n] is None else row[n]) for n in names)) for row in rows]
    return sorted(points, key=lambda point: point.time)


def _time(date):
    time = date if isinstance(date, datetime.datetime) else datetime.datetime.fromisoformat(str(date))
    return time.astimezone(datetime.timezone.utc).replace(tzinfo=None) if time.tzinfo else time


def _plot(points):
    """Return the Plot that has room for all points."""
    first, last = min(point.time for point in points), max(point.time for point in points)
    margin = max((last - first) * 0.015, _DAY / 2)
    shown = [value for point in points for value in (point.mean, point.p10, point.p90, point.smoothed)]
    shown = [value for value in shown if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(shown), max(shown)
    if high - low < 1e-9 * max(abs(low), abs(high), 1):
        room = abs(low) / 10 or 1.0
        low, high = low - room, high + room
    step = _nice_step((high - low) / VALUE_TICKS)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Plot(first - margin, last + margin, low, high, step)


def _nice_step(rough):
    """Return the smallest of 1, 2, 2.5, 5 and 10, times a power of ten, that is not below."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9))


def _value_ticks(plot):
    """Return (y, text) of the ticks of the vertical axis."""
    first, last = round(plot.low / plot.step), round(plot.high / plot.step)
    return [(plot.y(number * plot.step), plot.text(number * plot.step)) for number in range(first, last + 1)]


def _month(number):
    """Return the first moment of a month that is counted from year 0 on."""
    return datetime.datetime(number // 12, number % 12 + 1, 1)  # noqa: DTZ001 (all times are UTC)


def _days(plot, step):
    """Return every so many days, beginning anew with each month, none close to the next one's first."""
    count = (plot.last - plot.first).days + 2
    days = [plot.first.replace(hour=0, minute=0, second=0, microsecond=0) + _DAY * n for n in range(count)]
    return [day for day in days if (day.day - 1) % step == 0 and (day.day <= 31 - step / 2 or step == 1)]


def _months(plot, step):
    """Return every so many months, counted from January, or from year 0 on if they are years."""
    numbers = range(plot.first.year * 12, plot.last.year * 12 + 13)
    return [_month(number) for number in numbers if number % step == 0]


# Places, their step and text, and whether the year stands below: from the finest to the coarsest.
_TIME_STEPS = (
    *((_days, step, lambda time: f"{time.day} {time:%b}", True) for step in (1, 2, 5, 10)),
    *((_months, step, "{:%b}".format, True) for step in (1, 2, 3, 6)),
    *((_months, 12 * years, "{:%Y}".format, False) for years in (1, 2, 5, 10, 1000)),
)


def _time_ticks(plot):
    """Return (x, text, text below) of the ticks of the time axis: the finest that there is room for."""
    choices = (
        ([time for time in places(plot, step) if plot.first <= time <= plot.last], text, has_year)
        for places, step, text, has_year in _TIME_STEPS
    )
    times, text, has_year = next(choice for choice in choices if len(choice[0]) <= MAX_TIME_TICKS)
    return [
        (plot.x(time), text(time), f"{time:%Y}" if has_year and (not before or time.year > before.year) else "")
        for before, time in itertools.pairwise([None, *times])
    ]


def _drawing(name, points, plot):
    """Return what the template draws of a zone: paths in SVG's language, and a mark for each date."""
    distance = _median_distance(points)
    runs = _runs(points, "mean", LONG_GAP * distance)
    means = [point.mean for run in runs for point in run]
    average = f"; {plot.text(statistics.fmean(means), 1)} on average" if means else ""
    pitch = plot.x(plot.first + distance) - plot.x(plot.first)
    return {
        "name": name,
        "summary": f"{_count(len(points), 'date')}, {len(means) or 'none'} with values{average}",
        "bands": " ".join(_band(run, plot) for run in runs),
        "means": _line(runs, "mean", plot),
        "curve": _line(_runs(points, "smoothed", plot.last - plot.first), "smoothed", plot),
        "days": " ".join(_stroke(point, plot.strip_bottom, plot.strip_top, plot) for point in points),
        "shares": " ".join(
            _stroke(point, plot.strip_bottom, plot.share_y(point.valid_percent), plot) for point in points
        ),
        "bar": round(min(max(0.45 * pitch, 1), 10), 1),
        "radius": round(min(max(0.4 * pitch, 1.5), 3.4), 1),
        "is_dense": pitch < DENSE,
        "marks": _marks(points, plot),
    }


def _median_distance(points):
    """Return the median time between different dates; of a single one, a day."""
    times = sorted({point.time for point in points})
    return statistics.median([later - earlier for earlier, later in itertools.pairwise(times)] or [_DAY])


def _runs(points, name, longest):
    """Return the runs of points with a value between which no value is missing and no gap is longer."""
    runs, is_open = [], False
    for point in points:
        if not math.isfinite(getattr(point, name)):
            is_open = False
        elif is_open and point.time - runs[-1][-1].time <= longest:
            runs[-1].append(point)
        else:
            runs.append([point])
            is_open = True
    return runs


def _line(runs, name, plot):
    """Return a path through each run; of a single point a line without length, which a round cap makes a dot."""
    return " ".join(
        "M" + "L".join(f"{plot.x(point.time):.1f} {plot.y(getattr(point, name)):.1f}" for point in (*run, run[-1]))
        for run in runs
    )


def _stroke(point, start, end, plot):
    """Return the path of an upright line at a date."""
    return f"M{plot.x(point.time):.1f} {start:.1f}V{end:.1f}"


def _band(run, plot):
    """Return the outline of the spread, along p90 and back along p10; of a single date it is an upright line."""
    there = [f"{plot.x(point.time):.1f} {plot.y(point.p90):.1f}" for point in run]
    back = [f"{plot.x(point.time):.1f} {plot.y(point.p10):.1f}" for point in reversed(run)]
    return "M" + "L".join(there + back) + "Z"


def _marks(points, plot):
    """Return what shows each date: its place, the column that the pointer finds it in, and what is said there."""
    xs = [plot.x(point.time) for point in points]
    middles = [plot.left, *((one + other) / 2 for one, other in itertools.pairwise(xs)), plot.right]
    return [
        {
            "x": f"{x:.1f}",
            "y": f"{plot.y(point.mean):.1f}" if math.isfinite(point.mean) else "",
            "left": f"{left:.1f}",
            "width": f"{right - left:.1f}",
            "said": _said(point, plot),
        }
        for point, x, (left, right) in zip(points, xs, itertools.pairwise(middles), strict=True)
    ]


def _said(point, plot):
    """Return the tooltip of a date."""
    time = f"{point.time:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    said = [time, f"valid {point.valid_percent:.0f} %"]
    if math.isfinite(point.mean):
        said += [f"mean {plot.text(point.mean, 2)}"]
        said += [f"10 to 90 %: {plot.text(point.p10, 2)} to {plot.text(point.p90, 2)}"]
    if math.isfinite(point.smoothed):
        said += [f"smoothed {plot.text(point.smoothed, 2)}"]
    return "\n".join(said)
