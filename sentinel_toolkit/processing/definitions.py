"""What every parameter has: a help sentence, and a place among the basic or the advanced ones."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition


def described(parameter, help_text, advanced=False):
    """Return the parameter with its help sentence, and moved to the advanced ones if it belongs there."""
    parameter.setHelp(help_text)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter
