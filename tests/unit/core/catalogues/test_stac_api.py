"""Search against STAC servers: recorded, a real one, and one with every fault that was seen in the wild."""

import gzip
import json
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme
from downloads import features, find, rows_of
from servers.files import FileServer
from servers.loopback import drip
from servers.replay import replay
from servers.stac import FaultyStac, item, rustac_server
from shapely.geometry import box

from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import (
    AuthenticationError,
    CatalogueError,
    CatalogueUnavailableError,
    NoScenesError,
)
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.scenes.scene_table import read_scenes
from sentinel_toolkit.core.services import http, planetary_computer
from sentinel_toolkit.core.workflows import search_scenes


def search(url, tmp_path, report=None, **fields):
    """Run the workflow and return its rows."""
    base = {
        "source": "earth_search",
        "endpoint": url,
        "start": "2023-08-01",
        "end": "2023-08-31",
        "aoi_wkt": box(15.2, 45.2, 15.8, 45.8).wkt,
        "aoi_crs": "EPSG:4326",
        "table_path": str(tmp_path / "table.jsonl"),
    }
    result = search_scenes.run(SearchScenesRequest(**{**base, **fields}), report or Report())
    rows = [json.loads(line) for line in Path(result.table_path).read_text().splitlines()]
    assert result.count == len(rows)
    return rows


@pytest.fixture
def quick(monkeypatch):
    """Wait less than a person would."""
    monkeypatch.setattr(http, "BACKOFF_S", 0.01)
    monkeypatch.setattr(http, "TIMEOUT_S", (1, 1))
    monkeypatch.setattr(http, "NETWORK_RETRIES", 1)


def test_every_page_is_read_and_sorted(tmp_path):
    items = [item(number, day=f"2023-08-{20 - number:02d}") for number in range(9)]
    with FaultyStac(items, page_size=2) as server:
        rows = search(server.url, tmp_path)
    assert len(rows) == 9
    assert [row["datetime"] for row in rows] == sorted(row["datetime"] for row in rows)


def test_filters_go_to_the_server_only_when_it_says_so_and_are_applied_here_always(tmp_path):
    items = [item(1, cloud=5), item(2, cloud=50), item(3, cloud=None)]
    with FaultyStac(items) as server:
        names = {row["id"].split("_")[3] for row in search(server.url, tmp_path, max_cloud_percent=20)}
        assert names == {"1", "3"}
        assert "query" not in server.searches[0]
        assert "sortby" not in server.searches[0]
    capable = ("https://api.stacspec.org/v1.0.0/item-search#query", "https://api.stacspec.org/v1.0.0/item-search#sort")
    with FaultyStac(items, conformance=capable) as server:
        assert len(search(server.url, tmp_path, max_cloud_percent=20)) == 2
        assert "query" not in server.searches[0], "it would drop the scene that states no cloud"
        assert server.searches[0]["sortby"][0]["direction"] == "asc"


def test_scenes_that_state_no_cloud_stay_where_the_server_filters(tmp_path):
    items = [item(1, cloud=5), item(2, cloud=50), item(3, cloud=None)]
    capable = [f"https://api.stacspec.org/v1.0.0/item-search#{name}" for name in ("filter", "query")]
    with FaultyStac(items, conformance=capable) as server:
        names = {row["id"].split("_")[3] for row in search(server.url, tmp_path, max_cloud_percent=20)}
        asked = server.searches[0]
    assert names == {"1", "3"}
    assert "query" not in asked
    assert asked["filter-lang"] == "cql2-json"
    cloud = {"property": "eo:cloud_cover"}
    assert asked["filter"] == {
        "op": "or",
        "args": [{"op": "<=", "args": [cloud, 30]}, {"op": "isNull", "args": [cloud]}],  # slack for newer versions
    }


class Refusing(FaultyStac):
    """Answers ``status`` to what ``refuses`` tells of a request's (method, body), in words of a service."""

    def __init__(self, items, status, refuses, **more):
        super().__init__(items, **more)
        self.status, self.refuses, self.seen = status, refuses, []

    def answer(self, handler, body):
        if handler.path.startswith("/v1/search"):
            self.seen.append(handler.command)
            if self.refuses(handler.command, body):
                return self.send(handler, {"code": "Refused", "description": "not like this"}, self.status)
        return super().answer(handler, body)


def test_a_server_without_post_is_asked_by_get(tmp_path):
    with Refusing([item(1)], 405, lambda method, body: method == "POST") as server:
        assert len(search(server.url, tmp_path)) == 1
        assert server.seen[-1] == "GET"


