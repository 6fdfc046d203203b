"""A stack whose pixels are read when they are asked for: Dask's graph over the reader of blocks."""

from __future__ import annotations

from collections.abc import Mapping

import dask.array as da
import numpy as np
import xarray as xr
from dask.base import tokenize
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.api.imagery import acquisitions_of, stacked
from sentinel_toolkit.api.rasters import decoded
from sentinel_toolkit.contract.errors import InvalidRequestError, UnreadableRasterError
from sentinel_toolkit.contract.imagery import ImageryRequest
from sentinel_toolkit.contract.report import Report as Teller
from sentinel_toolkit.core.geo.grid import blocks
from sentinel_toolkit.core.imagery.block_reader import BlockReader
from sentinel_toolkit.core.imagery.block_threads import BlockThreads, default_threads, make_block
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.workflows.stack_bands import layers_of

DIMS = ("time", "band", "y", "x")


def lazily(whole: SceneStack, request: ImageryRequest, chunks: Mapping[str, int] | str) -> xr.DataArray:
    """Return the array of a stack (time, band, y, x) in chunks of one time and all bands.

    Raises
    ------
    InvalidRequestError
        If the chunks name another dim.
    """
    wanted = {} if isinstance(chunks, str) else dict(chunks)
    if chunks not in ("auto", wanted) or set(wanted) - set(DIMS):
        raise InvalidRequestError(f"chunks is {chunks!r}.", f'Use "auto", or sizes of {", ".join(DIMS)}.')
    parts = acquisitions_of(whole)
    shape, phase = _blocks_of(parts[0], request, wanted)
    places = list(blocks(whole.grid, shape, phase))
    rows, columns = sorted({row for row, _, _ in places}), sorted({column for _, column, _ in places})
    name = f"stack-{tokenize(request, [part.keys for part in parts], shape)}"
    graph = {}
    for time, part in enumerate(parts):
        reader = part.reader
        for row, column, block in places:
            graph[name, time, 0, rows.index(row), columns.index(column)] = (read_block, request, reader, block)
    height, width = whole.grid.shape
    sizes = (1,) * len(parts), (len(request.bands),), _sizes(rows, height), _sizes(columns, width)
    values = da.Array(graph, name, sizes, np.dtype(np.float32))
    larger = {DIMS.index(dim): size for dim, size in wanted.items() if dim in ("time", "band")}
    return stacked(values.rechunk(larger) if larger else values, parts, request, None)


def read_block(request: ImageryRequest, reader: BlockReader, block: GeoBox) -> NDArray[np.float32]:
    """Return the pixels (1, band, y, x) of one acquisition on a block.

    Raises
    ------
    UnreadableRasterError
        If a scene turns out to be damaged: nothing can be left out of an array that is handed on already.
    """
    made = make_block(layers_of(request), reader, block)
    if made.damaged:
        (key, reason), *_ = made.damaged.items()
        raise UnreadableRasterError(f"{key[1]} cannot be read: {reason}", "Leave the scene out.")
    return decoded(made.result[0])[None]


def _blocks_of(
    part: SceneStack, request: ImageryRequest, wanted: Mapping[str, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return shape and phase of the blocks: as asked for, or as the files are made of."""
    plan = StackJob(part, BlockThreads(request.threads or default_threads()), Teller()).plan()
    height, width = part.grid.shape
    if not {"y", "x"} & set(wanted):
        return plan.shape, plan.phase
    sizes = wanted.get("y", plan.shape[0]), wanted.get("x", plan.shape[1])
    return (height if sizes[0] < 1 else sizes[0], width if sizes[1] < 1 else sizes[1]), (0, 0)


def _sizes(starts: list[int], end: int) -> tuple[int, ...]:
    return tuple(int(size) for size in np.diff([*starts, end]))
