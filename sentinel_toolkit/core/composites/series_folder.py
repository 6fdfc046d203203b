"""The folder of a series: which composites stand in it, and of which request."""

from __future__ import annotations

import glob
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from affine import Affine
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import InvalidRequestError, UnreadableRasterError
from sentinel_toolkit.contract.imagery import GROUP_FILE, CompositeSeriesRequest
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target
from sentinel_toolkit.core.composites.product import MARK_TAG
from sentinel_toolkit.core.dates.periods import Period
from sentinel_toolkit.core.rasters.door import readable
from sentinel_toolkit.core.scenes.scene import Scene

SHEET, PAGE, COLLECTION = "contact_sheet.png", "index.html", "collection.json"
# What does not change a pixel, and the scenes, which the mark of each composite names.
_NOT_OF_THE_SERIES = (
    *("scenes_path", "output_folder", "table_path", "repeat_with"),
    *("threads", "memory_limit_mb", "scheduler"),
)
_OURS = "sentinel_toolkit:"


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
        return _name(self.period.label, self.tile)

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
        return _name(self.label, self.tile)

    @property
    def label(self) -> str:
        """Return the label of its period."""
        label: str = self.properties[_OURS + "period"][0]
        return label

    @property
    def tile(self) -> str:
        """Return its tile."""
        tile: str = self.properties[_OURS + "tile"]
        return tile

    @property
    def days(self) -> tuple[str, ...]:
        """Return the first and last day of its period, ISO."""
        return tuple(self.properties[_OURS + "period"][1:])


