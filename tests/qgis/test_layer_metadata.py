"""The item beside a raster becomes the layer's metadata; another file that is called so does no harm."""

import json

import pytest
from qgis.core import QgsRasterLayer

from sentinel_toolkit.processing.layer_metadata import describe_raster


def test_title_lineage_and_notice_are_told(qgis_app, tmp_path):
    notice = "Contains modified Copernicus Sentinel data 2022"
    properties = {"title": "Composite", "processing:lineage": "Median of 3 scenes.", "attribution": notice}
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "properties": properties}))
    metadata = describe_raster(QgsRasterLayer(), tmp_path / "a.tif").metadata()
    assert (metadata.title(), metadata.abstract()) == ("Composite", "Median of 3 scenes.")
    assert (metadata.identifier(), metadata.rights()) == ("a", [notice])


@pytest.mark.parametrize(
    "text", ["", "[1, 2]", '{"properties": 5}', '{"id": "x"}', "\x00", '{"properties": {"title": null}}']
)
def test_a_foreign_file_does_no_harm(qgis_app, tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    assert describe_raster(QgsRasterLayer(), tmp_path / "a.tif").metadata().rights() == []


def test_without_an_item_nothing_is_said(qgis_app, tmp_path):
    assert describe_raster(QgsRasterLayer(), tmp_path / "a.tif").metadata().title() == ""
