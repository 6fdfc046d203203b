"""The folder of a series: which composites stand in it, and of which request."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.core.science.periods import Period

# What does not change a pixel, and the scenes, which the mark of each composite names.
_NOT_OF_THE_SERIES = (
    *("scenes_path", "output_folder", "table_path", "repeat_with"),
    *("threads", "memory_limit_mb", "scheduler"),
)
_SERIES_MARK, _MARK = "sentinel_toolkit:series_hash", "sentinel_toolkit:request_hash"
_SERIES = "sentinel_toolkit:series"


@dataclass(frozen=True, eq=False)
class Element:
    """One composite of a series: its period, its tile (empty: all together) and its scenes."""

    period: Period
    tile: str
    scenes: tuple

    @property
    def name(self):
        """Return the stem of its files."""
        return f"{self.period.label}_{self.tile}" if self.tile else self.period.label

    def title(self, by_calendar):
        """Return a title for people."""
        years = sorted({scene.datetime.year for scene in self.scenes})
        span = f" of {years[0]}–{years[-1]}" if by_calendar and len(years) > 1 else ""
        return f"{self.period.label}{span}{f', tile {self.tile}' if self.tile else ''}"


class SeriesFolder:
    """The folder of a CompositeSeriesRequest."""

    def __init__(self, request):
        self.path = Path(request.output_folder)
        fields = {name: value for name, value in encode(request).items() if name not in _NOT_OF_THE_SERIES}
        self._fields = fields
        self._hash = _hash(fields)
        self.collection_id = f"composites-{self._hash[:12]}"

    def raster(self, element):
        """Return the path of a composite."""
        return self.path / f"{element.name}.tif"

    def marks(self, element, is_whole):
        """Return what the item of a composite carries, to be known again.

        One from which unreadable scenes are missing (not ``is_whole``) is made again by the next run.
        """
        return {
            _SERIES_MARK: self._hash,
            _SERIES: self._fields,
            _MARK: self._hash_of(element) if is_whole else None,
            "sentinel_toolkit:period": [
                element.period.label,
                element.period.start.isoformat(),
                element.period.end.isoformat(),
            ],
            "sentinel_toolkit:tile": element.tile,
        }

    def _hash_of(self, element):
        scenes = sorted([scene.source, scene.id, scene.baseline, scene.offset_dn] for scene in element.scenes)
        return _hash([self._fields, element.period.label, element.tile, scenes])

    def is_finished(self, element):
        """Tell whether a composite stands there whole, made by the same request of the same scenes."""
        item = read_item(self.raster(element))
        return bool(item) and item["properties"].get(_MARK) == self._hash_of(element)

    def refuse_other(self, elements):
        """Refuse a folder in which a file of ours would stand that belongs to something else.

        Raises
        ------
        InvalidRequestError
            Naming what differs.
        """
        for element in elements:
            raster = self.raster(element)
            if not raster.exists():
                continue
            properties = (read_item(raster, whole=False) or {}).get("properties", {})
            if properties.get(_SERIES_MARK) != self._hash:
                raise InvalidRequestError(
                    f"OUTPUT_FOLDER holds {raster.name} of another request{self._difference(properties)}.",
                    "Choose another folder, or repeat the request that it was made by.",
                )

    def _difference(self, properties):
        """Return what another series was asked for, as far as it says."""
        other = properties.get(_SERIES)
        if not isinstance(other, dict):
            return ""
        mine = json.loads(json.dumps(self._fields))
        names = [name for name, value in mine.items() if other.get(name) != value]
        return f" (other {', '.join(names)})" if names else ""

    def items(self):
        """Return (raster, item) of all composites of this series in the folder, by period and tile."""
        found = []
        for path in sorted(self.path.glob("*.json")):
            raster = path.with_suffix(".tif")
            item = read_item(raster)
            if item and item["properties"].get(_SERIES_MARK) == self._hash:
                found.append((raster, item))
        return sorted(found, key=lambda entry: (entry[1]["properties"]["sentinel_toolkit:period"][1:], entry[0].name))


def read_item(raster, whole=True):
    """Return the item beside a raster; None where there is none, or it tells of another file (``whole``)."""
    try:
        item = json.loads(raster.with_suffix(".json").read_text("utf-8"))
        size = item["assets"]["data"]["file:size"]
        is_its_own = item["properties"] is not None and (not whole or raster.stat().st_size == size)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return item if is_its_own else None


def _hash(fields):
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
