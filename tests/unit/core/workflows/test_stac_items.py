"""Every kind of STAC item and collection that we write: by the schemas' rules, and by what others read of it."""

import datetime
import json
from pathlib import Path

import numpy as np
import odc.stac
import pystac
import pytest
import stac_rules
import stackstac
from affine import Affine
from scenes import scenes_file, write_band, write_scene
from swaths import regular_swath, write_product

from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest, MedianCompositeRequest, StackBandsRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.swaths import ImportSentinel3Request
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.results.provenance import COMMON_NAMES
from sentinel_toolkit.core.workflows import (
    composite_series,
    import_sentinel3,
    median_composite,
    ndvi_animation,
    stack_bands,
    thermal_sharpening,
)

SIDE = 40
DAY = datetime.datetime(2023, 8, 10, 10, tzinfo=datetime.timezone.utc)


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    """Three months of one tile, every band of its own reflectance."""
    folder = tmp_path_factory.mktemp("scenes")
    for month, dn in (("01", 1000), ("02", 2000), ("04", 3000)):
        bands = {name: np.full((SIDE, SIDE), dn + place, np.uint16) for place, name in enumerate(COMMON_NAMES)}
        write_scene(folder / "in", f"2023{month}05", bands)
    return scenes_file(folder / "in", folder / "scenes.jsonl")


@pytest.fixture(scope="module")
def composite(scenes, tmp_path_factory):
    """The path of the item of a composite of all bands, with both extra bands."""
    target = tmp_path_factory.mktemp("composite") / "composite.tif"
    latest = {"method": "latest", "date_band": True}
    request = MedianCompositeRequest(scenes_path=scenes, output=str(target), bands=tuple(COMMON_NAMES), **latest)
    median_composite.run(request, Report())
    return target.with_suffix(".json")


@pytest.fixture(scope="module")
def series(scenes, tmp_path_factory):
    """The folder of a series of composites by tile."""
    folder = tmp_path_factory.mktemp("series")
    request = CompositeSeriesRequest(scenes_path=scenes, output_folder=str(folder), bands=("B04",), tiling="mgrs")
    composite_series.run(request, Report())
    return folder


def test_a_composite(composite):
    item = stac_rules.check(composite)
    entries = {band["name"]: band for band in item["assets"]["data"]["bands"]}
    assert list(entries) == [*COMMON_NAMES, "date", "observations"]
    assert {entry["nodata"] for entry in entries.values()} == {-32768}, "as the file has it, in every band"
    assert (entries["B06"]["eo:common_name"], entries["B04"]["raster:scale"]) == ("rededge075", 0.0001)
    assert "raster:scale" not in entries["observations"]
    assert item["properties"]["proj:bbox"] == [600_000, 5_099_600, 600_400, 5_100_000]


def test_a_composite_of_an_index_and_a_stack(scenes, tmp_path):
    index = MedianCompositeRequest(scenes_path=scenes, output=str(tmp_path / "index.tif"), index="NDVI")
    median_composite.run(index, Report())
    stac_rules.check(tmp_path / "index.json")
    (tmp_path / "one.jsonl").write_text(Path(scenes).read_text().splitlines()[0])
    stack = StackBandsRequest(scenes_path=str(tmp_path / "one.jsonl"), output=str(tmp_path / "stack.tif"))
    stack_bands.run(stack, Report())
    item = stac_rules.check(tmp_path / "stack.json")
    assert item["properties"]["datetime"] == "2023-01-05T10:00:00.000Z"


def test_a_series(series):
    """Its collection tells of all items, not of the first."""
    collection = stac_rules.check(series / "collection.json")
    items = [stac_rules.check(path) for path in sorted(series.glob("2023*.json"))]
    assert len(items) == 3
    boxes = np.array([item["bbox"] for item in items])
    assert collection["extent"] == {
        "spatial": {"bbox": [[*boxes[:, :2].min(0), *boxes[:, 2:].max(0)]]},
        "temporal": {"interval": [["2023-01-05T10:00:00Z", "2023-04-05T10:00:00Z"]]},
    }
    assert collection["summaries"] == {
        "constellation": ["sentinel-2"],
        "gsd": [10.0],
        "proj:code": ["EPSG:32633"],
        "sentinel_toolkit:tile": ["33TWL"],
    }
    assert collection["item_assets"]["data"]["bands"] == items[0]["assets"]["data"]["bands"]
    assert {item["collection"] for item in items} == {collection["id"]}
    linked = [link["href"] for link in collection["links"] if link["rel"] == "item"]
    assert linked == [f"./{item['id']}.json" for item in items]


