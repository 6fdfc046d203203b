"""Scenes that were fetched, as catalogues of their own."""

import pystac
import stac_rules
from servers.stac import item as item_of_earth_search

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.downloads import local_scenes
from sentinel_toolkit.core.scenes.scene import Asset
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item


def test_a_scene_that_was_fetched(tmp_path):
    """Its item is a copy: relative hrefs start where it lies, not at the catalogue's."""
    (tmp_path / "S").mkdir()
    paths = {"B04": tmp_path / "S" / "B04.tif", "SCL": tmp_path / "S" / "SCL.tif"}
    for path in paths.values():
        path.write_bytes(b"raster")
    self_href = "https://example.org/v1/collections/sentinel-2-l2a/items/1"
    scene = scene_from_item(item_of_earth_search(1), "earth_search", "https://example.org/")[0]
    scene = scene.patch(self_href=self_href, assets={**scene.assets, "B04": Asset("https://example.org/B04.tif")})
    local_scenes.write_item(local_scenes.local_scene(scene, paths), paths, Report())
    (path,) = (tmp_path / "S").glob("*.json")
    item = stac_rules.check(path)
    assert {link["rel"] for link in item["links"]} == {"canonical", "collection"}
    assert pystac.Item.from_file(str(path)).assets["B04"].get_absolute_href() == str(paths["B04"])
    (again,) = search(str(tmp_path), Report())
    assert again.self_href == self_href
