"""Marks of a drawing: lines, bands, bars, dots, texts. All places are in units of the drawing.

``kind`` is the mark's class in ``resources/report/drawing.css`` or the page's own style; ``said`` is its tooltip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sentinel_toolkit.core.drawing.svg import element, number

Point = tuple[float, float]
ELLIPSIS = "…"
HALF_LETTER = 4.5  # units from the middle of a line of text to its base


def path(kind: str, way: str, said: str = "", **style: str | float | None) -> Markup:
    """Return a path; ``way`` is in SVG's language."""
    return element("path", _tooltip(said), class_=kind, d=way, **style)


def line(kind: str, runs: Iterable[Sequence[Point]], said: str = "", **style: str | float | None) -> Markup:
    """Return a line through the points of each run; where a run is a single point, a round cap makes it a dot."""
    return path(kind, "".join(_through([*run, run[-1]] if len(run) == 1 else run) for run in runs), said, **style)


def band(kind: str, runs: Iterable[Sequence[tuple[float, float, float]]], said: str = "") -> Markup:
    """Return the area between two lines; a run has (x, y of the upper line, y of the lower one)."""
    edges = ([(x, high) for x, high, _ in run] + [(x, low) for x, _, low in reversed(run)] for run in runs)
    return path(kind, "".join(_through(edge) + "Z" for edge in edges), said)


def outlines(kind: str, rings: Iterable[Sequence[Point]], said: str = "", **style: str | float | None) -> Markup:
    """Return areas by their outlines; a ring within a ring is a hole."""
    return path(kind, "".join(_through(ring) + "Z" for ring in rings), said, fill_rule="evenodd", **style)


def levels(kind: str, places: Iterable[tuple[float, float, float]]) -> Markup:
    """Return level dashes as one path; each is (left, y, width)."""
    return path(kind, "".join(f"M{number(left)} {number(y)}h{number(width)}" for left, y, width in places))


def specks(kind: str, places: Iterable[Point]) -> Markup:
    """Return dots as one path, for very many: the kind's stroke is as wide as a dot, and has round caps."""
    return path(kind, "".join(f"M{number(x)} {number(y)}h0" for x, y in places))


def stems(
    kind: str, places: Iterable[tuple[float, float, float]], said: str = "", **style: str | float | None
) -> Markup:
    """Return upright lines as one path; each is (x, y of the start, y of the end)."""
    ways = (f"M{number(x)} {number(start)}V{number(end)}" for x, start, end in places)
    return path(kind, " ".join(ways), said, **style)


def bar(
    kind: str, left: float, top: float, width: float, height: float, said: str = "", **style: str | float | None
) -> Markup:
    """Return a rectangle."""
    return element("rect", _tooltip(said), class_=kind, x=left, y=top, width=width, height=height, **style)


def dot(kind: str, x: float, y: float, radius: float, said: str = "") -> Markup:
    """Return a circle."""
    return element("circle", _tooltip(said), class_=kind, cx=x, cy=y, r=radius)


def group(kind: str, *parts: Markup, said: str = "", **style: str | float | None) -> Markup:
    """Return marks as one, with one tooltip."""
    return element("g", _tooltip(said), *parts, class_=kind, **style)


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "") -> Markup:
    """Return a line of text that stands on y and begins at x; ``anchor`` middle and end place that of the text at x."""
    return element("text", words, class_=kind, x=x, y=y, text_anchor=anchor)


def upright_text(x: float, y: float, words: str) -> Markup:
    """Return a line of text that runs upwards, its middle at y."""
    return element("text", words, transform=f"translate({number(x)} {number(y)}) rotate(-90)", text_anchor="middle")


def one_line(words: str, most: int) -> str:
    """Return a text on one line, of at most so many letters.

    >>> one_line("Surface   temperature", 12)
    'Surface tem…'
    """
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1]}{ELLIPSIS}"


def _tooltip(said: str) -> Markup:
    return element("title", said) if said else Markup()


def _through(points: Iterable[Point]) -> str:
    """Return the way through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
