"""An animation of an index: read each date on one grid, leave out those with too little to see, draw all alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.animation import FRAMES_GROUP_FILE, NdviAnimationRequest, NdviAnimationResult
from sentinel_toolkit.contract.errors import InvalidRequestError, NoValidPixelsError
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target, group_target
from sentinel_toolkit.core.animation.formats.writer import open_animation, shortest_ms
from sentinel_toolkit.core.animation.frame_files import (
    FrameTexts,
    is_our_picture,
    is_our_raster,
    kept_together,
    stem_of,
    write_page,
    write_raster,
)
from sentinel_toolkit.core.animation.map_statistics import MapStatistics, describe_map, sample_map
from sentinel_toolkit.core.animation.page.curve import Curve
from sentinel_toolkit.core.animation.page.painter import FramePainter, Look, encode
from sentinel_toolkit.core.dates.moments import Moment
from sentinel_toolkit.core.drawing.colour_ramps import colours_of
from sentinel_toolkit.core.drawing.lettering import undrawable
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.pixels.quantities import Quantity, quantity_of
from sentinel_toolkit.core.rasters.row_store import FrameStore
from sentinel_toolkit.core.results.inputs import guards_inputs, prove_targets
from sentinel_toolkit.core.results.provenance import credit
from sentinel_toolkit.core.results.style import colours_range
from sentinel_toolkit.core.scenes.rows import layer_row, write_rows
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.index_series import IndexSeries, open_series, read_maps
from sentinel_toolkit.core.series.source import GroundWanted

READING = 0.6  # of the progress
PLATFORMS = {"sentinel-2": "Sentinel-2", "sentinel-3": "Sentinel-3"}


class Parts(NamedTuple):
    """Where things are made."""

    animation: Path
    pictures: Path | None
    """The folder of pictures, where they are asked for."""
    rasters: Path | None
    """The folder of rasters, where they are asked for."""


class Kept(NamedTuple):
    """A date that is shown: its map lies in the store, at the same place as this in the list."""

    moment: Moment
    statistics: MapStatistics
    scenes: list[Scene]


@guards_inputs
def run(request: NdviAnimationRequest, report: Report) -> NdviAnimationResult:
    """Make the animation that the request asks for.

    Raises
    ------
    ToolkitError
        If no date has enough valid pixels, or the area, the index or the files do not fit.
    """
    target = Path(request.output)
    _check_look(request, report)
    ground = GroundWanted(Area.of(request), request.resolution_m, request.width)
    series = open_series(request, ground, report, request.period, request.date_format)
    stems = [stem_of(request, moment) for moment in series.moments]
    pictures = kept_together(
        request.pictures_folder, "pictures", [f"{stem}.png" for stem in stems], is_our_picture, report
    )
    rasters = kept_together(
        request.frames_folder,
        "rasters",
        [f"{stem}.tif" for stem in stems],
        lambda path: is_our_raster(path) and path.resolve() not in series.files,
        report,
    )
    with staged(target) as folder, FrameStore(folder, series.grid.shape) as store:
        with pictures as kept_pictures, rasters as kept_rasters:
            prove_targets(request, _inside(request, stems))
            kept, samples = _read(request, series, store, report.part(0, READING))
            paths = Parts(
                folder / target.name,
                kept_pictures.folder if kept_pictures else None,
                kept_rasters.folder if kept_rasters else None,
            )
            _draw(request, series, store, kept, _look(request, series, kept, samples), paths, report.part(READING, 1))
        output = publish(folder, target, report)
    if request.table_path:
        write_rows(request.table_path, map(_row, kept))
    if request.layers_path:
        places = kept_rasters.places if kept_rasters else {}
        write_rows(request.layers_path, (_layer(request, date.moment, places) for date in kept))
    left_out = len(series.moments) - len(kept)
    return NdviAnimationResult(
        str(output),
        len(kept),
        left_out,
        request.pictures_folder,
        request.frames_folder,
        request.table_path,
        request.layers_path,
    )


def _inside(request: NdviAnimationRequest, stems: Iterable[str]) -> list[Target]:
    """Return the Targets in the folders of pictures and rasters."""
    stems, inside = list(stems), []
    if folder := request.pictures_folder:
        inside += [Target("PICTURES_FOLDER", str(Path(folder) / f"{stem}.png")) for stem in stems]
    if folder := request.frames_folder:
        inside += [Target("FRAMES_FOLDER", str(Path(folder) / f"{stem}.tif"), ITEM_AND_STYLE) for stem in stems]
        inside += [group_target("FRAMES_FOLDER", folder, FRAMES_GROUP_FILE)] if request.layers_path else []
    return inside


def _check_look(request: NdviAnimationRequest, report: Report) -> None:
    """Refuse colours that are none before any work, and say what will not look as asked."""
    asked = _asked(request)
    colours_of(asked.ramp, 2)
    if asked.low is not None and asked.high is not None and asked.low >= asked.high:
        raise InvalidRequestError(
            f"The colours would run from {asked.low:g} to {asked.high:g}.",
            f"{asked.name} has its own range: give MIN and MAX.",
        )
    if missing := undrawable(request.title):
        report.warning(f"No font of this computer can draw {missing!r} of the title: left out.")
    if request.frame_ms < (shortest := shortest_ms(request.output)):
        report.warning(f"FRAME_MS is {request.frame_ms}; {Path(request.output).suffix} shows a page {shortest} ms.")


def _asked(request: NdviAnimationRequest) -> Quantity:
    """Return the quantity with the colours that the user gave in place of its own."""
    given = {"low": request.low, "high": request.high, "ramp": request.ramp or None}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return dataclasses.replace(quantity_of(request.quantity), **changes)


def _read(
    request: NdviAnimationRequest, series: IndexSeries, store: FrameStore, report: Report
) -> tuple[list[Kept], NDArray[np.float32]]:
    """Put the maps of all dates with enough to see into the store; return them, and samples of their values."""
    kept, samples, sparse = [], [], []
    for dated in read_maps(series, report):
        statistics = describe_map(dated.values, series.inside)
        if statistics.valid_percent < request.min_valid_percent or np.isnan(statistics.mean):
            sparse.append(f"{dated.moment.label} ({statistics.valid_percent:.0f} %)")
            continue
        store.add(dated.values)
        samples.append(sample_map(dated.values))
        kept.append(Kept(dated.moment, statistics, dated.scenes))
    if sparse:
        shown = ", ".join(sparse[:20]) + (" …" if len(sparse) > 20 else "")
        report.note(f"Left out, with less than {request.min_valid_percent:g} % of the area to see: {shown}.")
    if not kept:
        raise NoValidPixelsError(
            f"None of the {len(series.moments)} dates has {request.min_valid_percent:g} % of the area to see.",
            "Lower MIN_VALID, mask fewer classes, or take other dates.",
        )
    return kept, np.concatenate(samples)


def _look(
    request: NdviAnimationRequest, series: IndexSeries, kept: Sequence[Kept], samples: NDArray[np.float32]
) -> Look:
    """Return what all pages have in common: one scale of colours, and the words."""
    quantity = _asked(request)
    low, high = colours_range(quantity, samples)
    scenes = [scene for date in kept for scene in date.scenes]
    return Look(
        title=request.title or _title(request, scenes),
        label=f"{quantity.name} [{series.unit}]" if series.unit else quantity.name,
        low=low,
        high=high,
        ramp=quantity.ramp,
        width=request.width,
        height=request.height,
        grid=series.grid,
        legend=request.legend,
        scale_bar=request.scale_bar,
        north_arrow=request.north_arrow,
        date=request.date,
        credit=credit(scenes),
        boundary=_boundary(request, series),
        below=min(date.statistics.low for date in kept) < low,
        above=max(date.statistics.high for date in kept) > high,
    )


def _title(request: NdviAnimationRequest, scenes: Iterable[Scene]) -> str:
    """Return a title where the user gave none: the quantity, and whose it is."""
    families = {PLATFORMS.get(scene.platform[:10]) for scene in scenes}
    family = families.pop() if len(families) == 1 else None
    return f"{request.quantity}, {family}" if family else request.quantity


def _boundary(request: NdviAnimationRequest, series: IndexSeries) -> BaseGeometry | None:
    """Return the line on top in the map's CRS: the layer that was given, else the area; None where there is none."""
    drawn = AreaOfInterest(request.boundary_wkt, request.boundary_crs) if request.boundary_wkt else None
    area = Area.of(drawn) if drawn else series.area
    return transform_geometry(area.original, area.crs, str(series.grid.crs)) if area else None


