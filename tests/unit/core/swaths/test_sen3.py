"""Sentinel-3 products: folders, zips, and what they lack."""

import shutil

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


NAME = "S3A_SL_2_LST____20210510T002955_20210510T003255_20210511T101010_0179_071_301_5760_LN2_O_NT_004"
MANIFEST = f"""<x:manifest xmlns:x="x"><x:productName>{NAME}.SEN3</x:productName></x:manifest>"""


@pytest.mark.parametrize("told_by", ["manifest", "attribute"])
@pytest.mark.parametrize("is_zipped", [False, True])
def test_a_renamed_product_is_known_by_what_it_says_itself(tmp_path, told_by, is_zipped):
    product = make(tmp_path / "in", product_name=f"{NAME}.SEN3" if told_by == "attribute" else "")
    renamed = product.rename(tmp_path / "in" / "lst in may")
    if told_by == "manifest":
        (renamed / "xfdumanifest.xml").write_text(MANIFEST)
    if is_zipped:
        shutil.make_archive(tmp_path / "zips" / "may", "zip", renamed)
    (found,) = search(str(tmp_path / ("zips" if is_zipped else "in")), Report())
    assert (found.id, found.relative_orbit, found.frame) == (NAME, 301, "5760")
    assert found.footprint.area > 0


def test_a_renamed_product_that_does_not_tell_its_name_says_so(tmp_path):
    renamed = make(tmp_path / "in", product_name="").rename(tmp_path / "in" / "lst")
    with pytest.raises(UnreadableProductError, match="'lst' is no name .* the name that ESA gave"):
        read_product(renamed)


@pytest.mark.real_data
def test_real_headers_and_dates_are_found(shared):
    scenes = search(str(shared / "s3_hybrid"), Report())
    assert [f"{scene.datetime:%Y%m%d}" for scene in scenes] == [
        "20000101",
        *(f"202308{day}" for day in (10, 13, 15, 18, 20)),
    ]
    assert len({scene.acquisition for scene in scenes}) == 6
    assert all(scene.footprint.is_valid for scene in scenes)
