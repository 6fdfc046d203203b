"""What one composite takes of processor, server and disk: what scripts/plan_costs.py counts with."""

import tempfile
from pathlib import Path

import environments

from benchmarks.composite_scenes import BANDS, make_scenes
from benchmarks.process import ask
from benchmarks.remote import serve
from sentinel_toolkit.runtime import environment

LATENCY_S = 0.0  # waiting takes no processor
WARM_SIDE = 600  # pixels


def measure(side, dates, bands):
    """Return the measurement of a composite of so many pixels, dates and bands."""
    python = environments.worker_python()
    variables = environment.worker_variables(python)
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        make_scenes(folder / "scenes", dates, side, BANDS[:bands])
        make_scenes(folder / "small", 2, WARM_SIDE, BANDS[:bands])
        with serve(folder, LATENCY_S):
            tables = {
                key: str(folder / part / "scenes.jsonl") for key, part in (("scenes", "scenes"), ("warm", "small"))
            }
            (row,) = ask(python, "costs_ours.py", variables, system="composite", folder=scratch, **tables)
    return {name: row[name] for name in ("core_seconds", "writing_core_seconds", "read_mb", "requests", "written_mb")}
