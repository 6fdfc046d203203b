"""The one run loop of all algorithms. A leaf answers one question: parameters → request."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingAlgorithm
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from sentinel_toolkit.contract import staging
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.contract.targets import Source, refuse_streams
from sentinel_toolkit.processing import aoi, network
from sentinel_toolkit.processing.announcement import announce
from sentinel_toolkit.processing.arrivals import Arrivals
from sentinel_toolkit.processing.credentials import login_of
from sentinel_toolkit.processing.definitions import icon_path, page_url
from sentinel_toolkit.processing.dialogs import speaking_dialog
from sentinel_toolkit.processing.feedback import cancel_flag, event_sink, is_headless
from sentinel_toolkit.processing.guard import as_qgis_error, or_else
from sentinel_toolkit.processing.time_group import open_time_group
from sentinel_toolkit.processing.values import misspelt, refuse_values
from sentinel_toolkit.runtime.client import run_job
from sentinel_toolkit.runtime.environment import worker_interpreter
from sentinel_toolkit.runtime.installer import add_extras
from sentinel_toolkit.runtime.jobs_at_work import at_work
from sentinel_toolkit.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputDefinition
    from qgis.PyQt.QtWidgets import QWidget

translate = QCoreApplication.translate
_FILE_TYPES = ("source", "file", "raster", "vector", "layer")  # of parameters whose text may be a path


class ToolkitAlgorithm(QgsProcessingAlgorithm):
    """What all algorithms share: names from the table, help, icon, and how a job is run and its failure told.

    A leaf sets ``JOB`` and declares its parameters in ``parameters()``; it answers ``request(parameters, context,
    folder)`` and ``results(result, parameters, context)``.
    """

    JOB = ""

    # Read in the main thread, before the work; a leaf may add to them.
    settings: Settings
    proxy: dict[str, str]
    timeout_s: float
    login: dict[str, Any]
    is_group_opened: bool
    group_file: str
    """Of layers that a leaf has written, to be opened at the end; empty: none."""
    place: str
    """The name of the area's layer; empty without one."""
    arrivals: Arrivals
    _outputs: dict[str, Any]

    def createInstance(self) -> Self:
        return type(self)()

    def name(self) -> str:
        return self.JOB

    def groupId(self) -> str:
        return JOBS[self.JOB].group

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return icon_path(self.JOB)

    @or_else(lambda _words: "")
    def helpUrl(self) -> str:
        return page_url(self.JOB)

    @or_else(lambda _words: None)
    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in self.parameters():
            self.addParameter(parameter)
        for output in self.extra_outputs():
            self.addOutput(output)

    @or_else(lambda _words: None)  # QGIS's own dialog then
    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget | None:
        return speaking_dialog(self, parent)

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        """Return outputs beside the destinations."""
        return ()

    def canExecute(self) -> tuple[bool, str]:
        problem = environment_problem()
        return not problem, problem

    @or_else(lambda words: (False, words))
    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what can be refused before any work: the dialog shows it beside the parameters."""
        refuse_streams(self._named_files(parameters))  # first: QGIS opens layers, and would wait for ever
        refuse_values(self.parameterDefinitions(), parameters, context)
        ok, message = super().checkParameterValues(parameters, context)
        if ok:
            self.check(parameters, context)
        return ok, message

    def _named_files(self, parameters: dict[str, Any]) -> Iterator[Source]:
        """Yield what the inputs name, where they name files by texts."""
        for definition in self.parameterDefinitions():
            values = parameters.get(definition.name())
            for value in values if isinstance(values, (list, tuple)) else (values,):
                if isinstance(value, str) and value and not definition.isDestination():
                    yield Source(definition.name(), value.partition("|")[0])

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise InvalidRequestError if the parameters cannot make a request; a leaf says how."""

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read what only the main thread may read."""
        with as_qgis_error():
            self.read_in_main_thread(parameters, context, feedback)
        return True

    def read_in_main_thread(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read what only the main thread may read; a leaf adds to it."""
        self.settings = Settings.load()
        self.proxy = network.proxy_variables()
        self.timeout_s = network.timeout_s()
        self.login, self.group_file = {}, ""
        self.place, self._outputs = aoi.place_of(self, parameters, context), {}
        self.arrivals = Arrivals(self, self.place)
        self.is_group_opened = bool(self.parameterDefinition("LOAD")) and self.parameterAsBoolean(
            parameters, "LOAD", context
        )
        if self.parameterDefinition("AUTH") is not None:
            self.login = login_of(self.parameterAsString(parameters, "AUTH", context))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with as_qgis_error():
            for text in misspelt(parameters, [each.name() for each in self.parameterDefinitions()]):
                feedback.pushWarning(text)
            try:
                with job_folder(feedback) as folder:
                    return self._run(parameters, context, feedback, folder)
            except Exception:
                self._forget_outputs(parameters, context)
                raise

    def _run(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, folder: str
    ) -> dict[str, Any]:
        interpreter = worker_interpreter(self.settings.interpreter)  # first: nothing else helps without it
        request = self.request(parameters, context, folder)
        variables = network.certificate_variables(folder, interpreter)
        secrets = {"variables": self.proxy, "login": self.login}
        sink, is_cancelled = event_sink(feedback), cancel_flag(feedback)
        try:
            add_extras(request.extras, interpreter, Report(sink, is_cancelled), {**self.proxy, **variables})
            with at_work(self.JOB, interpreter):
                result = run_job(JOBS[self.JOB], request, interpreter, sink, is_cancelled, secrets, variables)
        except JobCancelled:
            result = None
        except ToolkitError:
            self.rescue(request, parameters, context)
            raise
        if result is None:
            self._forget_outputs(parameters, context)
            feedback.pushInfo(self.cancelled_text())
            return {}
        outputs = self.results(result, parameters, context)
        for name, place in outputs.items():
            self._expect(name, place, context)
        self._outputs = outputs
        return outputs

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Open the group of layers that a leaf named in ``group_file``, and announce what no map shows."""
        with as_qgis_error():
            said = []
            if self.group_file and self.is_group_opened and context.project() and not is_headless():
                said.append(open_time_group(self.group_file, context.project()))
            what, path = self._worth_opening()
            if path:
                said.insert(0, translate("SentinelToolkit", "{what} ready").format(what=what))
            if said:
                announce(" · ".join(said), path)
        return {}

    def _worth_opening(self) -> tuple[str, str]:
        """Return name and path of what no map shows: the first file, or else the folder of a group."""
        made = [each for each in self.destinationParameterDefinitions() if self._outputs.get(each.name())]
        found = [(each.description(), each.name()) for each in made if each.type() == "fileDestination"]
        if self.group_file:
            found += [(self.displayName(), each.name()) for each in made if each.type() == "folderDestination"]
        return next(((what, str(self._outputs[name])) for what, name in found), ("", ""))

    def rescue(self, request: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> None:  # noqa: ANN401 (the leaf's own)
        """Keep what a failed job left for its user; a leaf says what."""

    def cancelled_text(self) -> str:
        """Return what the user should know of a job that was stopped."""
        return translate("SentinelToolkit", "Cancelled: nothing was written.")

    def _forget_outputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take our outputs off the list of layers to load: QGIS would complain of each that is missing."""
        ours = {d.name() for d in self.destinationParameterDefinitions()}
        layers = context.layersToLoadOnCompletion()
        kept = {key: details for key, details in layers.items() if details.outputName not in ours}
        context.setLayersToLoadOnCompletion(kept)

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what an output is, in the name of its layer; a leaf may say it better."""
        return self.parameterDefinition(output).description()

    def load_raster(self, name: str, path: str, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Let QGIS load a raster from where it is, with its style and a name that tells."""
        self._expect(name, path, context)
        self.arrivals.add_raster(name, path, self.what(name, parameters, context), context)

    def _expect(self, name: str, path: object, context: QgsProcessingContext) -> None:
        """Let QGIS load an output from where it is: an older file of the name that was meant may still be there."""
        layers = context.layersToLoadOnCompletion()
        meant = [key for key, details in layers.items() if details.outputName == name and key != path]
        if meant and path not in layers:
            layers[path] = layers.pop(meant[0])
            context.setLayersToLoadOnCompletion(layers)

    def repeat_with(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the JSON that repeats this run: the input of ``qgis_process run <id> -``."""
        defaults = {d.name(): d.defaultValue() for d in self.parameterDefinitions() if d.defaultValue() is not None}
        request = self.asMap({**defaults, **parameters}, context)
        inputs = {name: self._absolute(name, value) for name, value in request["inputs"].items()}
        return json.dumps({**request, "inputs": inputs}, default=str)

    def _absolute(self, name: str, value: object) -> object:
        """Return a relative path absolute, so that the request means the same from any folder."""
        definition = self.parameterDefinition(name)
        if not isinstance(value, str) or definition is None or value in ("", QgsProcessing.TEMPORARY_OUTPUT):
            return value
        is_target = definition.isDestination() and not value.startswith(("memory:", "ogr:", "postgis:", "s3:"))
        is_file = definition.type() in _FILE_TYPES and os.path.exists(value.split("|")[0])
        return os.path.abspath(value) if is_target or is_file else value


@or_else(str)
def environment_problem() -> str:
    """Return why no job can run now, or an empty text."""
    worker_interpreter(Settings.load().interpreter)
    return ""


@contextmanager
def job_folder(feedback: QgsProcessingFeedback) -> Iterator[str]:
    """Give a folder for the files between the two processes; what cannot be removed afterwards is only told.

    Its name holds our process id, so that the next job can sweep what a killed QGIS left.
    """
    parent = Path(tempfile.gettempdir())
    staging.sweep(parent)
    folder = Path(tempfile.mkdtemp(dir=parent, prefix=".sentinel-toolkit-", suffix=f".part-{os.getpid()}"))
    try:
        staging.mark(folder)
        yield str(folder)
    finally:
        staging.discard(folder)
        if folder.exists():
            text = translate("SentinelToolkit", "The temporary folder {folder} could not be deleted.")
            feedback.pushWarning(text.format(folder=folder))
