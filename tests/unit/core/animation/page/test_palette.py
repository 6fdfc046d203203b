"""The one palette of an animation."""

import numpy as np
import pytest

from sentinel_toolkit.core.animation.page import palette as frame_palette


@pytest.mark.parametrize("ramp", ["RdYlGn", "viridis", "gray", "coolwarm", "twilight", "RdGy", "tab20c", "Blues"])
def test_no_data_is_unlike_every_class_and_white(ramp):
    palette = frame_palette.palette_of(ramp).astype(int)
    others = [*palette[: frame_palette.LEVELS], palette[frame_palette.WHITE]]
    assert np.linalg.norm(palette[frame_palette.MISSING] - others, axis=1).min() >= 15


def test_the_palette_is_small_enough_to_save_a_bit():
    palette = frame_palette.palette_of("RdYlGn")
    assert palette.shape == (128, 3)
    assert palette[frame_palette.WHITE].tolist() == [255, 255, 255]
    assert palette[frame_palette.BLACK].tolist() == [0, 0, 0]
