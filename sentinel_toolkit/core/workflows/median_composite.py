"""A cloud-free composite: read every usable observation, make one of them by a rule, say what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentinel_toolkit.contract import extras
from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.imagery import CompositeRequest, MedianCompositeRequest, MedianCompositeResult
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.layers import MakeLayers, ProductTally
from sentinel_toolkit.core.composites.methods import METHODS, Composite
from sentinel_toolkit.core.composites.product import Layers, Product, make_layers, make_product
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.imagery.scene_choice import choose_scenes
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import SceneStack, StackWanted, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.results.pictures import promised, write_web_picture
from sentinel_toolkit.core.results.provenance import recorded
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.workflows.runners import runner_of

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Client

FEW_OBSERVATIONS = 6  # below this, one missed cloud among the observations is enough to show
CHOOSING = 0.05  # of a job's progress


@guards_inputs
def run(request: MedianCompositeRequest, report: Report, client: Client | None = None) -> MedianCompositeResult:
    """Make the composite that the request asks for.

    Parameters
    ----------
    client
        Of a Dask cluster, instead of what ``request.scheduler`` names.

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.
    """
    with promised(request.output_rgb, report) as make_picture, runner_of(request, report, client) as runner:
        job = StackJob(open_chosen(request, report), runner, report)
        made = make_product(_product(request, request.output), job, _layers(request))
        picture = make_picture(lambda path: write_web_picture(made.path, path))
    advise(made.tally, report)
    return MedianCompositeResult(str(made.path), picture, made.tally.valid_percent, len(made.used))


def in_memory(request: CompositeRequest, report: Report, client: Client | None = None) -> Layers:
    """Make the composite without a file, for notebooks: the bands, then the days where asked for, then the counts.

    See ``run`` for ``client``.

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.
    """
    extras.require(() if client else request.extras)
    with runner_of(request, report, client) as runner:
        job = StackJob(open_chosen(request, report), runner, report)
        made = make_layers(_product(request, "composite.tif"), job, _layers(request))
    advise(made.tally, report)
    return made


def _product(request: CompositeRequest, target: str) -> Product:
    return Product(
        job="median_composite",
        title=f"Cloud-free composite: {rule_text(request)}",
        lineage=lambda count: lineage_text(request, count),
        target=target,
        request=recorded(request),
        names=composite_of(request).names,
        level="L3",
    )


def _layers(request: CompositeRequest) -> MakeLayers:
    return MakeLayers(composite_of(request), True, request.date_band)


def open_chosen(request: CompositeRequest, report: Report) -> SceneStack:
    """Return the stack of the scenes that a request asks for; the next best stand in for those that cannot be read."""
    area, wanted = Area.of(request), wanted_of(request)
    scenes, unreadable = scenes_near(readable_scenes(request.scenes_path), area), set()
    while True:
        left = [scene for scene in scenes if scene.key not in unreadable]
        chosen, ranks = choose_scenes(request, left, area, report.part(0, CHOOSING))
        keys = {scene.key for scene in chosen}
        try:
            stack = open_stack(chosen, area, wanted, report, ranks)
        except UnreadableRasterError:
            if len(chosen) == len(left):
                raise
            unreadable |= keys
            continue
        if keys <= stack.keys or len(chosen) == len(left):
            return stack
        unreadable |= keys - stack.keys


def composite_of(request: CompositeRequest) -> Composite:
    """Return the Composite that a request asks for."""
    return Composite(request.method, request.bands, request.index, request.percentile)


def wanted_of(request: CompositeRequest) -> StackWanted:
    """Return what is to be opened for the Composite that a request asks for."""
    composite = composite_of(request)
    return StackWanted.of(request, composite.needed_bands, composite.planes, request.min_observations)


def rule_text(request: CompositeRequest) -> str:
    """Return the rule of a request for people."""
    number = f" {request.percentile:g}" if request.method == "percentile" else ""
    of_index = f" of {request.index}" if request.index else ""
    return METHODS[request.method].name + number + of_index


def lineage_text(request: CompositeRequest, count: int) -> str:
    """Return one or two sentences on how a composite of so many scenes was made."""
    made = f"{rule_text(request)} of {count} Sentinel-2 L2A scenes."
    if request.mask_classes == ("none",):
        return f"{made} No pixels masked but those without data."
    grown = f", grown by {request.grow_mask_m:g} m" if request.grow_mask_m else ""
    return f"{made} Masked classes of the scene classification: {', '.join(request.mask_classes)}{grown}."


def advise(tally: ProductTally, report: Report) -> None:
    """Say so where there are too few observations to trust a median."""
    if tally.mean_observations < FEW_OBSERVATIONS:
        report.note(
            f"A clear pixel has {tally.mean_observations:.1f} observations on average: missed clouds may show. "
            "More dates make it safer; with few, METHOD percentile of 25 to 33 is safer from bright cloud."
        )
