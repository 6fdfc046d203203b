"""STAC items of any catalogue become Scenes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.geo.area import on_the_globe
from sentinel_toolkit.core.pixels.reflectance import decide_offset
from sentinel_toolkit.core.scenes.asset_keys import METADATA, band_of, only_band
from sentinel_toolkit.core.scenes.scene import LST, Asset, Scene, datastrip_of, parse_product_name
from sentinel_toolkit.core.services import hrefs

# Field of the Scene -> the item properties that may hold it, first one wins.
PROPERTIES = {
    "name": ("s2:product_uri", "sentinel_toolkit:name"),
    "cloud": ("eo:cloud_cover",),
    "vegetation": ("s2:vegetation_percentage",),
    "water": ("s2:water_percentage",),
    "snow": ("s2:snow_ice_percentage", "eo:snow_cover"),
    "nodata": ("s2:nodata_pixel_percentage",),
    "sun_elevation": ("view:sun_elevation",),
    "baseline": ("s2:processing_baseline", "processing:version"),
    "orbit_state": ("sat:orbit_state",),
    "relative_orbit": ("sat:relative_orbit",),
    "size_mb": ("sentinel_toolkit:size_mb",),
    "online": ("sentinel_toolkit:online",),
}
MAX_CORNERS = 5000  # of a footprint; the most winding swaths have some hundred
_NUMBERS = ("cloud", "vegetation", "water", "snow", "nodata", "sun_elevation", "size_mb")
_TEXTS = ("name", "orbit_state")
_STATISTICS = ("vegetation", "water", "nodata")  # fields that CDSE keeps in a property of its own


class UnusableItemError(CatalogueError):
    """One item of an answer cannot become a Scene; the others can."""


def scene_from_item(
    item: dict[str, Any], source: str, base: str = "", root: Path | None = None
) -> tuple[Scene, list[str]]:
    """Return the Scene of a STAC item, and its asset hrefs that were not trusted.

    Parameters
    ----------
    item
        STAC 1.0 or 1.1.
    source
        Row of the sources it came from.
    base
        URL or folder that relative hrefs start from.
    root
        Folder that local files must lie in (None: a remote item may name none).

    Raises
    ------
    UnusableItemError
        If it has no id, time or place.
    """
    try:
        return _scene(item, source, base, root)
    except Exception as error:  # whatever a stranger's JSON does to us is that one item's fault
        name = item.get("id", "?") if isinstance(item, dict) else "?"
        raise UnusableItemError(f"Item {str(name)[:80]!r} of the catalogue cannot be used: {error!r:.200}.") from error


def _scene(item: dict[str, Any], source: str, base: str, root: Path | None) -> tuple[Scene, list[str]]:
    properties = item["properties"]
    identifier = str(item["id"])
    values = _values(properties)
    fields = _product_fields(item, values["name"])
    kind = _text(properties.get("sentinel_toolkit:product")) or fields.get("product") or _product(item)
    start = properties.get("start_datetime") if kind == LST else None
    assets, dropped = _assets(item.get("assets") or {}, base, root)
    thumbnail = assets.pop("thumbnail", None)
    product = assets.get("product")
    values["size_mb"] = values["size_mb"] or (product and product.size_bytes and product.size_bytes / 1e6)
    scene = Scene(
        id=identifier,
        collection=_collection(item),
        platform=_text(properties.get("platform")).lower() or _platform(fields),
        product=kind,
        datetime=parse_time(start or properties.get("datetime") or properties.get("start_datetime")),
        footprint=_footprint(item),
        source=_text(properties.get("sentinel_toolkit:source")) or source,
        assets=assets,
        name=values.pop("name") or fields.get("name") or identifier,
        datatake=fields.get("datatake") or _datatake(properties),
        datastrip=_datastrip(properties),
        tile=_tile(properties) or fields.get("tile", ""),
        frame=fields.get("frame", ""),
        timeliness=fields.get("timeliness", ""),
        centre=fields.get("centre", ""),
        relative_orbit=_integer(values.pop("relative_orbit")) or fields.get("orbit"),
        baseline=(kind != LST and _text(values.pop("baseline"))) or fields.get("baseline", ""),
        online=values.pop("online") is not False,
        thumbnail=thumbnail.href if thumbnail else "",
        self_href=_self_href(item),
        **{key: value for key, value in values.items() if key != "baseline"},
    )
    return scene if kind == LST else _with_offset(scene, item), dropped


def _values(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the Scene that are plain properties."""
    values = {field: _first(properties, keys) for field, keys in PROPERTIES.items()}
    values.update({field: number(values[field]) for field in _NUMBERS})
    values.update({field: _text(values[field]) for field in _TEXTS})
    stated = properties.get("statistics")
    statistics = stated if isinstance(stated, dict) else {}
    for field in _STATISTICS:
        values[field] = number(statistics.get(field)) if values[field] is None else values[field]
    zenith_deg = number(properties.get("s2:mean_solar_zenith"))
    if values["sun_elevation"] is None and zenith_deg is not None:
        values["sun_elevation"] = 90 - zenith_deg
    return values


