"""Plain tiled TIFFs: what is decoded here are the pixels that GDAL reads, and what is damaged is refused."""

import zlib
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import NORTH, WEST

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters import files
from sentinel_toolkit.core.rasters.tiff import directory, reading

SIDE = st.integers(1, 300)
OPTIONS = st.fixed_dictionaries(
    {
        "predictor": st.sampled_from([1, 2]),
        "ENDIANNESS": st.sampled_from(["LITTLE", "BIG"]),
        "BIGTIFF": st.sampled_from(["YES", "NO"]),
        "blockxsize": st.sampled_from([16, 48, 128]),
        "blockysize": st.sampled_from([16, 64, 128]),
        "SPARSE_OK": st.sampled_from(["TRUE", "FALSE"]),
    }
)


def write(path, values, **options):
    """Write a tiled TIFF of one band."""
    profile = {"compress": "deflate", "tiled": True, "blockxsize": 64, "blockysize": 64, "predictor": 2, **options}
    height, width = values.shape
    place = {"crs": "EPSG:32633", "transform": Affine(10, 0, WEST, 0, -10, NORTH)}
    with rasterio.open(
        path, "w", driver="GTiff", height=height, width=width, count=1, dtype=values.dtype, **place, **profile
    ) as dataset:
        dataset.write(values, 1)
    return str(path)


@given(
    st.tuples(SIDE, SIDE),
    st.sampled_from(["uint8", "uint16", "int16"]),
    OPTIONS,
    st.sampled_from([None, 0, 7]),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=60, deadline=None)
def test_any_window_is_what_gdal_reads(tmp_path_factory, shape, dtype, options, nodata, seed):
    random = np.random.default_rng(seed)
    limits = np.iinfo(dtype)
    values = random.integers(limits.min, limits.max, shape, dtype, endpoint=True)
    values[: shape[0] // 2] = 0  # tiles that are left out of a sparse file
    path = write(tmp_path_factory.mktemp("plain") / "a.tif", values, nodata=nodata, **options)
    file = files.open_file(path)
    assert file.tiles, "it is decoded here"
    rows, columns = (sorted(random.integers(0, size + 1, 2)) for size in shape)
    window = (rows[0], max(rows[1], rows[0] + 1), columns[0], max(columns[1], columns[0] + 1))
    window = (
        min(window[0], shape[0] - 1),
        min(window[1], shape[0]),
        min(window[2], shape[1] - 1),
        min(window[3], shape[1]),
    )
    with rasterio.open(path) as dataset:
        expected = dataset.read(1, window=((window[0], window[1]), (window[2], window[3])))
    if nodata is not None:
        expected[expected == nodata] = 0
    found = files.read_window(file, window)
    assert found.dtype == expected.dtype
    assert np.array_equal(found, expected)
    files.close_files()


@pytest.mark.parametrize(
    "options",
    [{"compress": "lzw"}, {"compress": "zstd"}, {"compress": "deflate", "tiled": False}, {"compress": "none"}],
)
def test_what_is_not_plain_is_read_by_gdal(tmp_path, options):
    values = np.arange(6400, dtype=np.uint16).reshape(80, 80)
    options = {"predictor": 1, **options} | ({"blockxsize": None, "blockysize": None} if "tiled" in options else {})
    path = write(tmp_path / "a.tif", values, **{name: value for name, value in options.items() if value is not None})
    file = files.open_file(path)
    assert file.tiles is None
    assert np.array_equal(files.read_window(file, (3, 70, 5, 77)), values[3:70, 5:77])


@pytest.fixture
def plain(tmp_path):
    values = np.random.default_rng(1).integers(0, 5000, (200, 200)).astype(np.uint16)
    return write(tmp_path / "a.tif", values)


def spoil(path, change):
    """Change the bytes of a file after it was opened; return the message of reading it."""
    file = files.open_file(path)
    files.close_files()
    content = bytearray(Path(path).read_bytes())
    change(content, file.tiles)
    Path(path).write_bytes(content)
    with pytest.raises(UnreadableRasterError) as refused:
        files.read_window(file, (0, 200, 0, 200))
    return str(refused.value)


def test_a_fallen_bit_is_found_by_the_checksum(plain):
    def change(content, tiles):
        content[tiles.piece(1, 1).offset + tiles.piece(1, 1).size // 2] ^= 4

    assert "damaged" in spoil(plain, change)


def test_a_tile_of_another_size_is_refused(plain):
    def change(content, tiles):
        piece = tiles.piece(0, 0)
        packed = zlib.compress(bytes(tiles.tile_bytes + 2), 9)
        content[piece.offset : piece.offset + len(packed)] = packed

    assert "another size" in spoil(plain, change)


def test_a_bomb_is_not_unpacked(plain):
    def change(content, tiles):
        piece = tiles.piece(0, 0)
        packed = zlib.compress(bytes(3_000_000), 9)
        assert len(packed) < piece.size
        content[piece.offset : piece.offset + len(packed)] = packed

    assert "another size" in spoil(plain, change)


def test_a_file_that_is_replaced_is_noticed(plain):
    assert "changed" in spoil(plain, lambda content, tiles: content.extend(b"more"))


@pytest.mark.parametrize("tag", [directory._OFFSETS, directory._SIZES, directory._TILE_WIDTH, directory._TILE_HEIGHT])
def test_a_header_that_lies_is_left_to_gdal_which_refuses_it(plain, tag):
    content = bytearray(Path(plain).read_bytes())
    assert tag in directory.first_directory(bytes(content))
    for word in (2**31, 2**32 - 1, 0, 1):
        lie = bytearray(content)
        place = _entry(content, tag)
        lie[place + 4 : place + 12] = (1).to_bytes(4, "little") + word.to_bytes(4, "little")  # one value, that
        assert directory.tiles_of(bytes(lie), len(lie)) is None
        lie[place + 4 : place + 8] = (2**32 - 1).to_bytes(4, "little")  # as many values as there are not
        assert directory.tiles_of(bytes(lie), len(lie)) is None


def _entry(content, tag):
    """Return where the entry of a tag stands in a little-endian classic TIFF."""
    start = int.from_bytes(content[4:8], "little")
    count = int.from_bytes(content[start : start + 2], "little")
    places = range(start + 2, start + 2 + 12 * count, 12)
    return next(place for place in places if int.from_bytes(content[place : place + 2], "little") == tag)


@given(
    st.binary(max_size=400),
    st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0"]),
)
def test_no_bytes_are_more_than_no_tiff(rest, beginning):
    directory.tiles_of(beginning + rest, 1000)


def test_pieces_are_those_that_a_window_meets(plain):
    tiles = files.open_file(plain).tiles
    found = [(row, column) for row, column, _ in reading.pieces_of(tiles, (63, 65, 0, 64))]
    assert found == [(0, 0), (1, 0)]
