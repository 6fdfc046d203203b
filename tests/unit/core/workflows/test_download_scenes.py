"""Downloads against a stand-in of CDSE, by https and with tokens, through every fault that was seen or feared."""

import hashlib
import io
import json
import resource
import shutil
import threading
import traceback
import zipfile
from pathlib import Path

import make_sample
import pytest
from downloads import FOOTPRINT, JP2, LOGIN, assert_identical, download, find, l2a, noise, rows_of
from servers.cdse import CATALOGUE, DOWNLOAD, IDENTITY, Account, Cdse, Fault, Product

from sentinel_toolkit.contract.catalogue import DownloadScenesRequest, SearchScenesRequest
from sentinel_toolkit.contract.errors import (
    AuthenticationError,
    CorruptFileError,
    DownloadError,
    InvalidRequestError,
    NoOverlapError,
    ToolkitError,
)
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.downloads import zips
from sentinel_toolkit.core.workflows import download_scenes, search_scenes


def notes(report_events):
    return [getattr(event, "text", "") for event in report_events]


def test_only_the_wanted_files_of_a_product_come(online, tmp_path):
    product = l2a(bands=("B02", "B03", "B04", "B08", "B11", "SCL"))
    server = Cdse([product])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B04", "SCL"))
    assert (result.downloaded, result.skipped, result.failed, result.scenes) == (4, 0, 0, 1)
    assert {row["asset"] for row in rows} == {"B04", "SCL", "product_metadata", "granule_metadata"}
    wanted = [path for path in product.files if path.endswith((".xml", "_B04_10m.jp2", "_SCL_20m.jp2"))]
    assert_identical(product, tmp_path / "products", wanted)
    assert not list((tmp_path / "products").rglob("*B11*"))
    assert [row["checksum"] for row in rows] == ["sha3_256"] * 4
    moved = sum(sent for parts in server.sent.values() for _, sent in parts)
    wanted_bytes = sum(len(product.files[path]) for path in wanted)
    assert moved <= 1.02 * wanted_bytes + len(product.files["manifest.safe"])


def test_default_assets_are_what_the_jobs_need(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path))
    assert {row["asset"] for row in rows} >= {"B02", "B03", "B04", "B08", "SCL", "product_metadata"}


def test_whole_product_is_a_zip(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("product",))
    path = tmp_path / "products" / f"{product.name}.zip"
    assert path.read_bytes() == product.zip()
    assert (result.downloaded, rows[0]["checksum"], rows[0]["bytes"]) == (1, "md5", path.stat().st_size)


def test_a_second_run_fetches_nothing(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)])
    internet = online(server.hosts)
    found = find(tmp_path)
    download(tmp_path, found, assets=("B04",))
    before = len(internet.seen)
    result, rows = download(tmp_path, found, assets=("B04",), login=None)  # not even a login
    assert (result.downloaded, result.skipped, result.scenes) == (0, 6, 2)
    assert {row["status"] for row in rows} == {"skipped"}
    assert len(internet.seen) == before


def test_token_goes_to_cdse_by_https_alone(online, tmp_path):
    """The store of the products redirects to a stranger, who gets the request and no token."""
    product = l2a()
    data = product.files[next(path for path in product.files if "B04" in path)]

    class Stranger(Cdse):
        def _stranger(self, handler):
            assert "Authorization" not in handler.headers
            self.send_file(handler, handler.path, data)

    target = "https://mirror.example.org/B04.jp2"
    server = Stranger([product], fault=lambda path, _: Fault("redirect", target=target) if "B04" in path else None)
    internet = online({**server.hosts, "mirror.example.org": server._handler(get=server._stranger)})
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0
    with_token = {host for host, _, has_token in internet.seen if has_token}
    assert with_token == {DOWNLOAD}
    assert ("mirror.example.org", "/B04.jp2", False) in internet.seen


