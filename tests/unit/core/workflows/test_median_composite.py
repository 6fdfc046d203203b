"""Composites against plain numpy, the sample's own world, and real scenes."""

import json
import shutil
from pathlib import Path
from typing import Any

import make_sample
import numpy as np
import pytest
import rasterio
from composites import MASKED, chosen, composite, numpy_median
from held import Held
from scenes import NORTH, WEST, scenes_file, write_scene
from shapely.geometry import box

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError, NoValidPixelsError
from sentinel_toolkit.contract.imagery import TRUE_COLOUR, MedianCompositeRequest
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.workflows import median_composite

EXTENT = {"aoi_crs": "EPSG:32633", "clip": False}


def test_composite_is_numpys_nanmedian(five, tmp_path):
    scenes, truth = five
    values, observations, result = composite(scenes, tmp_path / "out.tif", bands=("B04", "B08"))
    for band, name in enumerate(truth):
        assert np.array_equal(values[band], numpy_median(truth[name]), equal_nan=True)
    assert observations.max() == 5
    assert np.array_equal(observations == 0, np.isnan(values).all(0))
    assert result.scenes_used == 5
    assert result.valid_percent == pytest.approx(100 * (observations > 0).mean())


def test_scenes_on_both_sides_of_the_antimeridian_need_no_area(tmp_path):
    """Fiji: tiles 60KYF and 01KAB, 2.4 km apart by their UTM zones' borders."""
    bands = {"B04": np.full((60, 60), 3000, np.uint16)}
    for epsg, west, tile in ((32760, 819_000, "60KYF"), (32701, 179_400, "01KAB")):
        write_scene(tmp_path / "in", "20230821", bands, epsg=epsg, west=west, north=8_200_000, tile=tile)
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    values, _, result = composite(scenes, tmp_path / "o.tif", bands=("B04",))
    with rasterio.open(tmp_path / "o.tif") as dataset:
        assert dataset.crs.to_string() in ("EPSG:32760", "EPSG:32701")
        assert dataset.width < 500
        assert 8_190_000 < dataset.bounds.bottom < dataset.bounds.top < 8_210_000
    assert result.scenes_used == 2
    assert (~np.isnan(values)).sum() > 6800  # of 7200, some of which may lie over others


def test_composite_ignores_the_order_of_its_input(five, tmp_path):
    scenes, _ = five
    once = composite(scenes, tmp_path / "a.tif", bands=("B08",))[0]
    lines = Path(scenes).read_text().splitlines()
    Path(scenes).write_text("\n".join(reversed(lines)) + "\n")
    assert np.array_equal(once, composite(scenes, tmp_path / "b.tif", bands=("B08",))[0], equal_nan=True)


def test_offset_can_be_forced(five, tmp_path):
    scenes, truth = five
    for offset, dn in (("apply", -1000), ("none", 0)):
        values = composite(scenes, tmp_path / "out.tif", bands=("B08",), offset=offset)[0]
        expected = numpy_median([(bands, scl, dn) for bands, scl, _ in truth["B08"]])
        assert np.array_equal(values[0], expected, equal_nan=True)


def test_unmasked_classes_are_used_and_growth_masks_more(tmp_path):
    dn = np.full((20, 20), 3000, np.uint16)
    scl = np.full((10, 10), 4, np.uint8)
    scl[5, 5] = 9
    write_scene(tmp_path / "in", "20230810", {"B04": dn}, scl)
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    count = {}
    for grow in (0, 20, 45):
        count[grow] = int(np.isnan(composite(scenes, tmp_path / "o.tif", bands=("B04",), grow_mask_m=grow)[0]).sum())
    # One 20 m pixel is four of 10 m; a disc of 1 pixel is 5 of them, one of 2.25 is 21 minus the corners.
    assert count == {0: 4, 20: 20, 45: 84}
    assert not np.isnan(composite(scenes, tmp_path / "o.tif", bands=("B04",), mask_classes=("none",))[0]).any()


def test_coarse_pixel_is_the_mean_of_the_usable_fine_ones(tmp_path):
    rng = np.random.default_rng(3)
    dn = rng.integers(1, 9000, (40, 40)).astype(np.uint16)
    scl = np.where(rng.random((20, 20)) < 0.3, 9, 4).astype(np.uint8)
    write_scene(tmp_path / "in", "20230810", {"B04": dn}, scl)
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    extent = box(WEST, NORTH - 400, WEST + 400, NORTH).wkt
    values, _, _ = composite(scenes, tmp_path / "o.tif", bands=("B04",), resolution_m=40, aoi_wkt=extent, **EXTENT)
    fine = np.where((scl == 4).repeat(2, 0).repeat(2, 1), dn.astype(float), np.nan)
    cells = fine.reshape(10, 4, 10, 4).swapaxes(1, 2).reshape(10, 10, 16)
    enough = (~np.isnan(cells)).sum(2) >= 8
    expected = np.full((10, 10), np.nan)
    expected[enough] = np.rint([np.nanmean(cell) for cell in cells[enough]])
    assert np.array_equal(values[0], expected, equal_nan=True)


