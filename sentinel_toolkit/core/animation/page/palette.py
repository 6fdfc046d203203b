"""The one palette of an animation: classes of the colour scale, greys of the text, and a few colours of their own.

128 colours in all: with an eighth bit saved, a GIF packs better, and a class of a hundredth of the scale cannot be told
from its neighbour by eye.
"""

from __future__ import annotations

import numpy as np

from sentinel_toolkit.core.animation.formats.classes import Pixels
from sentinel_toolkit.core.drawing.colour_ramps import colours_of

COLOURS = 128
LEVELS = 100  # classes of the scale: index 0 is the lowest
GREYS, REDS = 16, 8
BLACK = LEVELS
WHITE = BLACK + GREYS - 1
MISSING = WHITE + 1
RED = MISSING + 1  # the first of the reds, which fade to white
CURSOR_RED = (200, 30, 30)
# Colours for "no data": the first one that no class of the ramp resembles.
NEUTRALS = ((190, 190, 190), (150, 150, 150), (178, 190, 214), (214, 190, 214))
ALIKE = 40  # distance in RGB below which two colours may be taken for one

# From brightness (0-255) to the nearest grey, and from coverage (0-255) to the nearest red.
GREY_OF = (BLACK + np.rint(np.arange(256) * (GREYS - 1) / 255)).astype(np.uint8)
RED_OF = (RED + np.rint((255 - np.arange(256)) * (REDS - 1) / 255)).astype(np.uint8)


def palette_of(ramp: str) -> Pixels:
    """Return the palette of an animation.

    Parameters
    ----------
    ramp
        As ``colour_ramps.colours_of`` takes it.

    Returns
    -------
    ndarray of uint8, shape (128, 3)
    """
    palette = np.full((COLOURS, 3), 255, np.uint8)
    palette[:LEVELS] = colours_of(ramp, LEVELS)
    palette[BLACK : BLACK + GREYS] = np.linspace(0, 255, GREYS).astype(np.uint8)[:, None]
    palette[MISSING] = _neutral(palette[:LEVELS])
    fading = np.linspace(0, 1, REDS)[:, None]
    palette[RED : RED + REDS] = np.rint((1 - fading) * CURSOR_RED + fading * 255)
    return palette


def _neutral(ramp: Pixels) -> tuple[int, int, int]:
    """Return the first neutral colour that is unlike the ramp's, or the one least like them."""
    distances = [np.linalg.norm(ramp.astype(int) - colour, axis=1).min() for colour in NEUTRALS]
    unlike = [colour for colour, distance in zip(NEUTRALS, distances, strict=True) if distance >= ALIKE]
    return unlike[0] if unlike else NEUTRALS[int(np.argmax(distances))]
