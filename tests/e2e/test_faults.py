"""What goes wrong goes wrong plainly: exit code 1, one message that says what to do, nothing left behind."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from servers.stac import FaultyStac

SCRIPT = str(Path(__file__).resolve().parents[2] / "scripts" / "qgis_process")
DATES = {"START": "2023-08-01", "END": "2023-08-31"}
WORLD = "15,16,45,46 [EPSG:4326]"
SOUTH = [[-71, -34], [-70, -34], [-70, -33], [-71, -33], [-71, -34]]
ANTIMERIDIAN = [[179, -18], [181, -18], [181, -16], [179, -16], [179, -18]]


def refused(run, *words):
    """Check that a run failed and said so."""
    assert run.code == 1, run.stdout
    for word in words:
        assert word in run.stderr, run.stderr


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"EXTENT": "15,16,45,46"}, "Write it in brackets, e.g. 15,16,45,46 [EPSG:4326], or give the project one."),
        ({"EXTENT": WORLD, "START": "2023-09-01"}, "START 2023-09-01 is after END 2023-08-31"),
        ({"EXTENT": WORLD, "SOURCE": "folder"}, "no FOLDER is given"),
        ({"EXTENT": WORLD, "OUTPUT": "scenes.shp"}, "the suffix '.shp' does not fit"),
        ({"EXTENT": WORLD, "ENDPOINT": "http://127.0.0.1:9/v1"}, "does not answer"),
        ({"EXTENT": WORLD, "ENDPOINT": "http://[::1"}, "ENDPOINT 'http://[::1' is no URL. Write it as https://"),
        ({"EXTENT": WORLD, "START": "01.05.2023"}, "START is '01.05.2023', which is no date. Write it as 2023-05-01."),
        ({"EXTENT": "0,inf,0,inf [EPSG:4326]"}, "EXTENT"),
        ({"EXTENT": "15,16,45,46 [EPSG:4978]"}, "EPSG:32633"),
        ({"EXTENT": WORLD, "SOURCE": "folder", "FOLDER": "/nowhere/at/all"}, "'/nowhere/at/all' does not exist"),
    ],
)
def test_bad_search(qgis_process, tmp_path, inputs, words):
    refused(qgis_process("search_scenes", **{**DATES, "OUTPUT": "memory:", **inputs}), words)


@pytest.mark.parametrize("fault", ["html", "500", "loop"])
def test_bad_server(qgis_process, fault):
    items = [{"type": "Feature", "id": str(n), "collection": "c"} for n in range(5)]
    words = {"html": "is no JSON", "500": "refuses for now (HTTP 500)", "loop": "pages without end"}
    with FaultyStac(items, fault) as server:
        refused(
            qgis_process("search_scenes", ENDPOINT=server.url, EXTENT=WORLD, OUTPUT="memory:", **DATES), words[fault]
        )


def test_no_scenes(qgis_process, sample, tmp_path):
    run = qgis_process("search_scenes", SOURCE="folder", FOLDER=str(sample), OUTPUT=str(tmp_path / "s.gpkg"), **DATES)
    refused(run, "No scenes found from 2023-08-01 to 2023-08-31 in the folder.", "Widen the dates")
    run = qgis_process(
        "search_scenes", SOURCE="folder", FOLDER=str(sample / "sentinel-3"), OUTPUT=str(tmp_path / "s.gpkg")
    )
    refused(run, "It holds no Sentinel-2 L2A product")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ring", [SOUTH, ANTIMERIDIAN])
def test_area_elsewhere(qgis_process, scenes, tmp_path, polygon, ring):
    run = qgis_process("median_composite", INPUT=scenes, AOI=polygon(ring), OUTPUT=str(tmp_path / "o.tif"))
    refused(run, "None of the 14 scenes touches the area of interest")


def test_empty_area_layer(qgis_process, scenes, tmp_path, polygon):
    run = qgis_process("median_composite", INPUT=scenes, AOI=polygon(), OUTPUT=str(tmp_path / "o.tif"))
    refused(run, "holds no polygon")


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"BANDS": "B04,B10"}, "BANDS holds 'B10'. Use some of: B01"),
        ({"OUTPUT": "o.jpg"}, "the suffix '.jpg' does not fit"),
        ({"OUTPUT": "/proc/o.tif"}, "/proc"),
        ({"RESOLUTION": 0.001}, "coarser RESOLUTION"),
        ({"BANDS": "B12"}, "has no B12"),
    ],
)
def test_bad_composite(qgis_process, scenes, tmp_path, inputs, words):
    run = qgis_process("median_composite", **{"INPUT": scenes, "OUTPUT": str(tmp_path / "o.tif"), **inputs})
    refused(run, words)
    assert not list(tmp_path.iterdir())


def test_shapefile_as_input_is_known_by_its_cut(qgis_process, scenes, tmp_path):
    subprocess.run(["ogr2ogr", str(tmp_path / "cut.shp"), scenes], capture_output=True)
    run = qgis_process("median_composite", INPUT=str(tmp_path / "cut.shp"), OUTPUT=str(tmp_path / "o.tif"))
    refused(run, "It was cut off: a shapefile holds 254 characters.")


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "fgb"])
def test_full_disk_leaves_no_half_layer(sample, tmp_path, suffix):
    """The limit on file sizes stands in for a full disk: QGIS's writers can lose its error when they close a file."""
    output = tmp_path / f"s.{suffix}"
    inputs = json.dumps({"inputs": {"SOURCE": "folder", "FOLDER": str(sample), "OUTPUT": str(output)}})
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f 20; trap '' XFSZ; exec {SCRIPT} run sentinel_toolkit:search_scenes -"],
        input=inputs,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 1, done.stdout
    assert not list(tmp_path.iterdir())