def _product_fields(item: dict[str, Any], name: str) -> dict[str, Any]:
    """Return what the product's name says: the name itself, the item's id, or a folder that its files lie in."""
    entries = item.get("assets") or {}
    hrefs_of_files = (entry.get("href") for entry in entries.values() if isinstance(entry, dict))
    texts = (name, str(item["id"]), *hrefs_of_files)
    return next((fields for fields in map(parse_product_name, filter(None, map(_text, texts))) if fields), {})


def _with_offset(scene: Scene, item: dict[str, Any]) -> Scene:
    """Return the scene with its offset: as decided before, or decided now."""
    properties = item["properties"]
    if "sentinel_toolkit:offset_reason" in properties:
        offset_dn = number(properties.get("sentinel_toolkit:offset_dn"))
        return scene.patch(offset_dn=offset_dn, offset_reason=_text(properties["sentinel_toolkit:offset_reason"]))
    decision = decide_offset(
        scene.baseline,
        properties.get("earthsearch:boa_offset_applied"),
        scene.collection if _is_of_earth_search(item) else "",
    )
    return scene.patch(offset_dn=decision.offset_dn, offset_reason=decision.reason)


def _is_of_earth_search(item: dict[str, Any]) -> bool:
    """Tell whether Earth Search made the item, or the pixels come from its bucket."""
    places = [*(item.get("links") or []), *(item.get("assets") or {}).values()]
    in_bucket = any("sentinel-cogs" in str(place.get("href")) for place in places if isinstance(place, dict))
    return in_bucket or any(key.startswith("earthsearch:") for key in item["properties"])


def _footprint(item: dict[str, Any]) -> BaseGeometry:
    footprint = shape(item["geometry"]) if item.get("geometry") else _box(item["bbox"])
    if (corners := shapely.get_num_coordinates(footprint)) > MAX_CORNERS:
        raise ValueError(f"a footprint of {corners} corners")
    return on_the_globe(footprint)


