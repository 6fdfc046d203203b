"""Elements of SVG, and the drawing around them: every text is escaped, every number is short."""

from __future__ import annotations

import functools
import re

from markupsafe import Markup, escape

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")  # characters that XML does not allow, or nobody can see


def element(name: str, *inside: str, **attributes: str | float | None) -> Markup:
    """Return an element with its attributes and what is inside it.

    Parameters
    ----------
    name
        Of the element: rect.
    *inside
        Elements (Markup), put in as they are, or texts, which are escaped.
    **attributes
        Texts or numbers in the drawing's units; None and empty texts are left out. Names are written with hyphens for
        underscores, but for one at the end: ``stroke_width`` is stroke-width, ``class_`` is class.

    Examples
    --------
    >>> element("text", "1 < 2", x=1 / 3, text_anchor="end")
    Markup('<text x="0.33" text-anchor="end">1 &lt; 2</text>')
    """
    given = [(key, value) for key, value in attributes.items() if value not in (None, "")]
    head = "".join([f"<{name}", *(f' {_hyphenated(key)}="{_escaped(value)}"' for key, value in given)])
    body = "".join(map(_escaped, inside))
    # The one place where text becomes markup: all that is put together here is escaped.
    return Markup(f"{head}>{body}</{name}>" if body else f"{head}/>")  # noqa: S704  # nosec B704


def joined(*parts: Markup) -> Markup:
    """Return elements one after the other, each on a line of its own."""
    return Markup("\n").join(part for part in parts if part)


def drawing(said: str, width: float, height: float, *parts: Markup, **attributes: str | float | None) -> Markup:
    """Return a drawing, an ``<svg>``, of some size in its own units.

    Parameters
    ----------
    said
        The drawing in words, for those who do not see it.
    width, height
    *parts
        Elements, from the lowest to the uppermost.
    **attributes
        Of the ``<svg>``, beside its size and what is said.
    """
    box = f"0 0 {number(width)} {number(height)}"
    return element("svg", joined(*parts), viewBox=box, role="img", aria_label=said, **attributes)


def icon(width: float, height: float, *parts: Markup, **attributes: str | float | None) -> Markup:
    """Return a small ``<svg>`` beside a text that says the same."""
    return element("svg", *parts, viewBox=f"0 0 {number(width)} {number(height)}", aria_hidden="true", **attributes)


def number(value: float) -> str:
    """Return a number as it is written in a drawing: at most two decimals, finer than any screen.

    >>> number(1 / 3), number(12.0), number(-0.001)
    ('0.33', '12', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@functools.cache
def _hyphenated(key: str) -> str:
    """Return the name of an attribute as SVG has it."""
    return key.rstrip("_").replace("_", "-")


def _escaped(value: str | float | None) -> str:
    if isinstance(value, Markup):
        return value
    return escape(CONTROL.sub("", value)) if isinstance(value, str) else number(value or 0)
