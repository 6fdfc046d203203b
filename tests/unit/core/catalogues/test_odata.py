"""OData of CDSE as it answered when it was recorded, and as it may answer on a bad day."""

import copy
import datetime
import json
import urllib.parse
from pathlib import Path

import pytest
from downloads import find, l2a, many, rows_of
from servers.cdse import CATALOGUE, STAC, Cdse
from servers.replay import replay
from shapely.geometry import box

from sentinel_toolkit.contract.errors import CatalogueError, CatalogueUnavailableError, NoScenesError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import odata
from sentinel_toolkit.core.catalogues.odata_products import scene_from_product
from sentinel_toolkit.core.scenes import selection
from sentinel_toolkit.core.scenes.duplicates import newest_of_each_acquisition
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
PRODUCTS = ("GET", "/odata/v1/Products")


def one_sample(name):
    return json.loads((SAMPLES / name).read_text())


# Recordings


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
    (kept,) = newest_of_each_acquisition(found)
    assert kept.scene.baseline == "05.00"


# Paging


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
    assert all(window[1] == following[0] for window, following in zip(windows, windows[1:], strict=False))


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
