"""Blocks and threads of a stack of scenes: within the memory, and without a trace in the pixels."""

import numpy as np
import pytest
from composites import composite

from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery import block_plan
from sentinel_toolkit.core.imagery.block_threads import BlockThreads
from sentinel_toolkit.core.imagery.scene_stack import StackWanted, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob


def test_blocks_and_threads_change_no_pixel(sample_scenes, tmp_path, monkeypatch):
    fields = {"bands": ("B04", "B11"), "resolution_m": 15, "crs": "EPSG:32634", "grow_mask_m": 30.0}
    expected = composite(sample_scenes, tmp_path / "a.tif", threads=1, **fields)
    again = composite(sample_scenes, tmp_path / "b.tif", threads=1, **fields)
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 192)
    small = composite(sample_scenes, tmp_path / "c.tif", threads=5, **fields)
    for other in (again, small):
        assert np.array_equal(expected[0], other[0], equal_nan=True)
        assert np.array_equal(expected[1], other[1])


@pytest.mark.parametrize(("resolution", "crs"), [(10, ""), (640, "EPSG:3035"), (10, "EPSG:3035")])
def test_plan_keeps_to_the_memory_limit(five, tmp_path, resolution, crs):
    request = MedianCompositeRequest(
        scenes_path=five[0], output=str(tmp_path / "o.tif"), bands=("B04",), resolution_m=resolution, crs=crs, threads=8
    )
    stack = open_stack(scene_stack_scenes(five[0]), None, StackWanted.of(request), Report())
    threads, at_once, shape, _ = StackJob(stack, BlockThreads(request.threads), Report()).plan()
    assert 1 <= threads * at_once <= 8
    assert all(block_plan.MIN_BLOCK <= side <= block_plan.MAX_BLOCK for side in shape)
    points = threads * at_once * shape[0] * shape[1] * max(source.factor for source in stack.sources) ** 2
    per_point = block_plan.BYTES_PER_TRANSFORMED_POINT if crs else block_plan.BYTES_PER_POINT
    assert points * per_point <= 1e6 * (request.memory_limit_mb - block_plan.BASE_MB)


def scene_stack_scenes(path):
    from sentinel_toolkit.core.scenes.scene_table import read_scenes

    return read_scenes(path)
