"""Many files at once: cancelled, without space, in a folder that cannot be written."""

import resource
import shutil
import threading
from pathlib import Path

import pytest
from downloads import assert_identical, download, find, l2a
from servers.cdse import Cdse

from sentinel_toolkit.contract.errors import DownloadError, ToolkitError
from sentinel_toolkit.contract.report import JobCancelled, Report


def test_all_failed_is_an_error_with_the_reason(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path)
    server.products = {}
    with pytest.raises(DownloadError, match="None of the 1 files could be downloaded.*no longer there"):
        download(tmp_path, found, assets=("product",))


def test_never_more_than_four_at_a_time(online, tmp_path):
    server = Cdse([l2a(number, 50_000) for number in range(5)])
    server.bytes_per_s = 2_000_000
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path))
    assert result.failed == 0
    assert 2 <= server.most_downloads <= 4


def test_cancel_keeps_what_is_complete_and_goes_on_later(online, tmp_path):
    products = [l2a(number, 200_000) for number in range(4)]
    server = Cdse(products)
    server.bytes_per_s = 1_000_000
    online(server.hosts)
    found = find(tmp_path)
    stopping = threading.Event()
    report = Report(is_cancelled=lambda: len(server.sent) > 10 or stopping.is_set())
    with pytest.raises(JobCancelled):
        download(tmp_path, found, report=report)
    complete = set((tmp_path / "products").rglob("*.jp2"))
    assert complete
    server.bytes_per_s = None
    result, rows = download(tmp_path, found)
    assert result.failed == 0
    skipped = {Path(row["path"]) for row in rows if row["status"] == "skipped"}
    assert complete <= skipped
    for product in products:
        assert_identical(product, tmp_path / "products", [path for path in product.files if path.endswith(".jp2")])


def test_no_space_is_said_before_the_first_byte(online, tmp_path, monkeypatch):
    server = Cdse([l2a()])
    online(server.hosts)
    usage = shutil.disk_usage(tmp_path)._replace(free=10_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(ToolkitError, match=r"The files need 0\.1 MB; 10\.0 kB are free"):
        download(tmp_path, find(tmp_path), assets=("B04",))
    assert [path for path in server.sent if "B04" in path] == []


def test_disk_that_fills_up_meanwhile_keeps_what_is_here(online, tmp_path):
    """A limit on the size of files stands for the full disk."""
    product = l2a(size=400_000)
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            download(tmp_path, found, assets=("B04",))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list((tmp_path / "products").rglob("*.jp2"))
    result, _ = download(tmp_path, found, assets=("B04",))
    assert result.failed == 0
    path = next(path for path in product.files if "B04" in path)
    assert_identical(product, tmp_path / "products", [path])
    sent = next(parts for path, parts in server.sent.items() if "B04" in path)
    assert sent[-1][0] > 200_000, "went on where the disk was full"


def test_folder_that_cannot_be_written_is_named(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ToolkitError, match="OUTPUT_FOLDER cannot be written: .*Choose another folder"):
        download(tmp_path, find(tmp_path), output_folder=str(tmp_path / "file" / "in"))


def test_two_jobs_in_one_folder_are_one_too_many(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    found = find(tmp_path)
    (tmp_path / "products").mkdir()
    with open(tmp_path / "products" / ".sentinel-toolkit.lock", "a+b") as lock:
        from sentinel_toolkit.contract.locks import try_lock

        assert try_lock(lock)
        with pytest.raises(ToolkitError, match="Another download is writing"):
            download(tmp_path, found)


def test_folder_where_a_file_should_go_costs_one_scene(online, tmp_path):
    good, bad = l2a(0), l2a(1)
    server = Cdse([good, bad])
    online(server.hosts)
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / bad.name).write_text("a file in the place of a folder")
    result, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.scenes == 1
    assert {row["scene_id"] for row in rows if row["status"] == "failed"} == {bad.name.removesuffix(".SAFE")}


def test_a_manifest_that_names_what_is_not_there_is_asked_for_again(online, tmp_path):
    """A bit of it fell over on the way: nothing proves a manifest but the files that it names."""
    server = Cdse([l2a()])
    online(server.hosts)
    found = find(tmp_path)
    _, rows = download(tmp_path, found, assets=("B04",))
    band = Path(next(row["path"] for row in rows if row["asset"] == "B04"))
    band.unlink()
    (manifest,) = (tmp_path / "products").rglob("manifest.safe")
    manifest.write_text(manifest.read_text().replace("B04_10m.jp2", "B04_10m.jP2"))
    result, rows = download(tmp_path, found, assets=("B04",))
    assert result.failed == 1
    assert "no longer there" in next(row["error"] for row in rows if row["asset"] == "B04")
    result, _ = download(tmp_path, found, assets=("B04",))
    assert result.failed == 0
    assert band.is_file()
