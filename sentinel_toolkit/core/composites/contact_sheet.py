"""A contact sheet: small pictures of all composites, three beside each other, one stretch for all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import rasterio
from affine import Affine
from PIL import Image, ImageDraw, ImageFont
from rasterio.enums import Resampling
from rasterio.warp import reproject, transform_bounds

from sentinel_toolkit.core.pixels.stretch import picture_bands, to_bytes
from sentinel_toolkit.core.pixels.temporal import NODATA

COLUMNS = 3
SIDE = 420  # pixels of a picture's longer side
GAP, CAPTION = 16, 34  # pixels
INK, PAPER, EMPTY = (29, 42, 51), (255, 255, 255), (232, 235, 238)


@dataclass(frozen=True)
class Panel:
    """One picture of the sheet: its caption and the rasters it shows, in any CRS."""

    caption: str
    rasters: tuple


def write_contact_sheet(path, panels, names, ranges):
    """Write the sheet as PNG.

    Parameters
    ----------
    path : Path
    panels : list of Panel
    names : sequence of str
        Bands of the rasters.
    ranges : list of (low, high)
        Of the bands that are shown, in reflectance.
    """
    crs, bounds = _ground([raster for panel in panels for raster in panel.rasters])
    scale = SIDE / max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    width, height = (max(1, round(scale * (bounds[k + 2] - bounds[k]))) for k in (0, 1))
    transform = _grid(bounds, width, height)
    columns = min(COLUMNS, len(panels))
    rows = -(-len(panels) // columns)
    size = GAP + columns * (width + GAP), GAP + rows * (height + CAPTION + GAP)
    sheet = Image.new("RGB", size, PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    for number, panel in enumerate(panels):
        x = GAP + number % columns * (width + GAP)
        y = GAP + number // columns * (height + CAPTION + GAP)
        sheet.paste(Image.fromarray(_picture(panel.rasters, names, ranges, crs, transform, (height, width))), (x, y))
        pen.text((x, y + height + 6), panel.caption, INK, font)
    sheet.save(path, "PNG", optimize=True)


def _grid(bounds, width, height):
    """Return the transform of a raster of so many pixels over bounds."""
    left, bottom, right, top = bounds
    return Affine((right - left) / width, 0, left, 0, (bottom - top) / height, top)


def _ground(rasters):
    """Return the CRS of the first raster and the bounds of all in it."""
    crs, boxes = None, []
    for raster in rasters:
        with rasterio.open(raster) as dataset:
            crs = crs or dataset.crs
            boxes.append(dataset.bounds if dataset.crs == crs else transform_bounds(dataset.crs, crs, *dataset.bounds))
    boxes = np.array(boxes)
    return crs, (*boxes[:, :2].min(0), *boxes[:, 2:].max(0))


def _picture(rasters, names, ranges, crs, transform, shape):
    """Return the picture (y, x, 3) of rasters on one grid, grey where there is no data."""
    chosen = picture_bands(names)
    picture = np.empty((*shape, 3), np.uint8)
    picture[:] = EMPTY
    for raster in rasters:
        with rasterio.open(raster) as dataset:
            numbers = [names.index(name) + 1 for name in chosen]
            # Near the size that is shown, overviews are read instead of all pixels.
            factor = max(1.0, transform.a / dataset.transform.a)
            read = tuple(max(1, round(length / factor)) for length in dataset.shape)
            stored = dataset.read(numbers, out_shape=(len(numbers), *read), resampling=Resampling.average)
            coarse = _grid(dataset.bounds, read[1], read[0])
            scales = [dataset.scales[number - 1] for number in numbers]
            source_crs = dataset.crs
        values = np.where(stored == NODATA, np.nan, stored * np.reshape(scales, (-1, 1, 1))).astype(np.float32)
        shown = np.full((len(numbers), *shape), np.nan, np.float32)
        reproject(
            values,
            shown,
            src_transform=coarse,
            src_crs=source_crs,
            dst_transform=transform,
            dst_crs=crs,
            src_nodata=np.nan,
            dst_nodata=np.nan,
            resampling=Resampling.bilinear,
        )
        layers = [to_bytes(band, *limits) for band, limits in zip(shown, ranges, strict=True)]
        seen = np.all([layer > 0 for layer in layers], axis=0)
        colours = np.stack(layers * (3 // len(layers)), -1)
        picture[seen] = colours[seen]
    return picture
