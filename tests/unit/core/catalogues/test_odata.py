"""CDSE and Planetary Computer as they answered when they were recorded, and as they may answer on a bad day."""

import copy
import datetime
import json
import os
import time
import urllib.parse
from pathlib import Path

import pytest
from downloads import FOOTPRINT, find, rows_of
from servers.cdse import CATALOGUE, Cdse, Product
from servers.replay import replay
from shapely.geometry import box

from sentinel_toolkit.contract.errors import CatalogueError, CatalogueUnavailableError, NoScenesError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import answers, odata
from sentinel_toolkit.core.catalogues.odata_products import scene_from_product
from sentinel_toolkit.core.scenes import selection
from sentinel_toolkit.core.scenes.scene_table import read_scenes
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item
from sentinel_toolkit.core.services import planetary_computer

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
CDSE_STAC, PC = "stac.dataspace.copernicus.eu", "planetarycomputer.microsoft.com"
AT_THE_RHINE = {"aoi_wkt": box(9.0, 47.0, 9.1, 47.1).wkt, "start": "2020-07-01", "end": "2020-07-05"}
PRODUCTS = ("GET", "/odata/v1/Products")


@pytest.fixture
def recorded(shared):
    return lambda name: (shared / "api" / name).read_bytes()


@pytest.fixture
def cdse_stac(online, recorded):
    """Return a function that lets CDSE's STAC API answer every search with a recorded page."""

    def serve(page, asked=None):
        landing = recorded("cdse_stac/test_open_data_cdse_ardc_no_items_found.1.json")
        return online({CDSE_STAC: replay({("GET", "/v1"): landing, ("POST", "/v1/search"): recorded(page)}, asked)})

    return serve


def one_sample(name):
    return json.loads((SAMPLES / name).read_text())


# Recordings


@pytest.mark.real_data
def test_recorded_cdse_stac_of_sentinel_2(cdse_stac, tmp_path):
    asked = []
    cdse_stac("cdse_stac/test_search_data_cdse_sentinel_2.2.json", asked)
    rows = rows_of(find(tmp_path, "cdse", **AT_THE_RHINE))
    assert [row["id"] for row in rows] == sorted(
        (row["id"] for row in rows), key=lambda name: name[11:26] + name[38:44]
    )
    assert len(rows) == 4
    row = next(row for row in rows if "20200705T101559" in row["id"] and "T32TNT" in row["id"])
    assert row["tile"] == "32TNT"
    assert row["relative_orbit"] == 65
    assert row["baseline"] == "05.00"
    assert row["offset"].startswith("-0.1: baseline 05.00")
    assert row["online"] is True
    assert 500 < row["size_mb"] < 1500
    assert all(0 <= row[name] <= 100 for name in ("cloud", "vegetation", "water", "nodata"))
    assert all(len(row["scene"]) <= 12_000 for row in rows)
    question = json.loads(asked[0])
    assert question["collections"] == ["sentinel-2-l2a"]
    assert question["sortby"] == [{"field": "properties.datetime", "direction": "asc"}]


@pytest.mark.real_data
def test_recorded_scenes_can_be_fetched_by_nodes(cdse_stac, tmp_path):
    cdse_stac("cdse_stac/openeo_issue1043_search_S2B_L2A.json")
    path = find(tmp_path, "cdse", aoi_wkt=box(33, 0, 35, 2).wkt, start="2020-03-21", end="2020-03-23")
    (scene,) = read_scenes(path)
    band = scene.assets["B04"]
    assert "R10m" in band.href
    assert (band.alternate or band.href).startswith("https://")
    assert band.size_bytes > 1e6
    assert band.checksum.startswith("1620")


@pytest.mark.real_data
def test_recorded_cdse_stac_of_sentinel_3_is_mostly_of_the_night(cdse_stac, tmp_path):
    cdse_stac("cdse_stac/test_open_data_cdse_sen3_lst_ardc.2.json")
    where = {"aoi_wkt": box(8.0, 52, 8.1, 52.1).wkt, "start": "2020-08-01", "end": "2020-08-01"}
    (row,) = rows_of(find(tmp_path, "cdse", product="sentinel-3-lst", **where))
    assert row["datetime"].startswith("2020-08-01T09:43:57.204")
    rows = rows_of(find(tmp_path, "cdse", product="sentinel-3-lst", day_night="any", **where))
    night = [row for row in rows if row["day_night"] == "night"]
    assert len(night) == 3
    assert {row["timeliness"] for row in rows} == {"NT"}
    assert {row["centre"] for row in rows} == {"LN2"}
    assert {"0720", "0900"} <= {row["frame"] for row in rows}