def _box(bbox: list[float]) -> BaseGeometry:
    """Return the footprint of a bbox of four numbers, or of six with the least and the greatest height."""
    if len(bbox) not in (4, 6):
        raise ValueError(f"a bbox of {len(bbox)} numbers")
    (west, south), (east, north) = bbox[:2], bbox[len(bbox) // 2 :][:2]
    return box(west, south, east, north)


def _datatake(properties: dict[str, Any]) -> str:
    """Return the start of the datatake: ours, or out of ESA's identifier (GS2A_20230815T095031_042547_N05.09)."""
    identifier = re.search(r"_(\d{8}T\d{6})_", _text(properties.get("s2:datatake_id")))
    return _text(properties.get("sentinel_toolkit:datatake")) or (identifier.group(1) if identifier else "")


def _datastrip(properties: dict[str, Any]) -> str:
    """Return the start of the datastrip: ours, or out of ESA's identifier."""
    stated = _text(properties.get("sentinel_toolkit:datastrip"))
    return stated or datastrip_of(_first(properties, ("s2:datastrip_id", "eopf:datastrip_id")))


def _self_href(item: dict[str, Any]) -> str:
    """Return where the item itself can be had, without tokens; empty where it is not said or not trusted."""
    links = {_text(link.get("rel")): link.get("href") for link in item.get("links") or []}
    own = links.get("self") or links.get("canonical") or ""
    is_local = _text(own).startswith("file://")
    return own if is_local else hrefs.accept(own, "") or ""


def _first(properties: dict[str, Any], keys: Iterable[str]) -> object:
    return next((properties[key] for key in keys if properties.get(key) is not None), None)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def number(value: object) -> float | None:
    """Return a number of a catalogue as a float; None where it is none, or absurd."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if abs(value) < 1e12 else None


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _platform(fields: dict[str, Any]) -> str:
    return f"sentinel-{fields['mission'][1:].lower()}" if fields else ""


def _collection(item: dict[str, Any]) -> str:
    """Return the collection's name: as STAC has it, or ours for one that nobody serves."""
    return _text(item.get("collection")) or _text(item["properties"].get("sentinel_toolkit:collection"))


def _product(item: dict[str, Any]) -> str:
    collection = _collection(item)
    is_l2a = "l2a" in collection.lower() or item["properties"].get("s2:product_type") == "S2MSI2A"
    return "sentinel-2-l2a" if is_l2a else collection


def _tile(properties: dict[str, Any]) -> str:
    """Return the tile that an item states; what is no tile's name is not kept: it becomes part of file names."""
    zone, *letters = (properties.get(f"mgrs:{part}") for part in ("utm_zone", "latitude_band", "grid_square"))
    words = (
        _text(properties.get("grid:code")).removeprefix("MGRS-"),
        _text(properties.get("s2:mgrs_tile")),
        "{:02d}{}{}".format(zone, *letters) if isinstance(zone, int) else "",
    )
    return next((word for word in words if re.fullmatch(r"\d{1,2}[A-Za-z]{3}", word)), "")


def _assets(entries: dict[str, Any], base: str, root: Path | None) -> tuple[dict[str, Asset], list[str]]:
    """Return our assets by key, and the hrefs that were not trusted."""
    found: dict[str, tuple[int, Asset]] = {}
    dropped = []
    for key, entry in entries.items():
        name, fineness = band_of(key, entry if isinstance(entry, dict) else {})
        if name is None or (name in found and found[name][0] <= fineness):
            continue
        href = hrefs.accept(entry.get("href"), base, root)
        if href is None:
            dropped.append(f"{key}: {entry.get('href')!s:.100}")
            continue
        alternate = (entry.get("alternate") or {}).get("https") or {}
        kept_alternate = hrefs.accept(alternate.get("href"), base, root) if alternate else None
        scale, offset = (_of_pixels(entry, field) for field in ("scale", "offset"))
        checksum = _text(entry.get("file:checksum"))
        found[name] = fineness, Asset(href, kept_alternate or "", scale, offset, _size(entry), checksum)
    assets = {name: asset for name, (_, asset) in found.items()}
    is_of_product = any(asset.href.lower().endswith((".jp2", ".nc")) for asset in assets.values())
    return {name: asset for name, asset in assets.items() if is_of_product or name not in METADATA}, dropped


def _of_pixels(entry: dict[str, Any], field: str) -> float | None:
    """Return scale or offset of an asset: its own, or its band's, as STAC 1.1 or as the extension of before has it."""
    own, before = only_band(entry, "bands"), (entry.get("raster:bands") or [{}])[0]
    return number(entry.get(f"raster:{field}", own.get(f"raster:{field}", before.get(field))))


def _size(entry: dict[str, Any]) -> int | None:
    size = _integer(entry.get("file:size"))
    return size if size and 0 < size < 2**53 else None
