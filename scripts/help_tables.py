#!/usr/bin/python3
"""Write the table of parameters into the page of each algorithm (docs/*.md), out of its own help.

scripts/help_tables.py     a test compares; run it after a change of a parameter or its help
"""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADING, NEXT = "## Parameters\n", re.compile(r"^## ", re.MULTILINE)


def table(algorithm):
    """Return the Markdown section of an algorithm's parameters and outputs."""
    from qgis.core import QgsProcessingParameterDefinition

    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    rows = []
    for each in algorithm.parameterDefinitions():
        label = each.description() + (" (advanced)" if each.flags() & advanced else "")
        rows.append(f"| `{each.name()}` | {label} | {cell(each.help())} |")
    known = {each.name() for each in algorithm.parameterDefinitions()}
    rows += [
        f"| `{each.name()}` | *result* | {each.description()}. |"
        for each in algorithm.outputDefinitions()
        if each.name() not in known
    ]
    return "\n".join([HEADING, "| name | label | meaning |", "|---|---|---|", *rows, "", ""])


def cell(text):
    """Return a text as a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def with_table(page, section):
    """Return a page with the section in the place of its old one, or before the part on scripts."""
    if HEADING in page:
        start = page.index(HEADING)
        after = NEXT.search(page, start + len(HEADING))
        end = after.start() if after else len(page)
    else:
        start = end = page.index("## In a script")
    return page[:start] + section + page[end:]


def main():
    """Bring all pages up to date."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from sentinel_toolkit.processing.provider import LEAVES

    for leaf in LEAVES:
        algorithm = leaf().create()
        path = ROOT / "docs" / f"{leaf.JOB}.md"
        path.write_text(with_table(path.read_text("utf-8"), table(algorithm)), "utf-8")


if __name__ == "__main__":
    main()
