"""The Scene: one observation of one tile or frame by one satellite, whatever catalogue it came from."""

from __future__ import annotations

import dataclasses
import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry

# Sentinel-2 product name (ESA naming convention): the tile's fields by position, the datatake's start, not the tile's.
_S2_NAME = re.compile(
    r"(?P<mission>S2[A-Z])_MSI(?P<level>L1C|L2A)_(?P<datatake>\d{8}T\d{6})_N(?P<baseline>\d{4})_R(?P<orbit>\d{3})"
    r"_T(?P<tile>\d{2}[A-Z]{3})_(?P<discriminator>\d{8}T\d{6})"
)
# Sentinel-3 SLSTR product name: fixed columns, padded with underscores (Sentinel-3 PDGS File Naming Convention).
_S3_NAME = re.compile(
    r"(?P<mission>S3[A-Z])_SL_2_(?P<type>.{6})_(?P<start>\d{8}T\d{6})_(?P<stop>\d{8}T\d{6})"
    r"_(?P<discriminator>\d{8}T\d{6})_(?P<duration>\d{4})_(?P<cycle>\d{3})_(?P<orbit>\d{3})_(?P<frame>[\d_]{4})"
    r"_(?P<centre>[A-Z0-9_]{3})_(?P<class>.)_(?P<timeliness>[A-Z]{2})_(?P<baseline>\w{3})"
)
LST = "sentinel-3-lst"
SceneKey = tuple[str, str]  # what tells scenes apart: source and id


@dataclass(frozen=True)
class Asset:
    """One file of a scene."""

    href: str
    """A URL, an absolute path or a path inside a zip."""
    alternate: str = ""
    """Its https twin, where ``href`` needs keys."""
    scale: float | None = None
    """Reflectance = DN * scale + offset; None where it means nothing."""
    offset: float | None = None
    """None where it means nothing, or is not decided."""
    size_bytes: int | None = None
    checksum: str = ""
    """A multihash in hex."""


@dataclass(frozen=True)
class Scene:
    """One observation; percentages are 0-100 or None, times are UTC, ``footprint`` is in EPSG:4326."""

    id: str
    collection: str
    platform: str
    product: str
    datetime: datetime.datetime
    footprint: BaseGeometry
    source: str
    assets: dict[str, Asset] = field(default_factory=dict)
    name: str = ""
    """Of the product (….SAFE), where it is known."""
    datatake: str = ""
    """Start of the datatake, 20230815T095031; of Sentinel-3 cycle and relative orbit, 060_136."""
    datastrip: str = ""
    """Start of the datastrip, 20230815T095027, where it is known: a station's part of the datatake."""
    tile: str = ""
    frame: str = ""
    """Sentinel-3: along-track coordinate; empty for products as long as an orbit."""
    timeliness: str = ""
    """NT, ST or NR."""
    centre: str = ""
    """That processed it, e.g. PS1."""
    relative_orbit: int | None = None
    orbit_state: str = ""
    baseline: str = ""
    cloud: float | None = None
    vegetation: float | None = None
    water: float | None = None
    snow: float | None = None
    nodata: float | None = None
    sun_elevation: float | None = None
    size_mb: float | None = None
    online: bool | None = None
    thumbnail: str = ""
    self_href: str = ""
    offset_dn: float | None = None
    offset_reason: str = ""

    def patch(self, **changes: Any) -> Scene:
        """Return a copy with some fields changed."""
        return dataclasses.replace(self, **changes)

    @property
    def key(self) -> SceneKey:
        """Return what tells a scene from all others, also from the same one in another catalogue."""
        return self.source, self.id

    @property
    def acquisition(self) -> tuple[str, str]:
        """Return what the tiles of one pass share: platform and datatake (the day, where the datatake is unknown)."""
        return self.platform, self.datatake or self.datetime.strftime("%Y%m%d")


def datastrip_of(identifier: object) -> str:
    """Return the start of a datastrip out of ESA's identifier of it; empty where there is none.

    >>> datastrip_of("S2A_OPER_MSI_L2A_DS_2APS_20230822T021825_S20230821T221944_N05.09")
    '20230821T221944'
    """
    found = re.search(r"_DS_.*_S(\d{8}T\d{6})(?:_|$)", identifier) if isinstance(identifier, str) else None
    return found[1] if found else ""


def parse_product_name(text: str) -> dict[str, Any]:
    """Return the fields of a Sentinel-2 or Sentinel-3 SLSTR product name as a dict; empty if it is none.

    Keys of both: name, mission, product (``sentinel-2-l2a``), datatake, baseline (``05.09``, ``004``), orbit (int),
    discriminator (when it was made); of Sentinel-2: level, tile (``33TWL``); of Sentinel-3: start, duration (s), frame,
    centre, timeliness.
    """
    match = _S2_NAME.search(text or "")
    if match:
        fields = match.groupdict()
        fields["baseline"] = f"{fields['baseline'][:2]}.{fields['baseline'][2:]}"
        fields["product"] = f"sentinel-2-{fields['level'].lower()}"
    else:
        match = _S3_NAME.search(text or "")
        if not match:
            return {}
        fields = match.groupdict()
        # 000 is no cycle and no orbit: products that do not tell are told apart by their start.
        is_told = fields["cycle"] != "000" or fields["orbit"] != "000"
        fields["datatake"] = f"{fields['cycle']}_{fields['orbit']}" if is_told else fields["start"]
        fields["frame"] = fields["frame"].strip("_")
        fields["centre"] = fields["centre"].strip("_")
        fields["duration"] = int(fields["duration"])
        kind = fields["type"].strip("_").lower()
        fields["product"] = LST if kind == "lst" else f"sentinel-3-sl-2-{kind}"
    return {**fields, "name": match.group(), "orbit": int(fields["orbit"])}
