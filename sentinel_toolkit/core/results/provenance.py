"""The STAC 1.1 item beside every raster: what it is made of, by what, and how to make it again."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass, field

import numpy as np
from pyproj import CRS
from shapely.geometry import box, mapping

from sentinel_toolkit import paths
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.core.geo.area import LONLAT, split, unwrap
from sentinel_toolkit.core.geo.grid import transform_geometry

EXTENSIONS = (
    "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
    "https://stac-extensions.github.io/raster/v2.0.0/schema.json",
    "https://stac-extensions.github.io/eo/v2.0.0/schema.json",
    "https://stac-extensions.github.io/processing/v1.2.0/schema.json",
    "https://stac-extensions.github.io/file/v2.1.0/schema.json",
)
COMMON_NAMES = {
    "B01": "coastal",
    "B02": "blue",
    "B03": "green",
    "B04": "red",
    "B05": "rededge071",
    "B06": "rededge075",
    "B07": "rededge078",
    "B08": "nir",
    "B8A": "nir08",
    "B09": "nir09",
    "B11": "swir16",
    "B12": "swir22",
}


DESCRIPTIONS = {
    "observations": "Number of usable observations",
    "date": "Day of the observation, days since 1970-01-01",
}


@dataclass(frozen=True)
class Provenance:
    """What an item tells of a raster.

    ``request`` is the input of ``qgis_process run sentinel_toolkit:<job> -`` (or the core's own request in a notebook).
    """

    job: str
    title: str
    lineage: str
    scenes: list
    reasons: dict
    request: dict
    valid_percent: float
    level: str = "L3"
    extra: dict = field(default_factory=dict)
    collection: str = ""  # id of the collection beside the item


def credit(scenes):
    """Return the notice that the Copernicus licence asks for; empty where nothing is known to be Sentinel data."""
    return notice_of({scene.datetime.year for scene in scenes if scene.product.startswith("sentinel-")})


def notice_of(years):
    """Return the notice for data of these years; empty for none."""
    if not years:
        return ""
    span = f"{min(years)}–{max(years)}" if len(years) > 1 else f"{min(years)}"
    return f"Contains modified Copernicus Sentinel data {span}"


def write_item(raster, grid, bands, dtype, nodata, provenance):
    """Write ``<raster>.json``.

    Parameters
    ----------
    raster : Path
    grid : GeoBox
    bands : list of BandInfo
    dtype : str
    nodata : float
    provenance : Provenance
    """
    footprint = split(unwrap(transform_geometry(box(*grid.boundingbox), str(grid.crs), LONLAT, densify=8)))
    item = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": list(EXTENSIONS),
        "id": raster.stem,
        "geometry": mapping(footprint),
        "bbox": list(footprint.bounds),
        "properties": {**_properties(grid, provenance), **provenance.extra},
        **({"collection": provenance.collection} if provenance.collection else {}),
        "links": [*_links_to(provenance.collection), *(_derived_from(scene) for scene in provenance.scenes)],
        "assets": {
            "data": {
                "href": f"./{raster.name}",
                "file:size": raster.stat().st_size,
                "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "roles": ["data"],
                "bands": [_band(band, dtype, nodata) for band in bands],
            }
        },
    }
    raster.with_suffix(".json").write_text(json.dumps(item, indent=2, allow_nan=False), "utf-8")


def is_made_by(raster, job):
    """Tell whether the item beside a raster says that a job of ours made it."""
    try:
        item = json.loads(raster.with_suffix(".json").read_text("utf-8"))
        return item["properties"].get("sentinel_toolkit:job") == job
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False


def _properties(grid, provenance):
    times = [scene.datetime for scene in provenance.scenes]
    is_one_time = min(times) == max(times)
    now = _time(datetime.datetime.now(datetime.timezone.utc))
    code = CRS(str(grid.crs)).to_authority()
    projection = (
        {"proj:code": ":".join(code)} if code else {"proj:code": None, "proj:wkt2": CRS(str(grid.crs)).to_wkt()}
    )
    return {
        "title": provenance.title,
        "datetime": _time(min(times)) if is_one_time else None,
        "start_datetime": _time(min(times)),
        "end_datetime": _time(max(times)),
        "created": now,
        "license": "other",
        **({"attribution": notice} if (notice := credit(provenance.scenes)) else {}),
        **_constellation(provenance.scenes),
        **({} if grid.crs.geographic else {"gsd": abs(grid.resolution.x)}),
        **projection,
        "proj:shape": list(grid.shape),
        "proj:transform": list(grid.transform)[:6],
        "processing:level": provenance.level,
        "processing:datetime": now,
        "processing:lineage": provenance.lineage,
        "processing:software": {"Sentinel Toolkit": paths.version()},
        "sentinel_toolkit:valid_percent": round(provenance.valid_percent, 3),
        "sentinel_toolkit:offsets": provenance.reasons,
        "sentinel_toolkit:job": provenance.job,
        "sentinel_toolkit:request": provenance.request,
    }


def _constellation(scenes):
    """Return the constellation of the scenes, where it is one."""
    names = {re.sub(r"(-\d)[a-z]$", r"\1", scene.platform) for scene in scenes}
    name = names.pop() if len(names) == 1 else ""
    return {"constellation": name} if name.startswith("sentinel-") else {}


def _band(band, dtype, nodata):
    entry = {"name": band.name, "data_type": np.dtype(dtype).name, "raster:scale": band.scale, "raster:offset": 0}
    if band.name in COMMON_NAMES:
        return {**entry, "nodata": nodata, "eo:common_name": COMMON_NAMES[band.name]}
    entry["description"] = band.description or DESCRIPTIONS.get(band.name, "Spectral index")
    if np.isnan(nodata):
        entry["nodata"] = "nan"  # as STAC writes what JSON has no number for
    return {**entry, **({"unit": band.unit} if band.unit else {})}


def _links_to(collection):
    """Return the links of an item to the collection beside it."""
    link = {"href": "./collection.json", "type": "application/json"}
    return [{"rel": rel, **link} for rel in ("root", "parent", "collection")] if collection else []


def _derived_from(scene):
    """Return the link to a source scene: the item it was found in, or its product name where it has none."""
    href = scene.self_href or scene.name or scene.id
    kind = (
        "image/tiff"
        if scene.source == "raster" and href.lower().endswith((".tif", ".tiff"))
        else "application/geo+json"
    )
    return {"rel": "derived_from", "href": href, "type": kind, "title": scene.id}


def _time(time):
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def recorded(request):
    """Return what repeats a job: the input of qgis_process, or the core's own request in a notebook."""
    return json.loads(request.repeat_with) if request.repeat_with else encode(request)
