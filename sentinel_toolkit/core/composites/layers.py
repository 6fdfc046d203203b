"""What is made of one block of observations: the layers of a product, and the tally of their pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.composites.methods import Composite, Reduced
from sentinel_toolkit.core.imagery.block_reader import Observations
from sentinel_toolkit.core.pixels.encoding import decode
from sentinel_toolkit.core.pixels.reflectance import LIMIT_OF_CODED
from sentinel_toolkit.core.pixels.temporal import NODATA


class ProductTally(NamedTuple):
    """Pixels of the area, those with data, values clamped to the limit of int16, and the sum of all observations."""

    area: int
    covered: int
    clamped: int
    observations: int

    @property
    def valid_percent(self) -> float:
        return 100 * self.covered / self.area if self.area else 0.0

    @property
    def mean_observations(self) -> float:
        return self.observations / self.covered if self.covered else 0.0


def sum_of(tallies: Iterable[ProductTally]) -> ProductTally:
    """Return the ProductTally of all blocks."""
    return ProductTally(*map(sum, zip(*tallies, strict=True)))


@dataclass(frozen=True)
class MakeLayers:
    """From the Observations of a block to the layers of its product and their tally; sent to other processes."""

    combine: Callable[[NDArray[np.int16], NDArray[np.int16]], Reduced]
    """Of (time, band, y, x) observations and their (time,) days; see Composite."""
    with_counts: bool
    """The counts of observations become a band."""
    with_days: bool = False
    """The days of the chosen observations become a band."""

    def __call__(self, observations: Observations) -> tuple[NDArray[np.int16], ProductTally]:
        """Return ((band, y, x) int16, ProductTally)."""
        values, counts, days = self.combine(observations.stack, observations.days)
        covered = (values != NODATA).any(0)
        tally = ProductTally(
            int(np.count_nonzero(observations.inside | covered)),
            int(np.count_nonzero(covered)),
            int(np.count_nonzero(values == LIMIT_OF_CODED) + np.count_nonzero(values == -LIMIT_OF_CODED)),
            int(counts.sum(dtype=np.int64)),
        )
        layers = [
            values,
            *([days[None]] if self.with_days and days is not None else []),
            *([counts[None]] if self.with_counts else []),
        ]
        return (np.concatenate(layers) if len(layers) > 1 else values), tally


class IndexOfBlock:
    """From the Observations of a block to the index: float32 (y, x)."""

    def __init__(self, composite: Composite) -> None:
        self._composite = composite

    def __call__(self, observations: Observations) -> NDArray[np.float32]:
        coded = self._composite.values_of(observations.stack, observations.days)[0]
        values = np.empty(coded.shape, np.float32)
        decode(coded, values)
        return values
