"""Cutting cloud-optimised GeoTIFFs to an area: the very pixels, on the very lattice, and few bytes."""

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from downloads import download, rows_of
from scenes import NORTH, WEST, corners, scenes_file, write_scene
from servers.files import FileServer

from sentinel_toolkit.contract.errors import DownloadError, InvalidRequestError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.workflows import median_composite

UTM = "EPSG:32633"
AREA = {"aoi_wkt": shapely.box(WEST + 4013, NORTH - 5987, WEST + 6001, NORTH - 4444).wkt, "aoi_crs": UTM}
SIDE = 1200  # pixels of 10 m


def tiled(path):
    """Make a GeoTIFF cloud-optimised."""
    with rasterio.open(path) as source:
        pixels, profile = source.read(), source.profile
    kept = {name: profile[name] for name in ("width", "height", "count", "dtype", "crs", "transform", "nodata")}
    with rasterio.open(path, "w", driver="COG", blocksize=256, compress="deflate", **kept) as target:
        target.write(pixels)


@pytest.fixture
def remote(tmp_path, monkeypatch):
    """Return (server, path of the scenes there, folder of the files there)."""
    monkeypatch.setitem(gdal.GDAL_OPTIONS, "GDAL_HTTP_RETRY_DELAY", "0.05")
    folder = tmp_path / "there"
    random = np.random.default_rng(1)
    for day in ("20220601", "20220611"):
        bands = {name: random.integers(1, 9000, (SIDE, SIDE)).astype(np.uint16) for name in ("B04", "B08")}
        item = write_scene(folder, day, bands, **{"s2:product_type": "S2MSI2A"})
        for name in ("B04", "B08", "SCL"):
            tiled(item.parent / f"{name}.tif")
    path = tmp_path / "scenes.jsonl"
    scenes_file(folder, path)
    with FileServer(folder) as server:
        text = path.read_text().replace(str(folder.resolve()), server.url)
        items = [json.loads(line) for line in text.splitlines()]
        for item in items:
            for asset in item["assets"].values():  # of the whole file: a cut must not be judged by it
                asset.update({"file:size": 10**15, "file:checksum": "d50110" + "0" * 32})
        path.write_text("".join(json.dumps({"scene": json.dumps(item)}) + "\n" for item in items))
        yield server, path, folder


def test_cut_has_the_same_pixels_on_the_lattice_of_all_bands(remote, tmp_path):
    server, path, folder = remote
    result, rows = download(tmp_path, path, login=None, assets=("B04", "SCL"), **AREA)
    assert (result.failed, result.downloaded, result.scenes) == (0, 4, 2)
    for row in rows:
        name = Path(row["href"]).relative_to(server.url.replace("//", "/"))
        with rasterio.open(row["path"]) as cut, rasterio.open(folder / name) as whole:
            assert (cut.transform.c - WEST) % 60 == 0
            assert (NORTH - cut.transform.f) % 60 == 0
            window = whole.window(*cut.bounds)
            assert np.array_equal(cut.read(1), whole.read(1, window=window))
            assert cut.crs == whole.crs
            assert cut.bounds.left <= WEST + 4013
            assert cut.bounds.right >= WEST + 6001
            assert cut.bounds.left > WEST + 4013 - 60
            assert row["checksum"] is None or row["checksum"] == ""


def test_cut_moves_little(remote, tmp_path):
    server, path, folder = remote
    download(tmp_path, path, login=None, assets=("B04", "B08"), **AREA)
    whole = sum(file.stat().st_size for file in folder.rglob("B0*.tif"))
    assert server.bytes_sent < 0.2 * whole, "200 of 1200 pixels a side, in tiles of 256"


def test_cut_scenes_make_the_same_composite(remote, tmp_path):
    _, path, folder = remote
    result, _ = download(tmp_path, path, login=None, assets=("B04", "B08", "SCL"), **AREA)
    made = []
    for name, scenes in (("cut", result.scenes_table_path), ("whole", scenes_file(folder, tmp_path / "w.jsonl"))):
        output = tmp_path / f"{name}.tif"
        request = MedianCompositeRequest(scenes_path=scenes, output=str(output), bands=("B04", "B08"), **AREA)
        median_composite.run(request, Report())
        with rasterio.open(output) as dataset:
            made.append((dataset.read(), dataset.transform))
    assert np.array_equal(made[0][0], made[1][0])
    assert made[0][1] == made[1][1]


