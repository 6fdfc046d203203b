"""The composite benchmark: ours, odc-stac and stackstac on the same scenes, and the floor under all of them.

16 dates of 4096 x 4096 pixels, four bands and the classification that masks them, in cloud-optimised GeoTIFFs on the
disk, read ahead into the page cache; the result in memory, and again as a COG of int16 with overviews. Every system
runs in a process of its own, its libraries loaded and its kernels warmed up on two small scenes. They take turns, and
the best of three counts for ours and the floor; the peers take minutes, and run once. Their COG is their result in
memory, written; ours has a band more, the observations. The results must be the same: pixels without data, medians
within the rounding to int16, COGs.

``floor`` is decoding the blocks and writing the same COG, and nothing else (composite_ours.py). ``cold`` is our job as
the worker runs it when it has never run: a new process, no compiled kernels.

The peers run as their documentation has them installed and called, and tuned (composite_peers.py).
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environments
import numpy as np
import rasterio

from benchmarks import composite_scenes
from benchmarks.comparison import agree, best, require, require_same_cogs
from benchmarks.download import _peak_mb
from benchmarks.process import ask
from sentinel_toolkit.core.pixels.reflectance import BOA_ADD_OFFSET
from sentinel_toolkit.runtime import environment

COUNT, SIDE = 16, 4096  # the headline: dates, and pixels of a side
ROUNDS = 3  # of ours and the floor; the peers take minutes, and run once
SWEEP = ((4, 2048), (8, 2048), (16, 2048), (32, 2048), (8, 4096), (8, 8192))
OURS = ("sentinel_toolkit", "sentinel_toolkit-cog")
DOCUMENTED = ("odc-stac", "stackstac")
PEERS = (*DOCUMENTED, *(f"{peer}-tuned" for peer in DOCUMENTED))


def run(full):
    """Return (rows, ratios)."""
    tuned, documented = (environments.prepare_peers(name) for name in ("composite", "composite-documented"))
    pythons = {peer: documented if peer in DOCUMENTED else tuned for peer in PEERS}
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as folder:
        rows, ratios = _measure_all(Path(folder), pythons)
    for count, side in SWEEP if full else ():
        with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as folder:
            measure = _prepare(Path(folder), count, side)
            rows += [best(measure(system)[0] for _ in range(ROUNDS)) for system in OURS]
    return rows, ratios


def _measure_all(folder, pythons):
    """Return the rows and ratios of the headline."""
    measure = _prepare(folder, COUNT, SIDE)
    found = {}
    for turn in range(ROUNDS):
        answers = [measure(system) for system in (*OURS, "floor")]  # the floor writes the COG that ours has left
        peers = PEERS if turn == 0 else ()
        answers += [measure(system, pythons[system], "composite_peers.py") for system in peers]
        for row in (row for rows in answers for row in rows):
            found.setdefault(row["system"], []).append(row)
    _compare(folder / "results")
    rows = {system: best(same) for system, same in found.items()}
    decode, cog = rows["floor-decode"], rows["floor-cog"]
    rows["floor"] = {**cog, "system": "floor", "seconds": decode["seconds"] + cog["seconds"]}
    ours, ours_cog = (rows[system]["seconds"] for system in OURS)
    ratios = {peer: rows[peer]["seconds"] / ours for peer in PEERS}
    ratios |= {peer: rows[peer]["seconds"] / ours_cog for peer in (*(f"{name}-cog" for name in PEERS), "floor")}
    return [*rows.values(), _measure_cold(folder)], ratios


def _prepare(folder, count, side):
    """Make the scenes; return the function (system, python, script) → rows that measures a system on them."""
    scenes = composite_scenes.make_scenes(folder / "scenes", count, side)
    warm = composite_scenes.make_scenes(folder / "small", 2, 1024)
    (folder / "results").mkdir()
    ours = environments.worker_python()

    def measure(system, python=ours, script="composite_ours.py"):
        variables = environment.worker_variables(ours) if python == ours else environment.child_variables(os.environ)
        composite_scenes.read_ahead(folder / "scenes")
        order = {"system": system, "scenes": str(scenes), "warm": str(warm), "folder": str(folder / "results")}
        rows = ask(python, script, variables, **order)
        return [{"system": row["system"], "scenes": count, "pixels": f"{side} x {side}", **row} for row in rows]

    return measure


def _measure_cold(folder):
    """Return the row of the real worker on the job, from start to exit, with no kernel compiled before."""
    output = folder / "cold.tif"
    request = {"scenes_path": str(folder / "scenes" / "scenes.jsonl"), "output": str(output)}
    python = environments.worker_python()
    variables = environment.worker_variables(python, {"NUMBA_CACHE_DIR": str(folder / "numba")})
    worker = environments.ROOT / "sentinel_toolkit" / "worker" / "__main__.py"
    composite_scenes.read_ahead(folder / "scenes")
    started = time.monotonic()
    command = [python, "-I", "-X", "utf8", "-u", str(worker)]
    process = subprocess.Popen(command, env=variables, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write((json.dumps({"job": "median_composite", "request": request}) + "\n").encode())
    process.stdin.flush()  # and left open: its end would end the worker
    peak_mb = _peak_mb(process)
    seconds = time.monotonic() - started
    if process.returncode or not output.exists():
        sys.exit("benchmark: the worker failed")
    row = {"system": "sentinel_toolkit-cold", "scenes": COUNT, "pixels": f"{SIDE} x {SIDE}"}
    return {**row, "seconds": seconds, "peak_mb": peak_mb}


def _compare(results):
    """Exit with an error unless everybody's results are the same."""
    ours = np.load(results / "sentinel_toolkit.npy", mmap_mode="r")
    medians = {peer: np.load(results / f"{peer}.npy", mmap_mode="r") for peer in PEERS}
    for place, values in enumerate(ours):
        for peer, median in medians.items():
            require(agree(values, median[place] + BOA_ADD_OFFSET), f"{peer} finds our medians in band {place + 1}")
    with contextlib.ExitStack() as stack:
        names = ("sentinel_toolkit", "floor", *PEERS)
        our_cog, *cogs = (stack.enter_context(rasterio.open(results / f"{name}.tif")) for name in names)
        for place, values in enumerate(ours):
            require(np.array_equal(our_cog.read(place + 1), values), f"our COG holds band {place + 1}")
        counts = our_cog.read(len(ours) + 1)
        require(np.array_equal(counts, np.load(results / "observations.npy")), "our COG holds the observations")
        require_same_cogs(our_cog, dict(zip(names[1:], cogs, strict=True)))
