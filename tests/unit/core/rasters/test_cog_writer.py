"""COGs that we write are what GDAL's own driver would write of the same pixels, whatever way the blocks come."""

import functools
import struct
import threading

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox
from rasterio.io import MemoryFile

from sentinel_toolkit.contract.errors import RasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import cog, gdal
from sentinel_toolkit.core.rasters.cog import COG_OPTIONS, COLOURS, BandInfo, CogWriter
from sentinel_toolkit.core.rasters.tiff.tags import cog_header

TAGS = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit", "TIFFTAG_COPYRIGHT": "© <somebody> & others", "MARK": "a1b2"}
NODATA = {"int16": -32768, "uint8": 0, "float32": np.nan}
NAMES = ("B04", "B03", "B02", "B08", "date", "observations")


def grid_of(shape, epsg=32633):
    return GeoBox(shape, Affine(10, 0, 600_000, 0, -10, 5_300_000), f"EPSG:{epsg}")


def bands_of(count, dtype):
    unit = "K" if dtype == "float32" else ""
    return [BandInfo(name, 0.0001 if dtype == "int16" else 1.0, unit) for name in NAMES[:count]]


def pixels_of(random, count, shape, dtype, gaps):
    """Return pixels of all values that a type has, some of them without data."""
    if dtype == "float32":
        values = random.normal(300, 20, (count, *shape)).astype(dtype)
    else:
        limits = np.iinfo(dtype)
        values = random.integers(limits.min, limits.max, (count, *shape), dtype, endpoint=True)
    values[random.random(values.shape) < gaps] = NODATA[dtype]
    return values


def blocks_of(shape, block, phase):
    """Return the slices of blocks that begin anywhere."""
    axes = [
        [0, *range(start % size or size, length, size), length]
        for length, size, start in zip(shape, block, phase, strict=True)
    ]
    rows, columns = (list(zip(cuts[:-1], cuts[1:], strict=True)) for cuts in axes)
    return [np.s_[:, top:bottom, left:right] for top, bottom in rows for left, right in columns]


def write_blocks(writer, values, slices):
    for part in slices:
        writer.write(part[1].start, part[2].start, values[part])


def write_ours(path, values, slices, grid, *, again=()):
    """Write pixels in blocks; some blocks first with others, and then again."""
    dtype = str(values.dtype)
    with CogWriter(path.parent, path.name, grid, dtype, NODATA[dtype], bands_of(len(values), dtype), TAGS) as writer:
        wrong = values.copy()
        for part in again:
            wrong[part] = np.flip(values[part]) if dtype == "float32" else ~values[part]
        write_blocks(writer, wrong, slices)
        write_blocks(writer, values, again)
        writer.finish(Report())


def write_by_driver(path, values, grid):
    """Write pixels by GDAL's driver."""
    dtype = str(values.dtype)
    bands = bands_of(len(values), dtype)
    profile = {"width": values.shape[2], "height": values.shape[1], "count": len(values), "dtype": dtype}
    profile |= {"nodata": NODATA[dtype], "crs": grid.crs.to_wkt(), "transform": grid.transform}
    with MemoryFile() as plain:
        with plain.open(driver="GTiff", photometric="MINISBLACK", **profile) as dataset:
            dataset.write(values)
            dataset.descriptions = [band.name for band in bands]
            dataset.scales = [band.scale for band in bands]
            dataset.units = [band.unit for band in bands]
            dataset.colorinterp = [COLOURS.get(band.name, cog.ColorInterp.undefined) for band in bands]
            dataset.update_tags(**TAGS)
        rasterio.shutil.copy(plain.name, path, **COG_OPTIONS)


def described(path, level=None):
    """Return what a raster says of itself and its pixels."""
    options = {} if level is None else {"OVERVIEW_LEVEL": level}
    with rasterio.open(path, **options) as dataset:
        says = [dataset.profile, dataset.tags(), dataset.tags(ns="IMAGE_STRUCTURE"), dataset.descriptions]
        says += [dataset.scales, dataset.offsets, dataset.units, dataset.colorinterp, dataset.overviews(1)]
        return repr(says), dataset.read()