def test_a_filter_that_the_server_does_not_take_after_all_is_left_out(tmp_path):
    capable = ["https://api.stacspec.org/v1.0.0/item-search#filter"]
    with Refusing([item(1)], 400, lambda method, body: "filter" in body, conformance=capable) as server:
        assert len(search(server.url, tmp_path, max_cloud_percent=20)) == 1
        assert server.seen == ["POST", "POST"]


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_wants_a_login_names_auth(tmp_path, status):
    with Refusing([item(1)], status, lambda method, body: True) as server, pytest.raises(AuthenticationError) as caught:
        search(server.url, tmp_path)
    assert f"asks for a login (HTTP {status})" in str(caught.value)
    assert "AUTH" in caught.value.hint


class WithCollections(FaultyStac):
    """Has no scenes of what is asked for, and tells which collections it has."""

    def answer(self, handler, body):
        if handler.path.startswith("/v1/collections"):
            names = ("sentinel-2-l2a", "sentinel-2-l1c", "landsat")
            return self.send(handler, {"collections": [{"id": name} for name in names], "links": []})
        return super().answer(handler, body)


def test_an_unknown_collection_names_itself_and_its_neighbours(tmp_path):
    with WithCollections([]) as server:
        with pytest.raises(CatalogueError) as caught:
            search(server.url, tmp_path, collection="sentinel2-l2a")
        assert "has no collection 'sentinel2-l2a'" in str(caught.value)
        assert "sentinel-2-l2a" in caught.value.hint
        assert "landsat" not in caught.value.hint
        with pytest.raises(NoScenesError):
            search(server.url, tmp_path, collection="landsat")


def write_static(folder, items):
    """Write a static catalogue of a collection in a catalogue, with relative links; return the first file's name."""

    def write(path, value):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"stac_version": "1.0.0", "description": "a test", **value}))

    links = [{"rel": "item", "href": f"./{number}.json"} for number in range(len(items))]
    links += [{"rel": "item", "href": "./gone.json"}, {"rel": "root", "href": "../catalog.json"}]
    write(folder / "s2" / "collection.json", {"type": "Collection", "id": "s2", "links": links})
    for number, each in enumerate(items):
        write(folder / "s2" / f"{number}.json", {**each, "collection": "s2", "links": []})
    child = {"rel": "child", "href": "./s2/collection.json"}
    write(folder / "catalog.json", {"type": "Catalog", "id": "all", "links": [child]})


def test_a_static_catalogue_is_read_through(tmp_path):
    write_static(tmp_path / "www", [item(1), item(2, day="2019-01-01"), item(3, cloud=90)])
    with FileServer(tmp_path / "www") as server:
        said = []
        fields = {"collection": "s2", "max_cloud_percent": 50}
        rows = search(f"{server.address}/catalog.json", tmp_path, Report(said.append), **fields)
        with pytest.raises(CatalogueError, match="has no collection 's3'.*s2"):
            search(f"{server.address}/catalog.json", tmp_path, collection="s3")
    assert [row["id"].split("_")[3] for row in rows] == ["1"], "of the dates, and clear"
    assert any("1 files that" in str(remark) and "gone.json" in str(remark) for remark in said)


def test_area_and_dates_are_applied_exactly(tmp_path):
    items = [item(1), item(2, west=40.0), item(3, day="2023-09-05"), item(4, west=15.5)]
    with FaultyStac(items) as server:
        rows = search(server.url, tmp_path)
    assert [(row["id"][-5], round(row["coverage"])) for row in rows] == [("1", 100), ("4", 50)]


def test_limit_keeps_the_oldest(tmp_path):
    items = [item(number, day=f"2023-08-{10 + number:02d}") for number in range(5)]
    with FaultyStac(items) as server:
        rows = search(server.url, tmp_path, limit=2)
    assert [row["datetime"][:10] for row in rows] == ["2023-08-10", "2023-08-11"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        ("html", CatalogueError, "is no JSON"),
        ("json", CatalogueError, "is no STAC API"),
        ("500", CatalogueUnavailableError, "HTTP 500"),
        ("429-for-ever", CatalogueUnavailableError, "Rate limit exceeded"),
        ("400", CatalogueError, "refuses the search (HTTP 400)"),
        ("slow", CatalogueUnavailableError, "does not answer"),
        ("loop", CatalogueError, "pages without end"),
        ("file-link", CatalogueError, "file:///etc/passwd"),
        ("http-redirect", CatalogueError, "http://example.com"),
    ],
)
def test_fault_becomes_one_plain_error(tmp_path, fault, error, words):
    items = [item(number) for number in range(5)]
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch, FaultyStac(items, fault) as server:
        if fault == "429-for-ever":
            patch.setattr(http, "LONGEST_WAIT_S", 0.01)
        with pytest.raises(error) as caught:
            search(server.url, tmp_path)
    assert type(caught.value) is error
    assert words in str(caught.value)


