"""The drawings of the report on sharpened temperatures, each a PNG as a data URI: maps, their colour bars, plots."""

from __future__ import annotations

import base64
import io
import math
from dataclasses import dataclass

import numpy as np
from matplotlib import font_manager
from matplotlib.cm import ScalarMappable
from matplotlib.colors import ListedColormap, LogNorm
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.ticker import LogLocator
from PIL import Image

from sentinel_toolkit.core.drawing.axis_ticks import number_text, number_ticks
from sentinel_toolkit.core.drawing.colour_ramps import colours_of

NO_DATA = (217, 221, 224)  # light grey, in no ramp used here
LEVELS = 128  # colours of a map: no eye tells more apart, and noise packs an eighth smaller than with 256
LARGEST, SMALLEST = 800, 480  # pixels of a map's longer side: thinned above, squares enlarged below
ABSURD = 1e6  # beyond this no value is a temperature, nor an index; percentiles of such ones would overflow
DENSE = 200  # points, above which density is drawn: dots would hide each other
CELLS = 40  # hexagons across the plot
FEWEST_BINS, MOST_BINS = 11, 41  # of the histogram, odd: one lies around zero
DPI = 200  # twice what is shown at 100 pixels per inch, for print and sharp screens
FONT = "DejaVu Sans"  # comes with matplotlib: no drawing depends on the fonts of a machine
LONGEST = 64  # letters of a text in a drawing
INK, QUIET, LINE, ACCENT, FIT = "#1d2a33", "#5b6b76", "#dfe5e9", "#0b6e8f", "#c4510f"  # as in the page's style
# Of a plot's width and height: where a corner's text stands, and how it is aligned there.
CORNERS = ((0.975, 0.96, "right", "top"), (0.025, 0.96, "left", "top"))
CORNERS += ((0.025, 0.04, "left", "bottom"), (0.975, 0.04, "right", "bottom"))
CORNER_SIZE = (0.48, 0.26)


@dataclass(frozen=True)
class Scale:
    """What colours mean: a ramp from low to high. Without values, ``is_empty``, and the limits mean nothing."""

    ramp: str
    low: float
    high: float
    is_empty: bool = False

    def bar(self):
        """Return the colour bar from left to right, to be stretched."""
        return _uri(_picture(np.arange(LEVELS, dtype=np.uint8)[None], self.ramp))

    def ticks(self, most=6):
        """Return (percent of the colour bar, text) of round numbers."""
        ticks = number_ticks(self.low, self.high, most)
        return [(100 * (tick.value - self.low) / (self.high - self.low), tick.text) for tick in ticks]


def sensible(values):
    """Return values as float64, NaN where they are not finite or beyond all sense."""
    values = np.asarray(values, np.float64)
    return np.where(np.abs(values) < ABSURD, values, np.nan)