@pytest.mark.real_data
def test_recorded_planetary_computer(online, recorded, tmp_path):
    landing = {
        "type": "Catalog",
        "id": "microsoft-pc",
        "stac_version": "1.0.0",
        "description": "hand-written",
        "conformsTo": ["https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search"],
        "links": [
            {
                "rel": "search",
                "type": "application/geo+json",
                "method": "POST",
                "href": f"https://{PC}/api/stac/v1/search",
            }
        ],
    }
    page = recorded("planetary_computer/TestItemSearch.test_datetime_results.0.json")
    online({PC: replay({("GET", "/api/stac/v1"): json.dumps(landing).encode(), ("POST", "/api/stac/v1/search"): page})})
    world = {"aoi_wkt": box(160, -80, 180, 80).wkt, "start": "2018-12-31", "end": "2019-01-02"}
    path = find(tmp_path, "planetary_computer", **world)
    rows = rows_of(path)
    assert len(rows) > 20
    row = next(row for row in rows if row["id"] == "S2A_MSIL2A_20190101T000001_R116_T60VUK_20201007T214652")
    assert row["tile"] == "60VUK"
    assert row["offset"].startswith("0:") or "none" in row["offset"] or row["offset"].startswith("0")
    scene = next(scene for scene in read_scenes(path) if scene.id == row["id"])
    assert scene.assets["B04"].href.startswith("https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/")
    assert planetary_computer.collection_of(scene.assets["B04"].href) == "sentinel-2-l2a"
    assert "manifest" not in scene.assets, "its manifest is not needed where the bands are GeoTIFF"


@pytest.mark.real_data
def test_recorded_odata_of_l1c(online, recorded, tmp_path):
    page = recorded("cdse_odata/eodag_S2L1C_search_attributes_assets_nextlink.json")
    internet = online({CATALOGUE: replay({PRODUCTS: [page, b'{"value":[]}']})})
    where = {"aoi_wkt": box(137.78, 13.2, 153.7, 23.8).wkt, "start": "2020-08-08", "end": "2020-08-15"}
    rows = rows_of(find(tmp_path, product="sentinel-2-l1c", **where))
    assert len(rows) == 2
    row = next(row for row in rows if row["tile"] == "54PXA")
    assert row["cloud"] == pytest.approx(95.137)
    assert row["size_mb"] == pytest.approx(224.106)
    assert row["thumbnail"].endswith("/Assets(385d0a62-ec57-413b-a8b8-12c0e79848f6)/$value")
    assert row["product"] == "sentinel-2-l1c"
    assert row["relative_orbit"] == 45
    asset = json.loads(row["scene"])["assets"]["product"]
    assert asset["file:checksum"] == "d50110923ac4992d90b57d41e7ace4d9d90757"
    assert asset["href"] == (
        "https://download.dataspace.copernicus.eu/odata/v1/Products(05edf2bb-d103-49f1-a677-9e474138d84f)/$value"
    )
    assert {host for host, *_ in internet.seen} == {CATALOGUE}
    assert "skip=2" in urllib.parse.unquote(internet.seen[1][1]), "the next page is the one that the link names"


# OData samples written by hand


def test_odata_of_sentinel_3_keeps_the_best_timeliness_and_what_is_online(online, tmp_path):
    page = (SAMPLES / "odata_SL_2_LST_written_by_hand.json").read_bytes()
    online({CATALOGUE: replay({PRODUCTS: page})})
    where = {
        "product": "sentinel-3-lst",
        "aoi_wkt": box(10, 46, 11, 47).wkt,
        "start": "2022-06-15",
        "end": "2022-06-15",
    }
    (row,) = rows_of(find(tmp_path, **where))
    assert (row["timeliness"], row["frame"], row["centre"], row["day_night"]) == ("NT", "2160", "PS1", "day")
    (row,) = rows_of(find(tmp_path, timeliness="NR", **where))
    assert (row["timeliness"], row["centre"]) == ("NR", "PS2")
    rows = rows_of(find(tmp_path, keep_duplicates=True, day_night="any", online_only=False, **where))
    assert [(row["timeliness"], row["online"]) for row in rows] == [("NR", True), ("NT", True), ("NT", False)]
    with pytest.raises(NoScenesError, match="by ONLINE_ONLY"):
        find(tmp_path, day_night="night", **where)
    with pytest.raises(NoScenesError, match="by CENTRE"):
        find(tmp_path, centres=("MAR",), **where)


