"""A series of composites: one for each period, and each tile where asked for; what is finished is not made again."""

from __future__ import annotations

import collections

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesResult
from sentinel_toolkit.core.composites.layers import MakeLayers
from sentinel_toolkit.core.composites.product import Product, make_product
from sentinel_toolkit.core.composites.series_folder import Element, SeriesFolder
from sentinel_toolkit.core.composites.series_overview import write_overview
from sentinel_toolkit.core.dates.periods import group_by_period
from sentinel_toolkit.core.dates.solar import local_solar_time
from sentinel_toolkit.core.geo.area import area_from_wkt, area_of_footprints
from sentinel_toolkit.core.imagery.scene_choice import choose_scenes
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.results.provenance import recorded
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.workflows.median_composite import advise, composite_of, lineage_text, rule_text
from sentinel_toolkit.core.workflows.runners import runner_of

OVERVIEW = 0.97  # of the progress: what comes then are pictures and lists


def run(request, report):
    """Make the composites that are missing, then what shows them all.

    Raises
    ------
    ToolkitError
        If the folder holds another series, or every composite fails.
    """
    scenes = readable_scenes(request.scenes_path)
    area = area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None
    if area is not None:
        scenes = scenes_near(scenes, area)
    folder = SeriesFolder(request)
    elements = plan(request, scenes, area)
    folder.refuse_other(elements)
    todo = [element for element in elements if not folder.is_finished(element)]
    report.note(f"Composites: {len(elements)}; finished before: {len(elements) - len(todo)}.")
    with runner_of(request) as runner:
        failures = _make_all(request, folder, elements, todo, runner, report.part(0, OVERVIEW))
    if len(failures) == len(elements):
        raise next(iter(failures.values()))
    count = write_overview(folder, request, failures, report)
    return CompositeSeriesResult(request.output_folder, count, len(failures), request.table_path)


def plan(request, scenes, area):
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


def _make_all(request, folder, elements, todo, runner, report):
    """Make the composites, tile by tile: scenes are opened once for all periods. Return Element → error of the bad."""
    failures, done = {}, 0
    by_tile = collections.defaultdict(list)
    for element in todo:
        by_tile[element.tile].append(element)
    for tile, wanted in by_tile.items():
        part = report.part(done / len(todo), (done + len(wanted)) / len(todo))
        try:
            stack = _open(request, folder, [each for each in elements if each.tile == tile], wanted, runner, part)
        except ToolkitError as error:
            failures |= {element: _reported(element, error, report) for element in wanted}
        else:
            failures |= _make_tile(request, folder, stack, wanted, part)
        done += len(wanted)
    return failures


def _open(request, folder, elements, wanted, runner, report):
    """Return the stack of a tile. Its grid must not depend on which periods are still to be made, nor on swaths."""
    grid = folder.grid_of(wanted[0].tile)
    by_key = {scene.key: scene for element in (wanted if grid else elements) for scene in element.scenes}
    scenes = sorted(by_key.values(), key=lambda scene: (scene.datetime, scene.id))
    composite = composite_of(request)
    return SceneStack(
        request,
        scenes,
        report.part(0, 0.1),
        composite.needed_bands,
        composite.planes,
        runner=runner,
        grid=grid,
        whole_tiles=request.tiling == "mgrs" or not request.aoi_wkt,
    )


def _make_tile(request, folder, stack, elements, report):
    """Make the composites of one tile; those that fail are reported, and made by the next run."""
    failures = {}
    for number, element in enumerate(elements):
        share = 0.9 / len(elements)
        part = report.part(0.1 + share * number, 0.1 + share * (number + 1))
        try:
            _make(request, folder, stack, element, part)
        except ToolkitError as error:
            failures[element] = _reported(element, error, report)
    return failures


def _make(request, folder, stack, element, report):
    """Make one composite."""
    report.note(f"{element.name}: {len(element.scenes)} scenes")
    candidates = [scene for scene in element.scenes if scene.key in stack.keys]
    scenes, ranks = choose_scenes(request, candidates, report.part(0, 0.05))
    part = stack.only({scene.key for scene in scenes}, ranks, report.part(0.05, 1))
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
    tally, _ = make_product(product, part, MakeLayers(composite, True, request.date_band), report.part(0.05, 1))
    advise(tally, report)


def _reported(element, error, report):
    report.warning(f"{element.name} failed: {error}")
    return error