@pytest.mark.usefixtures("quick")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a refused socket, closed by urllib3
def test_server_that_is_down_is_named(tmp_path):
    with pytest.raises(CatalogueUnavailableError, match=r"http://127.0.0.1:9/v1 does not answer .*refused"):
        search("http://127.0.0.1:9/v1", tmp_path)


def test_retry_after_is_honoured(tmp_path):
    with FaultyStac([item(1)], "429") as server:
        assert len(search(server.url, tmp_path)) == 1
        assert len(server.searches) == 3


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ({"max_cloud_percent": 1}, "Raise MAX_CLOUD"),
        ({"platforms": ("Landsat",)}, "Write PLATFORMS as S2A"),
        ({"day_night": "night"}, "set PASS."),
        ({"aoi_wkt": box(100, 0, 101, 1).wkt}, "Check the area"),
        ({"start": "2022-08-01", "end": "2022-08-02"}, "Widen the dates"),
    ],
)
def test_advice_follows_the_filter_that_took_the_scenes(tmp_path, fields, hint):
    one = item(1)
    one["properties"]["view:sun_elevation"] = 50.0
    with FaultyStac([one]) as server, pytest.raises(NoScenesError) as caught:
        search(server.url, tmp_path, **fields)
    assert hint in caught.value.hint


def test_nothing_found_says_what_was_asked(tmp_path):
    with FaultyStac([item(1, cloud=90)]) as server:
        with pytest.raises(
            NoScenesError, match=r"from 2023-08-01 to 2023-08-31 .* cloud ≤ 10 % \(left out: 1 by MAX_CLOUD\)"
        ):
            search(server.url, tmp_path, max_cloud_percent=10)
    with FaultyStac([]) as server, pytest.raises(NoScenesError, match="No scenes found"):
        search(server.url, tmp_path)


def test_hostile_hrefs_are_dropped_and_the_item_stays(tmp_path):
    hostile = {
        "red": {"href": "file:///etc/passwd"},
        "green": {"href": "/etc/passwd"},
        "blue": {"href": "/vsicurl/https://example.org/B02.tif"},
        "nir": {"href": "gopher://example.org/B08.tif"},
        "nir08": {"href": "http://example.org/B8A.tif"},
        "swir16": {"href": "https://user:secret@example.org/B11.tif"},
        "swir22": {"href": "s3://bucket/B12.tif"},
        "scl": {"href": "https://example.org/SCL.tif?sig=SECRET&keep=1"},
        "rededge1": {"href": "C:\\secret.tif"},
        "rededge2": {"href": "https://example.org/a\nb.tif"},
        "rededge3": {"href": 7},
        "thumbnail": {"href": "javascript:alert(1)"},
    }
    said = []
    with FaultyStac([item(1, assets=hostile)]) as server:
        rows = search(server.url, tmp_path, Report(said.append))
    assets = json.loads(rows[0]["scene"])["assets"]
    assert {key: entry["href"] for key, entry in assets.items()} == {
        "B12": "s3://bucket/B12.tif",
        "SCL": "https://example.org/SCL.tif?keep=1",
    }
    assert rows[0]["thumbnail"] is None
    assert any("not trusted" in getattr(event, "text", "") for event in said)


@pytest.mark.parametrize(
    "broken",
    [
        {"geometry": None, "bbox": None},
        {"geometry": {"type": "Polygon", "coordinates": []}, "bbox": None},
        {"properties": {"datetime": "yesterday"}},
        {"properties": None},
        {"links": "abc"},
        {"links": [1]},
        {"assets": ["B04"]},
        {"assets": {"red": "https://example.org/B04.tif"}},
        {"assets": {"red": {"href": "https://example.org/B04.tif", "alternate": "x"}}},
        {"assets": {"red": {"href": "https://example.org/B04.tif", "raster:bands": {"a": 1}}}},
        {"assets": {"x": {"href": "https://example.org/B04.tif", "eo:bands": [1]}}},
        {"geometry": {"type": "Point", "coordinates": [15.5, 45.5]}},
        {"geometry": {"type": "Polygon", "coordinates": [[[15, 45], [16, 1e999], [16, 46], [15, 45]]]}},
    ],
)
def test_one_broken_item_is_skipped_with_its_name(tmp_path, broken):
    said = []
    with FaultyStac([item(1), {**item(2), **broken}]) as server:
        rows = search(server.url, tmp_path, Report(said.append))
    assert len(rows) == 1
    assert any(item(2)["id"] in getattr(event, "text", "") for event in said)


