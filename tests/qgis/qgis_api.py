"""What the QGIS that is installed offers to Python, read from itself: the classes that a stand-in of it needs.

Only what Qt 6 keeps is told of enums: members inside them (``Qgis.MessageLevel.Info``), not beside them. What QGIS 4.2
renamed has its new name.
"""

import enum
import importlib
import re

from qgis.PyQt import QtCore, QtGui, QtNetwork, QtWidgets

QGIS_MODULES = ("core", "gui", "utils")
QT_MODULES = (QtCore, QtGui, QtWidgets, QtNetwork)
RENAMED = {"QgsProcessingAlgorithmDialogBase": "QgsProcessingAlgorithmWidgetBase"}
RETURNS = re.compile(r"\)\s*->\s*(.+)")
OLD_ENUM = type(QtCore.Qt.AlignmentFlag)
SIGNAL = QtCore.pyqtSignal


def read_api(words):
    """Return as plain lists and dictionaries what these words name, and what that is made of and returns."""
    modules = {name: {"classes": {}, "values": {}} for name in QGIS_MODULES}
    everything = {each: (name, value) for name in QGIS_MODULES[::-1] for each, value in _content_of(name).items()}
    wanted = [word for word in words if word in everything and not word.startswith("__")]
    while wanted:
        name = wanted.pop()
        module, value = everything.pop(name, (None, None))
        if isinstance(value, type) and not value.__module__.startswith("PyQt"):
            spec = modules[module]["classes"][RENAMED.get(name, name)] = _read_class(value)
            returned = " ".join(spec["methods"].values())
            wanted += re.findall(r"\bQg[A-Za-z0-9]+", returned) + [base for _, base in spec["bases"]]
        elif module is not None and not isinstance(value, type):
            modules[module]["values"][name] = value if isinstance(value, (str, int, float)) else None
    return {"qgis": modules, "qt_names": sorted(_qt_names())}


def _content_of(module):
    return vars(importlib.import_module(f"qgis.{module}"))


def _read_class(kind):
    """Return bases, enums, signals, methods with what they return, values, and the classes inside."""
    dir(kind)  # sip fills a class in when somebody looks
    found = {"bases": [_name_of(base) for base in kind.__bases__], "enums": {}, "signals": {}, "methods": {}}
    found |= {"values": {}, "inside": {}, "is_iterable": "__iter__" in vars(kind)}
    for name, value in list(vars(kind).items()):
        if name.startswith("__"):
            continue
        if isinstance(value, enum.EnumMeta):
            compatible = {member: each for member, each in vars(value).items() if isinstance(each, value)}
            members = {**value.__members__, **compatible}  # earlier names, which QGIS 4 has too
            found["enums"][name] = {member: int(each.value) for member, each in members.items()}
        elif type(value) is OLD_ENUM:
            members = {member: getattr(kind, member, None) for member in dir(kind)}  # beside it, in Qt 5
            found["enums"][name] = {member: int(each) for member, each in members.items() if type(each) is value}
        elif isinstance(value, SIGNAL):
            text = value.signatures[0].partition("(")[2].rstrip(")")
            found["signals"][name] = len(text.split(",")) if text else 0
        elif isinstance(value, type):
            is_own = value.__qualname__ == f"{kind.__qualname__}.{name}"
            found["inside"][name] = _read_class(value) if is_own else {}
        elif type(value) in (str, int, float):
            found["values"][name] = value
        elif callable(getattr(kind, name, None)):
            says = RETURNS.search(getattr(kind, name).__doc__ or "")
            found["methods"][name] = says.group(1) if says else ""
        elif type(type(value)) is not OLD_ENUM and not isinstance(value, enum.Enum):
            found["values"][name] = None  # a field of its instances
    return found


def _name_of(kind):
    return [kind.__module__, RENAMED.get(kind.__name__, kind.__name__)]


def _qt_names():
    """Return every name that this Qt's classes have."""
    for module in QT_MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type):
                yield from (name for name in dir(kind) if not name.startswith("__"))
