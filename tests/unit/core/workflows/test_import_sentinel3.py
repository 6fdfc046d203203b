"""Sentinel-3 on a grid: masked, joined and cut, on products whose every pixel is known."""

import datetime
import json
import shutil
import zipfile

import numpy as np
import pytest
import rasterio
from held import Held
from swaths import CLOUD, DAY, LAND, SHAPE, START, fields, make, name_of, read_name, regular_swath

from sentinel_toolkit.contract.errors import (
    InvalidRequestError,
    NoOverlapError,
    NoValidPixelsError,
    UnreadableRasterError,
)
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.swaths import ImportSentinel3Request
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.scenes.safe import UnreadableProductError
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.swaths.sen3 import read_product
from sentinel_toolkit.core.workflows.import_sentinel3 import run


def run_on(target, said=None, **options):
    report = Report(said.append if said is not None else lambda _event: None)
    result = run(ImportSentinel3Request(output=str(target), **options), report)
    with rasterio.open(target) as dataset:
        return result, dataset.read(), dataset.profile, dataset.descriptions


def table(path, scenes):
    path.write_text("".join(encode_scene(scene) + "\n" for scene in scenes))
    return str(path)


def test_each_cell_has_the_value_of_a_pixel_within_its_reach(tmp_path):
    places = regular_swath(SHAPE)
    product = make(tmp_path, places=places)
    _, layers, profile, names = run_on(tmp_path / "out.tif", sen3=str(product), cloud_mask="none", crs="EPSG:32633")
    assert names == ("LST", "NDVI")
    assert (profile["dtype"], np.isnan(profile["nodata"])) == ("float32", True)
    transform = profile["transform"]
    assert (transform.c % 1000, transform.f % 1000, transform.a) == (0, 0, 1000)  # on multiples of the resolution
    place = np.rint((layers[0] - 290) / 0.01)
    found = ~np.isnan(place)
    rows, columns = np.divmod(place[found].astype(int), SHAPE[1])
    turn = np.radians(12)
    right, down = (columns - SHAPE[1] / 2) * 1000, (rows - SHAPE[0] / 2) * 1000
    x, y = 500_000 + right * np.cos(turn) + down * np.sin(turn), 5_000_000 + right * np.sin(turn) - down * np.cos(turn)
    cells = np.nonzero(found)
    cell_x, cell_y = transform @ (cells[1] + 0.5, cells[0] + 0.5)
    assert np.hypot(cell_x - x, cell_y - y).max() < 750
    assert found.sum() == pytest.approx(SHAPE[0] * SHAPE[1], rel=0.06)


def test_rows_of_garbage_places_are_left_out_and_said(tmp_path):
    latitude, longitude = regular_swath(SHAPE)
    sound = make(tmp_path / "sound", places=(latitude.copy(), longitude.copy()))
    latitude[20:23], longitude[20:23] = [[-60.0], [10.0], [80.0]], [[-170.0], [20.0], [99.0]]
    latitude[-1], longitude[-1] = 0.0, 0.0
    broken, said = make(tmp_path / "broken", places=(latitude, longitude)), []
    options = {"cloud_mask": "none", "crs": "EPSG:32633"}
    _, whole, profile, _ = run_on(tmp_path / "whole.tif", sen3=str(sound), **options)
    _, layers, small, _ = run_on(tmp_path / "out.tif", said, sen3=str(broken), **options)
    assert small["height"] <= profile["height"]
    assert any("4 of 40 rows lie impossibly far" in str(remark) for remark in said)
    share = np.isfinite(layers[0]).sum() / np.isfinite(whole[0]).sum()
    assert 0.85 < share < 0.95, "four of forty rows"


