"""A series of composites, and one of them from its scenes to the file: the same here, on a worker and in a shard."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.layers import MakeLayers, ProductTally
from sentinel_toolkit.core.composites.product import Product, make_product
from sentinel_toolkit.core.composites.series_elements import Element
from sentinel_toolkit.core.composites.series_folder import SeriesFolder
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.imagery.block_threads import BlockRunner
from sentinel_toolkit.core.imagery.scene_choice import choose_scenes
from sentinel_toolkit.core.imagery.scene_stack import SceneStack, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.results.provenance import recorded
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.workflows.median_composite import composite_of, lineage_text, rule_text, wanted_of

Failures = dict[Element, ToolkitError]


@dataclass(frozen=True)
class Series:
    """What all composites of a series share; ``elements`` are all, finished or not, of this run or of others."""

    request: CompositeSeriesRequest
    area: Area | None
    folder: SeriesFolder
    elements: Sequence[Element]

    def decide(self, tile: str, wanted: Sequence[Element]) -> tuple[list[Scene], GeoBox | None]:
        """Return the scenes that decide what the composites of a tile share, and the grid of those that are there.

        It must not depend on which of them (``wanted``) are still to be made, nor on swaths.
        """
        given = self.folder.grid_of(tile)
        has_ground = given is not None and bool(self.area or tile)
        elements = wanted if has_ground else [element for element in self.elements if element.tile == tile]
        return [scene for element in elements for scene in element.scenes], given


def by_tile(elements: Iterable[Element]) -> dict[str, list[Element]]:
    """Return tile → elements, both in their order."""
    groups: dict[str, list[Element]] = {}
    for element in elements:
        groups.setdefault(element.tile, []).append(element)
    return groups


def open_tile(
    request: CompositeSeriesRequest, scenes: Sequence[Scene], given: GeoBox | None, report: Report
) -> SceneStack:
    """Return the stack of scenes of a tile, in time order, on the grid of those that are there (``given``) or its own.

    Raises
    ------
    ToolkitError
        If none can be opened, or they do not meet the area.
    """
    area, stack = Area.of(request), wanted_of(request)
    ordered = sorted({scene.key: scene for scene in scenes}.values(), key=lambda scene: (scene.datetime, scene.id))
    whole_tiles = request.tiling == "mgrs" or area is None
    grid = dataclasses.replace(stack.grid, whole_tiles=whole_tiles, given=given)
    return open_stack(ordered, area, dataclasses.replace(stack, grid=grid), report)


def make_element(
    request: CompositeSeriesRequest, stack: SceneStack, element: Element, runner: BlockRunner, report: Report
) -> ProductTally:
    """Make one composite of a stack that holds its scenes, put it in its place, and return its tally.

    Raises
    ------
    ToolkitError
        If none of its scenes is open, or nothing is clear.
    """
    folder, keys = SeriesFolder(request), stack.keys
    candidates = [scene for scene in element.scenes if scene.key in keys]
    scenes, ranks = choose_scenes(request, candidates, Area.of(request), report.part(0, 0.05))
    part = stack.only({scene.key for scene in scenes}, ranks)
    composite = composite_of(request)
    with folder.store.making(element.raster) as target:
        product = Product(
            job="composite_series",
            title=f"{element.title(request.by_calendar)}: {rule_text(request)}",
            lineage=lambda count: lineage_text(request, count),
            target=str(target),
            request=recorded(request),
            names=composite.names,
            level="L3",
            further=lambda made: folder.marks(
                element, is_whole=len(candidates) == len(element.scenes) and len(made.scenes) == len(scenes)
            ),
            collection=folder.collection_id,
            mark=folder.mark(element),
        )
        job = StackJob(part, runner, report.part(0.05, 1))
        return make_product(product, job, MakeLayers(composite, True, request.date_band)).tally


def reported(element: Element, error: ToolkitError, report: Report) -> ToolkitError:
    """Say that a composite has failed, and return why."""
    report.warning(f"{element.name} failed: {error}")
    return error
