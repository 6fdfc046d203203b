"""A series of composites: one for each period, and each tile where asked for; what is finished is not made again."""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest, CompositeSeriesResult
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.sharing import FINISH
from sentinel_toolkit.core.composites.series_elements import Element
from sentinel_toolkit.core.composites.series_folder import SeriesFolder
from sentinel_toolkit.core.composites.series_overview import write_overview
from sentinel_toolkit.core.dates.periods import group_by_period
from sentinel_toolkit.core.dates.solar import local_solar_time
from sentinel_toolkit.core.geo.area import Area, area_of_footprints
from sentinel_toolkit.core.imagery.block_threads import BlockRunner, BlockThreads, default_threads
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.results.inputs import guards_inputs, prove_targets
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.workflows.composite_element import (
    Failures,
    Series,
    by_tile,
    make_element,
    open_tile,
    reported,
)
from sentinel_toolkit.core.workflows.median_composite import advise
from sentinel_toolkit.core.workflows.runners import cluster_of
from sentinel_toolkit.core.workflows.series_on_cluster import make_on_cluster

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Client

NAMED = 20  # of the composites that are missing
OVERVIEW = 0.97  # of the progress: what comes then are pictures and lists


@guards_inputs
def run(request: CompositeSeriesRequest, report: Report, client: Client | None = None) -> CompositeSeriesResult:
    """Make the composites that are missing, then what shows them all; of a shard, its share of them alone.

    Parameters
    ----------
    client
        Of a Dask cluster, instead of what ``request.scheduler`` names.

    Raises
    ------
    ToolkitError
        If the folder holds another series, or every composite fails.
    """
    area = Area.of(request)
    scenes = scenes_near(readable_scenes(request.scenes_path), area)
    series = Series(request, area, SeriesFolder(request), plan(request, scenes, area))
    if request.shard == FINISH:
        return _finish(series, report)
    if request.shard:
        return _make_share(series, report, client)
    folder, elements = series.folder, series.elements
    folder.refuse_other(elements)
    todo = folder.unfinished(elements)
    prove_targets(request, [*map(folder.target, todo), *folder.overview(elements)])
    failures = _make(series, elements, todo, report, client)
    return _show(series, failures, report)


def _make_share(series: Series, report: Report, client: Client | None) -> CompositeSeriesResult:
    """Make the composites of a shard, and nothing that another one would write, too."""
    request, folder = series.request, series.folder
    number, count = request.share
    mine = [element for element in series.elements if element.shard(count) == number]
    folder.claim(mine)
    todo = folder.unfinished(mine)
    prove_targets(request, map(folder.target, todo))
    report.note(f"Shard {number} of {count}: {len(mine)} of {len(series.elements)} composites.")
    failures = _make(series, mine, todo, report, client)
    return CompositeSeriesResult(request.output_folder, len(mine) - len(failures), len(failures), "")


def _finish(series: Series, report: Report) -> CompositeSeriesResult:
    """Write what shows the composites that all shards have made; those that are missing are listed."""
    folder, elements = series.folder, series.elements
    folder.refuse_other(elements)
    prove_targets(series.request, folder.overview(elements))
    folder.store.sweep()
    missing = ToolkitError("It is not finished.", "Run its shard again, or the whole without SHARD.")
    failures = dict.fromkeys(folder.unfinished(elements), missing)
    if failures:
        names = [element.name for element in failures]
        shown = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        report.warning(f"{len(names)} of {len(elements)} composites are missing: {shown}. Run their shards again.")
    return _show(series, failures, report)


def _show(series: Series, failures: Mapping[Element, ToolkitError], report: Report) -> CompositeSeriesResult:
    request = series.request
    count = write_overview(series.folder, request, failures, report)
    return CompositeSeriesResult(request.output_folder, count, len(failures), request.table_path)


def _make(
    series: Series, elements: Sequence[Element], todo: Sequence[Element], report: Report, client: Client | None
) -> Failures:
    """Make those ``todo`` of the elements of this run, here or on a cluster; return Element → error of the bad.

    Raises
    ------
    ToolkitError
        That of the first, if every composite fails.
    """
    request, part = series.request, report.part(0, OVERVIEW)
    report.note(f"Composites: {len(elements)}; finished before: {len(elements) - len(todo)}.")
    if not todo:
        return {}
    series.folder.store.prove()
    with cluster_of(request.scheduler, report, client) as cluster:
        if cluster and (request.tiling != "none" or len(elements) > 1):
            failures = make_on_cluster(series, cluster, todo, part)
        else:
            runner = cluster.blocks if cluster else BlockThreads(request.threads or default_threads())
            failures = _make_here(series, runner, todo, part)
    if len(failures) == len(elements):
        raise next(iter(failures.values()))
    return failures


def plan(request: CompositeSeriesRequest, scenes: Sequence[Scene], area: Area | None) -> list[Element]:
    """Return the Elements of a series: periods of mean solar days at the area's centre, and tiles where asked for."""
    longitude = (area or area_of_footprints([scene.footprint for scene in scenes])).centre[0]
    days = [local_solar_time(scene.datetime, longitude).date() for scene in scenes]
    elements = []
    for period, places in group_by_period(days, request.period, request.by_calendar).items():
        by_tile = collections.defaultdict(list)
        for place in places:
            by_tile[scenes[place].tile if request.tiling == "mgrs" else ""].append(scenes[place])
        elements += [Element(period, tile, tuple(members)) for tile, members in sorted(by_tile.items())]
    return elements


def _make_here(series: Series, runner: BlockRunner, todo: Sequence[Element], report: Report) -> Failures:
    """Make the composites, tile by tile: scenes are opened once for all periods."""
    failures: Failures = {}
    done = 0
    for tile, wanted in by_tile(todo).items():
        part = report.part(done / len(todo), (done + len(wanted)) / len(todo))
        try:
            stack = open_tile(series.request, *series.decide(tile, wanted), part.part(0, 0.1))
        except ToolkitError as error:
            failures |= {element: reported(element, error, report) for element in wanted}
        else:
            failures |= _make_tile(series, runner, stack, wanted, part)
        done += len(wanted)
    return failures


def _make_tile(
    series: Series, runner: BlockRunner, stack: SceneStack, elements: Sequence[Element], report: Report
) -> Failures:
    """Make the composites of one tile; those that fail are reported, and made by the next run."""
    failures: Failures = {}
    for number, element in enumerate(elements):
        share = 0.9 / len(elements)
        part = report.part(0.1 + share * number, 0.1 + share * (number + 1))
        report.note(f"{element.name}: {len(element.scenes)} scenes")
        try:
            advise(make_element(series.request, stack, element, runner, part), part)
        except ToolkitError as error:
            failures[element] = reported(element, error, report)
    return failures