def test_newest_version_counts_even_where_a_filter_drops_it(tmp_path):
    """An obsolete processing with less cloud must not come back in the place of the newest."""
    old, new = item(1, cloud=19), item(1, cloud=21)
    old["id"], old["properties"]["s2:processing_baseline"] = "old", "02.13"
    with (
        FaultyStac([old, new]) as server,
        pytest.raises(NoScenesError, match="1 by MAX_CLOUD, .*1 by older duplicates"),
    ):
        search(server.url, tmp_path, max_cloud_percent=20)


@pytest.mark.parametrize(
    "query",
    [
        "X-Goog-Signature=a",
        "AWSAccessKeyId=a&Signature=b",
        "Policy=a&Key-Pair-Id=b",
        "api_key=a",
        "subscription-key=a",
        "token=a",
    ],
)
def test_no_token_survives(tmp_path, query):
    tokened = item(1, links=[{"rel": "self", "href": f"https://example.org/1?{query}"}])
    tokened["assets"]["red"]["href"] += f"?{query}&keep=1".replace("keep", "page")
    with FaultyStac([tokened]) as server:
        text = json.dumps(search(server.url, tmp_path))
    assert query.split("=")[0] not in text
    assert "page=1" in text


def test_null_geometry_falls_back_to_the_bbox(tmp_path):
    with FaultyStac([item(1, geometry=None)]) as server:
        assert search(server.url, tmp_path)[0]["coverage"] == 100


def test_cancel_stops_between_pages(tmp_path):
    items = [item(number) for number in range(9)]
    with FaultyStac(items) as server:
        report = Report(is_cancelled=lambda: len(server.searches) >= 2)
        with pytest.raises(JobCancelled):
            search(server.url, tmp_path, report)
        assert len(server.searches) == 2


def test_tiles_alone_are_enough(tmp_path):
    with FaultyStac([item(1), item(2)]) as server:
        rows = search(server.url, tmp_path, aoi_wkt="", aoi_crs="", tiles=("33TTL",))
        asked = server.searches[0]["intersects"]
    assert [row["tile"] for row in rows] == ["33TTL"]
    assert rows[0]["coverage"] is None
    assert asked["type"] == "Polygon"


def test_any_collection_that_the_user_names_is_taken(tmp_path):
    """Its items need not say what they are, if they do not say that they are something else."""
    plain = item(1, collection="our-scenes", id="scene-1")
    plain["properties"] = {
        "datetime": "2023-08-15T10:00:00Z",
        "platform": "sentinel-2a",
        "mgrs:utm_zone": 33,
        "mgrs:latitude_band": "T",
        "mgrs:grid_square": "WL",
        "s2:datatake_id": "GS2A_20230815T095031_042547_N05.09",
    }
    other = item(2, collection="our-scenes", id="S2A_MSIL1C_20230815T095031_N0509_R079_T33TWL_20230815T120000")
    other["properties"]["s2:product_uri"] = other["id"] + ".SAFE"
    with FaultyStac([plain, other]) as server:
        rows = search(server.url, tmp_path, source="stac", collection="our-scenes")
    assert [(row["id"], row["tile"], row["product"]) for row in rows] == [("scene-1", "33TWL", "sentinel-2-l2a")]
    assert json.loads(rows[0]["scene"])["properties"]["sentinel_toolkit:datatake"] == "20230815T095031"


def test_a_real_server(tmp_path):
    """Scenes that state no cloud, one of four, stay."""
    clouds = [None if number % 4 == 3 else number for number in range(40)]
    items = [item(number, day=f"2023-08-{10 + number % 15:02d}", cloud=cloud) for number, cloud in enumerate(clouds)]
    with rustac_server(items, tmp_path) as url:
        rows = search(url, tmp_path, max_cloud_percent=20, source="stac", collection="sentinel-2-l2a")
    found = [row["cloud"] for row in rows]
    assert found.count(None) == 10
    assert sorted(cloud for cloud in found if cloud is not None) == [n for n in range(21) if n % 4 != 3]


