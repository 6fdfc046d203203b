"""Which bands a picture shows, and between which values."""

import numpy as np

from sentinel_toolkit.core.pixels import stretch


def test_picture_takes_the_bands_that_are_there():
    assert stretch.picture_bands(("B02", "B03", "B04", "B08")) == ("B04", "B03", "B02")
    assert stretch.picture_bands(("B08", "B03", "B04")) == ("B08", "B04", "B03")
    assert stretch.picture_bands(("B11",)) == ("B11",)
    assert stretch.stretch_range(np.array([np.nan, np.nan])) == (0.0, 1.0)
