"""What shows a whole series: one colouring for all, a mosaic per period, a collection, a contact sheet and a page."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sentinel_toolkit.contract.errors import RasterError, ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.contact_sheet import Panel, write_contact_sheet
from sentinel_toolkit.core.composites.mosaic_vrt import write_vrt
from sentinel_toolkit.core.composites.series_elements import Element, Entry
from sentinel_toolkit.core.composites.series_folder import COLLECTION, PAGE, SHEET, SeriesFolder
from sentinel_toolkit.core.composites.series_store import SeriesStore
from sentinel_toolkit.core.drawing.pages import write_page
from sentinel_toolkit.core.pixels.stretch import picture_bands
from sentinel_toolkit.core.rasters.cog import read_overview
from sentinel_toolkit.core.results.collection import collection_of
from sentinel_toolkit.core.results.provenance import notice_of
from sentinel_toolkit.core.results.style import Colouring, colouring_of
from sentinel_toolkit.core.scenes.rows import layer_row, write_rows

KEYWORDS = ["Sentinel-2", "composite", "surface reflectance"]
SAMPLE_SIDE = 400  # pixels of each composite that the common colouring is taken from


def write_overview(
    folder: SeriesFolder, request: CompositeSeriesRequest, failures: Mapping[Element, ToolkitError], report: Report
) -> int:
    """Write what shows the series and the rows of its layers; return how many composites there are.

    Parameters
    ----------
    failures
        Element → error.
    """
    report.progress(0.97, "Writing the overview")
    entries = folder.entries()
    if not entries:
        raise RasterError("No composite stands in the folder.", "Was it emptied meanwhile?")
    names = tuple(band["name"] for band in entries[0].item["assets"]["data"]["bands"])
    names = tuple(name for name in names if name not in ("observations", "date"))
    folder.store.bring((entry.name_of_raster for entry in entries), pictures=True)
    # First, for it says whose folder this is.
    folder.store.put_json(COLLECTION, _collection(folder, entries), report)
    colouring = _common_colouring([entry.raster for entry in entries], names)
    for entry in entries:
        _restyle(folder.store, entry.raster, names, colouring)
    layers = _write_mosaics(folder, entries, names, colouring, report)
    panels = [Panel(label, tuple(entry.raster for entry in group)) for label, group in _by_label(entries).items()]
    sheet = folder.store.put(SHEET, lambda path: write_contact_sheet(path, panels, names, colouring), report)
    messages = {element.name: error.message for element, error in failures.items()}
    folder.store.put(PAGE, lambda path: _write_page(path, folder, request, entries, messages, sheet.name), report)
    if request.table_path:
        write_rows(request.table_path, layers)
    return sum(entry.name not in messages for entry in entries)


def _restyle(store: SeriesStore, raster: Path, names: Sequence[str], colouring: Colouring) -> None:
    """Write the style that all composites share, unless the user has saved one there."""
    if store.is_ours(f"{raster.stem}.qml"):
        store.put_style(raster, names, colouring)


def _common_colouring(rasters: Sequence[Path], names: Sequence[str]) -> Colouring:
    """Return how all composites are shown, so that they can be compared."""
    numbers = [names.index(name) + 1 for name in picture_bands(names)]
    samples = [read_overview(raster, numbers, SAMPLE_SIDE).reshape(len(numbers), -1) for raster in rasters]
    return colouring_of(names, np.concatenate(samples, axis=1))


def _by_label(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return label → entries of each period."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.label, []).append(entry)
    return groups


def _write_mosaics(
    folder: SeriesFolder, entries: Sequence[Entry], names: Sequence[str], colouring: Colouring, report: Report
) -> list[dict[str, Any]]:
    """Write a VRT for each period, one for each CRS where its tiles differ; return the rows of the layers."""
    layers = []
    for label, group in _by_label(entries).items():
        by_crs: dict[str, list[Path]] = {}
        for entry in group:
            by_crs.setdefault(entry.properties["proj:code"], []).append(entry.raster)
        for crs, rasters in by_crs.items():
            suffix = f"_{str(crs).rpartition(':')[2]}" if len(by_crs) > 1 else ""
            write = functools.partial(write_vrt, rasters=rasters, folder=folder.store.path)
            place = folder.store.put(f"{label}{suffix}.vrt", write, report)
            _restyle(folder.store, place, names, colouring)
            layers.append(layer_row(f"{label}{suffix}", folder.store.address(place.name), *group[0].days))
    return layers


def _collection(folder: SeriesFolder, entries: Sequence[Entry]) -> dict[str, Any]:
    """Return the STAC collection of the composites."""
    return collection_of(
        folder.collection_id,
        f"Composites, {entries[0].properties['title'].partition(': ')[2]}",
        _lineage(entries),
        KEYWORDS,
        {f"{entry.raster.stem}.json": entry.item for entry in entries},
        SHEET,
    )


def _write_page(
    path: Path,
    folder: SeriesFolder,
    request: CompositeSeriesRequest,
    entries: Sequence[Entry],
    messages: Mapping[str, str],
    sheet: str,
) -> None:
    """Write the page that lists the composites."""
    first = entries[0].properties
    made = {entry.name for entry in entries}
    asked = {
        "Period": request.period + (", same periods of all years together" if request.by_calendar else ""),
        "Tiles": request.tiling,
        "Resolution": f"{request.resolution_m:g}",
        "CRS": request.crs or "of the scenes",
        "Best scenes of a tile": request.max_scenes or "all",
        "Made": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
    }
    write_page(
        path,
        "composite_series.html",
        title="Composites",
        subtitle=f"{first['title'].partition(': ')[2]}: {len(entries)} rasters in {folder.store.name}",
        sheet=sheet,
        rows=[_row(entry, messages.get(entry.name)) for entry in entries],
        has_tiles=request.tiling != "none",
        failures=[(name, message) for name, message in messages.items() if name not in made],
        lineage=_lineage(entries),
        request=asked.items(),
        credit=notice_of({int(str(time)[:4]) for entry in entries for time in _times(entry)}),
    )


def _times(entry: Entry) -> list[str]:
    return [entry.properties[key] for key in ("start_datetime", "end_datetime")]


def _lineage(entries: Sequence[Entry]) -> str:
    """Return how the composites were made: that of the first, with the numbers of scenes of all."""
    counts = [sum(link["rel"] == "derived_from" for link in entry.item["links"]) for entry in entries]
    span = f"{min(counts)}" if min(counts) == max(counts) else f"{min(counts)} to {max(counts)}"
    return re.sub(r" of \d+ ", f" of {span} ", entries[0].properties["processing:lineage"], count=1)


def _row(entry: Entry, message: str | None) -> dict[str, Any]:
    properties = entry.properties
    start, end = entry.days
    return {
        "label": entry.label,
        "start": start,
        "end": end,
        "tile": entry.tile,
        "scenes": sum(link["rel"] == "derived_from" for link in entry.item["links"]),
        "valid": properties["sentinel_toolkit:valid_percent"],
        "observations": properties["sentinel_toolkit:mean_observations"],
        "file": entry.raster.name,
        "href": f"./{entry.raster.name}",
        "message": message,
    }