def test_rows_have_every_column_and_stay_small(tmp_path):
    with FaultyStac([item(1)]) as server:
        row = search(server.url, tmp_path)[0]
    from sentinel_toolkit.contract.catalogue import MAX_SCENE_BYTES, SCENE_COLUMNS

    assert {column.name for column in SCENE_COLUMNS} <= set(row)
    assert len(row["scene"]) < MAX_SCENE_BYTES
    assert (row["relative_orbit"], row["local_time"], row["source"]) == (79, "11:02", "earth_search")


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


CDSE_STAC, PC = "stac.dataspace.copernicus.eu", "planetarycomputer.microsoft.com"
AT_THE_RHINE = {"aoi_wkt": box(9.0, 47.0, 9.1, 47.1).wkt, "start": "2020-07-01", "end": "2020-07-05"}


@pytest.fixture
def cdse_stac(online, recorded):
    """Return a function that lets CDSE's STAC API answer every search with a recorded page."""

    def serve(page, asked=None):
        landing = recorded("cdse_stac/test_open_data_cdse_ardc_no_items_found.1.json")
        return online({CDSE_STAC: replay({("GET", "/v1"): landing, ("POST", "/v1/search"): recorded(page)}, asked)})

    return serve


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


def test_limit_ends_the_asking_where_scenes_come_by_date(tmp_path):
    days = [f"2023-08-{day:02d}" for day in range(1, 29)]
    items = [item(number, day=day) for number, day in enumerate(days)]
    capable = ["https://api.stacspec.org/v1.0.0/item-search#sort"]
    with FaultyStac(items, conformance=capable) as server:
        rows = search(server.url, tmp_path, limit=3)
        assert len(server.searches) < 5, "of 14 pages"
    assert [row["datetime"][:10] for row in rows] == days[:3]
    with FaultyStac(items) as server:
        search(server.url, tmp_path, limit=3)
        assert len(server.searches) == 14, "without an order the oldest may come last"


def test_limit_waits_for_newer_versions_and_looks_past_what_is_left_out(tmp_path):
    """The first ten days are cloudy, and the fourth clear scene has a newer version on the next page."""
    items = [item(number, day=f"2023-08-{number + 1:02d}", cloud=90 if number < 10 else 5) for number in range(24)]
    newer = json.loads(json.dumps(items[13]).replace("N0509", "N0511").replace('"05.09"', '"05.11"'))
    items.insert(14, {**newer, "id": newer["id"] + "_new"})
    with FaultyStac(items, conformance=["https://api.stacspec.org/v1.0.0/item-search#sort"]) as server:
        rows = search(server.url, tmp_path, limit=4, max_cloud_percent=50)
    assert [row["datetime"][8:10] for row in rows] == ["11", "12", "13", "14"]
    assert rows[-1]["id"].endswith("_new")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_certificate_that_is_not_trusted_is_named_at_once(online, tmp_path, monkeypatch):
    online({"stac.example.org": BaseHTTPRequestHandler})
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "other.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "other.pem"))
    monkeypatch.setattr(http, "BACKOFF_S", 1)
    begun = time.monotonic()
    with pytest.raises(CatalogueUnavailableError, match="shows a certificate that is not trusted"):
        search("https://stac.example.org/v1", tmp_path)
    assert time.monotonic() - begun < 2, "not tried again"


@pytest.mark.parametrize("fault", ["500", "429-for-ever"])
def test_a_server_that_fails_steadily_is_given_up(tmp_path, monkeypatch, fault):
    monkeypatch.setattr(http, "GIVE_UP_S", 2.5)
    begun = time.monotonic()
    with FaultyStac([item(1)], fault) as server, pytest.raises(CatalogueUnavailableError, match="refuses for now"):
        search(server.url, tmp_path)
    assert time.monotonic() - begun < 8, "0 + 1 + 2 + 4 + 8 s otherwise"


def test_a_huge_answer_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(http, "MAX_ANSWER", 1_000_000)

    class Bomb(FaultyStac):
        def send(self, handler, body, *args, **headers):
            packed = gzip.compress(b'{"features": [' + b"{}," * 5_000_000 + b"{}]}")
            return super().send(handler, packed, Content_Encoding="gzip")

    with Bomb([item(1)]) as server, pytest.raises(CatalogueError, match="more than 1 MB"):
        search(server.url, tmp_path)


def test_an_answer_that_drips_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(http, "DRIP_AFTER_S", 0.5)

    class Drip(FaultyStac):
        def send(self, handler, body, *args, **headers):
            drip(handler, 100_000, b" ", 0.05, 200)

    begun = time.monotonic()
    with Drip([item(1)]) as server, pytest.raises(CatalogueUnavailableError, match="does not answer .*bytes came in"):
        search(server.url, tmp_path)
    assert time.monotonic() - begun < 5
