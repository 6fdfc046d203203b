"""The shell: loads fast, touches no network, leaves nothing behind, says what is missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsSettings

from sentinel_toolkit.runtime import environment
from sentinel_toolkit.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def no_environment(monkeypatch, tmp_path):
    monkeypatch.delenv("SENTINEL_TOOLKIT_PYTHON", raising=False)
    monkeypatch.setenv("SENTINEL_TOOLKIT_DATA", str(tmp_path))


@pytest.mark.parametrize("job", ["search_scenes", "median_composite", "stack_bands"])
def test_without_environment_every_algorithm_says_so(provider, no_environment, job, tmp_path):
    algorithm = provider.algorithm(job).create()
    can, why = algorithm.canExecute()
    assert not can
    assert why == "The worker environment is not installed. Run the algorithm “Set up environment” once."
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    algorithm.prepareAlgorithm({}, context, feedback)
    with pytest.raises(QgsProcessingException, match="not installed"):
        algorithm.processAlgorithm({}, context, feedback)
    assert provider.algorithm("set_up_environment").canExecute()[0]


def test_without_environment_the_provider_warns(provider, no_environment):
    assert "not installed" in provider.warningMessage()


def test_damaged_environment_is_called_damaged(no_environment):
    folder = environment.environment_folder()
    folder.mkdir(parents=True)
    (folder / environment.STAMP).write_text("{")
    assert environment.find_problem(folder) == "damaged (its stamp cannot be read)"
    (folder / environment.STAMP).write_text("{}")
    assert environment.find_problem(folder) == "damaged (its interpreter is gone)"


def test_settings_survive(qgis_app):
    Settings(interpreter="/opt/python", threads=3).save()
    assert Settings.load() == Settings("/opt/python", 3)
    QgsSettings().remove("sentinel_toolkit")
    assert Settings.load() == Settings()


IMPORT = """
import json, socket, sys, time
sys.path.insert(0, {root!r})
def refuse(*arguments): raise AssertionError("network at import")
socket.socket.connect = refuse
begun = time.process_time()  # what else the machine does is not ours
import qgis.core, qgis.gui, qgis.PyQt.QtWidgets, qgis.PyQt.QtNetwork
known = set(sys.modules)
started = time.process_time()
import sentinel_toolkit.plugin
seconds = time.process_time() - started
print(json.dumps([seconds / (started - begun), seconds, sorted(set(sys.modules) - known)]))
"""


def test_importing_the_plugin_is_quick_and_pure():
    """A fifth of what QGIS's own modules take at most (50 ms of a desk machine), no network, and nothing compiled."""
    best, modules = 9.0, []
    for _ in range(3):
        code = IMPORT.format(root=str(ROOT))
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        share, seconds, modules = json.loads(done.stdout.splitlines()[-1])
        print(f"{seconds * 1000:.0f} ms, {share:.2f} of QGIS's own")
        best = min(best, share)
    assert best < 0.2
    foreign = [
        name
        for name in modules
        if name.split(".")[0] not in sys.stdlib_module_names | {"sentinel_toolkit", "qgis", "PyQt5", "PyQt6"}
    ]
    assert not foreign
