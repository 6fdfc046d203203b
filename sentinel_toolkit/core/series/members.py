"""Several rasters of one moment: read one at a time, their median taken piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.report import Report

LAYERS_AT_ONCE = 4  # times the layers of a median: read, stacked, sorted, and what reading takes

Member = TypeVar("Member")


def median_of_members(
    members: Sequence[Member],
    grid: GeoBox,
    read_one: Callable[[Member, GeoBox], NDArray[np.float32] | None],
    limit_mb: float,
    report: Report,
) -> tuple[NDArray[np.float32], list[Member]]:
    """Return (median, members that could be read): in strips of the grid, where all layers are more than the memory.

    Parameters
    ----------
    read_one
        Returns (y, x) of a member on a grid, NaN where there is none; None where it has nothing there.
    limit_mb
        Of the memory.

    Raises
    ------
    UnreadableRasterError
        If no member can be read.
    """
    rows = max(1, int(limit_mb * 1e6 / (LAYERS_AT_ONCE * 4 * len(members) * grid.shape[1])))
    values = np.full(grid.shape, np.nan, np.float32)
    bad: dict[int, UnreadableRasterError] = {}
    empty: set[int] = set()
    for top in range(0, grid.shape[0], rows):
        strip = grid[top : min(top + rows, grid.shape[0])]
        layers = []
        for place, member in enumerate(members):
            if place in bad:
                continue
            try:
                layer = read_one(member, strip)
            except UnreadableRasterError as error:
                bad[place] = error
                report.warning(f"Skipped: {error}")
                continue
            if layer is None:
                empty.add(place)
                continue
            empty.discard(place)
            layers.append(layer)
        if layers:
            values[top : top + rows] = median_of(layers)
    if len(bad) == len(members):
        raise next(iter(bad.values()))
    return values, [member for place, member in enumerate(members) if place not in bad and place not in empty]


def median_of(layers: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return the median of (y, x) layers, NaN where all are."""
    if len(layers) == 1:
        return layers[0]
    stack = np.sort(np.stack(layers), axis=0)  # NaN last
    counts = np.isfinite(stack).sum(0)
    lower, upper = (np.maximum(place, 0)[None] for place in ((counts - 1) // 2, counts // 2))
    upper = np.minimum(upper, len(layers) - 1)
    middle = (np.take_along_axis(stack, lower, 0)[0] + np.take_along_axis(stack, upper, 0)[0]) / 2
    return np.where(counts > 0, middle, np.float32(np.nan)).astype(np.float32)