def assert_equal(ours, theirs):
    """What both say is the same, pixels are equal, and overviews within the rounding of the type."""
    (say, below), (they_say, their_pixels) = described(ours), described(theirs)
    assert say == they_say
    np.testing.assert_array_equal(below, their_pixels)
    with rasterio.open(theirs) as dataset:
        levels = range(len(dataset.overviews(1)))
    for level in levels:
        (say, above), (they_say, their_above) = described(ours, level), described(theirs, level)
        assert say == they_say
        # GDAL averages the whole raster again where the level below is one pixel wide.
        if level == 0 or below.shape[2] > 1:
            if above.dtype.kind == "f":
                np.testing.assert_allclose(above, their_above, rtol=1e-6)
            else:
                np.testing.assert_allclose(above.astype(int), their_above.astype(int), atol=1, rtol=0)
                assert np.mean(above != their_above) < 0.05
        below = above


def layout_of(path):
    """Return (places, sizes) of the pieces of all images in a file, as its directories say, and its bytes."""
    data = path.read_bytes()
    is_big = data[2] == 43
    entries, entry, number = ("<Q", "<HHQ8s", "<Q") if is_big else ("<H", "<HHI4s", "<I")
    inline, (place,) = struct.calcsize(number), struct.unpack_from(number, data, 8 if is_big else 4)
    images = []
    while place:
        assert place % 2 == 0
        (count,) = struct.unpack_from(entries, data, place)
        place += struct.calcsize(entries)
        found = {}
        for _ in range(count):
            code, kind, values, field = struct.unpack_from(entry, data, place)
            place += struct.calcsize(entry)
            if code in (324, 325):
                letter = {4: "I", 16: "Q"}[kind]
                size = struct.calcsize(letter) * values
                where = struct.unpack(number, field)[0]
                found[code] = struct.unpack(
                    f"<{values}{letter}", field[:size] if size <= inline else data[where : where + size]
                )
        images.append((found[324], found[325]))
        (place,) = struct.unpack_from(number, data, place)
    return images, data


def assert_in_order(path):
    """Every piece stands in its frame; nothing else stands between; the smallest overview comes first."""
    images, data = layout_of(path)
    pieces = [piece for image in reversed(images) for piece in zip(*image, strict=True)]
    end = pieces[0][0] - 4
    for place, size in pieces:
        assert place == end + 4
        assert struct.unpack_from("<I", data, place - 4) == (size,)
        end = place + size + 4
        assert data[end - 4 : end] == data[end - 8 : end - 4]
    assert end == len(data)
    assert b"BLOCK_ORDER=ROW_MAJOR" in data[:300]


sizes = st.integers(1, 1500)


@given(
    shape=st.tuples(sizes, sizes),
    block=st.tuples(st.integers(100, 1600), st.integers(100, 1600)),
    phase=st.tuples(sizes, sizes),
    dtype=st.sampled_from(sorted(NODATA)),
    count=st.integers(1, 5),
    gaps=st.sampled_from([0, 0.01, 0.5, 1]),
    seed=st.integers(0, 2**32 - 1),
)
@settings(max_examples=40, deadline=None)
def test_cogs_are_those_of_the_driver(tmp_path_factory, shape, block, phase, dtype, count, gaps, seed):
    folder, random = tmp_path_factory.mktemp("cog"), np.random.default_rng(seed)
    values = pixels_of(random, count, shape, dtype, gaps)
    slices = blocks_of(shape, block, phase)
    random.shuffle(slices)
    again = [slices[number] for number in random.integers(0, len(slices), seed % 3)]
    with gdal.environment():
        write_ours(folder / "o.tif", values, slices, grid_of(shape), again=again)
        write_by_driver(folder / "d.tif", values, grid_of(shape))
    assert_equal(folder / "o.tif", folder / "d.tif")
    assert_in_order(folder / "o.tif")
    for file in folder.iterdir():
        file.unlink()


@pytest.mark.parametrize("epsg", [32633, 4326, 3035, 3857, 27700])
def test_every_crs_is_told_as_the_driver_tells_it(tmp_path, epsg):
    values = pixels_of(np.random.default_rng(epsg), 1, (20, 30), "int16", 0.1)
    grid = grid_of((20, 30), epsg)
    write_ours(tmp_path / "o.tif", values, blocks_of((20, 30), (20, 30), (0, 0)), grid)
    write_by_driver(tmp_path / "d.tif", values, grid)
    assert_equal(tmp_path / "o.tif", tmp_path / "d.tif")


