"""Parameters that several algorithms share: built once, read once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract import imagery
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.processing import aoi, scene_rows
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

translate = QCoreApplication.translate
INTEGER = QgsProcessingParameterNumber.Type.Integer
DOUBLE = QgsProcessingParameterNumber.Type.Double


def choice(
    name: str,
    label: str,
    values: Iterable[str],
    default: str | Sequence[str] | None,
    help_text: str,
    advanced: bool = False,
    multiple: bool = False,
    optional: bool = False,
) -> QgsProcessingParameterDefinition:
    """Return an enum whose values are the texts themselves, in scripts and models too."""
    parameter = QgsProcessingParameterEnum(
        name, label, list(values), multiple, default, optional, usesStaticStrings=True
    )
    if multiple:
        parameter.setMetadata({"widget_wrapper": {"useCheckBoxes": True, "columns": 2}})
    return described(parameter, help_text, advanced)


def number(
    name: str,
    label: str,
    default: float | None,
    help_text: str,
    low: float | None = None,
    high: float | None = None,
    kind: QgsProcessingParameterNumber.Type = DOUBLE,
    advanced: bool = False,
) -> QgsProcessingParameterDefinition:
    """Return a number within limits."""
    parameter = QgsProcessingParameterNumber(name, label, kind, default)
    if kind == DOUBLE:
        parameter.setMetadata({"widget_wrapper": {"decimals": decimals_of(default)}})
    if low is not None:
        parameter.setMinimum(low)
    if high is not None:
        parameter.setMaximum(high)
    return described(parameter, help_text, advanced)


def decimals_of(default: float | None) -> int:
    """Return how many decimals a dialog shows of a number: two where its default has any, else none.

    >>> decimals_of(10.0), decimals_of(0.3)
    (0, 2)
    """
    return 0 if default is None or float(default).is_integer() else 2


def text(
    name: str, label: str, help_text: str, default: str | None = None, advanced: bool = False, optional: bool = True
) -> QgsProcessingParameterDefinition:
    """Return a line of text."""
    return described(QgsProcessingParameterString(name, label, default, False, optional), help_text, advanced)


def page_destination(label: str, help_text: str) -> QgsProcessingParameterDefinition:
    """Return OUTPUT_HTML, a page that need not be written."""
    page = QgsProcessingParameterFileDestination(
        "OUTPUT_HTML", label, translate("SentinelToolkit", "HTML files (*.html)"), optional=True
    )
    return described(page, help_text)


def scenes_parameter(optional: bool = False) -> QgsProcessingParameterDefinition:
    """Return INPUT, the scenes."""
    return described(
        QgsProcessingParameterFeatureSource(
            "INPUT", translate("SentinelToolkit", "Scenes"), [QgsProcessing.SourceType.Vector], optional=optional
        ),
        translate("SentinelToolkit", "Output of Search scenes, or any part of it: selected, filtered or saved."),
    )


def imagery_parameters(bands: str, mask_classes: Sequence[str]) -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return what every imagery job asks for, without the method of the job itself.

    Parameters
    ----------
    bands
        Default of BANDS.
    mask_classes
        Default of MASK_CLASSES.
    """
    masked, grown, offset = mask_parameters(mask_classes)
    return (
        text(
            "BANDS",
            translate("SentinelToolkit", "Bands"),
            translate(
                "SentinelToolkit",
                "Sentinel-2 bands with commas, e.g. B04,B03,B02; all means the 12 of L2A. Fewer are faster.",
            ),
            bands,
            optional=False,
        ),
        number(
            "RESOLUTION",
            translate("SentinelToolkit", "Resolution [m]"),
            10.0,
            translate(
                "SentinelToolkit",
                "Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. Where it is coarser "
                "than a band, the mean of the band's usable pixels is taken (of 16 x 16 at most).",
            ),
            low=0.000001,
        ),
        masked,
        grown,
        number(
            "ERODE_EDGE",
            translate("SentinelToolkit", "Erode swath edges by [m]"),
            0.0,
            translate(
                "SentinelToolkit",
                "Leaves out everything within this many metres (0-10000) of ground that the pass did not see: the rim "
                "of a swath may be odd in some bands.",
            ),
            low=0,
            high=10_000,
            advanced=True,
        ),
        offset,
        crs_parameter(
            translate(
                "SentinelToolkit",
                "By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.",
            )
        ),
        memory_parameter(),
    )


