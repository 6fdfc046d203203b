"""Composites over time: a table of rules, and one of them with its bands, ready to be applied to blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.composites.rules import geomedian, latest, max_ndvi, mean, medoid, take
from sentinel_toolkit.core.pixels.indices import INDICES, encode_index
from sentinel_toolkit.core.pixels.temporal import NODATA, median, percentile

Int16Array = NDArray[np.int16]
Reduced = tuple[Int16Array, Int16Array, "Int16Array | None"]  # values (band, y, x), counts and days (y, x)


@dataclass(frozen=True)
class Method:
    """One rule: it combines observations, or chooses among them."""

    name: str
    """For people."""
    combine: Callable[[Int16Array, float], tuple[Int16Array, Int16Array]] | None = None
    """(stack, percent) → (values, counts)."""
    choose: Callable[[Int16Array, dict[str, int]], Int16Array] | None = None
    """(stack, places of the bands) → indices of dates."""
    needs: tuple[str, ...] = ()
    """Bands that must be read beside those of the result."""


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

    >>> latest = Composite("latest", ("B04",))
    >>> stack = np.array([[[[100, 200]]], [[[150, NODATA]]]], np.int16)  # two dates, one band, one row
    >>> values, counts, days = latest(stack, np.array([19000, 19005], np.int16))
    >>> values.tolist(), counts.tolist(), days.tolist()
    ([[[150, 200]]], [[2, 1]], [[19005, 19000]])
    """

    method: str
    """A key of METHODS."""
    bands: tuple[str, ...]
    """Of the result."""
    index: str = ""
    """The index that is composited instead."""
    percent: float = 50.0
    """0-100, for method percentile."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the result's bands."""
        return (self.index,) if self.index else self.bands

    @property
    def needed_bands(self) -> tuple[str, ...]:
        """Return the bands to read, those of the result first.

        >>> Composite("max_ndvi", ("B02",)).needed_bands
        ('B02', 'B04', 'B08')
        """
        first = INDICES[self.index].bands if self.index else self.bands
        return (*first, *(band for band in METHODS[self.method].needs if band not in first))

    @property
    def planes(self) -> int:
        """Return how many layers of one observation are in memory at a time."""
        own = 1 + len(METHODS[self.method].needs) if self.index else 0
        return len(self.needed_bands) + own

    def values_of(self, stack: Int16Array, days: Int16Array) -> Int16Array:
        """Return the values (band, y, x) alone; a single date that is combined is its own result, and nothing else."""
        if len(stack) != 1 or METHODS[self.method].combine is None:
            return self(stack, days)[0]
        if not self.index:
            return stack[0, : len(self.bands)]
        values = np.empty((1, *stack.shape[2:]), np.int16)
        encode_index(INDICES[self.index], stack, {name: place for place, name in enumerate(self.needed_bands)}, values)
        return values

    def __call__(self, stack: Int16Array, days: Int16Array) -> Reduced:
        """Return (values, counts, days).

        Parameters
        ----------
        stack : shape (time, band, y, x)
            Of ``needed_bands``, dates ascending.
        days : shape (time,)
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
        if rule.choose is None:
            raise ValueError(f"{self.method} neither combines nor chooses.")
        chosen = rule.choose(stack, places)
        values, counts = take(stack[:, :count], chosen)
        return values, counts, np.append(days, np.int16(NODATA))[chosen]  # -1 is the last


def warm_up() -> None:
    """Compile the kernels for the types they are used with."""
    stack = np.zeros((4, 2, 1, 1), np.int16)
    for method in METHODS:
        for bands in (("B04",), ("B04", "B08")):
            work = Composite(method, bands)
            work(stack[:, [0] * len(work.needed_bands)], np.zeros(4, np.int16))
