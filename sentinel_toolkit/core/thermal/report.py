"""The page that shows how far sharpened temperatures can be trusted, in a file that needs no other."""

from __future__ import annotations

import math
from pathlib import Path
from typing import NamedTuple

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from sentinel_toolkit.core.drawing import marks
from sentinel_toolkit.core.drawing.axis_ticks import number_text
from sentinel_toolkit.core.drawing.legend import SIDE, legend
from sentinel_toolkit.core.drawing.map_scale import scale_bar
from sentinel_toolkit.core.drawing.pages import write_page
from sentinel_toolkit.core.drawing.svg import icon
from sentinel_toolkit.core.thermal import figures, plots
from sentinel_toolkit.core.thermal.findings import Scatter, Score, ThermalPage, View

FREEZING_K = 273.15
OFFSETS = {"K": 0.0, "°C": FREEZING_K}  # taken from kelvins to show them in that unit
SCALE_PERCENT = 30  # of a map's width that its scale bar may take
TALLEST = 34  # em that a map may be high
NO_DATA = legend((marks.bar("", 0, 3, SIDE, SIDE - 6, fill="#{:02x}{:02x}{:02x}".format(*figures.NO_DATA)), "No data"))


class VerdictMark(NamedTuple):
    """How a verdict is marked, beside its colour: a word, and an icon of an outline and a mark (SVG paths)."""

    word: str
    outline: str
    mark: str

    @property
    def icon(self) -> Markup:
        """Return the icon."""
        return icon(24, 24, marks.path("", self.outline), marks.path("", self.mark))


LEVELS = {
    "good": VerdictMark("Good", "M12 2a10 10 0 1 0 .01 0z", "M7 12.5l3.5 3.5 6.5-7.5"),
    "caution": VerdictMark("Caution", "M12 2.5L22.5 21h-21z", "M12 9v6m0 2.6v.4"),
    "poor": VerdictMark("Poor", "M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M8 8l8 8m0-8l-8 8"),
}


def write_report(path: Path, page: ThermalPage) -> None:
    """Write the report: verdict, fit, maps, residuals, scores and how it was made.

    The file contains all it needs, neither script nor reference; every text is escaped.

    Parameters
    ----------
    path
        Of the HTML file, in the job's part folder.
    page
    """
    keys, views = _views(page.views, page.unit)
    write_page(
        path,
        "thermal_sharpening.html",
        page=page,
        level=LEVELS[page.level],
        scatter=_scatter(page.scatter),
        keys=keys,
        views=views,
        no_data=NO_DATA,
        residual=_residual(page.residual_k),
        scores=[_score(score) for score in page.scores],
    )


def _scatter(scatter: Scatter) -> dict[str, object]:
    """Return the scatter plot and what is said about it."""
    used = plots.used_points(scatter)
    sides = ((scatter.x_label, scatter.ndvi_range), (scatter.y_label, scatter.lst_range))
    return {
        "plot": plots.scatter_plot(scatter),
        "lines": plots.scatter_lines(scatter),
        "unused": np.count_nonzero(~used),
        "is_dense": used.sum() > plots.DENSE,
        "limits": [
            f"{label} from {limits[0]:.6g} to {limits[1]:.6g}".replace(" -", " −")
            for label, limits in sides
            if limits and all(map(math.isfinite, limits))
        ],
    }


def _views(views: tuple[View, ...], unit: str) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the colour bars that all views share, and of each view its three maps."""
    offset = OFFSETS[unit]
    names = ("NDVI", "LST, coarse", "LST, sharpened")
    maps = [
        [
            figures.thinned(view.ndvi),
            figures.thinned(view.coarse_k) - offset,
            figures.thinned(view.sharpened_k) - offset,
        ]
        for view in views
    ]
    ndvi = figures.scale_of([ndvi for ndvi, _, _ in maps], "YlGn")
    lst = figures.scale_of([temperatures for _, *both in maps for temperatures in both], "inferno")
    keys = [_colour_bar("NDVI", ndvi), _colour_bar(f"LST [{unit}]", lst)]
    drawn: list[dict[str, object]] = [
        {
            "name": view.name,
            "ground": _ground(view),
            "bar": _scale_bar(view.width_m),
            "panels": [
                _panel(name, f"{name}, {view.name}", values, scale, shown_in)
                for name, values, scale, shown_in in zip(names, three, (ndvi, lst, lst), ("", unit, unit), strict=True)
            ],
        }
        for view, three in zip(views, maps, strict=True)
    ]
    return keys, drawn


def _panel(name: str, said: str, values: figures.Values, scale: figures.Scale, unit: str) -> dict[str, object]:
    """Return a map, its name, what is said of it to those who do not see it, and the width in em that suits it."""
    height, width = values.shape
    shown = values[np.isfinite(values)]
    span = f"{number_text(shown.min(), 2)} to {number_text(shown.max(), 2)}" if shown.size else "no values"
    return {
        "name": name,
        "alt": f"Map: {said}: {span} {unit}".strip(),
        "uri": figures.map_uri(values, scale),
        "widest": round(max(8, TALLEST * min(1, width / height)), 1),
    }


def _colour_bar(name: str, scale: figures.Scale) -> dict[str, object]:
    """Return a colour bar, its ticks and its name."""
    return {"name": name, "uri": scale.bar(), "ticks": scale.ticks(), "is_empty": scale.is_empty}


def _ground(view: View) -> str:
    """Return how much ground a view shows, as far as it is known."""
    sizes = ((view.width_m, "{} wide"), (view.pixel_m, "pixels of {}"))
    return ", ".join(text.format(_length(size)) for size, text in sizes if _is_length(size))


def _length(metres: float) -> str:
    return f"{metres / 1000:.3g} km" if metres >= 1000 else f"{metres:.3g} m"


def _is_length(metres: float) -> bool:
    return math.isfinite(metres) and metres > 0


def _scale_bar(width_m: float) -> tuple[float, str] | None:
    """Return (percent of the map's width, text) of a scale bar; None if the width is unknown."""
    if not _is_length(width_m):
        return None
    bar = scale_bar(width_m / 1000, 10 * SCALE_PERCENT)
    return round(100 * bar.length_m / width_m, 2), bar.text


def _residual(residual_k: NDArray[np.floating]) -> dict[str, object]:
    """Return the map of residuals, its colour bar, their histogram and what is written there."""
    values = figures.sensible(residual_k)
    scale = figures.scale_about_zero(values, "RdBu_r")
    return {
        **_panel("Residual", "residual", figures.thinned(values), scale, "K"),
        "key": _colour_bar("Residual [K]", scale),
        "histogram": plots.residual_histogram(values),
        "lines": plots.residual_lines(values),
    }


def _score(score: Score) -> dict[str, object]:
    """Return a row of the table of scores as texts."""
    numbers = (score.rmse_k, score.bias_k, score.mae_k, score.gain_percent)
    return {
        "name": score.name,
        "ratio": f"{score.ratio} ×",
        "numbers": [number_text(number, 2) if math.isfinite(number) else "–" for number in numbers],
        "is_used": score.is_used,
    }
