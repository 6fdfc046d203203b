"""What strangers may try and what merely goes wrong far away: it costs one file or one scene, never a secret, a file of
somebody else's, or the job."""

import datetime
import hashlib
import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest
import shapely
from downloads import FOOTPRINT, JP2, LOGIN, assert_identical, download, find, l2a, noise, rows_of
from servers.cdse import STAC, Account, Cdse, Fault
from servers.replay import replay
from servers.stac import FaultyStac

from sentinel_toolkit.contract.errors import (
    AuthenticationError,
    CatalogueError,
    CorruptFileError,
    DownloadError,
    InvalidRequestError,
    NoScenesError,
)
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import answers
from sentinel_toolkit.core.downloads import zips
from sentinel_toolkit.core.geo.area import area_from_wkt
from sentinel_toolkit.core.scenes import names, selection
from sentinel_toolkit.core.scenes.manifests import local_path
from sentinel_toolkit.core.scenes.names import is_plain
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item
from sentinel_toolkit.core.services import hrefs, http

SWAPPED = "https://evil.example.com\\.dataspace.copernicus.eu/B04.jp2"


def item(assets, identifier="scene", **properties):
    """Return the line of a scene with those assets."""
    made = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "id": identifier,
        "collection": "c",
        "geometry": shapely.geometry.mapping(FOOTPRINT),
        "properties": {"datetime": "2022-06-15T09:50:31Z", "platform": "sentinel-2a", **properties},
        "links": [],
        "assets": assets,
    }
    return json.dumps({"scene": json.dumps(made)}) + "\n"


def write(path, *lines):
    path.write_text("".join(lines))
    return path


# Secrets


@pytest.mark.parametrize(
    "href",
    [SWAPPED, "https://a.org/ b", "https://a.org/\tb", "https://ünicode.org/x", "https://a@b.org/x", "https:///x"],
)
def test_urls_that_readers_disagree_on_are_refused(href):
    assert hrefs.accept(href, "") is None
    assert not hrefs.is_followed(href, "https://dataspace.copernicus.eu/")


def test_redirect_with_a_backslash_gets_no_token(online, tmp_path):
    product = l2a()
    server = Cdse([product], fault=lambda path, _: Fault("redirect", target=SWAPPED) if "B04" in path else None)
    internet = online({**server.hosts, "evil.example.com": server._handler(get=lambda h: server.json(h, {}))})
    _, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert next(row for row in rows if row["asset"] == "B04")["status"] == "failed"
    assert "evil.example.com" not in {host for host, *_ in internet.seen}


def test_built_in_catalogues_never_see_a_login(online, tmp_path):
    server = Cdse([l2a()])
    internet = online(server.hosts)
    report = Report(secrets={"login": LOGIN})
    find(tmp_path, "cdse", report=report)
    assert {has_login for host, _, has_login in internet.seen if host == STAC} == {False}


class Keyed(FaultyStac):
    """A catalogue that remembers the headers it got."""

    def __init__(self, items, **more):
        super().__init__(items, **more)
        self.headers = []

    def answer(self, handler, body):
        self.headers.append(dict(handler.headers))
        return super().answer(handler, body)


def search_stac(tmp_path, url, login, **more):
    report = Report(secrets={"login": login} if login else {})
    return find(tmp_path, "stac", report=report, endpoint=url, collection="c", **more)


def features(count=1):
    return [
        {**json.loads(json.loads(item({}, f"scene{number}"))["scene"]), "bbox": list(FOOTPRINT.bounds)}
        for number in range(count)
    ]


def test_headers_go_to_the_catalogue_and_not_where_it_redirects(tmp_path):
    with Keyed(features()) as other, Keyed(features()) as own:
        search_stac(tmp_path, own.url, {"headers": {"X-Api-Key": "k3y"}})
        assert own.headers[-1]["X-Api-Key"] == "k3y"
        session = http.patient_session()
        http.log_in(session, http.Login(headers={"X-Api-Key": "k3y"}), own.url)
        own.answer = lambda handler, body: own.send(handler, b"", 307, Location=f"{other.url}/search")
        session.get(own.url, timeout=5)
        session.close()
        assert other.headers
        assert "X-Api-Key" not in other.headers[-1]


