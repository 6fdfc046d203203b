"""The page of the toolkit in QGIS's options: environment, login, work, cache, network."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from qgis.core import QgsNetworkAccessManager
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from sentinel_toolkit import paths
from sentinel_toolkit.gui.environment_dialog import EnvironmentDialog
from sentinel_toolkit.gui.plain import plain_label
from sentinel_toolkit.runtime import diagnostics
from sentinel_toolkit.settings import Settings

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QLayout, QWidget

translate = QCoreApplication.translate
MOST_THREADS = 256


class OptionsPageFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS opens its options."""

    def __init__(self) -> None:
        super().__init__(translate("SentinelToolkit", "Sentinel Toolkit"), _icon())

    def icon(self) -> QIcon:
        return _icon()

    def createWidget(self, parent: QWidget) -> OptionsPage:
        return OptionsPage(parent)


def _icon() -> QIcon:
    return QIcon(str(paths.RESOURCES / "icons" / "sentinel_toolkit.svg"))


class OptionsPage(QgsOptionsPageWidget):
    """Shows the settings, and stores them when the user agrees."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stored = Settings.load()
        layout = QVBoxLayout(self)
        for group in (self._environment_group(), self._login_group(), self._work_group(), self._cache_group()):
            layout.addWidget(group)
        layout.addStretch()

    def _environment_group(self) -> QGroupBox:
        self._state = plain_label(diagnostics.state_text(self._stored.interpreter))
        button = QPushButton(translate("SentinelToolkit", "Set up, repair, diagnostics…"))
        button.clicked.connect(self._open_environment)
        self._interpreter = QgsFileWidget()
        self._interpreter.setFilePath(self._stored.interpreter)
        self._interpreter.setToolTip(
            translate(
                "SentinelToolkit", "A Python that has the libraries, instead of the plugin's own. Empty: its own."
            )
        )
        form = QFormLayout()
        form.addRow(translate("SentinelToolkit", "State"), self._state)
        form.addRow("", button)
        form.addRow(translate("SentinelToolkit", "Another interpreter"), self._interpreter)
        return _group(translate("SentinelToolkit", "Environment"), form)

    def _login_group(self) -> QGroupBox:
        self._login = QgsAuthConfigSelect()
        self._login.setConfigId(self._stored.login)
        self._login.setToolTip(
            translate("SentinelToolkit", "Offered by searches and downloads. It lies in QGIS's encrypted store.")
        )
        form = QFormLayout()
        self._login.setMaximumHeight(self._login.sizeHint().height())
        form.addRow(translate("SentinelToolkit", "Copernicus Data Space"), self._login)
        return _group(translate("SentinelToolkit", "Login"), form)

    def _work_group(self) -> QGroupBox:
        self._threads = QSpinBox()
        self._threads.setRange(0, MOST_THREADS)
        self._threads.setSpecialValueText(translate("SentinelToolkit", "automatic"))
        self._threads.setValue(self._stored.threads)
        self._scheduler = QLineEdit(self._stored.scheduler)
        self._scheduler.setPlaceholderText("tcp://localhost:8786")
        self._scheduler.setToolTip(
            translate("SentinelToolkit", "Address of a Dask scheduler, offered by composites. Empty: this computer.")
        )
        proxy = QgsNetworkAccessManager.instance().fallbackProxy()
        shown = f"{proxy.hostName()}:{proxy.port()}" if proxy.hostName() else translate("SentinelToolkit", "none")
        form = QFormLayout()
        form.addRow(translate("SentinelToolkit", "Threads"), self._threads)
        form.addRow(translate("SentinelToolkit", "Dask scheduler"), self._scheduler)
        form.addRow(translate("SentinelToolkit", "Proxy (QGIS's network settings)"), plain_label(shown))
        return _group(translate("SentinelToolkit", "Work"), form)

    def _cache_group(self) -> QGroupBox:
        self._cache = plain_label()
        clear = QPushButton(translate("SentinelToolkit", "Clear"))
        clear.setToolTip(translate("SentinelToolkit", "Answers of catalogues are fetched again when they are needed."))
        clear.clicked.connect(self._clear_cache)
        row = QHBoxLayout()
        row.addWidget(self._cache, 1)
        row.addWidget(clear)
        self._show_cache()
        return _group(translate("SentinelToolkit", "Cache"), row)

    def _show_cache(self) -> None:
        folder = paths.cache_folder()
        self._cache.setText(f"{diagnostics.folder_mb(folder):.1f} MB — {folder}")

    def _clear_cache(self) -> None:
        shutil.rmtree(paths.cache_folder(), ignore_errors=True)
        self._show_cache()

    def _open_environment(self) -> None:
        EnvironmentDialog(self).exec()
        self._state.setText(diagnostics.state_text(self._interpreter.filePath()))

    def apply(self) -> None:
        """Store what was chosen."""
        Settings(
            interpreter=self._interpreter.filePath().strip(),
            threads=self._threads.value(),
            login=self._login.configId(),
            scheduler=self._scheduler.text().strip(),
        ).save()


def _group(title: str, layout: QLayout) -> QGroupBox:
    group = QGroupBox(title)
    group.setLayout(layout)
    return group
