"""The jp2 benchmark: a composite as a COG from JPEG 2000 as ESA packs it, ours and odc-stac, and the floor under both.

Three dates of 5490 x 5490 pixels (a quarter of a tile; --full: a whole one of 10980), two bands and the classification
that masks them, lossless, in tiles of 1024 pixels, the classification's of 640, as in SAFE products; neither divides
the image. Every system runs in a process of its own, its libraries loaded and warmed up on two small scenes. They take
turns; the better of two counts for ours and the floor, odc-stac runs once. All COGs must be the same.

``floor`` is decoding every tile of every file once, by as many threads, and writing the same COG by GDAL's driver.
"""

import contextlib
import os
import tempfile
from pathlib import Path

import environments
import rasterio

from benchmarks.comparison import best, require_same_cogs
from benchmarks.composite_scenes import SAFE, TWO_BANDS, make_scenes, read_ahead
from benchmarks.process import ask
from sentinel_toolkit.runtime import environment

COUNT, SIDE, WHOLE_TILE = 3, 5490, 10980  # dates, and pixels of a side
ROUNDS = 2  # of ours and the floor
PEER = "odc-stac"


def run(full):
    """Return (rows, ratios)."""
    python = environments.prepare_peers("composite")
    rows, ratios = _measure(python, SIDE, ROUNDS)
    return (rows + _measure(python, WHOLE_TILE, 1)[0] if full else rows), ratios


def _measure(peer_python, side, rounds):
    """Return the rows and ratios of one size."""
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        scenes, warm = (
            make_scenes(folder / name, count, pixels, TWO_BANDS, SAFE)
            for name, count, pixels in (("scenes", COUNT, side), ("small", 2, 1024))
        )
        results = folder / "results"
        results.mkdir()
        order = {"scenes": str(scenes), "warm": str(warm), "folder": str(results)}
        found = {}
        for turn in range(rounds):
            for system in ("sentinel_toolkit", "floor", *((PEER,) if turn == 0 else ())):  # ours leaves the floor's COG
                read_ahead(folder / "scenes")
                for row in _ask(system, peer_python, order):
                    found.setdefault(row["system"], []).append(row)
        _compare(results)
    size = {"scenes": COUNT, "pixels": f"{side} x {side}"}
    rows = {system: {"system": system, **size, **best(same)} for system, same in found.items()}
    decode, cog = rows["floor-decode"], rows["floor-cog"]
    rows["floor"] = {**cog, "system": "floor", "seconds": decode["seconds"] + cog["seconds"]}
    seconds = rows["sentinel_toolkit"]["seconds"]
    return list(rows.values()), {peer: rows[peer]["seconds"] / seconds for peer in ("floor", PEER)}


def _ask(system, peer_python, order):
    """Return the rows of a system, measured in a process of its own."""
    if system == PEER:
        return ask(peer_python, "jp2_peers.py", environment.child_variables(os.environ), system=system, **order)
    python = environments.worker_python()
    return ask(python, "jp2_ours.py", environment.worker_variables(python), system=system, **order)


def _compare(results):
    """Exit with an error unless all COGs are the same."""
    with contextlib.ExitStack() as stack:
        names = ("sentinel_toolkit", "floor", PEER)
        ours, *others = (stack.enter_context(rasterio.open(results / f"{name}.tif")) for name in names)
        require_same_cogs(ours, dict(zip(names[1:], others, strict=True)))
