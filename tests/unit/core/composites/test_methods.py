"""A composite with its bands: what it gives of any number of dates."""

import numpy as np
import pytest

from sentinel_toolkit.core.composites.methods import METHODS, Composite
from sentinel_toolkit.core.pixels.temporal import NODATA


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", ["", "NDVI", "EVI"])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_values_alone_are_those_beside_the_counts(method, index, count):
    work = Composite(method, (index,) if index else ("B04", "B08"), index, percent=30)
    random = np.random.default_rng(count)
    stack = random.integers(1, 9000, (count, len(work.needed_bands), 20, 30)).astype(np.int16)
    stack[random.random(stack.shape) < 0.2] = NODATA
    days = np.arange(count, dtype=np.int16)
    np.testing.assert_array_equal(work.values_of(stack, days), work(stack, days)[0])
