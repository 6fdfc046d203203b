"""Parameters that composites share: the rule, and which scenes they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.imagery import COMPOSITE_METHODS, INDICES
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.labels import rule_words
from sentinel_toolkit.settings import Settings

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

translate = QCoreApplication.translate


def name_of_composite(algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return what a composite is: NDVI median, or Composite median of bands."""
    method = algorithm.parameterAsEnumString(parameters, "METHOD", context)
    rule = rule_words(method, algorithm.parameterAsDouble(parameters, "PERCENTILE", context))
    return f"{subject(algorithm, parameters, context)} {rule}"


def subject(algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return what is combined over time: the index, or bands."""
    index = algorithm.parameterAsEnumString(parameters, "INDEX", context)
    return index or translate("SentinelToolkit", "Composite")


def rule_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return what is asked for between the bands and the rest."""
    return (
        shared.choice(
            "INDEX",
            translate("SentinelToolkit", "Index instead of bands"),
            INDICES,
            None,
            translate(
                "SentinelToolkit",
                "The index of each scene is combined over time, instead of the bands: the NDVI of a median is not the "
                "median of NDVI. Empty: the bands.",
            ),
            optional=True,
        ),
        shared.choice(
            "METHOD",
            translate("SentinelToolkit", "Method"),
            COMPOSITE_METHODS,
            "median",
            translate(
                "SentinelToolkit",
                "How one value is made of many. median ignores what is left of clouds; percentile is safer with few "
                "dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation "
                "(max_ndvi is not for water or snow).",
            ),
        ),
        shared.number(
            "PERCENTILE",
            translate("SentinelToolkit", "Percentile"),
            25.0,
            translate(
                "SentinelToolkit", "For method percentile, 0-100: 25 by default, lower is darker and freer of clouds."
            ),
            low=0,
            high=100,
            advanced=True,
        ),
        shared.number(
            "MAX_SCENES",
            translate("SentinelToolkit", "Best scenes of each tile"),
            0,
            translate(
                "SentinelToolkit",
                "Only so many scenes of each tile (and period), the clearest inside the area by their classification; "
                "0 takes all. Fewer are faster.",
            ),
            low=0,
            kind=shared.INTEGER,
        ),
        shared.number(
            "MIN_OBSERVATIONS",
            translate("SentinelToolkit", "Least observations"),
            0,
            translate(
                "SentinelToolkit",
                "Where a pixel has fewer clear observations, scenes beyond the best ones are added, best first.",
            ),
            low=0,
            kind=shared.INTEGER,
            advanced=True,
        ),
        described(
            QgsProcessingParameterBoolean("DATE_BAND", translate("SentinelToolkit", "Add a band with the date"), False),
            translate(
                "SentinelToolkit",
                "For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days "
                "since 1970-01-01.",
            ),
            advanced=True,
        ),
    )


def scheduler_parameter() -> QgsProcessingParameterDefinition:
    """Return SCHEDULER."""
    return shared.text(
        "SCHEDULER",
        translate("SentinelToolkit", "Dask scheduler"),
        translate(
            "SentinelToolkit",
            "Address of a Dask scheduler, e.g. tcp://10.0.0.1:8786, whose workers share the work; local:4 starts four "
            "processes here; gateway+https://… finds clusters behind Dask Gateway. Empty: this computer.",
        ),
        Settings.load().scheduler or None,
        advanced=True,
    )


def composite_fields(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return the fields of a CompositeRequest that these parameters ask for."""
    return {
        "index": algorithm.parameterAsEnumString(parameters, "INDEX", context),
        "method": algorithm.parameterAsEnumString(parameters, "METHOD", context),
        "percentile": algorithm.parameterAsDouble(parameters, "PERCENTILE", context),
        "max_scenes": algorithm.parameterAsInt(parameters, "MAX_SCENES", context),
        "min_observations": algorithm.parameterAsInt(parameters, "MIN_OBSERVATIONS", context),
        "date_band": algorithm.parameterAsBoolean(parameters, "DATE_BAND", context),
        "scheduler": algorithm.parameterAsString(parameters, "SCHEDULER", context).strip(),
        **shared.imagery_fields(algorithm, parameters, context),
    }
