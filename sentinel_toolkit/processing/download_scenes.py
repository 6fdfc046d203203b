"""Download scenes: parameters → request, and the two tables → layers."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.catalogue import DownloadScenesRequest
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.processing import aoi, destinations, scene_rows, tables
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.credentials import auth_parameter
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputDefinition,
        QgsProcessingParameterDefinition,
    )

    from sentinel_toolkit.contract.catalogue import DownloadScenesResult

translate = QCoreApplication.translate


class DownloadScenes(ToolkitAlgorithm):
    """Fetch the files of scenes."""

    JOB = "download_scenes"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Download scenes")

    def group(self) -> str:
        return translate("SentinelToolkit", "Catalogue")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit", "sentinel-2,sentinel-3,copernicus,cdse,download,fetch,band,product,resume,SAFE,COG"
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Fetches the files of scenes: the bands you need, verified, resumable.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Takes any part of a scenes layer and fetches the files that you name into one folder. What is complete is "
            "never fetched again, and what was interrupted goes on where it stopped: run the same job again.\n\n"
            "From CDSE whole products or single files are fetched, with your account; from Earth Search and Planetary "
            "Computer only the part of each band that lies in the area.\n\n"
            "The layer of complete scenes is what the other algorithms take. The table has a row for each file, with "
            "its checksum test and what went wrong; give it to this algorithm as Scenes to fetch only what failed.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        return (
            described(
                shared.scenes_parameter(),
                translate(
                    "SentinelToolkit",
                    "Output of Search scenes or of a search for pairs, or any part of it; or the table of an earlier "
                    "download, of which only what failed is fetched.",
                ),
            ),
            shared.text(
                "ASSETS",
                translate("SentinelToolkit", "Bands or files"),
                translate(
                    "SentinelToolkit",
                    "With commas, e.g. B04,B08,SCL; product means the whole product. Empty: what the other algorithms "
                    "need (B02,B03,B04,B08,SCL of L2A, the product of L1C, temperature and flags of Sentinel-3).",
                ),
            ),
            *aoi.area_parameters(
                translate(
                    "SentinelToolkit",
                    "Scenes outside are left out, and cloud-optimised GeoTIFFs are cut to it; ESA's own files stay "
                    "whole.",
                )
            ),
            auth_parameter(
                translate("SentinelToolkit", "Login at CDSE"),
                translate(
                    "SentinelToolkit",
                    "Authentication configuration (Basic) with user name and password of your CDSE account. Other "
                    "sources need none.",
                ),
            ),
            *_advanced_parameters(),
            *_destinations(),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("DOWNLOADED", translate("SentinelToolkit", "Files downloaded")),
            QgsProcessingOutputNumber("SKIPPED", translate("SentinelToolkit", "Files that were here already")),
            QgsProcessingOutputNumber("FAILED", translate("SentinelToolkit", "Files that failed")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        _check_destinations(parameters, context)
        if not re.fullmatch(r"(\d{6,8})?", self._code(parameters, context)):
            raise InvalidRequestError("TOTP is no one-time code.", "Write the digits that your authenticator shows.")
        folder = destinations.destination_text(parameters, "OUTPUT_FOLDER", context) or "temporary"
        DownloadScenesRequest(output_folder=folder, **self._fields(parameters, context))

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> DownloadScenesRequest:
        """Return the request that the parameters ask for."""
        _check_destinations(parameters, context)
        destinations.prove_destinations(self, parameters, context, _TABLES, ("INPUT", "AOI"))
        return DownloadScenesRequest(
            scenes_path=scene_rows.write_orders(self, parameters, context, os.path.join(folder, "orders.jsonl")),
            table_path=os.path.join(folder, "files.jsonl"),
            scenes_table_path=os.path.join(folder, "scenes.jsonl"),
            output_folder=os.path.abspath(self.parameterAsString(parameters, "OUTPUT_FOLDER", context)),
            timeout_s=self.timeout_s,
            **self._fields(parameters, context),
            **aoi.area_fields(self, parameters, context),
        )

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the fields of the request but for the files and the area."""
        words = self.parameterAsString(parameters, "ASSETS", context).split(",")
        return {
            "assets": tuple(word.strip() for word in words if word.strip()),
            "connections": self.parameterAsInt(parameters, "CONNECTIONS", context),
        }

    def _code(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return "".join(self.parameterAsString(parameters, "TOTP", context).split())

    def read_in_main_thread(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read what only the main thread may read, and warn of a folder that QGIS will delete."""
        super().read_in_main_thread(parameters, context, feedback)
        if self.login:
            self.login["totp"] = self._code(parameters, context)
        given = destinations.destination_text(parameters, "OUTPUT_FOLDER", context)
        if given in ("", QgsProcessing.TEMPORARY_OUTPUT):
            feedback.pushWarning(
                translate("SentinelToolkit", "The files go to a temporary folder: QGIS deletes it when it closes.")
            )

    def cancelled_text(self) -> str:
        return translate(
            "SentinelToolkit", "Cancelled. What is complete is kept; run again to go on where this run stopped."
        )

    def rescue(self, request: DownloadScenesRequest, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Keep the table of files of a job in which all failed: it says why."""
        if os.path.exists(request.table_path):
            tables.stream(self, "OUTPUT", tables.DOWNLOADS, request.table_path, parameters, context)

    def results(
        self, result: DownloadScenesResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Stream both tables into their sinks and return the outputs."""
        counts = {"DOWNLOADED": result.downloaded, "SKIPPED": result.skipped, "FAILED": result.failed}
        table_paths = {"SCENES": result.scenes_table_path, "OUTPUT": result.table_path}
        layers = {
            name: tables.stream(self, name, kind, table_paths[name], parameters, context)
            for name, kind in _TABLES.items()
        }
        return {"OUTPUT_FOLDER": result.output_folder, **layers, **counts}


_TABLES = {"OUTPUT": tables.DOWNLOADS, "SCENES": tables.SCENES}


def _check_destinations(parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Refuse formats that cannot hold a table, and two tables (with the styles beside them) of one name."""
    for name, kind in _TABLES.items():
        destinations.check_vector_suffix(parameters, name, context, kind.suffixes)
    places = [destinations.destination_text(parameters, name, context) for name in _TABLES]
    stems = [os.path.splitext(os.path.normcase(os.path.abspath(place)))[0] for place in places]
    if all(os.path.splitext(place)[1] for place in places) and stems[0] == stems[1]:
        raise InvalidRequestError(
            f"SCENES and OUTPUT are both called {os.path.basename(stems[0])!r}.", "Give them different names."
        )


def _advanced_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    return (
        shared.text(
            "TOTP",
            translate("SentinelToolkit", "One-time code"),
            translate(
                "SentinelToolkit",
                "The six digits that your authenticator shows, where your CDSE account asks for them. Works once.",
            ),
            advanced=True,
        ),
        shared.number(
            "CONNECTIONS",
            translate("SentinelToolkit", "Connections"),
            4,
            translate("SentinelToolkit", "Files fetched at the same time, 1-4: CDSE refuses more than four."),
            low=1,
            high=4,
            kind=shared.INTEGER,
            advanced=True,
        ),
    )


def _destinations() -> tuple[QgsProcessingParameterDefinition, ...]:
    scenes = QgsProcessingParameterFeatureSink(
        "SCENES",
        translate("SentinelToolkit", "Complete scenes"),
        QgsProcessing.SourceType.VectorPolygon,
        optional=True,
        createByDefault=True,
    )
    table = QgsProcessingParameterFeatureSink(
        "OUTPUT",
        translate("SentinelToolkit", "Table of files"),
        QgsProcessing.SourceType.Vector,
        optional=True,
        createByDefault=True,
    )
    return (
        described(
            QgsProcessingParameterFolderDestination(
                "OUTPUT_FOLDER", translate("SentinelToolkit", "Folder for the files")
            ),
            translate("SentinelToolkit", "Each scene gets a folder in it. Use the same one again to go on or to add."),
        ),
        described(
            scenes,
            translate(
                "SentinelToolkit",
                "Layer of the scenes of which every file is here (gpkg, geojson or fgb), for the other algorithms.",
            ),
        ),
        described(
            table,
            translate(
                "SentinelToolkit",
                "One row for each file (gpkg, geojson, fgb or csv): address, bytes, checksum test, attempts, error.",
            ),
        ),
    )
