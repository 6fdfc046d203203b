"""Rasters that we write: described by themselves, whole or not at all."""

import subprocess
import sys

import numpy as np
import pytest
import rasterio
from composites import composite
from scenes import scenes_file, write_scene

from sentinel_toolkit.contract.errors import ToolkitError


def test_statistics_of_an_older_result_do_not_stay(tmp_path):
    write_scene(tmp_path / "in", "20230810", {"B04": np.full((20, 20), 3000, np.uint16)})
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    for suffix in (".aux.xml", ".ovr", ".msk"):
        (tmp_path / f"o.tif{suffix}").write_text("old")
    composite(scenes, tmp_path / "o.tif", bands=("B04",))
    assert sorted(path.name for path in tmp_path.glob("o.*")) == ["o.json", "o.qml", "o.tif"]


def test_output_below_a_file_is_an_error(five, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ToolkitError, match=r"OUTPUT cannot be written: .*file is a file.*Choose another folder"):
        composite(five[0], tmp_path / "file" / "o.tif", bands=("B04",))


FULL_DISK = """
import resource, sys
sys.path[:0] = {path!r}
sys.dont_write_bytecode = True  # Python would leave half a .pyc of what it imports late, and trip over it ever after
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    median_composite.run(MedianCompositeRequest(scenes_path={scenes!r}, output={output!r}, bands=("B04", "B08")), Report())
except (ToolkitError, OSError) as error:
    print("refused:", error)
"""


@pytest.mark.parametrize("limit", [1_000, 60_000, 1_500_000, 3_000_000])
def test_full_disk_leaves_nothing(sample_scenes, tmp_path, limit):
    """Wherever the disk ends, in the scratch file, the COG or a side-car, nothing takes the final name."""
    (tmp_path / "out").mkdir()
    code = FULL_DISK.format(path=sys.path, limit=limit, scenes=sample_scenes, output=str(tmp_path / "out" / "o.tif"))
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=100)
    assert done.stdout.startswith("refused:"), done.stdout + done.stderr
    assert not list((tmp_path / "out").iterdir())


def test_raster_is_a_cog_that_describes_itself(five, tmp_path):
    composite(five[0], tmp_path / "o.tif", bands=("B04", "B08"))
    with rasterio.open(tmp_path / "o.tif") as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.descriptions == ("B04", "B08", "observations")
        assert dataset.scales == (0.0001, 0.0001, 1.0)
        assert dataset.offsets == (0.0, 0.0, 0.0)
        assert [colour.name for colour in dataset.colorinterp] == ["red", "undefined", "undefined"]
        assert set(dataset.dtypes) == {"int16"}
        assert dataset.nodata == -32768
        assert dataset.tags()["TIFFTAG_COPYRIGHT"] == "Contains modified Copernicus Sentinel data 2023"
    assert sorted(path.name for path in tmp_path.glob("o.*")) == ["o.json", "o.qml", "o.tif"]
