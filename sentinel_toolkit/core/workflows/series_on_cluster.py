"""A series on a cluster: each composite is made whole by a worker, which writes it where the series stands."""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.layers import ProductTally
from sentinel_toolkit.core.composites.series_elements import Element
from sentinel_toolkit.core.composites.series_folder import SeriesFolder
from sentinel_toolkit.core.composites.series_store import Proof
from sentinel_toolkit.core.imagery.block_threads import BlockThreads
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.workflows.composite_element import (
    Failures,
    Series,
    by_tile,
    make_element,
    open_tile,
    reported,
)

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Cluster

FRAMES = 0.05  # of the progress: what tiles share is decided


@dataclass(frozen=True)
class TileFrame:
    """What the composites of one tile share, decided by the scenes of all of them; see SceneStack."""

    grid: GeoBox
    outline: BaseGeometry | None
    counted: BaseGeometry | None
    longitude: float

    @classmethod
    def of(cls, stack: SceneStack) -> TileFrame:
        """Return that of the stack of all scenes."""
        return cls(stack.grid, stack.outline, stack.counted, stack.longitude)

    def around(self, stack: SceneStack) -> SceneStack:
        """Return the stack of some of the scenes as part of that of all."""
        return dataclasses.replace(
            stack, grid=self.grid, outline=self.outline, counted=self.counted, longitude=self.longitude
        )


class TileWork(NamedTuple):
    """All that a worker needs to decide the TileFrame of a tile."""

    tile: str
    scenes: Sequence[Scene]
    given: GeoBox | None
    """The grid of composites that stand there already."""


class ElementWork(NamedTuple):
    """All that a worker needs to make a composite, beside the request."""

    element: Element
    given: GeoBox | None
    frame: TileFrame | None
    """None: the scenes of the element itself decide."""


class SharedWork(NamedTuple):
    """What all works of a series share."""

    request: CompositeSeriesRequest
    proof: Proof


@dataclass(frozen=True)
class Seeing:
    """Of a worker: tells in words why it cannot write where the series is to stand; empty where it can."""

    proof: Proof

    def __call__(self) -> str:
        reason = self.proof.refusal()
        return reason and (
            f"it does not see OUTPUT_FOLDER as this computer does, or may not write there ({reason}). "
            "Workers write the composites themselves: choose a folder that all of them share, under the same path."
        )


@dataclass(frozen=True)
class _Plan:
    """The works of a series whose frames are known."""

    works: list[ElementWork]
    failures: Failures
    """Of tiles of which nothing can be opened."""


def make_on_cluster(series: Series, cluster: Cluster, todo: Sequence[Element], report: Report) -> Failures:
    """Make composites on a cluster, each by a worker; return Element → error of the bad.

    Raises
    ------
    ToolkitError
        If a worker does not see the folder, or the cluster is lost.
    """
    store = series.folder.store
    with store.proved() as proof:
        shared = SharedWork(series.request, proof)
        plan = _plan(series, cluster, todo, shared, report.part(0, FRAMES))
        report, began = report.part(FRAMES, 1), time.monotonic()
        failures = plan.failures
        with contextlib.closing(cluster.tasks.run(make_alone, shared, plan.works, report, Seeing(proof))) as outcomes:
            for number, (work, outcome) in enumerate(outcomes, 1):
                element = work.element
                for text in outcome.warnings:
                    report.warning(f"{element.name}: {text}")
                if outcome.error:
                    failures[element] = reported(element, outcome.error, report)
                elif outcome.result:
                    report.note(f"{element.name}: {outcome.result.valid_percent:.1f} % of its pixels have data.")
                left = (time.monotonic() - began) / number * (len(plan.works) - number)
                report.progress(
                    number / len(plan.works), f"Composites: {number} of {len(plan.works)}, {_about(left)} left"
                )
    store.sweep(cluster.tasks.token)
    return failures


def _about(seconds: float) -> str:
    """Return a time in words.

    >>> _about(5400)
    'about 1.5 h'
    """
    if seconds < 90:
        return f"about {seconds:.0f} s"
    return f"about {seconds / 60:.0f} min" if seconds < 5400 else f"about {seconds / 3600:.1f} h"


def _plan(series: Series, cluster: Cluster, todo: Sequence[Element], shared: SharedWork, report: Report) -> _Plan:
    """Return the works of composites; where several share a tile, a worker decides their frame first."""
    tiles = by_tile(todo)
    deciding = {tile: TileWork(tile, *series.decide(tile, tiles[tile])) for tile in tiles}
    alone = {tile for tile, work in deciding.items() if _decides_alone(work, tiles[tile])}
    frames: dict[str, TileFrame | None] = dict.fromkeys(alone)
    failures: Failures = {}
    works = [work for tile, work in deciding.items() if tile not in alone]
    for number, (work, outcome) in enumerate(
        cluster.tasks.run(decide_frame, shared, works, report, Seeing(shared.proof)), 1
    ):
        if outcome.error:
            error = outcome.error
            failures |= {element: reported(element, error, report) for element in tiles[work.tile]}
        else:
            frames[work.tile] = outcome.result
        report.progress(number / len(works), "Opening the scenes of all tiles")
    return _Plan(
        [
            ElementWork(element, deciding[tile].given, frames[tile])
            for tile, elements in tiles.items()
            if tile in frames
            for element in elements
        ],
        failures,
    )


def _decides_alone(work: TileWork, elements: Sequence[Element]) -> bool:
    """Tell whether the scenes of each element are enough: of a tile whose grid is known, or of its only element."""
    if work.given is not None and len(work.scenes) == sum(len(element.scenes) for element in elements):
        return bool(work.tile) or len(elements) == 1
    return len(elements) == 1 and len(work.scenes) == len(elements[0].scenes)


def decide_frame(shared: SharedWork, work: TileWork, _threads: int, report: Report) -> TileFrame:
    """Return the TileFrame of a tile; run on a worker."""
    return TileFrame.of(open_tile(shared.request, work.scenes, work.given, report))


def make_alone(shared: SharedWork, work: ElementWork, threads: int, report: Report) -> ProductTally | None:
    """Make one composite with nothing but its own scenes; run on a worker.

    Returns
    -------
    ProductTally
        None where another worker has finished it, and died before it could say so.

    Raises
    ------
    ToolkitError
        If it fails, or the worker does not see the folder.
    """
    if refusal := Seeing(shared.proof)():
        raise ToolkitError(f"The worker cannot make it: {refusal}")
    if SeriesFolder(shared.request).is_finished(work.element):
        return None
    stack = open_tile(shared.request, work.element.scenes, work.given, report.part(0, 0.1))
    stack = work.frame.around(stack) if work.frame else stack
    return make_element(shared.request, stack, work.element, BlockThreads(threads), report.part(0.1, 1))
