"""The scaling benchmark: a series of tiles on more and more workers, and in shards; no peer writes tiles so.

Tiles of 16 dates of 2048 x 2048 pixels, four bands and the classification, each a median with its COG, made whole by
workers of one thread; client, scheduler and workers are processes of this computer.

Waiting: the scenes come from a server (tests/servers/distant.py) that answers after 200 ms, gives each connection
5 MB/s, and has four connections for each tile, as CDSE has for each user: 1, 2, 4 and 8 workers. A small window of each
tile is asked for. With more connections, or larger windows, eight workers would wait for two processors, not for the
server: a tile takes half a second of a processor.

Computing: the scenes lie on the disk: 1 and 2 workers, whole tiles.

Shards: the same work, as so many processes with a SHARD each, started together; without finish. The tiles have names of
which the hash gives each of eight shards as many as the others: of thousands of tiles that comes by itself.

``efficiency`` is the time for a tile with one worker, over that with so many, times their number. ``client_s`` and
``client_mb`` are the processor's seconds of Dask's client for a tile, and the megabytes that its connections read and
wrote, the package included. Everybody is warmed up before. The files must be the same, whoever made them.
"""

import contextlib
import hashlib
import itertools
import json
import string
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environments

from benchmarks.comparison import require
from benchmarks.composite_scenes import make_scenes, read_ahead
from benchmarks.process import SCRIPTS
from sentinel_toolkit.runtime import environment

COUNT, SIDE = 16, 2048
LATENCY_S, MB_PER_S, CONNECTIONS = 0.2, 5, 4
WAITING, COMPUTING = (1, 2, 4, 8), (1, 2)
TILES = {"waiting": 4, "computing": 8}  # or two for each worker, where that is more
MOST_TILES = 16


def run(full):
    """Return (rows, ratios)."""
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        items = make_scenes(folder / "scenes", COUNT, SIDE)
        rows = []
        (folder / "far").mkdir()
        with _serve(folder / "far") as address:
            far = _table(items, folder / "far.jsonl", MOST_TILES, address)
            for name in _names(MOST_TILES):  # each tile is asked for below a folder of its own
                (folder / "far" / name).symlink_to(items.parent)
            rows += _measure(folder, "waiting", far, WAITING)
        read_ahead(folder / "scenes")
        near = _table(items, folder / "near.jsonl", TILES["computing"] * (2 if full else 1))
        rows += _measure(folder, "computing", near, COMPUTING)
    return rows, {}


def _names(count):
    """Return the names of so many tiles: in each eight that follow one another there is one of each shard of eight."""
    by_shard = {shard: [] for shard in range(8)}
    for first, second in itertools.product(string.ascii_uppercase, repeat=2):
        name = f"33{first}{second}A"
        digest = hashlib.sha256(f"{name}|all".encode()).digest()
        by_shard[int.from_bytes(digest[:8], "big") % 8].append(name)
    return [name for group in zip(*by_shard.values(), strict=False) for name in group][:count]


def _table(items, path, tiles, address=""):
    """Write the scenes of so many tiles, all of the same files, and return the path; from a server, if one is named."""
    lines = []
    for name in _names(tiles):
        for line in items.read_text().splitlines():
            item = json.loads(line)
            item["id"] = f"{item['id']}_{name}"
            item["properties"]["grid:code"] = f"MGRS-{name}"
            text = json.dumps(item)
            lines.append(text.replace(f'"{items.parent}/', f'"{address}/{name}/') if address else text)
    path.write_text("\n".join(lines) + "\n")
    return path


@contextlib.contextmanager
def _serve(folder):
    """Serve a folder from afar while the context lasts; give its address."""
    script = environments.ROOT / "tests" / "servers" / "distant.py"
    command = [sys.executable, str(script), str(folder), *map(str, (LATENCY_S, MB_PER_S, CONNECTIONS))]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.stdin.close()
        process.wait()


def _measure(folder, case, scenes, counts):
    """Return the rows of a case: Dask with so many workers, then as many shards."""
    rows, files = [], {}
    for system in ("dask", "shards"):
        for count in counts:
            tiles = max(TILES[case], 2 * count)
            output = folder / f"{case}-{system}-{count}"
            order = {"case": case, "count": count, "tiles": tiles, "scenes": str(scenes), "output": str(output)}
            row = _of_dask(order) if system == "dask" else _of_shards(order)
            row = {"case": case, "system": system, "workers": count, "tiles": tiles, **row}
            one = next((each for each in rows if each["system"] == system and each["workers"] == 1), row)
            row["efficiency"] = one["seconds"] / one["tiles"] / (row["seconds"] / tiles) / count
            rows.append(row)
            for path in output.glob("*.tif"):
                require(files.setdefault(path.name, path.read_bytes()) == path.read_bytes(), f"{path} is the same file")
    return rows


def _of_dask(order):
    python = environments.worker_python()
    done = subprocess.run(_command(python, "dask", order), env=_variables(python), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _of_shards(order):
    """Return the row of so many processes; they wait for a line on their standard input, warm."""
    python = environments.worker_python()
    started = [
        subprocess.Popen(
            _command(python, "shard", {**order, "shard": number}),
            env=_variables(python),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for number in range(1, order["count"] + 1)
    ]
    for process in started:
        process.stdout.readline()
    began = time.perf_counter()
    for process in started:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    answers = [json.loads(process.communicate()[0].splitlines()[-1]) for process in started]
    require(not any(process.returncode for process in started), "all shards end well")
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "busy_s": sum(answer["busy_s"] for answer in answers) / order["tiles"]}


def _command(python, role, order):
    return [python, "-I", "-X", "utf8", str(SCRIPTS / "scaling_ours.py"), role, json.dumps(order)]


def _variables(python):
    return {**environment.worker_variables(python), "DASK_LOGGING__DISTRIBUTED": "critical", "PYTHONWARNINGS": "ignore"}
