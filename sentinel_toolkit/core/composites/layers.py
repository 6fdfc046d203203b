"""What is made of one block of observations: the layers of a product, and the tally of their pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sentinel_toolkit.core.pixels.reflectance import LIMIT_OF_CODED, QUANTIFICATION
from sentinel_toolkit.core.pixels.temporal import NODATA


class ProductTally(NamedTuple):
    """Pixels of the area, those with data, values clamped to the limit of int16, and the sum of all observations."""

    area: int
    covered: int
    clamped: int
    observations: int

    @property
    def valid_percent(self):
        return 100 * self.covered / self.area if self.area else 0.0

    @property
    def mean_observations(self):
        return self.observations / self.covered if self.covered else 0.0


def sum_of(tallies):
    """Return the ProductTally of all blocks."""
    return ProductTally(*map(sum, zip(*tallies, strict=True)))


@dataclass(frozen=True)
class MakeLayers:
    """From the Observations of a block to the layers of its product, and their ProductTally; sent to other processes.

    ``combine`` makes (band, y, x) values, (y, x) counts of observations, and (y, x) days or None of (time, band, y, x)
    observations and their (time,) days; ``with_counts`` and ``with_days`` tell whether they become bands.
    """

    combine: Callable
    with_counts: bool
    with_days: bool = False

    def __call__(self, observations):
        """Return ((band, y, x) int16, ProductTally)."""
        values, counts, days = self.combine(observations.stack, observations.days)
        covered = (values != NODATA).any(0)
        tally = ProductTally(
            int(np.count_nonzero(observations.inside | covered)),
            int(np.count_nonzero(covered)),
            int(np.count_nonzero(values == LIMIT_OF_CODED) + np.count_nonzero(values == -LIMIT_OF_CODED)),
            int(counts.sum(dtype=np.int64)),
        )
        layers = [values, *([days[None]] if self.with_days else []), *([counts[None]] if self.with_counts else [])]
        return (np.concatenate(layers) if len(layers) > 1 else values), tally


class IndexOfBlock:
    """From the Observations of a block to the index: float32 (y, x)."""

    def __init__(self, composite):
        self._composite = composite

    def __call__(self, observations):
        coded = self._composite(observations.stack, observations.days)[0][0]
        return np.where(coded == NODATA, np.float32(np.nan), coded / np.float32(QUANTIFICATION))
