"""The legend of a drawing: a list beside it, which takes as many lines as the page is narrow."""

from __future__ import annotations

from markupsafe import Markup

from sentinel_toolkit.core.drawing.svg import element, icon, joined

SIDE = 18  # units that a sample is wide and high


def legend(*keys: tuple[Markup, str], said: str = "") -> Markup:
    """Return the list of what marks mean.

    Parameters
    ----------
    *keys
        A sample of the mark, drawn on a square of 18 units, and what it means.
    said
        What all of them are about; may be empty.

    Returns
    -------
    Markup
        Empty without keys.
    """
    if not keys:
        return Markup()
    head = element("li", f"{said}:") if said else Markup()
    items = (element("li", icon(SIDE, SIDE, sample), words) for sample, words in keys)
    return element("ul", joined(head, *items), class_="keys", aria_label=said)
