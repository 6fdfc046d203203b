"""Rows a job hands back to QGIS: a file of JSON lines, which becomes a table or a group of layers there."""

from __future__ import annotations

import json


def write_rows(path, rows):
    """Write an iterable of dicts, one line each; NaN is refused."""
    with open(path, "w", encoding="ascii") as table:
        table.writelines(json.dumps(row, allow_nan=False) + "\n" for row in rows)


def layer_row(name, path, first, last):
    """Return the row of a layer for the Temporal Controller: a raster, and its first and last moment in ISO 8601."""
    return {"name": name, "path": str(path), "start": first, "end": last}
