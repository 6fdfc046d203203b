"""Series in object storage: the same as on a disk, made once, listed there; and what goes wrong on the way."""

import gc
import json
import os
import tempfile
from pathlib import Path

import numpy as np
import pystac
import pytest
import rasterio
from cluster import Cluster
from scenes import scenes_file, write_scene
from servers.buckets import KEY, SECRET, TOKEN, Buckets

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import AuthenticationError, InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.composites import series_bucket
from sentinel_toolkit.core.services import object_storage
from sentinel_toolkit.core.services.object_storage import ObjectFolder
from sentinel_toolkit.core.workflows import composite_series

SIDE = 1300  # pixels: with overviews, and larger than what is fetched for pictures
MONTHS = ("2023-01", "2023-02", "2023-04")
DATES = ("20230105", "20230125", "20230210", "20230405")


@pytest.fixture(scope="module")
def server():
    with Buckets() as server:
        yield server


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    """Return the table of four dates, of noise."""
    folder = tmp_path_factory.mktemp("scenes")
    random = np.random.default_rng(5)
    for day in DATES:
        write_scene(folder / "in", day, {"B04": random.integers(1000, 9000, (SIDE, SIDE)).astype(np.uint16)})
    return str(scenes_file(folder / "in", folder / "s.jsonl"))


