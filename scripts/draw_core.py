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


def box(left, top, width, height, fill):
    """Return a rounded box, as SVG."""
    place = f'x="{left:.0f}" y="{top}" width="{width:.0f}" height="{height}" rx="5"'
    return f'<rect {place} fill="{fill}" stroke="{INK}" stroke-width="0.8"/>'


def arrow(start, end):
    """Return an arrow from one point (x, y) down to another, as SVG."""
    middle = (start[1] + end[1]) / 2
    line = f"M{start[0]:.0f} {start[1]} C{start[0]:.0f} {middle:.0f} {end[0]:.0f} {middle:.0f} {end[0]:.0f} {end[1]}"
    return f'<path d="{line}" fill="none" stroke="{ARROW}" stroke-width="1.2" marker-end="url(#head)"/>'


def draw(source):
    """Return the picture of the table's source, as SVG."""
    below, pure = rooms_of(source)
    floors = floors_of(below)
    arrows = [pair for pair in arrows_of(below) if TOP not in pair]
    x = places_of(floors, arrows)
    y = {room: MARGIN + (max(floors.values()) - floor) * FLOOR_HEIGHT for room, floor in floors.items()}
    height = max(y.values()) + BOX_HEIGHT + MARGIN + 34
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" role="img">',
        "<title>The rooms of the core, and which imports which</title>",
        '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">',
        f'<path d="M0 0 L8 4 L0 8 z" fill="{ARROW}"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(arrow((x[high], y[high] + BOX_HEIGHT), (x[low], y[low])) for high, low in arrows),
        f'<g font-size="13" fill="{INK}">',
    ]
    for room in below:
        words = f"{room}: one module a job, orders the rooms below" if room == TOP else room
        fill = PURE if room in pure else OTHER
        lines.append(box(x[room] - width_of(room) / 2, y[room], width_of(room), BOX_HEIGHT, fill))
        lines.append(f'<text x="{x[room]:.0f}" y="{y[room] + 22}" text-anchor="middle">{escape(words)}</text>')
    meanings = ((PURE, "pure: arrays in, arrays out"), (OTHER, "meets files or services"))
    for left, (fill, meaning) in zip((MARGIN, MARGIN + 230), meanings, strict=True):
        lines.append(box(left, height - 34, 16, 16, fill))
        lines.append(f'<text x="{left + 24}" y="{height - 21}">{meaning}</text>')
    return "\n".join([*lines, "</g>", "</svg>"]) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(draw(TABLE.read_text("utf-8")), "utf-8")
