"""The remote benchmark: scenes on a server, ours, odc-stac and stackstac on the same work, and the link under all.

16 dates of 4096 x 4096 pixels, four bands and the classification, as cloud-optimised GeoTIFFs on a server of this
computer (tests/servers/distant.py) that answers after 50 ms and gives each connection 20 MB/s. Three works: the median
of 10 km with its COG; the maps of an animation of the same ground, NDVI of every date, in memory; one field's series,
the mean NDVI of 300 m on every date. Every system runs in a process of its own, warmed up on other scenes of the same
server. They take turns, and the better of two counts. The results must be the same.

``link`` is what nobody can leave out: the bytes of the pieces that are needed over 32 connections, or decoding them by
GDAL with a thread for each core, whichever is longer. It knows no latency: ``link-and-latency`` waits twice besides,
for the heads of files and for pieces, which only they tell of. Its row has the pieces and files, to which the requests
of others compare; who reads no pieces where the classification masks all has fewer.

Peers run with 2 and with 16 threads; the better counts, for each work. The ratio of a peer is its least of the three
works, which have ratios of their own beside it. Ours has the whole jobs; only of the animation the maps are compared,
for the peers make no film; the whole job is a row, too.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import environments
import numpy as np
import rasterio

from benchmarks.comparison import best, require, require_same_cogs
from benchmarks.composite_scenes import make_scenes
from benchmarks.process import ask
from sentinel_toolkit.runtime import environment

COUNT, SIDE, WARM_SIDE = 16, 4096, 2560  # dates, and pixels of a side; the smaller scenes, too, hold the area
LATENCY_S, MB_PER_S = 0.05, 20
SWEEP_LATENCY_S = 0.01, 0.15
ROUNDS = 2
WORKS = ("composite", "animation", "series")
PEERS = ("odc-stac", "stackstac")
THREADS = (2, 16)
OURS = "sentinel_toolkit"


def run(full):
    """Return (rows, ratios)."""
    peers = environments.prepare_peers("composite")
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        (folder / "results").mkdir()
        make_scenes(folder / "scenes", COUNT, SIDE)
        make_scenes(folder / "small", 2, WARM_SIDE)
        with serve(folder, LATENCY_S):
            rows, ratios = _measure_all(folder, peers)
        for latency_s in SWEEP_LATENCY_S if full else ():
            with serve(folder, latency_s):
                for work in WORKS:
                    row = best(_ask(f"{OURS}-{work}", folder) for _ in range(ROUNDS))
                    rows.append({**row, "work": work, "system": f"{OURS}, latency {1000 * latency_s:.0f} ms"})
    return rows, ratios


@contextlib.contextmanager
def serve(folder, latency_s):
    """Serve a folder from afar while the context lasts, with tables of scenes that name the server's addresses."""
    script = environments.ROOT / "tests" / "servers" / "distant.py"
    command = [sys.executable, str(script), str(folder), str(latency_s), str(MB_PER_S)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        address = f"http://127.0.0.1:{process.stdout.readline().strip()}"
        for part in ("scenes", "small"):
            table = folder / part / "scenes.jsonl"
            local = folder / part / "local.jsonl"
            if not local.exists():
                table.rename(local)
            table.write_text(local.read_text().replace(f'"{folder}', f'"{address}'))
        yield
    finally:
        process.stdin.close()
        process.wait()


def _measure_all(folder, peer_python):
    """Return the rows and ratios of the headline."""
    by_name = {(work, name): row for work in WORKS for name, row in _measure_work(work, folder, peer_python).items()}
    rows = [{"work": work, **row} for (work, _), row in by_name.items()]
    return rows, _ratios({key: row["seconds"] for key, row in by_name.items()})


def _measure_work(work, folder, peer_python):
    """Return the row of each system on a work, by its name."""
    peers = {f"{peer}-{threads}": peer_python for peer in PEERS for threads in THREADS}
    names = {OURS: None, **peers, "link": None, **({f"{OURS}-film": None} if work == "animation" else {})}
    found = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name, python in names.items():
            found[name].append(_ask(f"{name}-{work}", folder, python))
    _compare(work, folder / "results")
    return {name: {**best(same), "system": name} for name, same in found.items()}


def _ratios(seconds):
    """Return the ratios to ours: of each work, and the least of them."""
    ratios = {}
    for work in WORKS:
        link, ours = seconds[work, "link"], seconds[work, OURS]
        for peer in PEERS:
            ratios[f"{peer}-{work}"] = min(seconds[work, f"{peer}-{threads}"] for threads in THREADS) / ours
        ratios[f"link-{work}"] = link / ours
        ratios[f"link-and-latency-{work}"] = (link + 2 * LATENCY_S) / ours
    for name in (*PEERS, "link", "link-and-latency"):
        ratios[name] = min(ratios[f"{name}-{work}"] for work in WORKS)
    return ratios


def _ask(system, folder, peer_python=None):
    """Return the row of a system, measured in a process of its own."""
    scenes, warm = (str(folder / part / "scenes.jsonl") for part in ("scenes", "small"))
    order = {"system": system, "scenes": scenes, "warm": warm, "folder": str(folder / "results")}
    if peer_python:
        (row,) = ask(peer_python, "remote_peers.py", environment.child_variables(os.environ), **order)
    else:
        python = environments.worker_python()
        (row,) = ask(python, "remote_ours.py", environment.worker_variables(python), **order)
    return row


def _compare(work, results):
    """Exit with an error unless everybody's results of a work are the same."""
    if work == "composite":
        with contextlib.ExitStack() as stack:
            cogs = {name: stack.enter_context(rasterio.open(results / f"{name}.tif")) for name in (OURS, *PEERS)}
            require_same_cogs(cogs.pop(OURS), cogs)
        return
    end = "-series" if work == "series" else ""
    ours = np.load(results / f"{OURS}{end}.npy")
    require(np.isfinite(ours).any(), f"our {work} has values")
    for peer in PEERS:
        theirs = np.load(results / f"{peer}{end}.npy")
        is_same = ours.shape == theirs.shape and np.allclose(ours, theirs, rtol=0, atol=1e-4, equal_nan=True)
        require(is_same, f"the {work} of {peer} is ours")
