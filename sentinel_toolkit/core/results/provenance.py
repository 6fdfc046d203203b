"""The STAC 1.1 item beside every raster: what it is made of, by what, and how to make it again."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pystac
from odc.geo.crs import norm_crs_or_error
from odc.geo.geobox import GeoBox
from pyproj import CRS
from pystac.extensions.eo import Band, EOExtension
from pystac.extensions.file import FileExtension
from pystac.extensions.projection import ProjectionExtension
from shapely.geometry import box, mapping

from sentinel_toolkit import paths
from sentinel_toolkit.contract.requests import Message, encode
from sentinel_toolkit.core.geo.area import LONLAT, split, unwrap
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.rasters.cog import BandInfo
from sentinel_toolkit.core.scenes.scene import Scene

# Of what pystac's extension classes do not write (yet).
PROCESSING = "https://stac-extensions.github.io/processing/v1.2.0/schema.json"
RASTER = "https://stac-extensions.github.io/raster/v2.0.0/schema.json"  # pystac's knows `raster:bands` of STAC 1.0 only
# The last version that has `proj:epsg` beside `proj:code`: stackstac (0.5.1) knows no other.
PROJECTION = "https://stac-extensions.github.io/projection/v1.2.0/schema.json"
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
# Of the source scenes: what lies at the end of an href. Anything else is the item of a catalogue.
MEDIA_TYPES = (
    (re.compile(r"\.tiff?$", re.IGNORECASE), pystac.MediaType.GEOTIFF),
    (re.compile(r"\.jp2$", re.IGNORECASE), pystac.MediaType.JPEG2000),
    (re.compile(r"\.nc$", re.IGNORECASE), pystac.MediaType.NETCDF),
    (re.compile(r"\.xml$", re.IGNORECASE), pystac.MediaType.XML),  # the metadata of a SAFE or SEN3 product
    (re.compile(r"\.zip$", re.IGNORECASE), "application/zip"),
    (re.compile(r"/Products\([^/]+\)$"), pystac.MediaType.JSON),  # OData
)


class Repeatable(Message, Protocol):
    """A request that may know how it is given again."""

    @property
    def repeat_with(self) -> str:
        """Return the input of qgis_process; empty in a notebook."""


@dataclass(frozen=True)
class Provenance:
    """What an item tells of a raster."""

    job: str
    title: str
    lineage: str
    scenes: list[Scene]
    reasons: dict[str, str]
    """Why each scene, by its id, has its offset."""
    request: dict[str, Any]
    """The input of ``qgis_process run sentinel_toolkit:<job> -``, or the core's own request in a notebook."""
    valid_percent: float
    level: str = "L3"
    extra: dict[str, Any] = field(default_factory=dict)
    collection: str = ""
    """Id of the collection beside the item."""


def credit(scenes: Iterable[Scene]) -> str:
    """Return the notice that the Copernicus licence asks for; empty where nothing is known to be Sentinel data."""
    return notice_of({scene.datetime.year for scene in scenes if scene.product.startswith("sentinel-")})


def notice_of(years: Collection[int]) -> str:
    """Return the notice for data of these years; empty for none."""
    if not years:
        return ""
    span = f"{min(years)}–{max(years)}" if len(years) > 1 else f"{min(years)}"
    return f"Contains modified Copernicus Sentinel data {span}"


def write_item(
    raster: Path, grid: GeoBox, bands: Iterable[BandInfo], dtype: str, nodata: float, provenance: Provenance
) -> None:
    """Write ``<raster>.json``."""
    save_item(raster, item_of(raster, grid, bands, dtype, nodata, provenance))


def save_item(raster: Path, item: dict[str, Any]) -> None:
    """Write an item beside its raster, with the size that this has now."""
    item["assets"]["data"]["file:size"] = raster.stat().st_size
    raster.with_suffix(".json").write_text(json.dumps(item, indent=2, allow_nan=False), "utf-8")


def item_of(
    raster: Path, grid: GeoBox, bands: Iterable[BandInfo], dtype: str, nodata: float, provenance: Provenance
) -> dict[str, Any]:
    """Return the item of a raster, which need not be there yet."""
    item = _item(raster, grid, [_band(band, dtype, nodata) for band in bands], provenance)
    written = item.to_dict(include_self_link=False, transform_hrefs=False)
    if written["properties"]["datetime"]:
        written["properties"]["datetime"] = written["properties"]["start_datetime"]  # in milliseconds, as all times
    return written


def _item(raster: Path, grid: GeoBox, bands: list[dict[str, Any]], provenance: Provenance) -> pystac.Item:
    footprint = split(unwrap(transform_geometry(box(*grid.boundingbox), str(grid.crs), LONLAT, densify=8)))
    times = [scene.datetime for scene in provenance.scenes]
    item = pystac.Item(
        raster.stem,
        mapping(footprint),
        list(footprint.bounds),
        datetime=min(times) if min(times) == max(times) else None,
        properties={**_properties(grid, provenance), **provenance.extra},
        stac_extensions=[PROCESSING],
        collection=provenance.collection or None,
    )
    _project(item, grid)
    asset = pystac.Asset(f"./{raster.name}", media_type=pystac.MediaType.COG, roles=["data"])
    asset.extra_fields["bands"] = bands
    item.add_asset("data", asset)
    FileExtension.ext(asset, add_if_missing=True).size = 0  # until there is a file
    # The same names once more, as STAC 1.0 has them: odc-stac 0.5 finds the bands of one file by no others.
    EOExtension.ext(asset, add_if_missing=True).bands = [_eo_band(band) for band in bands]
    if any("raster:scale" in band for band in bands):
        item.stac_extensions.append(RASTER)
    item.add_links([*_links_to(provenance.collection), *(_derived_from(scene) for scene in provenance.scenes)])
    return item