def thinned(values):
    """Return a map with at most ``LARGEST`` pixels on its longer side, every so many left out; float64."""
    step = -(-max(values.shape) // LARGEST) or 1
    return sensible(values[::step, ::step]) if values.size else np.full((1, 1), np.nan)


def scale_of(maps, ramp):
    """Return the one Scale of some maps: the 2nd to the 98th percentile of them all."""
    values = np.concatenate([values[np.isfinite(values)] for values in maps] or [np.array([])])
    if not values.size:
        return Scale(ramp, 0, 1, is_empty=True)
    low, high = map(float, np.percentile(values, (2, 98)))
    room = 0.0 if high - low > 1e-3 else 0.5  # a constant has a colour too
    return Scale(ramp, low - room, high + room)


def scale_about_zero(values, ramp):
    """Return a Scale with zero in its middle: as far as the 98th percentile of what lies to either side."""
    values = np.abs(values[np.isfinite(values)])
    limit = float(np.percentile(values, 98)) if values.size else 0.0
    limit = limit if limit > 1e-3 else 1.0
    return Scale(ramp, -limit, limit, is_empty=not values.size)


def map_uri(values, scale):
    """Return a map: pixels as squares, light grey where there is no value."""
    has_value = np.isfinite(values)
    parts = (np.where(has_value, values, scale.low) - scale.low) / (scale.high - scale.low)
    classes = np.where(has_value, np.clip(parts * LEVELS, 0, LEVELS - 1), LEVELS).astype(np.uint8)
    times = max(1, -(-SMALLEST // max(classes.shape)))
    return _uri(_picture(classes.repeat(times, 0).repeat(times, 1), scale.ramp))


def scatter_uri(scatter):
    """Return the scatter plot: what took part in the fit, what did not, the line, and its equation, r and n."""
    figure, axes = _figure(7.6, 4.9, (0.1, 0.115, 0.775, 0.8))
    x, y = sensible(scatter.ndvi), sensible(scatter.lst_k)
    is_shown, used = np.isfinite(x + y), used_points(scatter)
    unused = is_shown & ~used
    axes.set_xlim(*_span(x[used], x[unused]))
    axes.set_ylim(*_span(y[used], y[unused]))
    _name_axes(axes, scatter.x_label, scatter.y_label)
    keys = [
        *_draw_points(figure, axes, (x, y), used, unused),
        *_draw_limits(axes, scatter),
        *_draw_line(axes, scatter, x[used]),
    ]
    if keys:
        axes.legend(
            handles=keys, loc="lower left", bbox_to_anchor=(-0.01, 1), ncols=len(keys), frameon=False,
            prop={"family": FONT, "size": 9}, labelcolor=INK, handletextpad=0.4, columnspacing=1.4,
        )  # fmt: skip
    _write(axes, scatter_lines(scatter), _emptiest_corner(axes, x[is_shown], y[is_shown]))
    return _uri(figure)


def scatter_lines(scatter):
    """Return what is written in the scatter plot: the equation, the correlation and the number of used points."""
    r = f"r = {number_text(scatter.correlation, 2)}" if math.isfinite(scatter.correlation) else ""
    return [text for text in (scatter.equation, r, f"n = {used_points(scatter).sum()}") if text]


def used_points(scatter):
    """Return which points took part in the fit and can be drawn."""
    return np.isfinite(sensible(scatter.ndvi) + sensible(scatter.lst_k)) & np.asarray(scatter.used, bool)


def histogram_uri(residual_k):
    """Return the histogram of residuals; what lies far out is counted in the outermost bars."""
    figure, axes = _figure(5.2, 4.2, (0.13, 0.135, 0.84, 0.825))
    values = residual_k[np.isfinite(residual_k)]
    edge = min(2 * scale_about_zero(values, "").high, float(np.abs(values).max(initial=0)) or 1.0)
    bins = min(max(2 * (math.isqrt(values.size) // 2) + 1, FEWEST_BINS), MOST_BINS)
    counts, edges = np.histogram(np.clip(values, -edge, edge), bins, (-edge, edge))
    axes.bar(edges[:-1], counts, np.diff(edges), align="edge", color=ACCENT, edgecolor="white", linewidth=0.5, zorder=2)
    axes.set_xlim(-edge, edge)
    axes.set_ylim(0, 1.3 * max(counts.max(), 3))
    axes.axvline(0, color=INK, linewidth=1, linestyle=(0, (4, 3)), zorder=3)
    if values.size:
        axes.axvline(values.mean(), color=FIT, linewidth=1.8, zorder=3)
    axes.yaxis.get_major_locator().set_params(integer=True)
    _name_axes(axes, "Residual [K]", "Coarse pixels")
    _write(axes, residual_lines(values), CORNERS[1])
    return _uri(figure)


def residual_lines(residual_k):
    """Return what is written in the histogram: mean, standard deviation and number of the residuals."""
    values = residual_k[np.isfinite(residual_k)]
    if not values.size:
        return ["No values"]
    texts = [number_text(float(value), 2) for value in (values.mean(), values.std())]
    return [f"Mean = {texts[0]} K", f"SD = {texts[1]} K", f"n = {values.size}"]


def _figure(width, height, box):
    """Return a figure of so many inches and its axes, which fill a box given in parts of it, in the page's style."""
    figure = Figure((width, height), DPI, facecolor="white")
    axes = figure.add_axes(box, facecolor="white")
    axes.grid(color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(color="#9aa8b1", labelcolor=QUIET, labelsize=10, labelfontfamily=FONT)
    axes.spines[:].set_color("#9aa8b1")
    return figure, axes


def _span(used, unused):
    """Return the limits of an axis: all that is used, and of the unused what is no outlier."""
    shown = [part for part in (used, np.percentile(unused, (5, 95)) if unused.size else unused) if part.size]
    low, high = (min(part.min() for part in shown), max(part.max() for part in shown)) if shown else (0.0, 1.0)
    room = 0.06 * (high - low) if high - low > 1e-6 * max(1, abs(high)) else 0.5
    return low - room, high + room


def _name_axes(axes, x_label, y_label):
    axes.set_xlabel(_drawable(x_label), family=FONT, size=11, color=INK, parse_math=False)
    axes.set_ylabel(_drawable(y_label), family=FONT, size=11, color=INK, parse_math=False)
    axes.xaxis.get_major_formatter().set_useOffset(False)
    axes.yaxis.get_major_formatter().set_useOffset(False)


def _drawable(text):
    """Return a text on one line, not too long, without letters that the font lacks: matplotlib warns of those."""
    known = FT2Font(font_manager.findfont(FONT)).get_charmap()
    line = "".join(letter for letter in " ".join(text.split()) if ord(letter) in known)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _draw_points(figure, axes, points, used, unused):
    """Draw dots, or the density of many; return the keys of the legend."""
    x, y = points
    axes.scatter(x[unused], y[unused], 9, "#a3afb7", alpha=0.6, linewidths=0, zorder=1)
    if used.sum() > DENSE:
        _draw_density(figure, axes, x[used], y[used])
    else:
        axes.scatter(x[used], y[used], 22, ACCENT, alpha=0.8, edgecolors="white", linewidths=0.5, zorder=2)
    dots = ((used, "Used in the fit", ACCENT, 6), (unused, "Not used", "#a3afb7", 4.5))
    return [_key(name, color=colour, marker="o", markersize=size) for which, name, colour, size in dots if which.any()]


def _draw_density(figure, axes, x, y):
    """Draw how many points lie in each hexagon, and the colour bar of that."""
    ramp = ListedColormap(colours_of("viridis_r", 256)[20:] / 255)  # its palest would not show on white
    width, height = axes.bbox.size
    cells = CELLS, max(1, round(CELLS * height / width / math.sqrt(3)))
    extent = *axes.get_xlim(), *axes.get_ylim()
    mesh = axes.hexbin(x, y, gridsize=cells, mincnt=1, cmap=ramp, linewidths=0.2, extent=extent, zorder=2)
    mesh.set_norm(LogNorm(1, max(2, mesh.get_array().max())))
    beside = figure.add_axes((0.895, 0.115, 0.018, 0.8))
    bar = figure.colorbar(ScalarMappable(mesh.norm, ramp), beside, ticks=LogLocator(subs=(1, 2, 5)), format="%d")
    bar.outline.set_visible(False)
    bar.ax.minorticks_off()
    bar.ax.tick_params(color="#9aa8b1", labelcolor=QUIET, labelsize=9, labelfontfamily=FONT)
    bar.set_label("Coarse pixels per cell", family=FONT, size=9, color=QUIET)


def _draw_limits(axes, scatter):
    """Draw the limits of what may take part in the fit, where they lie within the plot."""
    sides = ((scatter.ndvi_range, axes.get_xlim(), axes.axvline), (scatter.lst_range, axes.get_ylim(), axes.axhline))
    places = [(draw, at) for limits, (low, high), draw in sides for at in limits if low <= at <= high]
    for draw, at in places:
        draw(at, color=QUIET, linewidth=1, linestyle=(0, (2, 3)), zorder=1.5)
    return [_key("Limits of the fit", color=QUIET, linewidth=1, linestyle=(0, (2, 3)))] if places else []


def _draw_line(axes, scatter, x):
    """Draw the fitted line over the points that it was fitted to."""
    if not (abs(scatter.slope) < ABSURD and abs(scatter.intercept) < ABSURD):  # NaN, too
        return []
    ends = np.array((x.min(), x.max()) if x.size else axes.get_xlim())
    levels = scatter.intercept + scatter.slope * ends
    axes.plot(ends, levels, color="white", linewidth=4.5, zorder=3, scalex=False, scaley=False)
    axes.plot(ends, levels, color=FIT, linewidth=2.2, zorder=4, scalex=False, scaley=False)
    return [_key("Fitted line", color=FIT, linewidth=2.2)]


def _key(label, marker="", linestyle="-", **style):
    return Line2D([], [], label=label, marker=marker, linestyle="" if marker else linestyle, **style)


def _emptiest_corner(axes, x, y):
    """Return the corner with the fewest points, the first of equals."""
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    across, up = (x - left) / (right - left), (y - bottom) / (top - bottom)

    def crowd(corner):
        near = (np.abs(across - corner[0]) < CORNER_SIZE[0]) & (np.abs(up - corner[1]) < CORNER_SIZE[1])
        return near.sum()

    return min(CORNERS, key=crowd)


def _write(axes, lines, corner):
    x, y, across, along = corner
    axes.text(
        x, y, "\n".join(map(_drawable, lines)), transform=axes.transAxes, ha=across, va=along, family=FONT, size=11,
        color=INK, linespacing=1.4, zorder=5, parse_math=False,
        bbox={"facecolor": "white", "alpha": 0.85, "edgecolor": LINE, "boxstyle": "round,pad=0.45"},
    )  # fmt: skip


def _picture(classes, ramp):
    """Return a picture of classes; the one behind the last of the ramp is "no data"."""
    picture = Image.fromarray(classes)
    picture.putpalette([*colours_of(ramp, LEVELS).ravel().tolist(), *NO_DATA])
    return picture


def _uri(drawing):
    """Return a picture or a figure as a data URI."""
    file = io.BytesIO()
    if isinstance(drawing, Figure):
        drawing.savefig(file, format="png", dpi=DPI, metadata={"Software": None})
    else:
        drawing.save(file, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
