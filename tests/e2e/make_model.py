"""Write search_and_composite.model3 with QGIS's own classes: run it with the system's Python after a change of interface."""

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
model = QgsProcessingModelAlgorithm("search_and_composite", "tests")
parameter = QgsProcessingParameterFile("folder", "Folder", QgsProcessingParameterFile.Behavior.Folder)
model.addModelParameter(parameter, QgsProcessingModelParameter("folder"))


def child(identifier, algorithm, **sources):
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(identifier)
    for name, source in sources.items():
        step.addParameterSources(name, [source])
    return step


model.addChildAlgorithm(
    child(
        "search",
        "sentinel_toolkit:search_scenes",
        SOURCE=Source.fromStaticValue("folder"),
        FOLDER=Source.fromModelParameter("folder"),
    )
)
model.addChildAlgorithm(
    child(
        "filter",
        "native:extractbyexpression",
        INPUT=Source.fromChildOutput("search", "OUTPUT"),
        EXPRESSION=Source.fromStaticValue('"cloud" < 10'),
    )
)
composite = child(
    "composite",
    "sentinel_toolkit:median_composite",
    INPUT=Source.fromChildOutput("filter", "OUTPUT"),
    BANDS=Source.fromStaticValue("B04"),
    RESOLUTION=Source.fromStaticValue(60),
)
output = QgsProcessingModelOutput("composite", "composite")
output.setChildOutputName("OUTPUT")
output.setChildId("composite")
composite.setModelOutputs({"composite": output})
model.addChildAlgorithm(composite)
assert model.toFile(str(Path(__file__).with_name("search_and_composite.model3")))
