"""The marks around a map: colour bar, swatch, scale bar and north arrow."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sentinel_toolkit.core.animation.formats.classes import Pixels
from sentinel_toolkit.core.animation.page.keys import Box
from sentinel_toolkit.core.animation.page.palette import GREY_OF, LEVELS, MISSING
from sentinel_toolkit.core.drawing.axis_ticks import number_ticks
from sentinel_toolkit.core.drawing.lettering import Text
from sentinel_toolkit.core.drawing.map_scale import ScaleBar

INK, QUIET, FAINT = 34, 102, 153  # brightness of text, of numbers and credit, of outlines
ARROW = 3.4  # em: height of the north arrow
# From its middle, as parts of its height: tip, notch and tails along it, half its breadth, and the letter.
TIP, NOTCH, TAIL, HALF, LETTER = 0.2, -0.33, -0.44, 0.16, 0.35
FINE = 4  # times the size that slanted shapes are drawn in, and then made smaller, so that their edges are smooth


class ColourScale(Protocol):
    """What a colour bar tells: its ends, and whether values lie beyond them."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def below(self) -> bool: ...
    @property
    def above(self) -> bool: ...


def stroke(em: float) -> int:
    """Return the thickness of lines in pixels."""
    return max(1, round(em / 14))


def hairline(em: int) -> int:
    """Return the thickness of ticks and grid lines in pixels."""
    return max(1, round(em / 24))


