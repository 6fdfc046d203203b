"""The gridding benchmark: a swath of Sentinel-3 on a grid of 1 km, by our bins, pyresample's tree and GDAL's warp.

A full frame of 1200 x 1500 pixels, turned against the grid, its places scattered by 60 m, on all of its ground in UTM;
and an area of 100 km in its middle. The values are in memory, latitude and longitude too; what counts is all from there
to the gridded values, the transformation of places included. Every system runs in a process of its own, warmed up; they
take turns, and the best of three counts. The result of pyresample must be ours but for a thousandth of the cells (its
distances are straight lines through the globe); GDAL inverts the swath approximately, and ``same_percent`` tells how
much of its result is ours.
"""

import os
import sys
import tempfile
from pathlib import Path

import environments
import numpy as np

from benchmarks.process import ask
from sentinel_toolkit.runtime import environment

ROUNDS = 3
PEERS = ("pyresample", "gdal")
SIZES = ("frame", "area")
WITHIN_PERCENT = 99.9
SWEEP = ((600, 1500), (2400, 1500), (4800, 1500))  # rows and columns: ours alone


def run(full):
    """Return (rows, ratios)."""
    python = environments.prepare_peers("gridding")
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as folder:
        rows = _measure_all(Path(folder), python)
        rows += _sweep(Path(folder)) if full else []
    seconds = {row["system"]: row["seconds"] for row in rows}
    ratios = {}
    for size in SIZES:
        suffix = "" if size == "frame" else f"-{size}"
        ratios |= {f"{peer}{suffix}": seconds[f"{peer}{suffix}"] / seconds[f"ours{suffix}"] for peer in PEERS}
    return [{**row, "system": row["system"].replace("ours", "sentinel_toolkit")} for row in rows], ratios


def _measure_all(folder, peers_python):
    found = {}
    for _ in range(ROUNDS):
        for system in ("ours", *PEERS):
            for row in _ask(system, folder, peers_python if system in PEERS else None):
                found.setdefault(row["system"], []).append(row)
    rows = [
        {**min(same, key=lambda row: row["seconds"]), "peak_mb": max(row["peak_mb"] for row in same)}
        for same in found.values()
    ]
    return [{**row, "same_percent": _agreement(folder, row["system"])} for row in rows]


def _ask(system, folder, peers_python=None, **more):
    ours = environments.worker_python()
    variables = environment.child_variables(os.environ) if peers_python else environment.worker_variables(ours)
    order = {"system": system, "scenes": "frame", "warm": "small", "folder": str(folder), **more}
    script = "gridding_peers.py" if peers_python else "gridding_ours.py"
    return ask(peers_python or ours, script, variables, **order)


def _agreement(folder, system):
    """Return which share of the cells that any of both has is the same in ours; pyresample's must be nearly all."""
    name, _, size = system.partition("-")
    ours, other = (np.load(folder / f"{who}{'-' * bool(size)}{size}.npy") for who in ("ours", name))
    either = np.isfinite(ours) | np.isfinite(other)
    percent = 100 * float((ours[either] == other[either]).mean())
    if name == "pyresample" and percent < WITHIN_PERCENT:
        sys.exit(f"benchmark: only {percent:.2f} % of pyresample's cells ({system}) are ours")
    return percent


def _sweep(folder):
    rows = []
    for shape in SWEEP:
        (row, *_) = _ask("ours", folder, scenes=f"{shape[0]}x{shape[1]}")
        rows.append({**row, "system": f"ours {shape[0]} x {shape[1]}"})
    return rows
