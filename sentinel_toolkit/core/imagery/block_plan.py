"""How a grid is cut into blocks: within the memory limit, and where the scenes' own pieces end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.imagery.block_reader import SceneSource
from sentinel_toolkit.core.imagery.scene_rasters import SceneRasters

BASE_MB = 400  # what Python, GDAL and the compiled kernels take before the first block
# Bytes of one sample point while a scene is read, measured: in the scenes' own CRS; in another, where every point has
# indices into each of the scene's grids, and the arrays that they are found with.
BYTES_PER_POINT, BYTES_PER_TRANSFORMED_POINT = 16, 100
BYTES_PER_SOURCE_PIXEL = 6  # the window as stored, and the classification beside it
MIN_BLOCK, MAX_BLOCK = 8, 2048  # pixels; multiples of the former


class BlockPlan(NamedTuple):
    """How a grid is worked through."""

    threads: int
    """Blocks at a time."""
    shape: tuple[int, int]
    """Their (height, width)."""
    phase: tuple[int, int]
    """Row and column at which the first whole one begins."""


def make_plan(
    grid: GeoBox,
    sources: Sequence[SceneSource],
    planes: int,
    acquisition_count: int,
    threads: int,
    memory_limit_mb: float,
    at_once: int = 1,
) -> BlockPlan:
    """Return the BlockPlan that keeps all blocks in work together within the memory limit.

    Blocks end where the scenes' own pieces end, where memory allows, so that each piece is decompressed once.

    Parameters
    ----------
    grid
        The output's.
    planes, acquisition_count
        Layers of one observation that a block holds at a time, and observations.
    threads
        Blocks at a time, at most.
    at_once
        Passes of a block that are read at the same time.
    """
    budget = max(memory_limit_mb - BASE_MB, 64) * 1e6
    transformed = any(source.rasters.ground_grid.crs != grid.crs for source in sources)
    per_point = BYTES_PER_TRANSFORMED_POINT if transformed else BYTES_PER_POINT
    stack = 2 * planes * (acquisition_count + 3)
    factor = max(source.factor for source in sources)
    layers = 2 * planes if factor > 1 else 0  # the points of every band wait to be averaged
    reading = (per_point + layers) * factor**2 + BYTES_PER_SOURCE_PIXEL * max(s.density for s in sources) ** 2
    per_pixel = stack + reading * min(at_once, acquisition_count)
    threads = max(1, min(threads, int(budget / (per_pixel * MIN_BLOCK**2))))
    affordable = min(max(int(math.sqrt(budget / threads / per_pixel)), MIN_BLOCK), MAX_BLOCK)
    return BlockPlan(threads, *_aligned(grid, sources[0].rasters, affordable))


def _aligned(grid: GeoBox, first: SceneRasters, affordable: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the shape of the largest blocks that fit the first scene's pieces, and the phase.

    ``affordable`` squared pixels are the limit. Where a square of the largest pieces (of the classification, as a rule)
    is too much, blocks are as wide as those and as high as smaller ones.
    """
    own, corner = first.ground_grid.transform, grid.transform
    resolution = abs(grid.resolution.x)
    files = [file for file in (*first.bands.values(), first.scl) if file is not None]
    pieces = {max(file.block_shape) * abs(file.grid.resolution.x) / resolution for file in files}
    sides = sorted(round(side) for side in pieces if MIN_BLOCK <= side <= MAX_BLOCK and side == round(side))
    if not sides or sides[0] > affordable or first.ground_grid.crs != grid.crs:
        plain = affordable // MIN_BLOCK * MIN_BLOCK
        return (plain, plain), (0, 0)
    largest = sides[-1]
    if largest <= affordable:
        shape = affordable // largest * largest, affordable // largest * largest
    elif affordable**2 // largest >= sides[0]:
        shape = affordable**2 // largest // sides[0] * sides[0], largest
    else:
        shape = affordable // sides[0] * sides[0], affordable // sides[0] * sides[0]
    offset = (corner.f - own.f) / resolution, (own.c - corner.c) / resolution
    return shape, (round(offset[0]) % shape[0], round(offset[1]) % shape[1])
