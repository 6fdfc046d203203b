"""Series of Sentinel-2 scenes: an index of each date on one grid, read one date at a time."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import BANDS, INDICES
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import SeriesRequest
from sentinel_toolkit.core.composites.layers import IndexOfBlock
from sentinel_toolkit.core.composites.methods import Composite
from sentinel_toolkit.core.dates.moments import Moment, Observation
from sentinel_toolkit.core.imagery.block_plan import BASE_MB, REMOTE_READERS
from sentinel_toolkit.core.imagery.block_reader import Mask
from sentinel_toolkit.core.imagery.block_threads import BlockThreads, default_threads
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import GridWanted, SceneStack, StackWanted, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.rasters.outline import pixels_of_area
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.source import GroundWanted

BYTES_PER_DATE_PIXEL = 30  # of a date that is read and waits: the map, its stack, the windows and their points


@dataclass(frozen=True, eq=False)
class SceneSeries:
    """A SeriesSource of Sentinel-2: tiles of one pass are one observation, several observations become their median."""

    stack: SceneStack
    inside: NDArray[np.bool_]
    index: IndexOfBlock
    runner: BlockThreads
    unit: str = ""
    files: frozenset[Path] = frozenset()

    @property
    def grid(self) -> GeoBox:
        """Return the grid of all maps."""
        return self.stack.grid

    @property
    def at_once(self) -> int:
        """Return how many dates may be read at a time: as many as there is memory for where scenes are on servers."""
        if not self.stack.reader.is_remote:
            return 1
        pixels = self.grid.shape[0] * self.grid.shape[1]
        free = max(self.stack.wanted.memory_limit_mb - BASE_MB, 64) * 1e6
        return int(min(max(free / (pixels * BYTES_PER_DATE_PIXEL), 1), REMOTE_READERS))

    @property
    def longitude(self) -> float:
        """Return that of the ground's centre, in degrees."""
        return self.stack.longitude

    @property
    def observations(self) -> list[Observation]:
        """Return the passes that could be opened."""
        by_pass = collections.defaultdict(list)
        for scene in self.stack.scenes:
            by_pass[scene.acquisition].append(scene)
        return [Observation(scenes[0].datetime, tuple(scenes), key) for key, scenes in by_pass.items()]

    def read(self, moment: Moment, report: Report) -> tuple[NDArray[np.float32], list[Scene]]:
        """Return the map (y, x) of a Moment, NaN where there is none, and the scenes that gave pixels.

        Raises
        ------
        ToolkitError
            If no scene of it can be read.
        """
        part = self.stack.only({scene.key for scene in moment.members})
        values = np.full(self.grid.shape, np.nan, np.float32)

        def write(row: int, column: int, block: NDArray[np.float32]) -> None:
            height, width = block.shape
            values[row : row + height, column : column + width] = block

        done = StackJob(part, self.runner, report.quiet()).process(self.index, write)
        return values, done.contributed


def open_scene_series(
    request: SeriesRequest, scenes: Sequence[Scene], ground: GroundWanted, report: Report
) -> SceneSeries:
    """Open Sentinel-2 scenes on a ground.

    Raises
    ------
    ToolkitError
        If Sentinel-2 has no such quantity, no scene meets the ground or can be opened, or the grid is too large.
    """
    if request.quantity not in (*INDICES, *BANDS):
        raise InvalidRequestError(
            f"Sentinel-2 has no {request.quantity}.", f"Use one of {', '.join(INDICES)}, or a band such as B04."
        )
    is_band = request.quantity in BANDS
    composite = Composite("median", (request.quantity,), "" if is_band else request.quantity)
    wanted = StackWanted(
        composite.needed_bands,
        composite.planes,
        Mask(request.mask_classes, request.grow_mask_m),
        request.offset,
        GridWanted(resolution_m=ground.resolution_m, longer_side_px=ground.longer_side_px),
        request.clip,
        memory_limit_mb=request.memory_limit_mb,
    )
    stack = open_stack(scenes_near(scenes, ground.area), ground.area, wanted, report)
    inside = pixels_of_area(stack.counted, ground.accept(stack.grid))
    return SceneSeries(stack, inside, IndexOfBlock(composite), BlockThreads(request.threads or default_threads()))
