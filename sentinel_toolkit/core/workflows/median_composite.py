"""A cloud-free composite: read every usable observation, take the median of each pixel, say what it is made of."""

from __future__ import annotations

from sentinel_toolkit.contract.imagery import MedianCompositeResult
from sentinel_toolkit.core.io.product import make_product
from sentinel_toolkit.core.io.scene_stack import SceneStack
from sentinel_toolkit.core.io.scenes import read_scenes
from sentinel_toolkit.core.science.temporal import median

FEW_OBSERVATIONS = 6  # below this, one missed cloud among the observations is enough to show


def run(request, report):
    """Make the composite that the request asks for.

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.
    """
    stack = SceneStack(request, read_scenes(request.scenes_path), report)
    tally, used = make_product(
        job="median_composite",
        title="Cloud-free median composite",
        lineage=lambda count: f"Per-band median over {count} Sentinel-2 L2A scenes. {_mask_sentence(request)}",
        request=request,
        stack=stack,
        combine=median,
        report=report,
        level="L3",
        with_counts=True,
    )
    if tally.mean_observations < FEW_OBSERVATIONS:
        report.note(
            f"A clear pixel has {tally.mean_observations:.1f} observations on average: missed clouds may show. "
            "More dates make the median safer."
        )
    return MedianCompositeResult(request.output, tally.valid_percent, len(used))


def _mask_sentence(request):
    if request.mask_classes == ("none",):
        return "No pixels masked but those without data."
    grown = f", grown by {request.grow_mask_m:g} m" if request.grow_mask_m else ""
    return f"Masked classes of the scene classification: {', '.join(request.mask_classes)}{grown}."
