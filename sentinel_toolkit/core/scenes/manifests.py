"""The single files of an ESA product at CDSE: named in its manifest, fetched one by one (OData Nodes)."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element  # nosec B405  (the type alone: defusedxml parses)

import defusedxml.ElementTree

from sentinel_toolkit.contract.errors import CorruptFileError
from sentinel_toolkit.core.scenes import checksums
from sentinel_toolkit.core.scenes.asset_keys import SLSTR_FILES
from sentinel_toolkit.core.scenes.names import is_plain, whole_number
from sentinel_toolkit.core.scenes.scene import Asset, Scene

MAX_XML_BYTES = 50_000_000  # real manifests have 0.07 (Sentinel-2) or 0.3 MB, metadata less than 1
_IMAGE = re.compile(r".*_(B\d[\dA]|SCL)(?:_(10|20|60)m)?\.jp2", re.IGNORECASE)
_ALGORITHMS = {"MD5": "md5", "SHA3-256": "sha3_256"}
# File name -> asset key; of metadata and of Sentinel-3 files.
NAMES = {
    "MTD_MSIL2A.xml": "product_metadata",
    "MTD_MSIL1C.xml": "product_metadata",
    "MTD_TL.xml": "granule_metadata",
    "manifest.safe": "manifest",
    "xfdumanifest.xml": "manifest",
    "LST_in.nc": "LST",
    "LST_ancillary_ds.nc": "LST_ancillary_ds",
    **{f"{stem}.nc": stem for stem in SLSTR_FILES},
}


def manifest_of(scene: Scene) -> Asset | None:
    """Return the Asset of the manifest of a scene whose whole product is at an OData service; None if it is not."""
    product = scene.assets.get("product")
    base = (product.alternate or product.href) if product else ""
    suffix = ".SEN3" if scene.name.startswith("S3") else ".SAFE"
    folder = scene.name if scene.name.endswith(suffix) else scene.name + suffix
    if not base.endswith("/$value") or not is_plain(folder):
        return None
    name = "xfdumanifest.xml" if suffix == ".SEN3" else "manifest.safe"
    return Asset(_node(base, folder, name))


def _node(product_href: str, *path: str) -> str:
    """Return the address of one file in a product."""
    nodes = "".join(f"/Nodes({quote(part, safe='')})" for part in path)
    return f"{product_href.removesuffix('/$value')}{nodes}/$value"


def assets_of(manifest: Path, href: str) -> dict[str, Asset]:
    """Return our assets by key, as a manifest lists them: each band in its finest resolution.

    Parameters
    ----------
    href
        Where it was fetched: what its paths are relative to.

    Raises
    ------
    CorruptFileError
        If it is no manifest.
    """
    root = read_xml(manifest)
    product_href, folder, _ = href.rsplit("/Nodes(", 2)
    found: dict[str, tuple[int, Asset]] = {}
    for stream in root.iterfind(".//{*}byteStream"):
        location = stream.find("{*}fileLocation")
        path = _path(location.get("href", "")) if location is not None else None
        if path is None:
            continue
        key, fineness = _key(path[-1])
        if key is None or (key in found and found[key][0] <= fineness):
            continue
        address = _node(f"{product_href}/$value", unquote(folder.rstrip(")")), *path)
        found[key] = (
            fineness,
            Asset(address, size_bytes=whole_number(stream.get("size", "")), checksum=_checksum(stream)),
        )
    return {key: asset for key, (_, asset) in found.items()}


def read_xml(path: Path) -> Element:
    """Return the root element of a file of a product.

    Raises
    ------
    CorruptFileError
        If it is not well-formed, or none that a product has.
    """
    try:
        if path.stat().st_size > MAX_XML_BYTES:
            raise ValueError("it is too large")
        return defusedxml.ElementTree.fromstring(path.read_bytes())
    except (ValueError, LookupError, OSError, defusedxml.ElementTree.ParseError) as error:
        raise CorruptFileError(f"{path.name.removesuffix('.part')} cannot be read: {error}.", "") from error


def _path(href: str) -> tuple[str, ...] | None:
    """Return the parts of a path inside the product; None for one that is not."""
    parts = PurePosixPath(href).parts
    return parts if parts and all(map(is_plain, parts)) else None


def _key(name: str) -> tuple[str | None, int]:
    """Return (our key of a file, its resolution); (None, 0) for files that no job needs."""
    if name in NAMES:
        return NAMES[name], 0
    match = _IMAGE.fullmatch(name)
    return (match.group(1).upper(), int(match.group(2) or 0)) if match else (None, 0)


def _checksum(stream: Element) -> str:
    for element in stream.iterfind("{*}checksum"):
        algorithm = _ALGORITHMS.get(element.get("checksumName", "").upper())
        if algorithm:
            return checksums.multihash(algorithm, element.text or "")
    return ""


def local_path(href: str) -> list[str] | None:
    """Return the path (parts) of a product's single file as its address tells it; None if it tells none we trust."""
    parts = [unquote(part) for part in re.findall(r"/Nodes\(([^()]*)\)", urlsplit(href).path)]
    return parts if len(parts) > 1 and all(map(is_plain, parts)) else None
