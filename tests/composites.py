"""Composites for tests: random scenes, what the workflow makes of them, and what numpy does."""

from pathlib import Path

import numpy as np
import rasterio

from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite

MASKED = (0, 1, 3, 7, 8, 9, 10)


def composite(scenes, output, report=None, **fields):
    """Run the workflow; return the bands as float with NaN, the observations, and the result."""
    request = MedianCompositeRequest(scenes_path=scenes, output=str(output), **fields)
    result = median_composite.run(request, report or Report())
    with rasterio.open(output) as dataset:
        stored = dataset.read()
    values = np.where(stored[:-1] == -32768, np.nan, stored[:-1].astype(float))
    return values, stored[-1], result


def warnings_of(events):
    return [event.text for event in events if getattr(event, "warning", False)]


def random_scene(seed, height=40, width=60):
    rng = np.random.default_rng(seed)
    bands = {name: rng.integers(0, 9000, (height, width)).astype(np.uint16) for name in ("B04", "B08")}
    bands["B04"][rng.random((height, width)) < 0.05] = 0
    return bands, rng.integers(0, 12, (height // 2, width // 2)).astype(np.uint8)


def numpy_median(scenes):
    """Return numpy's nanmedian of (DN, SCL at half the resolution, offset) scenes."""
    layers = []
    for dn, scl, offset in scenes:
        mask = np.isin(scl, MASKED).repeat(2, 0).repeat(2, 1) | (dn == 0)
        layers.append(np.where(mask, np.nan, dn.astype(float) + offset))
    with np.errstate(all="ignore"):
        empty = np.isnan(layers).all(0)
        return np.where(empty, np.nan, np.rint(np.nanmedian(np.where(empty, 0, layers), axis=0)))


def chosen(scenes, day, path):
    path.write_text(
        "".join(
            line + "\n" for line in Path(scenes).read_text().splitlines() if f"{day[:4]}-{day[4:6]}-{day[6:]}T" in line
        )
    )
    return str(path)
