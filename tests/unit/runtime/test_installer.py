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
from pathlib import Path

import pytest

from sentinel_toolkit import paths
from sentinel_toolkit.contract.environment import SetUpEnvironmentResult
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.extras import EXTRAS, Extra
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.runtime import environment, installer, jobs_at_work, platforms
from sentinel_toolkit.runtime.uv import UV_PIN, Uv

FAKE_UV = """#!{python}
import os, pathlib, sys, time
if sys.argv[1] == "venv":
    bin = pathlib.Path(sys.argv[-1]) / "bin"
    bin.mkdir(parents=True)
    (bin / "python").symlink_to({python!r})
elif sys.argv[1] == "pip":
    with open({log!r}, "a") as log: log.write(sys.argv[2] + "\\n")
    for name in "tests", "testing", "inner/test":
        (pathlib.Path(sys.argv[4]).parents[1] / "lib/site-packages/numpy" / name).mkdir(parents=True, exist_ok=True)
    print("Downloading numpy (16.0MiB)", flush=True)
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
        monkeypatch.setattr(installer, "fetch_uv", lambda run, base: Uv(run, str(script), {}))

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
    with pytest.raises(EnvironmentNotReadyError, match=r"(?s)failed:.*No space left on device.*free 2 GB"):
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


def test_hash_of_every_package_is_pinned():
    for file in (environment.LOCK_FILE, *map(environment.extra_lock, EXTRAS), UV_PIN):
        entries = [line for line in file.read_text().splitlines() if "==" in line]
        assert entries
        assert file.read_text().count("--hash=sha256:") >= len(entries)


@pytest.mark.worker_libraries
def test_the_lock_serves_every_system():
    """A library with compiled parts has a wheel, and so a hash, for each system and Python; a lock made from a local folder
    of wheels has one, and installs nowhere else."""
    locks = (environment.LOCK_FILE, *map(environment.extra_lock, EXTRAS))
    text = "".join(lock.read_text("utf-8") for lock in locks)
    pins = re.findall(r"^([\w.-]+)==[^\\\n]+((?:\s*\\\n\s*--hash=\S+)*)", text, re.MULTILINE)
    counts = {name: hashes.count("--hash") for name, hashes in pins}
    installed = importlib.metadata.distributions()
    compiled = {
        each.name.lower().replace("_", "-").replace(".", "-")
        for each in installed
        if any(file.suffix == ".so" for file in each.files or ())
    }
    assert {"numpy", "rasterio", "av", "scikit-learn"} <= compiled & set(counts)
    assert {name: counts[name] for name in compiled & set(counts) if counts[name] < 10} == {}


def texts(said):
    return [getattr(event, "text", "") for event in said]


def test_megabytes_and_minutes_are_told_while_it_works(uv, monkeypatch):
    uv(seconds=0.5, ending="print(' Downloaded numpy', flush=True); time.sleep(0.5)")
    monkeypatch.setattr(installer, "TELL_S", 0.0)
    said = []
    installer.install(Report(said.append))
    assert "Downloading the libraries: 0 of 17 MB, 0.0 minutes" in texts(said)
    assert "Downloading the libraries: 17 of 17 MB, 0.0 minutes" in texts(said)
    fractions = [event.fraction for event in said if hasattr(event, "fraction")]
    assert fractions == sorted(fractions)


def test_tests_of_packages_are_not_installed_and_no_link_is_counted(uv):
    folder = installer.install(Report())
    numpy = folder / "lib" / "site-packages" / "numpy"
    assert sorted(path.name for path in numpy.rglob("*")) == ["inner", "testing"]
    assert json.loads((folder / environment.STAMP).read_text())["megabytes"] == 0  # the base Python takes some


def break_renames(monkeypatch, is_broken):
    """Let the system refuse a rename, as Windows does of a folder in use."""
    replace = os.replace

    def refuse(place, target):
        if is_broken(str(place), str(target)):
            raise PermissionError(13, "The process cannot access the file", str(place))
        replace(place, target)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(installer, "POLL_S", 0.01)


@pytest.mark.parametrize("held", ["old", "new"])
def test_an_environment_that_cannot_be_replaced_stays_and_works(held, uv, monkeypatch):
    folder = installer.install(Report())
    (folder / "mark").write_text("the one that works")
    is_held = {"old": lambda place, target: place == str(folder), "new": lambda place, target: place.endswith("/env")}
    break_renames(monkeypatch, is_held[held])
    with pytest.raises(
        EnvironmentNotReadyError, match="cannot be replaced: The process cannot access the file"
    ) as caught:
        installer.install(Report(), rebuild=True)
    assert "stays as it was" in caught.value.hint
    assert (folder / "mark").read_text() == "the one that works"
    assert not environment.find_problem(folder)
    assert environments_left() == [folder.name]


def test_a_scanner_that_lets_go_in_time_does_no_harm(uv, monkeypatch):
    refused = []
    break_renames(monkeypatch, lambda place, target: len(refused) < 3 and not refused.append(place))
    assert not environment.find_problem(installer.install(Report()))
    assert len(refused) == 3


def test_a_replacement_that_was_killed_halfway_is_undone(uv, tmp_path):
    folder = installer.install(Report())
    folder.rename(folder.with_name(folder.name + ".old"))
    assert installer.install(Report()) == folder
    assert syncs(tmp_path) == 1
    assert environments_left() == [folder.name]


def test_the_job_that_uses_the_environment_is_named_before_anything_is_fetched(uv, tmp_path):
    folder = installer.install(Report())
    with jobs_at_work.at_work("median_composite", environment.worker_interpreter()):
        with pytest.raises(EnvironmentNotReadyError, match="while a job uses it: median composite"):
            installer.install(Report(), rebuild=True)
        assert syncs(tmp_path) == 1
    installer.install(Report(), rebuild=True)
    assert syncs(tmp_path) == 2
    assert jobs_at_work.jobs_at_work(folder) == []


def test_a_job_of_a_killed_qgis_does_not_count(uv):
    folder = installer.install(Report())
    left = folder.with_name(folder.name + ".jobs") / "stack_bands-123-456"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"")
    assert jobs_at_work.jobs_at_work(folder) == []
    assert not left.exists()


def test_a_job_of_another_python_is_not_noted(uv):
    folder = installer.install(Report())
    with jobs_at_work.at_work("stack_bands", sys.executable):
        assert jobs_at_work.jobs_at_work(folder) == []


def test_a_base_python_that_is_gone_is_noticed(uv, tmp_path):
    """On Windows the interpreter of an environment is a file of its own, which starts that of the base."""
    folder = installer.install(Report())
    (folder / "pyvenv.cfg").write_text(f"home = {tmp_path}\nversion = 3.12\n")
    assert not environment.find_problem(folder)
    (folder / "pyvenv.cfg").write_text(f"home = {tmp_path / 'Python312'}\nversion = 3.12\n")
    assert "the Python that it was made of is gone" in environment.find_problem(folder)


def test_a_computer_without_libraries_is_refused_before_anything_is_fetched(uv, tmp_path, monkeypatch):
    monkeypatch.setattr(platforms, "this_computer", lambda: platforms.Computer("linux", "aarch64"))
    monkeypatch.setattr(installer, "fetch_uv", lambda *arguments: pytest.fail("it was fetched"))
    with pytest.raises(EnvironmentNotReadyError, match="no exactextract for Linux on ARM"):
        installer.install(Report())
    assert environments_left() == []


@pytest.fixture
def video(monkeypatch):
    """Let the extra ``video`` be one that every Python has."""
    monkeypatch.setitem(EXTRAS, "video", Extra("MP4", "av", "json", 36))


def test_an_extra_is_fetched_once_and_said(uv, tmp_path, video):
    folder = installer.install(Report())
    said = []
    for _ in range(2):
        installer.add_extras(("video",), environment.worker_interpreter(), Report(said.append))
    assert (tmp_path / "log").read_text().split() == ["sync", "install"]
    assert [text for text in texts(said) if "needs" in text] == [
        "MP4 needs one more download (av, about 36 MB), once. It is fetched now."
    ]
    assert environment.missing_extras(str(environment.interpreter_in(folder)), EXTRAS) == [
        "trees",
        "cluster",
        "objects",
    ]


def test_a_job_that_needs_no_extra_fetches_none(uv, tmp_path):
    installer.install(Report())
    installer.add_extras((), environment.worker_interpreter(), Report())
    installer.add_extras(("video",), sys.executable, Report())  # a Python that the user looks after
    assert syncs(tmp_path) == 1
    assert (tmp_path / "log").read_text().split() == ["sync"]


def test_an_extra_of_another_version_is_not_replaced_under_a_job(uv, video):
    folder = installer.install(Report())
    python = environment.worker_interpreter()
    (folder / "video-0123456789ab.json").write_text("{}")
    with jobs_at_work.at_work("ndvi_animation", python):
        with pytest.raises(EnvironmentNotReadyError, match="while a job uses it: ndvi animation"):
            installer.add_extras(("video",), python, Report())
    installer.add_extras(("video",), python, Report())
    assert list(folder.glob("video-*.json")) == [environment.extra_stamp(folder, "video")]


@pytest.mark.parametrize("ending", ["sys.exit('Connection refused')", "pass"])
def test_an_extra_that_does_not_come_or_does_not_load_is_asked_for_again(ending, uv, monkeypatch):
    installer.install(Report())
    monkeypatch.setitem(EXTRAS, "video", Extra("MP4", "av", "no_such_module", 36))
    uv(ending=ending)
    python = environment.worker_interpreter()
    with pytest.raises(EnvironmentNotReadyError, match=r"failed"):
        installer.add_extras(("video",), python, Report())
    assert environment.missing_extras(python, ("video",)) == ["video"]
    assert environment.worker_interpreter() == python


@pytest.mark.worker_libraries
@pytest.mark.posix
def test_programs_of_the_environment_start_where_it_stands_now():
    """They were written while it was built in another folder."""
    import numba

    (folder,) = (parent for parent in Path(numba.__file__).parents if (parent / "pyvenv.cfg").exists())
    programs = [path for path in (folder / "bin").iterdir() if path.is_file() and path.read_bytes()[:2] == b"#!"]
    assert {"f2py", "rio"} <= {path.name for path in programs}
    assert [path.name for path in programs if b".part-" in path.read_bytes()] == []
    done = subprocess.run([folder / "bin" / "pyftsubset", "--help"], capture_output=True, text=True, check=True)
    assert "subset" in done.stdout
