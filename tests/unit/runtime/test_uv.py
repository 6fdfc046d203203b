"""uv: told of pip's settings, kept to our own folder, and the Python that it fetches chosen."""

import sys
from pathlib import Path

import pytest

from sentinel_toolkit import paths
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime import environment, platforms, uv
from sentinel_toolkit.runtime.steps import Steps

PIP_CONFIG = r""":env:.cert='/etc/ca.pem'
global.index-url='https://mirror.example/simple'
global.extra-index-url='\nhttps://a.example/simple\nhttps://b.example/simple'
global.find-links='C:\\Users\\Jürgen\\wheels'
install.trusted-host="it's.example"
global.timeout='60'
global.no-index=true
a line without a value
"""


def test_settings_of_pip_are_read_as_python_writes_them():
    settings = uv.pip_settings(PIP_CONFIG)
    assert settings["find-links"] == r"C:\Users\Jürgen\wheels"
    assert settings["trusted-host"] == "it's.example"
    assert settings["extra-index-url"] == "https://a.example/simple https://b.example/simple"
    assert settings["no-index"] == "true"


def test_settings_of_pip_become_those_of_uv():
    variables = uv.index_variables(uv.pip_settings(PIP_CONFIG), {})
    assert variables["UV_DEFAULT_INDEX"] == "https://mirror.example/simple"
    assert variables["UV_INDEX"] == "https://a.example/simple https://b.example/simple"
    assert variables["SSL_CERT_FILE"] == "/etc/ca.pem"
    assert variables["UV_SYSTEM_CERTS"] == variables["UV_NATIVE_TLS"] == "1"


def test_what_the_user_set_for_uv_wins():
    variables = uv.index_variables(uv.pip_settings(PIP_CONFIG), {"UV_DEFAULT_INDEX": "https://mine.example/simple"})
    assert "UV_DEFAULT_INDEX" not in variables


@pytest.mark.parametrize(("value", "is_said"), [("true", True), ("1", True), ("false", False), ("", False)])
def test_pip_without_an_index_is_uv_without_one(value, is_said):
    """uv has no variable for it: it went to the Python Package Index all the same."""
    command = uv.Uv(Steps(Report(), {}), "uv", {"no-index": value}).pip("sync", Path("python"), Path("lock"))
    assert ("--no-index" in command) == is_said


class Recorder:
    """Steps that only note what they would run, and have a pip that says what it is configured with."""

    def __init__(self, variables=()):
        self.variables, self.commands = dict(variables), []

    def __call__(self, command, extra=None, watch=None):
        self.commands.append(command)
        return PIP_CONFIG if "config" in command else ""


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A folder of the data in which uv is already."""
    monkeypatch.setenv("SENTINEL_TOOLKIT_DATA", str(tmp_path))
    pin = uv.UV_PIN.read_text("utf-8").split()[0].replace("==", "-")
    (tmp_path / pin / "bin").mkdir(parents=True)
    for name in ("uv", "uv.exe"):
        (tmp_path / pin / "bin" / name).write_text("")
    return tmp_path


def test_what_uv_fetches_stays_below_our_folder(data):
    run = Recorder()
    uv.fetch_uv(run, sys.executable)
    assert run.variables["UV_PYTHON_INSTALL_DIR"] == str(data / "python")
    assert run.variables["UV_CACHE_DIR"] == str(data / "uv-cache")
    other = Recorder({"UV_CACHE_DIR": "/mine"})
    uv.fetch_uv(other, sys.executable)
    assert other.variables["UV_CACHE_DIR"] == "/mine"


def test_only_our_own_cache_is_emptied(data):
    run = Recorder()
    tool = uv.fetch_uv(run, sys.executable)
    tool.forget_downloads()
    assert run.commands[-1][1:3] == ["cache", "clean"]
    run.variables["UV_CACHE_DIR"], count = "/mine", len(run.commands)
    tool.forget_downloads()
    assert len(run.commands) == count


@pytest.mark.parametrize(("system", "is_managed"), [("linux", False), ("win32", True), ("darwin", True)])
def test_a_fetched_python_is_uv_s_own_and_the_environment_can_be_moved(system, is_managed, data, monkeypatch):
    """Without --managed-python uv would take any 3.12 of the system: OSGeo4W's, or that of the Microsoft Store."""
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platforms, "this_computer", lambda: platforms.Computer(system, "arm64"))
    run = Recorder()
    base = uv.find_base_python()
    tool = uv.fetch_uv(run, base)
    assert tool.program == str(
        data / Path(tool.program).parents[1].name / "bin" / ("uv.exe" if system == "win32" else "uv")
    )
    tool.venv(data / "env", base)
    made = run.commands[-1]
    assert "--relocatable" in made
    assert ("--managed-python" in made) == is_managed == uv.fetches_python()
    assert base.startswith("cpython-3.12-") == is_managed


def test_the_base_python_on_windows_is_beside_its_prefix(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "base_prefix", "/OSGeo4W/apps/Python312")
    assert Path(uv._own_python()).as_posix() == "/OSGeo4W/apps/Python312/python.exe"
    assert environment.interpreter_in("env").as_posix() == "env/Scripts/python.exe"


def test_a_python_without_pip_gets_one(data, monkeypatch):
    """Debian's python3 has none unless python3-pip is there; a venv brings its own."""
    run = Recorder()

    def without(command, extra=None, watch=None):
        if command[0] == sys.executable and "pip" in command:
            raise uv.EnvironmentNotReadyError("No module named pip")
        return run(command, extra)

    without.variables = run.variables
    uv.fetch_uv(without, sys.executable)
    assert [command[-2] for command in run.commands] == ["venv", "config"] or run.commands[0][-2] == "venv"
    assert Path(run.commands[-1][0]).parent.parent.parent == paths.data_folder()
