"""A virtual raster over the tiles of one period: a file of references, no pixel copied."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sentinel_toolkit.core.rasters.cog import COLOURS
from sentinel_toolkit.core.rasters.door import readable

COUNTS = "observations"  # the band in which 0, not the file's nodata, is nothing: it must not cover a neighbour's count
WHOLE = 1e-6  # pixels
TYPES = {"int16": "Int16", "uint8": "Byte", "float32": "Float32"}


def write_vrt(path: Path, rasters: Sequence[Path], folder: Path) -> None:
    """Write a VRT of rasters of ours, in one CRS and resolution, all with the same bands.

    Parameters
    ----------
    rasters
        Where they overlap the last one is seen.
    folder
        Where the VRT will stand: the rasters are named relative to it, so that it can be moved with them.
    """
    with readable(rasters[0]) as first:
        resolution, crs, dtype = first.res[0], first.crs.to_wkt(), first.dtypes[0]
        bands = list(zip(first.descriptions, first.scales, strict=True))
        nodata = first.nodata
    extents = [_extent(raster) for raster in rasters]
    left, top = min(extent.left for extent in extents), max(extent.top for extent in extents)
    right, bottom = max(extent.right for extent in extents), min(extent.bottom for extent in extents)
    width, height = (str(round(length / resolution)) for length in (right - left, top - bottom))
    lines = [
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">',
        f"  <SRS>{html.escape(crs)}</SRS>",
        f"  <GeoTransform>{left!r}, {resolution!r}, 0, {top!r}, 0, {-resolution!r}</GeoTransform>",
    ]
    for number, (name, scale) in enumerate(bands, 1):
        lines += [
            f'  <VRTRasterBand dataType="{TYPES[dtype]}" band="{number}">',
            f"    <Description>{html.escape(name)}</Description>",
            *([] if name == COUNTS else [f"    <NoDataValue>{nodata:g}</NoDataValue>"]),
            *([f"    <ColorInterp>{COLOURS[name].name.capitalize()}</ColorInterp>"] if name in COLOURS else []),
            f"    <Scale>{scale!r}</Scale>",
        ]
        for raster, extent in zip(rasters, extents, strict=True):
            row, column = (_pixels(length / resolution) for length in (top - extent.top, extent.left - left))
            relative = os.path.relpath(raster, folder).replace(os.sep, "/")
            size = f'xSize="{extent.width}" ySize="{extent.height}"'
            lines += [
                "    <ComplexSource>",
                f'      <SourceFilename relativeToVRT="1">{html.escape(relative)}</SourceFilename>',
                f"      <SourceBand>{number}</SourceBand>",
                f'      <SrcRect xOff="0" yOff="0" {size}/>',
                f'      <DstRect xOff="{column}" yOff="{row}" {size}/>',
                f"      <NODATA>{0 if name == COUNTS else nodata:g}</NODATA>",
                "    </ComplexSource>",
            ]
        lines.append("  </VRTRasterBand>")
    lines.append("</VRTDataset>")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _pixels(offset: float) -> float:
    """Return an offset in pixels, whole where it is but for rounding; tiles may lie on different lattices."""
    return round(offset) if abs(offset - round(offset)) < WHOLE else offset


class _Extent(NamedTuple):
    """Edges in the CRS, and size in pixels."""

    left: float
    bottom: float
    right: float
    top: float
    height: int
    width: int


def _extent(raster: Path) -> _Extent:
    with readable(raster) as dataset:
        return _Extent(*dataset.bounds, *dataset.shape)
