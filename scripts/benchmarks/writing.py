"""The writing benchmark: pixels in memory become a COG with overviews, by our writer and by GDAL's COG driver.

Four bands of int16 like reflectance, and one of float32 like temperature, 4096 x 4096 pixels, in blocks of 1024 to
ours and as one raster in memory to the driver, with all processors. Each system runs in a process of its own, warmed
up; they take turns, and the best of three counts. The run fails unless both files hold the same pixels, and overviews
of the same sizes.
"""

import os
import sys
import tempfile
from pathlib import Path

import environments
import numpy as np
import rasterio

from benchmarks.process import ask
from sentinel_toolkit.runtime import environment

ROUNDS, SIDE, WARM_SIDE = 3, 4096, 600
SYSTEMS = ("sentinel_toolkit", "cog-driver")
KINDS = ("reflectance", "temperature")
TILE_SIDE = 10980  # pixels, for --full


def run(full):
    """Return (rows, ratios)."""
    rows, ratios = [], {}
    for kind in KINDS:
        found = _measure(kind, TILE_SIDE if full else SIDE)
        rows += found
        seconds = {row["system"]: row["seconds"] for row in found}
        ratios[f"cog-driver-{kind}"] = seconds[f"cog-driver-{kind}"] / seconds[f"sentinel_toolkit-{kind}"]
    return rows, ratios


def _measure(kind, side):
    python = environments.worker_python()
    variables = environment.worker_variables(python)
    found = {}
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as folder:
        for _ in range(ROUNDS):
            for name in SYSTEMS:
                order = {"system": f"{name}-{kind}", "scenes": side, "warm": WARM_SIDE, "folder": folder}
                (row,) = ask(python, "writing_ours.py", variables, **order)
                found.setdefault(row["system"], []).append(row)
        _compare(*(Path(folder) / f"{name}.tif" for name in SYSTEMS))
        sizes = {f"{name}-{kind}": os.path.getsize(Path(folder) / f"{name}.tif") / 1e6 for name in SYSTEMS}
    best = [min(rows, key=lambda row: row["seconds"]) for rows in found.values()]
    return [{**row, "file_mb": sizes[row["system"]]} for row in best]


def _compare(ours, theirs):
    with rasterio.open(ours) as one, rasterio.open(theirs) as other:
        same = one.overviews(1) == other.overviews(1)
        for _, window in one.block_windows(1):
            same &= np.array_equal(one.read(window=window), other.read(window=window), equal_nan=True)
    if not same:
        sys.exit(f"benchmark: {ours.name} and {theirs.name} differ")
