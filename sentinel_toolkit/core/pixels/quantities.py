"""What rasters hold besides reflectance: units, and how each quantity is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sentinel_toolkit.core.pixels.indices import INDICES

KELVIN = 273.15  # of 0 °C


@dataclass(frozen=True)
class Quantity:
    """A quantity: ``unit`` (empty: none), ``low`` and ``high`` of its colours (None: from the data), and the ramp."""

    name: str
    description: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    ramp: str = "viridis"

    @property
    def limits(self) -> tuple[float, float]:
        """Return (low, high) of its colours.

        Raises
        ------
        ValueError
            If they come from the data.
        """
        if self.low is None or self.high is None:
            raise ValueError(f"the colours of {self.name} come from the data")
        return self.low, self.high


_ROWS = (
    Quantity("LST", "Land surface temperature", "K", None, None, "inferno"),
    Quantity("LST_uncertainty", "Estimated uncertainty of the temperature", "K", 0, 3, "viridis"),
    Quantity("uncertainty", "Standard uncertainty; the 90 % band is ± 1.645 times it", "K", 0, 3, "viridis"),
    Quantity(
        "flags", "0 sharpened, 1 water or snow: interpolated, 2 NDVI beyond the fitted range", "", 0, 2, "viridis"
    ),
    Quantity("fraction", "Fraction of vegetation cover", "", 0, 1, "YlGn"),
    Quantity("biome", "Surface class (GlobCover, as in the product)", "", 0, 28, "turbo"),
    Quantity("TCWV", "Total column of water vapour", "kg m-2", 0, 60, "Blues"),
    Quantity("elevation", "Surface elevation above the ellipsoid", "m", None, None, "gist_earth"),
    Quantity("view_zenith", "Zenith angle of the view", "degree", 0, 60, "viridis"),
    Quantity("independent", "1 where measured here, 0 where copied from a neighbour", "", 0, 1, "viridis"),
    Quantity("exception", "Exceptions of the temperature (bits)"),
    Quantity("confidence", "Confidence flags (bits)"),
    Quantity("cloud", "Cloud tests (bits)"),
    Quantity("bayes", "Probabilistic cloud mask (bits)"),
    *(
        Quantity(index.name, f"{index.formula}, {index.source}", "", index.low, index.high, index.ramp)
        for index in INDICES.values()
    ),
)
QUANTITIES = {quantity.name: quantity for quantity in _ROWS}


def quantity_of(name: str) -> Quantity:
    """Return the Quantity of a name; one without a row has no unit, and its colours come from the data.

    >>> quantity_of("LST").unit, quantity_of("mine").unit
    ('K', '')
    """
    return QUANTITIES.get(name) or Quantity(name, name)