def test_pasted_header_is_trimmed_and_a_broken_one_is_not_quoted(tmp_path):
    with Keyed(features()) as own:
        search_stac(tmp_path, own.url, {"headers": {"X-Api-Key ": " k3y\n"}})
        assert own.headers[-1]["X-Api-Key"] == "k3y"
    with pytest.raises(AuthenticationError) as caught:
        search_stac(tmp_path, own.url, {"headers": {"X-Api-Key": "k3y\nmore"}})
    assert "k3y" not in str(caught.value)


def test_password_of_any_letters_is_sent_as_utf8(tmp_path):
    with Keyed(features()) as own:
        search_stac(tmp_path, own.url, {"username": "ü", "password": "5 €"})
        import base64

        assert base64.b64decode(own.headers[-1]["Authorization"].split()[1]).decode() == "ü:5 €"


def test_answers_to_a_login_are_not_kept_for_all(tmp_path):
    with Keyed(features()) as own:
        cache = str(tmp_path / "cache")
        search_stac(tmp_path, own.url, {"username": "me", "password": "p"}, cache_folder=cache)
        assert not (tmp_path / "cache").exists()
        search_stac(tmp_path, own.url, None, cache_folder=cache)
        assert len(list((tmp_path / "cache").iterdir())) == 1


# Places


@pytest.mark.parametrize(
    "name",
    ["CON", "nul.txt", "COM1.SAFE", "a.jp2.part", "a.part-facts", ".hidden", "dot.", "..", "", "x" * 300, "a/b", "ä"],
)
def test_names_that_become_no_files(name):
    assert not is_plain(name)
    assert is_plain(names.safe_name(name))
    assert local_path(f"https://h/Products(1)/Nodes({name})/Nodes(b.jp2)/$value") is None


def test_item_cannot_name_a_file_of_another_product(online, tmp_path):
    """Nodes of anybody's address do not decide where a file goes, but for the scene's own product."""
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, JP2 + b"evil"))})
    victim = tmp_path / "products" / "Documents" / "thesis.jp2"
    victim.parent.mkdir(parents=True)
    victim.write_bytes(b"mine")
    asset = {"href": "https://example.org/Products(1)/Nodes(Documents)/Nodes(thesis.jp2)/$value", "file:size": 16}
    _, rows = download(tmp_path, write(tmp_path / "s.jsonl", item({"B04": asset})), login=None, assets=("B04",))
    assert victim.read_bytes() == b"mine"
    assert Path(rows[0]["path"]).parent.name == "scene"


def test_one_place_for_two_files_is_one_too_many(online, tmp_path):
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, b"II*\0" + h.path.encode()))})
    lines = [item({"B04": {"href": f"https://example.org/{name}.tif"}}, name) for name in ("Scene", "scene")]
    result, rows = download(tmp_path, write(tmp_path / "s.jsonl", *lines), login=None, assets=("B04",))
    assert (result.downloaded, result.failed) == (1, 1)
    assert "Its place is taken by B04 of Scene" in next(row["error"] for row in rows if row["status"] == "failed")


def test_one_product_of_two_catalogues_is_fetched_once(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    text = find(tmp_path, "cdse").read_text() + find(tmp_path, "cdse_odata").read_text()
    result, _ = download(tmp_path, write(tmp_path / "both.jsonl", text), assets=("B04",))
    assert (result.failed, result.scenes, result.downloaded) == (0, 1, 3)
    assert_identical(product, tmp_path / "products", [path for path in product.files if "B04" in path])


# Versions and verification


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


def test_zip_of_another_length_than_stated_is_not_fetched_again(online, tmp_path):
    product = l2a(changes={"ContentLength": 12345})
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path)
    download(tmp_path, found, assets=("product",))
    server.sent.clear()
    result, _ = download(tmp_path, found, assets=("product",))
    assert (result.skipped, server.sent) == (1, {})


def test_zip_made_anew_each_time_is_accepted_the_second_time(online, tmp_path):
    product = l2a(changes={"Checksum": [{"Value": "0" * 32, "Algorithm": "MD5"}]})
    server = Cdse([product])
    made = []

    def fresh(path):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in product.files.items():
                archive.writestr(zipfile.ZipInfo(f"{product.name}/{name}", (2022, 1, 1, 0, 0, 2 * len(made))), data)
        made.append(path)
        return target.getvalue()

    server._file = fresh
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product",))
    assert (rows[0]["status"], rows[0]["checksum"], len(made)) == ("downloaded", "zip", 2)