def test_another_area_is_another_file(remote, tmp_path):
    server, path, _ = remote
    download(tmp_path, path, login=None, assets=("B04",), **AREA)
    result, _ = download(tmp_path, path, login=None, assets=("B04",), **AREA)
    assert result.skipped == 2
    sent = server.bytes_sent
    other = {**AREA, "aoi_wkt": shapely.box(WEST + 7000, NORTH - 9000, WEST + 8000, NORTH - 8000).wkt}
    result, rows = download(tmp_path, path, login=None, assets=("B04",), **other)
    assert result.downloaded == 2
    assert server.bytes_sent > sent
    assert len({row["path"] for row in rows}) == 2


def test_cut_footprint_and_coverage_are_those_of_the_cut(remote, tmp_path):
    _, path, _ = remote
    result, _ = download(tmp_path, path, login=None, assets=("B04",), **AREA)
    (row, _) = rows_of(result.scenes_table_path)
    area = corners(WEST + 4013, NORTH - 5987, WEST + 6001, NORTH - 4444, 32633)
    footprint = shapely.from_wkt(row["geometry"])
    assert footprint.area < 2 * area.area
    assert row["coverage"] > 99.9


def test_the_folder_is_a_catalogue_again(remote, tmp_path):
    _, path, _ = remote
    download(tmp_path, path, login=None, assets=("B04", "SCL"), **AREA)
    lines = Path(scenes_file(tmp_path / "products", tmp_path / "f.jsonl")).read_text().splitlines()
    found = [json.loads(line) for line in lines]
    assert len(found) == 2
    assert set(found[0]["assets"]) == {"B04", "SCL"}


def test_area_beside_the_pixels_of_a_scene_is_told(remote, tmp_path):
    """The footprint says yes, the pixels say no."""
    _, path, _ = remote
    item = json.loads(json.loads(path.read_text().splitlines()[0])["scene"])
    item["geometry"] = shapely.geometry.mapping(shapely.box(0, 0, 40, 60))
    path.write_text(json.dumps({"scene": json.dumps(item)}) + "\n")
    said = []
    elsewhere = {"aoi_wkt": shapely.box(5, 50, 5.1, 50.1).wkt, "aoi_crs": "EPSG:4326"}
    with pytest.raises(DownloadError, match="does not touch the area"):
        download(tmp_path, path, login=None, assets=("B04",), report=Report(said.append), **elsewhere)


def test_striped_file_is_fetched_whole(remote, tmp_path):
    _, path, folder = remote
    for file in folder.rglob("B04.tif"):
        with rasterio.open(file) as source:
            pixels, profile = source.read(), source.profile
        file.unlink()
        profile.update(driver="GTiff", tiled=False, blockysize=1)
        profile.pop("blockxsize")
        profile.pop("interleave", None)
        with rasterio.open(file, "w", **profile) as target:
            target.write(pixels)
    result, rows = download(tmp_path, path, login=None, assets=("B04",), **AREA)
    assert result.failed == 0
    for row, file in zip(sorted(rows, key=lambda r: r["path"]), sorted(folder.rglob("B04.tif")), strict=True):
        assert Path(row["path"]).read_bytes() == file.read_bytes()


def test_server_that_stumbles_is_asked_again(remote, tmp_path):
    server, path, _ = remote
    server.faults = {"B04.tif": [503, 500]}
    result, _ = download(tmp_path, path, login=None, assets=("B04",), **AREA)
    assert result.failed == 0


def test_no_area_fetches_whole_files(remote, tmp_path):
    _, path, folder = remote
    path.write_text(path.read_text().replace("file:", "no:"))
    result, rows = download(tmp_path, path, login=None, assets=("B04",))
    assert result.failed == 0
    originals = {file.read_bytes() for file in folder.rglob("B04.tif")}
    assert {Path(row["path"]).read_bytes() for row in rows} == originals
    assert all(row["checksum"] in ("", None) for row in rows), "nothing was stated that could be checked"


def test_scenes_that_must_be_downloaded_first_say_so(tmp_path):
    item = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "id": "S2A_MSIL2A_20220615T095031_N0400_R079_T33TYL_20220615T150000",
        "geometry": shapely.geometry.mapping(shapely.box(15, 45, 16, 46)),
        "properties": {
            "datetime": "2022-06-15T09:50:31Z",
            "platform": "sentinel-2a",
            "sentinel_toolkit:source": "cdse",
        },
        "links": [],
        "assets": {"B04": {"href": "s3://eodata/x_B04_10m.jp2"}},
    }
    path = tmp_path / "scenes.jsonl"
    path.write_text(json.dumps(item) + "\n")
    request = MedianCompositeRequest(scenes_path=str(path), output=str(tmp_path / "c.tif"), bands=("B04",))
    with pytest.raises(InvalidRequestError) as caught:
        median_composite.run(request, Report())
    assert "1 scene is at CDSE" in str(caught.value)
    assert str(caught.value).endswith("Run Download scenes, then use its SCENES output.")
