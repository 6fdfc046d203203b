"""What makes a result look right wherever it is opened: the .qml beside it, and a picture of it."""

from __future__ import annotations

import string

import numpy as np
import rasterio

from sentinel_toolkit import paths
from sentinel_toolkit.core.io.cog import read_overview
from sentinel_toolkit.core.science.stretch import picture_bands, stretch_range, to_bytes

STATISTICS_SIDE = 1000  # pixels of the overview that the percentiles are taken from
PICTURE_SIDE = 2000  # pixels of the longer side of a PNG
_COLOURS = ("red", "green", "blue")


def write_style(raster, names, ranges=None):
    """Write ``<raster>.qml``: true colour (or the nearest to it), between the 2nd and 98th percentile.

    Parameters
    ----------
    raster : Path
        A finished raster.
    names : sequence of str
        Its bands.
    ranges : list of (low, high), optional
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


def write_picture(raster, names, picture):
    """Write an 8-bit PNG of a finished raster, transparent where it has no data, stretched like its style."""
    numbers = [names.index(name) + 1 for name in picture_bands(names)]
    values = read_overview(raster, numbers, PICTURE_SIDE)
    layers = [to_bytes(band, *stretch_range(band)) for band in values]
    visible = np.where(np.all([layer > 0 for layer in layers], axis=0), 255, 0).astype(np.uint8)
    pixels = np.stack([*layers, visible])
    with rasterio.Env(GDAL_PAM_ENABLED="NO"):  # no .aux.xml beside a picture
        profile = {"driver": "PNG", "dtype": "uint8", "count": len(pixels)}
        with rasterio.open(picture, "w", height=pixels.shape[1], width=pixels.shape[2], **profile) as dataset:
            dataset.write(pixels)
