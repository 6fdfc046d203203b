"""Where results go: what the user asked for, judged before the work."""

from __future__ import annotations

import os
import re
import tempfile
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProviderRegistry,
)

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.targets import Source, Target, refuse_inputs, refuse_open, refuse_unfit
from sentinel_toolkit.contract.thermal import file_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
        If one cannot be written, is an input, or has a style beside it that is not ours.
    """
    sources = [(Source("an input", file_of(path)), "") for path in files]
    sources += _layers(algorithm, parameters, context, inputs)
    for name in outputs:
        path, table = destination_text(parameters, name, context), ""
        into = _IN_DATABASE.match(path)
        if into:
            path, table = into["path"], into["table"]
        if not os.path.splitext(path)[1] or path.startswith(("memory:", "postgis:", "ogr:")):
            continue
        is_table = isinstance(algorithm.parameterDefinition(name), QgsProcessingParameterFeatureSink)
        target = Target(name, path, (".qml",) if is_table else ())
        # Another table of the file may be written.
        refuse_inputs([target], [source for source, other in sources if not (table and other and table != other)])
        refuse_unfit(target)
        if not table:  # into an open GeoPackage another table can be written
            refuse_open(target)
        folder = os.path.dirname(os.path.abspath(path))
        try:
            os.makedirs(folder, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise InvalidRequestError(
                f"{name} cannot be written: {folder}: {error.strerror}.", "Choose another file."
            ) from error


def _layers(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, names: Iterable[str]
) -> Iterator[tuple[Source, str]]:
    """Yield the files of vector layers, each with the table in it, where it is named."""
    for name in names:
        layer = algorithm.parameterAsVectorLayer(parameters, name, context)
        if layer is not None:
            parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
            yield Source(name, parts.get("path") or ""), parts.get("layerName") or ""