@pytest.mark.parametrize("kind", ["hostile", "empty", "another"])
def test_zip_is_looked_at_even_where_its_checksum_is_right(online, tmp_path, kind):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        if kind != "empty":
            archive.writestr(zipfile.ZipInfo("../../evil" if kind == "hostile" else "Other.SAFE/x"), b"x")
    data = target.getvalue()
    digest = hashlib.md5(data).hexdigest() if kind != "another" else "0" * 32
    product = l2a(changes={"Checksum": [{"Value": digest, "Algorithm": "MD5"}], "ContentLength": len(data)})
    server = Cdse([product])
    server._file = lambda path: data
    online(server.hosts)
    with pytest.raises(DownloadError):
        download(tmp_path, find(tmp_path), assets=("product",))
    assert not list((tmp_path / "products").glob("*.zip"))


@pytest.mark.parametrize("suffix", [".tiff", ".tif", ".nc", ""])
def test_page_is_no_file_of_any_kind(online, tmp_path, suffix):
    page = b"\n<!DOCTYPE html><html>Sign in</html>"
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, page))})
    line = item({"B04": {"href": f"https://example.org/B04{suffix}"}})
    with pytest.raises(DownloadError, match="something else"):
        download(tmp_path, write(tmp_path / "s.jsonl", line), login=None, assets=("B04",))


def test_zips_of_random_damage_are_one_error(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            archive.writestr(f"{method}", b"text " * 200, method)
    good = target.getvalue()
    path = tmp_path / "a.zip"
    for position in range(0, len(good), 3):
        broken = bytearray(good)
        broken[position] ^= 0x55
        path.write_bytes(broken)
        try:
            zips.check(path)
        except CorruptFileError:
            continue  # any other error fails the test


# One bad thing among good ones


def test_odd_headers_and_manifests_cost_one_scene(online, tmp_path):
    good, bad, worse = l2a(0), l2a(1), l2a(2)
    bad.files["manifest.safe"] = bad.files["manifest.safe"].replace(b'size="', 'size="²'.encode())
    worse.files["manifest.safe"] = worse.files["manifest.safe"].replace(b"UTF-8", b"UTF-9")
    server = Cdse([good, bad, worse])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.scenes == 2, "a size that is none is unknown"
    failed = {row["scene_id"] for row in rows if row["status"] == "failed"}
    assert failed == {worse.name.removesuffix(".SAFE")}


def test_folder_where_a_file_should_go_costs_one_scene(online, tmp_path):
    good, bad = l2a(0), l2a(1)
    server = Cdse([good, bad])
    online(server.hosts)
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / bad.name).write_text("a file in the place of a folder")
    result, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.scenes == 1
    assert {row["scene_id"] for row in rows if row["status"] == "failed"} == {bad.name.removesuffix(".SAFE")}


def test_many_failures_of_one_kind_are_said_once_and_counted(online, tmp_path):
    server = Cdse([l2a(number) for number in range(6)], fault=lambda path, _: Fault(403) if "B04" in path else None)
    online(server.hosts)
    said = []
    download(tmp_path, find(tmp_path), assets=("B03", "B04"), report=Report(said.append))
    about = [event.text for event in said if "HTTP 403" in getattr(event, "text", "") and event.warning]
    assert len(about) == 2
    assert about[1].startswith("And 5 more: ")


@pytest.mark.parametrize(
    "ring",
    [
        [[15, 45], [16, 45], [17, 45], [15, 45]],
        [[15, 45], [15, 45], [15, 45], [15, 45]],
    ],
)
def test_footprint_without_area_costs_one_scene(online, tmp_path, ring):
    good, bad = l2a(0), l2a(1)
    bad.changes = {"GeoFootprint": {"type": "Polygon", "coordinates": [ring]}}
    server = Cdse([])
    server.entries = [good.entry(), bad.entry()]
    online({STAC: server.hosts[STAC], **server.hosts})
    assert len(rows_of(find(tmp_path))) == 1


