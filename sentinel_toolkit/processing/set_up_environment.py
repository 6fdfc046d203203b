"""Set up environment: the one algorithm that needs no worker, because it makes its Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputFolder, QgsProcessingOutputString, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.processing import network
from sentinel_toolkit.processing.base import ToolkitAlgorithm, job_folder
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.feedback import cancel_flag, event_sink
from sentinel_toolkit.processing.guard import as_qgis_error
from sentinel_toolkit.runtime import environment, installer

if TYPE_CHECKING:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputDefinition,
        QgsProcessingParameterDefinition,
    )

translate = QCoreApplication.translate


class SetUpEnvironment(ToolkitAlgorithm):
    """Make the worker's environment."""

    JOB = "set_up_environment"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Set up environment")

    def group(self) -> str:
        return translate("SentinelToolkit", "Set-up")

    def tags(self) -> list[str]:
        return translate("SentinelToolkit", "install,environment,dependencies,python,repair").split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Installs the libraries that the other algorithms work with. Needed once.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Makes a Python environment of the plugin's own from the Python Package Index (or the index that pip is "
            "configured with): about 220 MB to download and 680 MB on disk, each package checked against its known "
            "hash.\n\nQGIS's own Python is not changed. On Linux QGIS's interpreter is used; on Windows uv fetches one "
            "from the Python standalone builds on GitHub. Proxy and certificates are those of QGIS.\n\n"
            "It is made in one piece: cancelled or failed, the one in use stays as it was.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        return (
            described(
                QgsProcessingParameterBoolean("REBUILD", translate("SentinelToolkit", "Make it anew"), False),
                translate(
                    "SentinelToolkit", "Replaces an environment that is there but does not work. Off by default."
                ),
            ),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputFolder("FOLDER", translate("SentinelToolkit", "Folder of the environment")),
            QgsProcessingOutputString("PYTHON", translate("SentinelToolkit", "Its interpreter")),
        )

    def canExecute(self) -> tuple[bool, str]:
        return True, ""

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with as_qgis_error():
            rebuild = self.parameterAsBoolean(parameters, "REBUILD", context)
            report = Report(event_sink(feedback), cancel_flag(feedback))
            try:
                with job_folder(feedback) as folder:
                    variables = {**self.proxy, **network.certificate_variables(folder)}
                    made = installer.install(report, variables, rebuild)
            except JobCancelled:
                return {}
        return {"FOLDER": str(made), "PYTHON": str(environment.interpreter_in(made))}
