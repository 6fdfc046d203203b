"""Masks of the scene classification."""

import numpy as np

from sentinel_toolkit.core.pixels import scl


def test_mask_keeps_what_is_not_named():
    table = scl.valid_table(("cloud_high", "no_data"))
    assert not table[9]
    assert not table[0]
    assert table[[4, 8, 12, 255]].all()
    assert scl.valid_table(("none",)).all()


def test_grown_mask_is_a_disc():
    valid = np.ones((11, 11), bool)
    valid[5, 5] = False
    y, x = np.mgrid[:11, :11] - 5
    assert np.array_equal(scl.grow_mask(valid, 3.0), np.hypot(x, y) > 3)
    assert scl.grow_mask(valid, 0) is valid
