"""A raster of physical quantities: float32, NaN where there is none, with its item and its style."""

from __future__ import annotations

import numpy as np

from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.pixels.stretch import stretch_range
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BLOCK, BandInfo, CogWriter
from sentinel_toolkit.core.results.provenance import credit, write_item
from sentinel_toolkit.core.results.style import write_ramp_style


def write_measured(path, grid, quantities, values, provenance, report, colours=None):
    """Write a COG of float32 with its item and style; all in a hidden folder of the caller's.

    Parameters
    ----------
    path : Path
    grid : GeoBox
    quantities : sequence of Quantity
    values : ndarray of float32, shape (band, y, x)
        NaN where there is none.
    provenance : Provenance
    report : Report
    colours : tuple, optional
        (low, high, ramp) of the first band's style; by default its quantity's.
    """
    bands = [BandInfo(quantity.name, unit=quantity.unit, description=quantity.description) for quantity in quantities]
    tags = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit"}
    tags |= {"TIFFTAG_COPYRIGHT": notice} if (notice := credit(provenance.scenes)) else {}
    with gdal.environment():
        with CogWriter(path.parent, path.name, grid, "float32", np.nan, bands, tags) as writer:
            for row in range(0, grid.shape[0], BLOCK):
                report.checkpoint()
                writer.write(row, 0, values[:, row : row + BLOCK])
            writer.finish(report)
        write_item(path, grid, bands, "float32", np.nan, provenance)
    write_ramp_style(path, *(colours or (*colours_range(quantities[0], values[0]), quantities[0].ramp)))


def colours_range(quantity, values):
    """Return (low, high) of a quantity's colours: each its own, or else the 2nd or 98th percentile of the data."""
    own = quantity.low, quantity.high
    if None not in own:
        return own
    return tuple(
        measured if bound is None else bound for bound, measured in zip(own, stretch_range(values), strict=True)
    )


def as_quantities(names):
    """Return the Quantities of names."""
    return [quantity_of(name) for name in names]
