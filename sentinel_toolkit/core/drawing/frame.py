"""The plot in a drawing: where its rectangle lies, and where values stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Values = TypeVar("Values", float, NDArray[np.float64])


@dataclass(frozen=True)
class Frame:
    """A plot: its rectangle, in units of the drawing, and the values at its edges.

    Units of a drawing run down from its upper left corner; values of a plot run up, from its lower left one.
    """

    left: float
    top: float
    right: float
    bottom: float
    x_range: tuple[float, float]
    """Values at the left and the right edge; not the same."""
    y_range: tuple[float, float]
    """Values at the lower and the upper edge; not the same."""

    @property
    def width(self) -> float:
        """Return how wide the plot is, in units."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return how high the plot is, in units."""
        return self.bottom - self.top

    def to_x(self, value: Values) -> Values:
        """Return where a value of the horizontal axis stands, in units; may be an array.

        >>> Frame(50, 10, 150, 90, (0, 10), (0, 1)).to_x(5.0)
        100.0
        """
        low, high = self.x_range
        return self.left + self.width * (value - low) / (high - low)

    def to_y(self, value: Values) -> Values:
        """Return where a value of the vertical axis stands, in units; may be an array.

        >>> Frame(50, 10, 150, 90, (0, 10), (0, 1)).to_y(0.25)
        70.0
        """
        low, high = self.y_range
        return self.bottom - self.height * (value - low) / (high - low)
