"""Where results go: what the user asked for, judged before the work."""

from __future__ import annotations

import os
import re
import tempfile
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingOutputLayerDefinition

from sentinel_toolkit.contract.errors import InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qgis.core import QgsProcessingContext

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

_IN_DATABASE = re.compile(r"""ogr:dbname='(?P<path>[^']*)'\s+table="(?P<table>[^"]*)\"""")


def destination_text(parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
    """Return a destination as the user gave it, without evaluating it (which has side effects)."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext(), "")
    return value if isinstance(value, str) else ""


def or_temporary(target: str, suffix: str) -> str:
    """Return the target, or a name that stands for the temporary file that QGIS will choose."""
    return target if target and target != QgsProcessing.TEMPORARY_OUTPUT else f"temporary{suffix}"


def check_vector_suffix(
    parameters: dict[str, Any], name: str, context: QgsProcessingContext, allowed: Collection[str]
) -> None:
    """Refuse a file of a format that cannot hold what we write."""
    target = destination_text(parameters, name, context)
    suffix = os.path.splitext(target)[1].lower()
    is_file = (
        target and not target.startswith(("memory:", "postgis:", "ogr:")) and target != QgsProcessing.TEMPORARY_OUTPUT
    )
    if is_file and suffix not in allowed:
        raise InvalidRequestError(
            f"{name} is {target!r}: the suffix {suffix!r} does not fit.", f"Use {' or '.join(allowed)}."
        )


def prove_destinations(
    algorithm: ToolkitAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    outputs: Iterable[str],
    inputs: Iterable[str],
    files: Iterable[str] = (),
) -> None:
    """Prove before the work that outputs can be written and are not the files of inputs, which would be lost.

    ``inputs`` are parameters that take a vector layer, ``files`` paths of other inputs.

    Raises
    ------
    InvalidRequestError
        If one cannot be written, or is an input.
    """
    sources = {os.path.realpath(path): ("an input", "") for path in files}
    for name in inputs:
        layer = algorithm.parameterAsVectorLayer(parameters, name, context)
        if layer is not None:
            path, _, options = layer.source().partition("|")
            sources[os.path.realpath(path)] = name, "".join(re.findall("layername=([^|]*)", options))
    for name in outputs:
        target, table = destination_text(parameters, name, context), ""
        into = _IN_DATABASE.match(target)
        if into:
            target, table = into["path"], into["table"]
        if not os.path.splitext(target)[1] or target.startswith(("memory:", "postgis:", "ogr:")):
            continue
        source, layer_name = sources.get(os.path.realpath(target), ("", ""))
        if source and (not table or not layer_name or table == layer_name):  # another table of the file may be written
            raise InvalidRequestError(f"{name} is the file of {source}: {target}.", "Choose another file.")
        folder = os.path.dirname(os.path.abspath(target))
        try:
            os.makedirs(folder, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise InvalidRequestError(
                f"{name} cannot be written: {folder}: {error.strerror}.", "Choose another file."
            ) from error
