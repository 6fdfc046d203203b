"""Bad inputs of every kind, over all jobs: each ends in one message of ours, leaves nothing, and is over soon.

A case is a good request of which one thing is bad. It runs as the worker runs it, from the line of JSON to the outcome, in a
process of its own that is forked from one with all libraries loaded.
"""

import collections
import dataclasses
import json
import math
import multiprocessing
import os
import shutil
import time
import traceback
from pathlib import Path

import numpy as np
import pytest
import rasterio
from scenes import NORTH, WEST, scenes_file, write_scene
from series import write_raster
from swaths import SHAPE, START, make, regular_swath

from sentinel_toolkit.contract import events
from sentinel_toolkit.contract.errors import ERRORS
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.report import Report

pytestmark = [pytest.mark.campaign, pytest.mark.linux]
LONGEST_S, MOST_KB = 30, 1_000_000
LEAST_CASES = 300
LOCAL = 'LOCAL_CS["site",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'
AREA = f"POLYGON (({WEST} {NORTH - 400}, {WEST + 400} {NORTH - 400}, {WEST + 400} {NORTH}, {WEST} {NORTH}, {WEST} {NORTH - 400}))"


def prepare(root):
    """Write good inputs; return the fields of a good request of each job, targets in ``out``."""
    full = {
        name: np.full((40, 40), value, np.uint16)
        for name, value in (("B02", 600), ("B03", 700), ("B04", 900), ("B08", 4000))
    }
    for day in ("20230801", "20230811"):
        write_scene(root / "fine", day, full)
    scenes = scenes_file(root / "fine", root / "scenes.jsonl")
    make(root / "coarse", start=START, places=regular_swath(SHAPE, centre=(WEST, NORTH)))
    coarse = scenes_file(root / "coarse", root / "coarse.jsonl")
    for month in (5, 6):
        write_raster(root / "rasters" / f"ndvi_2023-0{month}-01.tif", np.full((40, 40), 0.5, np.float32))
    rasters = [{"path": str(path), "time": ""} for path in sorted((root / "rasters").glob("*.tif"))]
    (root / "rasters.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rasters))
    (root / "zones.jsonl").write_text(json.dumps({"name": "field", "wkt": AREA}) + "\n")
    (root / "day.jsonl").write_text(Path(scenes).read_text().splitlines()[0] + "\n")
    ndvi = np.random.default_rng(1).uniform(0.1, 0.8, (10, 10)).repeat(20, 0).repeat(20, 1).astype(np.float32)
    fine = write_raster(root / "thermal" / "ndvi_2023-08-01.tif", ndvi, pixel=(20, -20))
    warm = 315 - 20 * ndvi[::20, ::20] + np.random.default_rng(2).normal(0, 0.2, (10, 10))
    lst = write_raster(root / "thermal" / "lst_2023-08-01.tif", warm.astype(np.float32), pixel=(400, -400))
    for name, path in (("fine", scenes), ("coarse", coarse)):
        rows = [json.dumps({"scene": line}) + "\n" for line in Path(path).read_text().splitlines()]
        (root / f"{name}_rows.jsonl").write_text("".join(rows))
    fine_rows, coarse_rows = str(root / "fine_rows.jsonl"), str(root / "coarse_rows.jsonl")
    lines = [Path(path).read_text().splitlines()[0] for path in (scenes, coarse)]
    pair = {"rank": 1, "fine_scene": lines[0], "coarse_scene": lines[1]}
    (root / "pairs.jsonl").write_text(json.dumps(pair) + "\n")
    area = {"aoi_wkt": AREA, "aoi_crs": "EPSG:32633"}
    of_scenes, out = {"scenes_path": scenes, **area}, root / "out"
    zones = {"zones_path": str(root / "zones.jsonl"), "zones_crs": "EPSG:32633"}
    table = {"table_path": str(out / "t.jsonl")}
    sen3 = str(next((root / "coarse").glob("*.SEN3")))
    return {
        "search_scenes": {"source": "folder", "folder": str(root / "fine"), **area, **table},
        "scene_statistics": {**of_scenes, **table, "output_html": str(out / "p.html")},
        "find_scene_pairs": {"fine_path": fine_rows, "coarse_path": coarse_rows, "max_days": 100.0, **table},
        "download_scenes": {
            **of_scenes,
            "scenes_path": fine_rows,
            **table,
            "scenes_table_path": str(out / "s.jsonl"),
            "output_folder": str(out / "f"),
        },
        "stack_bands": {
            **of_scenes,
            "scenes_path": str(root / "day.jsonl"),
            "bands": ["B04"],
            "output": str(out / "o.tif"),
            "picture": str(out / "o.png"),
        },
        "median_composite": {**of_scenes, "bands": ["B04", "B08"], "output": str(out / "o.tif")},
        "composite_series": {**of_scenes, "bands": ["B04"], "output_folder": str(out / "f"), **table},
        "import_sentinel3": {"sen3": sen3, "output": str(out / "o.tif")},
        "ndvi_animation": {**of_scenes, "output": str(out / "o.gif"), "width": 300, "height": 300, **table},
        "index_time_series": {"rasters_path": str(root / "rasters.jsonl"), **zones, **table},
        "thermal_sharpening": {
            "lst": str(lst),
            "ndvi": str(fine),
            "output": str(out / "o.tif"),
        },
        "set_up_environment": {},
    }


TABLES = {
    "binary": b"\x89PNG\r\n\x1a\n\xff\xfe\x00",
    "empty": b"",
    "text": b"hello\n",
    "a number": b"5\n",
    "a list": b"[1, 2]\n",
    "null": b"null\n",
    "a deep list": b"[" * 100_000 + b"\n",
    "half a line": b'{"scene": "{\n',
    "odd values": b'{"scene": 5, "name": 7, "wkt": [], "rank": {}, "status": {}, "scene_id": [1], "path": 4}\n',
    "an empty item": b'{"type": "Feature", "id": "x", "properties": {}, "geometry": null, "assets": {}}\n',
}
AREAS = {
    "no WKT": ("rubbish", "EPSG:32633"),
    "empty": ("POLYGON EMPTY", "EPSG:32633"),
    "a line": ("LINESTRING (0 0, 1 1)", "EPSG:4326"),
    "infinite": ("POLYGON ((0 0, inf 0, inf inf, 0 0))", "EPSG:32633"),
    "not a number": ("POLYGON ((0 0, nan 0, 1 1, 0 0))", "EPSG:4326"),
    "huge": ("POLYGON ((0 0, 1e300 0, 1e300 1e300, 0 0))", "EPSG:32633"),
    "beyond the pole": ("POLYGON ((0 95, 1 95, 1 96, 0 95))", "EPSG:4326"),
    "without a CRS": (AREA, ""),
    "in an unknown CRS": (AREA, "EPSG:999999"),
    "in a geocentric CRS": (AREA, "EPSG:4978"),
    "in a local CRS": (AREA, LOCAL),
    "in a vertical CRS": (AREA, "EPSG:5773"),
    "elsewhere": ("POLYGON ((-70 -40, -69 -40, -69 -39, -70 -40))", "EPSG:4326"),
}
TEXTS = {  # fields that are a choice or have a form, and a value that is none
    "endpoint": "http://[::1",
    "start": "01.05.2023",
    "end": "2023-02-30",
    "local_time": "9 o'clock",
    "crs": "EPSG:999999",
    "scheduler": "localhost",
    "shard": "3/x",
    "boundary_wkt": "rubbish",
    **dict.fromkeys(
        ("source", "product", "day_night", "timeliness", "period", "offset", "method", "index"), "nonsense"
    ),
    **dict.fromkeys(("tiling", "units", "smoothing", "resampling", "cloud_mask", "residual"), "nonsense"),
}
OTHER_TABLES = {  # what a job takes instead, as (fields without the good input, the table's field)
    "import_sentinel3": [({"sen3": ""}, "scenes_path")],
    "ndvi_animation": [({"scenes_path": ""}, "rasters_path")],
    "index_time_series": [({"rasters_path": ""}, "scenes_path")],
    "thermal_sharpening": [({"lst": "", "ndvi": ""}, "pairs_path"), ({"ndvi": ""}, "scenes_path")],
}


def broken_files(root):
    """Return name → a file that is no raster, by bytes."""
    whole = (root / "rasters" / "ndvi_2023-05-01.tif").read_bytes()
    made = root / "local.tif"
    with rasterio.open(root / "rasters" / "ndvi_2023-05-01.tif") as source:
        profile = {**source.profile, "crs": rasterio.CRS.from_wkt('LOCAL_CS["site",UNIT["metre",1]]')}
        with rasterio.open(made, "w", **profile) as target:
            target.write(source.read())
    return {
        "missing": None,
        "empty": b"",
        "a page": b"<!DOCTYPE html><html></html>",
        "cut off": whole[: len(whole) // 2],
        "its head alone": whole[:64],
        "text": b"not a raster\n",
        "a VRT": b'<VRTDataset rasterXSize="1" rasterYSize="1"></VRTDataset>',
        "in a local CRS": made.read_bytes(),
    }


def cases_of(job, good, root):
    """Yield (name, fields) of the bad requests of a job."""
    fields = {field.name: field.type for field in dataclasses.fields(JOBS[job].request)}
    yield "an unknown field", {**good, "colour": "red"}
    for request in ([], "text", 5, None):
        yield f"a request that is {request!r}", request
    for name, kind in fields.items():
        yield f"{name} of a wrong type", {**good, name: {"a": 1}}
        if kind.startswith(("float", "int")):
            for value in (math.nan, math.inf) if "float" in kind else (-5,):
                yield f"{name} {value}", {**good, name: value}
        if name in ("bands", "mask_classes", "variables", "assets", "relative_orbits", "tiles", "predictors"):
            yield f"{name} unknown", {**good, name: ["../x y"]}
        if name in TEXTS:
            source = {"source": "earth_search", "folder": ""} if name == "endpoint" else {}
            dates = {"start": "2023-05-01", "end": "2023-06-01"} if name == "endpoint" else {}
            yield f"{name} {TEXTS[name]}", {**good, **source, **dates, name: TEXTS[name]}
    yield from _of_tables(good, root)
    for other, name in OTHER_TABLES.get(job, ()):
        yield from _of_tables({**good, **other, name: "a table"}, root, (name,))
    if job == "index_time_series":
        for number, (name, (wkt, crs)) in enumerate(AREAS.items()):
            (root / f"zones{number}.jsonl").write_text(json.dumps({"name": "a", "wkt": wkt}) + "\n")
            yield f"zones {name}", {**good, "zones_path": str(root / f"zones{number}.jsonl"), "zones_crs": crs}
    elif "aoi_wkt" in fields and good:
        for name, (wkt, crs) in AREAS.items():
            yield f"an area {name}", {**good, "aoi_wkt": wkt, "aoi_crs": crs}
    yield from _of_files(job, good, root)
    yield from _of_targets(good, root)


def _of_tables(good, root, names=()):
    targets = ("table_path", "scenes_table_path")
    for name in names or [name for name in good if name.endswith("_path") and name not in targets]:
        for kind, content in TABLES.items():
            path = root / f"{kind}.jsonl"
            path.write_bytes(content)
            yield f"{name} is {kind}", {**good, name: str(path)}
        for kind, path in (("missing", root / "gone.jsonl"), ("a folder", root), ("a device", "/dev/zero")):
            yield f"{name} is {kind}", {**good, name: str(path)}


def _of_files(job, good, root):
    broken = broken_files(root)
    if job in ("stack_bands", "median_composite", "composite_series", "ndvi_animation"):
        yield from _of_bands(job, good, root, broken)
    for name in ("lst", "ndvi") if "lst" in good else ():
        for kind, content in broken.items():
            path = root / f"{name} {kind}.tif"
            if content is not None:
                path.write_bytes(content)
            yield f"{name} is {kind}", {**good, name: str(path)}
    if job == "index_time_series":
        for kind, content in broken.items():
            folder = root / f"folder {kind}"
            folder.mkdir()
            if content is not None:
                (folder / "ndvi_2023-05-01.tif").write_bytes(content)
            yield f"rasters that are {kind}", {**good, "rasters_path": "", "raster_folder": str(folder)}
    yield from _of_folders(good, root)


def _of_bands(job, good, root, broken):
    for kind, content in broken.items():
        folder = root / f"{job} {kind}"
        shutil.copytree(root / "fine", folder)
        for band in folder.rglob("B0*.tif"):
            band.unlink() if content is None else band.write_bytes(content)
        table = folder / "scenes.jsonl"
        table.write_text(Path(good["scenes_path"]).read_text().replace(str(root / "fine"), str(folder)))
        yield f"bands that are {kind}", {**good, "scenes_path": str(table)}


def _of_folders(good, root):
    for name, places in FOLDERS.items():
        for place in places if name in good else ():
            path = root / place
            if place in ("x.SEN3", "nothing"):
                path.mkdir()
            elif place == "x.zip":
                path.write_bytes(b"PK\x03\x04 no zip")
            yield f"{name} is {place}", {**good, name: str(path)}


FOLDERS = {
    "sen3": ("gone.SEN3", "x.SEN3", "x.zip", "zones.jsonl", "fine", "x.SEN3/xfdumanifest.xml"),
    "folder": ("gone", "nothing", "zones.jsonl", "rasters"),
}


def _of_targets(good, root):
    for name in [name for name in ("output", "output_html", "picture", "output_folder", "table_path") if name in good]:
        suffix = Path(good[name]).suffix
        yield f"{name} in a file", {**good, name: str(root / "zones.jsonl" / f"x{suffix}")}
        yield f"{name} too long", {**good, name: str(root / "out" / ("x" * 300 + suffix))}
        if name in ("output", "output_html", "picture"):
            (root / f"taken{suffix}").mkdir(exist_ok=True)
            yield f"{name} is a folder", {**good, name: str(root / f"taken{suffix}")}
            yield f"{name} of another suffix", {**good, name: str(root / "out" / "x.odd")}
            yield f"{name} hidden", {**good, name: str(root / "out" / f".x{suffix}")}


def in_the_worker(job, fields, channel):
    """Run a request as the worker does, and send its outcome."""
    from sentinel_toolkit.worker.main import _run

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        outcome = _run(json.dumps({"job": job, "request": fields}), Report())
    except BaseException:
        outcome = events.Failure("", traceback.format_exc())
    channel.send(dataclasses.astuple(outcome) if isinstance(outcome, events.Failure) else (type(outcome).__name__,))
    channel.close()
    os._exit(0)


def run(job, fields):
    """Return (what the worker answered, seconds, kB at the peak)."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(False)
    begun = time.monotonic()
    process = os.fork()
    if not process:
        in_the_worker(job, fields, sending)
    sending.close()
    said = receiving.recv() if receiving.poll(2 * LONGEST_S) else ("no answer",)
    if said == ("no answer",):
        os.kill(process, 9)
    usage = os.wait4(process, 0)[2]
    return said, time.monotonic() - begun, usage.ru_maxrss


def listing(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def problem_of(said, seconds, peak_kb, left):
    """Return what is wrong with how a case ended, or an empty text."""
    if len(said) < 4:
        return f"no failure: {said[0]}"
    error, message, hint, trace = said
    if error not in ERRORS or trace or "Traceback" in message + hint:
        return f"a bug: {message} {trace[-600:]}"
    if not message.strip() or "\n" in message.strip():
        return f"not one message: {message!r}"
    if left:
        return f"left behind: {left[:5]} ({message})"
    if seconds > LONGEST_S or peak_kb > MOST_KB:
        return f"{seconds:.0f} s, {peak_kb / 1000:.0f} MB ({message})"
    return ""


COUNTS = collections.Counter()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("job", JOBS)
def test_bad_inputs_end_in_a_message_and_leave_nothing(tmp_path, job):
    import importlib

    for row in JOBS.values():  # loaded once, and forked
        importlib.import_module(row.runner.split(":")[0])
    good = prepare(tmp_path)[job]
    if job != "set_up_environment":  # which imports and compiles all, and has nothing to choose
        (tmp_path / "out").mkdir()
        assert run(job, good)[0] == ("Result",), "the good request is none"
    wrong, slowest, largest = [], 0.0, 0
    for name, fields in cases_of(job, good, tmp_path):
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        (tmp_path / "out").mkdir()
        before = set(listing(tmp_path))
        said, seconds, peak_kb = run(job, fields)
        left = [path for path in listing(tmp_path) if path not in before]
        COUNTS[job] += 1
        slowest, largest = max(slowest, seconds), max(largest, peak_kb)
        problem = problem_of(said, seconds, peak_kb, left)
        if problem:
            wrong.append(f"{name}: {problem}")
        if len(said) >= 4 and os.environ.get("SENTINEL_TOOLKIT_SHOW"):
            print(f"{job} | {name} | {said[0]}: {said[1]} {said[2]}"[:400])
    print(f"{job}: {COUNTS[job]} bad inputs, {len(wrong)} wrong, at most {slowest:.1f} s and {largest / 1000:.0f} MB")
    assert not wrong, "\n".join(wrong)


def test_there_are_enough_of_them():
    assert sum(COUNTS.values()) >= LEAST_CASES or len(COUNTS) < len(JOBS), COUNTS
    print(f"{sum(COUNTS.values())} bad inputs over {len(COUNTS)} jobs")