def test_frames_on_both_sides_of_the_antimeridian_are_one_ground(tmp_path):
    west = make(tmp_path / "in", places=regular_swath(SHAPE, "EPSG:32760", (790_000, 8_200_000)))
    later = START + datetime.timedelta(seconds=180)
    east = make(tmp_path / "in", later, places=regular_swath(SHAPE, "EPSG:32760", (850_000, 8_200_000)))
    path = table(tmp_path / "s", [read_product(west), read_product(east)])
    _, layers, profile, _ = run_on(tmp_path / "out.tif", scenes_path=path, cloud_mask="none")
    assert profile["crs"].to_string() in ("EPSG:32760", "EPSG:32701")
    assert profile["width"] < 120
    assert (~np.isnan(layers[0])).sum() == pytest.approx(2 * SHAPE[0] * SHAPE[1], rel=0.08)


def test_cloud_never_leaks_and_grows(tmp_path):
    confidence = np.full(SHAPE, LAND | DAY, np.uint16)
    confidence[20, 16] |= CLOUD
    product = make(tmp_path, confidence=confidence)
    counts = []
    for grow in (0, 1, 2):
        _, layers, _, _ = run_on(tmp_path / f"{grow}.tif", sen3=str(product), grow_mask_px=grow, crs="EPSG:32633")
        counts.append(int(np.isfinite(layers[0]).sum()))
    _, layers, _, _ = run_on(tmp_path / "none.tif", sen3=str(product), cloud_mask="none", crs="EPSG:32633")
    whole = int(np.isfinite(layers[0]).sum())
    assert [whole - count for count in counts] == pytest.approx([1, 5, 13], abs=2)  # discs of radius 0, 1 and 2


def test_cloud_grows_across_the_seam_of_two_frames(tmp_path):
    latitude, longitude = regular_swath((80, 32))
    confidence = np.full((80, 32), LAND | DAY, np.uint16)
    confidence[39] |= CLOUD  # the last row of the first frame
    for number, rows in enumerate((slice(0, 40), slice(40, 80))):
        start = START + datetime.timedelta(seconds=180 * number)
        make(
            tmp_path / "two",
            start=start,
            places=(latitude[rows], longitude[rows]),
            confidence=confidence[rows],
            name=name_of(start),
        )
    path = table(tmp_path / "two.jsonl", search(str(tmp_path / "two"), Report()))
    counts = []
    for grow in (0, 2):
        _, layers, _, _ = run_on(tmp_path / f"{grow}.tif", scenes_path=path, grow_mask_px=grow, crs="EPSG:32633")
        counts.append(int(np.isfinite(layers[0]).sum()))
    assert counts[0] - counts[1] == pytest.approx(4 * 32, rel=0.1)  # two rows on each side


def test_the_cut_does_not_change_how_cloud_grows(tmp_path):
    confidence = np.full(SHAPE, LAND | DAY, np.uint16)
    confidence[:, :2] |= CLOUD  # far from the area
    product = make(tmp_path, confidence=confidence)
    wkt = "POLYGON((503000 4998000, 506000 4998000, 506000 5001000, 503000 5001000, 503000 4998000))"
    with pytest.raises(NoValidPixelsError):
        run_on(tmp_path / "out.tif", sen3=str(product), grow_mask_px=25, aoi_wkt=wkt, aoi_crs="EPSG:32633")


def test_files_of_different_sizes_are_one_product_s_fault(tmp_path):
    product = make(tmp_path)
    other = make(tmp_path / "other", places=regular_swath((10, 32)))
    shutil.copy(other / "LST_in.nc", product / "LST_in.nc")
    with pytest.raises(UnreadableRasterError, match="LST and geodetic_in have different sizes"):
        run_on(tmp_path / "out.tif", sen3=str(product))


def test_a_path_that_is_not_there_is_said_to_be_so(tmp_path):
    with pytest.raises(UnreadableProductError, match="does not exist"):
        run_on(tmp_path / "out.tif", sen3=str(tmp_path / "nope.zip"))


def test_pointing_is_no_cloud(tmp_path):
    """The highest bit is another flag: ``confidence >= 16384`` would catch it."""
    confidence = np.full(SHAPE, LAND | DAY | 32768, np.uint16)
    _, layers, _, _ = run_on(tmp_path / "out.tif", sen3=str(make(tmp_path, confidence=confidence)))
    assert np.isfinite(layers[0]).any()


