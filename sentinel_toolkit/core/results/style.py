"""What makes a result look right wherever it is opened: the .qml beside it, and a picture of it."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit import paths
from sentinel_toolkit.core.drawing.colour_ramps import colours_of, stops_of
from sentinel_toolkit.core.pixels.quantities import Quantity, quantity_of
from sentinel_toolkit.core.pixels.stretch import Stretch, picture_bands, stretch_of, stretch_range
from sentinel_toolkit.core.rasters.cog import read_overview
from sentinel_toolkit.core.rasters.writing import write_png

STOPS = 21  # of a ramp in a style: QGIS interpolates between them
STATISTICS_SIDE = 1000  # pixels of the overview that the percentiles are taken from
PICTURE_SIDE = 2000  # pixels of the longer side of a PNG
PAINTS = 256  # colours of a ramp in a picture
REFLECTANCE = re.compile(r"B\d[\dA]")  # the names of bands; others are indices and quantities, which have colours
_COLOURS = ("red", "green", "blue")


@dataclass(frozen=True)
class Ramp:
    """How one quantity is shown: ``name`` is a colour ramp's, from ``low`` to ``high`` in the raster's unit."""

    low: float
    high: float
    name: str

    def to_bytes(self, bands: NDArray[np.floating]) -> NDArray[np.uint8]:
        """Return red, green and blue (3, y, x) of one band (1, y, x); 0 where it is NaN, and no colour is."""
        scaled = np.clip((np.nan_to_num(bands[0]) - self.low) / (self.high - self.low), 0, 1)
        places = np.minimum((scaled * PAINTS).astype(int), PAINTS - 1)
        colours = np.maximum(colours_of(self.name, PAINTS)[places], 1)
        return np.moveaxis(np.where(np.isfinite(bands[0])[..., None], colours, 0), -1, 0).astype(np.uint8)


Colouring = Stretch | Ramp


def colouring_of(names: Sequence[str], values: NDArray[np.floating]) -> Colouring:
    """Return how a raster is shown, wherever it is: in its style, its picture, a contact sheet, on the web.

    Parameters
    ----------
    names
        Its bands.
    values : shape (band, …)
        Of its ``picture_bands``, in physical units, NaN where there is no data.
    """
    chosen = picture_bands(names)
    if len(chosen) == 1 and not REFLECTANCE.fullmatch(chosen[0]):
        quantity = quantity_of(chosen[0])
        return Ramp(*colours_range(quantity, values[0]), quantity.ramp)
    return stretch_of(chosen, values.reshape(len(chosen), -1))


def colours_range(quantity: Quantity, values: NDArray[np.floating]) -> tuple[float, float]:
    """Return (low, high) of a quantity's colours: each its own, or else the 2nd or 98th percentile of the data."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return low, high
    measured_low, measured_high = stretch_range(values)
    return measured_low if low is None else low, measured_high if high is None else high


def write_style(raster: Path, names: Sequence[str], colouring: Colouring | None = None) -> None:
    """Write ``<raster>.qml``: an index in its colours, bands in true colour or the nearest to it.

    Parameters
    ----------
    raster
        A finished raster.
    names
        Its bands.
    colouring
        Where several rasters share one.
    """
    chosen = picture_bands(names)
    numbers = [names.index(name) + 1 for name in chosen]
    colouring = colouring or colouring_of(names, read_overview(raster, numbers, STATISTICS_SIDE))
    if isinstance(colouring, Ramp):
        write_ramp_style(raster, colouring.low, colouring.high, colouring.name)
        return
    fields: dict[str, object] = {"gamma": f"{colouring.gamma:g}"}
    for colour, number, (low, high) in zip(_COLOURS, numbers, colouring.ranges, strict=False):
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
    """Write an 8-bit PNG of a finished raster, transparent where it has no data, as its style shows it."""
    numbers = [names.index(name) + 1 for name in picture_bands(names)]
    values = read_overview(raster, numbers, PICTURE_SIDE)
    colouring = colouring_of(names, read_overview(raster, numbers, STATISTICS_SIDE))
    layers = colouring.to_bytes(values)
    visible = np.where(layers.all(0), 255, 0).astype(np.uint8)
    write_png(picture, np.stack([*layers, visible]))
