"""Stacks of one acquisition, against the sample's own world."""

import json

import make_sample
import numpy as np
import pyproj
import pytest
import rasterio
from composites import chosen
from held import Held

from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.imagery import StackBandsRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import stack_bands


@pytest.mark.parametrize("day", ["20220421", "20220615", "20211013"])
def test_reflectance_is_that_of_the_world_in_both_zones(sample_scenes, tmp_path, day):
    """Catches an offset applied twice or not at all, and a grid half a pixel off."""
    output = tmp_path / "stack.tif"
    request = StackBandsRequest(
        scenes_path=chosen(sample_scenes, day, tmp_path / "s.jsonl"), output=str(output), bands=("B04", "B08")
    )
    stack_bands.run(request, Report())
    with rasterio.open(output) as dataset:
        stored, transform, epsg = dataset.read(), dataset.transform, dataset.crs.to_epsg()
    columns, rows = np.meshgrid(np.arange(stored.shape[2]) + 0.5, np.arange(stored.shape[1]) + 0.5)
    x, y = pyproj.Transformer.from_crs(epsg, make_sample.LOCAL_CRS, always_xy=True).transform(
        *(transform @ (columns, rows))
    )
    visit = next(visit for visit in make_sample.PASSES if visit.day == day)
    clear = make_sample.cloud_depth(x, y, day, visit.clouds) < -100
    clear &= make_sample.cloud_depth(x - make_sample.SHADOW_M[0], y - make_sample.SHADOW_M[1], day, visit.clouds) < -30
    ground = make_sample.surface(x, y, day)
    for band, name in enumerate(("B04", "B08")):
        difference = stored[band] / 10_000 - make_sample.reflectance(ground, name)
        seen = clear & (stored[band] != -32768)
        assert seen.mean() > 0.4
        # Noise is ±0.0015; across zones a pixel's centre may fall into its neighbour's field, at edges alone.
        assert np.mean(np.abs(difference[seen]) < 0.0017) > 0.93
        assert abs(np.median(difference[seen])) < 0.0003


def test_stack_refuses_several_acquisitions(five, tmp_path):
    with pytest.raises(InvalidRequestError, match="holds 5 acquisitions .*20230810"):
        stack_bands.run(StackBandsRequest(scenes_path=five[0], output=str(tmp_path / "o.tif")), Report())


def test_picture_that_cannot_be_written_leaves_no_stack_either(sample_scenes, tmp_path):
    (tmp_path / "file").write_text("")
    day = chosen(sample_scenes, "20220615", tmp_path / "s.jsonl")
    request = StackBandsRequest(
        scenes_path=day, output=str(tmp_path / "o.tif"), picture=str(tmp_path / "file" / "p.png")
    )
    with pytest.raises(ToolkitError, match="PICTURE cannot be written: .*file is a file"):
        stack_bands.run(request, Report())
    assert not list(tmp_path.glob("o.*"))


def test_what_is_opened_meanwhile_stays_and_the_new_files_are_told(sample_scenes, tmp_path, monkeypatch):
    day = chosen(sample_scenes, "20220615", tmp_path / "s.jsonl")
    request = StackBandsRequest(scenes_path=day, output=str(tmp_path / "o.tif"), picture=str(tmp_path / "p.png"))
    stack_bands.run(request, Report())
    (tmp_path / "p.png").write_text("old")
    before = (tmp_path / "o.tif").read_bytes()
    held, said = Held(monkeypatch, 0.1), []
    opened = tmp_path / "o.tif", tmp_path / "p.png"
    result = stack_bands.run(request, held.when("Writing the COG", *opened, said=said))
    assert (result.output, result.picture) == (str(tmp_path / "o_2.tif"), str(tmp_path / "p_2.png"))
    assert ((tmp_path / "o.tif").read_bytes(), (tmp_path / "p.png").read_text()) == (before, "old")
    assert (tmp_path / "p_2.png").read_bytes()[:4] == b"\x89PNG"
    assert json.loads((tmp_path / "o_2.json").read_text())["id"] == "o_2"
    assert sum("could not be replaced" in event.text for event in said) == 2
    with pytest.raises(InvalidRequestError, match=r"^o\.tif is open in QGIS\. Remove the layer or choose another name"):
        stack_bands.run(request, Report())


def test_stack_makes_a_picture(sample_scenes, tmp_path):
    day = chosen(sample_scenes, "20220615", tmp_path / "s.jsonl")
    request = StackBandsRequest(scenes_path=day, output=str(tmp_path / "o.tif"), picture=str(tmp_path / "p.png"))
    result = stack_bands.run(request, Report())
    assert result.picture == str(tmp_path / "p.png")
    with rasterio.open(tmp_path / "o.tif") as dataset:
        assert dataset.descriptions == ("B04", "B03", "B02")
    assert (tmp_path / "p.png").read_bytes()[:4] == b"\x89PNG"
    assert sorted(path.suffix for path in tmp_path.glob("[op].*")) == [".json", ".png", ".qml", ".tif"]