class SeriesFolder:
    """The folder of a CompositeSeriesRequest."""

    def __init__(self, request: CompositeSeriesRequest) -> None:
        self.path = Path(request.output_folder)
        self._fields = {name: value for name, value in encode(request).items() if name not in _NOT_OF_THE_SERIES}
        self._hash = _hash(self._fields)
        self.collection_id = f"composites-{self._hash[:12]}"

    def raster(self, element: Element) -> Path:
        """Return the path of a composite."""
        return self.path / f"{element.name}.tif"

    def target(self, element: Element) -> Target:
        """Return the Target of a composite."""
        return Target("OUTPUT_FOLDER", str(self.raster(element)), ITEM_AND_STYLE)

    def overview(self, elements: Iterable[Element]) -> list[Target]:
        """Return the Targets of what shows the composites of all Elements."""
        labels = sorted({element.period.label for element in elements})
        names = [COLLECTION, SHEET, PAGE, *(f"{label}.vrt" for label in labels)]
        return [Target("OUTPUT_FOLDER", str(self.path / name)) for name in names]

    def marks(self, element: Element, is_whole: bool) -> dict[str, Any]:
        """Return what the item of a composite carries, to be known again.

        One from which unreadable scenes are missing (not ``is_whole``) is made again by the next run.
        """
        period = element.period
        return {
            _OURS + "series_hash": self._hash,
            _OURS + "series": self._fields,
            _OURS + "request_hash": self.mark(element) if is_whole else None,
            _OURS + "period": [period.label, period.start.isoformat(), period.end.isoformat()],
            _OURS + "tile": element.tile,
        }

    def mark(self, element: Element) -> str:
        """Return the hash of what a composite is made of."""
        scenes = sorted([scene.source, scene.id, scene.baseline, scene.offset_dn] for scene in element.scenes)
        return _hash([self._fields, element.period.label, element.tile, scenes])

    def is_finished(self, element: Element) -> bool:
        """Tell whether a composite stands there whole, made by the same request of the same scenes."""
        mark = self.mark(element)
        return any(
            entry.properties.get(_OURS + "request_hash") == mark == _mark_in(entry.raster)
            for entry in map(self._entry, self._rasters(element))
            if entry is not None and entry.name == element.name
        )

    def _rasters(self, element: Element) -> list[Path]:
        """Return where a composite may stand: under its name, or beside one that could not be replaced."""
        stem = glob.escape(element.name)
        return [self.raster(element), *sorted(self.path.glob(f"{stem}_[0-9]*.tif"))]

    def refuse_other(self, elements: Iterable[Element]) -> None:
        """Refuse a folder that holds another series or files of the user's, or in which our names are too long.

        Raises
        ------
        InvalidRequestError
            Naming the file, and what differs.
        """
        collection = _read_json(self.path / COLLECTION)
        if collection is not None and collection.get("id") != self.collection_id:
            raise self._refusal(COLLECTION, self._difference())
        for path in sorted(self.path.glob("*.json")):
            other = self._properties(path).get(_OURS + "series_hash", self._hash)
            if other != self._hash:
                raise self._refusal(f"{path.stem}.tif", self._difference())
        names = {element.name: f"{element.period.label}.vrt" for element in elements}
        ours = SHEET, PAGE, COLLECTION, GROUP_FILE, *names.values()
        for name in ours:
            places.refuse_long("OUTPUT_FOLDER", self.path / name)
        taken = [path for path in map(self.path.joinpath, ours) if path.exists()]
        if taken and collection is None:
            raise self._refusal(taken[0].name)
        for name in names:
            is_ours = self._properties(self.path / f"{name}.json").get(_OURS + "series_hash") == self._hash
            taken = [path for path in map(self.path.joinpath, (f"{name}.tif", f"{name}.json")) if path.exists()]
            if taken and not is_ours:
                raise self._refusal(taken[0].name)

    def _refusal(self, name: str, difference: str = "") -> InvalidRequestError:
        return InvalidRequestError(
            f"OUTPUT_FOLDER holds {name} of another request{difference}.",
            "Choose another folder, or repeat the request that it was made by.",
        )

    def _difference(self) -> str:
        """Return what another series in the folder was asked for, as far as its items say."""
        mine = json.loads(json.dumps(self._fields))
        for path in sorted(self.path.glob("*.json")):
            other = self._properties(path).get(_OURS + "series")
            if isinstance(other, dict) and (names := [name for name in mine if other.get(name) != mine[name]]):
                return f" (other {', '.join(names)})"
        return ""

    def _properties(self, path: Path) -> dict[str, Any]:
        properties = (_read_json(path) or {}).get("properties")
        return properties if isinstance(properties, dict) else {}

    def _entry(self, raster: Path) -> Entry | None:
        """Return the Entry of a raster of this series; None if it is none, or its item tells of another file."""
        item = _read_json(raster.with_suffix(".json"))
        if item is None:
            return None
        try:
            entry = Entry(raster, item)
            ours = entry.properties[_OURS + "series_hash"] == self._hash
            whole = raster.stat().st_size == item["assets"]["data"]["file:size"]
            complete = len(item["bbox"]) == 4 and len(entry.days) == 2 and isinstance(entry.label + entry.tile, str)
            _grid_of(entry)
        except (OSError, LookupError, TypeError, ValueError, AttributeError):
            return None  # not ours, or damaged
        return entry if ours and whole and complete else None

    def entries(self) -> list[Entry]:
        """Return the Entries of all composites of this series in the folder, by time and tile: of each the newest."""
        found = filter(None, (self._entry(path.with_suffix(".tif")) for path in self.path.glob("*.json")))
        newest: dict[str, Entry] = {}
        for entry in sorted(found, key=lambda entry: (str(entry.properties.get("created")), entry.raster.name)):
            newest[entry.name] = entry
        return sorted(newest.values(), key=lambda entry: (entry.days, entry.label, entry.tile))

    def grid_of(self, tile: str) -> GeoBox | None:
        """Return the grid of the composites of a tile that are there; None where there is none yet."""
        return next((_grid_of(entry) for entry in self.entries() if entry.tile == tile), None)


def _name(label: str, tile: str) -> str:
    return f"{label}_{tile}" if tile else label


def _grid_of(entry: Entry) -> GeoBox:
    properties = entry.properties
    crs = properties["proj:code"] or properties["proj:wkt2"]
    return GeoBox(tuple(properties["proj:shape"]), Affine(*properties["proj:transform"]), crs)


def _mark_in(raster: Path) -> str | None:
    """Return the mark that a raster itself carries: its item may belong to the one that was to replace it."""
    try:
        with readable(raster) as dataset:
            return dataset.tags().get(MARK_TAG)
    except UnreadableRasterError:
        return None


def _read_json(path: Path) -> dict[str, Any] | None:
    """Return the object in a file; None where there is none."""
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _hash(fields: object) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
