"""Where the overviews of a COG end: a file of nothing but that beginning is shown as the whole one."""

import numpy as np
import pytest
from affine import Affine
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters.cog import BandInfo, CogWriter, read_overview
from sentinel_toolkit.core.rasters.tiff.directory import HEAD_BYTES, overviews_end

TRAILER = 4  # bytes: GDAL's COGs repeat the last ones of a piece behind it


@pytest.fixture(scope="module")
def cog(tmp_path_factory):
    """Return a COG of noise of 3000 x 2500 pixels in two bands."""
    folder = tmp_path_factory.mktemp("cog")
    grid = GeoBox((3000, 2500), Affine(10, 0, 500000, 0, -10, 6000000), "EPSG:32632")
    values = np.random.default_rng(1).integers(0, 10000, (2, 3000, 2500)).astype(np.int16)
    with CogWriter(
        folder, "a.tif", grid, "int16", -32768, [BandInfo("B02", 1e-4), BandInfo("B03", 1e-4)], {}
    ) as writer:
        writer.write(0, 0, values)
        writer.finish(Report())
    return writer.path


@pytest.mark.parametrize("side", [400, 420, 512])
def test_the_beginning_shows_what_the_whole_does(cog, tmp_path, side):
    head = cog.read_bytes()[:HEAD_BYTES]
    end = overviews_end(head, 1024)
    size = cog.stat().st_size
    assert HEAD_BYTES < end < size / 5
    beginning = tmp_path / "a.tif"
    with beginning.open("wb") as file:
        file.write(cog.read_bytes()[:end])
        file.truncate(size)
    assert (read_overview(beginning, [1, 2], side) == read_overview(cog, [1, 2], side)).all()


def test_all_is_wanted_where_the_raster_itself_is_small_enough(cog):
    head = cog.read_bytes()[:HEAD_BYTES]
    assert overviews_end(head, 3000) == cog.stat().st_size - TRAILER
    assert overviews_end(head, 10) == len(head)


@pytest.mark.parametrize("length", [0, 7, 16, 200, 2000])
def test_of_a_head_that_is_too_short_nothing_is_said(cog, length):
    assert overviews_end(cog.read_bytes()[:length], 1024) is None


def test_directories_in_a_circle_end(cog):
    content = bytearray(cog.read_bytes()[:HEAD_BYTES])
    order, is_big = ("little" if content[:2] == b"II" else "big"), content[2:4] != b"*\0"
    assert not is_big
    start = int.from_bytes(content[4:8], order)
    count = int.from_bytes(content[start : start + 2], order)
    end = start + 2 + 12 * count
    content[end : end + 4] = content[4:8]
    assert overviews_end(bytes(content), 1024) == len(content)
