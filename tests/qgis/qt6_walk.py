"""Imports QGIS's side of the plugin under PyQt6, in a stand-in of QGIS 4.2, makes its widgets, and looks at its names.

    PYTHON_WITH_PYQT6 qt6_walk.py API.json [FILE ...]

The API is what ``qgis_api.py`` has read. Prints a report as JSON: the modules, the widgets, and what is wrong. Of files it
says only what is wrong in them.
"""

import ast
import enum
import functools
import importlib
import json
import pkgutil
import sys
import traceback
import types
from pathlib import Path

from PyQt6 import QtCore, QtGui, QtNetwork, QtWidgets, QtXml, sip

ROOT = Path(__file__).resolve().parents[2]
QT = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets, "QtNetwork": QtNetwork, "QtXml": QtXml, "sip": sip}
MOVED = ("QAction", "QActionGroup", "QShortcut", "QFileSystemModel")  # which QGIS offers in their old place, too
ANYTHING = {"QgsSettings.value": lambda _self, _key, default=None, *_more, **_named: default}
SIGNALS = (QtCore.pyqtSignal, QtCore.pyqtBoundSignal)
PLAIN = {"str": str, "int": int, "float": float, "bool": bool, "bytes": bytes}
stand_ins = {}


def make_result(text):
    """Return something of the type that a signature names; None where it names nothing that can be made."""
    text = text.strip()
    if text in PLAIN:
        return PLAIN[text]()
    outer, bracket, inner = text.partition("[")
    if bracket:
        inner = inner.rpartition("]")[0]
        made = {"Optional": lambda: make_result(inner), "Dict": dict}.get(outer, list)
        return made()
    kind = next((vars(module)[text] for module in QT.values() if text in vars(module)), None)
    try:
        kind = kind or functools.reduce(getattr, text.split(".")[1:], stand_ins[text.split(".")[0]])
        return next(iter(kind)) if isinstance(kind, enum.EnumMeta) else kind()
    except (KeyError, AttributeError, TypeError):
        return None


def make_method(name, returns):
    def method(*_arguments, **_named):  # of an instance or of the class
        return make_result(returns)

    method.__name__ = name
    return method


def begin_qt(self, *arguments, **_named):
    """Begin an instance of what is a Qt class in the end: with its parent, and without what only QGIS knows."""
    qt = next(kind for kind in type(self).__mro__ if kind.__module__.startswith("PyQt6"))
    wanted = QtWidgets.QWidget if issubclass(qt, QtWidgets.QWidget) else QtCore.QObject
    parents = [each for each in arguments if isinstance(each, wanted)] if issubclass(qt, QtCore.QObject) else []
    qt.__init__(self, *parents[-1:])


def begin(self, *arguments, **_named):
    if isinstance(self, Exception):
        self.args = arguments


def make_class(name, spec, classes):
    """Return the stand-in of a class, after those of its bases."""
    bases = []
    for module, base in spec.get("bases", []):
        if module.startswith("PyQt"):
            bases += [vars(part)[base] for part in QT.values() if base in vars(part)][:1]  # some moved
        elif base == "Exception":
            bases.append(Exception)
        elif base in classes and base not in (name, *stand_ins):
            bases.append(make_class(base, classes[base], classes))
        elif base in stand_ins:
            bases.append(stand_ins[base])
    is_qt = any(kind.__module__.startswith("PyQt6") for base in bases for kind in base.__mro__)
    content = {"__init__": begin_qt if is_qt else begin}
    for each, returns in spec.get("methods", {}).items():
        if not any(
            hasattr(kind, each) for base in bases for kind in base.__mro__ if kind.__module__.startswith("PyQt6")
        ):
            content[each] = make_method(each, returns)  # Qt calls its own, which have to do what they did
    content |= {each: ANYTHING[f"{name}.{each}"] for each in content if f"{name}.{each}" in ANYTHING}
    content |= {"__iter__": lambda _self: iter(())} if spec.get("is_iterable") else {}
    content |= spec.get("values", {})
    content |= {each: QtCore.pyqtSignal(*[object] * count) for each, count in spec.get("signals", {}).items()}
    content |= {each: enum.IntEnum(each, members) for each, members in spec.get("enums", {}).items()}
    content |= {each: make_class(f"{name}.{each}", inner, {}) for each, inner in spec.get("inside", {}).items()}
    made = types.new_class(name, tuple(bases), exec_body=lambda space: space.update(content))
    if "." not in name:
        stand_ins[name] = made
    return made