@pytest.mark.real_data
@pytest.mark.parametrize(("left_out", "rmse", "empty"), [("none", 54.0, 53), ("20230815", 104.0, 695)])
def test_real_scenes_of_zagreb(tmp_path, shared, left_out, rmse, empty):
    shutil.copytree(shared / "s2_zagreb", tmp_path / "in", ignore=shutil.ignore_patterns(f"*{left_out}*"))
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    with rasterio.open(shared / "s2_zagreb" / "S2A_33TWL_20230815_0_L2A" / "B04.tif") as clear:
        reference, grid = clear.read(1).astype(float), (clear.shape, clear.transform)
        extent = box(*clear.bounds).wkt
    values, observations, _ = composite(scenes, tmp_path / "o.tif", resolution_m=120, aoi_wkt=extent, **EXTENT)
    with rasterio.open(tmp_path / "o.tif") as dataset:
        assert (dataset.shape, dataset.transform) == grid
    assert np.sqrt(np.nanmean((values[2] - reference) ** 2)) <= rmse
    assert int(np.isnan(values[2]).sum()) == int((observations == 0).sum()) == empty
    for band, name in enumerate(("B02", "B03", "B04", "B08")):
        layers = []
        for folder in sorted((tmp_path / "in").iterdir()):
            with rasterio.open(folder / f"{name}.tif") as dn, rasterio.open(folder / "SCL.tif") as scl:
                stored = dn.read(1).astype(float)
                layers.append(np.where((stored == 0) | np.isin(scl.read(1), MASKED), np.nan, stored))
        hole = np.isnan(layers).all(0)
        expected = np.where(hole, np.nan, np.rint(np.nanmedian(np.where(hole, 0, layers), axis=0)))
        assert np.array_equal(values[band], expected, equal_nan=True)


@pytest.mark.real_data
def test_real_ndvi_of_a_median_is_not_the_median_of_ndvi(tmp_path, shared):
    scenes = scenes_file(shared / "s2_zagreb", tmp_path / "s.jsonl")
    fields = {"resolution_m": 120, "aoi_wkt": box(571980, 5051400, 607980, 5087400).wkt, **EXTENT}
    made = composite(scenes, tmp_path / "i.tif", index="NDVI", **fields)[0][0] / 10000
    layers = []
    for folder in sorted((shared / "s2_zagreb").iterdir()):
        if folder.is_dir():
            red, nir, scl = (
                rasterio.open(folder / f"{name}.tif").read(1).astype(float) for name in ("B04", "B08", "SCL")
            )
            with np.errstate(all="ignore"):
                ndvi = np.where(red + nir > 100, np.clip((nir - red) / (nir + red), -1, 1), np.nan)
            layers.append(np.where((red == 0) | (nir == 0) | np.isin(scl, MASKED), np.nan, ndvi))
    hole = np.isnan(layers).all(0)
    expected = np.where(hole, np.nan, np.nanmedian(np.where(hole, 0, layers), axis=0))
    assert np.array_equal(np.isnan(made), hole)
    assert np.nanmax(np.abs(made - expected)) < 1.5e-4, "but for the rounding of each scene's index"
    red, nir = composite(scenes, tmp_path / "o.tif", bands=("B04", "B08"), **fields)[0]
    assert 0.2 < np.nanmax(np.abs((nir - red) / (nir + red) - expected)) < 0.4


@pytest.mark.real_data
@pytest.mark.parametrize("strip", [("boa_offset_applied",), ("boa_offset_applied", "baseline", "product_uri")])
def test_real_pixels_are_not_shifted_twice_whatever_the_metadata_lack(tmp_path, shared, strip):
    """The items still declare an offset of -0.1; the pixels have lost their 1000 long ago."""
    shutil.copytree(shared / "s2_zagreb", tmp_path / "in")
    for path in (tmp_path / "in").rglob("*.json"):
        item = json.loads(path.read_text())
        item["properties"] = {k: v for k, v in item["properties"].items() if not any(word in k for word in strip)}
        path.chmod(0o644)
        path.write_text(json.dumps(item))
    stripped = scenes_file(tmp_path / "in", tmp_path / "a.jsonl")
    whole = scenes_file(shared / "s2_zagreb", tmp_path / "b.jsonl")
    fields = {"bands": ("B04",), "resolution_m": 120, "aoi_wkt": box(571980, 5051400, 607980, 5087400).wkt, **EXTENT}
    made = [composite(scenes, tmp_path / "o.tif", **fields)[0] for scenes in (stripped, whole)]
    reasons = json.loads((tmp_path / "o.json").read_text())["properties"]["sentinel_toolkit:offsets"]
    assert len(reasons) == 5
    assert np.array_equal(made[0], made[1], equal_nan=True)