@pytest.mark.real_data
def test_one_acquisition_of_three_catalogues_is_one_scene(recorded):
    page = json.loads(recorded("cdse_stac/test_search_data_cdse_sentinel_2.2.json"))
    item = next(item for item in page["features"] if "20200705T101559" in item["id"] and "T32TNT" in item["id"])
    by_stac, _ = scene_from_item(item, "cdse", "https://stac.dataspace.copernicus.eu/")
    product = one_sample("odata_S2MSI2A_written_by_hand.json")["value"][0]
    by_odata = scene_from_product(product, "cdse_odata", "https://c/odata/v1", "https://d/odata/v1")
    other = copy.deepcopy(item)
    other.update(id="S2B_MSIL2A_20200705T101559_R065_T32TNT_20200707T000000", collection="sentinel-2-l2a")
    other["properties"]["s2:product_uri"] = "S2B_MSIL2A_20200705T101559_N0214_R065_T32TNT_20200707T000000.SAFE"
    other["properties"]["processing:version"] = "02.14"
    by_pc, _ = scene_from_item(other, "planetary_computer", "https://planetarycomputer.microsoft.com/")
    for name in ("id", "platform", "product", "datatake", "tile", "baseline", "relative_orbit", "offset_dn"):
        assert getattr(by_stac, name) == getattr(by_odata, name), name
    found = selection.describe([by_odata, by_pc, by_stac], None)
    (kept,) = selection.newest_of_each_acquisition(found)
    assert kept.scene.baseline == "05.00"


# Paging


def many(count, per_second=7, start=datetime.datetime(2022, 6, 1, tzinfo=datetime.timezone.utc)):
    """Return OData entries, several of each second."""
    template = Product("S2A_MSIL2A_20220601T095031_N0510_R079_T33TWL_20220601T150000.SAFE", footprint=FOOTPRINT).entry()
    entries = []
    for number in range(count):
        when = start + datetime.timedelta(seconds=(number // per_second) * 30)
        tile = f"33T{chr(65 + number % 7)}{chr(65 + number // 7 % 20)}"
        name = f"S2A_MSIL2A_{when:%Y%m%dT%H%M%S}_N0510_R079_T{tile}_{when:%Y%m%dT%H%M%S}.SAFE"
        iso = when.strftime("%Y-%m-%dT%H:%M:%S.000000Z")
        identifier = f"00000000-0000-4000-8000-{number:012d}"
        entries.append({**template, "Id": identifier, "Name": name, "ContentDate": {"Start": iso, "End": iso}})
    return entries


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1234])
def test_every_product_arrives_once(online, tmp_path, count):
    server = Cdse()
    server.entries = many(count)
    online(server.hosts)
    rows = rows_of(find(tmp_path, keep_duplicates=True))
    assert len(rows) == count
    assert len({row["id"] for row in rows}) == count
    assert rows == sorted(rows, key=lambda row: (row["datetime"], row["id"]))


def test_a_month_beyond_the_skip_limit_is_complete(online, tmp_path):
    server = Cdse()
    server.entries = many(10_700)
    online(server.hosts)
    rows = rows_of(find(tmp_path, keep_duplicates=True, limit=20_000, end="2022-06-30"))
    assert len({row["id"] for row in rows}) == 10_700
    skips = [int(dict(urllib.parse.parse_qsl(query)).get("$skip", 0)) for query in server.queries]
    assert max(skips) <= 10_000


def test_windows_are_months_without_gap_or_overlap():
    utc = datetime.timezone.utc
    begin = datetime.datetime(2022, 11, 30, 22, 0, tzinfo=utc)
    end = datetime.datetime(2023, 2, 1, 21, 59, 59, tzinfo=utc)
    windows = odata.months(begin, end)
    assert [start.strftime("%m%d") for start, _ in windows] == ["1130", "1201", "0101", "0201"]
    assert windows[0][0] == begin
    assert windows[-1][1] > end
    assert all(one[1] == other[0] for one, other in zip(windows, windows[1:], strict=False))