def put_in_place(api):
    """Put the stand-in of QGIS where an import finds it."""
    qgis = sys.modules["qgis"] = types.ModuleType("qgis")
    qgis.__path__ = []
    shim = sys.modules["qgis.PyQt"] = types.ModuleType("qgis.PyQt")
    shim.__path__ = []
    for name, module in QT.items():
        copy = types.ModuleType(f"qgis.PyQt.{name}")
        vars(copy).update({each: value for each, value in vars(module).items() if not each.startswith("__")})
        if name == "QtWidgets":
            vars(copy).update({each: vars(QtGui)[each] for each in MOVED})
        sys.modules[copy.__name__] = copy
        setattr(shim, name, copy)
    for name, content in api["qgis"].items():
        module = sys.modules[f"qgis.{name}"] = types.ModuleType(f"qgis.{name}")
        vars(module).update({each: make_method(each, "") if v is None else v for each, v in content["values"].items()})
        for each, spec in content["classes"].items():
            vars(module)[each] = stand_ins.get(each) or make_class(each, spec, content["classes"])
        setattr(qgis, name, module)


def import_all():
    """Import QGIS's side of the plugin; return the modules by their names."""
    names = ["sentinel_toolkit.plugin", "sentinel_toolkit.settings"]
    for room in ("gui", "processing"):
        files = pkgutil.iter_modules([str(ROOT / "sentinel_toolkit" / room)])
        names += [f"sentinel_toolkit.{room}.{each.name}" for each in files]
    return {name: importlib.import_module(name) for name in names}


def chains(tree):
    """Yield (first name, the attributes after it, node) of every dotted chain, the longest only."""
    inner = set()
    for node in ast.walk(tree):  # from outside to inside
        if not isinstance(node, ast.Attribute) or node in inner:
            continue
        parts, first = [], node
        while isinstance(first, ast.Attribute):
            inner.add(first)
            parts.insert(0, first.attr)
            first = first.value
        yield first.id if isinstance(first, ast.Name) else None, parts, node


def imported(tree):
    """Return what the imports of a module from QGIS and Qt name, those for the type checker too."""
    found, wrong = {}, []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "qgis":
            module = importlib.import_module(node.module)
            for each in node.names:
                if hasattr(module, each.name):
                    found[each.asname or each.name] = getattr(module, each.name)
                else:
                    wrong.append(f"{node.lineno}: {node.module} has no {each.name}")
    return found, wrong


def look_at(file, own_names, qt5_only):
    """Yield what a module says that this QGIS and Qt do not know: names, members of enums, signals."""
    tree = ast.parse(file.read_text("utf-8"))
    known, wrong = imported(tree)
    yield from wrong
    for first, parts, node in chains(tree):
        if first in known and isinstance(known[first], type):
            thing = known[first]
            for part in parts:
                if not hasattr(thing, part):
                    yield f"{node.lineno}: {first}.{'.'.join(parts)}: no {part}"
                    break
                thing = getattr(thing, part)
                if not isinstance(thing, (type, enum.Enum)):
                    break  # what a method returns is not known here
            continue
        for part in parts:
            if part in qt5_only and part not in own_names:
                yield f"{node.lineno}: .{part}: Qt 6 has no such name"
        for signal, use in zip(parts, parts[1:]):
            if use in ("connect", "disconnect", "emit") and signal not in own_names and signal not in signal_names():
                yield f"{node.lineno}: .{signal}: no such signal"


def everything():
    kinds = [kind for module in QT.values() for kind in vars(module).values() if isinstance(kind, type)]
    return kinds + list(stand_ins.values())


@functools.lru_cache(maxsize=1)
def signal_names():
    return {name for kind in everything() for name in dir(kind) if isinstance(getattr(kind, name, None), SIGNALS)}


