"""Products of an OData catalogue become Scenes."""

from __future__ import annotations

import re
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.geo.area import on_the_globe
from sentinel_toolkit.core.pixels.reflectance import decide_offset
from sentinel_toolkit.core.scenes import checksums
from sentinel_toolkit.core.scenes.scene import Asset, Scene, datastrip_of, parse_product_name
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, number
from sentinel_toolkit.core.services import hrefs

_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def scene_from_product(product: dict[str, Any], source: str, catalogue: str, download: str) -> Scene:
    """Return the Scene of a product.

    Parameters
    ----------
    product
        As the catalogue answers it, with its attributes.
    source
        Row of the sources it came from.
    catalogue, download
        Addresses of the OData services that list it and that serve it.

    Raises
    ------
    UnusableItemError
        If it has no valid id, name, time or place.
    """
    try:
        return _scene(product, source, catalogue, download)
    except Exception as error:  # whatever a stranger's JSON does to us is that one product's fault
        name = str(product.get("Name", "?"))
        raise UnusableItemError(f"Product {name[:100]!r} of the catalogue cannot be used: {error!r:.200}.") from error


def _scene(product: dict[str, Any], source: str, catalogue: str, download: str) -> Scene:
    identifier, name = product["Id"], product["Name"]
    if not _ID.fullmatch(identifier):
        raise ValueError(f"its Id is {identifier!r}")
    fields = parse_product_name(name)
    if not fields:
        raise ValueError("its name is no product's")
    attributes = _attributes(product)
    zenith_deg = number(attributes.get("illuminationZenithAngle"))
    orbit = attributes.get("relativeOrbitNumber")
    size = product.get("ContentLength")
    size = size if isinstance(size, int) and 0 < size < 2**53 else None
    href = f"{download}/Products({identifier})/$value"
    decision = decide_offset(fields["baseline"])
    return Scene(
        id=re.sub(r"\.(SAFE|SEN3)$", "", name),
        collection=fields["product"],
        platform=f"sentinel-{fields['mission'][1:].lower()}",
        product=fields["product"],
        datetime=parse_time(product["ContentDate"]["Start"]),
        footprint=_footprint(product),
        source=source,
        assets={"product": Asset(href, size_bytes=size, checksum=_checksum(product))},
        name=name,
        datatake=fields["datatake"],
        datastrip=datastrip_of(attributes.get("datastripId")),
        tile=fields.get("tile", ""),
        frame=fields.get("frame", ""),
        timeliness=fields.get("timeliness", ""),
        centre=fields.get("centre", ""),
        relative_orbit=int(str(orbit)) if str(orbit).isdigit() else fields["orbit"],
        orbit_state=str(attributes.get("orbitDirection") or "").lower(),
        baseline=fields["baseline"],
        cloud=number(attributes.get("cloudCover")),
        sun_elevation=None if zenith_deg is None else 90 - zenith_deg,
        size_mb=size / 1e6 if size else None,
        online=product.get("Online") is not False,
        thumbnail=_quicklook(product),
        self_href=f"{catalogue}/Products({identifier})",
        offset_dn=decision.offset_dn,
        offset_reason=decision.reason,
    )


def _attributes(product: dict[str, Any]) -> dict[str, Any]:
    entries = product.get("Attributes")
    return {entry["Name"]: entry.get("Value") for entry in entries or [] if isinstance(entry, dict) and "Name" in entry}


def _footprint(product: dict[str, Any]) -> BaseGeometry:
    """Return the footprint: GeoJSON, or the text of OData."""
    if product.get("GeoFootprint"):
        geometry = shape(product["GeoFootprint"])
    else:
        geometry = shapely.from_wkt(product["Footprint"].partition("SRID=4326;")[2].partition("'")[0])
    return on_the_globe(geometry)


def _checksum(product: dict[str, Any]) -> str:
    """Return the MD5 as a multihash; empty where there is none (the list may be empty or hold empty dicts)."""
    entries = product.get("Checksum")
    found = (e.get("Value") for e in entries or [] if isinstance(e, dict) and e.get("Algorithm") == "MD5")
    return next((checksums.multihash("md5", value) for value in found if isinstance(value, str)), "")


def _quicklook(product: dict[str, Any]) -> str:
    entries = product.get("Assets")
    links = (
        e.get("DownloadLink")
        for e in entries or []
        if isinstance(e, dict) and e.get("Type", "QUICKLOOK") == "QUICKLOOK"
    )
    return next((href for href in (hrefs.accept(link, "") for link in links) if href), "")
