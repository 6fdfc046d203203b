"""Where things stand on a page with a map: rectangles from measured sizes, nothing over anything else.

A page has a head (title and date), the map, its keys (legend, scale bar, north arrow) and a tail (curve, credit). The
keys stand beneath the map or in a panel on its right; what is drawn there is as wide as the map, so that edges meet;
and all of it is centred on the page.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import NamedTuple

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.animation.page.keys import Box, Contents, Group, footer, panel, size_of, stacked

WIDE = 1.2  # width over height from which the keys stand beside the map
WORTH = 1.15  # times the map's area that the other arrangement must give to be taken instead
MARGIN = 0.035  # of the page's mean side
CURVE, TALLEST_CURVE, LOWEST_CURVE = 6, 11, 3.5  # em; the lowest on a tight page
LEAST = 0.2  # of the area that the map would have alone; if it has less, the parts move together
TIGHT_MARGIN = 5  # pixels
NARROWEST = 24  # em that head and keys may take where the map is narrower, so that they need not be broken


@dataclass(frozen=True)
class Layout:
    """Rectangles of a page, in pixels; None where something is not wanted."""

    map: Box
    title: Box | None = None
    date: Box | None = None
    legend: Box | None = None
    scale_bar: Box | None = None
    north_arrow: Box | None = None
    curve: Box | None = None
    credit: Box | None = None
    # Inside the legend: its label, the colour bar, the strip of the bar's ticks, and "no data" with its swatch.
    label: Box | None = None
    bar: Box | None = None
    ticks: Box | None = None
    missing: Box | None = None

    @property
    def is_upright(self) -> bool:
        """Say whether the colour bar stands upright."""
        return self.bar is not None and self.bar.height > self.bar.width


class _Room(NamedTuple):
    """Width and height in pixels, without the margins."""

    width: int
    height: int


def type_size(width: int, height: int) -> int:
    """Return the size in pixels of the body text of a page: 1 em, legible from 200 to 4096 pixels a side."""
    return max(9, round(min(0.019 * (width * height) ** 0.5, 0.033 * min(width, height))))


def margin_of(width: int, height: int) -> int:
    """Return the margin of a page in pixels."""
    return max(5, round(min(MARGIN * (width * height) ** 0.5, 0.06 * min(width, height))))


def arrange(width: int, height: int, map_shape: tuple[int, int], contents: Contents) -> Layout:
    """Return the layout of a page.

    Parameters
    ----------
    width, height
        Of the page, in pixels.
    map_shape
        Rows and columns of the map; it keeps this aspect.
    contents
        What the page shows, and the sizes of its texts.

    Returns
    -------
    Layout
        Its rectangles lie on the page and do not touch each other (those inside the legend do not either).

    Raises
    ------
    InvalidRequestError
        If the page is too small for all that.
    """
    alone = _fitted(map_shape, width, height)
    for is_tight in (False, True):
        margin = TIGHT_MARGIN if is_tight else margin_of(width, height)
        room = _Room(width - 2 * margin, height - 2 * margin)
        page = _better(room, map_shape, dataclasses.replace(contents, is_tight=is_tight))
        if page and _map_area(page) >= LEAST * alone.width * alone.height:
            break
    if page is None:
        raise InvalidRequestError(
            f"A picture of {width} × {height} pixels is too small for all that it shall show.",
            "Choose a larger WIDTH and HEIGHT, or fewer decorations.",
        )
    down = margin + (room.height - page.height) // 2
    boxes = {name: box.moved(margin, down) for name, box in page.boxes.items()}
    return Layout(**boxes)


def _better(room: _Room, map_shape: tuple[int, int], contents: Contents) -> Group | None:
    """Return the page in the arrangement that suits it: by its form, or by the map if that gains much."""
    first, second = _beneath(room, map_shape, contents), _beside(room, map_shape, contents)
    if room.width >= WIDE * room.height:
        first, second = second, first
    gains = first and second and _map_area(second) > WORTH * _map_area(first)
    return second if gains or first is None else first


def _map_area(group: Group) -> int:
    return group.boxes["map"].width * group.boxes["map"].height


def _beneath(room: _Room, map_shape: tuple[int, int], contents: Contents) -> Group | None:
    """Return the page with the keys beneath the map, or None if the map has no place."""
    keys, head = footer(contents, room.width), _head(contents, room.width)
    tail = _tail(contents, room.width)
    gap = contents.gap
    rest = room.height - sum(part.height + gap for part in (keys, head, tail) if part.height)
    if rest < 1:
        return None
    size = _fitted(map_shape, room.width, rest)
    width = max(size.width, min(room.width, NARROWEST * contents.em))
    narrower = footer(contents, width)
    if narrower.height > keys.height:
        width, narrower = room.width, keys
    body = Group(width, size.height, {"map": Box((width - size.width) // 2, 0, size.width, size.height)})
    return _page(room, contents, stacked([body, narrower], gap))


def _beside(room: _Room, map_shape: tuple[int, int], contents: Contents) -> Group | None:
    """Return the page with the keys in a panel on the right, or None if map or panel have no place."""
    gap = 2 * contents.gap
    head, tail = _head(contents, room.width), _tail(contents, room.width)
    rest = room.height - sum(part.height + contents.gap for part in (head, tail) if part.height)
    keys = panel(contents, rest)
    if keys is None or rest < 1:
        return None
    beside = keys.width + gap if keys.width else 0
    if room.width - beside < 1:
        return None
    size = _fitted(map_shape, room.width - beside, rest)
    as_low = panel(contents, size.height)
    if as_low and as_low.width <= keys.width:
        keys = as_low
    height = keys.height
    boxes = {name: box.moved(size.width + gap, 0) for name, box in keys.boxes.items()}
    boxes["map"] = Box(0, (height - size.height) // 2, size.width, size.height)
    return _page(room, contents, Group(size.width + beside, height, boxes))


def _page(room: _Room, contents: Contents, body: Group) -> Group:
    """Return head, body and tail one under the other, as wide as the body where the head allows it."""
    widest, narrow = _head(contents, room.width), _head(contents, body.width)
    fits = narrow.height <= widest.height and narrow.width <= body.width
    head, width = (narrow, body.width) if fits else (widest, room.width)
    used = body.height + sum(part.height + contents.gap for part in (head, _tail(contents, width)) if part.height)
    tail = _tail(contents, body.width, room.height - used)
    if tail.width > body.width:
        tail = _tail(contents, room.width, room.height - used)
    parts = [
        part.indented((room.width - part.width) // 2) for part in (Group(width, head.height, head.boxes), body, tail)
    ]
    return stacked(parts, contents.gap)


def _fitted(shape: tuple[int, int], width: int, height: int) -> _Room:
    """Return the largest size of the shape's aspect."""
    rows, columns = shape
    factor = min(width / columns, height / rows)
    return _Room(*(max(1, min(most, int(length * factor))) for length, most in ((columns, width), (rows, height))))