@pytest.fixture
def bucket(server, monkeypatch, tmp_path, request):
    """Return the address of an empty folder in a bucket, the keys in the environment, a scratch folder of the test's."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setattr(redaction, "_known", set())
    monkeypatch.setattr(object_storage, "RETRIES", 1)
    server.rule()
    server.make(name := f"maps-{abs(hash(request.node.name)) % 10**8}")
    return f"s3://{name}/europe/2023"


def series(scenes, output, said=None, report=None, **fields):
    events = [] if said is None else said
    request = CompositeSeriesRequest(scenes_path=scenes, output_folder=str(output), **{"bands": ("B04",), **fields})
    return composite_series.run(request, report or Report(events.append))


def there(address):
    return ObjectFolder.of(address).listing()


def fetched(address, folder):
    """Fetch all, as any other program does, and return the folder."""
    folder.mkdir()
    for name in there(address):
        (folder / name).write_bytes(ObjectFolder.of(address).read(name))
    return folder


def texts(said):
    return [event.text for event in said if hasattr(event, "text")]


def pixels_of(path):
    with rasterio.open(path) as dataset:
        return dataset.read(), dataset.descriptions, dataset.bounds


def test_it_is_the_same_as_on_a_disk(scenes, bucket, tmp_path):
    local = tmp_path / "europe" / "2023"
    rows = tmp_path / "rows.jsonl"
    assert series(scenes, local).count == 3
    result = series(scenes, bucket, table_path=str(rows))
    assert (result.count, result.failed, result.output_folder) == (3, 0, bucket)
    copy = fetched(bucket, tmp_path / "copy")
    names = {path.name for path in local.iterdir()}
    assert {path.name for path in copy.iterdir()} == names
    for name in names:
        ours, theirs = ((folder / name).read_bytes() for folder in (copy, local))
        if name.endswith((".tif", ".qml", ".png", ".vrt")):
            assert ours == theirs, name
        elif name.endswith(".json"):
            assert timeless(json.loads(ours)) == timeless(json.loads(theirs)), name
    assert [json.loads(line)["path"] for line in rows.read_text().splitlines()] == [f"{bucket}/{m}.vrt" for m in MONTHS]


def timeless(value):
    """Return a value without the moments at which it was written, and without where."""
    if isinstance(value, dict):
        left_out = ("created", "updated", "processing:datetime", "sentinel_toolkit:request")
        return {key: timeless(part) for key, part in value.items() if key not in left_out}
    return [timeless(part) for part in value] if isinstance(value, list) else value


def test_references_are_relative_and_lead_to_what_is_there(scenes, bucket, tmp_path):
    series(scenes, bucket)
    copy = fetched(bucket, tmp_path / "copy")
    for month in MONTHS:
        ours, *_ = pixels_of(copy / f"{month}.vrt")
        assert (ours == pixels_of(copy / f"{month}.tif")[0]).all()
    collection = pystac.Collection.from_file(str(copy / "collection.json"))
    items = list(collection.get_items())
    assert sorted(Path(item.assets["data"].get_absolute_href()).name for item in items) == [f"{m}.tif" for m in MONTHS]
    page = (copy / "index.html").read_text("utf-8")
    assert "contact_sheet.png" in page
    assert str(tempfile.gettempdir()) not in page + (copy / "collection.json").read_text()
    assert "2023" in page


def test_a_second_run_makes_nothing_and_puts_nothing_but_the_page(scenes, bucket, server):
    series(scenes, bucket)
    before = there(bucket)
    server.rule()
    said = []
    assert series(scenes, bucket, said).count == 3
    assert "Composites: 3; finished before: 3." in texts(said)
    put = {path.partition("?")[0].rpartition("/")[2] for method, path, _ in server.log() if method in ("PUT", "POST")}
    assert put <= {"index.html"}  # which tells in which minute it was made
    after = there(bucket)
    assert {name: stored for name, stored in after.items() if name != "index.html"} == {
        name: stored for name, stored in before.items() if name != "index.html"
    }


def test_of_rasters_that_are_there_only_the_beginning_is_read(scenes, bucket, server):
    series(scenes, bucket)
    whole = there(bucket)["2023-01.tif"].size
    server.rule()
    series(scenes, bucket)
    ranges = [
        int(headers["range"].rpartition("-")[2])
        for method, path, headers in server.log()
        if method == "GET" and ".tif" in path
    ]
    assert ranges
    assert max(ranges) < whole / 2


def test_what_is_missing_is_made_by_the_next_run(scenes, bucket, tmp_path):
    series(scenes, bucket)
    folder = ObjectFolder.of(bucket)
    folder.delete("2023-02.json")  # as where a run was killed between raster and item
    raster = folder.read("2023-01.tif")
    other = tmp_path / "2023-01.tif"
    other.write_bytes(raster[:-1])
    folder.put(other)  # of another length than its item tells
    said = []
    assert series(scenes, bucket, said).count == 3
    assert "Composites: 3; finished before: 1." in texts(said)
    assert folder.read("2023-01.tif") == raster


def test_the_item_comes_last(scenes, bucket, server):
    series(scenes, bucket)
    put = [path.partition("?")[0].rpartition("/")[2] for method, path, _ in server.log() if method == "PUT"]
    order = [name for name in put if name.startswith("2023-01.")]
    assert order.index("2023-01.tif") < order.index("2023-01.json")


def test_nothing_stays_in_the_scratch_folder(scenes, bucket):
    series(scenes, bucket)
    gc.collect()
    assert os.listdir(tempfile.gettempdir()) == []


def test_another_request_and_files_of_the_users_are_refused(scenes, bucket, tmp_path):
    series(scenes, bucket)
    with pytest.raises(InvalidRequestError, match=r"holds collection.json of another request \(other method\)"):
        series(scenes, bucket, method="mean")
    other = f"{bucket}-other"
    mine = tmp_path / "2023-01.tif"
    mine.write_bytes(b"mine")
    ObjectFolder.of(other).put(mine)
    with pytest.raises(InvalidRequestError, match=r"holds 2023-01.tif of another request"):
        series(scenes, other)
    assert ObjectFolder.of(other).read("2023-01.tif") == b"mine"


def test_a_style_of_the_users_own_stays(scenes, bucket, tmp_path):
    series(scenes, bucket)
    own = tmp_path / "2023-01.qml"
    own.write_text("<qgis>mine</qgis>")
    folder = ObjectFolder.of(bucket)
    folder.put(own)
    series(scenes, bucket)
    assert folder.read("2023-01.qml") == own.read_bytes()


@pytest.mark.parametrize(
    ("rule", "error", "words"),
    [
        (("PUT|POST|DELETE", 0, 403, "AccessDenied"), AuthenticationError, "do not allow that s3://.* is written"),
        (("GET", 0, 403, "AccessDenied"), AuthenticationError, "do not allow that s3://.* is listed"),
        (("GET", 0, 404, "NoSuchBucket"), InvalidRequestError, "There is no bucket maps-"),
        (("GET", 0, 400, "ExpiredToken"), AuthenticationError, "have expired"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_work(scenes, bucket, server, monkeypatch, rule, error, words):
    monkeypatch.setattr(composite_series, "open_tile", None)  # whoever calls it has begun
    server.rule(rule)
    said = []
    with pytest.raises(error, match=words) as caught:
        series(scenes, bucket, said)
    for secret in (KEY, SECRET, TOKEN):
        assert secret not in str(caught.value) + "".join(texts(said))


def test_keys_that_expire_in_mid_run(scenes, bucket, server, monkeypatch):
    """The first composite is there; of the others nothing is half there, and no more is computed for nothing."""
    made = []
    make_product = composite_series.make_element

    def counted(request, stack, element, *rest):
        made.append(element.name)
        try:
            return make_product(request, stack, element, *rest)
        finally:
            if len(made) == 1:
                server.rule((".*", 0, 400, "ExpiredToken"))

    monkeypatch.setattr(composite_series, "make_element", counted)
    said = []
    with pytest.raises(AuthenticationError, match=f"The keys to {bucket}.* have expired") as caught:
        series(scenes, bucket, said)
    assert "run again: what is finished is not made again" in caught.value.hint
    for secret in (KEY, SECRET, TOKEN):
        assert secret not in str(caught.value) + "".join(texts(said))
    server.rule()
    assert sorted(there(bucket)) == ["2023-01.json", "2023-01.qml", "2023-01.tif"]
    again = []
    assert series(scenes, bucket, again).count == 3
    assert "Composites: 3; finished before: 1." in texts(again)


def test_no_pixel_is_read_for_keys_that_have_expired(scenes, bucket, server, monkeypatch):
    folder = series_bucket.SeriesBucket(bucket)
    server.rule((".*", 0, 400, "ExpiredToken"))
    with pytest.raises(AuthenticationError), folder.making("2023-01.tif"):
        pytest.fail("it has begun")


def test_a_run_that_is_cancelled_leaves_whole_composites_alone(scenes, bucket):
    events = []

    def is_cancelled():
        return any("2023-02" in text for text in texts(events))

    with pytest.raises(JobCancelled):
        series(scenes, bucket, report=Report(events.append, is_cancelled))
    assert sorted(there(bucket)) == ["2023-01.json", "2023-01.qml", "2023-01.tif"]
    gc.collect()
    assert os.listdir(tempfile.gettempdir()) == []


def test_shards_make_the_same(scenes, bucket, tmp_path):
    whole = tmp_path / "whole"
    series(scenes, whole)
    made = [series(scenes, bucket, shard=f"{number}/3").count for number in (1, 2, 3)]
    assert sum(made) == 3
    assert "2023-01.vrt" not in there(bucket)
    assert series(scenes, bucket, shard="finish").count == 3
    copy = fetched(bucket, tmp_path / "copy")
    assert {path.name for path in copy.iterdir()} == {path.name for path in whole.iterdir()}
    for path in whole.glob("*.tif"):
        assert (copy / path.name).read_bytes() == path.read_bytes()


@pytest.mark.campaign
def test_workers_of_dask_put_their_composites_there_themselves(scenes, bucket, tmp_path):
    whole = tmp_path / "whole"
    series(scenes, whole)
    with Cluster(2) as cluster:  # its workers have the keys in their own environment
        said = []
        assert series(scenes, bucket, said, scheduler=cluster.address).count == 3
    copy = fetched(bucket, tmp_path / "copy")
    assert {path.name for path in copy.iterdir()} == {path.name for path in whole.iterdir()}
    for path in whole.glob("*.tif"):
        assert (copy / path.name).read_bytes() == path.read_bytes()
    for secret in (KEY, SECRET, TOKEN):
        assert secret not in "".join(texts(said))


def test_a_worker_without_keys_is_named_before_the_work(scenes, bucket, server, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_METADATA_ENDPOINT", "http://127.0.0.1:9")
    with Cluster(1) as cluster:
        for name, value in server.variables.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(ToolkitError, match="cannot take part: .*There are no keys for s3://"):
            series(scenes, bucket, scheduler=cluster.address)
    assert not there(bucket)


def test_nothing_that_is_written_holds_a_key(scenes, bucket, tmp_path):
    series(scenes, bucket)
    for path in fetched(bucket, tmp_path / "copy").iterdir():
        content = path.read_bytes()
        for secret in (KEY, SECRET, TOKEN, "127.0.0.1"):
            assert secret.encode() not in content, path.name
