"""Blocks that fit the pieces of the scenes' files."""

from types import SimpleNamespace

import pytest
from grids import geobox

from sentinel_toolkit.core.imagery import block_plan

GRID = geobox(10, 600000 + 1000, 5100000 - 3000, 5000)


def file(resolution_m, side, is_jpeg2000=False):
    grid = geobox(resolution_m, 600000, 5100000, 109_800 // resolution_m)
    return SimpleNamespace(block_shape=(side, side), grid=grid, is_jpeg2000=is_jpeg2000)


def scene(bands, scl):
    return SimpleNamespace(bands=bands, scl=scl, ground_grid=next(iter(bands.values())).grid)


COG = scene({"B04": file(10, 512)}, file(20, 512))
SAFE = scene({"B04": file(10, 1024, True), "B08": file(10, 1024, True)}, file(20, 640, True))


@pytest.mark.parametrize(
    ("files", "pixels", "shape"),
    [
        (COG, 1500**2, (1024, 2048)),
        (COG, 2048**2, (2048, 2048)),
        (COG, 770**2, (512, 1024)),
        (COG, 600**2, (512, 512)),
        (COG, 300**2, (296, 296)),
        (SAFE, 2048**2, (2048, 2048)),
        (SAFE, 1500**2, (1024, 2048)),  # not the 1280 of the classification: each piece of a band is decoded once
        (SAFE, 1100**2, (1024, 1024)),
    ],
)
def test_blocks_fit_the_costly_pieces_of_scenes(files, pixels, shape):
    found, phase = block_plan._aligned(GRID, files, block_plan._costly_side(GRID, files), pixels)
    assert found == shape
    side = block_plan._costly_side(GRID, files)
    # The first block begins with the piece that the grid begins in: 300 and 100 pixels are 300 % side and 100 behind it.
    assert phase == ((-(300 % side) % shape[0], -100 % shape[1]) if pixels > 300**2 else (0, 0))


def test_an_area_of_few_pieces_is_not_cut_between_blocks():
    far = geobox(10, 600000 + 11_000, 5100000 - 2_000, 1000)  # columns 1100 to 2099 of the scene: pieces 2 to 4
    shape, phase = block_plan._aligned(far, COG, 512, 3 * 512**2)
    assert shape == (512, 1536)
    assert phase[1] == 3 * 512 - 1100 % 512, "behind the piece in which the grid begins come two more"


def test_where_memory_holds_one_piece_the_threads_share_a_block():
    sources = [SimpleNamespace(rasters=SAFE, factor=1, density=1)] * 60
    alone = block_plan.make_plan(GRID, sources, 4, 60, 2, 1024)
    shared = block_plan.make_plan(GRID, sources, 4, 60, 2, 1024, may_share=True)
    assert alone[:3] == (2, 1, (768, 768))
    assert shared == (1, 2, (1024, 1024), (-300 % 1024, -100 % 1024))
    roomy = block_plan.make_plan(GRID, sources[:6], 4, 6, 2, 4096, may_share=True)
    assert roomy[:3] == (2, 1, (2048, 2048))