def _project(item: pystac.Item, grid: GeoBox) -> None:
    """Say in which grid the raster is."""
    crs = CRS(str(grid.crs))
    authority, code = crs.to_authority() or ("", "")
    ProjectionExtension.ext(item, add_if_missing=True).apply(
        code=f"{authority}:{code}" if code else None,
        wkt2=None if code else crs.to_wkt(),
        bbox=list(grid.boundingbox),
        shape=list(grid.shape),
        transform=list(grid.transform)[:6],
    )
    item.stac_extensions.remove(ProjectionExtension.get_schema_uri())
    item.stac_extensions.append(PROJECTION)
    if authority == "EPSG":
        item.properties["proj:epsg"] = int(code)


def is_made_by(raster: Path, job: str) -> bool:
    """Tell whether the item beside a raster says that a job of ours made it."""
    try:
        item = json.loads(raster.with_suffix(".json").read_text("utf-8"))
        return item["properties"].get("sentinel_toolkit:job") == job
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False


def _properties(grid: GeoBox, provenance: Provenance) -> dict[str, Any]:
    times = [scene.datetime for scene in provenance.scenes]
    now = _time(datetime.datetime.now(datetime.timezone.utc))
    return {
        "title": provenance.title,
        "start_datetime": _time(min(times)),
        "end_datetime": _time(max(times)),
        "created": now,
        "license": "other",
        **({"attribution": notice} if (notice := credit(provenance.scenes)) else {}),
        **_constellation(provenance.scenes),
        **({} if norm_crs_or_error(grid.crs).geographic else {"gsd": abs(grid.resolution.x)}),
        "processing:level": provenance.level,
        "processing:datetime": now,
        "processing:lineage": provenance.lineage,
        "processing:software": {"Sentinel Toolkit": paths.version()},
        "sentinel_toolkit:valid_percent": round(provenance.valid_percent, 3),
        "sentinel_toolkit:offsets": provenance.reasons,
        "sentinel_toolkit:job": provenance.job,
        "sentinel_toolkit:request": provenance.request,
    }


def _constellation(scenes: Iterable[Scene]) -> dict[str, str]:
    """Return the constellation of the scenes, where it is one."""
    names = {re.sub(r"(-\d)[a-z]$", r"\1", scene.platform) for scene in scenes}
    name = names.pop() if len(names) == 1 else ""
    return {"constellation": name} if name.startswith("sentinel-") else {}


def _band(band: BandInfo, dtype: str, nodata: float) -> dict[str, Any]:
    """Return the entry of a band among the `bands` of STAC 1.1."""
    entry = {
        "name": band.name,
        "data_type": np.dtype(dtype).name,
        "nodata": "nan" if np.isnan(nodata) else nodata,  # as STAC writes what JSON has no number for
    }
    if band.scale != 1:
        entry["raster:scale"] = band.scale
    if band.name in COMMON_NAMES:
        entry["eo:common_name"] = COMMON_NAMES[band.name]
    else:
        entry["description"] = band.description or DESCRIPTIONS.get(band.name, "Spectral index")
    return {**entry, **({"unit": band.unit} if band.unit else {})}


def _eo_band(band: dict[str, Any]) -> Band:
    common = band.get("eo:common_name", "")
    # The wavelengths of the red edges came with version 2 of the extension.
    return Band.create(band["name"], "rededge" if common.startswith("rededge") else common or None)


def _links_to(collection: str) -> list[pystac.Link]:
    """Return the links of an item to the collection beside it."""
    relations = (pystac.RelType.ROOT, pystac.RelType.PARENT, pystac.RelType.COLLECTION) if collection else ()
    return [pystac.Link(relation, "./collection.json", media_type=pystac.MediaType.JSON) for relation in relations]


def _derived_from(scene: Scene) -> pystac.Link:
    """Return the link to a source scene: its item or product, or else the first of its files."""
    href = scene.self_href or next((asset.href for asset in scene.assets.values()), scene.id)
    if os.path.isabs(href):
        href = Path(href).as_uri()
    kind = next((kind for pattern, kind in MEDIA_TYPES if pattern.search(href)), pystac.MediaType.GEOJSON)
    return pystac.Link(pystac.RelType.DERIVED_FROM, href, media_type=kind, title=scene.id)


def _time(time: datetime.datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def recorded(request: Repeatable) -> dict[str, Any]:
    """Return what repeats a job: the input of qgis_process, or the core's own request in a notebook."""
    return json.loads(request.repeat_with) if request.repeat_with else encode(request)
