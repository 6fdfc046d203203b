"""When the bands of a raster were taken: their descriptions tell, or the time axis of a NetCDF file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import cast

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters.door import Raster
from sentinel_toolkit.core.scenes.date_text import parse_date

_UNITS = re.compile(r"\w+ since .+")


def times_of_bands(dataset: Raster, name: str) -> list[datetime.datetime | None]:
    """Return the time (UTC) of each band of an open raster; None where it says none.

    Parameters
    ----------
    name
        Of the file, for messages.

    Raises
    ------
    UnreadableRasterError
        If there is a time axis that no dates can be made of.
    """
    described = [parse_date(text or "") for text in dataset.descriptions]
    return described if any(described) else _on_the_time_axis(dataset, name) or described


def _on_the_time_axis(dataset: Raster, name: str) -> list[datetime.datetime | None]:
    """Return the times of a CF time coordinate (https://cfconventions.org, 4.4), as GDAL hands it on; else nothing."""
    tags = dataset.tags()
    axes = [axis for axis in tags.get("NETCDF_DIM_EXTRA", "").strip("{}").split(",") if axis]
    if len(axes) != 1 or not _UNITS.fullmatch(units := tags.get(f"{axes[0]}#units", "")):
        return []
    from netCDF4 import num2date  # only here: it loads HDF5

    try:
        steps = [float(dataset.tags(number)[f"NETCDF_DIM_{axes[0]}"]) for number in dataset.indexes]
        calendar = tags.get(f"{axes[0]}#calendar", "standard")
        found = num2date(steps, units, calendar, only_use_cftime_datetimes=False, only_use_python_datetimes=True)
    except (LookupError, ValueError, OverflowError) as error:
        raise UnreadableRasterError(
            f"{name} has a time axis that is no calendar's ({units}): {error!s:.100}.", "Save each date as a GeoTIFF."
        ) from error
    times = cast("Sequence[datetime.datetime]", found)  # of a list; netCDF4's types know single dates, too
    return [time.replace(tzinfo=datetime.timezone.utc) for time in times]