def test_frames_of_a_pass_join_without_a_seam(tmp_path):
    latitude, longitude = regular_swath((80, 32))
    whole = {name: values.astype(np.float64) for name, values in fields((80, 32)).items()}
    for number, rows in enumerate((slice(0, 40), slice(40, 80))):
        start = START + datetime.timedelta(seconds=180 * number)
        part = {name: values[rows] for name, values in whole.items()}
        make(tmp_path / "two", start=start, places=(latitude[rows], longitude[rows]), values=part)
    make(tmp_path / "one", places=(latitude, longitude), values=whole)
    for resampling in ("nearest", "bilinear"):
        layers = {}
        for name in ("one", "two"):
            scenes = search(str(tmp_path / name), Report())
            path = table(tmp_path / f"{name}.jsonl", scenes)
            _, layers[name], _, _ = run_on(
                tmp_path / f"{name}.tif", scenes_path=path, crs="EPSG:32633", resampling=resampling, resolution_m=700
            )
        shape = np.minimum(layers["one"].shape, layers["two"].shape)
        one, two = (layers[name][:, : shape[1], : shape[2]] for name in ("one", "two"))
        assert layers["one"].shape == layers["two"].shape
        assert np.array_equal(one, two, equal_nan=True)


def test_a_product_as_long_as_an_orbit_is_cut_before_it_is_sorted(tmp_path):
    """4500 rows: places are looked through 2000 at a time; the area lies across two such parts."""
    rows = 4500
    latitude, longitude = regular_swath((rows, 32), turn_deg=0, centre=(500_500, 5_000_500))
    product = make(
        tmp_path,
        places=(latitude, longitude),
        values={
            "LST": np.broadcast_to(250 + 0.01 * np.arange(rows)[:, None], (rows, 32)),
            "NDVI": np.zeros((rows, 32)),
        },
        name=name_of(START, 6059, "____"),
    )
    y = 5_000_000 + (rows / 2 - 2000) * 1000  # of row 2000, where the second part begins
    wkt = f"POLYGON((498000 {y - 4000}, 502000 {y - 4000}, 502000 {y + 4000}, 498000 {y + 4000}, 498000 {y - 4000}))"
    _, layers, _, _ = run_on(tmp_path / "out.tif", sen3=str(product), aoi_wkt=wkt, aoi_crs="EPSG:32633")
    rows_seen = np.rint((layers[0] - 250) / 0.01)
    assert layers.shape == (2, 8, 4)
    assert not np.isnan(rows_seen).any()
    assert (np.diff(rows_seen[:, 0]) == 1).all()
    assert rows_seen.min() < 2000 < rows_seen.max()


def test_several_passes_need_a_folder(tmp_path):
    for day in (0, 1):
        make(tmp_path / "scenes", start=START + datetime.timedelta(days=day))
    path = table(tmp_path / "scenes.jsonl", search(str(tmp_path / "scenes"), Report()))
    with pytest.raises(InvalidRequestError, match="2 passes \\(S3A_20230620T093000, S3A_20230621T093000\\)"):
        run(ImportSentinel3Request(scenes_path=path, output=str(tmp_path / "out.tif")), Report())
    folder, rows = tmp_path / "out", tmp_path / "rows.jsonl"
    request = ImportSentinel3Request(scenes_path=path, output_folder=str(folder), table_path=str(rows))
    assert run(request, Report()).count == 2
    names = ["S3A_20230620T093000", "S3A_20230621T093000"]
    assert [json.loads(line)["name"] for line in rows.read_text().splitlines()] == names
    assert sorted(path.name for path in folder.glob("*.tif")) == [f"{name}.tif" for name in names]
    assert all((folder / f"{name}.{suffix}").exists() for name in names for suffix in ("json", "qml"))


