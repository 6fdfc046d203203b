"""Write the models of the tests with QGIS's own classes: run it with the system's Python after a change of interface."""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
)

application = QgsApplication([], False)
application.initQgis()
sys.path.append("/usr/share/qgis/python/plugins")
from processing.core.Processing import Processing

Processing.initialize()
from sentinel_toolkit.processing.provider import SentinelToolkitProvider

provider = SentinelToolkitProvider()
QgsApplication.processingRegistry().addProvider(provider)

Source = QgsProcessingModelChildParameterSource


def child(identifier, algorithm, **sources):
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(identifier)
    for name, source in sources.items():
        step.addParameterSources(name, [source])
    return step


def with_output(step, name, child_output):
    output = QgsProcessingModelOutput(name, name)
    output.setChildOutputName(child_output)
    output.setChildId(step.childId())
    step.setModelOutputs({name: output})
    return step


def write(name, parameters, *steps):
    model = QgsProcessingModelAlgorithm(name, "tests")
    for parameter in parameters:
        model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    for step in steps:
        model.addChildAlgorithm(step)
    assert model.toFile(str(Path(__file__).with_name(f"{name}.model3")))


def filtered():
    return child(
        "filter",
        "native:extractbyexpression",
        INPUT=Source.fromChildOutput("search", "OUTPUT"),
        EXPRESSION=Source.fromStaticValue('"cloud" < 10'),
    )


def composite(scenes):
    step = child(
        "composite",
        "sentinel_toolkit:median_composite",
        INPUT=scenes,
        BANDS=Source.fromStaticValue("B04"),
        RESOLUTION=Source.fromStaticValue(60),
    )
    return with_output(step, "composite", "OUTPUT")


write(
    "search_and_composite",
    [QgsProcessingParameterFile("folder", "Folder", QgsProcessingParameterFile.Behavior.Folder)],
    child(
        "search",
        "sentinel_toolkit:search_scenes",
        SOURCE=Source.fromStaticValue("folder"),
        FOLDER=Source.fromModelParameter("folder"),
    ),
    filtered(),
    composite(Source.fromChildOutput("filter", "OUTPUT")),
)
download = child(
    "download",
    "sentinel_toolkit:download_scenes",
    INPUT=Source.fromChildOutput("filter", "OUTPUT"),
    ASSETS=Source.fromStaticValue("B04,SCL"),
    AUTH=Source.fromModelParameter("login"),
)
write(
    "download_and_composite",
    [
        QgsProcessingParameterEnum("source", "Source", ["cdse", "cdse_odata"], False, "cdse", usesStaticStrings=True),
        QgsProcessingParameterExtent("extent", "Extent"),
        QgsProcessingParameterAuthConfig("login", "Login"),
    ],
    child(
        "search",
        "sentinel_toolkit:search_scenes",
        SOURCE=Source.fromModelParameter("source"),
        EXTENT=Source.fromModelParameter("extent"),
        START=Source.fromStaticValue("2021-09-01"),
        END=Source.fromStaticValue("2022-07-31"),
    ),
    filtered(),
    with_output(download, "folder", "OUTPUT_FOLDER"),
    composite(Source.fromChildOutput("download", "SCENES")),
)
