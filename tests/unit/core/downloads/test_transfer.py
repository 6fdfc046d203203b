"""Transfers through every fault of network and server that was seen or feared: what ends is identical."""

import shutil
import time
from pathlib import Path

import pytest
from downloads import JP2, assert_identical, download, find, item, l2a, noise, write
from servers.cdse import Cdse, Fault
from servers.loopback import drip

from sentinel_toolkit.contract.errors import DownloadError
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.downloads import transfer


def once(fault):
    """Let the first request for a band meet a fault."""
    return lambda path, number: fault if "B04" in path and number == 1 else None


@pytest.mark.parametrize(
    "fault",
    [
        Fault(403),
        Fault(429),
        Fault(429, headers={"Retry-After": "0"}),
        Fault(500),
        Fault(503, headers={"Retry-After": "nonsense"}),
        Fault(503, headers={"Retry-After": "31536000"}),
        Fault(503, headers={"Retry-After": "Fri, 31 Dec 99999 23:59:59 GMT"}),
        Fault("drop", 0.0),
        Fault("drop", 0.5),
        Fault("drop", 0.999),
        Fault("long"),
        Fault("short"),
        Fault("flip", 0.3),
        Fault("truncate", 0.6),
        Fault("page"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.at}",
)
@pytest.mark.parametrize("ranges", [True, False], ids=["ranges", "no-ranges"])
def test_what_passes_is_tried_again_and_ends_identical(online, tmp_path, fault, ranges):
    product = l2a(size=300_000)
    server = Cdse([product], fault=once(fault), ranges=ranges)
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0
    path = next(path for path in product.files if "B04" in path)
    assert_identical(product, tmp_path / "products", [path])
    assert next(row for row in rows if row["asset"] == "B04")["attempts"] in (2, 3)
    assert not list((tmp_path / "products").rglob("*.part*"))


def test_a_silent_server_is_given_up_after_the_timeout_and_tried_again(online, tmp_path):
    product = l2a(size=300_000)
    server = Cdse([product], fault=once(Fault("stall", 0.5, seconds=3)))
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",), timeout_s=1)
    assert result.failed == 0
    sent = server.sent[next(path for path in server.sent if "B04" in path)]
    assert sent[-1][0] > 0, "went on where it stood"


def test_resume_moves_little_more_than_the_file(online, tmp_path):
    product = l2a(size=3_000_000)
    server = Cdse([product], fault=once(Fault("drop", 0.8)))
    online(server.hosts)
    download(tmp_path, find(tmp_path), assets=("B04",))
    sent = next(parts for path, parts in server.sent.items() if "B04" in path)
    assert sum(count for _, count in sent) < 1.04 * 3_000_000
    assert sent[1][0] > 2_300_000


@pytest.mark.parametrize("status", [416, 400, 500])
def test_server_that_refuses_ranges_is_asked_from_zero(online, tmp_path, status):
    product = l2a(size=500_000)
    server = Cdse([product], fault=once(Fault("drop", 0.5)))
    plain = server.send_file

    def without_ranges(handler, path, data, *rest, **more):
        if handler.headers.get("Range"):
            return server.json(handler, {"detail": "no"}, status)
        return plain(handler, path, data, *rest, **more)

    server.send_file = without_ranges
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0
    assert_identical(product, tmp_path / "products", [next(path for path in product.files if "B04" in path)])


def test_file_that_changed_at_the_server_is_not_sewn_to_the_old_one(online, tmp_path):
    old, new = l2a(size=400_000), l2a(size=400_000)
    path = next(path for path in new.files if "B04" in path)
    new.files[path] = JP2 + noise(400_000, 77)
    new = new.with_manifest()
    server = Cdse([old], fault=lambda path, _: Fault("drop", 0.7) if "B04" in path else None)
    online(server.hosts)
    found = find(tmp_path)
    _, rows = download(tmp_path, found, assets=("B04",))
    assert [row["status"] for row in rows if row["asset"] == "B04"] == ["failed"]
    assert list((tmp_path / "products").rglob("*.part"))
    server.fault, server.products = lambda *_: None, {new.id: new}
    shutil.rmtree(tmp_path / "products" / new.name / "GRANULE" / "nothing", ignore_errors=True)
    (tmp_path / "products" / new.name / "manifest.safe").unlink()
    result, _ = download(tmp_path, found, assets=("B04",))
    assert result.failed == 0
    assert_identical(new, tmp_path / "products", [path])


def test_damaged_part_is_noticed_where_it_is_joined(online, tmp_path):
    product = l2a(size=400_000)
    server = Cdse([product], fault=once(Fault("drop", 0.7)))
    online(server.hosts)
    found = find(tmp_path)
    stopped = Report(is_cancelled=lambda: any("B04" in path for path in server.sent))
    with pytest.raises(JobCancelled):
        download(tmp_path, found, assets=("B04",), report=stopped)
    (part,) = (tmp_path / "products").rglob("*.jp2.part")
    data = bytearray(part.read_bytes())
    data[-1000:] = bytes(1000)  # what a power cut leaves
    part.write_bytes(data)
    result, _ = download(tmp_path, found, assets=("B04",))
    assert result.failed == 0
    assert_identical(product, tmp_path / "products", [next(path for path in product.files if "B04" in path)])


def test_product_that_was_removed_says_so(online, tmp_path):
    kept, removed = l2a(0), l2a(1)
    server = Cdse([kept, removed])
    online(server.hosts)
    found = find(tmp_path)
    del server.products[removed.id]
    result, rows = download(tmp_path, found, assets=("product",))
    assert (result.downloaded, result.failed) == (1, 1)
    (failed,) = [row for row in rows if row["status"] == "failed"]
    assert "no longer there" in failed["error"]
    assert "Search again" in failed["error"]
    assert failed["attempts"] == 1


def test_another_version_of_the_same_length_is_not_sewn_on(online, tmp_path):
    """No checksum, a server that ignores If-Range, the same bytes where the parts overlap: the ETag tells."""
    old = JP2 + noise(400_000, 1)
    new = JP2 + noise(100_000, 2) + old[len(JP2) + 100_000 :]
    current, count = [old], []

    def serve(handler):
        handler.headers.replace_header("If-Range", "x") if "If-Range" in handler.headers else None
        del handler.headers["If-Range"]
        count.append(handler.headers.get("Range"))
        server.send_file(handler, handler.path, current[0], stop=300_000 if len(count) == 1 else None)
        current[0] = new

    server = Cdse()
    online({"example.org": server._handler(get=serve)})
    line = item({"B04": {"href": "https://example.org/B04.jp2"}})
    result, rows = download(tmp_path, write(tmp_path / "s.jsonl", line), login=None, assets=("B04",))
    assert result.failed == 0
    assert Path(rows[0]["path"]).read_bytes() == new
    assert count[1]
    assert count[2] is None, "from the beginning"


def test_a_passing_500_keeps_the_part(online, tmp_path):
    def weather(path, number):
        return {1: Fault("drop", 0.9), 2: Fault(500)}.get(number) if "B04" in path else None

    server = Cdse([l2a(size=1_000_000)], fault=weather)
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0
    sent = next(parts for path, parts in server.sent.items() if "B04" in path)
    assert sent[-1][0] > 800_000


def test_a_server_that_drips_is_given_up(online, tmp_path, monkeypatch):
    patience = transfer.Patience(attempts=2, pause_s=0.02, longest_s=0.1, least_bytes=1000, period_s=0.3)
    monkeypatch.setattr(transfer, "PATIENCE", patience)

    online({"example.org": Cdse()._handler(get=lambda handler: drip(handler, 300_000, b"I", 0.01, 500))})
    line = item({"B04": {"href": "https://example.org/B04.tif"}})
    begun = time.monotonic()
    orders = write(tmp_path / "s.jsonl", line)
    with pytest.raises(DownloadError, match="Only .* bytes came"):
        download(tmp_path, orders, login=None, assets=("B04",))
    assert time.monotonic() - begun < 4
