"""Parameters of the animation alone: its time, its page, its colours, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract import animation
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.series_parameters import number_or_none, optional_number

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

translate = QCoreApplication.translate
SWITCHES = ("LOOP", "LEGEND", "SCALE_BAR", "NORTH_ARROW", "DATE", "CURVE")


def time_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return PERIOD, DATE_FORMAT and MIN_VALID."""
    return (
        shared.choice(
            "PERIOD",
            translate("SentinelToolkit", "Period"),
            animation.ANIMATION_PERIODS,
            "scene",
            translate(
                "SentinelToolkit",
                "scene makes a frame of each pass; day, week, dekad (10 days) and month one of the median of their "
                "passes.",
            ),
        ),
        shared.text(
            "DATE_FORMAT",
            translate("SentinelToolkit", "Format of dates"),
            translate(
                "SentinelToolkit",
                "As strftime takes it, e.g. %d.%m.%Y or %B %Y. Empty: 2023-05-01, or the period's label.",
            ),
            advanced=True,
        ),
        shared.number(
            "MIN_VALID",
            translate("SentinelToolkit", "Least valid share of the area [%]"),
            20.0,
            translate("SentinelToolkit", "Dates with less of the area (0-100) to see are left out, and named."),
            low=0,
            high=100,
            advanced=True,
        ),
    )


def page_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return the title, the page's size and what stands on it."""
    boundary = QgsProcessingParameterFeatureSource(
        "BOUNDARY",
        translate("SentinelToolkit", "Boundary to draw"),
        [QgsProcessing.SourceType.VectorPolygon],
        optional=True,
    )
    return (
        shared.text(
            "TITLE",
            translate("SentinelToolkit", "Title"),
            translate("SentinelToolkit", "Stands above every map. Empty: the index and the satellite."),
        ),
        *_sizes(),
        described(
            boundary,
            translate("SentinelToolkit", "Polygons drawn as a black line on top; by default the area of interest."),
            advanced=True,
        ),
        _switch(
            "LOOP",
            translate("SentinelToolkit", "Play endlessly"),
            translate("SentinelToolkit", "Otherwise the animation stops after its last frame."),
        ),
        _switch(
            "LEGEND",
            translate("SentinelToolkit", "Legend"),
            translate("SentinelToolkit", "Colour bar, and the colour of missing data."),
        ),
        _switch(
            "SCALE_BAR",
            translate("SentinelToolkit", "Scale bar"),
            translate("SentinelToolkit", "Right at the middle of the map, on the ground."),
        ),
        _switch(
            "NORTH_ARROW",
            translate("SentinelToolkit", "North arrow"),
            translate("SentinelToolkit", "Points to true north at the middle of the map."),
        ),
        _switch(
            "DATE",
            translate("SentinelToolkit", "Date"),
            translate("SentinelToolkit", "The date of each frame, in its upper right corner."),
        ),
        _switch(
            "CURVE",
            translate("SentinelToolkit", "Curve of the means"),
            translate("SentinelToolkit", "Draws the mean of all dates beneath the map, with a cursor that moves."),
            False,
        ),
    )


def _sizes() -> tuple[QgsProcessingParameterDefinition, ...]:
    sizes = (
        (
            "WIDTH",
            translate("SentinelToolkit", "Width [pixels]"),
            translate("SentinelToolkit", "Width of each frame (200-4096)."),
        ),
        (
            "HEIGHT",
            translate("SentinelToolkit", "Height [pixels]"),
            translate("SentinelToolkit", "Height of each frame (200-4096)."),
        ),
    )
    low, high = animation.PAGE_SIDES
    shortest, longest = animation.FRAME_MS_RANGE
    return (
        *(shared.number(name, label, 1000, text, low, high, shared.INTEGER) for name, label, text in sizes),
        shared.number(
            "FRAME_MS",
            translate("SentinelToolkit", "Time of a frame [ms]"),
            500,
            translate("SentinelToolkit", "How long each frame is shown (20-60000)."),
            shortest,
            longest,
            shared.INTEGER,
        ),
    )


