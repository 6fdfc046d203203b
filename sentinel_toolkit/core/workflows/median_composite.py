"""A cloud-free composite: read every usable observation, make one of them by a rule, say what it is made of."""

from __future__ import annotations

import numpy as np

from sentinel_toolkit.contract.imagery import MedianCompositeResult
from sentinel_toolkit.core.io.product import MakeLayers, make_product
from sentinel_toolkit.core.io.scene_stack import SceneStack
from sentinel_toolkit.core.io.scenes import readable_scenes
from sentinel_toolkit.core.science.composites import METHODS, Composite

FEW_OBSERVATIONS = 6  # below this, one missed cloud among the observations is enough to show


def run(request, report):
    """Make the composite that the request asks for.

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.
    """
    composite = composite_of(request)
    stack = SceneStack(request, readable_scenes(request.scenes_path), report, composite.needed_bands)
    tally, used = make_product(
        job="median_composite",
        title=f"Cloud-free composite: {_rule_text(request)}",
        lineage=lambda count: f"{_rule_text(request)} of {count} Sentinel-2 L2A scenes. {_mask_sentence(request)}",
        request=request,
        names=composite.names,
        stack=stack,
        make=MakeLayers(composite, with_counts=True, with_days=request.date_band),
        report=report,
        level="L3",
    )
    if tally.mean_observations < FEW_OBSERVATIONS:
        report.note(
            f"A clear pixel has {tally.mean_observations:.1f} observations on average: missed clouds may show. "
            "More dates make it safer; with few, METHOD percentile of 25 to 33 is safer from bright cloud."
        )
    return MedianCompositeResult(request.output, tally.valid_percent, len(used))


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
    composite = composite_of(request)
    stack = SceneStack(request, readable_scenes(request.scenes_path), report, composite.needed_bands)
    layers = np.empty((len(composite.names) + 1, *stack.grid.shape), np.int16)

    def write(row, column, made):
        height, width = made[0].shape[1:]
        layers[:, row : row + height, column : column + width] = made[0]

    stack.process(MakeLayers(composite, with_counts=True), write)
    return layers[:-1], layers[-1], stack.grid


def composite_of(request):
    """Return the Composite that a request asks for."""
    return Composite(request.method, request.bands, request.index, request.percentile)


def _rule_text(request):
    number = f" {request.percentile:g}" if request.method == "percentile" else ""
    return METHODS[request.method].name + number


def _mask_sentence(request):
    if request.mask_classes == ("none",):
        return "No pixels masked but those without data."
    grown = f", grown by {request.grow_mask_m:g} m" if request.grow_mask_m else ""
    return f"Masked classes of the scene classification: {', '.join(request.mask_classes)}{grown}."
