"""A cloud-free composite: read every usable observation, make one of them by a rule, say what it is made of."""

from __future__ import annotations

from sentinel_toolkit.contract.imagery import MedianCompositeResult
from sentinel_toolkit.core.io.product import make_product
from sentinel_toolkit.core.io.scene_stack import SceneStack
from sentinel_toolkit.core.io.scenes import readable_scenes
from sentinel_toolkit.core.science.composites import METHODS, composite

FEW_OBSERVATIONS = 6  # below this, one missed cloud among the observations is enough to show


def run(request, report):
    """Make the composite that the request asks for.

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.
    """
    rule = METHODS[request.method]
    bands = (*request.bands, *(band for band in rule.needs if band not in request.bands))
    stack = SceneStack(request, readable_scenes(request.scenes_path), report, bands)
    tally, used = make_product(
        job="median_composite",
        title=f"Cloud-free composite: {_rule_text(request)}",
        lineage=lambda count: f"{_rule_text(request)} of {count} Sentinel-2 L2A scenes. {_mask_sentence(request)}",
        request=request,
        stack=stack,
        combine=lambda observed, days: composite(
            request.method, observed, bands, len(request.bands), request.percentile, days
        ),
        report=report,
        level="L3",
        with_counts=True,
        with_days=request.date_band,
    )
    if tally.mean_observations < FEW_OBSERVATIONS:
        report.note(
            f"A clear pixel has {tally.mean_observations:.1f} observations on average: missed clouds may show. "
            "More dates make it safer; with few, METHOD percentile of 25 to 33 is safer from bright cloud."
        )
    return MedianCompositeResult(request.output, tally.valid_percent, len(used))


def _rule_text(request):
    number = f" {request.percentile:g}" if request.method == "percentile" else ""
    return METHODS[request.method].name + number


def _mask_sentence(request):
    if request.mask_classes == ("none",):
        return "No pixels masked but those without data."
    grown = f", grown by {request.grow_mask_m:g} m" if request.grow_mask_m else ""
    return f"Masked classes of the scene classification: {', '.join(request.mask_classes)}{grown}."
