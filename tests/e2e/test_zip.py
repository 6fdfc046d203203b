"""The zip, unpacked where QGIS unpacks it: it works without the checkout, and its gates bite."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    target = tmp_path_factory.mktemp("zip") / "sentinel_toolkit.zip"
    subprocess.run([str(ROOT / "scripts" / "build_zip.py"), str(target)], check=True, capture_output=True)
    return target


def test_the_installed_zip_works(built, sample, tmp_path):
    plugins = tmp_path / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(built) as archive:
        archive.extractall(plugins)
    settings = tmp_path / "profiles" / "default" / "QGIS"
    settings.mkdir()
    for name in ("QGIS3.ini", "QGIS4.ini"):
        (settings / name).write_text("[PythonPlugins]\nsentinel_toolkit=true\n")
    environment = {
        **os.environ,
        "PATH": "/usr/bin:/bin",
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    command = [
        "/usr/bin/qgis_process",
        "run",
        "sentinel_toolkit:search_scenes",
        "--SOURCE=folder",
        f"--FOLDER={sample}",
    ]
    done = subprocess.run(
        [*command, f"--OUTPUT={tmp_path / 's.gpkg'}"], env=environment, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    assert "COUNT:\t14" in done.stdout
    assert (plugins / "sentinel_toolkit" / "resources" / "help" / "search_scenes.html").exists()
    german = {**environment, "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}
    done = subprocess.run(["/usr/bin/qgis_process", "list"], env=german, capture_output=True, text=True, timeout=100)
    assert "sentinel_toolkit:search_scenes\tSzenen suchen" in done.stdout
    assert "sentinel_toolkit:search_and_composite\t" in done.stdout
    assert not list((plugins / "sentinel_toolkit").rglob("test*"))


def test_the_same_sources_give_the_same_zip(built, tmp_path):
    again = tmp_path / "again.zip"
    subprocess.run([str(ROOT / "scripts" / "build_zip.py"), str(again)], check=True, capture_output=True)
    assert again.read_bytes() == built.read_bytes()


@pytest.mark.campaign
def test_the_gates_bite(tmp_path):
    """Each planted fault is found: a check that cannot fail is none."""
    copy = tmp_path / "checkout"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    (copy / "sentinel_toolkit" / "bad.py").write_text(
        'import os\nPASSWORD = "hunter2hunter2"\nos.system("ls")\nassert True\n'
    )
    (copy / "resources" / "tool.exe").write_text("MZ")
    metadata = copy / "metadata.txt"
    metadata.write_text(
        metadata.read_text().replace("resources/icons/sentinel_toolkit.svg", "resources/icons/none.svg")
    )
    done = subprocess.run(
        [sys.executable, str(copy / "scripts" / "build_zip.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 1
    for words in ("B101", "B105", "B605", "detect-secrets", "tool.exe does not belong", "the icon does not exist"):
        assert words in done.stdout, done.stdout