def test_redirect_within_cdse_keeps_the_token(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    old = "zipper.dataspace.copernicus.eu"

    def redirect(handler):
        Fault("redirect", target=f"https://{DOWNLOAD}{handler.path}")(server, handler, "", b"")

    internet = online({**server.hosts, old: server._handler(get=redirect)})
    found = find(tmp_path)
    found.write_text(found.read_text().replace(DOWNLOAD, old))
    result, _ = download(tmp_path, found, assets=("B04",))
    assert result.failed == 0
    assert {host for host, _, has_token in internet.seen if has_token} == {DOWNLOAD, old}


@pytest.mark.parametrize(
    "target", ["http://mirror.example.org/x", "file:///etc/passwd", "https://127.0.0.1/x", "ftp://example.org/x"]
)
def test_redirects_that_we_do_not_trust_are_not_followed(online, tmp_path, target):
    server = Cdse([l2a()], fault=lambda path, _: Fault("redirect", target=target) if "B04" in path else None)
    internet = online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert next(row for row in rows if row["asset"] == "B04")["error"].startswith("It leads to")
    assert not internet.unknown


def test_redirects_in_circles_end(online, tmp_path):
    target = f"https://{DOWNLOAD}/odata/v1/Products(x)/$value"
    server = Cdse([l2a()], fault=lambda path, _: Fault("redirect", target=target))
    server._file = lambda path: b"x"
    online(server.hosts)
    with pytest.raises(DownloadError, match="from one address to the next"):
        download(tmp_path, find(tmp_path), assets=("product",))


# Login


def test_missing_login_is_named_before_anything_is_fetched(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(AuthenticationError, match="Choose an authentication configuration"):
        download(tmp_path, find(tmp_path), login=None)
    assert server.grants == []


@pytest.mark.parametrize("assets", [("product",), ("B04",)])
def test_wrong_password_ends_the_job_at_once(online, tmp_path, assets):
    server = Cdse([l2a(number) for number in range(8)])
    online(server.hosts)
    wrong = "55ap-t3rc3s"[::-1]  # a traceback quotes this file
    with pytest.raises(AuthenticationError, match="Invalid user credentials") as caught:
        download(tmp_path, find(tmp_path), login={**LOGIN, "password": wrong}, assets=assets)
    assert server.grants == ["password"], "asked once, not once for each file"
    assert wrong not in "".join(traceback.format_exception(caught.value))


def test_missing_one_time_code_is_explained(online, tmp_path):
    server = Cdse([l2a()], Account(totp="123456"))
    online(server.hosts)
    with pytest.raises(AuthenticationError, match="whether the account needs a one-time code"):
        download(tmp_path, find(tmp_path))
    result, _ = download(tmp_path, find(tmp_path), login={**LOGIN, "totp": "123456"})
    assert result.failed == 0


def test_token_is_renewed_by_refresh_and_all_threads_share_it(online, tmp_path):
    server = Cdse([l2a(number, 20_000) for number in range(6)], Account(life_s=1))
    server.bytes_per_s = 200_000
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path))
    assert result.failed == 0
    assert server.grants.count("password") == 1
    assert 1 <= server.grants.count("refresh_token") <= 20


def test_token_that_is_refused_is_renewed_once(online, tmp_path):
    server = Cdse([l2a(number) for number in range(4)])

    def end_tokens(path, number):
        if "B04" in path and number == 1:
            server.expire_all()

    server.fault = end_tokens
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path))
    assert result.failed == 0
    assert server.grants.count("password") == 1


def test_401_for_ever_is_no_endless_loop(online, tmp_path):
    server = Cdse([l2a()], fault=lambda path, _: Fault(401) if "B04" in path else None)
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    failed = [row for row in rows if row["status"] == "failed"]
    assert [row["asset"] for row in failed] == ["B04"]
    assert "HTTP 401" in failed[0]["error"]
    assert server._numbers[next(path for path in server._numbers if "B04" in path)] == 2


def test_session_that_ended_with_a_used_code_says_so_and_keeps_the_rest(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)], Account(totp="123456"))
    online(server.hosts)
    found = find(tmp_path)

    def end_sessions(path, number):
        if "B04" in path and "20220602" in path:
            server.end_sessions()

    server.fault = end_sessions
    result, rows = download(tmp_path, found, login={**LOGIN, "totp": "123456"}, assets=("B03", "B04"), connections=1)
    assert result.downloaded >= 4
    assert any("a one-time code works only once" in (row["error"] or "") for row in rows)
    server.fault = lambda path, number: None
    server._used_codes.clear()
    result, _ = download(tmp_path, tmp_path / "files.jsonl", login={**LOGIN, "totp": "123456"})
    assert result.failed == 0


def test_identity_that_is_down_is_another_message(online, tmp_path):
    server = Cdse([l2a()])
    hosts = server.hosts

    def down(handler):
        handler.rfile.read(int(handler.headers["Content-Length"]))
        server.json(handler, {"error": "x"}, 503)

    hosts[IDENTITY] = server._handler(post=down)
    online(hosts)
    with pytest.raises(ToolkitError, match="CDSE's login service does not answer"):
        download(tmp_path, find(tmp_path))


