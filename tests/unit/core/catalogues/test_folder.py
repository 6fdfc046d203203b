"""A folder as a catalogue: real metadata, products made on the spot, and files that lie."""

import json
import shutil
import zipfile

import make_sample
import numpy as np
import pytest
from scenes import write_band, write_scene

from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import CatalogueError, InvalidRequestError, NoScenesError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import sources
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.scenes.safe import UnreadableProductError, read_product
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.services import hrefs


def found(folder):
    said = []
    scenes = search(str(folder), Report(said.append))
    return scenes, [event.text for event in said if getattr(event, "warning", False)]


def test_the_sample_is_found_in_all_its_forms():
    scenes, warnings = found(make_sample.make() / "sentinel-2")
    assert len(scenes) == 14
    assert not warnings
    by_tile = {tile: [scene for scene in scenes if scene.tile == tile] for tile in ("33TYL", "34TBR")}
    assert {scene.baseline: scene.offset_dn for scene in by_tile["33TYL"]} == {"03.01": 0, "04.00": -1000}
    assert sum("/vsizip/" in scene.assets["B04"].href for scene in by_tile["33TYL"]) == 1
    assert [scene.offset_dn for scene in sorted(by_tile["34TBR"], key=lambda scene: scene.datetime)] == [
        *(0, 0),  # baseline 03.01
        -1000,
        0,  # shifted already
        *(-1000, -1000, -1000),
    ]
    assert len({scene.acquisition for scene in scenes}) == 7
    assert all(scene.sun_elevation == 57.5 for scene in scenes)


@pytest.mark.real_data
def test_real_safe_metadata(shared):
    scenes, warnings = found(shared / "s2_safe_metadata")
    assert not warnings
    facts = {scene.tile: (scene.baseline, scene.offset_dn, scene.platform, scene.relative_orbit) for scene in scenes}
    assert facts == {
        "07HFE": ("02.12", 0, "sentinel-2a", 13),
        "01KAB": ("05.09", -1000, "sentinel-2a", 29),
        "33XWJ": ("04.00", -1000, "sentinel-2b", 25),
    }
    fiji = next(scene for scene in scenes if scene.tile == "01KAB")
    assert (fiji.cloud, fiji.vegetation, fiji.snow) == pytest.approx((59.050727, 6.669225, 0))
    assert fiji.sun_elevation == pytest.approx(90 - 38.4174390061789)
    assert fiji.orbit_state == "descending"


@pytest.mark.real_data
def test_real_items_already_shifted(shared):
    scenes, warnings = found(shared / "s2_zagreb")
    assert not warnings
    assert [scene.offset_dn for scene in scenes] == [0] * 5
    assert all("boa_offset_applied" in scene.offset_reason for scene in scenes)


def test_scene_survives_its_column():
    for scene in found(make_sample.make())[0]:
        again, dropped = scene_from_item(json.loads(encode_scene(scene)), "", "", hrefs.ANYWHERE)
        assert not dropped
        assert again.patch(footprint=None, assets={}, size_mb=None) == scene.patch(
            footprint=None, assets={}, size_mb=None
        )
        assert again.footprint.equals_exact(scene.footprint, 1e-5)
        assert {key: asset.href for key, asset in again.assets.items()} == {k: a.href for k, a in scene.assets.items()}


