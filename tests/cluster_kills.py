"""A series on a cluster whose workers and client are killed at random moments, and what is there afterwards."""

import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from cluster import Cluster
from scenes import WEST, scenes_file, write_scene

from sentinel_toolkit import paths
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import composite_series

LATENCY_S, MB_PER_S = 0.15, 20  # of the server that the scenes come from: composites take long enough to be interrupted
PATIENCE_S = 300  # for the next composite to be finished
CLIENT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import composite_series
result = composite_series.run(CompositeSeriesRequest(**json.loads(sys.argv[2])), Report())
print(result.count, result.failed)
"""


@dataclass
class Counts:
    """What happened."""

    workers: int = 0
    clients: int = 0
    """That were killed."""
    given_up: int = 0
    """Composites that the first whole run listed as failed."""
    made_again: list[str] = field(default_factory=list)
    """Composites that were finished and not left alone."""


def make_tiles(folder, count, side):
    """Write two dates of so many tiles; return the table of their scenes."""
    rng = np.random.default_rng(count)
    for number in range(count):
        tile = f"33T{chr(65 + number // 10)}{chr(65 + number % 10)}"
        for day in ("05", "15"):
            bands = {"B04": rng.integers(0, 9000, (side, side)).astype(np.uint16)}
            scl = rng.integers(3, 8, (side // 2, side // 2)).astype(np.uint8)
            write_scene(folder / "in", f"202301{day}", bands, scl, west=WEST + 100 * number, tile=tile)
    return Path(scenes_file(folder / "in", folder / "local.jsonl"))


def run(folder, tiles, kills, workers=2, seed=1, side=60):
    """Make a series while it is killed so many times; return Counts. What is wrong is an AssertionError."""
    table = make_tiles(folder, tiles, side)
    fields = {"bands": ("B04",), "tiling": "mgrs", "period": "month"}
    here = CompositeSeriesRequest(scenes_path=str(table), output_folder=str(folder / "here"), **fields)
    assert composite_series.run(here, Report()).count == tiles
    script = paths.PACKAGE.parent / "tests" / "servers" / "distant.py"
    server = subprocess.Popen(
        [sys.executable, str(script), str(folder / "in"), str(LATENCY_S), str(MB_PER_S)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = f"http://127.0.0.1:{server.stdout.readline().strip()}"
        far = folder / "far.jsonl"
        far.write_text(table.read_text().replace(f'"{folder / "in"}', f'"{address}'))
        with Cluster(workers) as cluster:
            output = folder / "out"
            fields |= {"scenes_path": str(far), "output_folder": str(output), "scheduler": cluster.address}
            return _campaign(cluster, fields, output, tiles, kills, random.Random(seed))
    finally:
        server.stdin.close()
        server.wait()
        server.stdout.close()


def _campaign(cluster, fields, output, tiles, kills, chance):
    """Kill, let the rest be made, and look at what is there."""
    counts, client, seen = Counts(), _start(fields), {}
    for number in range(kills):
        _wait(output, seen, counts, number * tiles // (kills + 1))
        if number % 3 == 2:  # of three kills one is the client's
            client.kill()
            client.communicate()
            client = _start(fields)
            counts.clients += 1
        else:
            worker = chance.choice([worker for worker in cluster.workers if worker.poll() is None])
            worker.kill()
            worker.wait()
            cluster.add_worker()
            counts.workers += 1
    answer, said = client.communicate(timeout=PATIENCE_S)
    assert client.returncode == 0, said
    made, counts.given_up = map(int, answer.split())
    assert made + counts.given_up == tiles, "every tile is finished or listed"
    _note(output, seen, counts)
    again, said = _start(fields).communicate(timeout=PATIENCE_S)
    assert again.split() == [str(tiles), "0"], said
    _note(output, seen, counts)
    assert not counts.made_again
    assert not list(output.glob(".*")), "nothing half-made is left"
    files = {path.name: path.read_bytes() for path in output.glob("*.tif")}
    assert files == {path.name: path.read_bytes() for path in (output.parent / "here").glob("*.tif")}
    return counts


def _start(fields):
    command = [sys.executable, "-I", "-c", CLIENT, str(paths.PACKAGE.parent), json.dumps(fields)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _wait(output, seen, counts, finished):
    """Wait until so many composites are finished, and a little longer."""
    patience = time.monotonic() + PATIENCE_S
    while _note(output, seen, counts) < finished:
        assert time.monotonic() < patience, f"{len(seen)} composites, and no more"
        time.sleep(0.02)
    time.sleep(0.3)


def _note(output, seen, counts):
    """Note which composites are finished and when they were made; return how many there are."""
    for path in output.glob("*.json"):
        if path.name == "collection.json":
            continue
        made = path.with_suffix(".tif").stat().st_mtime_ns if path.with_suffix(".tif").exists() else None
        if made and seen.setdefault(path.name, made) != made:
            counts.made_again.append(path.name)
    return len(seen)
