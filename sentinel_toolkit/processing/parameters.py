"""Parameters that several algorithms share: built once, read once."""

from __future__ import annotations

import json
import os

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract import imagery
from sentinel_toolkit.contract.errors import InvalidRequestError

translate = QCoreApplication.translate
INTEGER = QgsProcessingParameterNumber.Type.Integer
DOUBLE = QgsProcessingParameterNumber.Type.Double


def described(parameter, help_text, advanced=False):
    """Return the parameter with its help sentence, and moved to the advanced ones if it belongs there."""
    parameter.setHelp(help_text)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def choice(name, label, values, default, help_text, advanced=False, multiple=False, optional=False):
    """Return an enum whose values are the texts themselves, in scripts and models too."""
    parameter = QgsProcessingParameterEnum(
        name, label, list(values), multiple, default, optional, usesStaticStrings=True
    )
    if multiple:
        parameter.setMetadata({"widget_wrapper": {"useCheckBoxes": True, "columns": 2}})
    return described(parameter, help_text, advanced)


def number(name, label, default, help_text, low=None, high=None, kind=DOUBLE, advanced=False):
    """Return a number within limits."""
    parameter = QgsProcessingParameterNumber(name, label, kind, default)
    if low is not None:
        parameter.setMinimum(low)
    if high is not None:
        parameter.setMaximum(high)
    return described(parameter, help_text, advanced)


def text(name, label, help_text, default=None, advanced=False, optional=True):
    """Return a line of text."""
    return described(QgsProcessingParameterString(name, label, default, False, optional), help_text, advanced)


def area_parameters():
    """Return AOI and EXTENT."""
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
                "Polygons (or points) in any CRS; only selected features where that is ticked. Pixels outside are left "
                "empty. It wins over the extent; without both, the scenes' footprints are taken.",
            ),
        ),
        described(
            extent,
            translate(
                "SentinelToolkit",
                "Rectangle to use instead of a layer. In scripts write xmin,xmax,ymin,ymax [EPSG:4326].",
            ),
        ),
    )


def scenes_parameter():
    """Return INPUT, the scenes."""
    return described(
        QgsProcessingParameterFeatureSource(
            "INPUT", translate("SentinelToolkit", "Scenes"), [QgsProcessing.SourceType.Vector]
        ),
        translate("SentinelToolkit", "Output of Search scenes, or any part of it: selected, filtered or saved."),
    )


def imagery_parameters(bands, mask_classes):
    """Return what every imagery job asks for, without the method of the job itself.

    Parameters
    ----------
    bands : str
        Default of BANDS.
    mask_classes : sequence of str
        Default of MASK_CLASSES.
    """
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
                "Pixel size in metres (in the unit of the CRS). Where it is coarser than a band, the mean of the "
                "band's usable pixels is taken.",
            ),
            low=0.000001,
        ),
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
            translate(
                "SentinelToolkit", "Masks everything within this many metres of a masked pixel, too. 0 by default."
            ),
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
        described(
            QgsProcessingParameterCrs("CRS", translate("SentinelToolkit", "CRS of the result"), optional=True),
            translate(
                "SentinelToolkit",
                "By default that of the scenes, or the UTM zone of the area's centre where the scenes differ.",
            ),
        ),
        number(
            "MEMORY_LIMIT",
            translate("SentinelToolkit", "Memory limit [MB]"),
            1024,
            translate("SentinelToolkit", "The job works in smaller blocks to stay below it. 1024 by default."),
            low=64,
            kind=INTEGER,
            advanced=True,
        ),
    )


def raster_destination(label, help_text, name="OUTPUT"):
    """Return a raster destination."""
    return described(QgsProcessingParameterRasterDestination(name, label), help_text)


def imagery_fields(algorithm, parameters, context):
    """Return the fields of an ImageryRequest that imagery_parameters() asked for."""
    crs = algorithm.parameterAsCrs(parameters, "CRS", context)
    return {
        "bands": imagery.parse_bands(algorithm.parameterAsString(parameters, "BANDS", context)),
        "resolution_m": algorithm.parameterAsDouble(parameters, "RESOLUTION", context),
        "mask_classes": tuple(algorithm.parameterAsEnumStrings(parameters, "MASK_CLASSES", context)),
        "grow_mask_m": algorithm.parameterAsDouble(parameters, "GROW_MASK", context),
        "offset": algorithm.parameterAsEnumString(parameters, "OFFSET", context),
        "crs": crs_text(crs) if crs.isValid() else "",
        "memory_limit_mb": algorithm.parameterAsInt(parameters, "MEMORY_LIMIT", context),
    }


