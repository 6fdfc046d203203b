"""Digital numbers as the reflectance that we store."""

import dataclasses

import numpy as np

from sentinel_toolkit.core.pixels import encoding as pixels
from sentinel_toolkit.core.pixels import sampling


def encode(dn, offset_dn, nodata, quantification=10_000):
    """Encode a line of DN by both kernels: pixels that follow each other, and points by index."""
    dn = dn[None]
    index = np.arange(dn.shape[1], dtype=np.int32)[None]
    found = sampling.Sampling((0, 1, 0, dn.shape[1]), np.zeros_like(index), index, None)
    made = []
    for corner in (None, (0, 0)):
        out = np.full(dn.shape, nodata, np.int16)
        wanted = np.ones(dn.shape, bool)
        there = dataclasses.replace(found, corner=corner)
        assert pixels.encode_points(dn, there, wanted, offset_dn, quantification, out) == np.count_nonzero(dn)
        made.append(out[0])
    assert np.array_equal(*made)
    return made[0]


def test_no_data_is_never_shifted_and_extremes_are_clamped():
    dn = np.array([0, 1, 999, 1000, 11000, 65535], np.uint16)
    coded = encode(dn, -1000, -32768)
    assert coded.tolist() == [-32768, -999, -1, 0, 10000, 32767]


def test_other_quantification_means_the_same_reflectance():
    dn = np.array([0, 2000, 3000], np.uint16)
    assert encode(dn, -500, -32768, quantification=5000).tolist() == [-32768, 3000, 5000]
