"""Parameters of thermal sharpening: what is sharpened, with what, how the fit is judged, and where results go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract import series, thermal
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.series_parameters import optional_number

if TYPE_CHECKING:
    from qgis.core import QgsProcessingParameterDefinition

translate = QCoreApplication.translate
RASTERS = ("LST", "NDVI", "RED", "NIR")


def _raster(name: str, label: str, help_text: str) -> QgsProcessingParameterDefinition:
    return described(QgsProcessingParameterRasterLayer(name, label, optional=True), help_text)


def source_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return what is sharpened (LST or SEN3), and with what (NDVI, RED and NIR, or INPUT); or PAIRS for both."""
    swath = QgsProcessingParameterFile(
        "SEN3", translate("SentinelToolkit", "or a Sentinel-3 product (.SEN3 or zip)"), optional=True
    )
    lst, *vegetation = (_raster(*row) for row in _rasters())
    pairs, predictors = _pairs_and_predictors()
    return (
        pairs,
        lst,
        described(
            swath,
            translate("SentinelToolkit", "A .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or a zip; by day."),
        ),
        *vegetation,
        _scenes(),
        predictors,
    )


def _rasters() -> tuple[tuple[str, str, str], ...]:
    """Return name, label and help of the rasters that may be given."""
    return (
        (
            "LST",
            translate("SentinelToolkit", "or coarse temperature"),
            translate(
                "SentinelToolkit",
                "Surface temperature in K or °C, of a clear day, e.g. the output of Import Sentinel-3; the band LST, "
                "or the first.",
            ),
        ),
        (
            "NDVI",
            translate("SentinelToolkit", "Fine NDVI"),
            translate("SentinelToolkit", "NDVI from -1 to 1 with pixels finer than those of the temperature."),
        ),
        (
            "RED",
            translate("SentinelToolkit", "or red"),
            translate("SentinelToolkit", "Red reflectance (B04), together with the near infrared."),
        ),
        (
            "NIR",
            translate("SentinelToolkit", "and near infrared"),
            translate("SentinelToolkit", "Near-infrared reflectance (B08), on the same ground as red."),
        ),
    )


def _pairs_and_predictors() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return PAIRS and PREDICTORS."""
    pairs = QgsProcessingParameterFeatureSource(
        "PAIRS", translate("SentinelToolkit", "Scene pairs"), [QgsProcessing.SourceType.Vector], optional=True
    )
    predictors = QgsProcessingParameterMultipleLayers(
        "PREDICTORS",
        translate("SentinelToolkit", "Further fine rasters (for trees)"),
        QgsProcessing.SourceType.Raster,
        optional=True,
    )
    return (
        described(
            pairs,
            translate(
                "SentinelToolkit",
                "Output of Find scene pairs: the selected pair, or the best of them. Its Sentinel-3 scene must be on "
                "this computer. With it nothing else is needed; without it, a temperature and NDVI are, each in one of "
                "the ways below.",
            ),
        ),
        described(
            predictors,
            translate("SentinelToolkit", "For METHOD trees: rasters such as elevation, the first band of each."),
            advanced=True,
        ),
    )


def _scenes() -> QgsProcessingParameterDefinition:
    return described(
        QgsProcessingParameterFeatureSource(
            "INPUT",
            translate("SentinelToolkit", "or Sentinel-2 scenes"),
            [QgsProcessing.SourceType.Vector],
            optional=True,
        ),
        translate(
            "SentinelToolkit", "Output of Search scenes or a part of it; of several dates the median NDVI is taken."
        ),
    )


def fit_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return METHOD and RESIDUAL, and the limits of the fit."""
    return (
        shared.choice(
            "METHOD",
            translate("SentinelToolkit", "Method"),
            thermal.SHARPENINGS,
            "auto",
            translate(
                "SentinelToolkit",
                "auto sharpens by local detail where the data shows a link, and interpolates where it does not. linear "
                "is one line through NDVI, tsharp through the fraction of vegetation, trees are regression trees.",
            ),
        ),
        shared.choice(
            "RESIDUAL",
            translate("SentinelToolkit", "What the model leaves"),
            thermal.RESIDUALS,
            "smooth",
            translate(
                "SentinelToolkit",
                "smooth gives it back, interpolated; exact until the mean of each coarse pixel is what was measured; "
                "none leaves it out.",
            ),
        ),
        *(shared.number(*row, advanced=True) for row in _limits()),
        optional_number(
            "FOOTPRINT",
            translate("SentinelToolkit", "Footprint of the sensor [coarse pixels]"),
            translate(
                "SentinelToolkit",
                "σ of what the sensor sees beyond its pixel (0-1), for local. Empty: found from the data.",
            ),
            low=0,
        ),
        described(
            QgsProcessingParameterBoolean("ALIGN", translate("SentinelToolkit", "Correct the register"), False),
            translate(
                "SentinelToolkit",
                "Moves the temperatures by at most half a coarse pixel to where NDVI fits clearly better. The report "
                "tells of it in any case.",
            ),
            advanced=True,
        ),
    )


