"""What a scene's own files have for no data: such pixels are empty, whatever the type of the band."""

import numpy as np
import pytest
from composites import composite
from scenes import scenes_file, write_band, write_scene

from sentinel_toolkit.contract.errors import NoValidPixelsError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery import clear_share
from sentinel_toolkit.core.imagery.scene_rasters import open_scene
from sentinel_toolkit.core.pixels.scl import valid_table
from sentinel_toolkit.core.scenes.scene_table import readable_scenes

SIDE = 40
DN = {"B04": 600, "B08": 3000, "B02": 400}


def scene_of(tmp_path, kinds, **more):
    """Write a scene whose bands have a (dtype, nodata) each: nodata in the first rows, 0 in the next one."""
    bands = {name: np.full((SIDE, SIDE), DN[name], np.uint16) for name in kinds}
    folder = write_scene(tmp_path / "in", "20230601", bands, **more).parent
    for name, (dtype, nodata) in kinds.items():
        values = np.full((SIDE, SIDE), DN[name], dtype)
        values[:10], values[10] = nodata, 0
        write_band(folder / f"{name}.tif", values, 10, nodata=nodata)
    return folder


@pytest.mark.parametrize(
    "kind", [("int16", -999), ("int16", -32768), ("uint16", 65535), ("int32", -9999), ("uint16", 0)], ids=str
)
def test_a_files_own_nodata_is_no_reflectance_and_neither_is_0(tmp_path, kind):
    scene_of(tmp_path, {"B04": kind})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    values, observations, _ = composite(scenes, tmp_path / "o.tif", bands=("B04",))
    assert np.isnan(values[0, :11]).all()
    assert (values[0, 11:] == DN["B04"]).all()
    assert not observations[:11].any()


def test_each_band_has_its_own_type_and_nodata(tmp_path):
    scene_of(tmp_path, {"B04": ("int16", -999), "B08": ("uint16", 0), "B02": ("int32", -9999)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    values, _, _ = composite(scenes, tmp_path / "o.tif", bands=("B04", "B08", "B02"))
    assert np.isnan(values[:, :11]).all()
    assert values[:, 20, 20].tolist() == [600, 3000, 400]


def test_other_grids_know_it_too(tmp_path):
    scene_of(tmp_path, {"B04": ("int16", -999)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    values, _, _ = composite(scenes, tmp_path / "o.tif", bands=("B04",), resolution_m=40.0)
    assert set(values[0][np.isfinite(values[0])]) == {600}


@pytest.mark.parametrize(("dtype", "nodata"), [("uint8", 255), ("int16", -1), ("uint16", 99)])
def test_the_nodata_of_a_classification_is_its_class_0(tmp_path, dtype, nodata):
    folder = scene_of(tmp_path, {"B04": ("uint16", 0)})
    classes = np.full((SIDE // 2, SIDE // 2), 4, dtype)
    classes[:, :5] = nodata
    write_band(folder / "SCL.tif", classes, 20, nodata=nodata)
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    values, _, _ = composite(scenes, tmp_path / "o.tif", bands=("B04",))
    assert np.isnan(values[0, :, :10]).all()
    assert (values[0, 11:, 10:] == DN["B04"]).all()
    (share,) = clear_share.measure(readable_scenes(scenes), None, valid_table(("no_data",)), Report())
    assert share == pytest.approx(75, abs=1)


def test_nodata_tells_nothing_of_the_offset(tmp_path):
    """Where the metadata cannot tell, the pixels are looked at: -999 would be the darkest of all."""
    kinds = dict.fromkeys(("B02", "B04"), ("int16", -999))
    folder = scene_of(tmp_path, kinds, **{"s2:processing_baseline": ""})
    values = np.full((SIDE, SIDE), 1400, np.int16)
    values[:10] = -999
    write_band(folder / "B02.tif", values, 10, nodata=-999)
    (scene,) = readable_scenes(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"))
    assert open_scene(scene, ("B04",), True, "auto").offset_dn == -1000


def test_a_scene_of_nodata_alone_is_empty(tmp_path):
    folder = scene_of(tmp_path, {"B04": ("int16", -999)})
    write_band(folder / "B04.tif", np.full((SIDE, SIDE), -999, np.int16), 10, nodata=-999)
    with pytest.raises(NoValidPixelsError):
        composite(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "o.tif", bands=("B04",))
