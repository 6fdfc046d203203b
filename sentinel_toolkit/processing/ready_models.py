"""Ready models: chains of our algorithms, in the toolbox beside them, run as they are or taken further in the designer.

They are built here rather than read from files, so that their labels are those of the algorithms, in the user's
language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication, QPointF
from qgis.PyQt.QtGui import QIcon

from sentinel_toolkit.processing.definitions import icon_path, page_url
from sentinel_toolkit.processing.dialogs import speaking_dialog
from sentinel_toolkit.processing.guard import or_else

if TYPE_CHECKING:
    from typing import Self

    from qgis.core import QgsProcessingProvider
    from qgis.PyQt.QtWidgets import QWidget

translate = QCoreApplication.translate
PAGE = "ready_models"
STEP_X, STEP_Y, COLUMN = 260, 110, 5  # pixels of the designer's canvas; parameters in a row


@dataclass(frozen=True)
class Step:
    """One algorithm of a model."""

    job: str
    name: str
    asked: tuple[str, ...] = ()
    """Parameters of the algorithm that the model asks for; those of one name are asked for once."""
    fixed: dict[str, str] = field(default_factory=dict)
    """Parameter → value."""
    linked: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Parameter → (step, output)."""
    results: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Output → (name of the model's own, label)."""


class ReadyModel(QgsProcessingModelAlgorithm):
    """A model of the toolkit; a subclass sets ``NAME`` and answers texts and steps."""

    NAME = ""

    def __init__(self, provider: QgsProcessingProvider) -> None:
        super().__init__()
        self._provider = provider
        self.setName(self.NAME)
        self._asked: dict[str, QgsProcessingModelParameter] = {}
        for row, step in enumerate(self.steps()):
            self._add(step, row)
        texts = {"SHORT_DESCRIPTION": self.shortDescription(), "ALG_DESC": self.shortHelpString()}
        self.setHelpContent(texts)  # qgis_process and a copy in the designer read these
        for name, label in [result for step in self.steps() for result in step.results.values()]:
            self.parameterDefinition(name).setDescription(label)

    def createInstance(self) -> Self:
        return type(self)(self._provider)

    def displayName(self) -> str:
        return self.title()

    def groupId(self) -> str:
        return "models"

    def group(self) -> str:
        return translate("SentinelToolkit", "Ready models")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return icon_path(PAGE)

    @or_else(lambda _words: None)  # QGIS's own dialog then
    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget | None:
        return speaking_dialog(self, parent)

    @or_else(lambda _words: "")
    def helpUrl(self) -> str:
        return page_url(PAGE)

    @or_else(str)
    def shortHelpString(self) -> str:
        chain = " → ".join(self._provider.algorithm(step.job).displayName() for step in self.steps())
        explained = translate(
            "SentinelToolkit", "A model to use as it is, or to take further: right-click, Open in model designer."
        )
        return f"{self.shortDescription()}\n\n{chain}\n\n{explained}"

    def tags(self) -> list[str]:
        return translate("SentinelToolkit", "model,chain,workflow,sentinel-2,sentinel-3,copernicus").split(",")

    def _add(self, step: Step, row: int) -> None:
        child = QgsProcessingModelChildAlgorithm(f"{self._provider.id()}:{step.job}")
        leaf = self._provider.algorithm(step.job)
        child.setChildId(step.name)
        child.setDescription(leaf.displayName())
        child.setPosition(QPointF(STEP_X * 2, STEP_Y * (4 + 2 * row)))
        source = QgsProcessingModelChildParameterSource
        for name in step.asked:
            if name not in self._asked:
                self._ask(leaf.parameterDefinition(name).clone(), is_needed=name == "FOLDER" and "SOURCE" in step.fixed)
            child.addParameterSources(name, [source.fromModelParameter(name)])
        for name, value in step.fixed.items():
            child.addParameterSources(name, [source.fromStaticValue(value)])
        for name, origin in step.linked.items():
            child.addParameterSources(name, [source.fromChildOutput(*origin)])
        outputs = {}
        for number, (name, (own, _label)) in enumerate(step.results.items()):
            output = QgsProcessingModelOutput(own, own)  # QGIS makes the parameter's name of the description
            output.setChildId(step.name)
            output.setChildOutputName(name)
            output.setPosition(QPointF(STEP_X * (3.2 + number), STEP_Y * (4.7 + 2 * row)))
            outputs[name] = output
        child.setModelOutputs(outputs)
        self.addChildAlgorithm(child)

    def _ask(self, definition: QgsProcessingParameterDefinition, is_needed: bool) -> None:
        if is_needed:
            definition.setDescription(translate("SentinelToolkit", "Folder with the scenes"))
            definition.setFlags(definition.flags() & ~QgsProcessingParameterDefinition.Flag.FlagOptional)
        place = len(self._asked)
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(STEP_X * (place % COLUMN + 0.6), STEP_Y * (place // COLUMN + 1)))
        self._asked[definition.name()] = component
        self.addModelParameter(definition, component)


SEARCHED = ("SOURCE", "FOLDER", "AOI", "EXTENT", "START", "END", "MAX_CLOUD")
AREA = ("AOI", "EXTENT")
FOUND = {"INPUT": ("search", "OUTPUT")}


class SearchAndComposite(ReadyModel):
    """Search → composite."""

    NAME = "search_and_composite"

    def title(self) -> str:
        return translate("SentinelToolkit", "Search and composite")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Finds the scenes of an area and makes one cloud-free image of them.")

    def steps(self) -> tuple[Step, ...]:
        results = {"OUTPUT": ("composite", translate("SentinelToolkit", "Composite"))}
        return (
            Step("search_scenes", "search", SEARCHED),
            Step("median_composite", "composite", (*AREA, "BANDS", "RESOLUTION"), linked=FOUND, results=results),
        )


class SearchAndMonthlySeries(ReadyModel):
    """Search → a composite of each month."""

    NAME = "search_and_monthly_series"

    def title(self) -> str:
        return translate("SentinelToolkit", "Search and monthly series")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Finds the scenes of an area and makes a cloud-free image of each month.")

    def steps(self) -> tuple[Step, ...]:
        results = {"OUTPUT_FOLDER": ("folder", translate("SentinelToolkit", "Folder of the series"))}
        asked, fixed = (*AREA, "BANDS", "RESOLUTION"), {"PERIOD": "month"}
        return (
            Step("search_scenes", "search", SEARCHED),
            Step("composite_series", "series", asked, fixed, FOUND, results),
        )


class SearchAndAnimation(ReadyModel):
    """Search → animation."""

    NAME = "search_and_animation"

    def title(self) -> str:
        return translate("SentinelToolkit", "Search and animation")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Finds the scenes of an area and animates its NDVI.")

    def steps(self) -> tuple[Step, ...]:
        results = {"OUTPUT": ("animation", translate("SentinelToolkit", "Animation"))}
        return (
            Step("search_scenes", "search", SEARCHED),
            Step("ndvi_animation", "animation", (*AREA, "INDEX", "PERIOD", "TITLE"), linked=FOUND, results=results),
        )


class PairAndSharpen(ReadyModel):
    """Pairs of downloaded scenes → sharpened temperature of the best one."""

    NAME = "pair_and_sharpen"

    def title(self) -> str:
        return translate("SentinelToolkit", "Pair and sharpen")

    def shortDescription(self) -> str:
        return translate(
            "SentinelToolkit",
            "Pairs the Sentinel-2 and Sentinel-3 scenes of a folder and sharpens the temperature of the best pair.",
        )

    def steps(self) -> tuple[Step, ...]:
        asked = ("FOLDER", "AOI", "EXTENT", "START", "END")
        results = {
            "OUTPUT": ("temperature", translate("SentinelToolkit", "Sharpened temperature")),
            "OUTPUT_HTML": ("report", translate("SentinelToolkit", "Report")),
        }
        scenes = {"FINE": ("fine", "OUTPUT"), "COARSE": ("coarse", "OUTPUT")}
        folder = {"SOURCE": "folder"}
        return (
            Step("search_scenes", "fine", asked, {**folder, "PRODUCT": "sentinel-2-l2a"}),
            Step("search_scenes", "coarse", asked, {**folder, "PRODUCT": "sentinel-3-lst"}),
            Step("find_scene_pairs", "pairs", AREA, linked=scenes),
            Step("thermal_sharpening", "sharpen", AREA, {}, {"PAIRS": ("pairs", "OUTPUT")}, results),
        )


MODELS = (SearchAndComposite, SearchAndMonthlySeries, SearchAndAnimation, PairAndSharpen)