def names_of(files):
    """Return what our own classes and functions define: such a name is ours, whatever Qt 5 called so."""
    found = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                found.add(node.name)
            elif isinstance(getattr(node, "ctx", None), ast.Store):
                found.add(getattr(node, "attr", getattr(node, "id", "")))
    return found


def our_files():
    """Return the files of QGIS's side."""
    files = [ROOT / "sentinel_toolkit" / name for name in ("plugin.py", "settings.py")]
    for room in ("gui", "processing"):
        files += sorted((ROOT / "sentinel_toolkit" / room).glob("*.py"))
    return files


def look_at_all(files, qt_names):
    """Return what is wrong in files."""
    here = {name for kind in everything() for name in dir(kind)}
    plain = {name for kind in (str, bytes, list, dict, set, int, float) for name in dir(kind)}
    gone, own = set(qt_names) - here - plain, names_of(files)
    return [f"{file.name}:{text}" for file in files for text in look_at(file, own, gone)]


def make_widgets():
    """Make the widgets, show them, and give them what they wait for; return the names of those that were made."""
    from qgis.core import Qgis, QgsVectorLayer
    from qgis.gui import QgisInterface, QgsMapCanvas, QgsMessageBar, QgsMessageBarItem
    from qgis.PyQt.QtWidgets import QHBoxLayout, QMainWindow

    from sentinel_toolkit.gui import (
        algorithm_task,
        dock,
        download_list,
        download_queue,
        environment_dialog,
        options_page,
        plain,
        scene_table,
        search_form,
        thumbnail,
        time_strip,
    )
    from sentinel_toolkit.plugin import SentinelToolkitPlugin
    from sentinel_toolkit.processing.provider import LEAVES, SentinelToolkitProvider

    window, canvas, bar = QMainWindow(), QgsMapCanvas(), QgsMessageBar()
    item = QgsMessageBarItem("")
    QHBoxLayout(item)
    bar.createMessage, bar.pushWidget = lambda *_: item, lambda *_: item
    iface = QgisInterface()
    iface.mainWindow, iface.mapCanvas, iface.messageBar = lambda: window, lambda: canvas, lambda: bar
    queue = download_queue.DownloadQueue(bar)
    made = [
        search_form.SearchForm(canvas),
        time_strip.TimeStrip(),
        scene_table.SceneTable(canvas),
        scene_table.SceneModel(QgsVectorLayer()),
        thumbnail.Thumbnail(),
        queue,
        download_list.DownloadList(queue),
        environment_dialog.EnvironmentDialog(window),
        options_page.OptionsPageFactory(),
        options_page.OptionsPage(window),
        dock.CatalogueDock(iface, lambda *_: None, queue),
        algorithm_task.AlgorithmTask("search_scenes", {}),
    ]
    for each in made:
        if isinstance(each, QtWidgets.QWidget):
            each.show()
            each.resize(500, 400)
            each.grab()  # which paints it
    plain.say_in_bar(bar, "", "words", Qgis.MessageLevel.Info)
    for leaf in (*LEAVES, SentinelToolkitProvider):
        made.append(leaf())
        if leaf is not SentinelToolkitProvider:
            made[-1].initAlgorithm({})
    made[-1].loadAlgorithms()
    plugin = SentinelToolkitPlugin(iface)
    made.append(plugin)
    plugin.initGui()
    plugin._show_dock(True)
    plugin._open_environment()
    plugin._warn()
    plugin.unload()
    return [type(each).__name__ for each in made]


def main():
    api = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    sys.path.insert(0, str(ROOT))
    failures = []
    application = QtWidgets.QApplication([])
    put_in_place(api)
    if sys.argv[2:]:
        print(json.dumps(look_at_all([Path(file) for file in sys.argv[2:]], api["qt_names"])))
        return
    modules = import_all()
    report = {"modules": sorted(modules), "wrong": look_at_all(our_files(), api["qt_names"])}
    sys.excepthook = lambda *error: failures.append("".join(traceback.format_exception(*error)[-3:]))  # in slots
    try:
        report |= {"made": make_widgets(), "failures": failures}
        application.processEvents()
    finally:
        sys.excepthook = sys.__excepthook__
    print(json.dumps(report))


if __name__ == "__main__":
    main()