def test_twisted_footprint_of_a_cut_scene_is_no_reason_to_fail():
    from sentinel_toolkit.core.geo.area import part_inside

    bow_tie = shapely.Polygon([(15, 45), (16, 46), (16, 45), (15, 46)])
    assert part_inside(bow_tie, shapely.box(15, 45, 16, 46)).area > 0
    assert part_inside(shapely.box(179, 0, 181, 1), shapely.box(-180, 0, -179, 1)).is_empty is False


def test_items_too_large_or_of_odd_types_cost_one_scene(tmp_path):
    odd = features(1)[0]
    large = {**odd, "id": "x" * 13_000}
    listed = {**odd, "id": ["a"], "collection": ["b"]}
    long_ago = {**odd, "id": "b", "properties": {**odd["properties"], "s2:processing_baseline": "9" * 6000}}
    with FaultyStac([large, listed, long_ago, odd], page_size=9) as server:
        said = []
        path = find(tmp_path, "stac", report=Report(said.append), endpoint=server.url, collection="c")
        assert "scene0" in {row["id"] for row in rows_of(path)}
        assert any("larger than" in getattr(event, "text", "") for event in said)


def test_orbits_are_ascii_digits(tmp_path):
    with pytest.raises(InvalidRequestError, match="RELATIVE_ORBITS"):
        find(tmp_path, relative_orbits=("²",))


def test_scenes_of_a_csv_keep_their_numbers(online, tmp_path):
    """QGIS reads a CSV with texts alone."""
    server = Cdse([l2a()])
    online(server.hosts)
    (row,) = rows_of(find(tmp_path))
    row = {
        "scene": row["scene"],
        "coverage": "87.5",
        "clear": "0",
        "pass_coverage": "",
        "day_night": "",
        "local_time": "10:50",
    }
    result, _ = download(tmp_path, write(tmp_path / "s.jsonl", json.dumps(row) + "\n"), assets=("B04",))
    (local,) = rows_of(result.scenes_table_path)
    assert (local["coverage"], local["clear"]) == (87.5, 0)


# Day and night, paging, cache


def test_day_and_night_are_those_of_the_footprint_in_a_wide_area():
    world = area_from_wkt(shapely.box(-180, -80, 180, 80).wkt, "EPSG:4326")
    for west, hour, is_day in ((174, 22, True), (174, 10, False), (-150, 21, True), (-150, 8, False), (15, 11, True)):
        footprint = shapely.box(west, 30, west + 2, 32)
        line = json.loads(json.loads(item({}, datetime=f"2022-03-20T{hour:02d}:00:00Z"))["scene"])
        scene, _ = scene_from_item({**line, "geometry": shapely.geometry.mapping(footprint)}, "x")
        (found,) = selection.describe([scene], world)
        assert found.is_day is is_day, (west, hour)


@pytest.mark.parametrize("count", [500, 1000])
def test_a_full_page_of_one_moment_is_no_endless_service(online, tmp_path, count):
    template = l2a().entry()
    names = (f"33T{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}" for n in range(count))
    server = Cdse()
    server.entries = [
        {
            **template,
            "Id": f"00000000-0000-4000-8000-{number:012d}",
            "Name": f"S2A_MSIL2A_20220601T095031_N0510_R079_T{tile}_20220601T1{number:05d}.SAFE",
        }
        for number, tile in enumerate(names)
    ]
    online(server.hosts)
    assert len(rows_of(find(tmp_path, keep_duplicates=True))) == count


