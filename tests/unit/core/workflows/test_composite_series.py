"""Series of composites: what is made, what is left alone, what shows them."""

import json
from pathlib import Path

import make_sample
import numpy as np
import pystac
import pytest
import rasterio
from held import Held
from PIL import Image
from pystac.validation.stac_validator import JsonSchemaSTACValidator
from scenes import WEST, scenes_file, write_scene

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import InvalidRequestError, NoValidPixelsError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest, MedianCompositeRequest
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.workflows import composite_series, median_composite

SIDE = 40
DATES = {"20230105": 1500, "20230125": 1700, "20230210": 2000, "20230405": 3000, "20240107": 4000}


def flat(dn):
    return {"B04": np.full((SIDE, SIDE), dn, np.uint16)}


@pytest.fixture
def folder(tmp_path):
    """Five dates of one tile, each of one reflectance."""
    for day, dn in DATES.items():
        write_scene(tmp_path / "in", day, flat(dn))
    return tmp_path / "in"


def series(scenes, output, said=None, **fields):
    events = [] if said is None else said
    request = CompositeSeriesRequest(
        scenes_path=str(scenes),
        output_folder=str(output),
        table_path=f"{output}.jsonl",
        **{"bands": ("B04",), **fields},
    )
    return composite_series.run(request, Report(events.append))


def values_of(path):
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def warnings_of(said):
    return [event.text for event in said if getattr(event, "warning", False)]


