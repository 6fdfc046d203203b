"""Virtual rasters (VRT) of the user's own, ours among them: mosaics of files here, and nothing else.

A VRT can name servers, archives, raw bytes of any file, and code. Only what puts files together is let through: GDAL's
own names of it, spelt as GDAL writes them, for its parser takes any case, and attributes for elements.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path
from xml.etree.ElementTree import Element  # nosec B405  (the type alone: defusedxml parses)

import defusedxml.ElementTree

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.targets import stream_of
from sentinel_toolkit.core.rasters.kinds import GEOTIFF, JPEG_2000, kind_of_file

SUFFIX, DRIVER = ".vrt", "VRT"
MAX_BYTES = 50_000_000  # of a VRT: some 100 000 sources
CHECKED = 1000  # VRTs that are remembered: each is opened again for each strip that is read of it
SOURCE = "SourceFilename"
# https://gdal.org/en/stable/drivers/raster/vrt.html, less what computes, warps, or names files in other ways.
ELEMENTS = frozenset(
    (
        *("VRTDataset", "SRS", "GeoTransform", "GCPList", "GCP", "Metadata", "MDI", "BlockXSize", "BlockYSize"),
        *("OverviewList", "MaskBand", "VRTRasterBand", "Description", "NoDataValue", "HideNoDataValue", "UnitType"),
        *("Offset", "Scale", "ColorInterp", "ColorTable", "Entry", "CategoryNames", "Category", "Histograms"),
        *("HistItem", "HistMin", "HistMax", "BucketCount", "IncludeOutOfRange", "Approximate", "HistCounts"),
        *("SimpleSource", "ComplexSource", "AveragedSource", SOURCE, "SourceBand", "SourceProperties", "SrcRect"),
        *("DstRect", "NODATA", "UseMaskBand", "ScaleOffset", "ScaleRatio", "SrcMin", "SrcMax", "DstMin", "DstMax"),
        *("Clamp", "Exponent", "LUT", "ColorTableComponent"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("rasterXSize", "rasterYSize", "dataAxisToSRSAxisMapping", "coordinateEpoch", "domain", "format", "key"),
        *("dataType", "band", "blockXSize", "blockYSize", "relativeToVRT", "shared", "resampling", "RasterXSize"),
        *("RasterYSize", "DataType", "BlockXSize", "BlockYSize", "xOff", "yOff", "xSize", "ySize", "c1", "c2", "c3"),
        *("c4", "Projection", "Id", "Info", "Pixel", "Line", "X", "Y", "Z"),
    )
)


def check(path: str) -> None:
    """Refuse a VRT that is more than a mosaic of GeoTIFF and JPEG 2000 files on this computer.

    Raises
    ------
    UnreadableRasterError
        If so, or if it cannot be read.
    """
    name = os.path.basename(path)
    try:
        state = os.stat(path)
        _check(os.path.realpath(path), (state.st_size, state.st_mtime_ns))
    except (OSError, ValueError, defusedxml.ElementTree.ParseError) as error:
        raise UnreadableRasterError(f"{name} cannot be opened: {error}.", "Save it as GeoTIFF.") from error


@functools.lru_cache(CHECKED)
def _check(path: str, state: tuple[int, int]) -> None:
    """Raise what a VRT, as it is at the moment, has that is not opened; one that has nothing is remembered."""
    if state[0] > MAX_BYTES:
        raise ValueError("it is too large")
    with open(path, encoding="utf-8") as content:
        text = content.read()
    if "<?" in text.removeprefix("<?xml"):
        raise ValueError("it holds instructions to programs")
    root = defusedxml.ElementTree.fromstring(text, forbid_dtd=True)
    if root.tag != "VRTDataset":
        raise ValueError("it is no VRT")
    for node in root.iter():
        odd = next(iter({node.tag} - ELEMENTS or set(node.attrib) - ATTRIBUTES), "")
        if odd:
            raise ValueError(f"it is more than a mosaic of files: it has {odd}")
        if node.tag == SOURCE and not _is_plain(node, os.path.dirname(path)):
            raise ValueError(f"{node.text!r} in it is no GeoTIFF or JPEG 2000 file on this computer")


def files_of(path: str) -> list[str]:
    """Return the files that a VRT puts together; none where it cannot be read, which opening it will say."""
    try:
        if os.path.getsize(path) > MAX_BYTES or stream_of(path):
            return []
        root = defusedxml.ElementTree.fromstring(Path(path).read_bytes(), forbid_dtd=True)
    except (OSError, ValueError, defusedxml.ElementTree.ParseError):
        return []
    folder = os.path.dirname(os.path.realpath(path))
    return [os.path.join(folder, node.text or "") for node in root.iter(SOURCE)]


def _is_plain(source: Element, folder: str) -> bool:
    """Tell whether a source is one plain file, for GDAL and for us, and a GeoTIFF or JPEG 2000."""
    name, is_relative = source.text or "", source.get("relativeToVRT", "0")
    if len(source) or name != name.strip() or is_relative not in ("0", "1"):
        return False
    if name.startswith("/vsi") or (":" in name and not os.path.isabs(name)):  # GDAL's names of other things than files
        return False
    path = os.path.join(folder, name) if is_relative == "1" else name
    return os.path.isfile(path) and kind_of_file(path) in (GEOTIFF, JPEG_2000)