def test_the_far_future_is_not_asked_month_by_month(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    start = datetime.datetime.now(datetime.timezone.utc).date() - datetime.timedelta(days=40)
    with pytest.raises(NoScenesError):
        find(tmp_path, start=start.isoformat(), end="2099-12-31")
    assert len(server.queries) <= 4


def test_any_damage_of_a_kept_answer_is_survived(tmp_path):
    store = answers.Answers(tmp_path)
    scene, _ = scene_from_item(features(1)[0], "x")
    store.keep({"q": 1}, [scene] * 20)
    (path,) = tmp_path.iterdir()
    good = path.read_bytes()
    for position in range(10, len(good)):
        path.write_bytes(good[:position] + bytes([good[position] ^ 0x10]) + good[position + 1 :])
        store.find({"q": 1})  # whatever it says, it does not raise
    assert zlib.error is not OSError


def test_answer_without_end_is_cut_off(online, tmp_path, monkeypatch):
    monkeypatch.setattr(http, "MAX_ANSWER", 1_000_000)
    online({"catalogue.dataspace.copernicus.eu": replay({("GET", "/odata/v1/Products"): b" " * 3_000_000})})
    with pytest.raises(CatalogueError, match="more than 1 MB"):
        find(tmp_path)


# Retry and mixture


def test_names_of_both_satellites_in_one_request(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    s3 = "S3A_SL_2_LST____20220615T092132_20220615T092432_20220616T180923_0179_086_264_2160_PS1_O_NT_004"
    (fine,) = rows_of(find(tmp_path))
    from servers.cdse import Product

    product = Product(f"{s3}.SEN3", {"LST_in.nc": b"\x89HDF" + noise(500, 3)}, FOOTPRINT, product_type="SL_2_LST___")
    product = product.with_manifest()
    server.products[product.id] = product
    (coarse,) = rows_of(find(tmp_path, product="sentinel-3-lst"))
    pair = {"fine_scene": fine["scene"], "coarse_scene": coarse["scene"]}
    path = write(tmp_path / "p.jsonl", json.dumps(pair) + "\n")
    result, rows = download(tmp_path, path, assets=("B04", "LST", "MTD_MSIL2A.xml"))
    assert (result.failed, result.scenes) == (0, 2)
    assert {row["asset"] for row in rows} == {"B04", "product_metadata", "granule_metadata", "LST", "manifest"}


def test_scenes_given_back_are_handed_on(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    first, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    path = write(tmp_path / "again.jsonl", Path(first.scenes_table_path).read_text())
    result, rows = download(tmp_path, path, assets=("B04",), login=None)
    assert (result.skipped, result.failed, result.scenes) == (1, 0, 1)
    assert rows[0]["path"].endswith("_B04_10m.jp2")


def test_complete_files_of_a_product_that_went_offline_are_complete(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    download(tmp_path, find(tmp_path), assets=("B04",))
    product.online = False
    result, _ = download(tmp_path, find(tmp_path, online_only=False), assets=("B04",))
    assert (result.skipped, result.failed) == (3, 0)


def test_whole_product_beside_its_bands_is_the_product(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product", "B04"))
    assert [row["asset"] for row in rows] == ["product"]


def test_a_passing_500_keeps_the_part(online, tmp_path):
    def weather(path, number):
        return {1: Fault("drop", 0.9), 2: Fault(500)}.get(number) if "B04" in path else None

    server = Cdse([l2a(size=1_000_000)], fault=weather)
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0
    sent = next(parts for path, parts in server.sent.items() if "B04" in path)
    assert sent[-1][0] > 800_000


def test_login_service_that_stumbles_is_not_taken_for_an_ended_session(online, tmp_path):
    server = Cdse([l2a()], Account(totp="123456", life_s=1000))
    online(server.hosts)
    from sentinel_toolkit.contract.errors import CatalogueUnavailableError
    from sentinel_toolkit.core.services.cdse import Session

    session = Session(http.Login(**LOGIN, totp="123456"))
    first = session.token()
    grant = server._problem
    server._token_is_down = True

    def down(handler):
        handler.rfile.read(int(handler.headers["Content-Length"]))
        server.json(handler, {"error": "x"}, 503)

    internet = online({**server.hosts, "identity.dataspace.copernicus.eu": server._handler(post=down)})
    with pytest.raises(CatalogueUnavailableError):
        session.token(first)
    internet.hosts.update(server.hosts)
    assert grant
    assert session.token(first) != first


def test_cut_files_of_an_earlier_run_want_the_same_area(tmp_path):
    line = json.loads(item({"B04": {"href": "https://example.org/B04.tif"}}))
    row = {**line, "scene_id": "scene", "asset": "B04", "status": "failed", "path": "/x/scene-cut-0123abcd/B04.tif"}
    with pytest.raises(InvalidRequestError, match="were cut to another area"):
        download(tmp_path, write(tmp_path / "s.jsonl", json.dumps(row) + "\n"), login=None)
