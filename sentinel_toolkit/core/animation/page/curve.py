"""The curve under a map: the mean of every frame along true time, with a cursor at the frame that is shown."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sentinel_toolkit.core.animation.page.keys import Box
from sentinel_toolkit.core.animation.page.marks import FAINT, FINE, INK, QUIET, hairline, stroke
from sentinel_toolkit.core.animation.page.palette import RED_OF
from sentinel_toolkit.core.drawing.axis_ticks import date_ticks, number_ticks
from sentinel_toolkit.core.drawing.lettering import Text

GRID_LINE = 221  # brightness
LONGEST_DATE = "0000-00-00"


@dataclass(frozen=True)
class Curve:
    """Dates and means of all frames."""

    dates: tuple[datetime.date, ...]
    means: tuple[float, ...]
    """NaN where there is none."""


class CurveStrip:
    """Where the curve of an animation stands on its page.

    Parameters
    ----------
    box
        On the page.
    limits
        Values at the lower and upper edge; means beyond are drawn at the edge.
    font
        Of its numbers.
    """

    def __init__(self, curve: Curve, box: Box, limits: tuple[float, float], font: Text, em: int) -> None:
        low, high = limits
        self._curve, self._box, self._font, self._em = curve, box, font, em
        half = font.line_height // 2
        top, bottom = box.top + half, box.bottom - 1 - font.line_height - max(3, em // 3)
        self._values = number_ticks(low, high, 3 if bottom - top > 3 * font.line_height else 2)
        self._text_width = max(font.width_of(tick.text) for tick in self._values)
        self._dot = max(2, round(0.2 * em))
        left, right = box.left + self._text_width + max(4, em // 2), box.right - 2 * self._dot - 2
        self._frame = left, top, right, bottom
        first, days = min(curve.dates), (max(curve.dates) - min(curve.dates)).days
        self._x = lambda date: left + (right - left) * ((date - first).days / days if days else 0.5)
        self._y = lambda value: bottom - (bottom - top) * min(max((value - low) / (high - low), 0), 1)

    def draw(self, sheet: Image.Image) -> None:
        """Draw what is the same on all frames on a sheet of brightness."""
        left, _, right, bottom = self._frame
        pen, font = ImageDraw.Draw(sheet), self._font
        for value, text in self._values:
            y = round(self._y(value))
            pen.line((left, y, right, y), GRID_LINE, hairline(self._em))
            pen.text((self._box.left + self._text_width, y), text, QUIET, font.font, anchor="rm")
        pen.line((left, bottom, right, bottom), FAINT, hairline(self._em))
        dates = self._curve.dates
        widest = font.width_of(LONGEST_DATE)
        most = max(1, int((right - left) / (1.3 * widest)))
        for date, text in date_ticks(min(dates), max(dates), most):
            x = round(self._x(date))
            pen.line((x, bottom, x, bottom + max(2, self._em // 5)), FAINT, hairline(self._em))
            width = font.width_of(text)
            start = min(max(x - width // 2, self._box.left), self._box.right - width)
            pen.text((start, self._box.bottom - font.line_height // 2), text, QUIET, font.font, anchor="lm")
        self._draw_line(sheet)

    def _draw_line(self, sheet: Image.Image) -> None:
        """Draw line and points, their edges smooth."""
        box, shift = self._box, 0.5
        picture = sheet.crop((box.left, box.top, box.right, box.bottom)).resize(
            (box.width * FINE, box.height * FINE), Image.Resampling.NEAREST
        )
        pen = ImageDraw.Draw(picture)
        for run in self._runs():
            points = [((x - box.left + shift) * FINE, (y - box.top + shift) * FINE) for x, y in run]
            pen.line(points, QUIET, max(FINE, round(FINE * self._em / 14)), joint="curve")
            radius = FINE * max(1.2, self._dot * 0.6)
            for x, y in points:
                pen.ellipse((x - radius, y - radius, x + radius, y + radius), INK)
        sheet.paste(picture.reduce(FINE), (box.left, box.top))

    def _runs(self) -> list[list[tuple[float, float]]]:
        """Return the points of each stretch of the line that has no gap, in the order of their dates."""
        runs: list[list[tuple[float, float]]] = [[]]
        for date, mean in sorted(zip(self._curve.dates, self._curve.means, strict=True), key=lambda pair: pair[0]):
            if np.isfinite(mean):
                runs[-1].append((self._x(date), self._y(mean)))
            else:
                runs.append([])
        return [run for run in runs if run]

    def mark(self, page: NDArray[np.uint8], place: int) -> None:
        """Draw the cursor of one frame on its page of indices, and a dot where it has a mean."""
        _, top, _, bottom = self._frame
        x = round(self._x(self._curve.dates[place]))
        wide = stroke(self._em)
        page[round(top) : round(bottom), x - wide // 2 : x - wide // 2 + wide] = RED_OF[255]
        mean = self._curve.means[place]
        if np.isfinite(mean):
            self._stamp(page, x, round(self._y(mean)))

    def _stamp(self, page: NDArray[np.uint8], x: int, y: int) -> None:
        """Draw a dot of red within a ring of white."""
        radius = 2 * self._dot
        reach = radius + 1
        side = np.arange(-reach, reach + 1)
        distance = np.hypot(*np.meshgrid(side, side))
        coverage = np.clip(radius - distance + 0.5, 0, 1) * 255
        top, left = y - reach, x - reach
        area = page[top : top + side.size, left : left + side.size]
        seen = distance[: area.shape[0], : area.shape[1]] <= reach
        area[seen] = RED_OF[coverage.astype(np.uint8)][: area.shape[0], : area.shape[1]][seen]
