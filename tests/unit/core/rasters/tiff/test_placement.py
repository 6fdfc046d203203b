"""What a plain GeoTIFF says of its place is what GDAL reads of it; where there is a doubt, GDAL is asked."""

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st

from sentinel_toolkit.core.rasters import files
from sentinel_toolkit.core.rasters.tiff import directory
from sentinel_toolkit.core.rasters.tiff.placement import placement_of

UTM = st.one_of(st.integers(32601, 32660), st.integers(32701, 32760))
PLACE = Affine(10, 0, 600_000, 0, -10, 5_100_000)
TILED = {"driver": "GTiff", "count": 1, "tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate"}


def write(path, shape=(70, 90), transform=PLACE, crs="EPSG:32633", **options):
    """Write a tiled TIFF of one band of 16 bits."""
    height, width = shape
    place = {"height": height, "width": width, "transform": transform, "crs": crs}
    with rasterio.open(path, "w", **{**TILED, "dtype": "uint16", **place, **options}) as dataset:
        dataset.write(np.ones((1, height, width), dataset.dtypes[0]))
    return str(path)


def opened_by_gdal(path):
    """Return the RasterFile of a file as GDAL describes it."""
    with open(path, "rb") as file:
        tiles = directory.tiles_of(file.read(), 10**9)
    with files._lent(path) as dataset:
        return files._described(path, dataset, tiles)


@given(
    st.tuples(st.integers(1, 200), st.integers(1, 200)),
    UTM,
    st.sampled_from([10.0, 20.0, 60.0, 9.5, 1 / 3]),
    st.tuples(st.floats(1e5, 9e5), st.floats(0, 1e7)),
    st.sampled_from([None, 0, 65535, -1.5]),
    st.fixed_dictionaries(
        {"ENDIANNESS": st.sampled_from(["LITTLE", "BIG"]), "BIGTIFF": st.sampled_from(["YES", "NO"])}
    ),
)
@settings(max_examples=60, deadline=None)
def test_it_is_what_gdal_says(tmp_path_factory, shape, epsg, side, corner, nodata, options):
    transform = Affine(side, 0, corner[0], 0, -side, corner[1])
    dtype = "uint16" if nodata is None or nodata >= 0 else "int16"
    path = write(
        tmp_path_factory.mktemp("placed") / "a.tif",
        shape,
        transform,
        f"EPSG:{epsg}",
        nodata=nodata,
        dtype=dtype,
        **options,
    )
    plain, by_gdal = files._plain(path, Path(path).read_bytes(), 10**9), opened_by_gdal(path)
    assert plain is not None
    assert plain == by_gdal
    assert str(plain.grid.crs) == str(by_gdal.grid.crs)


@pytest.mark.parametrize(
    "options",
    [
        {"crs": "EPSG:4326", "transform": Affine(0.1, 0, 15, 0, -0.1, 45)},
        {"crs": "EPSG:3035"},
        {"transform": Affine(10, 1, 600_000, 1, -10, 5_100_000)},  # turned
        {"transform": Affine(10, 0, 600_000, 0, -20, 5_100_000)},  # no squares
        {"transform": Affine(10, 0, 600_000, 0, 10, 5_000_000)},  # south up
    ],
)
def test_gdal_is_asked_where_it_is_not_plain(tmp_path, options):
    path = write(tmp_path / "a.tif", **options)
    assert placement_of(Path(path).read_bytes()) is None
    assert files.open_file(path).grid == opened_by_gdal(path).grid


def test_points_instead_of_areas_are_left_to_gdal(tmp_path):
    path = tmp_path / "a.tif"
    write(path)
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(AREA_OR_POINT="Point")
    assert placement_of(path.read_bytes()) is None


def test_a_nodata_that_is_no_number_is_left_to_gdal(tmp_path):
    path = tmp_path / "a.tif"
    write(path, nodata=12345)
    content = path.read_bytes()
    assert content.count(b"12345\0") == 1
    assert placement_of(content) is not None
    assert placement_of(content.replace(b"12345\0", b"12x45\0")) is None


@given(st.binary(max_size=200), st.data())
@settings(max_examples=200, deadline=None)
def test_damaged_heads_say_nothing_or_something_finite(tmp_path_factory, noise, data):
    path = tmp_path_factory.mktemp("damaged") / "a.tif"
    write(path)
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at : at + len(noise)] = noise
    place = placement_of(bytes(content))
    assert place is None or np.isfinite(place.transform).all()
