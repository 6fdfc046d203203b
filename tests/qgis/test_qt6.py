"""QGIS 4 runs on Qt 6, and no Debian has it: QGIS's side runs under PyQt6, in a stand-in made of the QGIS that is here."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import qgis_api

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sentinel_toolkit"
sys.path.insert(0, str(ROOT / "scripts"))
import environments

# One thing a line that Qt 6 or QGIS 4.2 has no more, and a word of what is said of it.
GONE = {
    "from qgis.gui import QgsProcessingAlgorithmDialogBase": "qgis.gui has no QgsProcessingAlgorithmDialogBase",
    "from qgis.PyQt.QtCore import QRegExp": "qgis.PyQt.QtCore has no QRegExp",
    "side = Qt.AlignLeft": "no AlignLeft",
    "level = Qgis.Warning": "no Warning",
    "kind = QgsProcessingParameterNumber.Double": "no Double",
    "mode = QgsFileWidget.GetDirectory": "no GetDirectory",
    "level = Qgis.MessageLevel.Loud": "no Loud",
    "dialog.exec_()": ".exec_",
    "box.activatedInt.connect(print)": ".activatedInt: no such signal",
}
KEPT = """
from qgis.core import Qgis, QgsProcessingParameterNumber
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QDialog
side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
levels = Qgis.MessageLevel.Warning, QgsProcessingParameterNumber.Type.Double, QgsFileWidget.StorageMode.GetDirectory
QDialog().finished.connect(print)
QDialog().exec()
"""


@pytest.fixture(scope="module")
def walk(qgis_app, tmp_path_factory):
    """Return a function that runs the walk and returns its report."""
    files = [file for file in PACKAGE.rglob("*.py") if "core" not in file.parts]
    words = set(re.findall(r"\w+", KEPT.join(file.read_text("utf-8") for file in files)))
    api = tmp_path_factory.mktemp("api") / "api.json"
    api.write_text(json.dumps(qgis_api.read_api(words)))

    def run(*files):
        done = subprocess.run(
            [environments.python_of("lint"), "-I", str(Path(__file__).with_name("qt6_walk.py")), str(api), *files],
            capture_output=True,
            text=True,
            env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": str(api.parent)},
            timeout=100,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    return run


def test_the_interface_lives_on_qt_6_in_a_qgis_4_2(walk):
    """All modules load, all widgets are made, shown and painted, and the plugin comes and goes."""
    report = walk()
    assert not report["wrong"]
    assert not report["failures"]
    rooms = [file for room in ("gui", "processing") for file in (PACKAGE / room).glob("[!_]*.py")]
    assert {f"sentinel_toolkit.{file.parent.name}.{file.stem}" for file in rooms} < set(report["modules"])
    ours = set()
    for file in (PACKAGE / "gui").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(re.match("Qg?s?", ast.unparse(base)) for base in node.bases):
                ours.add(node.name)
    assert len(ours) > 10
    assert ours - set(report["made"]) == {"SayingFeedback"}  # a part of the task


def test_the_walk_sees_what_is_gone(walk, tmp_path):
    head = "\n".join(line for line in KEPT.splitlines() if " import " in line)
    bad = tmp_path / "bad.py"
    bad.write_text("\n".join([head, *GONE]))
    first = head.count("\n") + 2
    said = walk(str(bad))
    assert len(said) == len(GONE)
    for number, words in enumerate(GONE.values()):
        assert any(text.startswith(f"bad.py:{first + number}: ") and words in text for text in said), (words, said)
    good = tmp_path / "good.py"
    good.write_text(KEPT)
    assert walk(str(good)) == []