def test_header_login_is_no_login_at_cdse(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(AuthenticationError, match="user name and password"):
        download(tmp_path, find(tmp_path), login={"headers": {"X-Api-Key": "1"}})


# Faults of the network and of servers


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


def test_for_ever_damaged_is_listed_with_both_checksums(online, tmp_path):
    product = l2a()
    server = Cdse([product], fault=lambda path, _: Fault("flip") if "B04" in path else None)
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B03", "B04"))
    (failed,) = [row for row in rows if row["status"] == "failed"]
    assert failed["asset"] == "B04"
    path = next(path for path in product.files if "B04" in path)
    assert hashlib.sha3_256(product.files[path]).hexdigest()[:12] in failed["error"]
    assert failed["attempts"] == 3
    assert not (tmp_path / "products" / product.name / path).exists()
    assert result.scenes == 0, "a scene that lacks a band is not handed on"
    assert rows[0] == failed, "what failed comes first, with the scene"
    assert json.loads(failed["scene"])["type"] == "Feature"


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


def test_offline_product_is_listed_and_not_asked_for(online, tmp_path):
    server = Cdse([l2a(0), l2a(1, online=False)])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path, online_only=False), assets=("B04",))
    assert result.scenes == 1
    assert {row["error"] for row in rows if row["status"] == "failed"} == {
        "The product is offline: it must be ordered at CDSE before it can be downloaded."
    }
    result, _ = download(tmp_path, find(tmp_path, report=Report()), assets=("B04",))
    assert result.failed == 0, "by default Search scenes leaves it out"


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


# Retry, cancel, disk


def test_the_table_of_an_earlier_run_retries_only_what_failed(online, tmp_path):
    first, second = l2a(0), l2a(1)
    server = Cdse([first, second], fault=lambda path, _: Fault("flip") if second.id in path and "B03" in path else None)
    internet = online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B03", "B04"))
    assert result.failed == 1
    server.fault = lambda *_: None
    internet.seen.clear()
    only_failed = tmp_path / "only_failed.jsonl"
    only_failed.write_text("".join(json.dumps(row) + "\n" for row in rows if row["status"] == "failed"))
    for table, scenes in ((tmp_path / "files.jsonl", (first, second)), (only_failed, (second,))):
        text = table.read_text()
        result, again = download(tmp_path, table, table_path=str(tmp_path / "second.jsonl"))
        assert result.failed == 0
        assert result.scenes == len(scenes), "the complete scenes of the whole table"
        assert {row["scene_id"] for row in again} == {scene.name.removesuffix(".SAFE") for scene in scenes}
        assert table.read_text() == text
    fetched = [path for host, path, _ in internet.seen if host == DOWNLOAD and "manifest" not in path]
    assert len(fetched) == 1
    assert "B03" in fetched[0]


def test_a_table_without_failures_gives_the_scenes_again(online, tmp_path):
    server = Cdse([l2a()])
    internet = online(server.hosts)
    download(tmp_path, find(tmp_path), assets=("B04",))
    internet.seen.clear()
    result, _ = download(tmp_path, tmp_path / "files.jsonl", table_path=str(tmp_path / "second.jsonl"), login=None)
    assert (result.downloaded, result.skipped, result.failed, result.scenes) == (0, 3, 0, 1)
    assert internet.seen == []


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
    with pytest.raises(ToolkitError, match="Choose another OUTPUT_FOLDER"):
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


# Hostile products


def bomb(**members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "words"),
    [("../evil", "outside its folder"), ("/etc/evil", "outside its folder"), ("C:\\evil", "outside its folder")],
)
def test_zip_that_leads_out_of_its_folder_is_refused(tmp_path, name, words):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    with pytest.raises(CorruptFileError, match=words):
        zips.check(path)