def _draw(
    request: NdviAnimationRequest,
    series: IndexSeries,
    store: FrameStore,
    kept: Sequence[Kept],
    look: Look,
    paths: Parts,
    report: Report,
) -> None:
    """Draw all pages, and write each date's picture and raster where they are asked for."""
    labels = [date.moment.label for date in kept]
    curve = Curve(tuple(date.moment.day for date in kept), tuple(date.statistics.mean for date in kept))
    painter = FramePainter(look, labels, curve if request.curve else None)
    texts = FrameTexts(request, series.unit, (look.low, look.high, look.ramp))
    size = request.width, request.height
    with open_animation(paths.animation, size, painter.palette, request.frame_ms, request.loop) as animation:
        for place, date in enumerate(kept):
            report.progress(place / len(kept), "Drawing")
            values, stem = store[place], stem_of(request, date.moment)
            page = painter.paint(place, encode(values, series.inside, look.low, look.high))
            animation.add(page)
            if paths.pictures:
                write_page(paths.pictures / f"{stem}.png", page, painter.palette)
            if paths.rasters:
                write_raster(paths.rasters / f"{stem}.tif", series.grid, texts, date, values, report)


def _row(date: Kept) -> dict[str, Any]:
    statistics = date.statistics
    names = ("mean", "median", "p10", "p90", "valid_percent")
    return {"date": date.moment.date, **{name: getattr(statistics, name) for name in names}}


def _layer(request: NdviAnimationRequest, moment: Moment, places: Mapping[Path, Path]) -> dict[str, str]:
    meant = Path(request.frames_folder) / f"{stem_of(request, moment)}.tif"
    path = places.get(meant, meant)
    return layer_row(moment.label, path, moment.first.isoformat(), moment.last.isoformat())
