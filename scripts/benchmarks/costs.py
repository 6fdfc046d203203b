"""What one composite takes of processor, server and disk: what scripts/plan_costs.py counts with."""

import dataclasses
import json
import tempfile
from pathlib import Path

import environments
import rasterio

from benchmarks.composite_scenes import COG, _write_raster, make_scenes
from benchmarks.process import ask
from benchmarks.remote import serve
from sentinel_toolkit.runtime import environment

LATENCY_S = 0.0  # waiting takes no processor
WARM_SIDE = 600  # pixels
FORM = dataclasses.replace(COG, piece_sides={**COG.piece_sides, 60: 512})
# Metres → bands that are stored so, each with the band of 10 m that it is thinned of.
COARSER = {
    20: {"B05": "B04", "B06": "B08", "B07": "B08", "B8A": "B08", "B11": "B04", "B12": "B03"},
    60: {"B01": "B02", "B09": "B08"},
}


def measure(side, dates):
    """Return the measurement of a composite of all 12 bands, of so many pixels of 10 m and dates."""
    python = environments.worker_python()
    variables = environment.worker_variables(python)
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        _make(folder / "scenes", dates, side)
        _make(folder / "small", 2, WARM_SIDE)
        with serve(folder, LATENCY_S):
            tables = {
                key: str(folder / part / "scenes.jsonl") for key, part in (("scenes", "scenes"), ("warm", "small"))
            }
            (row,) = ask(python, "costs_ours.py", variables, system="composite", folder=scratch, **tables)
    return {name: row[name] for name in ("core_seconds", "writing_core_seconds", "read_mb", "requests", "written_mb")}


def _make(folder, dates, side):
    """Make scenes of all bands, each at its own resolution."""
    table = make_scenes(folder, dates, side)
    items = [json.loads(line) for line in table.read_text().splitlines()]
    for item in items:
        hrefs = {band: asset["href"] for band, asset in item["assets"].items()}
        for metres, bands in COARSER.items():
            for band, source in bands.items():
                with rasterio.open(hrefs[source]) as raster:
                    values = raster.read(1)[:: metres // 10, :: metres // 10].copy()
                path = Path(hrefs[source]).with_name(f"{band}.tif")
                item["assets"][band] = _write_raster(path, values, metres, FORM)
    table.write_text("".join(json.dumps(item) + "\n" for item in items))