@pytest.mark.parametrize("shape", [(1536, 2048), (1537, 2049)])
def test_memory_is_bounded_whatever_the_order(tmp_path, monkeypatch, shape):
    """Small blocks that come in any order leave every tile half filled: they wait on the disk, and come back."""
    random = np.random.default_rng(1)
    values = pixels_of(random, 2, shape, "int16", 0.2)
    slices = blocks_of(shape, (200, 300), (70, 70))
    random.shuffle(slices)
    limit, tile = 4 * 2**20, 2 * 2 * 513 * 513
    monkeypatch.setattr(cog, "WAITING_BYTES", limit)
    most = []
    make_room = CogWriter._make_room
    monkeypatch.setattr(CogWriter, "_make_room", lambda self: (make_room(self), most.append(self._waiting._bytes)))
    write_ours(tmp_path / "o.tif", values, slices, grid_of(shape), again=slices[:5])
    write_by_driver(tmp_path / "d.tif", values, grid_of(shape))
    assert_equal(tmp_path / "o.tif", tmp_path / "d.tif")
    threads = min(cog.os.cpu_count(), cog.MAX_THREADS)
    assert max(most) <= limit + 3 * threads * tile  # and what the threads have in work


def test_threads_may_share_a_writer(tmp_path):
    shape, dtype = (1500, 1300), "float32"
    values = pixels_of(np.random.default_rng(2), 1, shape, dtype, 0.1)
    slices = blocks_of(shape, (230, 310), (0, 0))
    with CogWriter(tmp_path, "o.tif", grid_of(shape), dtype, np.nan, bands_of(1, dtype), TAGS) as writer:
        threads = [threading.Thread(target=write_blocks, args=(writer, values, slices[start::4])) for start in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        writer.finish(Report())
    write_by_driver(tmp_path / "d.tif", values, grid_of(shape))
    assert_equal(tmp_path / "o.tif", tmp_path / "d.tif")


def test_what_nobody_wrote_has_no_data(tmp_path):
    shape = (1100, 1100)
    values = np.full((1, *shape), 7, np.int16)
    values[:, 400:] = -32768
    write_ours(tmp_path / "o.tif", values, [np.s_[:, 0:400, 0:1100]], grid_of(shape))
    write_by_driver(tmp_path / "d.tif", values, grid_of(shape))
    assert_equal(tmp_path / "o.tif", tmp_path / "d.tif")
    assert (tmp_path / "o.tif").stat().st_size < 40_000


@pytest.mark.parametrize("shape", [(20, 30), (1100, 700)])
def test_large_files_are_big_tiffs(tmp_path, monkeypatch, shape):
    monkeypatch.setattr(cog, "cog_header", functools.partial(cog_header, classic_limit=1000))
    values = pixels_of(np.random.default_rng(3), 4, shape, "int16", 0.1)
    write_ours(tmp_path / "o.tif", values, blocks_of(shape, (512, 512), (0, 0)), grid_of(shape))
    write_by_driver(tmp_path / "d.tif", values, grid_of(shape))
    assert (tmp_path / "o.tif").read_bytes()[:4] == b"II+\0"
    assert_equal(tmp_path / "o.tif", tmp_path / "d.tif")
    assert_in_order(tmp_path / "o.tif")


@pytest.mark.parametrize("broken", ["add", "read"])
def test_a_full_disk_is_told_in_words_and_leaves_nothing(tmp_path, monkeypatch, broken):
    """It may fill while pieces wait, in another thread, and while the file is put together."""

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cog.Spool, broken, fail)
    values = pixels_of(np.random.default_rng(4), 1, (1100, 700), "int16", 0)
    with pytest.raises(RasterError, match=r"The result cannot be written: No space left on device\. Is there enough"):
        write_ours(tmp_path / "o.tif", values, blocks_of((1100, 700), (512, 512), (0, 0)), grid_of((1100, 700)))
    assert not list(tmp_path.iterdir())