@pytest.mark.real_data
def test_real_mask_on_another_grid(tmp_path, shared):
    folder = shared / "s2_barbellino"
    layers = []
    for day in ("20170703", "20190723"):
        with rasterio.open(folder / f"S2A2A_{day}_022_Barbellino_BOA_10.tif") as boa:
            dn = boa.read(3)
        with rasterio.open(folder / f"S2A2A_{day}_022_Barbellino_SCL_10.tif") as raster:
            scl = raster.read(1)
        write_scene(tmp_path / "in", day, {"B04": dn}, scl, west=580560, north=5102120, epsg=32632)
        mask = np.isin(scl, MASKED).repeat(2, 0).repeat(2, 1)
        layers.append(np.where(mask | (dn == 0), np.nan, np.minimum(dn.astype(float), 32767)))
    values, _, _ = composite(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "o.tif", bands=("B04",))
    hole = np.isnan(layers).all(0)
    expected = np.where(hole, np.nan, np.rint(np.nanmedian(np.where(hole, 0, layers), axis=0)))
    made = values[0][-42:, :24] if values.shape[1:] != (42, 24) else values[0]
    assert np.array_equal(made, expected, equal_nan=True)


# Two UTM zones, against the world that the sample was rendered from.


def test_tiles_of_a_pass_are_one_observation(sample_scenes, tmp_path):
    day = chosen(sample_scenes, "20220615", tmp_path / "s.jsonl")
    _, observations, result = composite(day, tmp_path / "o.tif", bands=("B04",))
    assert observations.max() == 1
    assert result.scenes_used == 2


def test_same_area_gives_congruent_grids(sample_scenes, tmp_path):
    aoi = {"aoi_wkt": box(17.98, 45.88, 18.01, 45.91).wkt, "aoi_crs": "EPSG:4326", "resolution_m": 20}
    grids = set()
    for day in ("20220615", "20211013"):
        part = chosen(sample_scenes, day, tmp_path / f"{day}.jsonl")
        composite(part, tmp_path / f"{day}.tif", bands=("B8A",), **aoi)
        with rasterio.open(tmp_path / f"{day}.tif") as dataset:
            grids.add((dataset.shape, dataset.transform, dataset.crs.to_epsg()))
            assert dataset.transform.c % 20 == dataset.transform.f % 20 == 0
    assert len(grids) == 1


# The area.


