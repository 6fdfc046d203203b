"""The scaling benchmark inside the worker's Python: a client of Dask, or a shard. Started by scaling.py."""

import dataclasses
import functools
import json
import os
import resource
import sys
import time
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent), str(SCRIPTS.parent / "tests")]

from cluster import Cluster

from benchmarks.composite_scenes import BANDS, EPSG, NORTH, WEST
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import composite_series

WINDOW_M = 2560  # of a side, where waiting is measured


def request_of(order, output, tiles):
    """Return the request for so many tiles of an order."""
    scenes = Path(f"{output}.jsonl")
    lines = Path(order["scenes"]).read_text().splitlines()
    of_tile = len(lines) // len({json.loads(line)["properties"]["grid:code"] for line in lines})
    scenes.parent.mkdir(parents=True, exist_ok=True)
    scenes.write_text("\n".join(lines[: tiles * of_tile]) + "\n")
    area = {}
    if order["case"] == "waiting":
        west, north = WEST + 2000, NORTH - 2000
        east, south = west + WINDOW_M, north - WINDOW_M
        wkt = f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
        area = {"aoi_wkt": wkt, "aoi_crs": f"EPSG:{EPSG}", "clip": False}
    fields = {"bands": BANDS, "tiling": "mgrs", "period": "all", "threads": 1, **area}
    return CompositeSeriesRequest(scenes_path=str(scenes), output_folder=output, **fields)


def dask(order):
    """Return the row of so many workers; scheduler, workers and client are processes of their own."""
    import distributed

    counted = _count_bytes()
    with Cluster(order["count"]) as cluster, distributed.Client(cluster.address, set_as_default=False) as client:
        warm = request_of(order, order["output"] + "-warm", order["count"])
        composite_series.run(warm, Report(), client)
        request = request_of(order, order["output"], order["tiles"])
        made = []

        def note(event):
            if "Composites: " in getattr(event, "text", ""):
                made.append((time.perf_counter(), time.process_time(), sum(counted)))

        began, busy, size = time.perf_counter(), time.process_time(), sum(counted)
        composite_series.run(request, Report(note), client)
        tiles, (moment, busy_then, size_then) = order["tiles"], made[-1]
        return {
            "seconds": moment - began,
            "client_s": (busy_then - busy) / tiles,
            "client_mb": (size_then - size) / 1e6 / tiles,
        }


def _count_bytes():
    """Return the list to which the bytes are added that Dask's connections of this process read and write."""
    from tornado.iostream import IOStream

    counted = []

    def counting(method):
        @functools.wraps(method)
        def count(*arguments):
            size = method(*arguments)
            counted.append(size or 0)
            return size

        return count

    IOStream.read_from_fd, IOStream.write_to_fd = map(counting, (IOStream.read_from_fd, IOStream.write_to_fd))
    return counted


def shard(order):
    """Return the row of a shard: which tiles it makes is what the hash says, so it is given those of its turn."""
    warm = request_of(order, f"{order['output']}-warm-{order['shard']}", 1)
    composite_series.run(warm, Report())
    request = request_of(order, order["output"], order["tiles"])
    request = dataclasses.replace(request, shard=f"{order['shard']}/{order['count']}")
    print("ready", flush=True)
    sys.stdin.readline()
    before = resource.getrusage(resource.RUSAGE_SELF)
    result = composite_series.run(request, Report())
    after = resource.getrusage(resource.RUSAGE_SELF)
    return {"busy_s": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, "tiles": result.count}


if __name__ == "__main__":
    roles = {"dask": dask, "shard": shard}
    print(json.dumps(roles[sys.argv[1]](json.loads(sys.argv[2]))), flush=True)
    os._exit(0)  # what Dask still closes measures nobody
