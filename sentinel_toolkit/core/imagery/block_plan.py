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
BYTES_PER_WAITING_POINT = 3  # of a pass whose bands are asked for: its mask, as classes, usable pixels and points
BYTES_PER_SOURCE_PIXEL = 6  # the window as stored, and the classification beside it
MIN_BLOCK, MAX_BLOCK = 8, 2048  # pixels; multiples of the former
REMOTE_READERS = 32  # passes read at once from servers: each mostly waits, and object stores serve hundreds
JPEG2000_COST = 10  # times that of a pixel of deflate, decoded: 8 to 15 as measured


class BlockPlan(NamedTuple):
    """How a grid is worked through."""

    threads: int
    """Blocks at a time."""
    at_once: int
    """Passes of a block that are read at a time."""
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
    is_remote: bool = False,
    may_share: bool = False,
) -> BlockPlan:
    """Return the BlockPlan that keeps all blocks in work together within the memory limit.

    Blocks end where the scenes' costly pieces end, so that each of them is decompressed once. Where memory does not
    hold one piece of all dates for each thread, the threads read the passes of one block together.

    Parameters
    ----------
    grid
        The output's.
    planes, acquisition_count
        Layers of one observation that a block holds at a time, and observations.
    threads
        That work at a time, at most.
    is_remote
        Scenes lie on servers: many passes of a block are read at a time.
    may_share
        The threads may read one block together.
    """
    budget = max(memory_limit_mb - BASE_MB, 64) * 1e6
    transformed = any(source.rasters.ground_grid.crs != grid.crs for source in sources)
    per_point = BYTES_PER_TRANSFORMED_POINT if transformed else BYTES_PER_POINT
    stack = 2 * planes * (acquisition_count + 3)
    factor = max(source.factor for source in sources)
    masks = BYTES_PER_WAITING_POINT * factor**2
    layers = 2 * planes if factor > 1 else 0  # the points of every band wait to be averaged
    reading = (per_point + layers) * factor**2 + BYTES_PER_SOURCE_PIXEL * max(s.density for s in sources) ** 2
    piece = 0 if transformed else _costly_side(grid, sources[0].rasters)

    def affordable(blocks: int, at_once: int, waiting: int = 0) -> tuple[int, float]:
        """Return how many blocks of MIN_BLOCK fit, at most ``blocks``, and then how many pixels each may have."""
        per_pixel = stack + reading * min(at_once, acquisition_count) + masks * min(waiting, acquisition_count)
        count = max(1, min(blocks, int(budget / (per_pixel * MIN_BLOCK**2))))
        return count, min(max(budget / count / per_pixel, MIN_BLOCK**2), MAX_BLOCK**2)

    if is_remote:
        # A block more than there are threads: while some are unpacked and combined, the next is on its way.
        count, pixels = affordable(threads + 1, 1, REMOTE_READERS)
        return BlockPlan(count, REMOTE_READERS, *_aligned(grid, sources[0].rasters, piece, pixels))
    at_once = 1
    count, pixels = affordable(threads, at_once)
    if may_share and pixels < piece**2 <= affordable(1, threads)[1]:
        at_once = threads
        count, pixels = affordable(1, threads)
    return BlockPlan(count, at_once, *_aligned(grid, sources[0].rasters, piece, pixels))


def _costly_side(grid: GeoBox, first: SceneRasters) -> int:
    """Return the side of the pieces that cost most to decode, in pixels of the grid; 0 where blocks cannot follow them.

    Files of a scene whose pieces have the same size count together: what all their pixels cost on the same ground.
    """
    resolution = abs(grid.resolution.x)
    costs: dict[float, float] = {}
    for file in (*first.bands.values(), first.scl):
        if file is not None:
            pixel = abs(file.grid.resolution.x)
            side = max(file.block_shape) * pixel / resolution
            costs[side] = costs.get(side, 0) + (JPEG2000_COST if file.is_jpeg2000 else 1) / pixel**2
    side = max(costs, key=lambda side: (costs[side], side))
    return round(side) if MIN_BLOCK <= side <= MAX_BLOCK and side == round(side) else 0


def _aligned(grid: GeoBox, first: SceneRasters, piece: int, pixels: float) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the shape of the largest blocks of whole pieces that have at most so many pixels, and the phase."""
    count = int(pixels // piece**2) if piece else 0
    if not count:
        plain = int(math.sqrt(pixels)) // MIN_BLOCK * MIN_BLOCK
        return (plain, plain), (0, 0)
    down = math.isqrt(count)  # rather wide than high: pieces that lie side by side follow each other in the file
    shape = down * piece, min(count // down, MAX_BLOCK // piece) * piece
    own, corner, resolution = first.ground_grid.transform, grid.transform, abs(grid.resolution.x)
    offset = (corner.f - own.f) / resolution, (own.c - corner.c) / resolution
    # The first block begins with the piece in which the grid begins: a small area is not cut between two of them.
    into = round(offset[0]) % piece, round(offset[1]) % piece
    return shape, ((into[0] - piece) % shape[0] if into[0] else 0, (into[1] - piece) % shape[1] if into[1] else 0)
