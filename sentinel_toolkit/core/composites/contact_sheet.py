"""A contact sheet: small pictures of all composites, three beside each other, one colouring for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.crs import CRS
from PIL import Image, ImageDraw, ImageFont

from sentinel_toolkit.core.pixels.stretch import picture_bands
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters.quicklook import ground_of, over, read_quicklook
from sentinel_toolkit.core.results.style import Colouring

COLUMNS = 3
SIDE = 420  # pixels of a picture's longer side
GAP, CAPTION = 16, 34  # pixels
INK, PAPER, EMPTY = (29, 42, 51), (255, 255, 255), (232, 235, 238)


@dataclass(frozen=True)
class Panel:
    """One picture of the sheet: the rasters it shows may be in any CRS."""

    caption: str
    rasters: tuple[Path, ...]


def write_contact_sheet(path: Path, panels: Sequence[Panel], names: Sequence[str], colouring: Colouring) -> None:
    """Write the sheet as PNG.

    Parameters
    ----------
    names
        Bands of the rasters.
    colouring
        Of all of them.
    """
    crs, bounds = ground_of([raster for panel in panels for raster in panel.rasters])
    scale = SIDE / max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    width, height = (max(1, round(scale * (bounds[k + 2] - bounds[k]))) for k in (0, 1))
    transform = over(bounds, (height, width))
    columns = min(COLUMNS, len(panels))
    rows = -(-len(panels) // columns)
    size = GAP + columns * (width + GAP), GAP + rows * (height + CAPTION + GAP)
    sheet = Image.new("RGB", size, PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    for number, panel in enumerate(panels):
        x = GAP + number % columns * (width + GAP)
        y = GAP + number // columns * (height + CAPTION + GAP)
        sheet.paste(Image.fromarray(_picture(panel.rasters, names, colouring, crs, transform, (height, width))), (x, y))
        pen.text((x, y + height + 6), panel.caption, INK, font)
    sheet.save(path, "PNG", optimize=True)


def _picture(
    rasters: Sequence[Path],
    names: Sequence[str],
    colouring: Colouring,
    crs: CRS,
    transform: Affine,
    shape: tuple[int, int],
) -> NDArray[np.uint8]:
    """Return the picture (y, x, 3) of rasters on one grid, grey where there is no data."""
    chosen = picture_bands(names)
    picture = np.empty((*shape, 3), np.uint8)
    picture[:] = EMPTY
    for raster in rasters:
        numbers = [names.index(name) + 1 for name in chosen]
        shown = read_quicklook(raster, numbers, NODATA, crs, transform, shape)
        layers = colouring.to_bytes(shown)
        seen = layers.all(0)
        picture[seen] = np.broadcast_to(np.moveaxis(layers, 0, -1), picture.shape)[seen]
    return picture
