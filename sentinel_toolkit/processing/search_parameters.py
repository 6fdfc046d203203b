"""The parameters of Search scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.catalogue import PASSES, PRODUCTS, SOURCES, TIMELINESS
from sentinel_toolkit.processing import aoi
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.credentials import auth_parameter
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingParameterDefinition

translate = QCoreApplication.translate


def search_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return all parameters: the source and the area, the filters, the output."""
    return (*_source_parameters(), *_filter_parameters(), _output_parameter())


def _source_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    folder = QgsProcessingParameterFile(
        "FOLDER",
        translate("SentinelToolkit", "Folder (for source folder)"),
        QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    return (
        shared.choice(
            "SOURCE",
            translate("SentinelToolkit", "Source"),
            SOURCES,
            "earth_search",
            translate(
                "SentinelToolkit",
                "Where to look: earth_search and planetary_computer (files that are read where they are, no account), "
                "cdse and cdse_odata (ESA's own products, fetched by Download scenes with an account), another STAC "
                "API, or a folder.",
            ),
        ),
        described(
            folder,
            translate(
                "SentinelToolkit", "SAFE products (folders or zips) and rasters beside STAC items, subfolders too."
            ),
        ),
        shared.choice(
            "PRODUCT",
            translate("SentinelToolkit", "Product"),
            PRODUCTS,
            "sentinel-2-l2a",
            translate(
                "SentinelToolkit",
                "Kind of scene: Sentinel-2 surface reflectance (L2A) or top of atmosphere (L1C), or Sentinel-3 land "
                "surface temperature. Not every source has all.",
            ),
        ),
        *aoi.area_parameters(translate("SentinelToolkit", "Scenes that do not touch it are left out.")),
        _date("START", translate("SentinelToolkit", "First day")),
        _date("END", translate("SentinelToolkit", "Last day")),
    )


def _date(name: str, label: str) -> QgsProcessingParameterDefinition:
    parameter = QgsProcessingParameterDateTime(name, label, QgsProcessingParameterDateTime.Type.Date, optional=True)
    return described(
        parameter,
        translate(
            "SentinelToolkit",
            "Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.",
        ),
    )


def _filter_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    return (
        shared.number(
            "MAX_CLOUD",
            translate("SentinelToolkit", "Cloud at most [%]"),
            100.0,
            translate("SentinelToolkit", "Of the whole tile, 0-100. Scenes that do not state it stay."),
            low=0,
            high=100,
        ),
        shared.number(
            "MIN_COVERAGE",
            translate("SentinelToolkit", "Coverage of the area at least [%]"),
            0.0,
            translate("SentinelToolkit", "Share of the area inside the footprint, 0-100. 0 keeps all that touch it."),
            low=0,
            high=100,
        ),
        described(
            QgsProcessingParameterBoolean(
                "MEASURE_CLOUD", translate("SentinelToolkit", "Measure clouds inside the area"), False
            ),
            translate(
                "SentinelToolkit",
                "Fills the column clear: the clear share of the area, from a coarse look at each scene's "
                "classification. Every remote scene needs a few small requests.",
            ),
        ),
        *_advanced_parameters(),
    )


def _advanced_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    return (
        shared.text(
            "ENDPOINT",
            translate("SentinelToolkit", "Address of the catalogue"),
            translate(
                "SentinelToolkit",
                "URL of the STAC API for source stac; replaces the built-in address of the other catalogues.",
            ),
            advanced=True,
        ),
        shared.text(
            "COLLECTION",
            translate("SentinelToolkit", "STAC collection"),
            translate("SentinelToolkit", "Collection to search, needed for source stac."),
            advanced=True,
        ),
        shared.choice(
            "PASS",
            translate("SentinelToolkit", "Day or night"),
            PASSES,
            None,
            translate(
                "SentinelToolkit",
                "Keeps passes with the sun above (day) or below (night) the horizon. Empty: day for Sentinel-3, else "
                "any.",
            ),
            advanced=True,
            optional=True,
        ),
        shared.text(
            "LOCAL_TIME",
            translate("SentinelToolkit", "Local solar time"),
            translate("SentinelToolkit", "Range such as 09:00-15:00, mean solar time at the centre of the area."),
            advanced=True,
        ),
        shared.text(
            "TILES",
            translate("SentinelToolkit", "Tiles"),
            translate("SentinelToolkit", "MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area."),
            advanced=True,
        ),
        shared.text(
            "RELATIVE_ORBITS",
            translate("SentinelToolkit", "Relative orbits"),
            translate("SentinelToolkit", "Numbers with commas, e.g. 79,122."),
            advanced=True,
        ),
        shared.text(
            "PLATFORMS",
            translate("SentinelToolkit", "Satellites"),
            translate("SentinelToolkit", "Names with commas, e.g. S2A,S2B."),
            advanced=True,
        ),
        shared.text(
            "CENTRE",
            translate("SentinelToolkit", "Processing centres"),
            translate("SentinelToolkit", "Of Sentinel-3 products, codes with commas, e.g. PS1,LN2."),
            advanced=True,
        ),
        shared.choice(
            "TIMELINESS",
            translate("SentinelToolkit", "Timeliness"),
            TIMELINESS,
            "any",
            translate(
                "SentinelToolkit",
                "Of Sentinel-3 products: NT not time critical, ST short time critical, NR near real time. With any, "
                "the best one of each acquisition is kept.",
            ),
            advanced=True,
        ),
        *_answer_parameters(),
        described(
            QgsProcessingParameterBoolean(
                "KEEP_DUPLICATES", translate("SentinelToolkit", "Keep older versions of an acquisition"), False
            ),
            translate("SentinelToolkit", "By default only the newest processing of each acquisition is kept."),
            advanced=True,
        ),
        shared.number(
            "LIMIT",
            translate("SentinelToolkit", "Scenes at most"),
            10_000,
            translate("SentinelToolkit", "The oldest ones are kept. 10000 by default."),
            low=1,
            kind=shared.INTEGER,
            advanced=True,
        ),
    )


def _answer_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return how the catalogue is asked."""
    online_only = QgsProcessingParameterBoolean("ONLINE_ONLY", translate("SentinelToolkit", "Online only"), True)
    refresh = QgsProcessingParameterBoolean("REFRESH", translate("SentinelToolkit", "Ask again"), False)
    return (
        described(
            online_only,
            translate("SentinelToolkit", "Leaves out products that must be ordered before they can be downloaded."),
            advanced=True,
        ),
        described(
            refresh,
            translate(
                "SentinelToolkit",
                "Asks the catalogue even where the same question was answered within the last hours. The answers are "
                "kept for work without a network.",
            ),
            advanced=True,
        ),
        auth_parameter(
            translate("SentinelToolkit", "Login at the catalogue"),
            translate(
                "SentinelToolkit",
                "Only for a catalogue of your own that asks for a login (Basic or API header); the built-in ones are "
                "searched without.",
            ),
            advanced=True,
        ),
    )


def _output_parameter() -> QgsProcessingParameterDefinition:
    return described(
        QgsProcessingParameterFeatureSink(
            "OUTPUT",
            translate("SentinelToolkit", "Scenes"),
            QgsProcessing.SourceType.VectorPolygon,
        ),
        translate("SentinelToolkit", "Layer of footprints (gpkg, geojson or fgb) that the other algorithms take."),
    )
