"""What scenes exist: ask the source, keep what the request asks for, describe it against the area."""

from __future__ import annotations

import collections
import datetime
from collections.abc import Sequence

from sentinel_toolkit.contract.catalogue import S2_L2A, S3_LST, SearchScenesRequest, SearchScenesResult
from sentinel_toolkit.contract.errors import NoScenesError
from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.sources import WORLD, SearchWindow, search
from sentinel_toolkit.core.dates.solar import utc_range
from sentinel_toolkit.core.geo.area import Area, area_of_footprints
from sentinel_toolkit.core.geo.mgrs import tile_footprint
from sentinel_toolkit.core.pixels.scl import valid_table
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.scenes import selection
from sentinel_toolkit.core.scenes.duplicates import newest_of_each_acquisition
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import write_table

SAME_ACQUISITION = datetime.timedelta(hours=1)  # versions of a scene differ by less in their time


@guards_inputs
def run(request: SearchScenesRequest, report: Report) -> SearchScenesResult:
    """Search, and write the table of what was found.

    Raises
    ------
    ToolkitError
        NoScenesError if nothing matches, CatalogueUnavailableError if the source does not answer.
    """
    area = Area.of(request)
    report.progress(-1, "Searching")
    scenes = search(request, _window(request, area), report, _Enough(request, area))
    kept, left_out = _select(scenes, request, area)
    left_out["LIMIT"] = len(kept[request.limit :])
    kept = kept[: request.limit]
    reasons = ", ".join(f"{count} by {name}" for name, count in left_out.items() if count)
    if not kept:
        left = f" (left out: {reasons})" if reasons else ""
        raise NoScenesError(f"No scenes found {_sentence(request)}{left}.", _hint(request, left_out))
    if request.min_coverage_percent and area is None:
        report.warning("MIN_COVERAGE was not applied: there is no area to cover.")
    if reasons:
        report.note(f"Left out: {reasons}.")
    if request.measure_cloud:
        from sentinel_toolkit.core.imagery.clear_share import measure  # rasters are read only where clouds are measured

        shares = measure([item.scene for item in kept], area, valid_table(DEFAULT_MASK_CLASSES), report)
        kept = [selection.patch(item, clear=share) for item, share in zip(kept, shares, strict=True)]
    write_table(request.table_path, kept)
    report.note(f"{len(kept)} {'scene' if len(kept) == 1 else 'scenes'} found.")
    return SearchScenesResult(request.table_path, len(kept), sum(left_out.values()))


def _select(
    scenes: Sequence[Scene], request: SearchScenesRequest, area: Area | None
) -> tuple[list[selection.Found], collections.Counter[str]]:
    """Return the scenes that the request asks for, by date, and how many others each rule has left out."""
    found = selection.describe(scenes, area)
    available, left_out = selection.apply_rules(found, selection.availability(request))
    # Then the newest version of each acquisition, and only then the filters: an older one must not slip through a
    # filter that the newest one fails.
    newest = available if request.keep_duplicates else newest_of_each_acquisition(available)
    kept, more = selection.apply_rules(newest, selection.rules(request))
    left_out += more
    left_out["outside the area"] = len(scenes) - len(found)
    left_out["older duplicates"] = len(available) - len(newest)
    kept.sort(key=lambda item: (item.scene.datetime, item.scene.id))
    return kept, left_out


class _Enough:
    """Whether scenes that came by date are all that LIMIT lets through: looked at when their number has doubled."""

    def __init__(self, request: SearchScenesRequest, area: Area | None) -> None:
        self._request, self._area, self._next = request, area, request.limit + 1

    def __call__(self, scenes: Sequence[Scene]) -> bool:
        if len(scenes) < self._next:
            return False
        self._next = 2 * len(scenes)
        kept, _ = _select(scenes, self._request, self._area)
        if len(kept) <= self._request.limit:
            return False
        latest = kept[self._request.limit - 1].scene.datetime  # the newest processing of it may come a little later
        return max(scene.datetime for scene in scenes) - latest > SAME_ACQUISITION


# What to do about the filter that took most.
_HINTS = (
    ("MAX_CLOUD", "Raise MAX_CLOUD."),
    ("MIN_COVERAGE", "Lower MIN_COVERAGE; one tile rarely covers a large area."),
    ("TILES", "Check TILES, or leave it empty."),
    ("RELATIVE_ORBITS", "Check RELATIVE_ORBITS, or leave it empty."),
    ("PLATFORMS", "Write PLATFORMS as S2A,S2B, or leave it empty."),
    ("PASS", "Sentinel-2 passes by day; Sentinel-3 by day and by night: set PASS."),
    ("TIMELINESS", "Set TIMELINESS to any; recent scenes come as NR first."),
    ("CENTRE", "Check CENTRE, or leave it empty."),
    ("ONLINE_ONLY", "Switch ONLINE_ONLY off to list scenes that must be ordered first."),
    ("LOCAL_TIME", "Widen LOCAL_TIME; both satellites pass at about 10:00 to 10:30 at the equator."),
    ("outside the area", "Check the area and its CRS."),
)


_FOLDER_HINTS = {
    S2_L2A: "It holds no Sentinel-2 L2A product: a SAFE folder or zip, or rasters beside a STAC item.",
    S3_LST: "It holds no Sentinel-3 SL_2_LST product: a SEN3 folder or zip.",
}


def _hint(request: SearchScenesRequest, left_out: collections.Counter[str]) -> str:
    """Return what to do: the filter that took most, the folder, or the dates."""
    if left_out.total():
        most = left_out.most_common(1)[0][0]
        return next((hint for name, hint in _HINTS if name == most), "Loosen that filter.")
    if request.source == "folder" and not (request.start or request.end):
        return _FOLDER_HINTS.get(request.product, "Only L2A and LST are read from a folder: set PRODUCT.")
    if request.max_cloud_percent < 100:  # most was left out by the catalogue itself
        return "Raise MAX_CLOUD, or widen the dates or the area."
    return "Widen the dates or the area."


def _window(request: SearchScenesRequest, area: Area | None) -> SearchWindow:
    """Return where and when to ask; a tile's footprint stands in for the area where there is none."""
    if area is None and request.tiles:
        area = area_of_footprints([tile_footprint(tile) for tile in request.tiles])
    geometry = area.geometry if area else WORLD
    if not (request.start or request.end):
        return SearchWindow(geometry)
    first, last = (
        datetime.date.fromisoformat(day) for day in (request.start or "1972-01-01", request.end or "9998-12-31")
    )
    return SearchWindow(geometry, *utc_range(first, last, area.centre[0] if area else 0.0))


def _sentence(request: SearchScenesRequest) -> str:
    """Return what was asked for, in words."""
    if request.start and request.end:
        when = f"from {request.start} to {request.end}"
    else:
        when = f"since {request.start}" if request.start else f"until {request.end}" if request.end else "at any date"
    where = "in the area of interest" if request.aoi_wkt else "in the tiles" if request.tiles else "in the folder"
    cloud = f" with cloud ≤ {request.max_cloud_percent:g} %" if request.max_cloud_percent < 100 else ""
    return f"{when} {where}{cloud}"
