"""The Scene: one observation of one tile by one satellite, whatever catalogue it came from."""

from __future__ import annotations

import dataclasses
import datetime
import re
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

# Sentinel-2 product name (ESA naming convention): the tile's fields by position, the datatake's start, not the tile's.
_S2_NAME = re.compile(
    r"(?P<mission>S2[A-Z])_MSI(?P<level>L1C|L2A)_(?P<datatake>\d{8}T\d{6})_N(?P<baseline>\d{4})_R(?P<orbit>\d{3})"
    r"_T(?P<tile>\d{2}[A-Z]{3})_(?P<discriminator>\d{8}T\d{6})"
)


@dataclass(frozen=True)
class Asset:
    """One file of a scene.

    ``href`` is a URL, an absolute path or a path inside a zip; ``offset`` and ``scale`` turn DN into reflectance
    (value = DN * scale + offset; None where they mean nothing or are not decided).
    """

    href: str
    alternate: str = ""
    scale: float | None = None
    offset: float | None = None


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
    assets: dict = field(default_factory=dict)
    name: str = ""  # of the product (….SAFE), where it is known
    datatake: str = ""  # start of the datatake, e.g. 20230815T095031
    tile: str = ""
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

    def patch(self, **changes):
        """Return a copy with some fields changed."""
        return dataclasses.replace(self, **changes)

    @property
    def acquisition(self):
        """Return what the tiles of one pass share: platform and datatake (the day, where the datatake is unknown)."""
        return self.platform, self.datatake or self.datetime.strftime("%Y%m%d")


def parse_time(text):
    """Return the UTC time of an ISO text; one without a zone is UTC already, as ESA's are."""
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return time.astimezone(datetime.timezone.utc) if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)


def parse_product_name(text):
    """Return the fields of a Sentinel-2 product name as a dict; empty if it is none.

    Keys: mission, level, datatake, baseline (``05.09``), orbit (int), tile (``33TWL``), discriminator.
    """
    match = _S2_NAME.search(text or "")
    if not match:
        return {}
    fields = match.groupdict()
    fields["orbit"] = int(fields["orbit"])
    fields["baseline"] = f"{fields['baseline'][:2]}.{fields['baseline'][2:]}"
    return fields
