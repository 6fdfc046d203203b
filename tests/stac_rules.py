"""What the schemas of STAC 1.1 and of its extensions ask of the items and collections that we write.

pystac carries the schemas of the core. No package carries those of the extensions, and tests reach no network, so their
rules that can be broken by what we write stand here: which fields they have, of what values, and where.
"""

import json
import math
import re
from pathlib import Path

import pystac
from pystac.validation.stac_validator import JsonSchemaSTACValidator

OURS = "sentinel_toolkit"  # fields of our own, of no extension
CORE = JsonSchemaSTACValidator()


def number(low=-math.inf, high=math.inf):
    return lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def integer(low):
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= low


def text(pattern=".+"):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value, re.DOTALL) is not None


def numbers(*lengths):
    return lambda value: len(value) in lengths and all(map(number(), value))


def one_of(words):
    allowed = set(words.split())
    return lambda value: value in allowed


def none_or(check):
    return lambda value: value is None or check(value)


PERCENT = number(0, 100)
COMMON_NAMES_1 = "coastal blue green red rededge yellow pan nir nir08 nir09 cirrus swir16 swir22 lwir lwir11 lwir12"
COMMON_NAMES_2 = f"{COMMON_NAMES_1} green05 rededge071 rededge075 rededge078"


def are_eo_bands(value):
    return bool(value) and all(
        band
        and isinstance(band.get("name"), str)
        and one_of(COMMON_NAMES_1)(band.get("common_name", "red"))
        and set(band) <= {"name", "common_name", "description", "center_wavelength", "full_width_half_max"}
        for band in value
    )


def are_alternates(value):
    return bool(value) and all(text()(entry.get("href")) for entry in value.values())


# Extension and version → prefix of its fields, and its fields with what their values may be.
EXTENSIONS = {
    "alternate-assets/v1.2.0": ("alternate", {"alternate": are_alternates}),
    "eo/v1.1.0": (
        "eo",
        {
            "eo:bands": are_eo_bands,
            "eo:cloud_cover": PERCENT,
            "eo:snow_cover": PERCENT,
            "eo:common_name": one_of(COMMON_NAMES_2),  # of one band, which that version leaves to others
        },
    ),
    "file/v2.1.0": ("file", {"file:size": integer(0), "file:checksum": text("[a-f0-9]+")}),
    "grid/v1.1.0": ("grid", {"grid:code": text("[A-Z0-9]+-[-_.A-Za-z0-9]+")}),
    "processing/v1.2.0": (
        "processing",
        {
            "processing:level": text(),
            "processing:lineage": text(),
            "processing:datetime": text(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"),
            "processing:software": lambda value: all(map(text(), value.values())),
        },
    ),
    "projection/v1.2.0": (
        "proj",
        {
            "proj:code": none_or(text("[A-Za-z0-9_]+:[A-Za-z0-9]+")),
            "proj:epsg": none_or(integer(1)),
            "proj:wkt2": none_or(text()),
            "proj:bbox": numbers(4, 6),
            "proj:shape": lambda value: len(value) == 2 and all(map(integer(1), value)),
            "proj:transform": numbers(6, 9),
        },
    ),
    "raster/v2.0.0": ("raster", {"raster:scale": number(), "raster:offset": number()}),
    "sat/v1.0.0": (
        "sat",
        {"sat:relative_orbit": integer(1), "sat:orbit_state": one_of("ascending descending geostationary")},
    ),
    "sentinel-2/v1.0.0": (
        "s2",
        {
            "s2:product_uri": text(),
            "s2:processing_baseline": text(r"\d\d\.\d\d"),
            **{f"s2:{name}_percentage": PERCENT for name in ("water", "vegetation", "snow_ice", "nodata_pixel")},
        },
    ),
    "view/v1.0.0": ("view", {"view:sun_elevation": number(-90, 90)}),
}
URI = "https://stac-extensions.github.io/{}/schema.json"
FIELDS = {field: check for _, fields in EXTENSIONS.values() for field, check in fields.items()}


def check(document):
    """Assert that an item or a collection keeps every rule, and return it; ``document`` is a path or what it says."""
    words = document.read_text("utf-8") if isinstance(document, Path) else json.dumps(document)
    document = json.loads(words, parse_constant=_no_number)
    is_item = document["type"] == "Feature"
    CORE.validate_core(document, pystac.STACObjectType.ITEM if is_item else pystac.STACObjectType.COLLECTION, "1.1.0")
    problems = [*_extensions(document), *_fields(document), *_links(document)]
    problems += _item(document) if is_item else _collection(document)
    assert not problems, f"{document['id']}: {problems}"
    return document


def _no_number(word):
    raise AssertionError(f"{word} is no JSON")


def _fields_of(document):
    """Yield (field, value) wherever an extension may have one."""
    yield from document.get("properties", {}).items()
    for field, summary in document.get("summaries", {}).items():
        yield from ((field, value) for value in summary)
    for asset in (*document.get("assets", {}).values(), *document.get("item_assets", {}).values()):
        yield from asset.items()
        for band in asset.get("bands", []):
            yield from band.items()


def _extensions(document):
    """Each extension is declared once, by a version that is known here, if and only if a field of it is used."""
    declared = document["stac_extensions"]
    known = {URI.format(name): prefix for name, (prefix, _) in EXTENSIONS.items()}
    used = {field.partition(":")[0] for field, _ in _fields_of(document) if ":" in field or field == "alternate"}
    yield from (f"{uri} is not known" for uri in declared if uri not in known)
    yield from (f"{uri} is declared twice" for uri in set(declared) if declared.count(uri) > 1)
    prefixes = {known.get(uri) for uri in declared}
    yield from (f"{prefix}: is used and not declared" for prefix in used - prefixes - {OURS})
    yield from (f"{prefix}: is declared and not used" for prefix in prefixes - used)


def _fields(document):
    for field, value in _fields_of(document):
        if field.startswith(f"{OURS}:") or (":" not in field and field not in FIELDS):
            continue
        if field not in FIELDS:
            yield f"{field} is no field of its extension"
        elif not FIELDS[field](value):
            yield f"{field} may not be {value!r}"


def _links(document):
    for link in document["links"]:
        if link["rel"] != "derived_from":
            continue
        if not re.match(r"(https?|s3|file)://.", link["href"]):
            yield f"{link['href']} is no address"
        if not re.fullmatch(r"[a-z]+/[-+.a-z0-9]+(; .+)?", link.get("type", "")):
            yield f"{link['href']} has no type"


def _item(item):
    """What goes with what in an item."""
    properties = item["properties"]
    if "proj:code" in properties and not (properties["proj:code"] or properties.get("proj:wkt2")):
        yield "it has no CRS"
    if "proj:epsg" in properties and properties["proj:code"] != f"EPSG:{properties['proj:epsg']}":
        yield "its two codes differ"
    for asset in item["assets"].values():
        names = [band["name"] for band in asset.get("bands", [])]
        if "eo:bands" in asset and [band["name"] for band in asset["eo:bands"]] != names:
            yield "its two lists of bands differ"


def _collection(collection):
    """An item's own address and size say nothing of the others."""
    for asset in collection.get("item_assets", {}).values():
        yield from (f"item_assets has {field}" for field in ("href", "file:size") if field in asset)
