"""The keys of a map (legend, scale bar, north arrow): their rectangles in a row beneath it or in a panel beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

BAR = 0.9  # em: thickness of the colour bar
SHORTEST, LONGEST = 5, 16  # em: colour bar that stands upright
NARROWEST, WIDEST = 13, 30  # em: legend beneath the map
SWATCH = 1.5  # em from the left edge of the swatch of "no data" to its words
SCALE_ROOM = 10  # em that a scale bar may take at most
TICK = 0.35  # em from the colour bar to the numbers at it: the ticks themselves


class Size(NamedTuple):
    """Of a text, in pixels."""

    width: int
    height: int


class Box(NamedTuple):
    """A rectangle of whole pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.top + self.height

    def moved(self, right: int, down: int) -> Box:
        """Return the same rectangle elsewhere."""
        return Box(self.left + right, self.top + down, self.width, self.height)


class Group(NamedTuple):
    """Rectangles by name, and the width and height that they take together from (0, 0)."""

    width: int
    height: int
    boxes: dict[str, Box]

    def indented(self, left: int) -> Group:
        """Return the same, further to the right."""
        return Group(self.width + left, self.height, {name: box.moved(left, 0) for name, box in self.boxes.items()})


@dataclass(frozen=True)
class Contents:
    """What a page shows: sizes (width, height) of its texts and its arrow in pixels, None for what is not wanted."""

    em: int
    title: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    """The widest date."""
    label: tuple[int, int] | None = None
    """This and the next two are None together, without a legend."""
    tick: tuple[int, int] | None = None
    """The widest number at the colour bar."""
    missing: tuple[int, int] | None = None
    """The words for "no data"."""
    scale: tuple[int, int] | None = None
    """The widest text of a scale bar."""
    credit: tuple[int, int] | None = None
    north_arrow: tuple[int, int] | None = None
    curve: bool = False
    is_tight: bool = False
    """Hardly any white between the parts."""

    @property
    def gap(self) -> int:
        """Pixels between parts of the page."""
        return 3 if self.is_tight else max(3, round(0.75 * self.em))

    @property
    def swatch(self) -> int:
        """Pixels from the left edge of the swatch of "no data" to its words."""
        return round(SWATCH * self.em)


def size_of(text: tuple[int, int] | None) -> Size:
    """Return the size of a text, nothing where it is not wanted."""
    return Size(*(text or (0, 0)))


def stacked(groups: Iterable[Group], gap: int) -> Group:
    """Return groups one under the other; empty ones take no room."""
    width, down = 0, 0
    boxes: dict[str, Box] = {}
    for group in groups:
        if not group.height:
            continue
        down += gap if boxes else 0
        boxes |= {name: box.moved(0, down) for name, box in group.boxes.items()}
        width, down = max(width, group.width), down + group.height
    return Group(width, down, boxes)


def footer(contents: Contents, width: int) -> Group:
    """Return the keys for beneath the map: in one row if they have room, else the legend above the others.

    Parameters
    ----------
    width
        Pixels.

    Returns
    -------
    Group
    """
    gap = 2 * contents.gap
    if not contents.label:
        return _others(contents, width)
    others = _others(contents, 0)
    left = width - (others.width + gap if others.width else 0)
    if left < max(NARROWEST * contents.em, _missing_width(contents)):
        return stacked([_flat_legend(contents, width), _others(contents, width)], contents.gap)
    legend = _flat_legend(contents, min(left, WIDEST * contents.em))
    boxes = legend.boxes | {name: box.moved(width - others.width, 0) for name, box in others.boxes.items()}
    return Group(width, max(legend.height, others.height), boxes)