@pytest.mark.parametrize("longest", ["contact_sheet.png", "collection.json"])
def test_a_series_whose_names_become_too_long_is_refused_before_it_starts(folder, tmp_path, monkeypatch, longest):
    """What shows them all has the longest names, and would be written last."""
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    limit = places.PathLimit("Windows", len(str(tmp_path / "out" / longest)) - 1, 247)
    monkeypatch.setattr(places, "path_limit", lambda: limit)
    with pytest.raises(
        InvalidRequestError, match=r"OUTPUT_FOLDER cannot be written: .*: its path has .* Windows takes"
    ):
        series(scenes, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_each_month_is_the_composite_of_its_scenes(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    result = series(scenes, tmp_path / "out")
    assert (result.count, result.failed) == (4, 0)
    found = {path.stem: np.unique(values_of(path)).tolist() for path in (tmp_path / "out").glob("*.tif")}
    assert found == {"2023-01": [1600], "2023-02": [2000], "2023-04": [3000], "2024-01": [4000]}
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"collection.json", "contact_sheet.png", "index.html", "2023-01.vrt", "2023-01.qml", "2023-01.json"} <= names
    assert not [name for name in names if name.startswith(".")]
    rows = [json.loads(line) for line in Path(f"{tmp_path}/out.jsonl").read_text().splitlines()]
    assert [(row["name"], row["start"], row["end"]) for row in rows] == [
        ("2023-01", "2023-01-01", "2023-01-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2024-01", "2024-01-01", "2024-01-31"),
    ]


def test_by_calendar_takes_all_januaries(folder, tmp_path):
    series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out", by_calendar=True)
    assert np.unique(values_of(tmp_path / "out" / "01.tif")).tolist() == [1700]
    assert json.loads((tmp_path / "out" / "01.json").read_text())["properties"]["title"].startswith("01 of 2023–2024")


def test_finished_ones_are_skipped_and_changed_ones_made_again(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.tif")}
    said = []
    series(scenes, tmp_path / "out", said, memory_limit_mb=700, threads=1)
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.tif")} == before
    assert any("finished before: 4" in getattr(event, "text", "") for event in said)
    write_scene(folder, "20230215", flat(2200))
    write_scene(folder, "20240301", flat(2500))
    result = series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out")
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.tif")}
    assert {name for name in after if after[name] != before.get(name)} == {"2023-02.tif", "2024-03.tif"}
    assert np.unique(values_of(tmp_path / "out" / "2023-02.tif")).tolist() == [2100]
    assert result.count == 5


def test_a_part_of_the_scenes_keeps_the_rest_of_the_series(folder, tmp_path):
    scenes = Path(scenes_file(folder, tmp_path / "s.jsonl"))
    series(scenes, tmp_path / "out")
    (tmp_path / "some.jsonl").write_text(scenes.read_text().splitlines()[-1] + "\n")
    assert series(tmp_path / "some.jsonl", tmp_path / "out").count == 4
    collection = pystac.Collection.from_file(str(tmp_path / "out" / "collection.json"))
    assert len(list(collection.get_items())) == 4


def test_a_truncated_composite_is_made_again(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    raster = tmp_path / "out" / "2023-02.tif"
    raster.write_bytes(raster.read_bytes()[:-10])
    series(scenes, tmp_path / "out")
    assert np.unique(values_of(raster)).tolist() == [2000]


def test_a_folder_of_another_request_is_refused(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    before = (tmp_path / "out" / "2023-01.tif").read_bytes()
    with pytest.raises(InvalidRequestError, match=r"collection.json of another request \(other method\)"):
        series(scenes, tmp_path / "out", method="mean")
    assert (tmp_path / "out" / "2023-01.tif").read_bytes() == before


def test_a_file_of_the_users_is_not_overwritten(folder, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "2023-01.tif").write_text("mine")
    with pytest.raises(InvalidRequestError, match=r"2023-01.tif of another request"):
        series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out")
    assert (tmp_path / "out" / "2023-01.tif").read_text() == "mine"


def test_a_period_that_fails_is_named_and_the_next_run_makes_it(folder, tmp_path):
    write_scene(folder, "20230601", flat(2500), np.full((SIDE // 2, SIDE // 2), 9, np.uint8))
    said = []
    result = series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out", said)
    assert (result.count, result.failed) == (4, 1)
    assert any("2023-06 failed: No pixel of the area is clear" in text for text in warnings_of(said))
    assert "2023-06" in (tmp_path / "out" / "index.html").read_text()
    write_scene(folder, "20230602", flat(2600))
    result = series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out")
    assert (result.count, result.failed) == (5, 0)


def test_a_scene_that_could_not_be_read_is_tried_again(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    away = next(folder.glob("*20230125*")) / "B04.tif"
    away.rename(tmp_path / "kept.tif")
    said = []
    series(scenes, tmp_path / "out", said)
    assert np.unique(values_of(tmp_path / "out" / "2023-01.tif")).tolist() == [1500]
    assert warnings_of(said)
    (tmp_path / "kept.tif").rename(away)
    series(scenes, tmp_path / "out")
    assert np.unique(values_of(tmp_path / "out" / "2023-01.tif")).tolist() == [1600]


def test_all_failing_is_an_error(tmp_path):
    write_scene(tmp_path / "in", "20230601", flat(2500), np.full((SIDE // 2, SIDE // 2), 9, np.uint8))
    with pytest.raises(NoValidPixelsError):
        series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out")


def test_cancelled_keeps_what_is_finished(folder, tmp_path):
    said = []

    def is_cancelled():
        return any(getattr(event, "text", "").startswith("2023-04:") for event in said)

    request = CompositeSeriesRequest(
        scenes_path=scenes_file(folder, tmp_path / "s.jsonl"), output_folder=str(tmp_path / "out"), bands=("B04",)
    )
    with pytest.raises(JobCancelled):
        composite_series.run(request, Report(said.append, is_cancelled))
    assert sorted(path.name for path in (tmp_path / "out").glob("*.tif")) == ["2023-01.tif", "2023-02.tif"]
    assert not list((tmp_path / "out").glob(".*"))
    assert composite_series.run(request, Report()).count == 4


def test_composites_of_swaths_are_congruent(tmp_path):
    """The grid is the tile's, whatever parts of it the scenes of a period saw."""
    write_scene(tmp_path / "in", "20230105", flat(1500))
    item = write_scene(tmp_path / "in", "20230210", flat(1700))
    content = json.loads(item.read_text())
    ring = content["geometry"]["coordinates"][0]
    middle = (ring[0][0] + ring[1][0]) / 2
    content["geometry"]["coordinates"] = [[ring[0], [middle, ring[1][1]], [middle, ring[2][1]], ring[3], ring[0]]]
    item.write_text(json.dumps(content))
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out")
    with rasterio.open(tmp_path / "out/2023-01.tif") as one, rasterio.open(tmp_path / "out/2023-02.tif") as other:
        assert (one.transform, one.shape) == (other.transform, other.shape)


def test_tiles_are_made_apart_and_seen_together(tmp_path):
    for tile, west, dn in (("33TWL", WEST, 2000), ("33TXL", WEST + 300, 3000)):
        write_scene(tmp_path / "in", "20230105", flat(dn), west=west, tile=tile)
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out", tiling="mgrs")
    with rasterio.open(tmp_path / "out" / "2023-01.vrt") as mosaic:
        values = mosaic.read()
        assert mosaic.descriptions == ("B04", "observations")
        assert (mosaic.scales, mosaic.nodata) == ((0.0001, 1.0), -32768)
        assert mosaic.bounds.left == WEST
    assert values.shape == (2, SIDE, SIDE + 30)
    assert np.unique(values[0, :, :30]).tolist() == [2000]
    assert np.unique(values[0, :, 30:]).tolist() == [3000]
    moved = tmp_path / "moved"
    (tmp_path / "out").rename(moved)
    with rasterio.open(moved / "2023-01.vrt") as mosaic:
        assert np.array_equal(mosaic.read(), values), "references are relative"


def test_an_area_is_cut_for_each_tile_and_period(tmp_path):
    scenes = scenes_file(make_sample.make() / "sentinel-2", tmp_path / "s.jsonl")
    area = {"aoi_wkt": "POLYGON((17.99 45.89, 18.01 45.89, 18.01 45.9, 17.99 45.9, 17.99 45.89))"}
    fields = {"aoi_crs": "EPSG:4326", "resolution_m": 20.0, **area}
    result = series(scenes, tmp_path / "out", tiling="mgrs", period="quarter", **fields)
    tiles = {path.stem.partition("_")[2] for path in (tmp_path / "out").glob("*_*.tif")}
    assert len(tiles) == 2
    assert result.failed == 0
    zones = {path.stem.rpartition("_")[2] for path in (tmp_path / "out").glob("*.vrt")}
    assert zones == {"32633", "32634"}
    whole = series(scenes, tmp_path / "whole", period="all", **fields)
    assert whole.count == 1
    single = MedianCompositeRequest(scenes_path=scenes, output=str(tmp_path / "o.tif"), bands=("B04",), **fields)
    median_composite.run(single, Report())
    assert np.array_equal(values_of(tmp_path / "whole" / "all.tif"), values_of(tmp_path / "o.tif"))
    with Image.open(tmp_path / "out" / "contact_sheet.png") as sheet:
        assert sheet.width > 400


def test_collection_and_items_are_valid_stac(folder, tmp_path):
    series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out")
    validator = JsonSchemaSTACValidator()
    collection = json.loads((tmp_path / "out" / "collection.json").read_text())
    validator.validate_core(collection, pystac.STACObjectType.COLLECTION, "1.1.0")
    read = pystac.Collection.from_file(str(tmp_path / "out" / "collection.json"))
    assert "of 1 to 2 Sentinel-2 L2A scenes" in collection["description"], "of all composites, not of the first"
    page = (tmp_path / "out" / "index.html").read_text()
    assert "Contains modified Copernicus Sentinel data 2023–2024" in page
    assert str(tmp_path) not in page, "made for a web server"
    items = list(read.get_items())
    assert [item.id for item in items] == ["2023-01", "2023-02", "2023-04", "2024-01"]
    for item in items:
        validator.validate_core(json.loads(Path(item.self_href).read_text()), pystac.STACObjectType.ITEM, "1.1.0")
        assert item.collection_id == read.id
        assert Path(item.assets["data"].get_absolute_href()).exists()


def test_styles_share_one_stretch(folder, tmp_path):
    series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out")
    styles = {path.read_text() for path in (tmp_path / "out").glob("*.qml")}
    assert len(styles) == 1


def test_names_in_the_page_are_escaped(tmp_path):
    output = tmp_path / "<b>out & co"
    write_scene(tmp_path / "in", "20230105", flat(1500))
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), output)
    page = (output / "index.html").read_text()
    assert "<b>" not in page
    assert "&lt;b&gt;out &amp; co" in page


def grid_of(path):
    with rasterio.open(path) as dataset:
        return dataset.crs.to_epsg(), dataset.transform, dataset.shape


def test_added_scenes_do_not_move_the_grid(tmp_path):
    """Neither a tile more or less, nor another zone: composites of one folder are congruent."""
    write_scene(tmp_path / "in", "20230105", flat(1500))
    write_scene(tmp_path / "in", "20230105", flat(1500), west=WEST + 400, tile="33TXL")
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out")
    write_scene(tmp_path / "in", "20230210", flat(1700))
    write_scene(tmp_path / "in", "20230310", flat(1900), west=200_000, epsg=32634, tile="34TBL")
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out")
    grids = {path.stem: grid_of(path) for path in (tmp_path / "out").glob("*.tif")}
    assert grids["2023-02"] == grids["2023-01"]
    assert grids["2023-01"][2] == (SIDE, 2 * SIDE)
    assert all(grid == grids["2023-01"] for grid in grids.values())


def test_a_mosaic_shows_the_pixel_that_lies_there(tmp_path):
    """Tiles 290 m apart lie on different lattices of 40 m; the count of one tile does not hide its neighbour's."""
    rng = np.random.default_rng(5)
    for tile, west in (("33TWL", WEST), ("33TXL", WEST + 290)):
        dn = rng.integers(1000, 4000, (SIDE, SIDE)).astype(np.uint16)
        scl = np.full((SIDE // 2, SIDE // 2), 4, np.uint8)
        scl[:, :4] = 9 if tile == "33TXL" else 4
        write_scene(tmp_path / "in", "20230105", {"B04": dn}, scl, west=west, tile=tile)
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out", tiling="mgrs", resolution_m=40)
    with rasterio.open(tmp_path / "out" / "2023-01.vrt") as mosaic:
        values, counts = mosaic.read()
        to_map = mosaic.transform
    tiles = [rasterio.open(tmp_path / "out" / f"2023-01_{tile}.tif") for tile in ("33TXL", "33TWL")]
    for row, column in np.ndindex(values.shape):
        x, y = to_map @ (column + 0.5, row + 0.5)
        samples = [next(tile.sample([(x, y)])) for tile in tiles]
        inside = [s for s, tile in zip(samples, tiles, strict=True) if tile.bounds.left < x < tile.bounds.right]
        seen = [sample[0] for sample in inside if sample[0] != -32768]
        assert values[row, column] == (seen[0] if seen else -32768)
        assert counts[row, column] == (1 if seen else 0)
    for tile in tiles:
        tile.close()


@pytest.mark.parametrize("name", ["index.html", "collection.json", "contact_sheet.png", "2023-01.json", "2023-01.vrt"])
def test_files_of_the_users_are_not_overwritten(folder, tmp_path, name):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text('{"id": "mine"}')
    with pytest.raises(InvalidRequestError, match=f"{name} of another request"):
        series(scenes_file(folder, tmp_path / "s.jsonl"), tmp_path / "out")
    assert (tmp_path / "out" / name).read_text() == '{"id": "mine"}'
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_another_series_keeps_its_folder(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    with pytest.raises(InvalidRequestError, match="other method, period"):
        series(scenes, tmp_path / "out", period="year", method="mean")


def test_an_interrupted_first_run_can_go_on(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        if not path.name.startswith("2023-01") or path.suffix == ".vrt":
            path.unlink()
    assert series(scenes, tmp_path / "out").count == 4


def test_an_old_raster_beside_a_new_item_is_not_taken_for_it(folder, tmp_path):
    """Killed between the two renames, with files of the same size."""
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    raster = tmp_path / "out" / "2023-02.tif"
    old = raster.read_bytes()
    write_scene(folder, "20230215", flat(2200))
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    raster.write_bytes(old.ljust(raster.stat().st_size, b"\0"))
    assert np.unique(values_of(raster)).tolist() == [2000]
    series(scenes, tmp_path / "out")
    assert np.unique(values_of(raster)).tolist() == [2100]


def test_a_year_added_by_calendar_changes_no_time(tmp_path):
    for tile, west in (("33TWL", WEST), ("33TXL", WEST + 400)):
        write_scene(tmp_path / "in", "20220105", flat(1500), west=west, tile=tile)
    fields = {"tiling": "mgrs", "by_calendar": True}
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out", **fields)
    write_scene(tmp_path / "in", "20240105", flat(1900))
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "out", **fields)
    rows = [json.loads(line) for line in Path(f"{tmp_path}/out.jsonl").read_text().splitlines()]
    assert [(row["name"], row["start"], row["end"]) for row in rows] == [("01", "2000-01-01", "2000-01-31")]
    with rasterio.open(tmp_path / "out" / "01.vrt") as mosaic:
        assert mosaic.shape == (SIDE, 2 * SIDE)


@pytest.mark.parametrize(
    "item",
    [
        '{"assets": {"data": {"file:size": 1}}, "properties": [1]}',
        '{"assets": 5, "properties": {"sentinel_toolkit:series_hash": 3}}',
        "[" * 100_000,
        "null",
        "\ud800",
    ],
)
def test_odd_files_beside_the_composites_are_harmless(folder, tmp_path, item):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    (tmp_path / "out" / "other.json").write_text(item, "utf-8", "surrogatepass")
    (tmp_path / "out" / "other.tif").write_text("x")
    if "series_hash" in item:
        with pytest.raises(InvalidRequestError, match=r"other.tif of another request"):
            series(scenes, tmp_path / "out")
    else:
        assert series(scenes, tmp_path / "out").count == 4


@pytest.mark.parametrize("tile", ["/../../victim", "../../evil", "33TWL/x", "C:\\x", "."])
def test_a_hostile_tile_names_no_file(tmp_path, tile):
    item = write_scene(tmp_path / "in", "20230105", flat(1500), id="S2A_x_20230105")
    content = json.loads(item.read_text())
    content["properties"]["grid:code"] = f"MGRS-{tile}"
    item.write_text(json.dumps(content))
    (tmp_path / "victim.tif").write_text("precious")
    series(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "deep" / "out", tiling="mgrs")
    assert [path.name for path in (tmp_path / "deep" / "out").glob("*.tif")] == ["2023-01.tif"]
    assert {path.name for path in tmp_path.iterdir()} == {"in", "s.jsonl", "victim.tif", "deep"}
    assert (tmp_path / "victim.tif").read_text() == "precious"


def test_one_that_could_not_be_renewed_is_told(folder, tmp_path):
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    series(scenes, tmp_path / "out")
    write_scene(folder, "20230211", flat(2200))
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    for path in folder.glob("*202302*/B04.tif"):
        path.write_bytes(path.read_bytes()[:1500])
    result = series(scenes, tmp_path / "out")
    assert (result.count, result.failed) == (3, 1)
    page = (tmp_path / "out" / "index.html").read_text()
    assert page.count("<td>2023-02</td>") == 1
    assert "Of an earlier run, not renewed" in page
    assert np.unique(values_of(tmp_path / "out" / "2023-02.tif")).tolist() == [2000]


def test_a_composite_that_is_open_is_kept_beside_and_shown(folder, tmp_path, monkeypatch):
    output = tmp_path / "out"
    series(scenes_file(folder, tmp_path / "s.jsonl"), output)
    write_scene(folder, "20230211", flat(2200))
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    old, held, said = output / "2023-02.tif", Held(monkeypatch, 0.1), []
    request = CompositeSeriesRequest(
        scenes_path=scenes, output_folder=str(output), table_path=str(tmp_path / "t.jsonl"), bands=("B04",)
    )
    result = composite_series.run(request, held.when("finished before", old, output / "2023-01.vrt", said=said))
    assert (result.count, result.failed) == (4, 0)
    assert np.unique(values_of(old)).tolist() == [2000]
    assert np.unique(values_of(output / "2023-02_2.tif")).tolist() == [2100]
    assert np.unique(values_of(output / "2023-02.vrt")).tolist() == [2100]
    item = json.loads((output / "2023-02_2.json").read_text())
    assert (item["id"], item["assets"]["data"]["href"]) == ("2023-02_2", "./2023-02_2.tif")
    assert sum("could not be replaced" in text for text in warnings_of(said)) == 2
    rows = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text().splitlines()]
    assert [Path(row["path"]).name for row in rows][:2] == ["2023-01_2.vrt", "2023-02.vrt"]
    collection = pystac.Collection.from_file(str(output / "collection.json"))
    assert sorted(entry.id for entry in collection.get_items()) == ["2023-01", "2023-02_2", "2023-04", "2024-01"]
    assert "2023-02_2.tif" in (output / "index.html").read_text()
    said = []
    held.release()
    assert series(scenes, output, said).count == 4  # nothing is made again
    assert any("finished before: 4" in event.text for event in said)
    write_scene(folder, "20230212", flat(2600))
    series(scenes_file(folder, tmp_path / "s.jsonl"), output)  # now it can be replaced
    assert np.unique(values_of(output / "2023-02.vrt")).tolist() == [2200]
    assert np.unique(values_of(old)).tolist() == [2200]


def test_what_is_open_in_a_folder_is_refused_before_the_work(folder, tmp_path, monkeypatch):
    output = tmp_path / "out"
    series(scenes_file(folder, tmp_path / "s.jsonl"), output)
    write_scene(folder, "20230211", flat(2200))
    scenes, held = scenes_file(folder, tmp_path / "s.jsonl"), Held(monkeypatch)
    held.hold(output / "2023-01.tif")  # finished: it is not made again
    series(scenes, output)
    write_scene(folder, "20230212", flat(2600))
    held.hold(output / "2023-02.tif")
    with pytest.raises(InvalidRequestError, match=r"^2023-02\.tif is open in QGIS\. Remove the layer or choose"):
        series(scenes_file(folder, tmp_path / "s.jsonl"), output)
    assert np.unique(values_of(output / "2023-02.tif")).tolist() == [2100]


def test_the_best_is_chosen_among_those_that_open(folder, tmp_path):
    write_scene(folder, "20230207", flat(2300))
    scl = np.full((SIDE // 2, SIDE // 2), 4, np.uint8)
    scl[0] = 9
    write_scene(folder, "20230220", flat(2400), scl)
    scenes = scenes_file(folder, tmp_path / "s.jsonl")
    for day in ("20230210", "20230207"):
        next(folder.glob(f"*{day}*/B04.tif")).unlink()
    series(scenes, tmp_path / "out", max_scenes=1)
    assert np.unique(values_of(tmp_path / "out" / "2023-02.tif")[2:]).tolist() == [2400]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"period": "day"}, "PERIOD is 'day'"),
        ({"period": "year", "by_calendar": True}, "BY_CALENDAR with PERIOD year"),
        ({"tiling": "utm"}, "TILING is 'utm'"),
        ({"scheduler": "localhost"}, "SCHEDULER is 'localhost'"),
    ],
)
def test_requests_are_checked(fields, message):
    with pytest.raises(InvalidRequestError, match=message):
        CompositeSeriesRequest(output_folder="x", **fields)
