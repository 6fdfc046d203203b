"""Rows a job hands back to QGIS: a file of JSON lines, which becomes a table or a group of layers there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import InvalidRequestError

TABLE = "A table is a text of JSON lines: one dictionary a line."


def read_lines(path: str | Path, name: str) -> Iterator[str]:
    """Yield the lines of a table that a request names.

    Parameters
    ----------
    name
        Of the parameter, for the error.

    Raises
    ------
    InvalidRequestError
        If it is missing, no plain file, or no text.
    """
    if not os.path.isfile(path):
        raise InvalidRequestError(
            f"{name} {str(path)!r:.200} is not there, or is no file{places.why_missing(path)}.", TABLE
        )
    try:
        with open(path, encoding="utf-8") as lines:
            yield from lines
    except UnicodeDecodeError as error:
        raise InvalidRequestError(f"{name} {str(path)!r:.200} is no text: {error.reason}.", TABLE) from error
    except OSError as error:
        raise InvalidRequestError(f"{name} {str(path)!r:.200} cannot be read: {error.strerror}.", TABLE) from error


def read_rows(path: str | Path, name: str, fields: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return the dictionaries that stand in the lines of a table.

    Parameters
    ----------
    name
        Of the parameter, for the error.
    fields
        That every row has as a text.

    Raises
    ------
    InvalidRequestError
        If the table cannot be read, or a line of it is no such dictionary.
    """
    rows = []
    for line in read_lines(path, name):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise InvalidRequestError(f"{name} holds a line that is no dictionary: {line.strip()!r:.80}.", TABLE)
        lacking = [field for field in fields if not isinstance(row.get(field), str)]
        if lacking:
            raise InvalidRequestError(
                f"{name} holds a line without a text {lacking[0]!r}: {line.strip()!r:.80}.", TABLE
            )
        rows.append(row)
    return rows


def write_rows(path: str | Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write an iterable of dicts, one line each; NaN is refused."""
    with open(path, "w", encoding="ascii") as table:
        table.writelines(json.dumps(row, allow_nan=False) + "\n" for row in rows)


def layer_row(name: str, path: str | Path, first: str, last: str) -> dict[str, str]:
    """Return the row of a layer for the Temporal Controller: a raster, and its first and last moment in ISO 8601."""
    return {"name": name, "path": str(path), "start": first, "end": last}
