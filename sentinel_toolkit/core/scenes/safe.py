"""Sentinel-2 products in ESA's SAFE format, as folders or zips, read through their MTD_MSIL2A.xml."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import defusedxml.ElementTree
from shapely.geometry import Polygon

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.scenes.packages import Package, holds, open_package
from sentinel_toolkit.core.scenes.scene import Asset, Scene, datastrip_of, parse_product_name

PRODUCT_METADATA = "MTD_MSIL2A.xml"
TILE_METADATA = "MTD_TL.xml"
_IMAGE = re.compile(r"GRANULE/[^/]+/IMG_DATA/(?:R\d0m/)?[^/]+_(B\d[\dA]|SCL)_(10|20|60)m\.(?:jp2|tif)", re.IGNORECASE)

# Field of the Scene -> element of MTD_MSIL2A.xml that holds it (percent).
_PERCENTAGES = {
    "cloud": "Cloud_Coverage_Assessment",
    "vegetation": "VEGETATION_PERCENTAGE",
    "water": "WATER_PERCENTAGE",
    "snow": "SNOW_ICE_PERCENTAGE",
    "nodata": "NODATA_PIXEL_PERCENTAGE",
}


class UnreadableProductError(CatalogueError):
    """One product of a folder cannot be read; the others can."""


def read_product(path: str | Path) -> Scene:
    """Return the Scene of a SAFE folder or of a zip that holds one.

    Raises
    ------
    UnreadableProductError
        Naming the product and what is wrong with it.
    """
    try:
        return _scene(open_package(path, PRODUCT_METADATA))
    except Exception as error:  # truncated, encrypted, not XML, half the elements missing: that one product's fault
        raise UnreadableProductError(f"{Path(path).name} cannot be read: {error}.") from error


def is_product(path: str | Path) -> bool:
    """Tell whether a zip holds a product; a broken one that is named like one counts, so that it is reported."""
    return holds(path, PRODUCT_METADATA, "MSIL2A")


def _scene(product: Package) -> Scene:
    metadata = _Elements(product.read(PRODUCT_METADATA))
    tile_file = next((name for name in product.names if PurePosixPath(name).name == TILE_METADATA), None)
    tile = _Elements(product.read(tile_file)) if tile_file else None
    # S2MSI2Ap of 2017 and 2018, and Sen2Cor of that time, name themselves and the L1C that they were made of.
    name = metadata.text("PRODUCT_URI") or metadata.text("PRODUCT_URI_2A")
    fields = parse_product_name(name)
    if fields.get("level") != "L2A":
        raise ValueError(f"{name!r} is no L2A product")
    zenith_deg = tile.number("Mean_Sun_Angle/ZENITH_ANGLE") if tile else None
    sensing = tile.text("SENSING_TIME") if tile else ""
    offset_dn, reason = _offset(metadata)
    quantification = metadata.number("BOA_QUANTIFICATION_VALUE") or metadata.number("L2A_BOA_QUANTIFICATION_VALUE")
    percentages: dict[str, Any] = {field: metadata.number(element) for field, element in _PERCENTAGES.items()}
    return Scene(
        id=name.removesuffix(".SAFE"),
        collection="sentinel-2-l2a",
        platform=metadata.text("SPACECRAFT_NAME").lower(),
        product="sentinel-2-l2a",
        datetime=parse_time(sensing or metadata.text("PRODUCT_START_TIME")),
        footprint=_footprint(metadata.text("EXT_POS_LIST")),
        source="folder",
        assets=_assets(product, 1 / (quantification or QUANTIFICATION)),
        name=name,
        datatake=fields["datatake"],
        datastrip=datastrip_of(tile.text("DATASTRIP_ID") if tile else ""),
        tile=fields["tile"],
        relative_orbit=fields["orbit"],
        orbit_state=metadata.text("SENSING_ORBIT_DIRECTION").lower(),
        baseline=metadata.text("PROCESSING_BASELINE") or fields["baseline"],
        sun_elevation=None if zenith_deg is None else 90 - zenith_deg,
        size_mb=product.size_bytes / 1e6,
        online=True,
        self_href=product.uri(PRODUCT_METADATA),
        offset_dn=offset_dn,
        offset_reason=reason,
        **percentages,
    )


def _offset(metadata: _Elements) -> tuple[float, str]:
    """Return (DN, reason) as the product itself states it."""
    offsets = {float(text) for text in metadata.texts("BOA_ADD_OFFSET")}
    if len(offsets) > 1:
        raise ValueError(f"its bands have different offsets ({sorted(offsets)}), which no baseline so far has")
    if not offsets:
        return 0, f"{PRODUCT_METADATA} states no BOA_ADD_OFFSET (baseline {metadata.text('PROCESSING_BASELINE')})"
    return offsets.pop(), f"BOA_ADD_OFFSET of {PRODUCT_METADATA}"


def _assets(product: Package, scale: float) -> dict[str, Asset]:
    """Return each band in its finest resolution."""
    finest: dict[str, tuple[int, str]] = {}
    for name in product.names:
        match = _IMAGE.fullmatch(name)
        if match:
            band, resolution = match.group(1).upper(), int(match.group(2))
            if band not in finest or resolution < finest[band][0]:
                finest[band] = resolution, product.href(name)
    return {band: Asset(href, scale=None if band == "SCL" else scale) for band, (_, href) in sorted(finest.items())}


def _footprint(positions: str) -> Polygon:
    """Return the polygon of EXT_POS_LIST: latitude and longitude in turn, sometimes with heights."""
    numbers = [float(text) for text in positions.split()]
    step = 3 if len(numbers) % 3 == 0 and numbers[0] == numbers[-3] and numbers[1] == numbers[-2] else 2
    return Polygon(list(zip(numbers[1::step], numbers[0::step], strict=False)))


class _Elements:
    """An XML document whose namespaces change with every version of the format: found by local names alone."""

    def __init__(self, data: bytes) -> None:
        self._root = defusedxml.ElementTree.fromstring(data)

    def texts(self, path: str) -> list[str]:
        return [(element.text or "").strip() for element in self._root.iterfind(f".//{path}")]

    def text(self, path: str) -> str:
        return next(iter(self.texts(path)), "")

    def number(self, path: str) -> float | None:
        text = self.text(path)
        return float(text) if text else None