def test_a_night_pass_has_no_ndvi(tmp_path):
    night = np.full(SHAPE, LAND, np.uint16)
    product = make(tmp_path, confidence=night)
    with pytest.raises(NoValidPixelsError, match="pass by night, and NDVI is measured by day only"):
        run_on(tmp_path / "out.tif", sen3=str(product), variables=("NDVI",))
    said = []
    result, layers, _, _ = run_on(tmp_path / "out.tif", said, sen3=str(product))
    assert not result.is_day
    assert np.isnan(layers[1]).all()
    assert any("that band is empty" in event.text for event in said if getattr(event, "warning", False))


def test_all_cloud_is_an_error_that_says_so(tmp_path):
    product = make(tmp_path, confidence=np.full(SHAPE, LAND | DAY | CLOUD, np.uint16))
    with pytest.raises(NoValidPixelsError, match="no clear pixel"):
        run_on(tmp_path / "out.tif", sen3=str(product))
    assert not (tmp_path / "out.tif").exists()


def test_nothing_but_fill_is_an_error(tmp_path):
    empty = {name: np.full(SHAPE, np.nan) for name in ("LST", "NDVI")}
    with pytest.raises(NoValidPixelsError, match="holds no value in the area, only fill"):
        run_on(tmp_path / "out.tif", sen3=str(make(tmp_path, values=empty)))


def test_an_area_elsewhere_is_an_error(tmp_path):
    product = make(tmp_path)
    aoi = {"aoi_wkt": "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "aoi_crs": "EPSG:4326"}
    with pytest.raises(NoOverlapError):
        run_on(tmp_path / "out.tif", sen3=str(product), **aoi)


def test_the_area_cuts_the_grid_and_the_pixels(tmp_path):
    product = make(tmp_path)
    wkt = "POLYGON((495000 4995000, 505000 4995000, 500000 5005000, 495000 4995000))"
    result, layers, profile, _ = run_on(tmp_path / "out.tif", sen3=str(product), aoi_wkt=wkt, aoi_crs="EPSG:32633")
    assert layers.shape == (2, 10, 10)
    assert np.isfinite(layers[0]).sum() == 50
    assert result.valid_percent == 100
    assert profile["crs"].to_epsg() == 32633


def test_a_zip_reads_like_its_folder(tmp_path):
    product = make(tmp_path / "folder")
    archive = tmp_path / "zips" / "download.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(product.iterdir()):
            target.write(path, f"{product.name}/{path.name}")
    _, layers, _, _ = run_on(tmp_path / "a.tif", sen3=str(product))
    _, same, _, _ = run_on(tmp_path / "b.tif", sen3=str(archive))
    assert np.array_equal(layers, same, equal_nan=True)
    assert [found.id for found in search(str(archive.parent), Report())] == [product.name.removesuffix(".SEN3")]


def test_a_missing_variable_is_named(tmp_path):
    product = make(tmp_path, without=("fraction",))
    with pytest.raises(UnreadableRasterError, match="it lacks fraction"):
        run_on(tmp_path / "out.tif", sen3=str(product), variables=("fraction",))


def test_a_truncated_file_is_named(tmp_path):
    product = make(tmp_path)
    whole = (product / "LST_in.nc").read_bytes()
    (product / "LST_in.nc").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableRasterError, match="LST_in.nc cannot be read"):
        run_on(tmp_path / "out.tif", sen3=str(product))


def test_one_bad_pass_does_not_spoil_the_others(tmp_path):
    good = make(tmp_path / "scenes")
    bad = make(tmp_path / "scenes", start=START + datetime.timedelta(days=1))
    path = table(tmp_path / "scenes.jsonl", search(str(tmp_path / "scenes"), Report()))
    (bad / "LST_in.nc").write_bytes(b"nothing")
    said = []
    request = ImportSentinel3Request(scenes_path=path, output_folder=str(tmp_path / "out"))
    assert run(request, Report(said.append)).count == 1
    assert (tmp_path / "out" / "S3A_20230620T093000.tif").exists()
    assert any(bad.name[:-5] in event.text for event in said if getattr(event, "warning", False))
    assert good.exists()


