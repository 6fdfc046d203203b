"""The reference of the face for Python names everything, and is built without a warning."""

import subprocess
import sys
from pathlib import Path

import pytest

import sentinel_toolkit as st

ROOT = Path(__file__).resolve().parents[2]


def test_every_docstring_has_the_sections_that_the_reference_shows():
    for name in st.__all__:
        what = getattr(st, name)
        if callable(what):
            assert what.__doc__, name
            headings = [line.strip() for line in what.__doc__.splitlines()]
            for place, line in enumerate(headings[1:], 1):
                if line and set(line) == {"-"}:
                    assert headings[place - 1] in {"Parameters", "Returns", "Raises", "Examples", "Notes"}, name
                    assert len(line) == len(headings[place - 1]), name


@pytest.mark.campaign
def test_the_reference_is_built_without_a_warning(tmp_path):
    command = [sys.executable, str(ROOT / "scripts" / "docs.py"), "--reference", str(tmp_path / "pages")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr.lower()
    page = (tmp_path / "pages" / "index.html").read_text("utf-8")
    for name in st.__all__:
        if not name.startswith("_"):
            assert f'id="sentinel_toolkit.{name}"' in page, name
    assert "mask_classes" in page  # the keywords of the requests are shown, too
