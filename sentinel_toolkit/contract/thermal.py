"""Request and result of thermal sharpening, and the columns of its samples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import OFFSETS, RASTER_SUFFIXES, check_mask_classes
from sentinel_toolkit.contract.requests import (
    AreaOfInterest,
    check_choice,
    check_one_of,
    check_page,
    check_range,
    check_suffix,
)
from sentinel_toolkit.contract.series import UNITS
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE

if TYPE_CHECKING:
    from collections.abc import Mapping

SHARPENINGS = ("auto", "linear", "tsharp", "local", "trees")
RESIDUALS = ("smooth", "exact", "none")
# Snow too: its temperature has nothing to do with plants. Water is known by its NDVI.
THERMAL_MASK_CLASSES = (
    *("no_data", "saturated", "cloud_shadow", "unclassified", "cloud_medium", "cloud_high", "thin_cirrus", "snow"),
)
# Two letters at least, for one is a Windows drive; no address of a server. rasterio writes netcdf:file.nc:LST.
_PART_OF_FILE = re.compile(r'(?!\w+://)[A-Za-z][A-Za-z0-9_]+:(?:"(?P<quoted>[^"]+)"|(?P<bare>[^"]+)):(?P<part>[^:"]+)')
SAMPLE_COLUMNS = (
    Column("lst_k", "real", "Measured temperature [K]"),
    Column("ndvi", "real", "Mean NDVI"),
    Column("used", "boolean", "Used in the fit"),
    Column("residual_k", "real", "Measured less modelled [K]"),
)


def file_of(source: str) -> str:
    """Return the file of a raster: GDAL names a part of one as ``NETCDF:"file.nc":LST``.

    >>> file_of('HDF5:"C:/a.h5"://LST'), file_of("netcdf:/a.nc:LST"), file_of("https://a.org:80/b:c.tif")
    ('C:/a.h5', '/a.nc', 'https://a.org:80/b:c.tif')
    """
    match = _PART_OF_FILE.match(source)
    return match["quoted"] or match["bare"] if match else source


def _stem(path: str) -> PurePath:
    return PurePath(path).with_suffix("")


@dataclass(frozen=True)
class ThermalSharpeningRequest(AreaOfInterest):
    """Coarse surface temperature sharpened with finer vegetation.

    The coarse one comes from ``lst`` or ``sen3``, the fine one from ``ndvi``, from ``red`` and ``nir``, or from
    ``scenes_path``; both from ``pairs_path``.
    """

    INPUTS: ClassVar[tuple[str, ...]] = ("lst", "sen3", "ndvi", "red", "nir", "scenes_path", "pairs_path", "predictors")
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **dict.fromkeys(("output", "uncertainty"), ITEM_AND_STYLE),
        **dict.fromkeys(("samples_path", "output_html"), ()),
    }

    lst: str = ""
    """A raster in K or °C."""
    sen3: str = ""
    """A product of SL_2_LST."""
    ndvi: str = ""
    red: str = ""
    nir: str = ""
    scenes_path: str = ""
    """JSON lines: one scene of Sentinel-2 each; of several dates the median is taken."""
    pairs_path: str = ""
    """JSON lines of ``rank``, ``fine_scene`` and ``coarse_scene``, of which the best-ranked is taken."""
    predictors: tuple[str, ...] = ()
    """Further fine rasters, for the method trees."""
    method: str = "auto"
    """One of SHARPENINGS."""
    ndvi_min: float = 0.05
    """This and the next three bound the coarse pixels that linear and tsharp are fitted to."""
    ndvi_max: float = 0.95
    lst_min_k: float = 240.0
    lst_max_k: float = 350.0
    residual: str = "smooth"
    """One of RESIDUALS: how what the model does not explain is given back."""
    min_correlation: float = 0.3
    """A fit of linear or tsharp is refused unless r ≤ -``min_correlation``."""
    resolution_m: float = 0.0
    """In the unit of the fine rasters' CRS; 0: their own."""
    footprint: float = -1.0
    """σ, in coarse pixels, of what the sensor sees beyond its pixel; -1: found from the data."""
    align: bool = False
    """Move the temperatures where they and the NDVI are out of register."""
    mask_classes: tuple[str, ...] = THERMAL_MASK_CLASSES
    grow_mask_m: float = 0.0
    offset: str = "auto"
    units: str = "kelvin"
    """Of the result: one of UNITS."""
    memory_limit_mb: int = 1024
    threads: int = 0
    """0: as many as are useful."""
    output: str = ""
    uncertainty: str = ""
    """Takes the raster of the uncertainty; empty: none."""
    samples_path: str = ""
    """Takes the rows of the coarse pixels: SAMPLE_COLUMNS; empty: none."""
    output_html: str = ""
    """Takes the report; empty: none."""
    repeat_with: str = ""
    """The JSON that repeats the job in qgis_process."""

    def __post_init__(self) -> None:
        super().__post_init__()
        bands = self.red and self.nir
        if bool(self.red) != bool(self.nir):
            raise InvalidRequestError("RED and NIR go together.", "Give both, or NDVI, or INPUT.")
        check_one_of(LST=self.lst, SEN3=self.sen3, PAIRS=self.pairs_path)
        check_one_of(**{"NDVI": self.ndvi, "RED with NIR": bands, "INPUT": self.scenes_path, "PAIRS": self.pairs_path})
        self._check_fit()
        check_range("RESOLUTION", self.resolution_m, 0, 1e6)
        check_range("MEMORY_LIMIT", self.memory_limit_mb, 64, 1_000_000)
        check_range("threads", self.threads, 0, 1024)
        check_choice("UNITS", self.units, UNITS)
        check_choice("OFFSET", self.offset, OFFSETS)
        check_mask_classes(self.mask_classes)
        check_range("GROW_MASK", self.grow_mask_m, 0, 10_000)
        check_suffix("OUTPUT", self.output, RASTER_SUFFIXES)
        if self.uncertainty:
            check_suffix("UNCERTAINTY", self.uncertainty, RASTER_SUFFIXES)
            if _stem(self.output) == _stem(self.uncertainty):
                raise InvalidRequestError(
                    f"OUTPUT and UNCERTAINTY have one name: {_stem(self.output).name}.",
                    "Give them different ones: the files beside them would overwrite each other.",
                )
        check_page(self.output_html)

    @property
    def extras(self) -> tuple[str, ...]:
        return ("trees",) if self.method == "trees" else ()

    def _check_fit(self) -> None:
        check_choice("METHOD", self.method, SHARPENINGS)
        check_choice("RESIDUAL", self.residual, RESIDUALS)
        if self.predictors and self.method != "trees":
            raise InvalidRequestError(
                f"PREDICTORS are for METHOD trees, and METHOD is {self.method}.", "Leave them out, or choose trees."
            )
        check_range("NDVI_MIN", self.ndvi_min, -1, 1)
        check_range("NDVI_MAX", self.ndvi_max, -1, 1)
        check_range("LST_MIN", self.lst_min_k, 150, 400)
        check_range("LST_MAX", self.lst_max_k, 150, 400)
        check_range("MIN_CORRELATION", self.min_correlation, 0, 1)
        if self.footprint != -1:
            check_range("FOOTPRINT", self.footprint, 0, 1)
        for name, low, high in (("NDVI", self.ndvi_min, self.ndvi_max), ("LST", self.lst_min_k, self.lst_max_k)):
            if low >= high:
                raise InvalidRequestError(
                    f"{name}_MIN {low:g} is not below {name}_MAX {high:g}.", "Make the first one smaller."
                )


@dataclass(frozen=True)
class ThermalSharpeningResult:
    """The sharpened temperature, and the fit of ``method_used``: None where it has no such figure."""

    output: str
    uncertainty: str
    output_html: str
    slope: float | None
    """K per unit of what the model predicts from."""
    intercept: float | None
    """K."""
    correlation: float | None
    rmse: float | None
    """K, of the coarse temperature less the model."""
    method_used: str
    sample_count: int
    """Coarse pixels that took part in the fit."""
    restore_rmse: float | None = None
    """K, of degrade-and-restore."""
    samples_path: str = ""
    """One JSON line for each coarse pixel."""
