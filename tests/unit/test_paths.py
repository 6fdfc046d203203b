"""Where things live: the same code in a checkout, in the zip and in what pip installs; each system's own folders."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sentinel_toolkit import paths

ASK = "import sys; sys.path.insert(0, sys.argv[1]); from sentinel_toolkit import paths; print(paths.RESOURCES); print(paths.version())"


def ask(folder):
    done = subprocess.run([sys.executable, "-I", "-c", ASK, str(folder)], capture_output=True, text=True, check=True)
    place, version = done.stdout.splitlines()
    return Path(place), version


@pytest.mark.parametrize("inside", [True, False])
def test_resources_stand_inside_the_package_or_beside_it(tmp_path, inside):
    package = tmp_path / "sentinel_toolkit"
    package.mkdir()
    for name in ("__init__.py", "paths.py"):
        shutil.copy(paths.PACKAGE / name, package / name)
    root = package if inside else tmp_path
    (root / "metadata.txt").write_text("[general]\nname=x\nversion=7.8.9\n", "utf-8")
    place, version = ask(tmp_path)
    assert place == (root / "resources").resolve()
    assert version == "7.8.9"


def test_without_a_version_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "METADATA", tmp_path / "metadata.txt")
    (tmp_path / "metadata.txt").write_text("[general]\n", "utf-8")
    with pytest.raises(LookupError, match="states no version"):
        paths.version()


@pytest.mark.parametrize(
    ("system", "variable", "data", "cache"),
    [
        ("linux", "XDG_DATA_HOME", "sentinel-toolkit", None),
        ("linux", "XDG_CACHE_HOME", None, "sentinel-toolkit"),
        ("win32", "LOCALAPPDATA", "SentinelToolkit", "SentinelToolkit/cache"),
        (
            "darwin",
            "HOME",
            "Library/Application Support/SentinelToolkit",
            "Library/Caches/SentinelToolkit",
        ),
    ],
)
def test_each_system_has_its_place(tmp_path, monkeypatch, system, variable, data, cache):
    for name in ("SENTINEL_TOOLKIT_DATA", "SENTINEL_TOOLKIT_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv(variable, str(tmp_path))
    for function, place in ((paths.data_folder, data), (paths.cache_folder, cache)):
        if place:
            assert function() == tmp_path / place


@pytest.mark.parametrize(
    ("system", "variables", "data", "cache"),
    [
        (
            "win32",
            ["LOCALAPPDATA"],
            "AppData/Local/SentinelToolkit",
            "AppData/Local/SentinelToolkit/cache",
        ),
        ("linux", ["XDG_DATA_HOME", "XDG_CACHE_HOME"], ".local/share/sentinel-toolkit", ".cache/sentinel-toolkit"),
    ],
)
def test_without_a_variable_it_is_the_home(tmp_path, monkeypatch, system, variables, data, cache):
    for name in (*variables, "SENTINEL_TOOLKIT_DATA", "SENTINEL_TOOLKIT_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert (paths.data_folder(), paths.cache_folder()) == (tmp_path / data, tmp_path / cache)


def test_the_user_s_choice_wins(tmp_path, monkeypatch):
    for name, function in (
        ("SENTINEL_TOOLKIT_DATA", paths.data_folder),
        ("SENTINEL_TOOLKIT_CACHE", paths.cache_folder),
    ):
        monkeypatch.setenv(name, str(tmp_path / name))
        assert function() == tmp_path / name


def test_every_job_has_a_help_page_in_a_checkout():
    assert paths.help_page("median_composite").is_file()
    assert paths.help_page("no_such_job") is None
