"""Colours of named ramps, from matplotlib's collection."""

from __future__ import annotations

import difflib

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sentinel_toolkit.contract.errors import InvalidRequestError

FAMILIAR = ("RdYlGn", "YlGn", "viridis", "inferno", "coolwarm")  # offered where no name is similar


def colours_of(name: str, count: int) -> NDArray[np.uint8]:
    """Return the colours of a ramp at the middles of ``count`` equal classes.

    Parameters
    ----------
    name
        As matplotlib spells it, in any case (RdYlGn, viridis); ``_r`` at its end reverses the ramp.
    count

    Returns
    -------
    ndarray, shape (count, 3)
        Red, green and blue.

    Raises
    ------
    InvalidRequestError
        If there is no such ramp.
    """
    return _sampled(name, (np.arange(count) + 0.5) / count)


def stops_of(name: str, low: float, high: float, count: int) -> list[tuple[float, str]]:
    """Return the stops of a ramp for a style of QGIS.

    Parameters
    ----------
    name
        As for ``colours_of``.
    low, high
        Values of the first and last stop.
    count
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


def _sampled(name: str, places: ArrayLike) -> NDArray[np.uint8]:
    from matplotlib import colormaps  # loaded only where colours are asked for

    return np.asarray(colormaps[_spelling(name, list(colormaps))](places, bytes=True), np.uint8)[:, :3]


def _spelling(name: str, ramps: list[str]) -> str:
    """Return the name as matplotlib spells it."""
    names = {known.lower(): known for known in ramps}
    wanted = name.strip().lower()
    if wanted not in names:
        similar = difflib.get_close_matches(wanted, names, 4, 0.5)
        offered = ", ".join([names[word] for word in similar] or FAMILIAR)
        raise InvalidRequestError(
            f"There is no colour ramp {name!r}.", f"Choose one of matplotlib's, for example {offered}."
        )
    return names[wanted]