def shape_of_bar(length: int, thickness: int, below: bool, above: bool) -> tuple[NDArray[np.bool_], Pixels]:
    """Return the form of a lying colour bar (thickness, length), pointed where values lie beyond, and its classes.

    Parameters
    ----------
    length, thickness
        Pixels.
    below, above
        Whether values lie beyond the low and the high end.

    Returns
    -------
    form : ndarray of bool, shape (thickness, length)
    classes : ndarray of uint8, shape (length,)
    """
    first, last = bar_ends(length, thickness, below, above)
    place = np.arange(length)
    classes = np.clip((place - first) * LEVELS // (last - first), 0, LEVELS - 1).astype(np.uint8)
    from_tip = np.minimum(
        (place + 1) / (first + 1) if below else 1.0, (length - place) / (length - last + 1) if above else 1.0
    )
    off_axis = np.abs(np.arange(thickness) - (thickness - 1) / 2) / (thickness / 2)
    return off_axis[:, None] <= np.broadcast_to(from_tip, length), classes


def bar_ends(length: int, thickness: int, below: bool, above: bool) -> tuple[int, int]:
    """Return the pixels of a colour bar at which low and high lie."""
    tip = min(round(0.9 * thickness), length // 4)
    return tip if below else 0, length - tip if above else length


def draw_bar(page: Pixels, box: Box, below: bool, above: bool) -> None:
    """Draw the colour bar on a page of indices, lying or upright by the form of its box."""
    is_upright = box.height > box.width
    form, classes = shape_of_bar(max(box[2:]), min(box[2:]), below, above)
    colours = np.broadcast_to(classes, form.shape)
    _fill(page, box, *((form.T[::-1], colours.T[::-1]) if is_upright else (form, colours)))


def draw_swatch(page: Pixels, box: Box) -> None:
    """Draw the colour of "no data" on a page of indices."""
    shape = box.height, box.width
    _fill(page, box, np.ones(shape, bool), np.full(shape, MISSING, np.uint8))


def _fill(page: Pixels, box: Box, form: NDArray[np.bool_], colours: Pixels) -> None:
    """Fill a form with its colours, and outline it."""
    area = page[box.top : box.bottom, box.left : box.right]
    padded = np.pad(form, 1)
    within = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    area[form] = np.where(within, colours, GREY_OF[FAINT])[form]


def draw_bar_ticks(pen: ImageDraw.ImageDraw, bar: Box, box: Box, look: ColourScale, font: Text, em: int) -> None:
    """Draw ticks and round numbers in a box at the colour bar."""
    height, is_upright = font.line_height, bar.height > bar.width
    first, last = bar_ends(max(bar[2:]), min(bar[2:]), look.below, look.above)
    widest = max(font.width_of(tick.text) for tick in number_ticks(look.low, look.high, 6))
    room = (last - first) / (1.7 * height if is_upright else widest + 1.2 * em)
    length = max(2, round(0.25 * em))
    for value, text in number_ticks(look.low, look.high, max(2, min(6, int(room)))):
        place = first + round((value - look.low) / (look.high - look.low) * (last - first - 1))
        width = font.width_of(text)
        if is_upright:
            y = bar.bottom - 1 - place
            pen.line((box.left, y, box.left + length - 1, y), FAINT, hairline(em))
            left = box.left + round(0.55 * em)
            top = min(max(y - height // 2, box.top), box.bottom - height)
        else:
            x = bar.left + place
            pen.line((x, box.top, x, box.top + length - 1), FAINT, hairline(em))
            left, top = min(max(x - width // 2, box.left), box.right - width), box.bottom - height
        pen.text((left, top + height // 2), text, QUIET, font.font, anchor="lm")


def draw_scale_bar(pen: ImageDraw.ImageDraw, box: Box, bar: ScaleBar, font: Text, em: int, *, at_right: bool) -> None:
    """Draw a scale bar at an end of its box: a line with upturned ends, its text above."""
    wide, length = stroke(em), max(3, round(0.4 * em))
    width = max(font.width_of(bar.text), bar.pixels)
    left = (box.right - width if at_right else box.left) + (width - bar.pixels) // 2
    right, bottom = left + bar.pixels, box.bottom - 1
    pen.rectangle((left, bottom - wide + 1, right - 1, bottom), INK)
    pen.rectangle((left, bottom - length, left + wide - 1, bottom), INK)
    pen.rectangle((right - wide, bottom - length, right - 1, bottom), INK)
    pen.text(((left + right) // 2, box.top + font.line_height // 2), bar.text, QUIET, font.font, anchor="mm")


def size_of_arrow(degrees: float, em: int) -> tuple[int, int]:
    """Return the width and height in pixels of a north arrow that points so many degrees from up."""
    across, along = abs(math.cos(math.radians(degrees))), abs(math.sin(math.radians(degrees)))
    reach = max(HALF * across - TAIL * along, LETTER * along + 0.12)  # the letter is 0.24 of the height broad
    return round((2 * ARROW * reach + 0.35) * em), round(ARROW * em)


def draw_north_arrow(sheet: Image.Image, box: Box, degrees: float, font: Text) -> None:
    """Draw an arrow that points so many degrees clockwise from up, half dark and half light, and an N at its tip.

    Parameters
    ----------
    sheet
        Brightness, changed in place.
    """
    side, wide = box.height * FINE, box.width * FINE
    picture = Image.new("L", (wide, side), 255)
    pen = ImageDraw.Draw(picture)
    angle = math.radians(degrees)
    up, right = (math.sin(angle), -math.cos(angle)), (math.cos(angle), math.sin(angle))

    def at(across: float, along: float) -> tuple[float, float]:
        middle = wide / 2, side / 2
        x, y = (middle[axis] + side * (across * right[axis] + along * up[axis]) for axis in (0, 1))
        return x, y

    tip, left, notch, other = at(0, TIP), at(-HALF, TAIL), at(0, NOTCH), at(HALF, TAIL)
    pen.polygon((tip, left, notch), INK)
    pen.line((tip, notch, other, tip), INK, max(FINE, side // 48), joint="curve")
    sheet.paste(picture.reduce(FINE), (box.left, box.top))
    x, y = at(0, LETTER)
    ImageDraw.Draw(sheet).text((box.left + x / FINE, box.top + y / FINE), "N", INK, font.font, anchor="mm")
