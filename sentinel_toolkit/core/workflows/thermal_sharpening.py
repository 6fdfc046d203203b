"""Thermal sharpening: aggregate NDVI, see what links it to temperature, sharpen by that, say how far to trust it."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import NoValidPixelsError
from sentinel_toolkit.contract.publishing import publish_together
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest, ThermalSharpeningResult
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.results.provenance import Provenance, recorded
from sentinel_toolkit.core.thermal.ground import SharpeningGround, open_ground
from sentinel_toolkit.core.thermal.maps import MapTally, Targets, Window, write_maps
from sentinel_toolkit.core.thermal.model.choice import decide
from sentinel_toolkit.core.thermal.model.evidence import Decision
from sentinel_toolkit.core.thermal.model.sharpener import EXACT_K, with_exact_means
from sentinel_toolkit.core.thermal.model.uncertainty import RestoreTest, run_test, uncertainty_of
from sentinel_toolkit.core.thermal.report import write_report
from sentinel_toolkit.core.thermal.samples import write_samples
from sentinel_toolkit.core.thermal.story import Story, finite_or_none, page_of

JOB = "thermal_sharpening"


def run(request: ThermalSharpeningRequest, report: Report) -> ThermalSharpeningResult:
    """Sharpen the temperatures that the request names.

    Raises
    ------
    ToolkitError
        If the sources do not meet or hold nothing usable, or do not support the method asked for.
    """
    return _result(request, sharpen(request, report))


class Sharpened(NamedTuple):
    """What was made and found."""

    decision: Decision
    test: RestoreTest
    coarse_grid: GeoBox
    verdict: str
    """In a sentence or two."""
    places: Mapping[Path, Path]
    """Where each output is that was meant for a path."""


@guards_inputs
def sharpen(request: ThermalSharpeningRequest, report: Report) -> Sharpened:
    """Make the rasters and pages that the request names, and return what they tell, too.

    Raises
    ------
    ToolkitError
        If the sources do not meet or hold nothing usable, or do not support the method asked for.
    """
    area = Area.of(request)
    report, heard = report.heard()
    target = Path(request.output)
    beside = [Path(path) for path in (request.uncertainty, request.output_html) if path]
    with contextlib.ExitStack() as stack:
        stack.enter_context(gdal.environment())
        folders = {
            path: stack.enter_context(staged(path)) for path in (*beside, target)
        }  # the target is published last
        ground = stack.enter_context(open_ground(request, area, folders[target], report))
        decision, test = _decide(request, ground, report)
        tally, windows = _make_maps(request, ground, decision, test, folders, report)
        story = Story(request, ground, decision, test, tally, windows, heard)
        for text in story.cautions:
            report.warning(text)
        Targets.of(request, folders).describe(ground, _provenance(request, story), request.units == "celsius")
        if request.output_html:
            page = Path(request.output_html)
            write_report(folders[page] / page.name, page_of(story))
        if request.samples_path:
            write_samples(request.samples_path, ground.coarse_grid, decision, ground.sums.mean)
        places = publish_together(folders, report)
    report.note(story.verdict if beside else story.why)
    return Sharpened(decision, test, ground.coarse_grid, story.verdict, places)


def _decide(
    request: ThermalSharpeningRequest, ground: SharpeningGround, report: Report
) -> tuple[Decision, RestoreTest]:
    """Return the Decision of the method that stands, and its RestoreTest."""
    report.progress(0.46, "Looking for the link between temperature and vegetation")
    evidence = ground.evidence()
    decision = decide(request.method, evidence)
    if decision.name == "cubic":
        report.warning(f"Not sharpened, only interpolated. {decision.why}")
    test = run_test(decision, ground.ratio, request.residual == "exact")
    return decision, test


def _make_maps(
    request: ThermalSharpeningRequest,
    ground: SharpeningGround,
    decision: Decision,
    test: RestoreTest,
    folders: Mapping[Path, Path],
    report: Report,
) -> tuple[MapTally, list[Window]]:
    """Make the rasters in their hidden folders; return the MapTally of their pixels and the Windows for the report."""
    sharpener = decision.sharpener
    if request.residual == "exact":
        report.progress(0.48, "Returning what the model leaves")
        sharpener, left_k = with_exact_means(sharpener, ground.lst_k, lambda: ground.strips.all(report))
        if left_k > EXACT_K:
            report.warning(f"Block means differ from the coarse temperatures by up to {left_k:.3f} K.")
    targets = Targets.of(request, folders)
    is_celsius = request.units == "celsius"
    windows = ground.windows() if request.output_html else []
    uncertainty = uncertainty_of(decision, test) if request.uncertainty or request.output_html else None
    part = report.part(0.5, 0.95)
    tally = write_maps(ground, sharpener, uncertainty, targets, is_celsius, windows, part)
    if not tally.covered:
        raise NoValidPixelsError("No pixel has both a temperature and NDVI.", "Take clearer scenes, or another area.")
    return tally, windows


def _provenance(request: ThermalSharpeningRequest, story: Story) -> Provenance:
    ground = story.ground
    return Provenance(
        job=JOB,
        title=story.title,
        lineage=story.lineage,
        scenes=list(ground.sources()),
        reasons={},
        request=recorded(request),
        valid_percent=100 * story.tally.covered / max(story.tally.area, 1),
        level="L4",
        extra={"sentinel_toolkit:method": story.decision.name, "sentinel_toolkit:verdict": story.decision.why},
    )


def _result(request: ThermalSharpeningRequest, made: Sharpened) -> ThermalSharpeningResult:
    decision, fit = made.decision, made.decision.line
    outputs = (request.output, request.uncertainty, request.output_html)
    output, uncertainty, page = (str(made.places[Path(path)]) if path else "" for path in outputs)
    return ThermalSharpeningResult(
        output=output,
        uncertainty=uncertainty,
        output_html=page,
        slope=finite_or_none(fit.slope),
        intercept=finite_or_none(fit.intercept),
        correlation=finite_or_none(fit.correlation),
        rmse=finite_or_none(decision.rmse_k),
        method_used=decision.name,
        sample_count=int(decision.coarse.usable.sum()),
        restore_rmse=finite_or_none(made.test.rmse_k),
        samples_path=request.samples_path,
    )