def test_files_of_the_user_are_not_replaced(tmp_path):
    product = make(tmp_path)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "S3A_20230620T093000.tif").write_bytes(b"mine")
    with pytest.raises(InvalidRequestError, match="was not made by this job"):
        run(ImportSentinel3Request(sen3=str(product), output_folder=str(folder)), Report())
    assert (folder / "S3A_20230620T093000.tif").read_bytes() == b"mine"


def test_what_is_opened_meanwhile_stays_and_the_new_result_is_told(tmp_path, monkeypatch):
    product = make(tmp_path)
    folder, rows = tmp_path / "out", tmp_path / "rows.jsonl"
    asked = {"sen3": str(product), "output": str(folder / "o.tif")}
    run(ImportSentinel3Request(**asked), Report())
    held = Held(monkeypatch, 0.1)
    result = run(ImportSentinel3Request(**asked), held.when("Pass", folder / "o.tif"))
    assert result.output == str(folder / "o_2.tif")
    asked = {"sen3": str(product), "output_folder": str(folder), "table_path": str(rows)}
    run(ImportSentinel3Request(**asked), Report())
    raster = folder / "S3A_20230620T093000.tif"
    said = []
    assert run(ImportSentinel3Request(**asked), held.when("Pass", raster, said=said)).count == 1
    (row,) = [json.loads(line) for line in rows.read_text().splitlines()]
    assert row["path"] == str(folder / "S3A_20230620T093000_2.tif")
    assert row["name"] == "S3A_20230620T093000"
    assert any("S3A_20230620T093000_2.tif" in event.text for event in said if getattr(event, "warning", False))
    with pytest.raises(InvalidRequestError, match=r"S3A_20230620T093000\.tif is open in QGIS"):
        run(ImportSentinel3Request(**asked), Report())


def test_the_item_names_the_product_and_repeats_the_job(tmp_path):
    product = make(tmp_path)
    run_on(tmp_path / "out.tif", sen3=str(product))
    item = json.loads((tmp_path / "out.json").read_text())
    assert [link["title"] for link in item["links"]] == [product.name.removesuffix(".SEN3")]
    assert item["properties"]["sentinel_toolkit:job"] == "import_sentinel3"
    assert item["properties"]["constellation"] == "sentinel-3"
    assert item["properties"]["datetime"] == "2023-06-20T09:30:00.000Z"
    bands = item["assets"]["data"]["bands"]
    assert [(band["name"], band.get("unit"), band["nodata"]) for band in bands] == [
        ("LST", "K", "nan"),
        ("NDVI", None, "nan"),
    ]


def test_sentinel_2_is_refused(tmp_path):
    other = read_name("S2A", START).patch(product="sentinel-2-l2a")
    path = table(tmp_path / "scenes.jsonl", [other])
    with pytest.raises(InvalidRequestError, match="no Sentinel-3 LST"):
        run(ImportSentinel3Request(scenes_path=path, output=str(tmp_path / "out.tif")), Report())


@pytest.mark.real_data
def test_hybrid_ndvi_on_the_grid_equals_its_source(shared, tmp_path):
    """The fixture's NDVI is Sentinel-2's, averaged over 1 km: its mean over the area must come back."""
    import netCDF4

    folder = next(shared.glob("s3_hybrid/*20230815*"))
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    _, layers, _, _ = run_on(tmp_path / "out.tif", sen3=str(copy), variables=("NDVI",), grow_mask_px=0)
    with netCDF4.Dataset(copy / "LST_ancillary_ds.nc") as dataset:
        source = dataset["NDVI"][:].filled(np.nan)
    with netCDF4.Dataset(copy / "flags_in.nc") as flags:
        flags.set_auto_maskandscale(False)
        cloudy = (flags["confidence_in"][:] & CLOUD != 0) | (flags["bayes_in"][:] & 2 != 0)
    source[cloudy] = np.nan
    found = layers[0][np.isfinite(layers[0])]
    assert set(np.unique(found)) <= set(np.unique(source.astype(np.float32)))
    assert found.mean() == pytest.approx(np.nanmean(source), abs=0.004)
    assert found.size == pytest.approx(np.isfinite(source).sum(), rel=0.03)
