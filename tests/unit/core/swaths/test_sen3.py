"""Sentinel-3 products: folders, zips, and what they lack."""

import pytest
from swaths import make, scene

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.scenes.safe import UnreadableProductError
from sentinel_toolkit.core.swaths.sen3 import read_product


def test_a_file_inside_stands_for_its_product(tmp_path):
    product = make(tmp_path)
    assert read_product(product / "LST_in.nc").id == read_product(product).id


@pytest.mark.parametrize("missing", ["geodetic_in.nc", "flags_in.nc", "LST_in.nc"])
def test_a_product_without_a_file_names_it(tmp_path, missing):
    with pytest.raises(UnreadableProductError, match=missing.removesuffix(".nc").removesuffix("_in")):
        scene(tmp_path, without=(missing,))


@pytest.mark.real_data
def test_real_headers_and_dates_are_found(shared):
    scenes = search(str(shared / "s3_hybrid"), Report())
    assert [f"{scene.datetime:%Y%m%d}" for scene in scenes] == [
        "20000101",
        *(f"202308{day}" for day in (10, 13, 15, 18, 20)),
    ]
    assert len({scene.acquisition for scene in scenes}) == 6
    assert all(scene.footprint.is_valid for scene in scenes)
