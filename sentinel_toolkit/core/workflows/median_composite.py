"""A cloud-free composite: read every usable observation, make one of them by a rule, say what it is made of."""

from __future__ import annotations

import numpy as np

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.imagery import MedianCompositeResult
from sentinel_toolkit.core.composites.layers import MakeLayers
from sentinel_toolkit.core.composites.methods import METHODS, Composite
from sentinel_toolkit.core.composites.product import Product, make_product
from sentinel_toolkit.core.imagery.scene_choice import choose_scenes
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.results.pictures import promised, write_web_picture
from sentinel_toolkit.core.results.provenance import recorded
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.workflows.runners import runner_of

FEW_OBSERVATIONS = 6  # below this, one missed cloud among the observations is enough to show
CHOOSING = 0.05  # of a job's progress


def run(request, report):
    """Make the composite that the request asks for.

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.
    """
    picture = promised(request.output_rgb, lambda path: write_web_picture(request.output, path))
    with picture, runner_of(request) as runner:
        stack = open_stack(request, report, runner)
        composite = composite_of(request)
        product = Product(
            job="median_composite",
            title=f"Cloud-free composite: {rule_text(request)}",
            lineage=lambda count: lineage_text(request, count),
            target=request.output,
            request=recorded(request),
            names=composite.names,
            level="L3",
        )
        tally, used = make_product(product, stack, MakeLayers(composite, True, request.date_band), report)
    advise(tally, report)
    return MedianCompositeResult(request.output, request.output_rgb, tally.valid_percent, len(used))


def in_memory(request, report):
    """Make the composite without a file, for notebooks.

    Returns
    -------
    values : ndarray of int16, shape (band, y, x)
        Reflectance x 10000; -32768 where there is no observation.
    counts : ndarray of int16, shape (y, x)
        Observations.
    grid : GeoBox
    """
    with runner_of(request) as runner:
        stack = open_stack(request, report, runner)
        composite = composite_of(request)
        layers = np.empty((len(composite.names) + 1, *stack.grid.shape), np.int16)

        def write(row, column, made):
            height, width = made[0].shape[1:]
            layers[:, row : row + height, column : column + width] = made[0]

        stack.process(MakeLayers(composite, with_counts=True), write)
    return layers[:-1], layers[-1], stack.grid


def open_stack(request, report, runner):
    """Return the stack of the scenes that a request asks for; the next best stand in for those that cannot be read."""
    composite = composite_of(request)
    scenes, unreadable = readable_scenes(request.scenes_path), set()
    while True:
        left = [scene for scene in scenes if scene.key not in unreadable]
        chosen, ranks = choose_scenes(request, left, report.part(0, CHOOSING))
        keys = {scene.key for scene in chosen}
        try:
            stack = SceneStack(request, chosen, report, composite.needed_bands, composite.planes, ranks, runner)
        except UnreadableRasterError:
            if len(chosen) == len(left):
                raise
            unreadable |= keys
            continue
        if keys <= stack.keys or len(chosen) == len(left):
            return stack
        unreadable |= keys - stack.keys


def composite_of(request):
    """Return the Composite that a request asks for."""
    return Composite(request.method, request.bands, request.index, request.percentile)


def rule_text(request):
    """Return the rule of a request for people."""
    number = f" {request.percentile:g}" if request.method == "percentile" else ""
    of_index = f" of {request.index}" if request.index else ""
    return METHODS[request.method].name + number + of_index


def lineage_text(request, count):
    """Return one or two sentences on how a composite of so many scenes was made."""
    made = f"{rule_text(request)} of {count} Sentinel-2 L2A scenes."
    if request.mask_classes == ("none",):
        return f"{made} No pixels masked but those without data."
    grown = f", grown by {request.grow_mask_m:g} m" if request.grow_mask_m else ""
    return f"{made} Masked classes of the scene classification: {', '.join(request.mask_classes)}{grown}."


def advise(tally, report):
    """Say so where there are too few observations to trust a median."""
    if tally.mean_observations < FEW_OBSERVATIONS:
        report.note(
            f"A clear pixel has {tally.mean_observations:.1f} observations on average: missed clouds may show. "
            "More dates make it safer; with few, METHOD percentile of 25 to 33 is safer from bright cloud."
        )
