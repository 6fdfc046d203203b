"""THE TABLE: every job of the toolkit that the worker runs, one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sentinel_toolkit.contract import (
    animation,
    catalogue,
    environment,
    imagery,
    pairs,
    series,
    statistics,
    swaths,
    thermal,
)
from sentinel_toolkit.contract.requests import Message, RequestT

ResultT = TypeVar("ResultT", bound=Message)


@dataclass(frozen=True)
class Job(Generic[RequestT, ResultT]):
    """One job."""

    name: str
    """Also the algorithm's id, the workflow's module, the docs page and the icon."""
    group: str
    request: type[RequestT]
    result: type[ResultT]
    runner: str
    """``module:function`` of the workflow."""


def _row(name: str, group: str, request: type[RequestT], result: type[ResultT]) -> Job[RequestT, ResultT]:
    return Job(name, group, request, result, f"sentinel_toolkit.core.workflows.{name}:run")


JOBS: dict[str, Job[Any, Any]] = {
    job.name: job
    for job in (
        _row("set_up_environment", "set_up", environment.SetUpEnvironmentRequest, environment.SetUpEnvironmentResult),
        _row("search_scenes", "catalogue", catalogue.SearchScenesRequest, catalogue.SearchScenesResult),
        _row("scene_statistics", "catalogue", statistics.SceneStatisticsRequest, statistics.SceneStatisticsResult),
        _row("find_scene_pairs", "catalogue", pairs.FindScenePairsRequest, pairs.FindScenePairsResult),
        _row("download_scenes", "catalogue", catalogue.DownloadScenesRequest, catalogue.DownloadScenesResult),
        _row("stack_bands", "imagery", imagery.StackBandsRequest, imagery.StackBandsResult),
        _row("median_composite", "imagery", imagery.MedianCompositeRequest, imagery.MedianCompositeResult),
        _row("composite_series", "imagery", imagery.CompositeSeriesRequest, imagery.CompositeSeriesResult),
        _row("import_sentinel3", "series", swaths.ImportSentinel3Request, swaths.ImportSentinel3Result),
        _row("ndvi_animation", "series", animation.NdviAnimationRequest, animation.NdviAnimationResult),
        _row("index_time_series", "series", series.IndexTimeSeriesRequest, series.IndexTimeSeriesResult),
        _row("thermal_sharpening", "thermal", thermal.ThermalSharpeningRequest, thermal.ThermalSharpeningResult),
    )
}