def test_hrefs_that_leave_the_folder_are_dropped(tmp_path):
    inside = tmp_path / "catalogue"
    path = write_scene(inside, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    outside = tmp_path / "outside.tif"
    shutil.copy(path.parent / "B04.tif", outside)
    (path.parent / "link.tif").symlink_to(outside)
    item = json.loads(path.read_text())
    item["assets"].update(
        B02={"href": "../../outside.tif"},
        B03={"href": str(outside)},
        B05={"href": outside.as_uri()},
        B06={"href": "link.tif"},
        B07={"href": "/vsizip/x.zip/a.tif"},
        B08={"href": "https://example.org/B08.tif"},
        B8A={"href": (path.parent / "B04.tif").as_uri()},
    )
    path.write_text(json.dumps(item))
    scenes, warnings = found(inside)
    assert set(scenes[0].assets) == {"B04", "B08", "B8A", "SCL"}
    assert len(warnings) == 5
    assert all("outside the folder" in warning for warning in warnings)


def test_own_results_and_other_json_are_no_scenes(tmp_path):
    path = write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    item = json.loads(path.read_text())
    item["properties"]["processing:level"] = "L3"
    (tmp_path / "composite.json").write_text(json.dumps(item))
    (tmp_path / "settings.json").write_text('{"a": 1}')
    (tmp_path / "list.json").write_text("[]")
    assert len(found(tmp_path)[0]) == 1


def test_broken_files_are_skipped_by_name_unless_all_are(tmp_path):
    (tmp_path / "broken.json").write_text('{"type": "Feature", "stac_')
    (tmp_path / "S2A_MSIL2A_broken.zip").write_bytes(b"PK\x03\x04 truncated")
    (tmp_path / "S2B.SAFE").mkdir()
    (tmp_path / "S2B.SAFE" / "MTD_MSIL2A.xml").write_text("<not closed")
    with pytest.raises(CatalogueError, match=r"No scene in .* can be read"):
        found(tmp_path)
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    scenes, warnings = found(tmp_path)
    assert len(scenes) == 1
    assert sorted(w.split()[1] for w in warnings) == ["S2A_MSIL2A_broken.zip", "S2B.SAFE", "broken.json"]


def test_zips_are_known_by_what_they_hold(tmp_path):
    product = next((make_sample.make() / "sentinel-2").glob("*.zip"))
    shutil.copy(product, tmp_path / "0a1b2c3d.ZIP")
    with zipfile.ZipFile(tmp_path / "unrelated.zip", "w") as other:
        other.writestr("notes.txt", "nothing")
    scenes, warnings = found(tmp_path)
    assert [scene.tile for scene in scenes] == ["33TYL"]
    assert not warnings


def test_half_a_product_costs_only_itself(tmp_path):
    good = next((make_sample.make() / "sentinel-2").glob("*_20220615T*.SAFE"))
    shutil.copytree(good, tmp_path / good.name)
    half = tmp_path / "S2A_half.SAFE"
    shutil.copytree(good, half)
    text = (half / "MTD_MSIL2A.xml").read_text()
    (half / "MTD_MSIL2A.xml").write_text(text.replace("EXT_POS_LIST", "OTHER"))
    scenes, warnings = found(tmp_path)
    assert len(scenes) == 1
    assert "S2A_half.SAFE cannot be read" in warnings[0]


def test_deep_json_is_skipped(tmp_path):
    (tmp_path / "deep.json").write_text("[" * 200_000)
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    scenes, warnings = found(tmp_path)
    assert len(scenes) == 1
    assert "deep.json cannot be read" in warnings[0]


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(InvalidRequestError, match="does not exist"):
        found(tmp_path / "nowhere")


def test_hostile_xml_and_zip(tmp_path):
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    root = tmp_path / "S2A.SAFE"
    root.mkdir()
    (root / "MTD_MSIL2A.xml").write_text(bomb)
    with pytest.raises(UnreadableProductError, match="S2A.SAFE cannot be read"):
        read_product(root)
    archive = tmp_path / "S2A_MSIL2A_x.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("../MTD_MSIL2A.xml", bomb)
    with pytest.raises(UnreadableProductError):
        read_product(archive)


def test_metadata_bomb_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("sentinel_toolkit.core.scenes.packages.MAX_METADATA_BYTES", 1000)
    archive = tmp_path / "S2A_MSIL2A_x.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("S2A.SAFE/MTD_MSIL2A.xml", b" " * 100_000)
    with pytest.raises(UnreadableProductError, match="too large"):
        read_product(archive)


def test_products_of_2017_name_themselves_in_another_element(tmp_path):
    """S2MSI2Ap, and Sen2Cor of that time (as GDAL's fixture of it): PRODUCT_URI_2A beside PRODUCT_URI_1C."""
    good = next((make_sample.make() / "sentinel-2").glob("*_20220615T*.SAFE"))
    product = tmp_path / "renamed"
    shutil.copytree(good, product)
    name = "S2A_MSIL2A_20170823T094031_N0205_R036_T34VFJ_20170823T094252"
    text = (product / "MTD_MSIL2A.xml").read_text()
    start, end = text.index("<PRODUCT_URI>"), text.index("</PRODUCT_URI>") + len("</PRODUCT_URI>")
    uris = f"<PRODUCT_URI_1C>{name.replace('L2A', 'L1C')}.SAFE</PRODUCT_URI_1C><PRODUCT_URI_2A>{name}.SAFE</PRODUCT_URI_2A>"
    text = text[:start] + uris + text[end:]
    (product / "MTD_MSIL2A.xml").write_text(
        text.replace("<BOA_QUANT", "<L2A_BOA_QUANT").replace("</BOA_QUANT", "</L2A_BOA_QUANT")
    )
    scene = read_product(product)
    assert (scene.id, scene.tile, scene.datatake) == (name, "34VFJ", "20170823T094031")
    assert scene.assets["B04"].scale == 1e-4


FOREIGN = {
    "S2A_USER_PRD_MSIL2A_PDMC_20160727T223603_R011_V20160727T154829_20160727T154829.SAFE": (
        "S2A_USER_MTD_SAFL2A_PDMC_20160727T223603_R011_V20160727T154829_20160727T154829.xml",
        "before December 2016",
    ),
    "S2A_MSIL1C_20190626T140101_N0207_R067_T21JTH_20190626T154048.SAFE": ("MTD_MSIL1C.xml", "Level-1C"),
    "renamed L1C": ("MTD_MSIL1C.xml", "Level-1C"),
    "SENTINEL2A_20190122-093446-289_L2A_T35VMC_C_V1-0": (
        "SENTINEL2A_20190122-093446-289_L2A_T35VMC_C_V1-0_MTD_ALL.xml",
        "MAJA",
    ),
    "S1A_IW_GRDH_1SDV_20230815T051020_20230815T051045_049884_05FFFF_ABCD.SAFE": (
        "manifest.safe",
        "without MTD_MSIL2A.xml",
    ),
    "S3A_OL_1_EFR____20230815T094031_20230815T094331_20230816T100000_0179_102_136_2160_PS1_O_NT_003.SEN3": (
        "xfdumanifest.xml",
        "not SL_2_LST",
    ),
    "S2A_MSIL2A_20250815.zarr": ("zarr.json", "Zarr"),
}


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("is_zipped", [False, True])
def test_a_product_that_is_not_read_is_named_with_the_reason(tmp_path, name, is_zipped):
    file, reason = FOREIGN[name]
    folder = tmp_path / "in" / name
    folder.mkdir(parents=True)
    (folder / file).write_text("{}")
    write_band(folder / "T21JTH_20190626T140101_B02_10m.tif", np.full((4, 4), 500, np.uint16), 10)
    if is_zipped:
        shutil.make_archive(tmp_path / "in" / "download", "zip", tmp_path / "in", name)
        shutil.rmtree(folder)
    seen = "1 zip is no L2A product: download.zip" if is_zipped else f"1 folder is no L2A product: {name}"
    with pytest.raises(NoScenesError) as caught:
        found(tmp_path)
    assert seen in str(caught.value)
    assert reason in str(caught.value)
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    scenes, (warning,) = found(tmp_path)
    assert len(scenes) == 1
    assert seen in warning
    assert reason in warning


def test_many_that_are_not_read_are_counted(tmp_path):
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    for number in range(9):
        (tmp_path / f"{number}.SAFE").mkdir()
        (tmp_path / f"{number}.SAFE" / "MTD_MSIL1C.xml").write_text("<a/>")
    (warning,) = found(tmp_path)[1]
    assert warning.startswith("9 folders are no L2A product: 0.SAFE (Level-1C")
    assert warning.endswith("and 4 more.")


def test_a_zip_in_a_zip_says_what_to_do(tmp_path):
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer:
        outer.writestr("S2B_MSIL2A_20230818T095031_N0509_R079_T33TWL_20230818T160857.SAFE.zip", b"PK")
    (warning,) = found(tmp_path)[1]
    assert "outer.zip (it holds a zip: unpack it first)" in warning


def test_a_product_in_a_folder_of_its_own_name_is_read(tmp_path):
    good = next((make_sample.make() / "sentinel-2").glob("*_20220615T*.SAFE"))
    shutil.copytree(good, tmp_path / good.name / good.name)
    scenes, warnings = found(tmp_path)
    assert len(scenes) == 1
    assert not warnings


def test_bands_without_an_item_are_named(tmp_path):
    for band in ("B04", "B08"):
        write_band(tmp_path / f"T33TWL_20230815T095031_{band}_10m.tif", np.full((4, 4), 500, np.uint16), 10)
    with pytest.raises(NoScenesError, match=r"2 rasters lie without a STAC item.*_B04_10m\.tif"):
        found(tmp_path)
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    write_band(tmp_path / "ndvi.tif", np.full((4, 4), 500, np.uint16), 10)
    scenes, (warning,) = found(tmp_path)
    assert len(scenes) == 1
    assert "2 rasters" in warning  # those of the scene have their item


def test_scenes_of_another_product_are_said(tmp_path):
    write_scene(tmp_path, "20230815", {"B04": np.full((4, 4), 500, np.uint16)})
    said = []
    request = SearchScenesRequest(source="folder", folder=str(tmp_path), product="sentinel-3-lst", table_path="t")
    assert sources.search(request, sources.SearchWindow(), Report(said.append)) == []
    assert any("other products (see PRODUCT): sentinel-2-l2a" in getattr(event, "text", "") for event in said)
