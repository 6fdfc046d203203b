"""What makes a result look right wherever it is opened: the .qml beside it, and a picture of it."""

from __future__ import annotations

import math
import string
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sentinel_toolkit import paths
from sentinel_toolkit.core.drawing.colour_ramps import stops_of
from sentinel_toolkit.core.pixels.stretch import picture_bands, stretch_range, to_bytes
from sentinel_toolkit.core.rasters.cog import read_overview
from sentinel_toolkit.core.rasters.writing import write_png

STOPS = 21  # of a ramp in a style: QGIS interpolates between them
STATISTICS_SIDE = 1000  # pixels of the overview that the percentiles are taken from
PICTURE_SIDE = 2000  # pixels of the longer side of a PNG
_COLOURS = ("red", "green", "blue")


def write_style(raster: Path, names: Sequence[str], ranges: Sequence[tuple[float, float]] | None = None) -> None:
    """Write ``<raster>.qml``: true colour (or the nearest to it), between the 2nd and 98th percentile.

    Parameters
    ----------
    raster
        A finished raster.
    names
        Its bands.
    ranges
        Of the bands that are shown, where several rasters share a stretch.
    """
    chosen = picture_bands(names)
    numbers = [names.index(name) + 1 for name in chosen]
    ranges = ranges or [stretch_range(band) for band in read_overview(raster, numbers, STATISTICS_SIDE)]
    fields = {}
    for colour, number, (low, high) in zip(_COLOURS, numbers, ranges, strict=False):
        fields.update({f"{colour}_band": number, f"{colour}_min": f"{low:.4f}", f"{colour}_max": f"{high:.4f}"})
    template = paths.RESOURCES / "styles" / ("colour.qml" if len(chosen) == 3 else "grey.qml")
    raster.with_suffix(".qml").write_text(string.Template(template.read_text("utf-8")).substitute(fields), "utf-8")


def write_ramp_style(raster: Path, low: float, high: float, ramp: str, band: int = 1) -> None:
    """Write ``<raster>.qml``: one band in the colours of a ramp from ``low`` to ``high``.

    Parameters
    ----------
    low, high
        In the raster's physical unit.
    ramp
        Name of a colour ramp.
    """
    stops = stops_of(ramp, low, high, STOPS)
    decimals = max(0, 2 - math.floor(math.log10(high - low)))
    between = [f"{(value - low) / (high - low):.6f};{_components(colour)}" for value, colour in stops[1:-1]]
    items = [
        f'          <item alpha="255" value="{value:.{decimals + 2}f}" label="{value:.{decimals}f}" color="{colour}"/>'
        for value, colour in stops
    ]
    fields = {
        "band": band,
        "low": f"{low:.{decimals + 2}f}",
        "high": f"{high:.{decimals + 2}f}",
        "decimals": decimals,
        "first": _components(stops[0][1]),
        "last": _components(stops[-1][1]),
        "stops": ":".join(between),
        "items": "\n".join(items),
    }
    template = paths.RESOURCES / "styles" / "ramp.qml"
    raster.with_suffix(".qml").write_text(string.Template(template.read_text("utf-8")).substitute(fields), "utf-8")


def _components(colour: str) -> str:
    """Return ``255,0,0,255`` of ``#ff0000``."""
    return ",".join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5)) + ",255"


def write_picture(raster: str | Path, names: Sequence[str], picture: str | Path) -> None:
    """Write an 8-bit PNG of a finished raster, transparent where it has no data, stretched like its style."""
    numbers = [names.index(name) + 1 for name in picture_bands(names)]
    values = read_overview(raster, numbers, PICTURE_SIDE)
    layers = [to_bytes(band, *stretch_range(band)) for band in values]
    visible = np.where(np.all([layer > 0 for layer in layers], axis=0), 255, 0).astype(np.uint8)
    write_png(picture, np.stack([*layers, visible]))
