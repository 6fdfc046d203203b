"""Composites over time: a table of rules, and one of them with its bands, ready to be applied to blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sentinel_toolkit.core.composites.rules import geomedian, latest, max_ndvi, mean, medoid, take
from sentinel_toolkit.core.pixels.indices import INDICES, encode_index
from sentinel_toolkit.core.pixels.temporal import NODATA, median, percentile


@dataclass(frozen=True)
class Method:
    """One rule: ``combine`` (stack, percent) → (values, counts), or ``choose`` (stack, band places) → indices of dates.

    ``needs`` are bands that must be read beside those of the result; ``name`` is for people.
    """

    name: str
    combine: Callable | None = None
    choose: Callable | None = None
    needs: tuple = ()


METHODS = {
    "median": Method("Per-band median", combine=lambda stack, _percent: median(stack)),
    "percentile": Method("Per-band percentile", combine=percentile),
    "mean": Method("Per-band mean", combine=lambda stack, _percent: mean(stack)),
    "medoid": Method("Medoid (Flood 2013)", choose=lambda stack, _at: medoid(stack)),
    "geomedian": Method("Geometric median (Roberts et al. 2017)", combine=lambda stack, _percent: geomedian(stack)),
    "max_ndvi": Method(
        "Observation of the largest NDVI",
        choose=lambda stack, at: max_ndvi(stack, at["B04"], at["B08"]),
        needs=("B04", "B08"),
    ),
    "latest": Method("Most recent clear observation", choose=lambda stack, _at: latest(stack)),
}


@dataclass(frozen=True)
class Composite:
    """What becomes of the observations of a block; a plain value, so that it can be sent to other processes.

    ``method`` is a key of METHODS; ``bands`` are those of the result, or ``index`` the index that is composited
    instead; ``percent`` (0-100) is for method percentile.
    """

    method: str
    bands: tuple
    index: str = ""
    percent: float = 50.0

    @property
    def names(self):
        """Return the names of the result's bands."""
        return (self.index,) if self.index else self.bands

    @property
    def needed_bands(self):
        """Return the bands to read, those of the result first."""
        first = INDICES[self.index].bands if self.index else self.bands
        return (*first, *(band for band in METHODS[self.method].needs if band not in first))

    @property
    def planes(self):
        """Return how many layers of one observation are in memory at a time."""
        own = 1 + len(METHODS[self.method].needs) if self.index else 0
        return len(self.needed_bands) + own

    def __call__(self, stack, days):
        """Return (values, counts, days).

        Parameters
        ----------
        stack : ndarray of int16, shape (time, band, y, x)
            Of ``needed_bands``, dates ascending.
        days : ndarray of int16, shape (time,)
            Days since 1970-01-01.

        Returns
        -------
        values : ndarray of int16, shape (band, y, x)
        counts : ndarray of int16, shape (y, x)
        days : ndarray of int16, shape (y, x), or None
            Of the chosen observations, -32768 where there is none; None where the rule chooses none.
        """
        rule, count = METHODS[self.method], len(self.bands)
        places = {name: place for place, name in enumerate(self.needed_bands)}
        if self.index:
            planes = np.empty((len(stack), 1 + len(rule.needs), *stack.shape[2:]), np.int16)
            encode_index(INDICES[self.index], stack, places, planes[:, 0])
            for place, band in enumerate(rule.needs, 1):
                planes[:, place] = stack[:, places[band]]
            stack, count, places = planes, 1, {band: place for place, band in enumerate(rule.needs, 1)}
        if rule.combine:
            return (*rule.combine(stack[:, :count], self.percent), None)
        chosen = rule.choose(stack, places)
        values, counts = take(stack[:, :count], chosen)
        return values, counts, np.append(days, np.int16(NODATA))[chosen]  # -1 is the last


def warm_up():
    """Compile the kernels for the types they are used with."""
    stack = np.zeros((4, 2, 1, 1), np.int16)
    for method in METHODS:
        for bands in (("B04",), ("B04", "B08")):
            work = Composite(method, bands)
            work(stack[:, [0] * len(work.needed_bands)], np.zeros(4, np.int16))
