"""The axes of a plot: lines of its grid, ticks with their texts, names."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from sentinel_toolkit.core.drawing.frame import Frame
from sentinel_toolkit.core.drawing.marks import HALF_LETTER, path, text, upright_text
from sentinel_toolkit.core.drawing.svg import joined, number

Ticks = Iterable[tuple[float, str]]  # value and text
STUB = 5  # units of a tick that stands out of the plot
ABOVE_TEXT = 20  # units from the plot down to where the texts of its ticks stand
BESIDE_TEXT = 8  # units from the plot to the texts at its left


def x_axis(frame: Frame, ticks: Ticks) -> Markup:
    """Return ticks below a plot and their texts, without the floor: marks come between."""
    return joined(
        *(
            path("axis", f"M{number(frame.to_x(value))} {number(frame.bottom)}v{STUB}")
            + text(frame.to_x(value), frame.bottom + ABOVE_TEXT, words, "tick", "middle")
            for value, words in ticks
        )
    )


def y_axis(frame: Frame, ticks: Ticks) -> Markup:
    """Return the level lines of a plot's grid, and at their left their texts."""
    return joined(
        *(
            path("grid", f"M{number(frame.left)} {number(frame.to_y(value))}H{number(frame.right)}")
            + text(frame.left - BESIDE_TEXT, frame.to_y(value) + HALF_LETTER, words, "tick", "end")
            for value, words in ticks
        )
    )


def x_grid(frame: Frame, values: Iterable[float]) -> Markup:
    """Return the upright lines of a plot's grid."""
    ways = (f"M{number(frame.to_x(value))} {number(frame.top)}V{number(frame.bottom)}" for value in values)
    return path("grid", "".join(ways))


def floor(frame: Frame) -> Markup:
    """Return the line that a plot stands on."""
    return path("axis", f"M{number(frame.left)} {number(frame.bottom)}H{number(frame.right)}")


def x_name(frame: Frame, words: str) -> Markup:
    """Return the name of the horizontal axis, below the texts of its ticks."""
    return text((frame.left + frame.right) / 2, frame.bottom + 2.2 * ABOVE_TEXT, words, "", "middle")


def y_name(frame: Frame, words: str) -> Markup:
    """Return the name of the vertical axis, upright at the drawing's left edge."""
    return upright_text(14, (frame.top + frame.bottom) / 2, words)
