"""Scenes whose files lie, lack or are damaged: one is skipped by name, all are an error."""

import json
import os

import numpy as np
import pytest
from composites import composite, numpy_median, warnings_of
from scenes import scenes_file, write_band, write_scene

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery import block_plan


def _truncate(folder):
    path = folder / "B08.tif"
    os.truncate(path, path.stat().st_size // 2)


def _unlink(folder):
    (folder / "B08.tif").unlink()


def _replace(folder):
    (folder / "B08.tif").write_bytes(b"this is no raster " * 50)


def _shrink(folder):
    (folder / "B08.tif").unlink()
    write_band(folder / "B08.tif", np.full((10, 10), 500, np.uint16), 10)


@pytest.mark.parametrize("damage", [_truncate, _unlink, _replace, _shrink])
def test_one_bad_scene_is_skipped_by_name(five, tmp_path, damage, monkeypatch):
    scenes, truth = five
    monkeypatch.setattr(block_plan, "MAX_BLOCK", 64)  # the damage lies in some blocks only; the scene must go from all
    bad = sorted((tmp_path / "in").iterdir())[2]
    damage(bad)
    said = []
    values, _, result = composite(scenes, tmp_path / "o.tif", Report(said.append), bands=("B04", "B08"))
    assert result.scenes_used == 4
    assert any(bad.name in warning for warning in warnings_of(said))
    for band, name in enumerate(truth):
        rest = [layer for number, layer in enumerate(truth[name]) if number != 2]
        assert np.array_equal(values[band], numpy_median(rest), equal_nan=True)
    assert bad.name not in json.dumps(json.loads((tmp_path / "o.json").read_text())["links"])


@pytest.mark.parametrize("damage", ["float SCL", "scale of 3"])
def test_odd_scene_is_skipped_by_name(five, tmp_path, damage):
    bad = sorted((tmp_path / "in").iterdir())[1]
    if damage == "float SCL":
        write_band(bad / "SCL.tif", np.full((20, 30), 4, np.float32), 20)
    else:
        path = bad / f"{bad.name}.json"
        item = json.loads(path.read_text())
        item["assets"]["B08"]["raster:scale"] = 3
        path.write_text(json.dumps(item))
    said = []
    scenes = scenes_file(tmp_path / "in", tmp_path / "again.jsonl")
    assert composite(scenes, tmp_path / "o.tif", Report(said.append), bands=("B08",))[2].scenes_used == 4
    assert any(bad.name in warning for warning in warnings_of(said))


def test_wide_classification_means_the_same(tmp_path):
    dn, scl = np.full((20, 20), 3000, np.uint16), np.full((10, 10), 4, np.uint16)
    scl[0, 0], scl[5, 5] = 9, 300
    write_scene(tmp_path / "in", "20230810", {"B04": dn}, scl)
    values = composite(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "o.tif", bands=("B04",))[0]
    assert np.isnan(values).sum() == 4


@pytest.mark.parametrize("name", ["proj #1", "what?", "100 % ä"])
def test_folders_with_odd_names_are_read(tmp_path, name):
    write_scene(tmp_path / name, "20230810", {"B04": np.full((20, 20), 3000, np.uint16)})
    scenes = scenes_file(tmp_path / name, tmp_path / "s.jsonl")
    assert composite(scenes, tmp_path / name / "o.tif", bands=("B04",))[2].scenes_used == 1


def test_all_bad_is_an_error(five, tmp_path):
    scenes, _ = five
    for folder in (tmp_path / "in").iterdir():
        _truncate(folder)
    with pytest.raises(UnreadableRasterError, match="None of the 5 scenes can be read"):
        composite(scenes, tmp_path / "o.tif", bands=("B04", "B08"))


def test_missing_band_is_named(five, tmp_path):
    scenes, _ = five
    with pytest.raises(UnreadableRasterError, match="has no B11"):
        composite(scenes, tmp_path / "o.tif", bands=("B11",))


def test_without_scl_the_way_out_is_named(tmp_path):
    item = write_scene(tmp_path / "in", "20230815", {"B04": np.full((20, 20), 500, np.uint16)})
    text = json.loads(item.read_text())
    del text["assets"]["SCL"]
    item.write_text(json.dumps(text))
    scenes = scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl")
    with pytest.raises(UnreadableRasterError, match="has no SCL. Set MASK_CLASSES to none"):
        composite(scenes, tmp_path / "o.tif", bands=("B04",))
    assert composite(scenes, tmp_path / "o.tif", bands=("B04",), mask_classes=("none",))[2].scenes_used == 1


def test_rasters_of_other_formats_are_not_opened(five, tmp_path):
    """A VRT can name any file of this computer: it must not be opened, whatever it is called."""
    scenes, _ = five
    folder = sorted((tmp_path / "in").iterdir())[0]
    vrt = f"<VRTDataset rasterXSize='60' rasterYSize='40'><VRTRasterBand dataType='UInt16' band='1'><SimpleSource><SourceFilename>{folder}/B08.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    (folder / "B04.tif").write_text(vrt)
    said = []
    result = composite(scenes, tmp_path / "o.tif", Report(said.append), bands=("B04", "B08"))[2]
    assert result.scenes_used == 4
    assert any(folder.name in warning for warning in warnings_of(said))
