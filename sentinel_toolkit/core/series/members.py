"""Several rasters of one moment: read one at a time, their median taken piece by piece."""

from __future__ import annotations

import numpy as np

from sentinel_toolkit.contract.errors import UnreadableRasterError

LAYERS_AT_ONCE = 4  # times the layers of a median: read, stacked, sorted, and what reading takes


def median_of_members(members, grid, read_one, limit_mb, report):
    """Return (median, members that could be read): in strips of the grid, where all layers are more than the memory.

    Parameters
    ----------
    members : sequence
    grid : GeoBox
    read_one : callable
        (member, GeoBox) → float32 (y, x), NaN where there is none; None where it has nothing there.
    limit_mb : float
    report : Report

    Raises
    ------
    UnreadableRasterError
        If no member can be read.
    """
    rows = max(1, int(limit_mb * 1e6 / (LAYERS_AT_ONCE * 4 * len(members) * grid.shape[1])))
    values = np.full(grid.shape, np.nan, np.float32)
    bad, empty = {}, set()
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


def median_of(layers):
    """Return the median of (y, x) layers of float32, NaN where all are."""
    if len(layers) == 1:
        return layers[0]
    stack = np.sort(np.stack(layers), axis=0)  # NaN last
    counts = np.isfinite(stack).sum(0)
    lower, upper = (np.maximum(place, 0)[None] for place in ((counts - 1) // 2, counts // 2))
    upper = np.minimum(upper, len(layers) - 1)
    middle = (np.take_along_axis(stack, lower, 0)[0] + np.take_along_axis(stack, upper, 0)[0]) / 2
    return np.where(counts > 0, middle, np.float32(np.nan)).astype(np.float32)
