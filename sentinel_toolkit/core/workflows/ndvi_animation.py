"""An animation of an index: read each date on one grid, leave out those with too little to see, draw all alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.animation import FRAMES_GROUP_FILE, NdviAnimationRequest, NdviAnimationResult
from sentinel_toolkit.contract.errors import NoValidPixelsError
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target, group_target
from sentinel_toolkit.core.animation.formats.classes import Pixels
from sentinel_toolkit.core.animation.formats.writer import open_animation
from sentinel_toolkit.core.animation.frame_files import (
    FrameTexts,
    is_our_picture,
    is_our_raster,
    kept_together,
    stem_of,
    write_page,
    write_raster,
)
from sentinel_toolkit.core.animation.map_statistics import describe_map, sample_map
from sentinel_toolkit.core.animation.page.curve import Curve
from sentinel_toolkit.core.animation.page.painter import FramePainter, Look, encode
from sentinel_toolkit.core.dates.moments import Moment
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.rasters.row_store import FrameStore
from sentinel_toolkit.core.results.inputs import guards_inputs, prove_targets
from sentinel_toolkit.core.scenes.rows import layer_row, write_rows
from sentinel_toolkit.core.series.index_series import IndexSeries, open_series, read_maps
from sentinel_toolkit.core.series.source import GroundWanted
from sentinel_toolkit.core.workflows.animation_look import Kept, check_look, look_of
from sentinel_toolkit.core.workflows.dates_on_cluster import reads_on_cluster
from sentinel_toolkit.core.workflows.runners import cluster_of

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Client

READING = 0.6  # of the progress


class Parts(NamedTuple):
    """Where things are made."""

    animation: Path
    pictures: Path | None
    """The folder of pictures, where they are asked for."""
    rasters: Path | None
    """The folder of rasters, where they are asked for."""


class Pages(NamedTuple):
    """An animation that lies in no file."""

    palette: Pixels
    pages: list[Pixels]
    """Indices of the palette, shape (height, width)."""
    kept: list[dict[str, Any]]
    """A row for each page: ANIMATION_COLUMNS."""
    left_out: list[dict[str, Any]]
    """``date``, ``valid_percent`` where it is known, and ``why``, of each date that has no page."""


@guards_inputs
def run(request: NdviAnimationRequest, report: Report, client: Client | None = None) -> NdviAnimationResult:
    """Make the animation that the request asks for.

    Parameters
    ----------
    client
        Of a Dask cluster, instead of what ``request.scheduler`` names: its workers read the dates.

    Raises
    ------
    ToolkitError
        If no date has enough valid pixels, or the area, the index or the files do not fit.
    """
    target = Path(request.output)
    check_look(request, report)
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
            kept, samples, _ = _read(request, series, store, report.part(0, READING), client)
            paths = Parts(
                folder / target.name,
                kept_pictures.folder if kept_pictures else None,
                kept_rasters.folder if kept_rasters else None,
            )
            _draw(request, series, store, kept, look_of(request, series, kept, samples), paths, report.part(READING, 1))
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


def in_memory(request: NdviAnimationRequest, report: Report, client: Client | None = None) -> Pages:
    """Make the pages without a file, for notebooks; what waits meanwhile lies in the folder of ``output``.

    See ``run`` for ``client``.

    Raises
    ------
    ToolkitError
        If no date has enough valid pixels, or the area, the index or the files do not fit.
    """
    check_look(request, report)
    ground = GroundWanted(Area.of(request), request.resolution_m, request.width)
    series = open_series(request, ground, report, request.period, request.date_format)
    with FrameStore(Path(request.output).parent, series.grid.shape) as store:
        kept, samples, sparse = _read(request, series, store, report.part(0, READING), client)
        look = look_of(request, series, kept, samples)
        painter = _painter(request, kept, look)
        pages = list(_paint(painter, look, series, store, kept, report.part(READING, 1)))
    shown = {date.moment.date for date in kept}
    left_out = [_left_out(moment, sparse.get(moment.date)) for moment in series.moments if moment.date not in shown]
    return Pages(painter.palette, pages, list(map(_row, kept)), left_out)


def _left_out(moment: Moment, valid_percent: float | None) -> dict[str, Any]:
    why = "could not be read" if valid_percent is None else "too little of the area to see"
    return {"date": moment.date, "valid_percent": valid_percent, "why": why}


def _inside(request: NdviAnimationRequest, stems: Iterable[str]) -> list[Target]:
    """Return the Targets in the folders of pictures and rasters."""
    stems, inside = list(stems), []
    if folder := request.pictures_folder:
        inside += [Target("PICTURES_FOLDER", str(Path(folder) / f"{stem}.png")) for stem in stems]
    if folder := request.frames_folder:
        inside += [Target("FRAMES_FOLDER", str(Path(folder) / f"{stem}.tif"), ITEM_AND_STYLE) for stem in stems]
        inside += [group_target("FRAMES_FOLDER", folder, FRAMES_GROUP_FILE)] if request.layers_path else []
    return inside


def _read(
    request: NdviAnimationRequest,
    series: IndexSeries,
    store: FrameStore,
    report: Report,
    client: Client | None = None,
) -> tuple[list[Kept], NDArray[np.float32], dict[str, float]]:
    """Put the maps of all dates with enough to see into the store.

    Return these dates, samples of their values, and the valid percent of each other date that was read.
    """
    kept, samples, sparse, few = [], [], [], {}
    with cluster_of(request.scheduler, report, client) as cluster:
        reads = reads_on_cluster(series, cluster, request.memory_limit_mb, report) if cluster else None
        for dated in read_maps(series, report, reads):
            statistics = describe_map(dated.values, series.inside)
            if statistics.valid_percent < request.min_valid_percent or np.isnan(statistics.mean):
                few[dated.moment.date] = statistics.valid_percent
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
    return kept, np.concatenate(samples), few


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
    painter = _painter(request, kept, look)
    texts = FrameTexts(request, series.unit, (look.low, look.high, look.ramp))
    size = request.width, request.height
    pages = _paint(painter, look, series, store, kept, report)
    with open_animation(paths.animation, size, painter.palette, request.frame_ms, request.loop) as animation:
        for place, (date, page) in enumerate(zip(kept, pages, strict=True)):
            animation.add(page)
            stem = stem_of(request, date.moment)
            if paths.pictures:
                write_page(paths.pictures / f"{stem}.png", page, painter.palette)
            if paths.rasters:
                write_raster(paths.rasters / f"{stem}.tif", series.grid, texts, date, store[place], report)


def _painter(request: NdviAnimationRequest, kept: Sequence[Kept], look: Look) -> FramePainter:
    """Return what paints the pages of dates."""
    curve = Curve(tuple(date.moment.day for date in kept), tuple(date.statistics.mean for date in kept))
    return FramePainter(look, [date.moment.label for date in kept], curve if request.curve else None)


def _paint(
    painter: FramePainter,
    look: Look,
    series: IndexSeries,
    store: FrameStore,
    kept: Sequence[Kept],
    report: Report,
) -> Iterator[Pixels]:
    """Yield the page of each date."""
    for place in range(len(kept)):
        report.progress(place / len(kept), "Drawing")
        yield painter.paint(place, encode(store[place], series.inside, look.low, look.high))


def _row(date: Kept) -> dict[str, Any]:
    statistics = date.statistics
    names = ("mean", "median", "p10", "p90", "valid_percent")
    return {"date": date.moment.date, **{name: getattr(statistics, name) for name in names}}


def _layer(request: NdviAnimationRequest, moment: Moment, places: Mapping[Path, Path]) -> dict[str, str]:
    meant = Path(request.frames_folder) / f"{stem_of(request, moment)}.tif"
    path = places.get(meant, meant)
    return layer_row(moment.label, path, moment.first.isoformat(), moment.last.isoformat())
