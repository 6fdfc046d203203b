"""What is ready is said in QGIS's message bar, with buttons that open it."""

from __future__ import annotations

import os
from functools import partial
from html import escape

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QTimer, QUrl

from sentinel_toolkit.processing.on_the_map import window

translate = QCoreApplication.translate
TITLE = "Sentinel Toolkit"
AFTER_QGIS_MS = 600  # QGIS itself then says that the task is complete, which would cover ours
PAGE = "index.html"


def announce(text: str, path: str = "") -> None:
    """Say that something is ready, a little later: a file, or a folder, opened by its page where it has one."""
    if window() is not None:
        QTimer.singleShot(AFTER_QGIS_MS, partial(_say, text, path))


def _say(text: str, path: str) -> None:
    iface = window()
    if iface is None:
        return
    from qgis.PyQt.QtWidgets import QPushButton

    bar = iface.messageBar()
    item = bar.createMessage(TITLE, escape(text))
    if path:
        page = os.path.join(path, PAGE)
        opened = page if os.path.isfile(page) else path
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        for words, place in (
            (translate("SentinelToolkit", "Open"), opened),
            (translate("SentinelToolkit", "Show in folder"), folder),
        ):
            button = QPushButton(words)
            button.setToolTip(escape(place))
            button.clicked.connect(partial(open_place, place))
            item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Success)


def open_place(place: str, _checked: bool = False) -> None:
    """Open a file or a folder by what the computer opens it with; say where it is if nothing does."""
    from qgis.PyQt.QtGui import QDesktopServices

    iface = window()
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(place)) and iface is not None:
        text = translate("SentinelToolkit", "No program opens {place}.").format(place=place)
        iface.messageBar().pushMessage(TITLE, escape(text), Qgis.MessageLevel.Warning)
