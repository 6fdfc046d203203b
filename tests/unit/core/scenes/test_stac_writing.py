"""The items of scenes, whatever catalogue they come from, by the schemas' rules."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import make_sample
import pytest
import stac_rules
from servers.stac import item as item_of_earth_search

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.catalogues.odata_products import scene_from_product
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, scene_from_item
from sentinel_toolkit.core.scenes.stac_writing import item_from_scene

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def test_scenes_of_a_folder():
    """SAFE and SEN3 products, zips of them, and rasters beside items."""
    scenes = search(str(make_sample.make()), Report())
    assert {scene.product for scene in scenes} == {"sentinel-2-l2a", "sentinel-3-lst"}
    for scene in scenes:
        item = stac_rules.check(item_from_scene(scene))
        (link,) = item["links"]
        assert Path(unquote(urlsplit(link["href"]).path)).is_file()


def test_scenes_of_catalogues():
    found = scene_from_item(item_of_earth_search(1), "earth_search", "https://example.org/")[0]
    served = found.patch(self_href="https://example.org/v1/collections/sentinel-2-l2a/items/1")
    products = [json.loads(path.read_text("utf-8")) for path in SAMPLES.glob("odata_*.json")]
    assert products
    entries = [entry for product in products for entry in product.get("value", [product])]
    by_odata = [scene_from_product(entry, "cdse_odata", "https://a.org/v1", "https://b.org/v1") for entry in entries]
    for scene in (found, served, *by_odata):
        item = stac_rules.check(item_from_scene(scene))
        again = scene_from_item(item, "", "")[0]
        assert (again.collection, again.self_href) == (scene.collection, scene.self_href)
    assert "collection" not in item_from_scene(found), "STAC wants a link to it, and nobody serves it"
    linked = {link["rel"]: link["href"] for link in item_from_scene(served)["links"]}
    assert linked["collection"] == "https://example.org/v1/collections/sentinel-2-l2a"


@pytest.mark.real_data
def test_recorded_scenes(shared):
    answers = [json.loads(path.read_text("utf-8")) for path in (shared / "api").glob("*stac*/*.json")]
    answers += [json.loads(path.read_text("utf-8")) for path in (shared / "api" / "earth_search").glob("*.json")]
    answers += [json.loads(path.read_text("utf-8")) for path in (shared / "api" / "planetary_computer").glob("*.json")]
    items = [item for answer in answers if isinstance(answer, dict) for item in answer.get("features", [answer])]
    checked = 0
    for item in items:
        try:
            scene = scene_from_item(item, "stac", "https://example.org/")[0]
        except UnusableItemError:
            continue
        stac_rules.check(item_from_scene(scene))
        checked += 1
    assert checked > 20
