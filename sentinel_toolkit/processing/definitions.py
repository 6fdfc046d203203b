"""What every parameter has: a help sentence, and a place among the basic or the advanced ones."""

from __future__ import annotations

from typing import TypeVar

from qgis.core import QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QUrl

from sentinel_toolkit import paths

ParameterT = TypeVar("ParameterT", bound=QgsProcessingParameterDefinition)


def icon_path(name: str) -> str:
    """Return the path of an icon."""
    return str(paths.RESOURCES / "icons" / f"{name}.svg")


def page_url(name: str) -> str:
    """Return the address of a help page; empty where the pages are not rendered."""
    page = paths.help_page(name)
    return QUrl.fromLocalFile(str(page)).toString() if page else ""


def described(parameter: ParameterT, help_text: str, advanced: bool = False) -> ParameterT:
    """Return the parameter with its help sentence, and moved to the advanced ones if it belongs there."""
    parameter.setHelp(help_text)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter
