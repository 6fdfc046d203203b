"""Making the environment: atomic, one at a time, repairable; with a uv of a few lines instead of the network."""

import importlib.metadata
import json
import os
import re
import stat
import subprocess
import sys
import threading
import time

import pytest

from sentinel_toolkit import paths
from sentinel_toolkit.contract.environment import SetUpEnvironmentResult
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.runtime import environment, installer

FAKE_UV = """#!{python}
import os, pathlib, sys, time
if sys.argv[1] == "venv":
    bin = pathlib.Path(sys.argv[-1]) / "bin"
    bin.mkdir(parents=True)
    (bin / "python").symlink_to({python!r})
else:
    with open({log!r}, "a") as log: log.write("sync\\n")
    time.sleep({seconds})
    {ending}
"""


@pytest.fixture
def uv(tmp_path, monkeypatch):
    """Return a function that puts a fake uv in place; installing then takes some time and ends as told."""
    if os.name != "posix":
        pytest.skip("the fake uv is a script that starts itself")
    monkeypatch.delenv("SENTINEL_TOOLKIT_PYTHON", raising=False)
    monkeypatch.setenv("SENTINEL_TOOLKIT_DATA", str(tmp_path / "data"))
    found = SetUpEnvironmentResult("3.11.0", ())
    monkeypatch.setattr(installer, "run_job", lambda *arguments, **options: found)

    def place(seconds=0.0, ending="pass"):
        script = tmp_path / "uv"
        script.write_text(
            FAKE_UV.format(python=sys.executable, log=str(tmp_path / "log"), seconds=seconds, ending=ending)
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(installer, "fetch_uv", lambda run, base: str(script))

    place()
    return place


def environments_left():
    return [path.name for path in paths.data_folder().iterdir() if path.suffix != ".lock"]


def syncs(tmp_path):
    return (tmp_path / "log").read_text().count("sync") if (tmp_path / "log").exists() else 0


def test_a_made_environment_is_ready_and_kept(uv, tmp_path):
    with pytest.raises(EnvironmentNotReadyError, match="not installed"):
        environment.worker_interpreter()
    folder = installer.install(Report())
    assert environment.worker_interpreter() == str(folder / "bin" / "python")
    assert json.loads((folder / environment.STAMP).read_text())["python"] == "3.11.0"
    assert installer.install(Report()) == folder
    assert syncs(tmp_path) == 1
    installer.install(Report(), rebuild=True)
    assert syncs(tmp_path) == 2
    assert environments_left() == [folder.name]


def test_a_broken_environment_is_repaired(uv):
    folder = installer.install(Report())
    (folder / "bin" / "python").unlink()
    assert environment.find_problem(folder) == "damaged (its interpreter is gone)"
    installer.install(Report())
    assert not environment.find_problem(folder)


def test_failure_leaves_the_old_one_and_says_why(uv):
    folder = installer.install(Report())
    uv(ending="sys.exit('x' * 5000 + ' error: No space left on device')")
    with pytest.raises(EnvironmentNotReadyError, match=r"(?s)failed:.*No space left on device.*free 1 GB"):
        installer.install(Report(), rebuild=True)
    assert not environment.find_problem(folder)
    assert environments_left() == [folder.name]


def test_what_uv_says_of_the_proxy_shows_no_password(uv, monkeypatch):
    monkeypatch.setenv("UV_INDEX", "https://one:1ndexword@index.example/")
    uv(ending="sys.exit('proxy http://me:p4ss%2Fword@proxy:1, p4ss/word, 1ndexword: ' + os.environ['HTTPS_PROXY'])")
    with pytest.raises(EnvironmentNotReadyError, match=r"http://\*\*\*@proxy:1, \*\*\*, \*\*\*: ") as caught:
        installer.install(Report(), {"HTTPS_PROXY": "http://me:p4ss%2Fword@proxy:1"})
    assert "p4ss" not in str(caught.value)


def test_cancel_stops_a_running_step_and_leaves_nothing(uv, tmp_path):
    uv(seconds=30)
    started = time.monotonic()
    with pytest.raises(JobCancelled):
        installer.install(Report(is_cancelled=lambda: syncs(tmp_path) == 1))
    assert time.monotonic() - started < 5
    assert not environments_left()


def test_two_at_once_build_once(uv, tmp_path):
    uv(seconds=0.5)
    said, folders = [], []
    threads = [
        threading.Thread(target=lambda: folders.append(installer.install(Report(said.append)))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(folders)) == 1
    assert syncs(tmp_path) == 1
    assert any("Another QGIS" in getattr(event, "text", "") for event in said)


def test_a_killed_builder_gives_its_turn_back(uv):
    """The lock is the operating system's: no process id is compared, so none can be recycled."""
    folder = environment.environment_folder()
    folder.parent.mkdir(parents=True)
    lock = str(folder.with_name(folder.name + ".lock"))
    code = f"import fcntl, time; f = open({lock!r}, 'a+b'); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    leftover = folder.parent / f".{folder.name}.part-{holder.pid}"
    leftover.mkdir()
    threading.Timer(0.5, holder.kill).start()
    said = []
    installer.install(Report(said.append))
    holder.wait()
    holder.stdout.close()
    assert any("Another QGIS" in getattr(event, "text", "") for event in said)
    assert environments_left() == [folder.name]


def test_chosen_interpreter_wins(uv, monkeypatch, tmp_path):
    assert environment.worker_interpreter(sys.executable) == sys.executable
    monkeypatch.setenv("SENTINEL_TOOLKIT_PYTHON", str(tmp_path / "gone"))
    with pytest.raises(EnvironmentNotReadyError, match="gone' does not exist"):
        environment.worker_interpreter(sys.executable)


PIP_CONFIG = """:env:.cert='/etc/ca.pem'
global.index-url='https://mirror.example/simple'
global.extra-index-url='https://a.example/simple\\nhttps://b.example/simple'
global.timeout='60'
"""


def test_settings_of_pip_become_those_of_uv():
    variables = installer.index_variables(PIP_CONFIG, {})
    assert variables["UV_DEFAULT_INDEX"] == "https://mirror.example/simple"
    assert variables["UV_INDEX"] == "https://a.example/simple https://b.example/simple"
    assert variables["SSL_CERT_FILE"] == "/etc/ca.pem"
    assert variables["UV_SYSTEM_CERTS"] == variables["UV_NATIVE_TLS"] == "1"


def test_what_the_user_set_for_uv_wins():
    variables = installer.index_variables(PIP_CONFIG, {"UV_DEFAULT_INDEX": "https://mine.example/simple"})
    assert "UV_DEFAULT_INDEX" not in variables


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("407 Proxy Authentication Required", "network settings"),
        ("invalid peer certificate: UnknownIssuer", "company's CA"),
        ("/usr/bin/python3: No module named pip", "python3-pip"),
        ("something else", "Nothing was changed"),
    ],
)
def test_failures_come_with_advice(output, words):
    assert words in installer.diagnose(output)


def test_hash_of_every_package_is_pinned():
    for file in (environment.LOCK_FILE, installer.UV_PIN):
        entries = [line for line in file.read_text().splitlines() if "==" in line]
        assert entries
        assert file.read_text().count("--hash=sha256:") >= len(entries)


@pytest.mark.worker_libraries
def test_the_lock_serves_every_system():
    """A library with compiled parts has a wheel, and so a hash, for each system and Python; a lock made from a local folder
    of wheels has one, and installs nowhere else."""
    pins = re.findall(
        r"^([\w.-]+)==\S+((?:\s*\\\n\s*--hash=\S+)*)", environment.LOCK_FILE.read_text("utf-8"), re.MULTILINE
    )
    counts = {name: hashes.count("--hash") for name, hashes in pins}
    installed = importlib.metadata.distributions()
    compiled = {
        each.name.lower().replace("_", "-").replace(".", "-")
        for each in installed
        if any(file.suffix == ".so" for file in each.files or ())
    }
    assert {"numpy", "rasterio", "av", "scikit-learn"} <= compiled & set(counts)
    assert {name: counts[name] for name in compiled & set(counts) if counts[name] < 10} == {}


def test_what_uv_says_is_explained():
    assert "arrived altered" in installer.diagnose(
        "error: Failed to download\n  cause: Hash mismatch for `contourpy==1.3.3`"
    )
