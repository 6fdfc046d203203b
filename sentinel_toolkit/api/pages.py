"""The pages that jobs make, as objects that show themselves."""

from __future__ import annotations

import functools
import html
import os
import shutil
import tempfile
import uuid
from pathlib import Path
from typing import Any, Self

import pandas as pd

from sentinel_toolkit.contract.errors import InvalidRequestError

KEY = "report"  # of attrs: the page's place, until this Python ends
HEIGHT = 640  # pixels of a page in a cell


class Report:
    """A page that a job made: it shows itself in a notebook, and ``save`` keeps it."""

    def __init__(self, text: str) -> None:
        self.html = text

    def _repr_html_(self) -> str:
        """Return a frame of its own for the page, whose styles must not reach the notebook's; it runs no script."""
        return (
            f'<iframe sandbox="" style="width:100%;height:{HEIGHT}px;border:1px solid #ccc" '
            f'srcdoc="{html.escape(self.html)}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"a page of {len(self.html) // 1000} kB: .save(path) keeps it"

    def save(self, path: str | os.PathLike[str]) -> str:
        """Write the page; return its path.

        Raises
        ------
        InvalidRequestError
            If the suffix is not html.
        """
        from sentinel_toolkit.contract.requests import check_page

        check_page(os.fspath(path))
        Path(path).write_text(self.html, "utf-8")
        return str(path)


class ReportedTable(pd.DataFrame):
    """A DataFrame with the page that its job made beside it: ``.report``."""

    @property
    def _constructor(self) -> Any:  # noqa: ANN401  (pandas asks for it)
        return type(self)

    @property
    def report(self) -> Report:
        """Return the page."""
        return report(self)

    def with_page(self, place: str) -> Self:
        """Return the frame, which knows its page now."""
        self.attrs[KEY] = place
        return self


def report(result: Any) -> Report:  # noqa: ANN401  (what has attrs)
    """Return the page of a result: of st.sharpen, st.statistics or st.time_series.

    Raises
    ------
    InvalidRequestError
        If the result has none, or was made by another Python.

    Examples
    --------
    >>> st.report(st.statistics(scenes)).save("archive.html")
    'archive.html'
    """
    place = getattr(result, "attrs", {}).get(KEY)
    if not place:
        raise InvalidRequestError(
            f"A {type(result).__name__} without a page is given.",
            "st.sharpen, st.statistics and st.time_series make one.",
        )
    if not os.path.isfile(place):
        raise InvalidRequestError(
            "The page was made by a Python that has ended.", "Run the job again, and save its page."
        )
    return Report(Path(place).read_text("utf-8"))


def keep_page(page: str | os.PathLike[str]) -> str:
    """Keep a page until this Python ends; return where it lies."""
    place = Path(_kept().name) / f"{uuid.uuid4().hex}.html"
    shutil.copyfile(page, place)
    return str(place)


@functools.cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="sentinel-toolkit-pages-", ignore_cleanup_errors=True)
