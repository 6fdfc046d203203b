"""Composites on a Dask cluster: a scheduler and workers of their own processes, on loopback."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from cluster import Cluster
from scenes import scenes_file, write_scene

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.imagery import block_plan
from sentinel_toolkit.core.workflows import median_composite
from sentinel_toolkit.core.workflows.cluster import blocks, connection

SIDE = 600


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cluster")
    rng = np.random.default_rng(1)
    for day in range(10, 16):
        bands = {name: rng.integers(0, 9000, (SIDE, SIDE)).astype(np.uint16) for name in ("B04", "B08")}
        write_scene(folder / "in", f"202308{day}", bands, rng.integers(0, 12, (SIDE // 2, SIDE // 2)).astype(np.uint8))
    return scenes_file(folder / "in", folder / "scenes.jsonl")


@pytest.fixture(scope="module")
def two():
    with Cluster(2) as running:
        yield running


def request_for(scenes, output, **fields):
    return MedianCompositeRequest(
        scenes_path=scenes, output=str(output), bands=("B04", "B08"), grow_mask_m=20.0, **fields
    )


def test_the_file_is_the_local_one_byte_for_byte(scenes, two, tmp_path, monkeypatch):
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 200)
    here, there = tmp_path / "here" / "o.tif", tmp_path / "there" / "o.tif"
    median_composite.run(request_for(scenes, here), Report())
    median_composite.run(request_for(scenes, there, scheduler=two.address), Report())
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize("method", ["geomedian", "latest"])
def test_other_methods_travel_too(scenes, two, tmp_path, method):
    here = median_composite.in_memory(request_for(scenes, tmp_path / "o.tif", method=method), Report())
    there = median_composite.in_memory(
        request_for(scenes, tmp_path / "o.tif", method=method, scheduler=two.address), Report()
    )
    assert np.array_equal(here[0], there[0])


def test_a_killed_worker_costs_its_blocks_only(scenes, tmp_path, monkeypatch):
    expected = median_composite.in_memory(request_for(scenes, tmp_path / "o.tif"), Report())
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 40)
    with Cluster(2) as running:
        said = []

        def kill(event):
            said.append(event)
            if len(said) == 12:
                running.workers[0].kill()

        request = request_for(scenes, tmp_path / "o.tif", scheduler=running.address)
        made = median_composite.in_memory(request, Report(kill))
        assert running.workers[0].wait(5) == -9
    assert np.array_equal(made[0], expected[0])
    assert np.array_equal(made[1], expected[1])


def test_a_damaged_scene_is_left_out_there_too(scenes, two, tmp_path, monkeypatch):
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 64)
    copy = tmp_path / "in"
    shutil.copytree(Path(scenes).parent / "in", copy)
    path = scenes_file(copy, tmp_path / "s.jsonl")
    file = next(copy.glob("*20230812*")) / "B04.tif"
    size = file.stat().st_size
    with open(file, "r+b") as raster:
        raster.truncate(size - size // 3)
    warned = []
    report = Report(lambda event: warned.append(event.text) if getattr(event, "warning", False) else None)
    made = median_composite.in_memory(request_for(path, tmp_path / "o.tif", scheduler=two.address), report)
    here = median_composite.in_memory(request_for(path, tmp_path / "o.tif"), Report())
    assert len(warned) == 1
    assert "20230812" in warned[0]
    assert np.array_equal(made[0], here[0])


def test_cancel_is_quick_and_leaves_the_cluster_usable(scenes, two, tmp_path, monkeypatch):
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 16)
    stop = threading.Event()
    report = Report(lambda event: stop.set() if "cluster" in getattr(event, "text", "") else None, stop.is_set)
    with pytest.raises(JobCancelled):
        median_composite.run(request_for(scenes, tmp_path / "o.tif", scheduler=two.address), report)
    assert not list(tmp_path.iterdir())
    monkeypatch.undo()
    median_composite.run(request_for(scenes, tmp_path / "o.tif", scheduler=two.address), Report())


def test_a_scheduler_that_is_away_is_named(scenes, tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "CONNECT_S", 1)
    with pytest.raises(ToolkitError, match=r"The Dask scheduler tcp://127.0.0.1:9 does not answer"):
        median_composite.run(request_for(scenes, tmp_path / "o.tif", scheduler="tcp://127.0.0.1:9"), Report())
    assert not list(tmp_path.iterdir())


def test_a_scheduler_without_workers_says_so(scenes, tmp_path):
    with Cluster(0) as running, pytest.raises(ToolkitError, match="has no worker"):
        median_composite.run(request_for(scenes, tmp_path / "o.tif", scheduler=running.address), Report())


def test_other_versions_are_refused(scenes, two, tmp_path, monkeypatch):
    """A second set of libraries cannot be had here: the answer of a worker that had one is given instead."""
    ask = connection.distributed.Client.get_versions

    def differ(*arguments, **options):
        answer = ask(*arguments, **options)
        next(iter(answer["workers"].values()))["packages"]["numpy"] = "1.26.0"
        return answer

    monkeypatch.setattr(connection.distributed.Client, "get_versions", differ)
    with pytest.raises(ToolkitError, match=r"has numpy 1.26.0, not the versions of this computer"):
        median_composite.run(request_for(scenes, tmp_path / "o.tif", scheduler=two.address), Report())


def test_workers_forget_an_older_package(scenes, two, tmp_path, monkeypatch):
    """A worker lives longer than a version of ours."""
    median_composite.in_memory(request_for(scenes, tmp_path / "o.tif", scheduler=two.address), Report())
    changed = tmp_path / "sentinel_toolkit"
    shutil.copytree(paths.PACKAGE, changed)
    file = changed / "core" / "imagery" / "block_threads.py"
    file.write_text(
        file.read_text().replace("return Made(function(", 'raise ValueError("the new version")\n    Made(function(')
    )
    monkeypatch.setattr(paths, "PACKAGE", changed)
    with pytest.raises(ValueError, match="the new version"):
        median_composite.in_memory(request_for(scenes, tmp_path / "o.tif", scheduler=two.address), Report())
    monkeypatch.undo()
    median_composite.in_memory(request_for(scenes, tmp_path / "o.tif", scheduler=two.address), Report())


def test_a_lost_scheduler_is_named(scenes, tmp_path, monkeypatch):
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 24)
    with Cluster(1) as running:
        said = []

        def kill(event):
            said.append(event)
            if len(said) == 12:
                running.scheduler.kill()

        request = request_for(scenes, tmp_path / "o.tif", scheduler=running.address)
        with pytest.raises(ToolkitError, match="connection to the Dask scheduler .* was lost"):
            median_composite.run(request, Report(kill))
    assert not list(tmp_path.iterdir())


def test_the_only_worker_is_replaced(scenes, tmp_path, monkeypatch):
    expected = median_composite.in_memory(request_for(scenes, tmp_path / "o.tif"), Report())
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 40)
    with Cluster(1) as running:
        kill = kill_all(running)

        def replace(event):
            kill(event)
            if len(running.workers) == 1 and running.workers[0].poll() is not None:
                running.add_worker()

        request = request_for(scenes, tmp_path / "o.tif", scheduler=running.address)
        made = median_composite.in_memory(request, Report(replace))
    assert np.array_equal(made[0], expected[0])


def test_the_loss_of_all_workers_is_named(scenes, tmp_path, monkeypatch):
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 40)
    monkeypatch.setattr(blocks, "NO_WORKER_S", 1)
    with Cluster(2) as running:
        request = request_for(scenes, tmp_path / "o.tif", scheduler=running.address)
        with pytest.raises(ToolkitError, match="has lost all its workers"):
            median_composite.in_memory(request, Report(kill_all(running)))


def kill_all(running):
    """Return what kills every worker early in the job."""
    said = []

    def kill(event):
        said.append(event)
        if len(said) == 12:
            for worker in running.workers:
                worker.kill()
                worker.wait()

    return kill
