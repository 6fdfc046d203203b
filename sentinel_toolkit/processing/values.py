"""Values that a parameter cannot have, refused with the value, its form and an example: QGIS says "incorrect" alone."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsProcessingParameterEnum, QgsProcessingParameterNumber

from sentinel_toolkit.contract.errors import InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

UNBOUNDED = 1e300  # QGIS's own limits of a number without any are larger


def refuse_values(
    definitions: Iterable[QgsProcessingParameterDefinition], parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Refuse the first value that its parameter cannot have.

    Raises
    ------
    InvalidRequestError
        With the value and an example.
    """
    for definition in definitions:
        form = _FORMS.get(definition.type())
        value = parameters.get(definition.name())
        if form is None or definition.checkValueIsAcceptable(value, context):
            continue
        what, hint = form(definition)
        if value in (None, NULL, ""):
            raise InvalidRequestError(f"{definition.name()} is not given.", hint)
        raise InvalidRequestError(f"{definition.name()} is {value!r:.200}, which is {what}.", hint)


def _number(definition: QgsProcessingParameterDefinition) -> tuple[str, str]:
    if not isinstance(definition, QgsProcessingParameterNumber):
        return "no number", "Use a number."
    is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    kind = "whole number" if is_whole else "number"
    low, high, example = definition.minimum(), definition.maximum(), definition.defaultValue()
    bounds = f" from {low:g}" if low > (-(2**31) if is_whole else -UNBOUNDED) else ""
    bounds += f" to {high:g}" if high < (2**31 - 1 if is_whole else UNBOUNDED) else ""
    return f"no {kind}{bounds}", f"Use a {kind}{bounds}" + ("." if example is None else f", e.g. {example:g}.")


def _choice(definition: QgsProcessingParameterDefinition) -> tuple[str, str]:
    options = definition.options() if isinstance(definition, QgsProcessingParameterEnum) else []
    return "none of its choices", f"Use one of: {', '.join(options)}."


# Type of a parameter → what its value should have been, and what to write; of all that can be typed.
_FORMS: dict[str, Callable[[QgsProcessingParameterDefinition], tuple[str, str]]] = {
    "number": _number,
    "distance": _number,
    "enum": _choice,
    "datetime": lambda _definition: ("no date", "Write it as 2023-05-01."),
    "boolean": lambda _definition: ("neither true nor false", "Use true or false."),
    "extent": lambda _definition: ("no extent", "Write xmin,xmax,ymin,ymax [EPSG:4326]."),
    "crs": lambda _definition: ("no CRS", "Write it as EPSG:32633."),
    "string": lambda _definition: ("no text", "Write a text."),
}


def misspelt(parameters: Iterable[str], known: Sequence[str]) -> Iterator[str]:
    """Yield what to say of parameters that do not exist, which QGIS passes on in silence."""
    for name in parameters:
        if name not in known:
            near = difflib.get_close_matches(str(name).upper(), known, 1)
            yield f"There is no parameter {name}; it is ignored." + (f" Did you mean {near[0]}?" if near else "")
