"""Pages of results: a template filled in and written; every text is escaped."""

from __future__ import annotations

from pathlib import Path

import jinja2

from sentinel_toolkit import paths


def write_page(path: Path, template: str, **values: object) -> None:
    """Fill in a template and write it.

    The file contains all it needs, neither script nor reference; every text is escaped. Half a surrogate pair, in a
    foreign text, is no reason to fail.

    Parameters
    ----------
    path
        Of the HTML file, in the job's part folder.
    template
        Name of a file in ``resources/report``, which may include others of them.
    **values
        What the template names, all of it, but for the toolkit's ``version``.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.RESOURCES / "report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template(template).render(**values, version=paths.version())
    path.write_text(page, "utf-8", "replace")
