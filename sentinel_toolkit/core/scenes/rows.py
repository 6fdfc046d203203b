"""Rows a job hands back to QGIS: a file of JSON lines, which becomes a table or a group of layers there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def write_rows(path: str | Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write an iterable of dicts, one line each; NaN is refused."""
    with open(path, "w", encoding="ascii") as table:
        table.writelines(json.dumps(row, allow_nan=False) + "\n" for row in rows)


def layer_row(name: str, path: str | Path, first: str, last: str) -> dict[str, str]:
    """Return the row of a layer for the Temporal Controller: a raster, and its first and last moment in ISO 8601."""
    return {"name": name, "path": str(path), "start": first, "end": last}
