"""Dates of an animation on a Dask cluster: workers read them, the film is the same."""

import types
from pathlib import Path

import numpy as np
import pytest
from cluster import Cluster
from scenes import scenes_file, write_scene
from series import SIDE, animate, field, swaths, two_bands, write_raster

from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.errors import NoValidPixelsError, RasterError
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.workflows import ndvi_animation
from sentinel_toolkit.core.workflows.cluster.tasks import Outcome
from sentinel_toolkit.core.workflows.dates_on_cluster import reads_on_cluster

DAYS = ("05", "10", "15", "20", "25")


@pytest.fixture(scope="module")
def two():
    with Cluster(2) as running:
        yield running


def scenes_of(folder):
    """Five dates; the second cannot be read, the fourth is under cloud."""
    rng = np.random.default_rng(5)
    for day in DAYS:
        bands = {name: rng.integers(100, 9000, (SIDE, SIDE)).astype(np.uint16) for name in ("B04", "B08")}
        scl = np.full((SIDE // 2, SIDE // 2), 9 if day == "20" else 4, np.uint8)
        write_scene(folder / "in", f"202306{day}", bands, scl)
    (damaged,) = (folder / "in").glob("*20230610*/B04.tif")
    damaged.write_bytes(damaged.read_bytes()[:-1000])
    return {"scenes_path": scenes_file(folder / "in", folder / "s.jsonl")}


def rasters_of(folder):
    for number, day in enumerate(DAYS):
        write_raster(folder / "rasters" / f"NDVI_2023-06-{day}.tif", field(number))
    return {"raster_folder": str(folder / "rasters")}


def swaths_of(folder):
    return {"scenes_path": swaths(folder), "index": "LST"}


def film(folder, name, said=None, **fields):
    said = [] if said is None else said
    result, rows = animate(folder, said, f"{name}.gif", **fields)
    warnings = [event.text for event in said if getattr(event, "warning", False)]
    return Path(result.output).read_bytes(), result.frames, rows, warnings


@pytest.mark.parametrize("source", [scenes_of, rasters_of, swaths_of])
def test_the_film_is_the_one_of_this_process(two, tmp_path, source):
    fields = source(tmp_path)
    here = film(tmp_path, "here", **fields)
    assert film(tmp_path, "there", scheduler=two.address, **fields) == here
    assert here[1] == {scenes_of: 3, rasters_of: 5, swaths_of: 2}[source]
    if source is scenes_of:
        assert any(text.startswith("Left out: 2023-06-10") for text in here[3])


def test_a_month_and_a_client_of_the_users(two, tmp_path):
    distributed = pytest.importorskip("distributed")
    fields = {**scenes_of(tmp_path), "period": "month"}
    here = film(tmp_path, "here", **fields)
    with distributed.Client(two.address, set_as_default=False) as client:
        assert film(tmp_path, "there", client=client, **fields) == here
        assert client.status == "running"


def test_a_worker_that_dies_costs_no_date(tmp_path):
    fields = rasters_of(tmp_path)
    here = film(tmp_path, "here", **fields)
    with Cluster(2) as running:

        class Killing(list):
            def append(self, event):
                super().append(event)
                if "Reading the dates" in getattr(event, "text", ""):
                    running.workers[0].kill()

        assert film(tmp_path, "there", Killing(), scheduler=running.address, **fields) == here
        assert running.workers[0].wait(5) == -9


def test_nothing_to_see_is_the_same_error(two, tmp_path):
    clouds = np.full((SIDE // 2, SIDE // 2), 9, np.uint8)
    write_scene(tmp_path / "in", "20230605", two_bands(1000, 4000), clouds)
    with pytest.raises(NoValidPixelsError, match="None of the 1 dates"):
        animate(tmp_path, scheduler=two.address, scenes_path=scenes_file(tmp_path / "in", tmp_path / "s.jsonl"))


class Backwards:
    """Does what is asked of it in the wrong order, as much of it at a time as it gets."""

    def __init__(self, bad=()):
        self.most, self.bad = 0, bad

    def run(self, _work, _source, works, _report):
        while waiting := list(works):
            self.most = max(self.most, len(waiting))
            for work in reversed(waiting):
                error = RasterError("damaged") if work.place in self.bad else None
                yield work, Outcome(None if error else (work.moment, []), error, [f"warning {work.place}"])


@pytest.mark.parametrize(("limit_mb", "most"), [(0.0001, 1), (12, 3), (1000, 7)])
def test_dates_come_in_their_order_and_no_more_wait_than_there_is_memory_for(limit_mb, most):
    tasks, said = Backwards(bad=[4]), []
    series = types.SimpleNamespace(source=None, moments=list("abcdefg"), grid=types.SimpleNamespace(shape=(1000, 1000)))
    reads = reads_on_cluster(series, types.SimpleNamespace(tasks=tasks), limit_mb, Report(said.append))
    found = []
    for moment, read in reads:
        if moment == "e":
            with pytest.raises(RasterError):
                read()
        else:
            assert read() == (moment, [])
        found.append(moment)
    assert found == list("abcdefg")
    assert [event.text for event in said] == [f"warning {place}" for place in range(7)]
    assert tasks.most == most


def test_cancel_is_heard(two, tmp_path):
    said = []
    request = NdviAnimationRequest(output=str(tmp_path / "out.gif"), scheduler=two.address, **rasters_of(tmp_path))
    report = Report(said.append, lambda: any("Reading the dates" in getattr(event, "text", "") for event in said))
    with pytest.raises(JobCancelled):
        ndvi_animation.run(request, report)
    assert not (tmp_path / "out.gif").exists()
