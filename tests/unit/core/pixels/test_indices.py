"""Packed indices: the fused kernel gives what numpy's formula gives, number by number."""

import numpy as np
import pytest

from sentinel_toolkit.core.pixels.encoding import decode
from sentinel_toolkit.core.pixels.indices import INDICES, MIN_SUM, encode_index
from sentinel_toolkit.core.pixels.temporal import NODATA

RANDOM = np.random.default_rng(5)


@pytest.mark.parametrize("name", ["NDVI", "NDWI", "NDMI", "NBR"])
def test_a_normalised_difference_is_what_numpy_says(name):
    index = INDICES[name]
    stack = RANDOM.integers(-2000, 12_000, (3, 2, 80, 90)).astype(np.int16)
    stack[RANDOM.random(stack.shape) < 0.1] = NODATA
    stack[0, :, :5] = [[[50]], [[50]]]  # at the limit of the sum
    stack[1, :, 0, 0] = 32767, -32767
    found = np.empty((3, 80, 90), np.int16)
    encode_index(index, stack, dict(zip(index.bands, (0, 1), strict=True)), found)
    a, b = (stack[:, place].astype(np.float32) / np.float32(10_000) for place in (0, 1))
    total = a + b
    with np.errstate(divide="ignore", invalid="ignore"):
        packed = np.rint(np.clip((a - b) / total, -1, 1) * np.float32(10_000))
    has_value = (stack != NODATA).all(1) & (total > np.float32(MIN_SUM))
    np.testing.assert_array_equal(found, np.where(has_value, packed, NODATA))


def test_packed_numbers_are_unpacked():
    coded = np.array([[NODATA, 0, 1], [-32767, 32767, 5000]], np.int16)
    values = np.empty(coded.shape, np.float32)
    decode(coded, values)
    np.testing.assert_array_equal(values, np.float32([[np.nan, 0, 1e-4], [-3.2767, 3.2767, 0.5]]))
