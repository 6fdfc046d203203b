"""The item beside a composite."""

import json

import numpy as np
import pystac
import pytest
from composites import composite
from pystac.validation.stac_validator import JsonSchemaSTACValidator
from scenes import scenes_file, write_scene

from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES


def test_item_is_valid_and_names_its_scenes(five, tmp_path):
    composite(five[0], tmp_path / "o.tif", bands=("B04", "B08"), mask_classes=DEFAULT_MASK_CLASSES)
    item = json.loads((tmp_path / "o.json").read_text())
    stac = pystac.Item.from_dict(item)
    JsonSchemaSTACValidator().validate_core(item, pystac.STACObjectType.ITEM, "1.1.0")
    assert len(stac.get_links("derived_from")) == 5
    properties = item["properties"]
    assert (properties["start_datetime"], properties["end_datetime"]) == (
        "2023-08-10T10:00:00.000Z",
        "2023-08-14T10:00:00.000Z",
    )
    assert sorted(set(properties["sentinel_toolkit:offsets"].values())) == [
        "-0.1: baseline 05.09",
        "0: baseline 03.01 is older than 04.00",
    ]
    assert properties["proj:code"] == "EPSG:32633"
    assert [band["name"] for band in item["assets"]["data"]["bands"]] == ["B04", "B08", "observations"]
    with pytest.raises(pystac.errors.STACValidationError):
        JsonSchemaSTACValidator().validate_core({**item, "bbox": "no"}, pystac.STACObjectType.ITEM, "1.1.0")


def test_clamped_pixels_are_counted(tmp_path):
    dn = np.full((4, 4), 500, np.uint16)
    dn[0, :3] = 65535
    write_scene(tmp_path / "in", "20230810", {"B04": dn})
    composite(scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), tmp_path / "o.tif", bands=("B04",))
    assert json.loads((tmp_path / "o.json").read_text())["properties"]["sentinel_toolkit:clamped_pixels"] == 3
