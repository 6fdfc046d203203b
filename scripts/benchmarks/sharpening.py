"""The sharpening benchmark: ours and the tutorial's way on a tile of Sentinel-2, and what each is worth.

Red and near-infrared light of 10980 x 10980 pixels and temperatures of 110 x 110 become temperatures at 10 m. The truth
is known, and ``rmse_k`` is how far each result lies from it; ``bilinear`` is what interpolation alone would give. Every
system runs in a process of its own, its libraries loaded and its kernels warmed up on a small scene, the files read
ahead. They take turns, and the best of three counts for ours and the floor; the others run once.

``sentinel_toolkit`` is the whole job with METHOD local. ``sentinel_toolkit-linear`` does what the tutorial does, and
``sentinel_toolkit-aggregation`` its zonal means alone; the run fails unless both have the tutorial's numbers.
``floor`` is decoding the same pixels and writing the same COG, and nothing else (sharpening_ours.py);
``times_floor`` counts in that.

pyDMS is on PyPI as python_dms (pydms there is something else). It needs GDAL's own bindings for Python; PyPI has their
source only, and rasterio's wheels hold the library without them. So it takes the system's, which QGIS comes with, and
is left out where there are none. It sharpens a tile of 2745 x 2745 pixels, as ours does once more: it takes some 4 s
and 120 MB for a million pixels, so that a whole tile would take it longer than all the rest together.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import environments
import numpy as np
import rasterio
from rasterio.windows import Window

from benchmarks import thermal
from benchmarks.process import ask
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.runtime import environment

SIDE, WARM_SIDE, PYDMS_SIDE = 10980, 1000, 2745  # pixels
ROUNDS = 3  # of ours and the floor
SWEEP = (2745, 5490, 10980)
OURS = ("sentinel_toolkit", "sentinel_toolkit-linear", "sentinel_toolkit-aggregation")
SAME_K, SAME_NDVI = 1e-3, 1e-5
STRIP = 512  # rows


def run(full):
    """Return (rows, ratios)."""
    python, pydms_python = environments.prepare_peers("sharpening"), _python_of_pydms()
    with _scene(SIDE) as scene:
        rows, ratios = _measure_all(scene, python)
    if pydms_python:
        with _scene(PYDMS_SIDE) as scene:
            pydms, *same = _measure_pydms(scene, pydms_python)
        rows += [pydms, *same]
        ratios["pydms"] = pydms["seconds"] / same[0]["seconds"]
    for side in SWEEP if full else ():
        with _scene(side) as scene:
            found = scene.in_turns((OURS[0], "floor"))
        rows += [_elsewhere(row, side) for row in _with_floor(found)]
    return rows, ratios


def _python_of_pydms():
    """Return the interpreter of pyDMS; None where it cannot be had."""
    try:
        python = environments.prepare_peers("sharpening-pydms")
    except ToolkitError as error:
        print(f"benchmark: no pyDMS: {error}", file=sys.stderr)
        return None
    command = [python, "-I", "-W", "ignore", "-c", "import osgeo.gdal_array, pyDMS.pyDMS"]
    variables = environment.child_variables(os.environ)
    if subprocess.run(command, env=variables, stderr=subprocess.DEVNULL, check=False).returncode:
        print("benchmark: no pyDMS: this computer has no bindings of GDAL for Python", file=sys.stderr)
        return None
    return python


@contextlib.contextmanager
def _scene(side):
    """Make a scene that is gone when the context ends; yield it as a Scene."""
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        (folder / "results").mkdir()
        warm = thermal.make_scene(folder / "small", WARM_SIDE)
        yield Scene(thermal.make_scene(folder / "scene", side), warm, folder / "results")


class Scene(NamedTuple):
    """A tile to sharpen, a small one to warm up with, and the folder of the results."""

    folder: Path
    warm: Path
    results: Path

    def measure(self, system, python="", script="sharpening_ours.py"):
        """Return the rows of a system."""
        ours = environments.worker_python()
        variables = environment.child_variables(os.environ) if python else environment.worker_variables(ours)
        for path in self.folder.glob("*.tif"):
            path.read_bytes()  # what the kernel has dropped from its cache would be charged to whoever is next
        order = {"scenes": str(self.folder), "warm": str(self.warm), "folder": str(self.results)}
        return ask(python or ours, script, variables, system=system, **order)

    def in_turns(self, systems):
        """Return the rows of ours: of each the fastest, with the most memory of all."""
        found = {}
        for row in (row for _ in range(ROUNDS) for system in systems for row in self.measure(system)):
            found.setdefault(row["system"], []).append(row)
        return [
            {**min(rows, key=lambda row: row["seconds"]), "peak_mb": max(row["peak_mb"] for row in rows)}
            for rows in found.values()
        ]

    def with_error(self, row):
        """Return a row with the error of its raster, if it has one: the root mean square against the truth, in K."""
        path = self.results / f"{row['system']}.tif"
        if not path.exists() or row["system"] == "floor":
            return row
        truth_k, squares = np.load(self.folder / "truth.npy", mmap_mode="r"), 0.0
        for top, values in _strips(path):
            squares += float(np.square(values - truth_k[top : top + STRIP], dtype=np.float64).sum())
        _require(np.isfinite(squares), f"{path.name} has a temperature everywhere")
        return {**row, "rmse_k": float(np.sqrt(squares / truth_k.size))}


def _measure_all(scene, python):
    """Return the rows and ratios of the headline."""
    rows = _with_floor(scene.in_turns((*OURS, "floor")))
    rows += scene.measure("bilinear") + scene.measure("tutorial", python, "sharpening_peers.py")
    _compare(scene.results)
    seconds = {row["system"]: row["seconds"] for row in rows}
    local, linear, aggregation = (seconds[system] for system in OURS)
    ratios = {peer: seconds[peer] / linear for peer in ("tutorial", "tutorial-cog")}
    ratios |= {"tutorial-zonal": seconds["tutorial-zonal"] / aggregation, "floor": seconds["floor"] / local}
    return [{**scene.with_error(row), "pixels": f"{SIDE} x {SIDE}"} for row in rows], ratios


def _measure_pydms(scene, python):
    """Return the rows of pyDMS, and of ours on the same scene."""
    rows = scene.measure("pydms", python, "sharpening_pydms.py")
    others = scene.in_turns(OURS[:1]) + scene.measure("bilinear")
    found = [scene.with_error(row) for row in (*rows, *others)]
    return [{**found[0], "pixels": f"{PYDMS_SIDE} x {PYDMS_SIDE}"}, *(_elsewhere(row, PYDMS_SIDE) for row in found[1:])]


def _with_floor(rows):
    """Return rows whose two parts of the floor are one, and how many times of it each job takes."""
    parts = [row for row in rows if row["system"].startswith("floor-")]
    floor = {**parts[-1], "system": "floor", "seconds": sum(part["seconds"] for part in parts)}
    ours = [row for row in rows if row not in parts]
    jobs = [row for row in ours if row["system"] != OURS[2]]
    for row in jobs:
        row["times_floor"] = row["seconds"] / floor["seconds"]
    return [*ours, *parts, floor]


def _elsewhere(row, side):
    """Return the row of a scene of another size."""
    size = f"{side} x {side}"
    return {**row, "system": f"{row['system']}, {size}", "pixels": size}


def _compare(results):
    """Exit with an error unless the tutorial and our equivalents have the same temperatures and the same means."""
    ours, tutorial = (_strips(results / f"{name}.tif") for name in (OURS[1], "tutorial"))
    off = max(float(np.abs(own - theirs).max()) for (_, own), (_, theirs) in zip(ours, tutorial, strict=True))
    _require(off <= SAME_K, f"our line gives the tutorial's temperatures (they differ by {off:.4f} K)")
    means = [np.load(results / f"{name}.npy") for name in (OURS[2], "tutorial-zonal")]
    is_same = np.allclose(*means, rtol=0, atol=SAME_NDVI, equal_nan=True) and np.isfinite(means[0]).any()
    _require(is_same, "our aggregation gives the tutorial's means")


def _strips(path):
    """Yield (row, values) of a raster, strip by strip."""
    with rasterio.open(path) as dataset:
        for top in range(0, dataset.height, STRIP):
            rows = min(STRIP, dataset.height - top)
            yield top, dataset.read(1, window=Window(0, top, dataset.width, rows))


def _require(is_true, claim):
    if not is_true:
        sys.exit(f"benchmark: it is not true that {claim}")
