"""Dated rasters, scenes and swaths for tests of series."""

import datetime
import json

import numpy as np
import rasterio
from affine import Affine
from scenes import NORTH, WEST, scenes_file
from swaths import regular_swath, write_product

from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows.ndvi_animation import run

SIDE = 40
UTC = datetime.timezone.utc


def two_bands(red_dn, nir_dn):
    return {"B04": np.full((SIDE, SIDE), red_dn, np.uint16), "B08": np.full((SIDE, SIDE), nir_dn, np.uint16)}


def write_raster(path, values, epsg=32633, pixel=(10, -10), corner=(WEST, NORTH), nodata=np.nan, **more):
    values = np.atleast_3d(values) if values.ndim == 3 else values[None]
    profile = {"width": values.shape[2], "height": values.shape[1], "count": len(values), "dtype": values.dtype}
    transform = Affine(pixel[0], 0, corner[0], 0, pixel[1], corner[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(path, "w", "GTiff", crs=f"EPSG:{epsg}", transform=transform, nodata=nodata, **profile) as target:
        target.write(values)
        if names := more.get("names"):
            target.descriptions = names
        if scale := more.get("scale"):
            target.scales = [scale] * len(values)
    return path


def field(seed=0):
    return np.random.default_rng(seed).uniform(0, 1, (SIDE, SIDE)).astype(np.float32)


def swaths(tmp_path, days=(10, 13), **options):
    latitude, longitude = regular_swath((40, 32))
    for day in days:
        start = datetime.datetime(2023, 8, day, 9, 50, tzinfo=UTC)
        write_product(tmp_path / "in", start, latitude, longitude, **options)
    return scenes_file(tmp_path / "in", tmp_path / "s.jsonl")


def animate(tmp_path, said=None, output="out.gif", client=None, **fields):
    request = NdviAnimationRequest(
        output=str(tmp_path / output),
        table_path=str(tmp_path / "table.jsonl"),
        **{"width": 300, "height": 300, **fields},
    )
    result = run(request, Report(said.append if said is not None else lambda _event: None), client)
    rows = [json.loads(line) for line in (tmp_path / "table.jsonl").read_text().splitlines()]
    return result, rows
