"""Frames of an animation of maps, drawn for people: pages of palette indices that all share one colour scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.animation.formats import classes as frame_pixels
from sentinel_toolkit.core.animation.formats.classes import Pixels
from sentinel_toolkit.core.animation.page import marks as map_marks
from sentinel_toolkit.core.animation.page.boundary_line import boundary_places
from sentinel_toolkit.core.animation.page.curve import Curve, CurveStrip
from sentinel_toolkit.core.animation.page.keys import SWATCH, Box, Contents
from sentinel_toolkit.core.animation.page.layout import arrange, margin_of, type_size
from sentinel_toolkit.core.animation.page.palette import BLACK, GREY_OF, LEVELS, MISSING, WHITE, palette_of
from sentinel_toolkit.core.drawing import map_scale
from sentinel_toolkit.core.drawing.axis_ticks import number_ticks
from sentinel_toolkit.core.drawing.lettering import Text, fit

TITLE_SIZE, CREDIT_SIZE = 1.45, 0.8  # em
SMALL = 28  # em of the shorter side, below which texts have a line less and the title is hardly larger
WIDEST_SCALE = "5000 km"


@dataclass(frozen=True)
class Look:
    """What all frames of an animation have in common."""

    title: str
    label: str
    """Stands at the colour bar, with its unit."""
    low: float
    high: float
    ramp: str
    width: int
    height: int
    grid: GeoBox
    legend: bool = True
    scale_bar: bool = True
    north_arrow: bool = True
    date: bool = True
    credit: str = ""
    boundary: BaseGeometry | None = None
    """In the grid's CRS."""
    below: bool = False
    """Values below ``low`` are shown in its colour."""
    above: bool = False
    """The same of ``high``."""
    missing: str = "No data or cloud"
    """The words for "no data"."""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise InvalidRequestError(
                f"The colour scale runs from {self.low:g} to {self.high:g}.", "MIN must be smaller than MAX."
            )


def encode(values: NDArray[np.float32], inside: NDArray[np.bool_], low: float, high: float) -> Pixels:
    """Return the palette indices of values: equal values have equal indices, always.

    Parameters
    ----------
    values : shape (y, x)
        Values beyond low and high take the first or last class; NaN is no data.
    inside : shape (y, x)
        Pixels of the area; all others are white.

    Returns
    -------
    ndarray of uint8, shape (y, x)
    """
    return frame_pixels.classify(values, inside, (low, high), LEVELS, MISSING, WHITE)


