"""The work on a stack of scenes: block by block, on what the plan allows; what is damaged is left out and said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shapely

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.geo.grid import blocks
from sentinel_toolkit.core.imagery.block_plan import BlockPlan, make_plan
from sentinel_toolkit.core.imagery.block_reader import Observations
from sentinel_toolkit.core.imagery.block_threads import BlockRunner
from sentinel_toolkit.core.imagery.scene_opening import all_bad
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.scenes.scene import Scene, SceneKey

T = TypeVar("T")


@dataclass(frozen=True)
class Processed:
    """What came of a job: its ``stack`` without the scenes that turned out to be damaged, and those that it shows."""

    stack: SceneStack
    contributed: list[Scene]
    """The scenes that gave at least one usable pixel, in time order."""


@dataclass(frozen=True)
class StackJob:
    """The work on a stack: what runs its blocks, and who is told."""

    stack: SceneStack
    runner: BlockRunner
    report: Report

    def plan(self) -> BlockPlan:
        """Return the BlockPlan that keeps all blocks in work together within the memory limit."""
        stack, reader = self.stack, self.stack.reader
        return make_plan(
            stack.grid,
            stack.sources,
            stack.wanted.planes,
            len(reader.acquisitions),
            self.runner.threads,
            stack.wanted.memory_limit_mb,
            reader.is_remote,
            self.runner.may_share,
        )

    def process(self, function: Callable[[Observations], T], write: Callable[[int, int, T], None]) -> Processed:
        """Apply a function to the observations of every block and write what it returns, in this thread.

        A scene that turns out to be damaged is left out altogether, with a warning, and the blocks it touches are made
        again: no result depends on where in the file the damage is.

        Parameters
        ----------
        function
            Makes anything of Observations; sent to where the blocks are made.
        write
            Takes row, column and what was made; may be called again for a block.

        Raises
        ------
        UnreadableRasterError
            If all scenes turn out to be damaged.
        """
        stack, plan = self.stack, self.plan()
        used: set[SceneKey] = set()
        everything = list(blocks(stack.grid, plan.shape, plan.phase))
        todo = everything
        try:
            while todo:
                self.report.note(
                    f"Blocks: {len(todo)}, of at most {plan.shape[1]} × {plan.shape[0]} pixels; threads: {plan.threads}"
                )
                damaged: dict[SceneKey, str] = {}
                for place, made in self.runner.run(function, stack.reader, todo, plan, self.report):
                    damaged |= made.damaged
                    used |= made.contributed
                    write(*place, made.result)
                ground = shapely.union_all([source.outline for source in stack.sources if source.key in damaged])
                todo = [entry for entry in everything if shapely.box(*entry[2].boundingbox).intersects(ground)]
                stack = self._leave_out(stack, damaged)
        finally:
            rasters.close_files()
        return Processed(stack, [scene for scene in stack.scenes if scene.key in used])

    def _leave_out(self, stack: SceneStack, damaged: dict[SceneKey, str]) -> SceneStack:
        """Return the stack without the scenes that turned out to be damaged (key → message), and say which."""
        for scene in stack.scenes:
            if scene.key in damaged:
                self.report.warning(f"Skipped: {scene.id}: {damaged[scene.key]}")
        left = stack.without(damaged)
        if not left.sources:
            raise all_bad(list(damaged.values()))
        return left
