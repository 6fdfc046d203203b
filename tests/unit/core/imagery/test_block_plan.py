"""Blocks that fit the pieces of the scenes' files."""

from types import SimpleNamespace

import pytest
from grids import geobox

from sentinel_toolkit.core.imagery import block_plan


@pytest.mark.parametrize(
    ("affordable", "shape"),
    [(1500, (1024, 1024)), (2048, (2048, 2048)), (770, (512, 1024)), (600, (512, 512)), (300, (296, 296))],
)
def test_blocks_fit_the_pieces_of_scenes(affordable, shape):
    bands, scl = geobox(10, 600000, 5100000, 10980), geobox(20, 600000, 5100000, 5490)
    scene = SimpleNamespace(
        bands={"B04": SimpleNamespace(block_shape=(512, 512), grid=bands)},
        scl=SimpleNamespace(block_shape=(512, 512), grid=scl),
        ground_grid=bands,
    )
    found, phase = block_plan._aligned(geobox(10, 600000 + 1000, 5100000 - 3000, 5000), scene, affordable)
    assert found == shape
    assert phase == ((-300 % shape[0], -100 % shape[1]) if affordable > 300 else (0, 0))
