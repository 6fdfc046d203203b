"""The composites of a series: those that are to be made, and those that stand in its folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from affine import Affine
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.dates.periods import Period
from sentinel_toolkit.core.scenes.scene import Scene

OURS = "sentinel_toolkit:"  # before our properties of items


@dataclass(frozen=True, eq=False)
class Element:
    """One composite of a series."""

    period: Period
    tile: str
    """Empty: all together."""
    scenes: tuple[Scene, ...]

    @property
    def name(self) -> str:
        """Return the stem of its files."""
        return _name_of(self.period.label, self.tile)

    @property
    def raster(self) -> str:
        """Return the name of its raster."""
        return f"{self.name}.tif"

    def shard(self, count: int) -> int:
        """Return which of so many shards makes it, from 1 on: the same on every machine, whatever else there is."""
        digest = hashlib.sha256(f"{self.tile}|{self.period.label}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % count + 1

    def title(self, by_calendar: bool) -> str:
        """Return a title for people."""
        years = sorted({scene.datetime.year for scene in self.scenes})
        span = f" of {years[0]}–{years[-1]}" if by_calendar and len(years) > 1 else ""
        return f"{self.period.label}{span}{f', tile {self.tile}' if self.tile else ''}"


@dataclass(frozen=True)
class Entry:
    """A composite that stands in the folder, as its item tells."""

    raster: Path
    item: dict[str, Any]

    @property
    def properties(self) -> dict[str, Any]:
        """Return the item's properties."""
        properties: dict[str, Any] = self.item["properties"]
        return properties

    @property
    def name(self) -> str:
        """Return the name of its Element, whatever name its files were given."""
        return _name_of(self.label, self.tile)

    @property
    def name_of_raster(self) -> str:
        """Return the name of its raster in the folder."""
        return self.raster.name

    @property
    def label(self) -> str:
        """Return the label of its period."""
        label: str = self.properties[OURS + "period"][0]
        return label

    @property
    def tile(self) -> str:
        """Return its tile."""
        tile: str = self.properties[OURS + "tile"]
        return tile

    @property
    def days(self) -> tuple[str, ...]:
        """Return the first and last day of its period, ISO."""
        return tuple(self.properties[OURS + "period"][1:])

    @property
    def grid(self) -> GeoBox:
        """Return its grid."""
        properties = self.properties
        crs = properties["proj:code"] or properties["proj:wkt2"]
        return GeoBox(tuple(properties["proj:shape"]), Affine(*properties["proj:transform"]), crs)


def _name_of(label: str, tile: str) -> str:
    return f"{label}_{tile}" if tile else label