def _limits() -> tuple[tuple[str, str, float, str, float, float], ...]:
    """Return name, label, default, help, least and most of the limits of a fit."""
    ndvi = translate("SentinelToolkit", "Coarse pixels beyond (-1 to 1) take no part in the fit of linear and tsharp.")
    lst = translate("SentinelToolkit", "Coarse pixels beyond (150-400 K) take no part in the fit of linear and tsharp.")
    return (
        ("NDVI_MIN", translate("SentinelToolkit", "Least NDVI of the fit"), 0.05, ndvi, -1, 1),
        ("NDVI_MAX", translate("SentinelToolkit", "Largest NDVI of the fit"), 0.95, ndvi, -1, 1),
        ("LST_MIN", translate("SentinelToolkit", "Least temperature of the fit [K]"), 240.0, lst, 150, 400),
        ("LST_MAX", translate("SentinelToolkit", "Largest temperature of the fit [K]"), 350.0, lst, 150, 400),
        (
            "MIN_CORRELATION",
            translate("SentinelToolkit", "Least correlation"),
            0.3,
            translate("SentinelToolkit", "linear and tsharp are refused unless r is at most minus this (0-1)."),
            0,
            1,
        ),
    )


def target_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return RESOLUTION, UNITS and the destinations."""
    return (
        optional_number(
            "RESOLUTION",
            translate("SentinelToolkit", "Resolution"),
            translate(
                "SentinelToolkit",
                "Pixel size of the result in the unit of the fine rasters' CRS. Empty: theirs; of scenes 10 m.",
            ),
            advanced=False,
            low=0,
        ),
        shared.choice(
            "UNITS",
            translate("SentinelToolkit", "Unit of the result"),
            series.UNITS,
            "kelvin",
            translate("SentinelToolkit", "Unit of the sharpened temperature and of the report: kelvin or celsius."),
        ),
        shared.raster_destination(
            translate("SentinelToolkit", "Sharpened temperature"),
            translate("SentinelToolkit", "GeoTIFF (tif) of float32, no data where either source has none."),
        ),
        *_optional_targets(),
    )


def _optional_targets() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return UNCERTAINTY, SAMPLES and OUTPUT_HTML."""
    uncertainty = QgsProcessingParameterRasterDestination(
        "UNCERTAINTY", translate("SentinelToolkit", "Uncertainty"), optional=True, createByDefault=False
    )
    samples = QgsProcessingParameterFeatureSink(
        "SAMPLES",
        translate("SentinelToolkit", "Samples"),
        QgsProcessing.SourceType.VectorPolygon,
        optional=True,
        createByDefault=False,
    )
    return (
        described(
            uncertainty,
            translate(
                "SentinelToolkit",
                "Optional GeoTIFF (tif): standard uncertainty in K (the 90 % band is 1.645 times it), and flags: 1 "
                "water or snow, 2 NDVI beyond the fit.",
            ),
        ),
        described(
            samples,
            translate(
                "SentinelToolkit",
                "Optional layer (gpkg, geojson or fgb) of the coarse pixels: temperature, NDVI, used or not, residual.",
            ),
        ),
        shared.page_destination(
            translate("SentinelToolkit", "Report"),
            translate("SentinelToolkit", "Page (html) that shows the fit, the maps and how far to trust them."),
        ),
    )
