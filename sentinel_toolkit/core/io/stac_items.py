"""STAC items of any catalogue become Scenes."""

from __future__ import annotations

import re

import shapely
from shapely.geometry import box, shape

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.contract.imagery import BANDS
from sentinel_toolkit.core.io import hrefs
from sentinel_toolkit.core.science.reflectance import decide_offset
from sentinel_toolkit.core.science.scene import Asset, Scene, parse_product_name, parse_time

# Asset keys and common names of the catalogues -> ours.
_BAND_NAMES = {
    "coastal": "B01",
    "blue": "B02",
    "green": "B03",
    "red": "B04",
    "rededge1": "B05",
    "rededge2": "B06",
    "rededge3": "B07",
    "rededge071": "B05",
    "rededge075": "B06",
    "rededge078": "B07",
    "nir": "B08",
    "nir08": "B8A",
    "nir09": "B09",
    "swir16": "B11",
    "swir22": "B12",
    "scl": "SCL",
    "thumbnail": "thumbnail",
    "product": "product",
    **{band.lower(): band for band in BANDS},
}
_FINENESS = {"10m": 0, "": 1, "20m": 2, "60m": 3}  # where a band comes in several resolutions, the native one is taken

# Field of the Scene -> the item properties that may hold it, first one wins.
PROPERTIES = {
    "name": ("s2:product_uri",),
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
_NUMBERS = ("cloud", "vegetation", "water", "snow", "nodata", "sun_elevation", "size_mb")


class UnusableItemError(CatalogueError):
    """One item of an answer cannot become a Scene; the others can."""


def scene_from_item(item, source, base="", root=None):
    """Return the Scene of a STAC item and what had to be dropped from it.

    Parameters
    ----------
    item : dict
        STAC 1.0 or 1.1.
    source : str
        Row of the sources it came from.
    base : str
        URL or folder that relative hrefs start from.
    root : Path, optional
        Folder that local files must lie in (None: a remote item may name none).

    Returns
    -------
    scene : Scene
    dropped : list of str
        Asset hrefs that were not trusted.

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


def _scene(item, source, base, root):
    properties = item["properties"]
    identifier = str(item["id"])
    time = parse_time(properties.get("datetime") or properties.get("start_datetime"))
    footprint = _footprint(item)
    values = {field: _first(properties, keys) for field, keys in PROPERTIES.items()}
    values.update({field: _number(values[field]) for field in _NUMBERS})
    name = _text(values.pop("name")) or identifier
    product = parse_product_name(name)
    assets, dropped = _assets(item.get("assets") or {}, base, root)
    thumbnail = assets.pop("thumbnail", None)
    scene = Scene(
        id=identifier,
        collection=_text(item.get("collection")),
        platform=_text(properties.get("platform")).lower() or _platform(product),
        product=_text(properties.get("sentinel_toolkit:product")) or _product(item, product),
        datetime=time,
        footprint=footprint,
        source=_text(properties.get("sentinel_toolkit:source")) or source,
        assets=assets,
        name=name,
        datatake=product.get("datatake") or _datatake(properties),
        tile=_tile(properties) or product.get("tile", ""),
        relative_orbit=_integer(values.pop("relative_orbit")) or product.get("orbit"),
        baseline=_text(values.pop("baseline")) or product.get("baseline", ""),
        orbit_state=_text(values.pop("orbit_state")),
        online=values.pop("online") is not False,
        thumbnail=thumbnail.href if thumbnail else "",
        self_href=_self_href(item),
        **values,
    )
    return _with_offset(scene, item), dropped


def _with_offset(scene, item):
    """Return the scene with its offset: as decided before, or decided now."""
    properties = item["properties"]
    if "sentinel_toolkit:offset_reason" in properties:
        offset_dn = _number(properties.get("sentinel_toolkit:offset_dn"))
        return scene.patch(offset_dn=offset_dn, offset_reason=_text(properties["sentinel_toolkit:offset_reason"]))
    decision = decide_offset(
        scene.baseline,
        properties.get("earthsearch:boa_offset_applied"),
        scene.collection if _is_of_earth_search(item) else "",
    )
    return scene.patch(offset_dn=decision.offset_dn, offset_reason=decision.reason)


def _is_of_earth_search(item):
    """Tell whether Earth Search made the item, or the pixels come from its bucket."""
    places = [*(item.get("links") or []), *(item.get("assets") or {}).values()]
    in_bucket = any("sentinel-cogs" in str(place.get("href")) for place in places if isinstance(place, dict))
    return in_bucket or any(key.startswith("earthsearch:") for key in item["properties"])


def _footprint(item):
    geometry = shape(item["geometry"]) if item.get("geometry") else box(*item["bbox"][:2], *item["bbox"][-2:])
    if geometry.geom_type not in ("Polygon", "MultiPolygon") or geometry.is_empty:
        raise ValueError("no polygon")
    west, south, east, north = geometry.bounds
    if not (-540 <= west <= east <= 540 and -90 <= south <= north <= 90):
        raise ValueError("a footprint that does not lie on the globe")
    # Repaired only where that is plain: a footprint across the antimeridian looks broken until it is unwrapped.
    return shapely.force_2d(geometry)


def _datatake(properties):
    """Return the start of the datatake: ours, or out of ESA's identifier (GS2A_20230815T095031_042547_N05.09)."""
    identifier = re.search(r"_(\d{8}T\d{6})_", _text(properties.get("s2:datatake_id")))
    return _text(properties.get("sentinel_toolkit:datatake")) or (identifier.group(1) if identifier else "")


def _self_href(item):
    """Return where the item itself can be had, without tokens; empty where it is not said or not trusted."""
    own = next((link.get("href") for link in item.get("links") or [] if link.get("rel") == "self"), "")
    is_local = _text(own).startswith("file://")
    return own if is_local else hrefs.accept(own, "") or ""


def _first(properties, keys):
    return next((properties[key] for key in keys if properties.get(key) is not None), None)


def _text(value):
    return value if isinstance(value, str) else ""


def _number(value):
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < 1e12 else None


def _integer(value):
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _platform(product):
    return f"sentinel-{product['mission'][1:].lower()}" if product else ""


def _product(item, product):
    if product:
        return f"sentinel-2-{product['level'].lower()}"
    collection = _text(item.get("collection"))
    is_l2a = "l2a" in collection.lower() or item["properties"].get("s2:product_type") == "S2MSI2A"
    return "sentinel-2-l2a" if is_l2a else collection


def _tile(properties):
    code = _text(properties.get("grid:code")).removeprefix("MGRS-") or _text(properties.get("s2:mgrs_tile"))
    parts = [properties.get(f"mgrs:{part}") for part in ("utm_zone", "latitude_band", "grid_square")]
    return code or ("{:02d}{}{}".format(*parts) if isinstance(parts[0], int) and all(parts) else "")


def _assets(entries, base, root):
    """Return our assets by key, and the hrefs that were not trusted."""
    found, dropped = {}, []
    for key, entry in entries.items():
        name, fineness = _band_of(key, entry if isinstance(entry, dict) else {})
        if name is None or (name in found and found[name][0] <= fineness):
            continue
        href = hrefs.accept(entry.get("href"), base, root)
        if href is None:
            dropped.append(f"{key}: {entry.get('href')!s:.100}")
            continue
        alternate = (entry.get("alternate") or {}).get("https") or {}
        kept_alternate = hrefs.accept(alternate.get("href"), base, root) if alternate else None
        raster = (entry.get("raster:bands") or [{}])[0]
        scale = _number(entry.get("raster:scale", raster.get("scale")))
        offset = _number(entry.get("raster:offset", raster.get("offset")))
        found[name] = fineness, Asset(href, kept_alternate or "", scale, offset)
    return {name: asset for name, (_, asset) in found.items()}, dropped


def _band_of(key, entry):
    """Return our key of an asset and how fine it is; (None, …) for assets that no job needs."""
    match = re.fullmatch(r"(.+?)(?:_(10m|20m|60m))?", key)
    stem, resolution = match.group(1).lower(), match.group(2) or ""
    if stem.endswith("-jp2"):  # the requester-pays twin of a COG
        return None, 0
    name = _BAND_NAMES.get(stem)
    if name is None and isinstance(entry.get("eo:bands"), list) and len(entry["eo:bands"]) == 1:
        band = entry["eo:bands"][0]
        name = _BAND_NAMES.get(str(band.get("name")).lower()) or _BAND_NAMES.get(str(band.get("common_name")).lower())
    return name, _FINENESS[resolution]
