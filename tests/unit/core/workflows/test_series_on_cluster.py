"""Series on a Dask cluster: each composite made by a worker, on loopback; and by shards, one process after the other."""

import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cluster_kills
import numpy as np
import pytest
from cluster import Cluster
from scenes import WEST, scenes_file, write_scene

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.composites import series_store
from sentinel_toolkit.core.workflows import composite_series

SIDE = 60
TILES = ("33TWL", "33TXL", "33TYL")
MONTHS = ("01", "02", "03")
CLAIM = f"""
import sys
sys.path.insert(0, {str(paths.PACKAGE.parent)!r})
from sentinel_toolkit.core.composites.series_store import SeriesStore
SeriesStore(sys.argv[1]).claim("collection.json", {{"id": sys.argv[2]}})
"""


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    """Three tiles in three months, each of two dates."""
    folder = tmp_path_factory.mktemp("tiles")
    rng = np.random.default_rng(3)
    for number, tile in enumerate(TILES):
        for month in MONTHS:
            for day in ("05", "15"):
                bands = {"B04": rng.integers(0, 9000, (SIDE, SIDE)).astype(np.uint16)}
                scl = rng.integers(3, 10, (SIDE // 2, SIDE // 2)).astype(np.uint8)
                write_scene(folder / "in", f"2023{month}{day}", bands, scl, west=WEST + 600 * number, tile=tile)
    return scenes_file(folder / "in", folder / "scenes.jsonl")


@pytest.fixture(scope="module")
def two():
    with Cluster(2) as running:
        yield running


@pytest.fixture(scope="module")
def local(scenes, tmp_path_factory):
    """Return the folder of the series as one process makes it."""
    output = tmp_path_factory.mktemp("local") / "out"
    make(scenes, output)
    return output


def request_for(scenes, output, **fields):
    fields = {"bands": ("B04",), "tiling": "mgrs", "period": "month", **fields}
    return CompositeSeriesRequest(
        scenes_path=str(scenes), output_folder=str(output), table_path=f"{output}.jsonl", **fields
    )


def make(scenes, output, said=None, client=None, **fields):
    events = [] if said is None else said
    return composite_series.run(request_for(scenes, output, **fields), Report(events.append), client)


def contents(folder):
    return {path.name: path.read_bytes() for path in Path(folder).glob("*.tif")}


def items(folder):
    """Return name → what the items say, but for when and by which command they were made."""
    found = {}
    for path in sorted(Path(folder).glob("*_*.json")):
        item = json.loads(path.read_text())
        for key in ("created", "processing:datetime", "sentinel_toolkit:request"):
            del item["properties"][key]
        found[path.name] = item
    return found


def same(folder, other):
    """Tell whether two folders hold the same series."""
    names = {path.name for path in Path(folder).iterdir()} == {path.name for path in Path(other).iterdir()}
    return names and contents(folder) == contents(other) and items(folder) == items(other)


def texts(said):
    return [getattr(event, "text", "") for event in said]


def test_workers_write_the_files_that_this_process_would(scenes, two, local, tmp_path):
    said = []
    result = make(scenes, tmp_path / "out", said, scheduler=two.address)
    assert (result.count, result.failed) == (9, 0)
    assert same(tmp_path / "out", local)
    assert any("Composites: 9 of 9" in text for text in texts(said))
    assert any("dashboard: http://127.0.0.1" in text for text in texts(said))
    again = []
    make(scenes, tmp_path / "out", again, scheduler=two.address)
    assert any("finished before: 9" in text for text in texts(again))


@pytest.mark.parametrize("fields", [{"tiling": "none"}, {"tiling": "none", "period": "quarter"}])
def test_other_series_too(scenes, two, tmp_path, fields):
    make(scenes, tmp_path / "here", **fields)
    make(scenes, tmp_path / "there", scheduler=two.address, **fields)
    assert same(tmp_path / "here", tmp_path / "there")


def test_shards_make_what_one_run_does(scenes, local, tmp_path):
    output, made = tmp_path / "out", {}
    for number in range(1, 9):
        result = make(scenes, output, shard=f"{number}/8")
        assert (result.failed, result.table_path) == (0, "")
        assert not (output / "index.html").exists()
        now = {path.name: path.stat().st_mtime_ns for path in output.glob("*.tif")}
        assert {name: now[name] for name in made} == made, "no shard touches what another has made"
        assert len(now) == len(made) + result.count
        made = now
    assert len(made) == 9
    make(scenes, output, shard="2/8")
    assert {path.name: path.stat().st_mtime_ns for path in output.glob("*.tif")} == made
    result = make(scenes, output, shard="finish")
    assert (result.count, result.failed) == (9, 0)
    assert same(output, local)


def test_what_shards_have_left_out_is_listed_and_a_plain_run_makes_it(scenes, tmp_path):
    output, said = tmp_path / "out", []
    first = make(scenes, output, shard="1/2")
    result = make(scenes, output, said, shard="finish")
    assert (result.count, result.failed) == (first.count, 9 - first.count)
    assert any("composites are missing" in text for text in texts(said))
    assert "It is not finished" in (output / "index.html").read_text()
    assert make(scenes, output).count == 9


def test_shards_of_another_request_are_refused(scenes, tmp_path):
    """Also before the first has finished anything: it has claimed the folder."""
    output = tmp_path / "out"
    request = request_for(scenes, output, shard="1/2")
    with pytest.raises(JobCancelled):
        composite_series.run(request, Report(is_cancelled=output.exists))
    assert [path.name for path in output.iterdir()] == ["collection.json"]
    for shard in ("2/2", "finish", ""):
        with pytest.raises(InvalidRequestError, match=r"collection.json of another request \(other method\)"):
            make(scenes, output, shard=shard, method="mean")
    assert make(scenes, output, shard="2/2").failed == 0


def test_of_many_that_claim_a_folder_the_first_counts(tmp_path):
    store, barrier = series_store.SeriesStore(str(tmp_path / "out")), threading.Barrier(2)

    def claim(name):
        barrier.wait()
        subprocess.run([sys.executable, "-c", CLAIM, str(tmp_path / "out"), name], check=True)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(claim, ("a", "b")))
    first = store.read_json("collection.json")
    assert first["id"] in ("a", "b")
    store.claim("collection.json", {"id": "late"})
    assert store.read_json("collection.json") == first
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["collection.json"]


@pytest.mark.parametrize(
    ("text", "message"),
    [("0/10", "runs from 1"), ("11/10", "runs from 1"), ("3/x", "Write it as 3/100"), ("1/0", "runs from 1")],
)
def test_a_shard_that_is_none_is_refused(text, message):
    with pytest.raises(InvalidRequestError, match=message):
        request_for("s", "o", shard=text)


def test_a_share_without_composites_is_no_error(scenes, tmp_path):
    results = [make(scenes, tmp_path / "out", shard=f"{number}/40") for number in range(1, 41)]
    assert sum(result.count for result in results) == 9
    assert any(result.count == 0 for result in results)


def test_a_folder_that_workers_do_not_see_is_named(scenes, two, tmp_path, monkeypatch):
    """They see all that this process does: the proof is taken away, as if it were another computer's folder."""
    proved = series_store.SeriesStore.proved

    def elsewhere(store):
        context = proved(store)
        proof = context.__enter__()
        Path(proof.path).unlink()
        return _Closing(context, proof)

    monkeypatch.setattr(series_store.SeriesStore, "proved", elsewhere)
    with pytest.raises(ToolkitError, match="does not see OUTPUT_FOLDER as this computer does"):
        make(scenes, tmp_path / "out", scheduler=two.address)
    assert not list((tmp_path / "out").iterdir())


class _Closing:
    def __init__(self, context, value):
        self._context, self._value = context, value

    def __enter__(self):
        return self._value

    def __exit__(self, *exception):
        return self._context.__exit__(*exception)


def test_a_tile_that_fails_stops_no_other(scenes, two, tmp_path):
    folder = Path(scenes).parent
    write_scene(
        tmp_path / "in", "20230405", {"B04": np.full((SIDE, SIDE), 2000, np.uint16)}, np.full((30, 30), 9, np.uint8)
    )
    more = tmp_path / "scenes.jsonl"
    scenes_file(tmp_path / "in", more)
    more.write_text((folder / "scenes.jsonl").read_text() + more.read_text())
    said = []
    result = make(more, tmp_path / "out", said, scheduler=two.address)
    assert (result.count, result.failed) == (9, 1)
    assert any("2023-04_33TWL failed: No pixel of the area is clear" in text for text in texts(said))


def test_a_worker_that_dies_costs_its_composite_only(scenes, local, tmp_path):
    with Cluster(2) as running:
        said = []

        def kill(event):
            said.append(event)
            if "Composites: 2 of" in getattr(event, "text", ""):
                running.workers[0].kill()
                running.add_worker()

        result = composite_series.run(request_for(scenes, tmp_path / "out", scheduler=running.address), Report(kill))
        assert running.workers[0].wait(5) == -9
    assert (result.count, result.failed) == (9, 0)
    assert same(tmp_path / "out", local)


def test_cancel_stops_the_workers_too(scenes, two, tmp_path):
    said = []
    report = Report(said.append, lambda: any("Composites: 1 of" in text for text in texts(said)))
    with pytest.raises(JobCancelled):
        composite_series.run(request_for(scenes, tmp_path / "out", scheduler=two.address), report)
    assert make(scenes, tmp_path / "out", scheduler=two.address).count == 9
    assert not list((tmp_path / "out").glob(".*"))


def test_a_client_of_the_users_is_taken(scenes, two, local, tmp_path):
    distributed = pytest.importorskip("distributed")
    with distributed.Client(two.address, set_as_default=False) as client:
        make(scenes, tmp_path / "out", client=client)
        assert client.status == "running"
    assert same(tmp_path / "out", local)


def test_processes_of_this_computer(scenes, local, tmp_path):
    said = []
    make(scenes, tmp_path / "out", said, scheduler="local:2")
    assert same(tmp_path / "out", local)
    assert any("dashboard: http://127.0.0.1" in text for text in texts(said))


@pytest.mark.campaign
@pytest.mark.posix
def test_kills_leave_nothing_half_and_a_second_run_makes_the_rest(tmp_path):
    """The campaign has forty tiles and twenty kills."""
    counts = cluster_kills.run(tmp_path, tiles=5, kills=3)
    assert (counts.workers, counts.clients) == (2, 1)


def test_a_scheduler_that_goes_is_named_and_what_is_finished_stays(scenes, local, tmp_path):
    with Cluster(2) as running:
        said = []

        def kill(event):
            said.append(event)
            if "Composites: 2 of" in getattr(event, "text", ""):
                running.scheduler.kill()

        with pytest.raises(ToolkitError, match="connection to the Dask scheduler .* was lost"):
            composite_series.run(request_for(scenes, tmp_path / "out", scheduler=running.address), Report(kill))
    finished = len(contents(tmp_path / "out"))
    assert finished >= 2
    said = []
    assert make(scenes, tmp_path / "out", said).count == 9
    assert any(f"finished before: {finished}" in text for text in texts(said))
    assert same(tmp_path / "out", local)
