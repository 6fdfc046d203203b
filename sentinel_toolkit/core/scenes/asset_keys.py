"""What the catalogues call a scene's assets, and what we call them."""

from __future__ import annotations

import re
from typing import Any

from sentinel_toolkit.contract.imagery import BANDS

# Files of a Sentinel-3 SL_2_LST product beside LST_in.nc, by their stems.
SLSTR_FILES = (
    "flags_in",
    "geodetic_in",
    "geodetic_tx",
    "geometry_tn",
    "cartesian_in",
    "cartesian_tx",
    "indices_in",
    "met_tx",
    "time_in",
)
# Files of a product beside its bands: needed where the bands are the product's own files.
METADATA = ("manifest", "product_metadata", "granule_metadata")
# Asset keys (lower case, with _ for -) and common names of the catalogues -> ours.
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
    "safe_manifest": "manifest",
    "xfdumanifest": "manifest",
    **dict.fromkeys(("lst", "lst_in"), "LST"),
    **{key: key for key in METADATA},
    **{band.lower(): band for band in BANDS},
    **{f"{prefix}{stem}": stem for stem in SLSTR_FILES for prefix in ("", "slstr_")},
    "lst_ancillary_ds": "LST_ancillary_ds",
}
_FINENESS = {"10m": 0, "": 1, "20m": 2, "60m": 3}  # where a band comes in several resolutions, the native one is taken


def band_of(key: str, entry: dict[str, Any]) -> tuple[str | None, int]:
    """Return our key of an asset and how fine it is; (None, …) for assets that no job needs."""
    match = re.fullmatch(r"(.+)_(10m|20m|60m)", key)
    plain, resolution = match.groups() if match else (key, "")
    stem = plain.lower().replace("-", "_")
    if stem.endswith("_jp2"):  # the requester-pays twin of a COG
        return None, 0
    name = _BAND_NAMES.get(stem)
    if name is None:
        band = only_band(entry, "bands") or only_band(entry, "eo:bands")
        stated = (band.get(key) for key in ("name", "eo:common_name", "common_name"))
        name = next((_BAND_NAMES[text] for text in (str(word).lower() for word in stated) if text in _BAND_NAMES), None)
    return name, _FINENESS[resolution]


def only_band(entry: dict[str, Any], field: str) -> dict[str, Any]:
    """Return what an asset says of its band, in ``bands`` of STAC 1.1 or what came before; empty unless it has one.

    Raises
    ------
    TypeError
        If it is no band.
    """
    bands = entry.get(field)
    if not isinstance(bands, list) or len(bands) != 1:
        return {}
    if not isinstance(bands[0], dict):
        raise TypeError(f"{field} holds no band")
    return bands[0]
