"""Pages of results: a template filled in and written; every text is escaped."""

from __future__ import annotations

import jinja2

from sentinel_toolkit import paths


def write_page(path, template, **values):
    """Fill in a template and write it.

    The file contains all it needs, neither script nor reference; every text is escaped. Half a surrogate pair, in a
    foreign text, is no reason to fail.

    Parameters
    ----------
    path : pathlib.Path
        Of the HTML file, in the job's part folder.
    template : str
        Name of a file in ``resources/report``.
    **values
        What the template names, all of it, but for the toolkit's ``version``.
    """
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    text = (paths.RESOURCES / "report" / template).read_text("utf-8")
    page = environment.from_string(text).render(**values, version=paths.version())
    path.write_text(page, "utf-8", "replace")