def test_bombs_links_twins_and_damage_are_refused(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(bomb(a=bytes(50_000_000)))
    with pytest.raises(CorruptFileError, match="no product does"):
        zips.check(path)
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(CorruptFileError, match="symbolic links"):
        zips.check(path)
    good = bomb(a=noise(1000, 1), b=noise(1000, 2))
    path.write_bytes(good[:-100])
    with pytest.raises(CorruptFileError, match="damaged"):
        zips.check(path)
    flipped = bytearray(good)
    flipped[200] ^= 1
    path.write_bytes(flipped)
    with pytest.raises(CorruptFileError, match="damaged"):
        zips.check(path)
    path.write_bytes(good)
    zips.check(path)


def test_hostile_zip_from_the_server_keeps_no_name(online, tmp_path):
    product = l2a(with_zip_checksum=False)
    hostile = bomb(**{".._.._evil": b"x"}).replace(b".._.._evil", b"../../evil")
    server = Cdse([product], fault=lambda path, _: None)
    server._file = lambda path: hostile
    online(server.hosts)
    with pytest.raises(DownloadError, match="outside its folder"):
        download(tmp_path, find(tmp_path), assets=("product",))
    assert not list(tmp_path.rglob("*evil*"))
    assert not list((tmp_path / "products").rglob("*.zip"))


def test_zip_without_checksum_is_tested_member_by_member(online, tmp_path):
    product = l2a(with_zip_checksum=False, size=200_000)
    server = Cdse([product], fault=lambda path, number: Fault("truncate", 0.7) if number == 1 else None)
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product",))
    assert (rows[0]["status"], rows[0]["checksum"], rows[0]["attempts"]) == ("downloaded", "zip", 2)


def test_intact_zip_that_differs_from_the_catalogue_twice_is_kept_with_a_remark(online, tmp_path):
    product = l2a(changes={"Checksum": [{"Value": "0" * 32, "Algorithm": "MD5"}]})
    server = Cdse([product])
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product",))
    assert (rows[0]["status"], rows[0]["attempts"]) == ("downloaded", 2)
    assert "0" * 12 in rows[0]["error"]


@pytest.mark.parametrize("name", ["../../evil.jp2", "/etc/evil.jp2", "..\\evil.jp2", "GRANULE/../../x_B04_10m.jp2"])
def test_manifest_that_names_a_place_outside_is_not_followed(online, tmp_path, name):
    product = l2a()
    product.files["manifest.safe"] = product.files["manifest.safe"].replace(
        next(path for path in product.files if "B04" in path).encode(), name.encode()
    )
    server = Cdse([product])
    online(server.hosts)
    with pytest.raises(InvalidRequestError, match="ASSETS names 'B04', which the scene has not"):
        download(tmp_path, find(tmp_path), assets=("B04",))
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(
    "fault", [Fault("truncate", 0.7), Fault("drop", 0.3), Fault("page")], ids=lambda fault: fault.kind
)
def test_manifest_has_no_checksum_and_is_verified_all_the_same(online, tmp_path, fault):
    server = Cdse([l2a()], fault=lambda path, number: fault if "manifest" in path and number == 1 else None)
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0


def test_manifest_that_lies_does_not_stay(online, tmp_path):
    """A flipped digit of a checksum is still XML; the next run asks for the manifest again."""
    product = l2a()
    true = product.files["manifest.safe"]
    band = next(path for path in product.files if "B04" in path)
    digest = hashlib.sha3_256(product.files[band]).hexdigest().upper().encode()
    product.files["manifest.safe"] = true.replace(digest, digest[::-1])
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path)
    result, _ = download(tmp_path, found, assets=("B03", "B04"))
    assert result.failed == 1
    product.files["manifest.safe"] = true
    result, _ = download(tmp_path, tmp_path / "files.jsonl")
    assert (result.failed, result.downloaded) == (0, 1)


def test_manifest_that_is_none_is_named(online, tmp_path):
    product = l2a()
    product.files["manifest.safe"] = b"<a>" * 10
    server = Cdse([product])
    online(server.hosts)
    with pytest.raises(DownloadError, match=r"manifest\.safe cannot be read"):
        download(tmp_path, find(tmp_path), assets=("B04",))


def test_hostile_ids_stay_in_the_folder(online, tmp_path):
    server = Cdse([])
    online(
        {
            **server.hosts,
            "example.org": server._handler(get=lambda h: server.send_file(h, h.path, b"II*\0" + noise(50, 1))),
        }
    )
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": "../../../evil\u202e",
        "geometry": FOOTPRINT.__geo_interface__,
        "properties": {"datetime": "2022-06-15T09:50:31Z", "platform": "sentinel-2a"},
        "links": [],
        "assets": {"B04": {"href": "https://example.org/../../B04.tif"}},
    }
    path = tmp_path / "scenes.jsonl"
    path.write_text(json.dumps({"scene": json.dumps(item)}) + "\n")
    result, rows = download(tmp_path, path, login=None, assets=("B04",))
    assert result.downloaded == 1
    assert Path(rows[0]["path"]).resolve().is_relative_to((tmp_path / "products").resolve())
    assert not list(tmp_path.parent.glob("evil*"))


