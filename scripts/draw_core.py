#!/usr/bin/env python3
"""Draw docs/images/core.svg: the rooms of the core, from the table in tests/test_architecture.py.

    scripts/draw_core.py

A room stands one floor above the highest that it imports. An arrow is left out where a longer way says the same.
"""

import ast
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "test_architecture.py"
PICTURE = ROOT / "docs" / "images" / "core.svg"

WIDTH, MARGIN = 1000, 20  # px
BOX_HEIGHT, FLOOR_HEIGHT = 34, 84  # px
LETTER = 7.4  # px of a letter of 13 px
TOP = "workflows"  # imports every room: its box lies over all of them, without arrows
PURE, OTHER, INK, ARROW = "#dcefe3", "#e3ebf6", "#1f2d3d", "#7b8794"


def rooms_of(source):
    """Return ({room: rooms below}, the pure rooms) of the table's source."""
    assigned = {
        node.targets[0].id: node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    table = ast.literal_eval(assigned["ROOMS"])
    below = {room: row[0].split() for room, row in table.items()}
    everything = [room for room in below if room != TOP]
    below[TOP] = everything
    return below, everything[: everything.index("services")]


def floors_of(below):
    """Return {room: its floor}, 0 the lowest; the table has a room after all that it imports."""
    floors = {}
    for room, imported in below.items():
        floors[room] = 1 + max((floors[name] for name in imported), default=-1)
    return floors


def arrows_of(below):
    """Return the (from, to) that no longer way says as well."""
    reached = {}
    for room, imported in below.items():
        reached[room] = set(imported).union(*(reached[name] for name in imported))
    return [
        (room, name)
        for room, imported in below.items()
        for name in imported
        if not any(name in reached[other] for other in imported)
    ]


def places_of(floors, arrows):
    """Return {room: its middle, x in px}: each floor in the order of what stands below it, from the ground up."""
    x = {}
    for floor in range(max(floors.values()) + 1):
        rooms = [room for room in floors if floors[room] == floor]
        supports = {room: [x[low] for high, low in arrows if high == room] for room in rooms}
        rooms.sort(key=lambda room: sum(supports[room]) / len(supports[room]) if supports[room] else WIDTH / 2)
        gap = (WIDTH - 2 * MARGIN - sum(map(width_of, rooms))) / (len(rooms) + 1)  # 0 around the box at the top
        left = MARGIN
        for room in rooms:
            left += gap
            x[room] = left + width_of(room) / 2
            left += width_of(room)
    return x


def width_of(room):
    """Return the width of a room's box, px."""
    return WIDTH - 2 * MARGIN if room == TOP else LETTER * len(room) + 20


def draw(source):
    """Return the picture of the table's source, as SVG."""
    below, pure = rooms_of(source)
    floors = floors_of(below)
    arrows = [arrow for arrow in arrows_of(below) if TOP not in arrow]
    x = places_of(floors, arrows)
    top = max(floors.values())
    y = {room: MARGIN + (top - floor) * FLOOR_HEIGHT for room, floor in floors.items()}
    height = 2 * MARGIN + top * FLOOR_HEIGHT + BOX_HEIGHT + 34
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="13" role="img">',
        "<title>The rooms of the core, and which imports which</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 L8 4 L0 8 z" fill="{ARROW}"/></marker></defs>',
    ]
    for high, low in arrows:
        start, end = y[high] + BOX_HEIGHT, y[low]
        middle = (start + end) / 2
        lines.append(
            f'<path d="M{x[high]:.0f} {start} C{x[high]:.0f} {middle:.0f} {x[low]:.0f} {middle:.0f} {x[low]:.0f} {end}" '
            f'fill="none" stroke="{ARROW}" stroke-width="1.2" marker-end="url(#head)"/>'
        )
    for room in below:
        width = width_of(room)
        fill = PURE if room in pure else OTHER
        words = f"{room}: one module a job, orders the rooms below" if room == TOP else room
        lines += [
            f'<rect x="{x[room] - width / 2:.0f}" y="{y[room]}" width="{width:.0f}" height="{BOX_HEIGHT}" rx="6" '
            f'fill="{fill}" stroke="{INK}" stroke-width="0.8"/>',
            f'<text x="{x[room]:.0f}" y="{y[room] + 22}" text-anchor="middle" fill="{INK}">{escape(words)}</text>',
        ]
    for place, (fill, meaning) in enumerate(
        ((PURE, "pure: arrays in, arrays out"), (OTHER, "meets files or services"))
    ):
        left = MARGIN + place * 230
        lines += [
            f'<rect x="{left}" y="{height - 34}" width="16" height="16" rx="3" fill="{fill}" stroke="{INK}" '
            'stroke-width="0.8"/>',
            f'<text x="{left + 24}" y="{height - 21}" fill="{INK}">{meaning}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(draw(TABLE.read_text("utf-8")), "utf-8")
