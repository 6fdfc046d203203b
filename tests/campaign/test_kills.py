"""A worker killed at a hundred moments, over every job that makes files: nothing half-made is left, nothing is lost."""

import contextlib
import dataclasses
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import make_sample
import pytest
from composites import chosen
from scenes import scenes_file

from sentinel_toolkit.contract.errors import WorkerCrashError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.core.downloads.fetching import LOCK
from sentinel_toolkit.runtime.client import run_job

MOMENTS = 12  # of each job
SAMPLE = make_sample.make()
ZONE = "POLYGON((17.99 45.89, 18.01 45.89, 18.01 45.9, 17.99 45.9, 17.99 45.89))"
SMALL = {"aoi_wkt": ZONE, "aoi_crs": "EPSG:4326"}


def _scenes(folder, kind):
    return scenes_file(SAMPLE / kind, folder / "scenes.jsonl")


def _rows(folder, kind):
    """Return the rows that a scenes layer gives to a download or a search for pairs."""
    rows = Path(_scenes(folder, kind)).read_text().splitlines()
    path = folder / f"{kind}.jsonl"
    path.write_text("".join(json.dumps({"scene": row}) + "\n" for row in rows))
    return str(path)


def _zones(folder):
    path = folder / "zones.jsonl"
    path.write_text(json.dumps({"name": "field", "wkt": ZONE}) + "\n")
    return str(path)


# job → (fields of its request, given the folder of inputs and that of results)
JOBS_THAT_WRITE = {
    "search_scenes": lambda a, b: {"source": "folder", "folder": str(SAMPLE), "table_path": str(b / "t.jsonl")},
    "scene_statistics": lambda a, b: {
        "scenes_path": _scenes(a, "sentinel-2"),
        "table_path": str(b / "t.jsonl"),
        "output_html": str(b / "page.html"),
    },
    "median_composite": lambda a, b: {
        "scenes_path": _scenes(a, "sentinel-2"),
        "bands": ("B04", "B03", "B02"),
        "output": str(b / "o.tif"),
        "output_rgb": str(b / "rgb.tif"),
        **SMALL,
    },
    "stack_bands": lambda a, b: {
        "scenes_path": chosen(_scenes(a, "sentinel-2"), "20220615", a / "day.jsonl"),
        "output": str(b / "o.tif"),
        "picture": str(b / "o.png"),
    },
    "find_scene_pairs": lambda a, b: {
        "fine_path": _rows(a, "sentinel-2"),
        "coarse_path": _rows(a, "sentinel-3"),
        "table_path": str(b / "t.jsonl"),
    },
    "thermal_sharpening": lambda a, b: {
        "scenes_path": chosen(_scenes(a, "sentinel-2"), "20220615", a / "day.jsonl"),
        "sen3": str(next((SAMPLE / "sentinel-3").glob("*20220615*"))),
        "output": str(b / "lst.tif"),
        "uncertainty": str(b / "sd.tif"),
        "output_html": str(b / "page.html"),
    },
    "composite_series": lambda a, b: {
        "scenes_path": _scenes(a, "sentinel-2"),
        "bands": ("B04", "B03", "B02"),
        "output_folder": str(b / "series"),
        **SMALL,
    },
    "ndvi_animation": lambda a, b: {
        "scenes_path": _scenes(a, "sentinel-2"),
        "output": str(b / "ndvi.gif"),
        "frames_folder": str(b / "frames"),
        **SMALL,
    },
    "index_time_series": lambda a, b: {
        "scenes_path": _scenes(a, "sentinel-2"),
        "zones_path": _zones(a),
        "zones_crs": "EPSG:4326",
        "table_path": str(b / "t.jsonl"),
        "output_html": str(b / "page.html"),
    },
    "import_sentinel3": lambda a, b: {
        "scenes_path": _scenes(a, "sentinel-3"),
        "output_folder": str(b / "passes"),
    },
    "download_scenes": lambda a, b: {
        "scenes_path": _rows(a, "sentinel-2"),
        "output_folder": str(b / "files"),
        "table_path": str(b / "files.jsonl"),
        "scenes_table_path": str(b / "scenes.jsonl"),
        "assets": ("B04",),
    },
}


def _run(name, request):
    return run_job(JOBS[name], request, sys.executable, lambda event: None, lambda: False)


def _kill_workers():
    for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
        with contextlib.suppress(OSError):
            if b"worker/__main__.py" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(int(pid), signal.SIGKILL)


def _half_made(folder):
    """Return what a job has left that is no result: hidden files and folders, and what is named as a part."""
    # The lock of a download's folder stays on purpose: whoever took it away could let two jobs in at once.
    found = [path for path in folder.rglob("*") if path.name.startswith(".") or ".part" in path.name]
    return [path for path in found if path.name != LOCK]


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("name", JOBS_THAT_WRITE)
def test_a_killed_worker_leaves_nothing_half_made(tmp_path, name):
    inputs, results = tmp_path / "in", tmp_path / "out"
    inputs.mkdir()
    results.mkdir()
    request = JOBS[name].request(**JOBS_THAT_WRITE[name](inputs, results))
    whole_s = float("inf")
    for _ in range(2):  # the first one may have kernels to compile
        begun = time.monotonic()
        _run(name, request)
        whole_s = min(whole_s, time.monotonic() - begun)
    killed = 0
    for moment in range(MOMENTS):
        killer = threading.Timer(whole_s * (moment + 0.5) / MOMENTS, _kill_workers)
        killer.start()
        try:
            _run(name, dataclasses.replace(request))
        except WorkerCrashError:
            killed += 1
        finally:
            killer.cancel()
            killer.join()
        assert _half_made(results) == [], f"{name}, killed at {(moment + 0.5) / MOMENTS:.0%}"
    print(f"{name}: {killed} of {MOMENTS} killed, {whole_s:.1f} s a run")
    assert killed >= MOMENTS // 2
    _run(name, request)
    assert _half_made(results) == []
