"""Items of any catalogue as Scenes: what STAC 1.1 calls bands, and footprints without a geometry."""

import pytest
import shapely
from servers.stac import item as stac_item

from sentinel_toolkit.core.geo.area import unwrap
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item


def band(**fields):
    return {"href": "https://example.org/1.tif", **fields}


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (band(bands=[{"name": "B04", "eo:common_name": "red"}]), "B04"),
        (band(bands=[{"name": "band 8", "eo:common_name": "nir"}]), "B08"),
        (band(bands=[{"eo:common_name": "nir08"}]), "B8A"),
        (band(**{"eo:bands": [{"name": "b", "common_name": "green"}]}), "B03"),
        (band(bands=[{"name": "scl"}]), "SCL"),
    ],
)
def test_bands_are_known_by_what_the_asset_says_of_them(entry, name):
    scene, _ = scene_from_item(stac_item(1, stac_version="1.1.0", assets={"m1": entry}), "stac")
    assert list(scene.assets) == [name]


def test_an_asset_of_several_bands_is_none_of_them():
    several = band(bands=[{"name": "B04"}, {"name": "B08"}])
    assert not scene_from_item(stac_item(1, assets={"m1": several}), "stac")[0].assets


def test_scale_and_offset_of_a_band_are_found():
    entry = band(bands=[{"name": "B04", "raster:scale": 0.0001, "raster:offset": -0.1}])
    (asset,) = scene_from_item(stac_item(1, assets={"m1": entry}), "stac")[0].assets.values()
    assert (asset.scale, asset.offset) == (0.0001, -0.1)


@pytest.mark.parametrize("bbox", [[14.99, 45.85, 15.03, 45.88], [14.99, 45.85, -3.0, 15.03, 45.88, 30.0]])
def test_a_bbox_may_have_heights(bbox):
    scene, _ = scene_from_item(stac_item(1, geometry=None, bbox=bbox), "stac")
    assert scene.footprint.equals(shapely.box(14.99, 45.85, 15.03, 45.88))


def test_a_bbox_may_cross_the_antimeridian():
    scene, _ = scene_from_item(stac_item(1, geometry=None, bbox=[179.5, -17, 0, -179.5, -16, 90]), "stac")
    assert unwrap(scene.footprint).bounds == (179.5, -17, 180.5, -16)