# Input


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"name": "x"}, "no scene"),
        ({"scene": None}, "no scene"),
        ({"scene": "{}"}, "no scene"),
        ({"scene_id": "a", "asset": "B04", "status": "failed", "scene": None}, "has no row with the scene"),
    ],
)
def test_unrelated_rows_are_refused(tmp_path, row, words):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(InvalidRequestError, match=words):
        download(tmp_path, path)


def test_pairs_count_for_both_scenes(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)])
    online(server.hosts)
    texts = [row["scene"] for row in rows_of(find(tmp_path))]
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"fine_scene": texts[0], "coarse_scene": texts[1]}) + "\n")
    result, _ = download(tmp_path, path, assets=("B04",))
    assert result.scenes == 2


def test_unknown_asset_says_what_there_is(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(InvalidRequestError, match="ASSETS names 'slc', which the scene has not. There is B02, B03"):
        download(tmp_path, find(tmp_path), assets=("B04", "slc"))
    assert not list((tmp_path / "products").rglob("*.jp2"))


def test_area_elsewhere_is_an_error(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(NoOverlapError, match="None of the 1 scenes touches"):
        download(tmp_path, find(tmp_path), aoi_wkt="POLYGON((0 0,1 0,1 1,0 0))", aoi_crs="EPSG:4326")


def test_sentinel_3_comes_by_nodes_without_its_meteorology(online, tmp_path):
    name = "S3A_SL_2_LST____20220615T092132_20220615T092432_20220616T180923_0179_086_264_2160_PS1_O_NT_004.SEN3"
    stems = ("LST_in", "LST_ancillary_ds", "flags_in", "geodetic_in", "geometry_tn", "met_tx", "time_in")
    files = {f"{stem}.nc": b"\x89HDF" + noise(5000, index) for index, stem in enumerate(stems)}
    product = Product(name, files, FOOTPRINT, product_type="SL_2_LST___", cloud=None).with_manifest()
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path, product="sentinel-3-lst")
    assert rows_of(found)[0]["timeliness"] == "NT"
    result, rows = download(tmp_path, found)
    assert (result.failed, result.scenes) == (0, 1)
    assert {row["asset"] for row in rows} == {
        "LST",
        "LST_ancillary_ds",
        "flags_in",
        "geodetic_in",
        "geometry_tn",
        "manifest",
    }
    assert not (tmp_path / "products" / name / "met_tx.nc").exists()
    assert_identical(product, tmp_path / "products", ["LST_in.nc", "xfdumanifest.xml"])


def test_nothing_of_a_secret_is_in_any_file(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)])
    online(server.hosts)
    said = []
    download(tmp_path, find(tmp_path, cache_folder=str(tmp_path / "cache")), report=Report(said.append))
    secrets = ["correct horse", "analyst@example.org", *server._tokens, *server._refresh_tokens]
    texts = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] + [repr(said).encode()]
    assert len(texts) > 10
    for secret in secrets:
        assert not any(secret.encode() in text for text in texts)


def test_only_three_hosts_are_ever_asked(online, tmp_path):
    server = Cdse([l2a()])
    internet = online(server.hosts)
    download(tmp_path, find(tmp_path))
    assert {host for host, *_ in internet.seen} == {IDENTITY, CATALOGUE, DOWNLOAD}
    assert internet.unknown == []


def test_scenes_of_a_folder_are_told_to_stay_where_they_are(tmp_path):
    """What the tutorials do with a sample: nothing is copied, nothing fails, and all scenes are complete."""
    found = tmp_path / "passes.jsonl"
    sample = make_sample.make()
    for product in ("sentinel-3-lst", "sentinel-2-l2a"):
        fields = {"source": "folder", "folder": str(sample), "product": product, "table_path": str(found)}
        count = search_scenes.run(SearchScenesRequest(**fields), Report()).count
        said = []
        paths = {"table_path": str(tmp_path / "files.jsonl"), "scenes_table_path": str(tmp_path / "complete.jsonl")}
        request = DownloadScenesRequest(scenes_path=str(found), output_folder=str(tmp_path / "products"), **paths)
        result = download_scenes.run(request, Report(said.append))
        assert (result.downloaded, result.failed) == (0, 0), "geometry_tn, which the sample's pass lacks, is not needed"
        assert len((tmp_path / "complete.jsonl").read_text().splitlines()) == count
        texts = [str(event) for event in said]
        assert f"0 files to fetch: 0.0 kB; {result.skipped} are here already." in texts
        assert any("of local scenes stay where they are" in text for text in texts)