def test_a_pass_of_sentinel_3(tmp_path):
    product = write_product(tmp_path, DAY, *regular_swath((SIDE, SIDE)))
    request = ImportSentinel3Request(sen3=str(product), output=str(tmp_path / "out.tif"))
    import_sentinel3.run(request, Report())
    item = stac_rules.check(tmp_path / "out.json")
    assert [band["nodata"] for band in item["assets"]["data"]["bands"]] == ["nan", "nan"]
    (link,) = item["links"]
    assert (link["href"], link["type"]) == ((product / "LST_in.nc").as_uri(), "application/netcdf")


def test_the_rasters_of_an_animation(scenes, tmp_path):
    request = NdviAnimationRequest(
        scenes_path=scenes, output=str(tmp_path / "o.gif"), frames_folder=str(tmp_path / "r"), width=300, height=300
    )
    ndvi_animation.run(request, Report())
    items = [stac_rules.check(path) for path in (tmp_path / "r").glob("*.json")]
    assert len(items) == 3


def test_a_sharpened_temperature_and_its_uncertainty(tmp_path):
    random = np.random.default_rng(1)
    ndvi = np.kron(random.uniform(0.15, 0.85, (40, 40)), np.ones((12, 12))).astype(np.float32)
    coarse = (315 - 20 * ndvi).reshape(24, 20, 24, 20).mean((1, 3)) + random.normal(0, 0.2, (24, 24))
    write_band(tmp_path / "ndvi_20230810.tif", ndvi, 10, nodata=np.nan)
    write_band(tmp_path / "lst.tif", coarse.astype(np.float32), 200, nodata=np.nan)
    inputs = {"lst": str(tmp_path / "lst.tif"), "ndvi": str(tmp_path / "ndvi_20230810.tif")}
    outputs = {"output": str(tmp_path / "out.tif"), "uncertainty": str(tmp_path / "uncertainty.tif")}
    thermal_sharpening.run(ThermalSharpeningRequest(**inputs, **outputs), Report())
    items = [stac_rules.check(tmp_path / name) for name in ("out.json", "uncertainty.json")]
    for item in items:
        assert {link["href"] for link in item["links"]} == {Path(path).as_uri() for path in inputs.values()}


@pytest.mark.filterwarnings("ignore:The 'shapely.ops.transform:DeprecationWarning")
def test_odc_stac_loads_a_composite_by_the_names_of_its_bands(composite):
    item = pystac.Item.from_file(str(composite))
    cube = odc.stac.load([item], bands=["B04", "red", "nir08", "observations"])
    assert cube.odc.crs.to_epsg() == 32633
    assert cube.odc.geobox.transform == Affine(10, 0, 600_000, 0, -10, 5_100_000)
    place = list(COMMON_NAMES).index("B04")
    assert np.unique(cube.B04).tolist() == np.unique(cube.red).tolist() == [3000 + place]
    assert np.unique(cube.nir08).tolist() == [3000 + list(COMMON_NAMES).index("B8A")]
    assert np.unique(cube.observations).tolist() == [3]
    assert cube.B04.odc.nodata == -32768


@pytest.mark.filterwarnings("ignore:The 'shapely.ops.transform:DeprecationWarning")
def test_odc_stac_loads_a_series(series):
    items = list(pystac.Collection.from_file(str(series / "collection.json")).get_items())
    cube = odc.stac.load(items, bands=["red"])
    assert [np.unique(date).tolist() for date in cube.red.values] == [[1003], [2003], [3003]]


def test_stackstac_finds_the_grid(composite):
    """It knows the items' text as it is; pystac would turn `proj:epsg` into `proj:code`, which it does not know."""
    item = json.loads(composite.read_text())
    item["assets"]["data"]["href"] = str(composite.with_suffix(".tif"))
    cube = stackstac.stack([item], dtype="int16", fill_value=np.int16(-32768), rescale=False)
    assert cube.attrs["crs"] == "epsg:32633"
    assert cube.attrs["transform"][:6] == (10, 0, 600_000, 0, -10, 5_100_000)
    assert cube.shape == (1, 1, SIDE, SIDE)
