"""The area of interest as algorithms ask for it: a layer or an extent, in any CRS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.layer_names import place_name

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingParameterDefinition

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

translate = QCoreApplication.translate


def area_parameters(use: str) -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return AOI and EXTENT; ``use`` is the sentence on what the area does to the result."""
    aoi = QgsProcessingParameterFeatureSource(
        "AOI",
        translate("SentinelToolkit", "Area of interest"),
        [QgsProcessing.SourceType.VectorPolygon, QgsProcessing.SourceType.VectorPoint],
        optional=True,
    )
    extent = QgsProcessingParameterExtent("EXTENT", translate("SentinelToolkit", "or extent"), optional=True)
    return (
        described(
            aoi,
            translate(
                "SentinelToolkit",
                "Polygons (or points) in any CRS; only selected features where that is ticked. It wins over the "
                "extent; without both, the scenes' footprints are taken.",
            )
            + " "
            + use,
        ),
        described(
            extent,
            translate(
                "SentinelToolkit",
                "Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].",
            ),
        ),
    )


def place_of(algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return the name of the layer that says where, of areas or zones; empty without one."""
    for name in ("AOI", "ZONES"):
        if algorithm.parameterDefinition(name) is not None and parameters.get(name) not in (None, ""):
            source = algorithm.parameterAsSource(parameters, name, context)
            return place_name(source.sourceName()) if source is not None else ""
    return ""


def area_fields(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return the fields of an AreaOfInterest: from AOI, else EXTENT, else empty.

    Raises
    ------
    InvalidRequestError
        If the AOI is not there or has no features, or the extent has no CRS.
    """
    source = _source(algorithm, parameters, context, "AOI")
    if source is not None:
        return {"aoi_wkt": _union(source), "aoi_crs": crs_of(source)}
    given = parameters.get("EXTENT")
    if given is None or given == "":
        return {}
    extent = algorithm.parameterAsExtent(parameters, "EXTENT", context)
    crs = algorithm.parameterAsExtentCrs(parameters, "EXTENT", context)
    if not crs.isValid():
        example = str(given).split("[")[0].strip() or "15.9,16.4,45.6,45.9"
        raise InvalidRequestError(
            f"EXTENT {given!s} has no CRS.",
            f"Write it in brackets, e.g. {example} [EPSG:4326], or give the project one.",
        )
    if not extent.isFinite():
        raise InvalidRequestError(f"EXTENT {given!s} has no end.", "Write xmin,xmax,ymin,ymax [EPSG:4326].")
    if extent.isEmpty():
        raise InvalidRequestError(f"EXTENT {given!s} is empty.", "Write xmin,xmax,ymin,ymax [EPSG:4326].")
    return {"aoi_wkt": QgsGeometry.fromRect(QgsRectangle(extent)).asWkt(12), "aoi_crs": crs_text(crs), "clip": False}


def outline_fields(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str
) -> tuple[str, str]:
    """Return (WKT, CRS) of the union of another layer's polygons; empty where none is given."""
    source = _source(algorithm, parameters, context, name)
    return ("", "") if source is None else (_union(source), crs_of(source))


def _source(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str
) -> QgsProcessingFeatureSource | None:
    """Return an optional source, None where none is given; one that is gone must not be taken for none: all is more."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None and parameters.get(name) not in (None, ""):
        raise InvalidRequestError(f"The layer of {name} is not there, or cannot be read.", "Choose another layer.")
    return source


def placeholder_area(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return area fields that stand for the one that is given, for a check that must not read a layer."""
    is_given = any(parameters.get(name) not in (None, "") for name in ("AOI", "EXTENT"))
    return {"aoi_wkt": "POLYGON EMPTY", "aoi_crs": "EPSG:4326"} if is_given else {}


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return what names a CRS for the worker: its code, or WKT2 where it has none."""
    return crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt(crs.WKT2_2019)


def crs_of(source: QgsProcessingFeatureSource) -> str:
    """Return what names a layer's CRS for the worker."""
    crs = source.sourceCrs()
    if not crs.isValid():
        raise InvalidRequestError(f"The layer {source.sourceName()!r} has no CRS.", "Set it in the layer's properties.")
    return crs_text(crs)


def _union(source: QgsProcessingFeatureSource) -> str:
    """Return the union of all features as WKT, each repaired first."""
    request = QgsFeatureRequest().setNoAttributes()
    skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks  # they are repaired, not refused
    geometries = [feature.geometry().makeValid() for feature in source.getFeatures(request, skip)]
    whole = QgsGeometry.unaryUnion([geometry for geometry in geometries if not geometry.isEmpty()])
    if whole.isNull() or whole.isEmpty():
        raise InvalidRequestError(
            f"The layer {source.sourceName()!r} holds no polygon.",
            "Select features, or choose another layer.",
        )
    return whole.asWkt(12)