def test_without_environment(qgis_process, scenes, tmp_path, monkeypatch):
    run = qgis_process(
        "median_composite",
        {"SENTINEL_TOOLKIT_PYTHON": "/nowhere/python"},
        INPUT=scenes,
        OUTPUT=str(tmp_path / "o.tif"),
    )
    refused(run, "The chosen interpreter '/nowhere/python' does not exist")
    assert "setup:" not in run.stderr, "QGIS says it, not the script that starts it"


def test_environment_that_is_not_installed(qgis_process, scenes, tmp_path):
    """The real executable without scripts/qgis_process, which would install it."""
    profile = subprocess.run(
        [str(Path(SCRIPT).with_name("stage")), str(os.getpid())], capture_output=True, text=True
    ).stdout.strip()
    variables = {"PATH": "/usr/bin:/bin", "QGIS_CUSTOM_CONFIG_PATH": profile, "SENTINEL_TOOLKIT_DATA": str(tmp_path)}
    command = [
        "/usr/bin/qgis_process",
        "run",
        "sentinel_toolkit:median_composite",
        f"--INPUT={scenes}",
        f"--OUTPUT={tmp_path}/o.tif",
    ]
    done = subprocess.run(
        command,
        env={**os.environ, **variables, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    shutil.rmtree(profile)
    assert done.returncode == 1
    assert "The worker environment is not installed. Run the algorithm “Set up environment” once." in done.stderr


def test_damaged_scene_is_skipped_with_a_warning(qgis_process, sample, tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(sample / "sentinel-2", folder, ignore=lambda _, names: [n for n in names if "33TYL" in n])
    bad = folder / "S2B_34TBR_20220615_0_L2A"
    os.truncate(bad / "B04.tif", 40_000)
    layer = str(tmp_path / "s.gpkg")
    assert qgis_process("search_scenes", SOURCE="folder", FOLDER=str(folder), OUTPUT=layer).code == 0
    run = qgis_process("median_composite", INPUT=layer, BANDS="B04", OUTPUT=str(tmp_path / "o.tif"))
    assert run.code == 0, run.stderr
    assert run.results["SCENES_USED"] == 6
    assert bad.name in run.stdout + run.stderr


# Killed, interrupted, orphaned.


@contextlib.contextmanager
def running_composite(scenes, output, resolution=4):
    """Start a composite that takes some seconds; yield the process once its worker has begun to write."""
    inputs = {"INPUT": scenes, "OUTPUT": str(output), "RESOLUTION": resolution}
    process = subprocess.Popen(
        [SCRIPT, "run", "sentinel_toolkit:median_composite", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        process.stdin.write(json.dumps({"inputs": inputs}))
        process.stdin.close()
        process.stdin = None
        deadline = time.monotonic() + 60
        while not parts(output.parent) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert parts(output.parent), "the worker never began"
        try:
            yield process
        finally:
            process.kill()


def parts(folder):
    return [path for path in folder.iterdir() if ".part-" in path.name]


def is_running(pid):
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def worker_of(folder):
    return int(re.search(r"\.part-(\d+)-[0-9a-f]+$", parts(folder)[0].name)[1])


def wait_until(condition, seconds):
    started = time.monotonic()
    while not condition() and time.monotonic() - started < seconds:
        time.sleep(0.01)
    assert condition()
    return time.monotonic() - started


def test_killed_qgis_leaves_no_orphan_and_nothing_half_made(scenes, tmp_path):
    with running_composite(scenes, tmp_path / "o.tif") as process:
        worker = worker_of(tmp_path)
        time.sleep(0.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        took = wait_until(lambda: not is_running(worker), 3)
    print(f"worker gone {1000 * took:.0f} ms after kill -9 of qgis_process")
    assert not list(tmp_path.iterdir())


def test_killed_worker_is_reported_and_qgis_survives(scenes, tmp_path):
    with running_composite(scenes, tmp_path / "o.tif") as process:
        os.kill(worker_of(tmp_path), signal.SIGKILL)
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "The worker stopped unexpectedly (signal 9, SIGKILL: it was ended from outside" in stderr
    assert not list(tmp_path.iterdir())


def test_both_killed_the_next_job_sweeps(qgis_process, scenes, tmp_path):
    with running_composite(scenes, tmp_path / "o.tif") as process:
        worker = worker_of(tmp_path)
        os.kill(worker, signal.SIGKILL)
        process.send_signal(signal.SIGKILL)
        process.wait()
    run = qgis_process(
        "median_composite", INPUT=scenes, EXTENT="17.99,18,45.89,45.9 [EPSG:4326]", OUTPUT=str(tmp_path / "b.tif")
    )
    assert run.code == 0, run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.json", "b.qml", "b.tif"]


def test_interrupt_is_a_quick_clean_cancel(scenes, tmp_path):
    with running_composite(scenes, tmp_path / "o.tif") as process:
        worker = worker_of(tmp_path)
        time.sleep(0.5)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        took = time.monotonic() - started
    print(f"cancelled in {took:.2f} s")
    assert took < 4
    assert not is_running(worker)
    assert not list(tmp_path.iterdir())