def crs_text(crs):
    """Return what names a CRS for the worker: its code, or WKT2 where it has none."""
    return crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt(crs.WKT2_2019)


def area_fields(algorithm, parameters, context):
    """Return the fields of an AreaOfInterest: from AOI, else EXTENT, else empty.

    Raises
    ------
    InvalidRequestError
        If the AOI has no features or the extent no CRS.
    """
    source = algorithm.parameterAsSource(parameters, "AOI", context)
    if source is not None:
        return {"aoi_wkt": _union(source), "aoi_crs": _crs_of(source)}
    given = parameters.get("EXTENT")
    if given is None or given == "":
        return {}
    extent = algorithm.parameterAsExtent(parameters, "EXTENT", context)
    crs = algorithm.parameterAsExtentCrs(parameters, "EXTENT", context)
    if not crs.isValid():
        example = str(given).split("[")[0].strip() or "15.9,16.4,45.6,45.9"
        raise InvalidRequestError(f"EXTENT {given!s} has no CRS.", f"Write it in brackets, e.g. {example} [EPSG:4326].")
    if extent.isEmpty():
        raise InvalidRequestError(f"EXTENT {given!s} is empty.", "Write xmin,xmax,ymin,ymax [EPSG:4326].")
    return {"aoi_wkt": QgsGeometry.fromRect(QgsRectangle(extent)).asWkt(12), "aoi_crs": crs_text(crs), "clip": False}


def placeholder_area(parameters):
    """Return area fields that stand for the one that is given, for a check that must not read a layer."""
    is_given = any(parameters.get(name) not in (None, "") for name in ("AOI", "EXTENT"))
    return {"aoi_wkt": "POLYGON EMPTY", "aoi_crs": "EPSG:4326"} if is_given else {}


def _crs_of(source):
    crs = source.sourceCrs()
    if not crs.isValid():
        raise InvalidRequestError(
            f"The AOI layer {source.sourceName()!r} has no CRS.", "Set it in the layer's properties."
        )
    return crs_text(crs)


def _union(source):
    """Return the union of all features as WKT, each repaired first."""
    request = QgsFeatureRequest().setNoAttributes()
    skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks  # they are repaired, not refused
    geometries = [feature.geometry().makeValid() for feature in source.getFeatures(request, skip)]
    whole = QgsGeometry.unaryUnion([geometry for geometry in geometries if not geometry.isEmpty()])
    if whole.isNull() or whole.isEmpty():
        raise InvalidRequestError(
            f"The AOI layer {source.sourceName()!r} holds no polygon.",
            "Select features, or choose another layer.",
        )
    return whole.asWkt(12)


def write_scenes(algorithm, parameters, context, path, name="INPUT"):
    """Write the ``scene`` column of the chosen features as JSON lines.

    Raises
    ------
    InvalidRequestError
        If the layer is none of Search scenes.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InvalidRequestError(algorithm.invalidSourceError(parameters, name))
    index = source.fields().lookupField("scene")
    if index < 0:
        raise InvalidRequestError(
            f"The layer {source.sourceName()!r} has no column “scene”.",
            "Use the output of Search scenes, or a part of it.",
        )
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    with open(path, "w", encoding="utf-8") as lines:
        for feature in source.getFeatures(request):
            value = feature[index]
            item = value if isinstance(value, str) else json.dumps(value) if isinstance(value, dict) else "null"
            lines.write(" ".join(item.split("\n")) + "\n")
    return path


def destination_text(parameters, name, context):
    """Return a destination as the user gave it, without evaluating it (which has side effects)."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext(), "")
    return value if isinstance(value, str) else ""


def or_temporary(target, suffix):
    """Return the target, or a name that stands for the temporary file that QGIS will choose."""
    return target if target and target != QgsProcessing.TEMPORARY_OUTPUT else f"temporary{suffix}"


def check_vector_suffix(parameters, name, context, allowed):
    """Refuse a file of a format that cannot hold what we write."""
    target = destination_text(parameters, name, context)
    suffix = os.path.splitext(target)[1].lower()
    is_file = (
        target and not target.startswith(("memory:", "postgis:", "ogr:")) and target != QgsProcessing.TEMPORARY_OUTPUT
    )
    if is_file and suffix not in allowed:
        raise InvalidRequestError(
            f"{name} is {target!r}: the suffix {suffix!r} does not fit.", f"Use {' or '.join(allowed)}."
        )
