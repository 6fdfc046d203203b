"""docs/python.md is run from top to bottom, and stays as short as it says."""

import ast
import re
from pathlib import Path

import make_sample

from sentinel_toolkit.contract.jobs import JOBS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "python.md").read_text("utf-8")
WITHOUT = {"set_up_environment"}  # sets QGIS's own environment up


def blocks():
    """Return {heading: code} of what is told of requests; the first block stands above all headings."""
    sections = re.split(r"^##+ (.*)$", PAGE.partition("## By requests")[2], flags=re.MULTILINE)
    pairs = [("", sections[0]), *zip(sections[1::2], sections[2::2], strict=True)]
    return {
        name: "\n".join(re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)) for name, text in pairs
    }


def test_each_job_takes_five_lines():
    found = blocks()
    named = {name.lower().replace(" ", "_").replace("-", "") for name in found}
    assert named >= set(JOBS) - WITHOUT
    found.pop("")  # what all of them share
    for name, code in found.items():
        assert 0 < len(ast.parse(code).body) <= 5, name


def test_the_page_runs(tmp_path, monkeypatch):
    (tmp_path / "scenes").symlink_to(make_sample.make())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("getpass.getpass", lambda: "a pa55 that nobody asks for")
    known = {}
    for name, code in blocks().items():
        exec(compile(code, f"docs/python.md, {name}", "exec"), known)
    made = (
        "archive.html",
        "day.tif",
        "day.png",
        "composite.tif",
        "months",
        "ndvi.gif",
        "t.jsonl",
        "lst.tif",
        "report.html",
    )
    assert [name for name in made if not (tmp_path / name).exists()] == []
    assert known["result"].failed == 0


def test_the_table_beside_others_counts_the_lines_that_are_shown():
    from benchmarks.face import PLAIN, shown_lines

    table = PAGE.partition("## Beside others")[2]
    told = {
        name: int(lines)
        for name, lines in re.findall(
            r"^\| ([A-Z]?[a-zA-Z -]+?)(?: [\d.]+)?(?: \(.*?\))? \| (\d+) \|", table, re.MULTILINE
        )
    }
    shown = {name: sum(bool(line.strip()) for line in code.splitlines()) for name, code in shown_lines().items()}
    assert told == shown
    assert set(PLAIN) == set(shown)
