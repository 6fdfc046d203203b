"""The dialog that sets the environment up: what will be fetched and from where, progress, cancel, log, diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR, QCoreApplication
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from sentinel_toolkit.gui.algorithm_task import AlgorithmTask
from sentinel_toolkit.gui.plain import plain_label
from sentinel_toolkit.processing.base import environment_problem
from sentinel_toolkit.runtime import diagnostics, environment, uv
from sentinel_toolkit.settings import Settings

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

translate = QCoreApplication.translate
DOWNLOAD_MB, DISK_MB = 220, 680  # of the libraries in the lock file, measured
WIDTH, HEIGHT = 620, 460  # pixels


class EnvironmentDialog(QDialog):
    """Asks, installs, and tells how it went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("SentinelToolkit", "Set up environment"))
        self.resize(WIDTH, HEIGHT)
        self._task: AlgorithmTask | None = None
        self._explanation, self._state = plain_label(self._words()), plain_label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(True)
        self._log = QPlainTextEdit()
        self._log.setReadOnly(True)
        self._log.setAccessibleName(translate("SentinelToolkit", "Log of the installation"))
        layout = QVBoxLayout(self)
        for widget in (self._explanation, self._state, self._bar, self._log):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        self.refresh()

    def _buttons(self) -> QHBoxLayout:
        """Return the row of buttons, in the order of the keyboard."""
        self._install = QPushButton()
        self._install.setAutoDefault(False)  # Enter installs nothing anew
        self._cancel = QPushButton(translate("SentinelToolkit", "Cancel"))
        self._copy = QPushButton(translate("SentinelToolkit", "Copy diagnostics"))
        self._copy.setToolTip(
            translate("SentinelToolkit", "Versions and folders as Markdown, for a report of a problem")
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._install.clicked.connect(self.install)
        self._cancel.clicked.connect(self.cancel)
        self._copy.clicked.connect(self.copy_diagnostics)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        for widget in (self._install, self._cancel, self._copy):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(close)
        return row

    @staticmethod
    def _words() -> str:
        """Return what the user agrees to."""
        index = translate("SentinelToolkit", "the Python Package Index, or the index that pip is configured with")
        python = translate("SentinelToolkit", "Python itself from the standalone builds on github.com")
        hosts = f"{index}; {python}" if uv.fetches_python() else index
        return translate(
            "SentinelToolkit",
            "The work is done by a Python environment of the plugin's own, beside QGIS: QGIS's Python is not changed. "
            "It is fetched once: about {download} MB to download, {disk} MB on disk, each package checked against its "
            "known hash.\n\nFrom: {hosts}. Proxy and certificates are QGIS's.\nFolder: {folder}",
        ).format(download=DOWNLOAD_MB, disk=DISK_MB, hosts=hosts, folder=environment.environment_folder())

    def refresh(self) -> None:
        """Show the state of the environment, and what can be done."""
        is_running, problem = self._task is not None, environment_problem()
        self._state.setText(diagnostics.state_text(Settings.load().interpreter))
        texts = {
            True: translate("SentinelToolkit", "Install"),
            False: translate("SentinelToolkit", "Make it anew"),
        }
        self._install.setText(texts[bool(problem)])
        self._install.setEnabled(not is_running)
        self._install.setDefault(bool(problem))
        self._cancel.setEnabled(is_running)

    def install(self) -> None:
        """Start the installation beside the window."""
        self._log.clear()
        self._bar.setValue(0)
        self._task = task = AlgorithmTask("set_up_environment", {"REBUILD": not environment_problem()}, self)
        task.said.connect(self._say)
        task.progressed.connect(lambda percent: self._bar.setValue(int(percent)))
        task.finished.connect(self._finish)
        task.start()
        self.refresh()

    def cancel(self) -> None:
        """Ask the installation to stop; the environment in use stays as it was."""
        if self._task is not None:
            self._task.cancel()
            self._cancel.setEnabled(False)

    def let_go(self) -> None:
        """Stop what runs, before the plugin goes."""
        if self._task is not None:
            self._task.end()

    def _say(self, text: str, kind: str) -> None:
        self._log.appendPlainText(text)
        if kind == "phase":
            self._bar.setFormat(f"%p %  {text}")

    def _finish(self, ok: bool, results: dict[str, Any]) -> None:
        """Tell how it ended: a cancelled installation succeeds without a result."""
        self._task = None
        if ok and results:
            self._bar.setValue(100)
            self._say(translate("SentinelToolkit", "The environment is ready."), "phase")
        else:
            self._bar.setValue(0)
            self._bar.setFormat(translate("SentinelToolkit", "Not installed"))
        self.refresh()

    def copy_diagnostics(self) -> None:
        """Put the diagnostics into the clipboard."""
        versions = {"QGIS": Qgis.QGIS_VERSION, "Qt": QT_VERSION_STR}
        text = diagnostics.as_markdown(versions, Settings.load().interpreter)
        QApplication.clipboard().setText(text)
        self._say(translate("SentinelToolkit", "Copied:") + "\n" + text, "info")

    def reject(self) -> None:
        """Close; a running installation is stopped."""
        self.cancel()
        super().reject()
