"""The item beside a raster, by the schemas' rules: grids, bands and sources of any kind."""

import datetime

import make_sample
import numpy as np
import odc.stac
import pystac
import pytest
import stac_rules
from affine import Affine
from odc.geo.geobox import GeoBox
from shapely.geometry import box

from sentinel_toolkit.core.rasters.cog import BandInfo
from sentinel_toolkit.core.results.provenance import Provenance, write_item
from sentinel_toolkit.core.scenes.scene import Asset, Scene

UTM = GeoBox((30, 50), Affine(10, 0, 600_000, 0, -10, 5_100_000), "EPSG:32633")
DAY = datetime.datetime(2023, 8, 10, 10, tzinfo=datetime.timezone.utc)
SCENE = Scene("S", "c", "sentinel-2a", "sentinel-2-l2a", DAY, box(15, 45, 16, 46), "cdse", self_href="https://a.org/S")
MEASURED = [BandInfo("LST", unit="K", description="Land surface temperature"), BandInfo("flags", description="Flags")]
PROVENANCE = Provenance("a_job", "A title", "How it was made.", [SCENE], {}, {}, 99.5)


def written(path, grid=UTM, bands=MEASURED, dtype="float32", nodata=np.nan, provenance=PROVENANCE):
    """Return the item of a raster."""
    path.write_bytes(b"raster")
    write_item(path, grid, bands, dtype, nodata, provenance)
    return stac_rules.check(path.with_suffix(".json"))


def test_grids_of_any_kind(tmp_path):
    degrees = GeoBox((30, 50), Affine(0.01, 0, 15, 0, -0.01, 45), "EPSG:4326")
    assert "gsd" not in written(tmp_path / "degrees.tif", degrees)["properties"]
    mollweide = written(tmp_path / "esri.tif", GeoBox((30, 50), Affine(10, 0, 0, 0, -10, 0), "ESRI:54009"))
    assert mollweide["properties"]["proj:code"] == "ESRI:54009"
    assert "proj:epsg" not in mollweide["properties"]
    local = make_sample.LOCAL_CRS
    nameless = written(tmp_path / "local.tif", GeoBox((30, 50), Affine(10, 0, 0, 0, -10, 0), local))
    assert nameless["properties"]["proj:code"] is None
    assert nameless["properties"]["proj:wkt2"]
    date_line = GeoBox((300, 500), Affine(10, 0, 499_000, 0, -10, 0), "EPSG:32701").pad(3000)
    written(tmp_path / "line.tif", date_line.translate_pix(-25_000, 0))


def test_only_scaled_bands_need_the_raster_extension(tmp_path):
    def extensions(bands):
        return " ".join(written(tmp_path / "o.tif", bands=bands)["stac_extensions"])

    assert "/raster/" not in extensions(MEASURED)
    assert "/raster/" in extensions([BandInfo("B04", 0.0001)])


@pytest.mark.parametrize(
    ("changes", "href", "kind"),
    [
        ({"self_href": "https://a.org/collections/c/items/S"}, "https://a.org/collections/c/items/S", "geo+json"),
        ({"self_href": "https://a.org/odata/v1/Products(1-2)"}, "https://a.org/odata/v1/Products(1-2)", "json"),
        ({"self_href": "file:///data/lst.tif"}, "file:///data/lst.tif", "geotiff"),
        ({"self_href": "file:///data/S.SAFE/MTD_MSIL2A.xml"}, "file:///data/S.SAFE/MTD_MSIL2A.xml", "xml"),
        ({"self_href": "", "assets": {"B04": Asset("/data/B04.jp2")}}, "file:///data/B04.jp2", "jp2"),
        ({"self_href": "", "assets": {"B04": Asset("https://a.org/B04.tif")}}, "https://a.org/B04.tif", "geotiff"),
    ],
)
def test_a_source_has_an_address_and_a_type(tmp_path, changes, href, kind):
    provenance = Provenance("a_job", "A title", "How.", [SCENE.patch(**changes)], {}, {}, 99.5)
    (link,) = written(tmp_path / "o.tif", provenance=provenance)["links"]
    assert link["href"] == href
    assert link["type"].endswith(f"/{kind}") or link["type"].endswith(f"={kind}")


def test_odc_stac_knows_units_and_nodata_that_is_no_number(tmp_path):
    item = pystac.Item.from_dict(written(tmp_path / "lst.tif"), href=str(tmp_path / "lst.json"))
    meta = odc.stac.parse_item(item).collection["LST"]
    assert (meta.data_type, np.isnan(meta.nodata), meta.units) == ("float32", True, "K")
