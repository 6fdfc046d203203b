"""Colours of named ramps, from matplotlib's collection."""

from __future__ import annotations

import difflib

import numpy as np
from matplotlib import colormaps

from sentinel_toolkit.contract.errors import InvalidRequestError

FAMILIAR = ("RdYlGn", "YlGn", "viridis", "inferno", "coolwarm")  # offered where no name is similar


def colours_of(name, count):
    """Return the colours of a ramp at the middles of ``count`` equal classes.

    Parameters
    ----------
    name : str
        As matplotlib spells it, in any case (RdYlGn, viridis); ``_r`` at its end reverses the ramp.
    count : int

    Returns
    -------
    ndarray of uint8, shape (count, 3)
        Red, green and blue.

    Raises
    ------
    InvalidRequestError
        If there is no such ramp.
    """
    return _sampled(name, (np.arange(count) + 0.5) / count)


def stops_of(name, low, high, count):
    """Return the stops of a ramp for a style of QGIS.

    Parameters
    ----------
    name : str
        As for ``colours_of``.
    low, high : float
        Values of the first and last stop.
    count : int
        At least 2.

    Returns
    -------
    list of (float, str)
        Value and colour (#rrggbb), equally far apart.

    Raises
    ------
    InvalidRequestError
        If there is no such ramp.
    """
    places = np.linspace(0, 1, count)
    return [
        (float(low + (high - low) * place), "#{:02x}{:02x}{:02x}".format(*colour))
        for place, colour in zip(places, _sampled(name, places).tolist(), strict=True)
    ]


def _sampled(name, places):
    return colormaps[_spelling(name)](places, bytes=True)[:, :3]


def _spelling(name):
    """Return the name as matplotlib spells it."""
    names = {known.lower(): known for known in colormaps}
    wanted = name.strip().lower()
    if wanted not in names:
        similar = difflib.get_close_matches(wanted, names, 4, 0.5)
        offered = ", ".join([names[word] for word in similar] or FAMILIAR)
        raise InvalidRequestError(
            f"There is no colour ramp {name!r}.", f"Choose one of matplotlib's, for example {offered}."
        )
    return names[wanted]
