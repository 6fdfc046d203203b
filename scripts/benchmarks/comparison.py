"""What benchmarks check and choose: that results are the same, and which measurement of a system counts."""

import sys

import numpy as np

from sentinel_toolkit.core.pixels.temporal import NODATA

ROUNDING = 0.5 + 1e-3  # of a median to int16; float32 holds it to 1/4096


def require(is_true, claim):
    """Exit with an error unless a claim is true."""
    if not is_true:
        sys.exit(f"benchmark: it is not true that {claim}")


def agree(values, median):
    """Tell whether our values are a peer's medians, rounded, and lack the same pixels."""
    empty = np.isnan(median)
    is_same = np.abs(values - median) <= ROUNDING
    return not empty.all() and np.array_equal(empty, values == NODATA) and (is_same | empty).all()


def require_same_cogs(ours, others):
    """Exit with an error unless all open COGs (by the names of systems) are laid out as ours and hold its bands.

    Ours has a band more: the observations.
    """
    for name, cog in others.items():
        require(_layout(cog) == _layout(ours), f"the COG of {name} is laid out as ours")
        for band in range(1, ours.count):
            require(np.array_equal(cog.read(band), ours.read(band)), f"the COG of {name} holds our band {band}")


def _layout(cog):
    """Return how a COG is made: its grid, blocks, overviews and compression."""
    structure = cog.tags(ns="IMAGE_STRUCTURE")
    made = [structure.get(key) for key in ("LAYOUT", "COMPRESSION", "PREDICTOR")]
    return cog.shape, cog.transform, cog.dtypes[0], cog.nodata, cog.block_shapes[0], cog.overviews(1), made


def best(rows):
    """Return the fastest of the rows of one system, with the most memory of all."""
    rows = list(rows)
    return {**min(rows, key=lambda row: row["seconds"]), "peak_mb": max(row["peak_mb"] for row in rows)}
