"""The folder of a series: which composites stand in it, and of which request."""

from __future__ import annotations

import collections
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import GROUP_FILE, CompositeSeriesRequest
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target
from sentinel_toolkit.core.composites.series_bucket import store_of
from sentinel_toolkit.core.composites.series_elements import OURS, Element, Entry

SHEET, PAGE, COLLECTION = "contact_sheet.png", "index.html", "collection.json"
# What does not change a pixel, and the scenes, which the mark of each composite names.
_NOT_OF_THE_SERIES = (
    *("scenes_path", "output_folder", "table_path", "repeat_with"),
    *("threads", "memory_limit_mb", "scheduler", "shard"),
)
_NUMBERED = re.compile(r"(?P<stem>.+)_\d+\.tif")  # beside one that could not be replaced


class SeriesFolder:
    """The folder of a CompositeSeriesRequest; all that lies in it is its ``store``'s."""

    def __init__(self, request: CompositeSeriesRequest) -> None:
        self.store = store_of(request.output_folder)
        self._fields = {name: value for name, value in encode(request).items() if name not in _NOT_OF_THE_SERIES}
        self._hash = _hash(self._fields)
        self.collection_id = f"composites-{self._hash[:12]}"

    def target(self, element: Element) -> Target:
        """Return the Target of a composite."""
        return Target("OUTPUT_FOLDER", str(self.store.place(element.raster)), ITEM_AND_STYLE)

    def overview(self, elements: Iterable[Element]) -> list[Target]:
        """Return the Targets of what shows the composites of all Elements."""
        labels = sorted({element.period.label for element in elements})
        names = [COLLECTION, SHEET, PAGE, *(f"{label}.vrt" for label in labels)]
        return [Target("OUTPUT_FOLDER", str(self.store.place(name))) for name in names]

    def marks(self, element: Element, is_whole: bool) -> dict[str, Any]:
        """Return what the item of a composite carries, to be known again.

        One from which unreadable scenes are missing (not ``is_whole``) is made again by the next run.
        """
        period = element.period
        return {
            OURS + "series_hash": self._hash,
            OURS + "series": self._fields,
            OURS + "request_hash": self.mark(element) if is_whole else None,
            OURS + "period": [period.label, period.start.isoformat(), period.end.isoformat()],
            OURS + "tile": element.tile,
        }

    def mark(self, element: Element) -> str:
        """Return the hash of what a composite is made of."""
        scenes = sorted([scene.source, scene.id, scene.baseline, scene.offset_dn] for scene in element.scenes)
        return _hash([self._fields, element.period.label, element.tile, scenes])

    def unfinished(self, elements: Iterable[Element]) -> list[Element]:
        """Return those that do not stand there whole, made by the same request of the same scenes."""
        rasters = self.store.names("*.tif")
        by_stem = collections.defaultdict(list)
        for name in rasters:
            by_stem[name.removesuffix(".tif")].append(name)
            if match := _NUMBERED.fullmatch(name):
                by_stem[match["stem"]].append(name)
        stems = [name.removesuffix(".tif") for element in elements for name in by_stem.get(element.name, ())]
        self.store.bring(f"{stem}{suffix}" for stem in stems for suffix in (".tif", *ITEM_AND_STYLE))
        return [element for element in elements if not self._is_finished(element, by_stem.get(element.name, ()))]

    def is_finished(self, element: Element) -> bool:
        """Tell whether a composite stands there whole, under its own name."""
        return self._is_finished(element, [element.raster])

    def _is_finished(self, element: Element, rasters: Iterable[str]) -> bool:
        """Tell whether one of the rasters, under its name or beside one that could not be replaced, is it."""
        mark = self.mark(element)
        return any(
            entry.properties.get(OURS + "request_hash") == mark == self.store.mark_in(entry.name_of_raster)
            for entry in map(self._entry, rasters)
            if entry is not None and entry.name == element.name
        )

    def claim(self, elements: Sequence[Element]) -> None:
        """Say whose folder this is, for others begin at the same time, and refuse it where it is another's already.

        Raises
        ------
        InvalidRequestError
            Naming the file, and what differs.
        """
        if not self.store.exists(COLLECTION):
            self.refuse_other(elements)
            self.store.claim(COLLECTION, self._nothing_yet())
        self._refuse_collection()
        self._refuse_names(elements)

    def _nothing_yet(self) -> dict[str, Any]:
        """Return the STAC collection of a series of which nothing is finished."""
        return {
            "type": "Collection",
            "id": self.collection_id,
            "stac_version": "1.1.0",
            "description": "Composites that are being made.",
            "license": "other",
            "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]}, "temporal": {"interval": [[None, None]]}},
            "links": [],
            OURS + "series": self._fields,
        }

    def refuse_other(self, elements: Sequence[Element]) -> None:
        """Refuse a folder that holds another series or files of the user's, or in which our names are too long.

        Raises
        ------
        InvalidRequestError
            Naming the file, and what differs.
        """
        collection = self._refuse_collection()
        items = self.store.names("*.json")
        self.store.bring(items)
        for name in items:
            other = self._properties(name).get(OURS + "series_hash", self._hash)
            if other != self._hash:
                raise self._refusal(f"{name.removesuffix('.json')}.tif", self._difference())
        ours = self._refuse_long(elements)
        taken = [] if collection else [name for name in ours if self.store.exists(name)]
        if taken:
            raise self._refusal(taken[0])
        self._refuse_names(elements)

    def _refuse_collection(self) -> dict[str, Any] | None:
        collection = self.store.read_json(COLLECTION)
        if collection is not None and collection.get("id") != self.collection_id:
            raise self._refusal(COLLECTION, self._difference())
        return collection

    def _refuse_long(self, elements: Iterable[Element]) -> list[str]:
        """Return the names of what shows the series; refuse those with which a path would be too long."""
        names = {f"{element.period.label}.vrt": None for element in elements}
        ours = [SHEET, PAGE, COLLECTION, GROUP_FILE, *names]
        for name in ours:
            self.store.refuse_long(name)
        return ours

    def _refuse_names(self, elements: Iterable[Element]) -> None:
        for element in elements:
            item = f"{element.name}.json"
            is_ours = self._properties(item).get(OURS + "series_hash") == self._hash
            names = () if is_ours else (element.raster, item)
            taken = [name for name in names if self.store.exists(name) and not self.store.is_left_over(name)]
            if taken:
                raise self._refusal(taken[0])

    def _refusal(self, name: str, difference: str = "") -> InvalidRequestError:
        return InvalidRequestError(
            f"OUTPUT_FOLDER holds {name} of another request{difference}.",
            "Choose another folder, or repeat the request that it was made by.",
        )

    def _difference(self) -> str:
        """Return what another series in the folder was asked for, as far as its items or its collection say."""
        mine = json.loads(json.dumps(self._fields))
        for name in self.store.names("*.json"):
            other = self._properties(name).get(OURS + "series")
            if isinstance(other, dict) and (names := [name for name in mine if other.get(name) != mine[name]]):
                return f" (other {', '.join(names)})"
        return ""

    def _properties(self, name: str) -> dict[str, Any]:
        """Return the properties of an item; of the collection itself what it holds."""
        value = self.store.read_json(name) or {}
        properties = value if name == COLLECTION else value.get("properties")
        return properties if isinstance(properties, dict) else {}

    def _entry(self, raster: str) -> Entry | None:
        """Return the Entry of a raster of this series; None if it is none, or its item tells of another file."""
        item = self.store.read_json(f"{raster.removesuffix('.tif')}.json")
        if item is None:
            return None
        try:
            entry = Entry(self.store.place(raster), item)
            ours = entry.properties[OURS + "series_hash"] == self._hash
            whole = self.store.size(raster) == item["assets"]["data"]["file:size"]
            complete = len(item["bbox"]) == 4 and len(entry.days) == 2 and isinstance(entry.label + entry.tile, str)
            entry.grid  # noqa: B018  (raises where it is damaged)
        except (OSError, LookupError, TypeError, ValueError, AttributeError):
            return None  # not ours, or damaged
        return entry if ours and whole and complete else None

    def entries(self, pattern: str = "*") -> list[Entry]:
        """Return the Entries of all composites of this series in the folder, by time and tile: of each the newest.

        Parameters
        ----------
        pattern
            Of the shell, for the stems of those that are wanted.
        """
        items = self.store.names(f"{pattern}.json")
        self.store.bring(items)
        found = filter(None, (self._entry(f"{name.removesuffix('.json')}.tif") for name in items))
        newest: dict[str, Entry] = {}
        for entry in sorted(found, key=lambda entry: (str(entry.properties.get("created")), entry.name_of_raster)):
            newest[entry.name] = entry
        return sorted(newest.values(), key=lambda entry: (entry.days, entry.label, entry.tile))

    def grid_of(self, tile: str) -> GeoBox | None:
        """Return the grid of the composites of a tile that are there; None where there is none yet."""
        entries = self.entries(f"*_{tile}*" if tile else "*")
        return next((entry.grid for entry in entries if entry.tile == tile), None)


def _hash(fields: object) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