def panel(contents: Contents, height: int) -> Group | None:
    """Return the keys for beside the map: the legend at the top, the others at the bottom.

    Parameters
    ----------
    height
        Pixels that the panel has.

    Returns
    -------
    Group or None
        None if it is too low.
    """
    others = stacked([_arrow(contents), _scale(contents)], contents.gap)
    bar = _bar_room(contents, height, others)
    if bar < SHORTEST * contents.em:
        others = _others(contents, 0)
        bar = _bar_room(contents, height, others)
    if bar < (SHORTEST / 2 * contents.em if contents.label else 0):
        return None
    legend = _upright_legend(contents, min(bar, LONGEST * contents.em))
    boxes = legend.boxes | {name: box.moved(0, height - others.height) for name, box in others.boxes.items()}
    return Group(max(legend.width, others.width), height, boxes)


def _bar_room(contents: Contents, height: int, others: Group) -> int:
    """Return the length that is left for an upright colour bar."""
    gaps = 2 * contents.gap if others.height else 0
    return height - others.height - (_upright_legend(contents, 0).height + gaps if contents.label else 0)


def _missing_width(contents: Contents) -> int:
    return contents.swatch + size_of(contents.missing).width


def _scale(contents: Contents) -> Group:
    """Return the place of a scale bar: its text, and the bar under it."""
    if not contents.scale:
        return Group(0, 0, {})
    size = size_of(contents.scale)
    width = max(size.width, round(SCALE_ROOM * contents.em))
    height = size.height + round(0.8 * contents.em)
    return Group(width, height, {"scale_bar": Box(0, 0, width, height)})


def _arrow(contents: Contents) -> Group:
    if not contents.north_arrow:
        return Group(0, 0, {})
    return Group(*contents.north_arrow, {"north_arrow": Box(0, 0, *contents.north_arrow)})


def _others(contents: Contents, width: int) -> Group:
    """Return scale bar and north arrow beside each other, spread over the width if it is larger than they need."""
    scale, arrow = _scale(contents), _arrow(contents)
    gap = contents.gap if scale.width and arrow.width else 0
    width = max(width, scale.width + gap + arrow.width)
    return Group(
        width if scale.width or arrow.width else 0,
        max(scale.height, arrow.height),
        scale.boxes | arrow.indented(width - arrow.width).boxes,
    )


def _flat_legend(contents: Contents, width: int) -> Group:
    """Return the legend with a lying colour bar: the label above it, and "no data" beside or under that."""
    label, missing, tick = size_of(contents.label), size_of(contents.missing), size_of(contents.tick)
    em, swatch = contents.em, _missing_width(contents)
    is_one_line = label.width + 2 * contents.gap + swatch <= width
    top = (max(label.height, missing.height) if is_one_line else label.height) + round(0.3 * em)
    bar = Box(0, top, width, round(BAR * em))
    ticks = Box(0, bar.bottom, width, tick.height + round(TICK * em))
    if is_one_line:
        empty, height = Box(width - swatch, 0, swatch, missing.height), ticks.bottom
    else:
        empty = Box(0, ticks.bottom + round(0.3 * em), swatch, missing.height)
        height = empty.bottom
    boxes = {"legend": Box(0, 0, width, height), "label": Box(0, 0, *label), "bar": bar, "ticks": ticks}
    return Group(width, height, boxes | {"missing": empty})


def _upright_legend(contents: Contents, length: int) -> Group:
    """Return the legend with an upright colour bar: the label above it, "no data" under it."""
    if not contents.label:
        return Group(0, 0, {})
    label, missing, tick = size_of(contents.label), size_of(contents.missing), size_of(contents.tick)
    em, half = contents.em, -(-tick.height // 2)  # the numbers at the ends reach half a line beyond them
    bar = Box(0, label.height + half, round(BAR * em), length)
    ticks = Box(bar.right, bar.top - half, tick.width + round(2 * TICK * em), length + 2 * half)
    empty = Box(0, ticks.bottom, _missing_width(contents), missing.height)
    width = max(label.width, ticks.right, empty.right)
    boxes = {"legend": Box(0, 0, width, empty.bottom), "label": Box(0, 0, *label), "bar": bar, "ticks": ticks}
    return Group(width, empty.bottom, boxes | {"missing": empty})
