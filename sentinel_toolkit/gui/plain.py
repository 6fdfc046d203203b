"""Words of others on their way into the window: Qt takes what looks like HTML for HTML, pictures from servers too."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

if TYPE_CHECKING:
    from qgis.core import Qgis
    from qgis.gui import QgsMessageBar


def plain_label(text: str = "") -> QLabel:
    """Return a label that shows its texts as they are, in as many lines as they need."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def as_tooltip(text: str) -> str:
    """Return what a tooltip shows as this text, whatever is in it.

    >>> as_tooltip("a<b")
    '<p style="white-space: pre-wrap">a&lt;b</p>'
    """
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


def say_in_bar(bar: QgsMessageBar, title: str, text: str, level: Qgis.MessageLevel) -> None:
    """Show the first line of a text in a message bar, which takes HTML."""
    bar.pushMessage(title, escape(text.partition("\n")[0]), level)