def test_one_product_twice_is_one(online, tmp_path):
    server = Cdse()
    server.entries = many(3) * 2
    online(server.hosts)
    assert len(rows_of(find(tmp_path, keep_duplicates=True))) == 3


def test_next_link_to_a_stranger_asks_our_own_host(online, tmp_path):
    page = {"value": many(2), "@odata.nextLink": "https://evil.example.org/odata/v1/Products?$skip=2"}
    internet = online({CATALOGUE: replay({PRODUCTS: [json.dumps(page).encode(), b'{"value":[]}']})})
    assert len(rows_of(find(tmp_path, keep_duplicates=True, end="2022-06-30"))) == 2
    assert internet.unknown == []


def test_service_that_repeats_its_page_for_ever_ends(online, tmp_path):
    page = {"value": many(2), "@odata.nextLink": f"https://{CATALOGUE}/odata/v1/Products?$skip=2"}
    online({CATALOGUE: replay({PRODUCTS: json.dumps(page).encode()})})
    with pytest.raises(CatalogueError, match="pages without end"):
        find(tmp_path)


# A bad day


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"<html>maintenance</html>", "no JSON"),
        (b'{"hello": "world"}', "no list of products"),
        (b"[1, 2]", "no list of products"),
        (b'{"value": null}', "no list of products"),
        (b"\xff\xfe\x00", "no JSON"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_another_answer_than_products_is_named(online, tmp_path, answer, words):
    online({CATALOGUE: replay({PRODUCTS: answer})})
    with pytest.raises(CatalogueError, match=words):
        find(tmp_path)


@pytest.mark.parametrize(
    "broken",
    [
        {"GeoFootprint": None, "Footprint": None},
        {"GeoFootprint": {"type": "Point", "coordinates": [1, 2]}},
        {"GeoFootprint": {"type": "Polygon", "coordinates": [[[900, 1], [901, 1], [901, 2], [900, 1]]]}},
        {"Name": "\ud800\u202e\x00../../etc/passwd"},
        {"Name": None},
        {"Id": "../../x"},
        {"ContentDate": {"Start": "yesterday"}},
        {"ContentDate": None},
    ],
    ids=lambda broken: next(iter(broken)),
)
def test_one_broken_product_is_skipped_with_a_word(online, tmp_path, broken):
    good, bad = many(2)
    page = json.dumps({"value": [good, {**bad, **broken}]}).encode()
    online({CATALOGUE: replay({PRODUCTS: page})})
    said = []
    rows = rows_of(find(tmp_path, report=Report(said.append), end="2022-06-30"))
    assert len(rows) == 1
    assert any(getattr(event, "warning", False) and "cannot be used" in event.text for event in said)


def test_garbage_in_fields_that_nobody_needs_does_no_harm(online, tmp_path):
    (entry,) = many(1)
    entry.update(
        ContentLength="much", Checksum="none", Attributes=[None, {"Name": "cloudCover", "Value": "grey"}], Assets=[3]
    )
    online({CATALOGUE: replay({PRODUCTS: json.dumps({"value": [entry]}).encode()})})
    (row,) = rows_of(find(tmp_path, end="2022-06-30"))
    assert (row["cloud"], row["size_mb"], row["thumbnail"]) == (None, None, None)


def test_service_that_refuses_for_now_is_another_error(online, tmp_path):
    server = Cdse()
    online({CATALOGUE: server._handler(get=lambda handler: server.json(handler, {"error": "WAF"}, 429))})
    with pytest.raises(CatalogueUnavailableError, match="429"):
        find(tmp_path)


def test_network_that_is_dead_is_named(online, tmp_path):
    online({})
    with pytest.raises(CatalogueUnavailableError, match="Check the network"):
        find(tmp_path)


# Answers kept


@pytest.fixture
def kept(online, tmp_path):
    """Return (server, function that searches with a cache)."""
    server = Cdse()
    server.entries = many(3)
    online(server.hosts)

    def search(said=None, **fields):
        report = Report(said.append if said is not None else lambda event: None)
        return rows_of(
            find(tmp_path, report=report, cache_folder=str(tmp_path / "cache"), keep_duplicates=True, **fields)
        )

    return server, search


def test_a_question_is_asked_once(kept):
    server, search = kept
    first = search()
    count = len(server.queries)
    said = []
    assert search(said) == first
    assert len(server.queries) == count
    assert any("asked a moment ago" in getattr(event, "text", "") for event in said)


@pytest.mark.parametrize(
    "change", [{"end": "2022-08-30"}, {"aoi_wkt": box(15.2, 45.2, 15.8, 45.81).wkt}, {"max_cloud_percent": 50}]
)
def test_another_question_is_asked(kept, change):
    server, search = kept
    search()
    count = len(server.queries)
    search(**change)
    assert len(server.queries) > count


def test_filters_that_are_applied_here_need_no_new_question(kept):
    server, search = kept
    search()
    count = len(server.queries)
    with pytest.raises(NoScenesError):
        search(platforms=("S2B",))
    assert len(server.queries) == count


def test_refresh_asks_again(kept):
    server, search = kept
    search()
    server.entries = many(5)
    assert len(search()) == 3
    assert len(search(refresh=True)) == 5
    assert len(search()) == 5


def test_old_answer_is_used_only_where_the_service_is_away(kept, tmp_path):
    server, search = kept
    search()
    (file,) = (tmp_path / "cache").iterdir()
    then = time.time() - 3 * 24 * 3600
    os.utime(file, (then, then))
    server.entries = many(4)
    assert len(search()) == 4, "the service is there"
    os.utime(file, (then, then))
    server.is_down = True
    said = []
    assert len(search(said)) == 4
    (warning,) = [event.text for event in said if getattr(event, "warning", False)]
    assert "HTTP 503" in warning
    assert "3 days ago" in warning


def test_damaged_answer_is_asked_again(kept, tmp_path):
    server, search = kept
    search()
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:50])
    assert len(search()) == 3
    assert len(server.queries) > 3