def _head(contents: Contents, width: int) -> Group:
    """Return title and date: on one line where both have room, else the date under the title."""
    title, date = size_of(contents.title), size_of(contents.date)
    gap = 2 * contents.gap if title.width and date.width else 0
    boxes: dict[str, Box] = {}
    if title.width + gap + date.width <= width and title.height <= 1.5 * max(date.height, 1):
        height = max(title.height, date.height)
        down = 0
        left = width - date.width if title.width else 0
    else:
        left, down = 0, title.height + round(0.3 * contents.em)
        height = down + date.height
    if title.width:
        boxes["title"] = Box(0, 0, title.width, title.height)
    if date.width:
        boxes["date"] = Box(left, down, date.width, date.height)
    return Group(max([0, *(box.right for box in boxes.values())]), height, boxes)


def _tail(contents: Contents, width: int, spare: int = 0) -> Group:
    """Return curve and credit; the curve grows into spare height."""
    parts = []
    if contents.curve:
        height = round((LOWEST_CURVE if contents.is_tight else CURVE) * contents.em)
        height += max(0, min(spare, (TALLEST_CURVE - CURVE) * contents.em))
        parts.append(Group(width, height, {"curve": Box(0, 0, width, height)}))
    if contents.credit:
        size = size_of(contents.credit)
        parts.append(Group(max(width, size.width), size.height, {"credit": Box(0, 0, size.width, size.height)}))
    return stacked(parts, contents.gap)
