"""The clear share of an area, from a coarse look, against the full raster."""

import datetime

import make_sample
import numpy as np
import pytest
import rasterio
from scenes import write_scene
from shapely.geometry import box
from swaths import CLOUD, DAY, LAND, regular_swath, write_product

from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.geo.area import area_from_wkt
from sentinel_toolkit.core.imagery import clear_share
from sentinel_toolkit.core.pixels.scl import valid_table

TABLE = valid_table(DEFAULT_MASK_CLASSES)
MASKED = (0, 1, 3, 7, 8, 9, 10)


@pytest.mark.real_data
def test_real_scenes_match_the_full_raster(shared):
    scenes = search(str(shared / "s2_zagreb"), Report())
    with rasterio.open(shared / "s2_zagreb" / "S2A_33TWL_20230815_0_L2A" / "SCL.tif") as dataset:
        extent = box(*dataset.bounds)
    shares = clear_share.measure(scenes, area_from_wkt(extent.wkt, "EPSG:32633"), TABLE, Report())
    for scene, share in zip(scenes, shares, strict=True):
        with rasterio.open(scene.assets["SCL"].href) as dataset:
            assert share == pytest.approx(100 * (~np.isin(dataset.read(1), MASKED)).mean(), abs=0.01)


def test_coarse_look_is_close_to_the_full_raster(monkeypatch):
    scenes = search(str(make_sample.make() / "sentinel-2"), Report())
    monkeypatch.setattr(clear_share, "LONGER_SIDE", 128)  # a quarter of the sample's pixels
    area = area_from_wkt(box(17.95, 45.87, 17.99, 45.93).wkt, "EPSG:4326")
    west = [scene for scene in scenes if scene.tile == "33TYL"]
    coarse = clear_share.measure(west, area, TABLE, Report())
    monkeypatch.setattr(clear_share, "LONGER_SIDE", 10_000)
    fine = clear_share.measure(west, area, TABLE, Report())
    assert coarse == pytest.approx(fine, abs=1.0)
    assert min(fine) < 90


def test_what_a_scene_does_not_cover_is_not_clear(tmp_path):
    write_scene(tmp_path, "20230810", {"B04": np.full((40, 40), 500, np.uint16)})
    scenes = search(str(tmp_path), Report())
    half = area_from_wkt(box(600000 - 400, 5100000 - 400, 600000 + 400, 5100000).wkt, "EPSG:32633")
    assert clear_share.measure(scenes, half, TABLE, Report()) == pytest.approx([50], abs=0.1)
    far = area_from_wkt(box(700000, 5000000, 700400, 5000400).wkt, "EPSG:32633")
    assert clear_share.measure(scenes, far, TABLE, Report()) == [0.0]


def test_unreadable_classification_leaves_the_share_unknown(tmp_path):
    path = write_scene(tmp_path, "20230810", {"B04": np.full((40, 40), 500, np.uint16)})
    (path.parent / "SCL.tif").unlink()
    said = []
    assert clear_share.measure(search(str(tmp_path), Report()), None, TABLE, Report(said.append)) == [None]
    assert any("its clear share is unknown" in getattr(event, "text", "") for event in said)


def test_flags_tell_the_clear_share_of_a_swath(tmp_path):
    """Half of the swath is cloudy; of an area half beyond it a quarter is clear."""
    latitude, longitude = regular_swath((40, 40), turn_deg=0)
    confidence = np.full((40, 40), LAND | DAY, np.uint16)
    confidence[:20] |= CLOUD  # the north
    start = datetime.datetime(2023, 8, 10, 9, 50, tzinfo=datetime.timezone.utc)
    write_product(tmp_path, start, latitude, longitude, confidence=confidence)
    scenes = search(str(tmp_path), Report())
    assert clear_share.measure(scenes, None, TABLE, Report()) == [50]
    west, south, east, north = 480_000, 4_981_000, 519_000, 5_020_000
    for box_, share in (
        ((west, south, east, north), 50),
        ((west, south, east, 4_995_000), 100),
        ((west, south, east + 39_000, north), 25),
        ((500_400, 4_990_400, 500_500, 4_990_500), 100),
    ):
        area = area_from_wkt(box(*box_).wkt, "EPSG:32633")
        assert clear_share.measure(scenes, area, TABLE, Report()) == pytest.approx([share], abs=3), box_


def test_many_swaths_are_measured_at_once(tmp_path):
    """HDF5 bears one thread at a time: without a lock this ends the process."""
    latitude, longitude = regular_swath((200, 200))
    for day in range(10, 18):
        start = datetime.datetime(2023, 8, day, 9, 50, tzinfo=datetime.timezone.utc)
        write_product(tmp_path, start, latitude, longitude)
    scenes = search(str(tmp_path), Report())
    for _ in range(3):
        assert clear_share.measure(scenes * 4, None, TABLE, Report()) == [100] * 32