def _switch(name: str, label: str, help_text: str, default: bool = True) -> QgsProcessingParameterDefinition:
    return described(QgsProcessingParameterBoolean(name, label, default), help_text, advanced=name != "CURVE")


def colour_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return the resolution and the scale of colours."""
    return (
        optional_number(
            "RESOLUTION",
            translate("SentinelToolkit", "Resolution [m]"),
            translate(
                "SentinelToolkit",
                "Pixel size of the maps. Empty: as many pixels as the page is wide, never finer than the source.",
            ),
            low=0,
        ),
        optional_number(
            "MIN",
            translate("SentinelToolkit", "Lowest value of the colours"),
            translate("SentinelToolkit", "Lower values have the same colour. Empty: the index's own (NDVI 0)."),
        ),
        optional_number(
            "MAX",
            translate("SentinelToolkit", "Highest value of the colours"),
            translate("SentinelToolkit", "Higher values have the same colour. Empty: the index's own (NDVI 1)."),
        ),
        shared.text(
            "COLOUR_RAMP",
            translate("SentinelToolkit", "Colour ramp"),
            translate(
                "SentinelToolkit",
                "A name as Matplotlib has it, e.g. RdYlGn, viridis, inferno, BrBG; with _r it runs the other way. "
                "Empty: the index's own.",
            ),
            advanced=True,
        ),
    )


def destinations() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return the animation, and what it can leave beside."""
    animation = QgsProcessingParameterFileDestination(
        "OUTPUT",
        translate("SentinelToolkit", "Animation"),
        translate("SentinelToolkit", "GIF (*.gif);;MP4 (*.mp4);;WebP (*.webp);;Animated PNG (*.png)"),
    )
    table = QgsProcessingParameterFeatureSink(
        "TABLE",
        translate("SentinelToolkit", "Table of means"),
        QgsProcessing.SourceType.Vector,
        None,
        optional=True,
        createByDefault=False,
    )
    return (
        described(animation, translate("SentinelToolkit", "The file's suffix decides: gif, mp4, webp or png.")),
        _folder(
            "PICTURES_FOLDER",
            translate("SentinelToolkit", "Folder for pictures"),
            translate("SentinelToolkit", "Optional: every frame as a PNG, named by its date."),
        ),
        _folder(
            "FRAMES_FOLDER",
            translate("SentinelToolkit", "Folder for rasters"),
            translate(
                "SentinelToolkit",
                "Optional: a GeoTIFF of each date, and frames.qlr, a group of all with times for the Temporal "
                "Controller.",
            ),
        ),
        shared.load_parameter(),
        described(
            table,
            translate("SentinelToolkit", "Optional: mean, median, 10th and 90th percentile and valid share by date."),
        ),
    )


def _folder(name: str, label: str, help_text: str) -> QgsProcessingParameterDefinition:
    return described(
        QgsProcessingParameterFolderDestination(name, label, optional=True, createByDefault=False), help_text
    )


def fields(algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Return the fields of the request that these parameters are, but for files."""
    switches = {name.lower(): algorithm.parameterAsBoolean(parameters, name, context) for name in SWITCHES}
    sizes = {name.lower(): algorithm.parameterAsInt(parameters, name, context) for name in ("WIDTH", "HEIGHT")}
    return {
        "period": algorithm.parameterAsEnumString(parameters, "PERIOD", context),
        "min_valid_percent": algorithm.parameterAsDouble(parameters, "MIN_VALID", context),
        "title": algorithm.parameterAsString(parameters, "TITLE", context).strip(),
        "frame_ms": algorithm.parameterAsInt(parameters, "FRAME_MS", context),
        "date_format": algorithm.parameterAsString(parameters, "DATE_FORMAT", context),
        "resolution_m": number_or_none(algorithm, parameters, context, "RESOLUTION") or 0.0,
        "low": number_or_none(algorithm, parameters, context, "MIN"),
        "high": number_or_none(algorithm, parameters, context, "MAX"),
        "ramp": algorithm.parameterAsString(parameters, "COLOUR_RAMP", context).strip(),
        **switches,
        **sizes,
    }
