"""Pieces of TIFFs: what is packed comes back, and as GDAL reads it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sentinel_toolkit.core.rasters.tiff.pieces import PieceForm

TYPES = ("uint8", "int16", "uint16", "float32")


@given(data=st.data(), dtype=st.sampled_from(TYPES), bands=st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_what_is_packed_comes_back(data, dtype, bands):
    shape = data.draw(st.tuples(st.integers(1, 512), st.integers(1, 512)))
    corner = data.draw(hnp.arrays(dtype, (bands, min(shape[0], 5), min(shape[1], 5))))
    form = PieceForm(bands, np.dtype(dtype), 0)
    pixels = form.empty(shape)
    pixels[:, : corner.shape[1], : corner.shape[2]] = corner
    np.testing.assert_array_equal(form.unpack(form.pack(pixels), shape).view("u1"), pixels.view("u1"))


@pytest.mark.parametrize("dtype", TYPES)
def test_beyond_the_raster_nothing_is_stored(dtype):
    """A piece at the edge is as large as what of it is filled, not as if zeros followed its values."""
    form = PieceForm(1, np.dtype(dtype), 0)
    pixels = np.random.default_rng(1).integers(1, 200, (1, 64, 64)).astype(dtype)
    assert len(form.pack(pixels)) < pixels.nbytes * 1.2 + 2500
