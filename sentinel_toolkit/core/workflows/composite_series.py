"""A series of composites: one for each period, and each tile where asked for; what is finished is not made again."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest, CompositeSeriesResult
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.layers import MakeLayers
from sentinel_toolkit.core.composites.product import Product, make_product
from sentinel_toolkit.core.composites.series_folder import Element, SeriesFolder
from sentinel_toolkit.core.composites.series_overview import write_overview
from sentinel_toolkit.core.dates.periods import group_by_period
from sentinel_toolkit.core.dates.solar import local_solar_time
from sentinel_toolkit.core.geo.area import Area, area_of_footprints
from sentinel_toolkit.core.imagery.block_threads import BlockRunner
from sentinel_toolkit.core.imagery.scene_choice import choose_scenes
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import SceneStack, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.results.inputs import guards_inputs, prove_targets
from sentinel_toolkit.core.results.provenance import recorded
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.workflows.median_composite import advise, composite_of, lineage_text, rule_text, wanted_of
from sentinel_toolkit.core.workflows.runners import runner_of

OVERVIEW = 0.97  # of the progress: what comes then are pictures and lists


@dataclass(frozen=True)
class Series:
    """What all composites of a series share; ``elements`` are all of them, finished or not."""

    request: CompositeSeriesRequest
    area: Area | None
    folder: SeriesFolder
    elements: Sequence[Element]
    runner: BlockRunner


@guards_inputs
def run(request: CompositeSeriesRequest, report: Report) -> CompositeSeriesResult:
    """Make the composites that are missing, then what shows them all.

    Raises
    ------
    ToolkitError
        If the folder holds another series, or every composite fails.
    """
    area = Area.of(request)
    scenes = scenes_near(readable_scenes(request.scenes_path), area)
    folder = SeriesFolder(request)
    elements = plan(request, scenes, area)
    folder.refuse_other(elements)
    todo = [element for element in elements if not folder.is_finished(element)]
    prove_targets(request, [*map(folder.target, todo), *folder.overview(elements)])
    report.note(f"Composites: {len(elements)}; finished before: {len(elements) - len(todo)}.")
    with runner_of(request) as runner:
        series = Series(request, area, folder, elements, runner)
        failures = _make_all(series, todo, report.part(0, OVERVIEW))
    if len(failures) == len(elements):
        raise next(iter(failures.values()))
    count = write_overview(folder, request, failures, report)
    return CompositeSeriesResult(request.output_folder, count, len(failures), request.table_path)


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


def _make_all(series: Series, todo: Sequence[Element], report: Report) -> dict[Element, ToolkitError]:
    """Make the composites, tile by tile: scenes are opened once for all periods. Return Element → error of the bad."""
    failures: dict[Element, ToolkitError] = {}
    done = 0
    by_tile = collections.defaultdict(list)
    for element in todo:
        by_tile[element.tile].append(element)
    for tile, wanted in by_tile.items():
        part = report.part(done / len(todo), (done + len(wanted)) / len(todo))
        try:
            stack = _open(series, tile, wanted, part.part(0, 0.1))
        except ToolkitError as error:
            failures |= {element: _reported(element, error, report) for element in wanted}
        else:
            failures |= _make_tile(series, stack, wanted, part)
        done += len(wanted)
    return failures


def _open(series: Series, tile: str, wanted: Sequence[Element], report: Report) -> SceneStack:
    """Return the stack of a tile. Its grid must not depend on which periods are still to be made, nor on swaths."""
    request, given = series.request, series.folder.grid_of(tile)
    elements = wanted if given else [element for element in series.elements if element.tile == tile]
    by_key = {scene.key: scene for element in elements for scene in element.scenes}
    scenes = sorted(by_key.values(), key=lambda scene: (scene.datetime, scene.id))
    stack = wanted_of(request)
    whole_tiles = request.tiling == "mgrs" or series.area is None
    grid = dataclasses.replace(stack.grid, whole_tiles=whole_tiles, given=given)
    return open_stack(scenes, series.area, dataclasses.replace(stack, grid=grid), report)


def _make_tile(
    series: Series, stack: SceneStack, elements: Sequence[Element], report: Report
) -> dict[Element, ToolkitError]:
    """Make the composites of one tile; those that fail are reported, and made by the next run."""
    failures: dict[Element, ToolkitError] = {}
    for number, element in enumerate(elements):
        share = 0.9 / len(elements)
        part = report.part(0.1 + share * number, 0.1 + share * (number + 1))
        try:
            _make(series, stack, element, part)
        except ToolkitError as error:
            failures[element] = _reported(element, error, report)
    return failures


def _make(series: Series, stack: SceneStack, element: Element, report: Report) -> None:
    """Make one composite."""
    request, folder = series.request, series.folder
    report.note(f"{element.name}: {len(element.scenes)} scenes")
    keys = stack.keys
    candidates = [scene for scene in element.scenes if scene.key in keys]
    scenes, ranks = choose_scenes(request, candidates, series.area, report.part(0, 0.05))
    part = stack.only({scene.key for scene in scenes}, ranks)
    composite = composite_of(request)
    product = Product(
        job="composite_series",
        title=f"{element.title(request.by_calendar)}: {rule_text(request)}",
        lineage=lambda count: lineage_text(request, count),
        target=str(folder.raster(element)),
        request=recorded(request),
        names=composite.names,
        level="L3",
        further=lambda made: folder.marks(
            element, is_whole=len(candidates) == len(element.scenes) and len(made.scenes) == len(scenes)
        ),
        collection=folder.collection_id,
        mark=folder.mark(element),
    )
    job = StackJob(part, series.runner, report.part(0.05, 1))
    made = make_product(product, job, MakeLayers(composite, True, request.date_band))
    advise(made.tally, report)


def _reported(element: Element, error: ToolkitError, report: Report) -> ToolkitError:
    report.warning(f"{element.name} failed: {error}")
    return error
