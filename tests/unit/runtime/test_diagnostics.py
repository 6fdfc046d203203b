"""Diagnostics: what a report of a problem needs, and no name of its user."""

from pathlib import Path

import pytest

from sentinel_toolkit.runtime import diagnostics, environment


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("HOME", "USERPROFILE", "SENTINEL_TOOLKIT_DATA", "SENTINEL_TOOLKIT_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "ada|lovelace"))
    monkeypatch.delenv("SENTINEL_TOOLKIT_PYTHON", raising=False)
    return tmp_path / "ada|lovelace"


def test_folders_are_measured_and_missing_ones_are_empty(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(bytes(2_500_000))
    (tmp_path / "a" / "link").symlink_to(tmp_path / "a" / "b" / "c")
    assert diagnostics.folder_mb(tmp_path / "a") == pytest.approx(2.5, abs=0.01)
    assert diagnostics.folder_mb(tmp_path / "none") == 0


def test_a_missing_environment_is_told(home):
    text = diagnostics.as_markdown({"QGIS": "3.40"})
    assert "| QGIS | 3.40 |" in text
    assert "| Worker | The worker environment is not installed." in text
    assert "| Environment made | no |" in text
    assert "| Fetched beside it | nothing |" in text
    assert "SENTINEL_TOOLKIT_DATA, SENTINEL_TOOLKIT_CACHE" in text


def test_what_was_fetched_later_is_told(home):
    stamp = environment.extra_stamp(environment.environment_folder(), "video")
    stamp.parent.mkdir(parents=True)
    stamp.write_text("{}")
    assert "| Fetched beside it | video |" in diagnostics.as_markdown({})


def test_the_home_folder_is_not_named_and_no_cell_breaks_the_table(home):
    assert Path.home() == home
    text = diagnostics.as_markdown({})
    assert "lovelace" not in text
    assert {line.count(" | ") for line in text.splitlines()[2:]} == {1}


def test_another_interpreter_is_told(home, tmp_path):
    python = tmp_path / "python"
    python.write_text("")
    assert diagnostics.state_text(str(python)) == f"Ready: {python}"
    assert "does not exist" in diagnostics.state_text(str(tmp_path / "gone"))
