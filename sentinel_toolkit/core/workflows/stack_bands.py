"""The bands of one acquisition in one raster: its tiles mosaicked, in reflectance, cut to the area."""

from __future__ import annotations

from collections.abc import Sequence

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import ImageryRequest, StackBandsRequest, StackBandsResult
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.layers import MakeLayers
from sentinel_toolkit.core.composites.methods import Composite
from sentinel_toolkit.core.composites.product import Layers, Product, make_layers, make_product
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.imagery.block_threads import BlockThreads, default_threads
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import SceneStack, StackWanted, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.results.pictures import promised
from sentinel_toolkit.core.results.provenance import recorded
from sentinel_toolkit.core.results.style import write_picture
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import readable_scenes


@guards_inputs
def run(request: StackBandsRequest, report: Report) -> StackBandsResult:
    """Make the stack that the request asks for.

    Raises
    ------
    ToolkitError
        If the scenes are of several acquisitions, do not meet the area, cannot be read, or are all masked.
    """
    scenes = readable_scenes(request.scenes_path)
    _refuse_several(scenes)
    area = Area.of(request)
    with promised(request.picture, report) as make_picture:
        stack = open_stack(scenes_near(scenes, area), area, StackWanted.of(request), report)
        made = make_product(_product(request, stack, request.output), _job(request, stack, report), layers_of(request))
        picture = make_picture(lambda path: write_picture(made.path, request.bands, path))
    return StackBandsResult(str(made.path), picture, made.tally.valid_percent)


def open_all(request: ImageryRequest, report: Report) -> SceneStack:
    """Return the stack of all scenes of a request, of as many acquisitions as they are, on one grid.

    Raises
    ------
    ToolkitError
        If the scenes do not meet the area, or cannot be read.
    """
    area = Area.of(request)
    scenes = scenes_near(readable_scenes(request.scenes_path), area)
    return open_stack(scenes, area, StackWanted.of(request), report)


def in_memory(request: ImageryRequest, stack: SceneStack, report: Report) -> Layers:
    """Make the bands of a stack of one acquisition without a file, for notebooks.

    Raises
    ------
    ToolkitError
        If it cannot be read, or is all masked.
    """
    return make_layers(_product(request, stack, "stack.tif"), _job(request, stack, report), layers_of(request))


def layers_of(request: ImageryRequest) -> MakeLayers:
    """Return what makes the bands of a block's observations: of one acquisition, the acquisition itself."""
    return MakeLayers(Composite("median", request.bands), with_counts=False)


def _product(request: ImageryRequest, stack: SceneStack, target: str) -> Product:
    return Product(
        job="stack_bands",
        title=f"Sentinel-2 reflectance, {stack.scenes[0].datetime:%Y-%m-%d}",
        lineage=lambda count: f"Surface reflectance of one acquisition, tiles mosaicked: {count}.",
        target=target,
        request=recorded(request),
        names=request.bands,
        level="L2A",
    )


def _job(request: ImageryRequest, stack: SceneStack, report: Report) -> StackJob:
    return StackJob(stack, BlockThreads(request.threads or default_threads()), report)


def _refuse_several(scenes: Sequence[Scene]) -> None:
    acquisitions = sorted({scene.acquisition for scene in scenes})
    if len(acquisitions) > 1:
        names = ", ".join(f"{platform} {time}" for platform, time in acquisitions[:5])
        raise InvalidRequestError(
            f"INPUT holds {len(acquisitions)} acquisitions ({names}{' …' if len(acquisitions) > 5 else ''}).",
            "Select the scenes of one, or use Median composite.",
        )