def load_parameter() -> QgsProcessingParameterDefinition:
    """Return LOAD: whether the group of layers that a job makes is opened."""
    parameter = QgsProcessingParameterBoolean("LOAD", translate("SentinelToolkit", "Open the group in QGIS"), True)
    return described(
        parameter,
        translate(
            "SentinelToolkit", "Adds the layers to the project, as a group with times for the Temporal Controller."
        ),
        advanced=True,
    )


def mask_parameters(mask_classes: Sequence[str]) -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return MASK_CLASSES, GROW_MASK and OFFSET, which every job on Sentinel-2 scenes asks for."""
    return (
        choice(
            "MASK_CLASSES",
            translate("SentinelToolkit", "Classes to mask"),
            imagery.MASK_CLASSES,
            list(mask_classes),
            translate(
                "SentinelToolkit",
                "Pixels of these classes of the scene classification (SCL) are not used. Choose none to use all.",
            ),
            multiple=True,
        ),
        number(
            "GROW_MASK",
            translate("SentinelToolkit", "Grow the mask by [m]"),
            0.0,
            translate("SentinelToolkit", "Masks everything within this many metres (0-10000) of a masked pixel, too."),
            low=0,
            high=10_000,
            advanced=True,
        ),
        choice(
            "OFFSET",
            translate("SentinelToolkit", "Reflectance offset"),
            imagery.OFFSETS,
            "auto",
            translate(
                "SentinelToolkit",
                "auto decides for each product whether 1000 must be subtracted (the scenes layer tells why); apply "
                "always subtracts, none never does.",
            ),
            advanced=True,
        ),
    )


def memory_parameter() -> QgsProcessingParameterDefinition:
    """Return MEMORY_LIMIT."""
    return number(
        "MEMORY_LIMIT",
        translate("SentinelToolkit", "Memory limit [MB]"),
        1024,
        translate(
            "SentinelToolkit", "The job works in smaller blocks to stay below it; at least 64, useful from 512 on."
        ),
        low=64,
        kind=INTEGER,
        advanced=True,
    )


def crs_parameter(help_text: str) -> QgsProcessingParameterDefinition:
    """Return CRS, optional."""
    parameter = QgsProcessingParameterCrs("CRS", translate("SentinelToolkit", "CRS of the result"), optional=True)
    return described(parameter, help_text)


def crs_field(algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return what names the CRS for the worker; empty where none is given.

    Raises
    ------
    InvalidRequestError
        If it is unknown.
    """
    crs = algorithm.parameterAsCrs(parameters, "CRS", context)
    if parameters.get("CRS") not in (None, "") and not crs.isValid():
        raise InvalidRequestError(f"CRS {parameters['CRS']!s} is unknown.", "Write it as EPSG:32633.")
    return aoi.crs_text(crs) if crs.isValid() else ""


def raster_destination(label: str, help_text: str, name: str = "OUTPUT") -> QgsProcessingParameterDefinition:
    """Return a raster destination."""
    return described(QgsProcessingParameterRasterDestination(name, label), help_text)


def imagery_fields(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return the fields of an ImageryRequest that imagery_parameters() asked for."""
    return {
        "bands": imagery.parse_bands(algorithm.parameterAsString(parameters, "BANDS", context)),
        "resolution_m": algorithm.parameterAsDouble(parameters, "RESOLUTION", context),
        "mask_classes": tuple(algorithm.parameterAsEnumStrings(parameters, "MASK_CLASSES", context)),
        "grow_mask_m": algorithm.parameterAsDouble(parameters, "GROW_MASK", context),
        "erode_edge_m": algorithm.parameterAsDouble(parameters, "ERODE_EDGE", context),
        "offset": algorithm.parameterAsEnumString(parameters, "OFFSET", context),
        "crs": crs_field(algorithm, parameters, context),
        "memory_limit_mb": algorithm.parameterAsInt(parameters, "MEMORY_LIMIT", context),
    }


def imagery_job_fields(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, folder: str
) -> dict[str, Any]:
    """Return the fields of an ImageryRequest that name files and the area: what a check does without."""
    return {
        "scenes_path": scene_rows.write_scenes(algorithm, parameters, context, os.path.join(folder, "scenes.jsonl")),
        "threads": algorithm.settings.threads,
        "repeat_with": algorithm.repeat_with(parameters, context),
        **aoi.area_fields(algorithm, parameters, context),
    }