def test_pixels_outside_the_area_are_empty(tmp_path):
    write_scene(tmp_path / "in", "20230810", {"B04": np.full((40, 40), 500, np.uint16)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    triangle = f"POLYGON(({WEST} {NORTH}, {WEST + 400} {NORTH}, {WEST} {NORTH - 400}, {WEST} {NORTH}))"
    values, _, result = composite(scenes, tmp_path / "o.tif", bands=("B04",), aoi_wkt=triangle, aoi_crs="EPSG:32633")
    rows, columns = np.mgrid[:40, :40] + 0.5
    assert np.array_equal(~np.isnan(values[0])[rows + columns != 40], (rows + columns < 40)[rows + columns != 40])
    assert result.valid_percent == 100


def test_area_smaller_than_a_pixel_takes_the_pixel_it_touches(tmp_path):
    write_scene(tmp_path / "in", "20230810", {"B04": np.full((40, 40), 500, np.uint16)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    speck = box(WEST + 101, NORTH - 104, WEST + 103, NORTH - 102).wkt
    values, _, _ = composite(scenes, tmp_path / "o.tif", bands=("B04",), aoi_wkt=speck, aoi_crs="EPSG:32633")
    assert values.tolist() == [[[500]]]


def test_area_elsewhere_is_an_error_that_says_so(tmp_path):
    write_scene(tmp_path / "in", "20230810", {"B04": np.full((4, 4), 500, np.uint16)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    with pytest.raises(NoOverlapError, match="None of the 1 scenes touches the area"):
        composite(scenes, tmp_path / "o.tif", bands=("B04",), aoi_wkt=box(-71, -34, -70, -33).wkt, aoi_crs="EPSG:4326")


def test_all_cloud_is_an_error_and_leaves_nothing(tmp_path):
    cloudy = np.full((20, 20), 9, np.uint8)
    write_scene(tmp_path / "in", "20230810", {"B04": np.full((40, 40), 500, np.uint16)}, cloudy)
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    (tmp_path / "out").mkdir()
    with pytest.raises(NoValidPixelsError, match="No pixel of the area is clear in any of the 1 scenes"):
        composite(scenes, tmp_path / "out" / "o.tif", bands=("B04",))
    assert not list((tmp_path / "out").iterdir())


# Resolution and CRS.


def test_unknown_crs_is_refused(five, tmp_path):
    with pytest.raises(InvalidRequestError, match="CRS 'EPSG:1' is unknown"):
        composite(five[0], tmp_path / "o.tif", bands=("B04",), crs="EPSG:1")


def test_metres_in_a_crs_of_degrees_are_refused(five, tmp_path):
    with pytest.raises(InvalidRequestError, match="RESOLUTION 10 is larger than the area .*0.0001 is about 10 m"):
        composite(five[0], tmp_path / "o.tif", bands=("B04",), crs="EPSG:4326")


@pytest.mark.parametrize(("crs", "resolution"), [("EPSG:4326", 0.0001), ("EPSG:32633", 300)])
def test_point_takes_one_pixel_in_any_crs(five, tmp_path, crs, resolution):
    point = {"aoi_wkt": f"POINT({WEST + 300} {NORTH - 200})", "aoi_crs": "EPSG:32633", "crs": crs}
    values = composite(
        five[0], tmp_path / "o.tif", bands=("B08",), resolution_m=resolution, mask_classes=("none",), **point
    )[0]
    assert values.shape[1] <= 2
    assert values.shape[2] <= 2


def test_pixel_larger_than_the_area_is_refused(five, tmp_path):
    with pytest.raises(InvalidRequestError, match="RESOLUTION 100000 is larger than the area"):
        composite(five[0], tmp_path / "o.tif", bands=("B04",), resolution_m=100_000)


def test_the_example_of_the_readme_runs():
    """On the sample of Budapest, for the catalogue it names is not here; as it stands otherwise."""
    text = (
        (Path(__file__).resolve().parents[4] / "README.md").read_text("utf-8").split("## In Python")[1].split("## ")[0]
    )
    code = "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))
    changes = {
        "(15.9, 45.75, 16.1, 45.85)": "(18.0, 45.89, 18.01, 45.9)",
        '"2023-06", "2023-08"': '"2022-05", "2022-07"',
        'source="earth_search"': f'source="folder", folder={str(make_sample.make() / "sentinel-2")!r}',
        "image.plot.imshow(robust=True)": "",
    }
    for old, new in changes.items():
        assert old in code
        code = code.replace(old, new)
    said: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), said)
    assert said["image"].dims == ("band", "y", "x")
    assert said["image"].notnull().any()


def test_what_is_opened_meanwhile_stays_and_the_new_files_are_told(tmp_path, monkeypatch):
    write_scene(tmp_path / "in", "20230810", {name: np.full((40, 40), 2000, np.uint16) for name in TRUE_COLOUR})
    request = MedianCompositeRequest(
        scenes_path=scenes_file(tmp_path / "in", tmp_path / "s.jsonl"),
        output=str(tmp_path / "o.tif"),
        output_rgb=str(tmp_path / "rgb.tif"),
        bands=TRUE_COLOUR,
    )
    median_composite.run(request, Report())
    held, said = Held(monkeypatch, 0.1), []
    opened = tmp_path / "o.tif", tmp_path / "rgb.tif"
    before = [path.read_bytes() for path in opened]
    result = median_composite.run(request, held.when("Writing the COG", *opened, said=said))
    assert (result.output, result.output_rgb) == (str(tmp_path / "o_2.tif"), str(tmp_path / "rgb_2.tif"))
    assert [path.read_bytes() for path in opened] == before
    assert sum("could not be replaced" in event.text for event in said) == 2
    assert not list(tmp_path.glob(".*"))


def test_cancel_leaves_nothing(five, tmp_path):
    (tmp_path / "out").mkdir()
    asked = []
    report = Report(is_cancelled=lambda: asked.append(1) or len(asked) > 12)
    with pytest.raises(JobCancelled):
        composite(five[0], tmp_path / "out" / "o.tif", report, bands=("B04", "B08"))
    assert not list((tmp_path / "out").iterdir())
