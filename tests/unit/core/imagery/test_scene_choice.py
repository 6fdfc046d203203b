"""Which scenes and pixels a composite is made of: the best of each tile, the fewest observations, swath edges."""

import datetime

import numpy as np
import pytest
import rasterio
from affine import Affine
from composites import composite
from rasterio.enums import ColorInterp
from scenes import NORTH, WEST, scenes_file, write_band, write_scene

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import CHOOSING_METHODS, COMPOSITE_METHODS, MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery import block_plan
from sentinel_toolkit.core.scenes import scene
from sentinel_toolkit.core.scenes.selection import places_in_tile
from sentinel_toolkit.core.workflows import median_composite

SIDE = 40
# The left half of the tile, where the scene with fewer clouds over the whole tile is the cloudy one.
LEFT = {"aoi_wkt": f"POLYGON(({WEST} {NORTH}, {WEST + 200} {NORTH}, {WEST + 200} {NORTH - 400}, {WEST} {NORTH - 400}, {WEST} {NORTH}))", "aoi_crs": "EPSG:32633"}  # fmt: skip


def cloudy(columns):
    """Return a classification with cloud in these columns (of 20 m)."""
    scl = np.full((SIDE // 2, SIDE // 2), 4, np.uint8)
    scl[:, columns] = 9
    return scl


@pytest.fixture
def three(tmp_path):
    """Three dates: cloudy left (a quarter), cloudy right (half), cloudy left but for a column."""
    masks = {"20230801": slice(0, 5), "20230811": slice(10, 20), "20230821": slice(1, 20)}
    for number, (day, columns) in enumerate(masks.items()):
        dn = np.full((SIDE, SIDE), 1000 * (number + 1), np.uint16)
        write_scene(tmp_path / "in", day, {"B04": dn}, cloudy(columns))
    return scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")


def test_the_clearest_inside_the_area_is_taken(three, tmp_path):
    values, observations, result = composite(three, tmp_path / "o.tif", bands=("B04",), max_scenes=1, **LEFT)
    assert result.scenes_used == 1
    assert (values == 2000).all(), "the second date is clear over the left half"
    assert (observations == 1).all()


@pytest.mark.parametrize("max_scenes", [1, 2])
def test_the_next_best_stands_in_for_one_that_cannot_be_read(three, tmp_path, max_scenes):
    next((tmp_path / "in").glob("*20230811*/B04.tif")).unlink()
    values, _, result = composite(three, tmp_path / "o.tif", bands=("B04",), max_scenes=max_scenes, **LEFT)
    assert result.scenes_used == max_scenes
    assert np.nanmax(values) == (1000 if max_scenes == 1 else 3000)


def test_two_tiles_get_their_own_best(tmp_path):
    for tile, west in (("33TWL", WEST), ("33TXL", WEST + 400)):
        for day, columns in (("20230801", slice(0, 9)), ("20230811", slice(0, 3))):
            dn = np.full((SIDE, SIDE), int(day[-2:]) * 100, np.uint16)
            write_scene(tmp_path / "in", day, {"B04": dn}, cloudy(columns), west=west, tile=tile)
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    values, _, result = composite(scenes, tmp_path / "o.tif", bands=("B04",), max_scenes=1)
    assert result.scenes_used == 2
    assert np.nanmax(np.abs(values - 1100)) == 0


def test_few_observations_are_made_up_for_pixel_by_pixel(three, tmp_path, monkeypatch):
    fields = {"bands": ("B04",), "max_scenes": 1}
    best = composite(three, tmp_path / "a.tif", **fields)
    assert np.isnan(best[0][0, :, :10]).all(), "of the whole tile the first date is the clearest"
    more, observations, _ = composite(three, tmp_path / "b.tif", min_observations=1, **fields)
    assert not np.isnan(more).any()
    assert np.array_equal(more[0, :, 10:], best[0][0, :, 10:]), "pixels with enough are left as they are"
    assert (more[0, :, :10] == 2000).all()
    assert (observations == 1).all()
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 8)
    small = composite(three, tmp_path / "c.tif", min_observations=1, **fields)
    assert np.array_equal(small[0], more)


def test_all_scenes_leave_nothing_to_add(three, tmp_path):
    said = []
    report = Report(lambda event: said.append(getattr(event, "text", "")))
    composite(three, tmp_path / "o.tif", report, bands=("B04",), min_observations=3)
    assert any("MIN_OBSERVATIONS adds nothing" in text for text in said)


def test_unknown_shares_come_last_and_ties_go_to_the_earlier():
    scenes = [
        scene.Scene(
            f"s{day}",
            "c",
            "p",
            "sentinel-2-l2a",
            datetime.datetime(2023, 1, day, tzinfo=datetime.timezone.utc),
            None,
            "folder",
            tile="33TWL",
        )
        for day in (1, 2, 3, 4)
    ]
    places = places_in_tile(scenes, [50.0, None, 80.0, 50.0])
    assert [places[each.key] for each in scenes] == [1, 3, 0, 2]


def test_swath_edges_are_eroded_and_tile_edges_are_not(tmp_path):
    scl = np.full((SIDE // 2, SIDE // 2), 4, np.uint8)
    scl[:, :5] = 0
    dn = np.full((SIDE, SIDE), 3000, np.uint16)
    write_scene(tmp_path / "in", "20230801", {"B04": dn}, scl)
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    values = composite(scenes, tmp_path / "o.tif", bands=("B04",), erode_edge_m=40)[0][0]
    assert np.isnan(values[:, :14]).all(), "10 columns of no data and 40 m of rim"
    assert not np.isnan(values[:, 14:]).any()


def test_an_index_is_that_of_each_scene_then_the_median(five, tmp_path):
    scenes, truth = five
    values, observations, _ = composite(scenes, tmp_path / "o.tif", bands=("B04",), index="NDVI")
    layers = []
    for (red_dn, scl, offset), (nir_dn, _, _) in zip(truth["B04"], truth["B08"], strict=True):
        masked = np.isin(scl, (0, 1, 3, 7, 8, 9, 10)).repeat(2, 0).repeat(2, 1) | (red_dn == 0) | (nir_dn == 0)
        red, nir = ((band.astype(float) + offset) / 10000 for band in (red_dn, nir_dn))
        with np.errstate(all="ignore"):
            ndvi = np.where(nir + red > 0.01, np.clip((nir - red) / (nir + red), -1, 1), np.nan)
        layers.append(np.where(masked, np.nan, np.rint(ndvi * 10000)))
    with np.errstate(all="ignore"), pytest.warns(RuntimeWarning, match="All-NaN"):
        expected = np.nanmedian(layers, axis=0)
    assert np.array_equal(np.isnan(values[0]), np.isnan(expected))
    assert np.nanmax(np.abs(values[0] - expected)) <= 1  # of 10000: halves, and single against double precision
    assert np.array_equal(observations, (~np.isnan(layers)).sum(0))
    with rasterio.open(tmp_path / "o.tif") as dataset:
        assert dataset.descriptions == ("NDVI", "observations")
        assert dataset.scales == (0.0001, 1.0)


@pytest.mark.parametrize("method", COMPOSITE_METHODS)
def test_methods_do_not_depend_on_blocks(five, tmp_path, method, monkeypatch):
    fields = {"bands": ("B04", "B08"), "method": method, "date_band": method in CHOOSING_METHODS}
    request = MedianCompositeRequest(scenes_path=five[0], output=str(tmp_path / "o.tif"), **fields)
    median_composite.run(request, Report())
    with rasterio.open(tmp_path / "o.tif") as dataset:
        expected = dataset.read()
        names = dataset.descriptions
    assert names == ("B04", "B08", *(("date",) if fields["date_band"] else ()), "observations")
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 16)
    made = median_composite.in_memory(request, Report())
    assert np.array_equal(made.values, expected)
    assert tuple(band.name for band in made.bands) == names


def test_latest_takes_the_last_clear_date_and_says_which(three, tmp_path):
    request = MedianCompositeRequest(
        scenes_path=three, output=str(tmp_path / "o.tif"), bands=("B04",), method="latest", date_band=True
    )
    median_composite.run(request, Report())
    with rasterio.open(tmp_path / "o.tif") as dataset:
        values, dates, _ = dataset.read()
    expected = np.full((SIDE, SIDE), 1000)
    expected[:, :20] = 2000
    expected[:, :2] = 3000
    assert np.array_equal(values, expected)
    assert np.array_equal(dates, (expected // 1000 - 1) * 10 + 19570)  # 2023-08-01 is day 19570


def test_web_picture_is_what_a_web_map_shows(tmp_path):
    ramp = np.linspace(1000, 4000, 128 * 128).reshape(128, 128).astype(np.uint16)
    bands = {name: ramp + shift for name, shift in (("B02", 0), ("B03", 300), ("B04", 600))}
    write_scene(tmp_path / "in", "20230801", bands)
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    picture = tmp_path / "web.tif"
    composite(scenes, tmp_path / "o.tif", bands=("B02", "B03", "B04"), output_rgb=str(picture))
    with rasterio.open(picture) as dataset:
        assert dataset.crs.to_epsg() == 3857
        assert (dataset.dtypes, dataset.nodata) == (("uint8",) * 3, 0)
        assert dataset.colorinterp == (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.tags(ns="TILING_SCHEME")["NAME"].lower() == "googlemapscompatible"
        layers = dataset.read()
    red, seen = layers[0], layers[0] > 0
    assert np.array_equal(seen, (layers > 0).all(0)), "transparent in all bands or none"
    assert seen.any()
    assert not seen.all(), "the grid is turned against Web Mercator"
    assert layers[2][seen].min() <= 10, "one range for all bands: blue is the darkest"
    assert red[seen].max() >= 245
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["o.tif", "web.tif"]


def test_web_picture_needs_its_bands():
    with pytest.raises(InvalidRequestError, match="true-colour"):
        MedianCompositeRequest(output="o.tif", output_rgb="web.tif", bands=("B04", "B08"))


def test_both_outputs_in_one_file_are_refused():
    with pytest.raises(InvalidRequestError, match="OUTPUT and OUTPUT_RGB are both"):
        MedianCompositeRequest(output="x/../o.tif", output_rgb="./o.tif", bands=("B02", "B03", "B04"))


def test_a_raster_with_its_south_up_is_read_the_right_way(tmp_path):
    dn = np.arange(SIDE * SIDE, dtype=np.uint16).reshape(SIDE, SIDE) + 1000
    scl = np.full((SIDE // 2, SIDE // 2), 4, np.uint8)
    scl[:3] = 9
    item = write_scene(tmp_path / "in", "20230801", {"B04": dn}, scl)
    transform = Affine(10, 0, WEST, 0, 10, NORTH - 10 * SIDE)
    profile = {"height": SIDE, "width": SIDE, "count": 1, "dtype": "uint16", "crs": "EPSG:32633"}
    with rasterio.open(item.parent / "B04.tif", "w", driver="GTiff", transform=transform, **profile) as dataset:
        dataset.write(dn[::-1], 1)
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    values = composite(scenes, tmp_path / "o.tif", bands=("B04",))[0][0]
    assert np.isnan(values[:6]).all()
    assert np.array_equal(values[6:], dn[6:])


def test_the_day_of_a_pass_is_that_of_the_sun_in_all_its_tiles(tmp_path, monkeypatch):
    """A pass over eastern Australia crosses midnight of UTC; its solar day is one, and no block changes it."""
    for number, time in enumerate(("2023-01-05T23:59:50Z", "2023-01-06T00:00:10Z")):
        item = write_scene(
            tmp_path / "in",
            f"2023010{5 + number}",
            {"B04": np.full((SIDE, SIDE), 2000, np.uint16)},
            west=WEST + 400 * number,
            epsg=32756,
            north=6_500_000,
            tile=f"56J{'KL'[number]}Q",
            datetime=time,
            **{"s2:datatake_id": "GS2A_20230105T235941_039385_N05.09"},
        )
        assert item.exists()
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    request = MedianCompositeRequest(
        scenes_path=scenes, output=str(tmp_path / "o.tif"), bands=("B04",), method="latest", date_band=True
    )
    for block in (2048, 16):
        monkeypatch.setattr(block_plan, "MAX_BLOCK", block)
        median_composite.run(request, Report())
        with rasterio.open(tmp_path / "o.tif") as dataset:
            assert np.unique(dataset.read(2)).tolist() == [19363], "2023-01-06, ten in the morning there"


def test_missing_classification_is_named(tmp_path):
    item = write_scene(tmp_path / "in", "20230801", {"B04": np.full((SIDE, SIDE), 3000, np.uint16)})
    write_scene(tmp_path / "in", "20230811", {"B04": np.full((SIDE, SIDE), 5000, np.uint16)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    (item.parent / "SCL.tif").unlink()
    said = []
    values, _, result = composite(scenes, tmp_path / "o.tif", Report(said.append), bands=("B04",), max_scenes=2)
    assert result.scenes_used == 1
    assert (values == 5000).all()
    assert any("SCL.tif" in event.text for event in said if getattr(event, "warning", False))


def test_mixed_resolutions_come_on_one_grid(tmp_path):
    fine, coarse = np.full((SIDE, SIDE), 2000, np.uint16), np.arange(400, dtype=np.uint16).reshape(20, 20) + 1000
    item = write_scene(tmp_path / "in", "20230801", {"B04": fine, "B11": fine})
    write_band(item.parent / "B11.tif", coarse, 20)
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    values = composite(scenes, tmp_path / "o.tif", bands=("B04", "B11"))[0]
    assert np.array_equal(values[1], coarse.repeat(2, 0).repeat(2, 1))
    half = composite(scenes, tmp_path / "h.tif", bands=("B04", "B11"), resolution_m=20)[0]
    assert np.array_equal(half[1], coarse)