class FramePainter:
    """Draws the pages of one animation; may be used by several threads at once.

    Parameters
    ----------
    labels
        The date of each frame, as it shall be written.
    curve
        One mean and date for each frame.

    Raises
    ------
    InvalidRequestError
        If the ramp is unknown, or the page too small.
    """

    def __init__(self, look: Look, labels: Sequence[str], curve: Curve | None = None) -> None:
        self.palette = palette_of(look.ramp)
        self._look, self._em = look, type_size(look.width, look.height)
        self._north = map_scale.north_deg(look.grid) if look.north_arrow else 0.0
        self._texts, self._dates = self._fitted(labels)
        self.layout = arrange(look.width, look.height, look.grid.shape.yx, self._contents(curve))
        self._strip = None
        if curve and self.layout.curve:
            limits = look.low, look.high
            self._strip = CurveStrip(curve, self.layout.curve, limits, self._texts["number"], self._em)
        self._page = self._drawn()
        box = self.layout.map
        self._rows, self._columns = map(frame_pixels.nearest, look.grid.shape, (box.height, box.width))
        self._boundary = np.empty(0, np.int64)
        if look.boundary is not None and not look.boundary.is_empty:
            thickness = min(4, map_marks.stroke(1.3 * self._em))
            self._boundary = boundary_places(look.boundary, look.grid, box, thickness)

    def paint(self, place: int, indices: Pixels) -> Pixels:
        """Return the page of a frame.

        Parameters
        ----------
        place
            Which frame it is, from 0.
        indices : shape (y, x)
            Of the grid, from ``encode``.

        Returns
        -------
        ndarray of uint8, shape (height, width)
            Indices of the palette; a new array.
        """
        if indices.shape != self._look.grid.shape or indices.dtype != np.uint8:
            raise ValueError(f"Indices of {indices.shape} {indices.dtype} for a grid of {self._look.grid.shape}.")
        page, box = self._page.copy(), self.layout.map
        area = np.empty((box.height, box.width), np.uint8)
        frame_pixels.enlarge(np.ascontiguousarray(indices), self._rows, self._columns, area)
        area.reshape(-1)[self._boundary] = BLACK
        page[box.top : box.bottom, box.left : box.right] = area
        if self.layout.date:
            self._draw_date(page, self.layout.date, self._dates[place])
        if self._strip:
            self._strip.mark(page, place)
        return page

    def _draw_date(self, page: Pixels, box: Box, text: Text) -> None:
        sheet = Image.new("L", box[2:], 255)
        # At the right edge of the page if it stands there, so that dates of different length end alike.
        left = box.width - text.size[0] if self.layout.title and box.left > self.layout.title.left else 0
        text.draw(ImageDraw.Draw(sheet), left, 0, map_marks.INK)
        page[box.top : box.bottom, box.left : box.right] = GREY_OF[np.asarray(sheet)]

    def _fitted(self, labels: Sequence[str]) -> tuple[dict[str, Text], list[Text]]:
        """Return the texts of the page by name, and those of the dates."""
        look, em = self._look, self._em
        room = look.width - 2 * margin_of(look.width, look.height)
        beside = min(room, max(round(0.33 * look.width), 12 * em))
        is_small = min(look.width, look.height) < SMALL * em
        lines, large = (1, round(1.15 * em)) if is_small else (2, round(TITLE_SIZE * em))
        texts = {
            "title": fit(look.title, large, room, lines + 1, bold=True),
            "label": fit(look.label, em, beside, lines, bold=True),
            "missing": fit(look.missing, em, beside - round(SWATCH * em), lines),
            "number": fit("0", round(0.9 * em), room),
            "credit": fit(look.credit, round(CREDIT_SIZE * em), room, lines),
            "north": fit("N", em, room, bold=True),
        }
        large = max(em, int(texts["title"].font.size))
        dates = [fit(label, large, room, bold=True) for label in labels] if look.date else []
        size = min((int(text.font.size) for text in dates), default=large)
        return texts, [fit(label, size, room, bold=True) for label in labels if look.date]

    def _contents(self, curve: Curve | None) -> Contents:
        """Return what the page shows, measured."""
        look, texts, number = self._look, self._texts, self._texts["number"]
        sizes = [text.size for text in self._dates]
        ticks = [number.width_of(tick.text) for tick in number_ticks(look.low, look.high, 6)]
        return Contents(
            self._em,
            title=texts["title"].size if any(texts["title"].lines) else None,
            date=tuple(map(max, zip(*sizes, strict=True))) if sizes else None,
            label=texts["label"].size if look.legend else None,
            tick=(max(ticks), number.line_height) if look.legend else None,
            missing=texts["missing"].size if look.legend else None,
            scale=(number.width_of(WIDEST_SCALE), number.line_height) if look.scale_bar else None,
            credit=texts["credit"].size if any(texts["credit"].lines) else None,
            north_arrow=map_marks.size_of_arrow(self._north, self._em) if look.north_arrow else None,
            curve=curve is not None,
        )

    def _drawn(self) -> Pixels:
        """Return the page with everything that all frames share."""
        look, layout, texts, em = self._look, self.layout, self._texts, self._em
        sheet = Image.new("L", (look.width, look.height), 255)
        pen = ImageDraw.Draw(sheet)
        for name, grey in (("title", map_marks.INK), ("credit", map_marks.QUIET), ("label", map_marks.INK)):
            if box := getattr(layout, name):
                texts[name].draw(pen, box.left, box.top, grey)
        if layout.missing and layout.bar and layout.ticks:
            indent = layout.missing.width - texts["missing"].size[0]
            texts["missing"].draw(pen, layout.missing.left + indent, layout.missing.top, map_marks.QUIET)
            map_marks.draw_bar_ticks(pen, layout.bar, layout.ticks, look, texts["number"], em)
        if layout.scale_bar:
            self._draw_scale_bar(pen, layout.scale_bar)
        if layout.north_arrow:
            map_marks.draw_north_arrow(sheet, layout.north_arrow, self._north, texts["north"])
        if self._strip:
            self._strip.draw(sheet)
        page = GREY_OF[np.asarray(sheet)]
        if layout.missing and layout.bar:
            map_marks.draw_bar(page, layout.bar, look.below, look.above)
            map_marks.draw_swatch(page, self._swatch(layout.missing))
        return page

    def _swatch(self, box: Box) -> Box:
        """Return the rectangle of the colour of "no data", level with the first line of its words."""
        em = self._em
        down = max(0, (self._texts["missing"].line_height - em) // 2)
        return box._replace(top=box.top + down, width=em, height=min(em, box.height - down))

    def _draw_scale_bar(self, pen: ImageDraw.ImageDraw, box: Box) -> None:
        grid = self._look.grid
        pixel_m = map_scale.ground_resolution_m(grid) * grid.shape[1] / self.layout.map.width
        if math.isfinite(pixel_m) and pixel_m > 0:
            bar = map_scale.scale_bar(pixel_m, box.width)
            legend = self.layout.legend
            at_right = legend is not None and box.left >= legend.right
            map_marks.draw_scale_bar(pen, box, bar, self._texts["number"], self._em, at_right=at_right)
