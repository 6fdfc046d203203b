"""The plots of the report on sharpened temperatures: the fit as a scatter plot, the residuals as a histogram."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from sentinel_toolkit.core.drawing import axes, marks
from sentinel_toolkit.core.drawing.axis_ticks import number_text, number_ticks
from sentinel_toolkit.core.drawing.colour_ramps import colours_of
from sentinel_toolkit.core.drawing.frame import Frame
from sentinel_toolkit.core.drawing.legend import SIDE, legend
from sentinel_toolkit.core.drawing.svg import drawing, joined
from sentinel_toolkit.core.thermal.figures import ABSURD, Values, scale_about_zero, sensible
from sentinel_toolkit.core.thermal.findings import Scatter

SCATTER_SIZE, HISTOGRAM_SIZE = (720, 440), (480, 370)  # units, width and height
SCATTER_BOX, HISTOGRAM_BOX = (66, 10, 710, 388), (66, 10, 470, 318)  # units: left, top, right and bottom of the plots
DENSE = 200  # points, above which density is drawn: dots would hide each other
CELLS = 48  # across the plot
CLASSES = 6  # of density, at most, while the limits of classes are powers of 2 or 4
PALEST = 20  # of 256 colours, below which they would not show on white
RADIUS = 3.5  # units of a dot
SPECK = 2  # units: unused points that lie closer are one, for there may be a hundred thousand
FEWEST_BINS, MOST_BINS = 11, 41  # of the histogram, odd: one lies around zero
LONGEST = 50  # letters of a text in a drawing
LINE_HEIGHT = 19  # units
MIDDLE = SIDE / 2  # of a sample in the legend
# Where words may stand, in parts of the plot, from its lower left corner; and which end of them stands there.
CORNERS = ((0.975, 0.97, "end"), (0.025, 0.97, "start"), (0.025, 0.03, "start"), (0.975, 0.03, "end"))
CORNER_SIZE = (0.48, 0.26)


class Plot(NamedTuple):
    """A drawing and its legend."""

    drawing: Markup
    keys: Markup


class _Layer(NamedTuple):
    """Marks, what they mean, and what these meanings are about."""

    marks: list[Markup]
    keys: list[tuple[Markup, str]]
    said: str = ""


def scatter_plot(scatter: Scatter) -> Plot:
    """Return the scatter plot: what took part in the fit, what did not, the line, and its equation, r and n."""
    x, y = sensible(scatter.ndvi), sensible(scatter.lst_k)
    is_shown, used = np.isfinite(x + y), used_points(scatter)
    unused = is_shown & ~used
    frame = Frame(*SCATTER_BOX, _span(x[used], x[unused]), _span(y[used], y[unused]))
    layers = [
        _unused(frame, x[unused], y[unused]),
        (_cells if used.sum() > DENSE else _dots)(frame, x[used], y[used], scatter),
        _limits(frame, scatter),
        _fit(frame, scatter, x[used]),
    ]
    words = scatter_lines(scatter)
    parts = [
        *_axes(frame, scatter.x_label, scatter.y_label),
        *(mark for layer in layers for mark in layer.marks),
        axes.floor(frame),
        *_written(frame, words, emptiest_corner(frame, x[is_shown], y[is_shown])),
    ]
    named = [legend(*layer.keys, said=layer.said) for layer in layers if layer.said]
    keys = legend(*(key for layer in layers if not layer.said for key in layer.keys))
    said = f"Scatter plot of {scatter.y_label} over {scatter.x_label}: {'; '.join(words)}"
    return Plot(drawing(said, *SCATTER_SIZE, *parts), joined(keys, *named))


def scatter_lines(scatter: Scatter) -> list[str]:
    """Return what is written in the scatter plot: the equation, the correlation and the number of used points."""
    r = f"r = {number_text(scatter.correlation, 2)}" if math.isfinite(scatter.correlation) else ""
    return [text for text in (scatter.equation, r, f"n = {used_points(scatter).sum()}") if text]


def used_points(scatter: Scatter) -> NDArray[np.bool_]:
    """Return which points took part in the fit and can be drawn."""
    used: NDArray[np.bool_] = np.isfinite(sensible(scatter.ndvi) + sensible(scatter.lst_k))
    return np.logical_and(used, scatter.used)


def residual_histogram(residual_k: Values) -> Markup:
    """Return the histogram of residuals; what lies far out is counted in the outermost bars."""
    values = residual_k[np.isfinite(residual_k)]
    edge = min(2 * scale_about_zero(values, "").high, float(np.abs(values).max(initial=0)) or 1.0)
    bins = min(max(2 * (math.isqrt(values.size) // 2) + 1, FEWEST_BINS), MOST_BINS)
    counts, edges = np.histogram(np.clip(values, -edge, edge), bins, (-edge, edge))
    frame = Frame(*HISTOGRAM_BOX, (-edge, edge), (0, 1.3 * max(int(counts.max()), 3)))
    words = residual_lines(values)
    parts = [
        *_axes(frame, "Residual [K]", "Coarse pixels"),
        *_bars(frame, counts.tolist(), edges.tolist()),
        axes.floor(frame),
        marks.stems("zero", [(frame.to_x(0.0), frame.bottom, frame.top)]),
        *([marks.stems("fit", [(frame.to_x(float(values.mean())), frame.bottom, frame.top)])] if values.size else []),
        *_written(frame, words, CORNERS[1]),
    ]
    return drawing(f"Histogram of the residuals: {'; '.join(words)}", *HISTOGRAM_SIZE, *parts)


def residual_lines(residual_k: Values) -> list[str]:
    """Return what is written in the histogram: mean, standard deviation and number of the residuals."""
    values = residual_k[np.isfinite(residual_k)]
    if not values.size:
        return ["No values"]
    mean, deviation = (number_text(float(value), 2) for value in (values.mean(), values.std()))
    return [f"Mean = {mean} K", f"SD = {deviation} K", f"n = {values.size}"]


def emptiest_corner(frame: Frame, x: Values, y: Values) -> tuple[float, float, str]:
    """Return the one of CORNERS with the fewest points, the first of equals."""
    across, up = (frame.to_x(x) - frame.left) / frame.width, (frame.bottom - frame.to_y(y)) / frame.height

    def crowd(corner: tuple[float, float, str]) -> int:
        near = (np.abs(across - corner[0]) < CORNER_SIZE[0]) & (np.abs(up - corner[1]) < CORNER_SIZE[1])
        return int(near.sum())

    return min(CORNERS, key=crowd)


def _span(used: Values, unused: Values) -> tuple[float, float]:
    """Return the limits of an axis: all that is used, and of the unused what is no outlier."""
    shown = [part for part in (used, np.percentile(unused, (5, 95)) if unused.size else unused) if part.size]
    low, high = (min(part.min() for part in shown), max(part.max() for part in shown)) if shown else (0.0, 1.0)
    room = 0.06 * (high - low) if high - low > 1e-6 * max(1, abs(high)) else 0.5
    return float(low - room), float(high + room)


def _axes(frame: Frame, x_label: str, y_label: str) -> list[Markup]:
    """Return grid, ticks and names."""
    across, up = number_ticks(*frame.x_range, 8), number_ticks(*frame.y_range, 7)
    return [
        axes.x_grid(frame, [tick.value for tick in across]),
        axes.y_axis(frame, up),
        axes.x_axis(frame, across),
        axes.x_name(frame, marks.one_line(x_label, LONGEST)),
        axes.y_name(frame, marks.one_line(y_label, LONGEST)),
    ]


def _unused(frame: Frame, x: Values, y: Values) -> _Layer:
    """Return the points without a part in the fit, as far as they lie in the plot."""
    units = np.stack([frame.to_x(x), frame.to_y(y)], axis=-1)
    inside = ((units >= (frame.left, frame.top)) & (units <= (frame.right, frame.bottom))).all(axis=-1)
    places = np.unique(np.round(units[inside] / SPECK) * SPECK, axis=0)
    keys = [(marks.specks("unused", [(MIDDLE, MIDDLE)]), "Not used")] if x.size else []
    return _Layer([marks.specks("unused", places.tolist())], keys)


def _dots(frame: Frame, x: Values, y: Values, scatter: Scatter) -> _Layer:
    """Return a dot for each used point."""
    dots = []
    for across, up in zip(x.tolist(), y.tolist(), strict=True):
        said = f"{scatter.x_label}: {number_text(across, 3)}\n{scatter.y_label}: {number_text(up, 2)}"
        dots.append(marks.dot("dot", frame.to_x(across), frame.to_y(up), RADIUS, said))
    return _Layer(dots, [(marks.dot("dot", MIDDLE, MIDDLE, RADIUS), "Used in the fit")] if dots else [])


def _cells(frame: Frame, x: Values, y: Values, _: Scatter) -> _Layer:
    """Return the cells of the plot in the colours of how many used points lie in them."""
    columns, rows = CELLS, round(CELLS * frame.height / frame.width)
    counts = np.histogram2d(x, y, (columns, rows), (frame.x_range, frame.y_range))[0].astype(int)
    limits = density_limits(int(counts.max()))
    colours = _colours(len(limits) - 1)
    width, height = frame.width / columns, frame.height / rows
    cells = []
    for column, row in np.argwhere(counts).tolist():
        count = int(counts[column, row])
        corner = frame.left + column * width, frame.bottom - (row + 1) * height
        colour = colours[int(np.searchsorted(limits, count, "right")) - 1]
        cells.append(marks.bar("cell", *corner, width, height, str(count), fill=colour))
    samples = (marks.bar("cell", 2, 2, SIDE - 4, SIDE - 4, fill=colour) for colour in colours)
    texts = (str(low) if low == after - 1 else f"{low}–{after - 1}" for low, after in itertools.pairwise(limits))
    return _Layer(cells, list(zip(samples, texts, strict=True)), "Coarse pixels used, in each cell")


def density_limits(most: int) -> list[int]:
    """Return the least number of each class of density, and one more than the greatest number of all.

    >>> density_limits(9), density_limits(100)
    ([1, 2, 4, 8, 10], [1, 4, 16, 64, 101])
    """
    base = next((base for base in (2, 4) if base**CLASSES > most), 10)
    return [*itertools.takewhile(lambda low: low <= most, (base**power for power in itertools.count())), most + 1]


def _colours(count: int) -> list[str]:
    """Return colours from pale to dark."""
    ramp = colours_of("viridis_r", 256)[np.linspace(PALEST, 255, count).astype(int)]
    return ["#{:02x}{:02x}{:02x}".format(*colour) for colour in ramp.tolist()]


def _limits(frame: Frame, scatter: Scatter) -> _Layer:
    """Return the limits of what may take part in the fit, where they lie within the plot."""
    across = [frame.to_x(at) for at in scatter.ndvi_range if frame.x_range[0] <= at <= frame.x_range[1]]
    up = [frame.to_y(at) for at in scatter.lst_range if frame.y_range[0] <= at <= frame.y_range[1]]
    drawn = [marks.stems("limit", [(x, frame.bottom, frame.top)]) for x in across]
    drawn += [marks.levels("limit", [(frame.left, y, frame.width)]) for y in up]
    sample = marks.levels("limit", [(0, MIDDLE, SIDE)])
    return _Layer(drawn, [(sample, "Limits of the fit")] if drawn else [])


def _fit(frame: Frame, scatter: Scatter, x: Values) -> _Layer:
    """Return the fitted line over the points that it was fitted to, as far as it lies in the plot."""
    slope, intercept = float(scatter.slope), float(scatter.intercept)
    if not (abs(slope) < ABSURD and abs(intercept) < ABSURD):  # NaN, too
        return _Layer([], [])
    low, high = (float(x.min()), float(x.max())) if x.size else frame.x_range
    if slope:
        first, last = sorted((level - intercept) / slope for level in frame.y_range)
        low, high = max(low, first), min(high, last)
    if low > high:
        return _Layer([], [])
    ends = [(frame.to_x(at), frame.to_y(intercept + slope * at)) for at in (low, high)]
    sample = marks.levels("fit", [(0, MIDDLE, SIDE)])
    return _Layer([marks.line("halo", [ends]), marks.line("fit", [ends], scatter.equation)], [(sample, "Fitted line")])


def _bars(frame: Frame, counts: list[int], edges: list[float]) -> list[Markup]:
    """Return the bars of the histogram; the outermost ones are open to their sides."""
    texts = [number_text(edge, 2) for edge in edges]
    told = [f"{low} to {high} K" for low, high in itertools.pairwise(texts)]
    told[0], told[-1] = f"up to {texts[1]} K", f"{texts[-2]} K and more"
    bars = []
    for (low, high), count, said in zip(itertools.pairwise(edges), counts, told, strict=True):
        left, right, top = frame.to_x(low), frame.to_x(high), frame.to_y(float(count))
        bars.append(marks.bar("column", left, top, right - left - 0.5, frame.bottom - top, f"{said}: {count}"))
    return bars


def _written(frame: Frame, words: list[str], corner: tuple[float, float, str]) -> list[Markup]:
    """Return lines of words in a corner of the plot."""
    across, up, anchor = corner
    x, y = frame.left + across * frame.width, frame.bottom - up * frame.height
    first = y + LINE_HEIGHT - marks.HALF_LETTER if up > 0.5 else y - LINE_HEIGHT * (len(words) - 1)
    lines = (marks.one_line(text, LONGEST) for text in words)
    return [marks.text(x, first + LINE_HEIGHT * place, text, "told", anchor) for place, text in enumerate(lines)]