def test_cache_that_cannot_be_written_is_no_error(online, tmp_path):
    server = Cdse()
    server.entries = many(1)
    online(server.hosts)
    (tmp_path / "file").write_text("x")
    assert find(tmp_path, cache_folder=str(tmp_path / "file" / "cache"))


def test_answers_grow_old_by_their_period():
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    long_ago, recently = now - datetime.timedelta(days=90), now - datetime.timedelta(days=3)
    assert answers.is_fresh(20 * 3600, long_ago, now)
    assert not answers.is_fresh(2 * 3600, recently, now)
    assert answers.is_fresh(600, recently, now)
    assert not answers.is_fresh(25 * 3600, long_ago, now)


# Planetary Computer's tokens

BAND = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/33/T/WL/B04.tif"
TOKENS = ("GET", "/api/sas/v1/token/sentinel-2-l2a")


def token(name, minutes):
    expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
    return json.dumps({"msft:expiry": expires.strftime("%Y-%m-%dT%H:%M:%SZ"), "token": f"sv=1&sig={name}"}).encode()


def test_one_token_serves_many_files(online):
    internet = online({PC: replay({TOKENS: [token("one", 45), token("two", 45)]})})
    assert {planetary_computer.signed(BAND) for _ in range(9)} == {f"{BAND}?sv=1&sig=one"}
    assert len(internet.seen) == 1


def test_token_is_renewed_before_it_expires(online):
    internet = online({PC: replay({TOKENS: [token("one", 1), token("two", 45)]})})
    assert planetary_computer.signed(BAND).endswith("sig=one")
    assert planetary_computer.signed(BAND).endswith("sig=two")
    assert len(internet.seen) == 2


@pytest.mark.parametrize(
    "href",
    [
        "https://sentinel2l2a01.blob.core.windows.net/other/B04.tif",
        "https://evil.example.org/sentinel2-l2/B04.tif",
        "http://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/B04.tif",
        "https://sentinel2l2a01.blob.core.windows.net.evil.org/sentinel2-l2/B04.tif",
        "https://user@sentinel2l2a01.blob.core.windows.net/sentinel2-l2/B04.tif",
    ],
)
def test_other_places_get_no_token(online, href):
    internet = online({PC: replay({TOKENS: token("one", 45)})})
    assert planetary_computer.signed(href) == href
    assert internet.seen == []


def test_token_service_that_is_away_is_named(online):
    online({})
    with pytest.raises(CatalogueUnavailableError, match="Check the network"):
        planetary_computer.signed(BAND)


def test_token_service_that_talks_nonsense_is_named(online):
    online({PC: replay({TOKENS: b'{"token": 5}'})})
    with pytest.raises(CatalogueError, match="no access token"):
        planetary_computer.signed(BAND)
