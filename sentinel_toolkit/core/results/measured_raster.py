"""A raster of physical quantities: float32, NaN where there is none, with its item and its style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.pixels.quantities import Quantity, quantity_of
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BLOCK, BandInfo, CogWriter
from sentinel_toolkit.core.results.provenance import Provenance, credit, write_item
from sentinel_toolkit.core.results.style import colours_range, write_ramp_style


def write_measured(
    path: Path,
    grid: GeoBox,
    quantities: Sequence[Quantity],
    values: NDArray[np.float32],
    provenance: Provenance,
    report: Report,
    colours: tuple[float, float, str] | None = None,
) -> None:
    """Write a COG of float32 with its item and style; all in a hidden folder of the caller's.

    Parameters
    ----------
    values : shape (band, y, x)
        NaN where there is none.
    colours
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


def as_quantities(names: Iterable[str]) -> list[Quantity]:
    """Return the Quantities of names."""
    return [quantity_of(name) for name in names]
