"""The Python half of scripts/setup: the worker environment and the test environments. Standard library only."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime import environment, installer
from sentinel_toolkit.runtime.steps import Steps
from sentinel_toolkit.runtime.uv import fetch_uv, find_base_python

PINS = ROOT / "scripts" / "test-requirements.json"
PEERS = ROOT / "scripts" / "benchmark-requirements.json"
PAGES = ROOT / "scripts" / "docs-requirements.json"


def tests_folder():
    """Return the folder of the test environments: one per content of the pins and of the worker's lock."""
    digest = hashlib.sha256(PINS.read_bytes() + environment.LOCK_FILE.read_bytes()).hexdigest()[:12]
    return paths.data_folder() / f"tests-{digest}"


def python_of(name):
    """Return the interpreter of a test environment: ``worker``, ``qgis`` or ``lint``."""
    return str(environment.interpreter_in(tests_folder() / name))


def prepare_tests():
    """Make the test environments that are missing."""
    folder = tests_folder()
    stamp = folder / environment.STAMP
    if stamp.exists():
        return
    run = Steps(Report(), environment.child_variables(os.environ))
    uv = fetch_uv(run, find_base_python()).program
    for name, recipe in json.loads(PINS.read_text()).items():
        base = worker_python() if name == "worker" else "/usr/bin/python3"
        _make(run, uv, folder / name, base, recipe)
        if name == "worker":
            _see(python_of("worker"), worker_python())
    stamp.write_text("{}")


def prepare_peers(name):
    """Make the environment of a benchmark's peers if it is missing, and return its interpreter; setup makes none."""
    recipe = json.loads(PEERS.read_text())[name]
    digest = hashlib.sha256(json.dumps(recipe).encode()).hexdigest()[:12]
    folder = paths.data_folder() / f"peers-{name}-{digest}"
    stamp = folder / environment.STAMP
    if not stamp.exists():
        run = Steps(Report(), environment.child_variables(os.environ))
        base = find_base_python()
        _make(run, fetch_uv(run, base).program, folder, base, recipe)
        stamp.write_text("{}")
    return str(environment.interpreter_in(folder))


def _make(run, uv, folder, base, recipe):
    """Make one environment of exactly pinned packages."""
    run([uv, "venv", "--quiet", "--clear", "--python", base, *recipe["options"], str(folder)])
    install = [uv, "pip", "install", "--quiet", "--python", str(environment.interpreter_in(folder))]
    run([*install, *recipe["packages"]])
    if "readers" in recipe:  # their libraries are the worker's own: a second copy would hide those from the tests
        run([*install, "--no-deps", *recipe["readers"]])


def prepare_docs():
    """Make the environment that builds the documentation if it is missing, and return its interpreter; setup does not.

    It sees the libraries of the worker and of its tests: what is documented is imported, and notebooks are run.
    """
    recipe = json.loads(PAGES.read_text())
    name = f"docs-{hashlib.sha256(PAGES.read_bytes()).hexdigest()[:12]}"
    stamp = tests_folder() / name / environment.STAMP
    if not stamp.exists():
        run = Steps(Report(), environment.child_variables(os.environ))
        uv = fetch_uv(run, find_base_python()).program
        _make(run, uv, tests_folder() / name, worker_python(), recipe)
        _see(python_of(name), python_of("worker"), worker_python())
        stamp.write_text("{}")
    return python_of(name)


def _see(python, *others):
    """Let one environment see the libraries of others, behind its own: their versions are the ones to test."""
    find = "import sysconfig; print(sysconfig.get_path('purelib'))"
    here, *there = (
        subprocess.run([each, "-I", "-c", find], capture_output=True, text=True, check=True).stdout.strip()
        for each in (python, *others)
    )
    (Path(here) / "worker.pth").write_text("".join(f"{folder}\n" for folder in there))


def worker_python():
    """Return the interpreter of the plugin's own worker environment."""
    return str(environment.interpreter_in(environment.environment_folder()))


def prepare_worker():
    """Make the plugin's own worker environment if it is missing (whatever SENTINEL_TOOLKIT_PYTHON names).

    The tests and the demo use all extras, which a plugin fetches when they are asked for.
    """
    report = Report(lambda event: say(getattr(event, "text", "")))
    if environment.find_problem(environment.environment_folder()):
        say("making the worker environment")
        installer.install(report)
    installer.add_extras(EXTRAS, worker_python(), report)


def enter(name):
    """Make sure that this script runs in a test environment, that of ``docs``, or the ``system`` Python."""
    if os.environ.get("SENTINEL_TOOLKIT_ENTERED") == name:
        return
    subprocess.run([str(ROOT / "scripts" / "setup")], check=True, stdout=subprocess.DEVNULL)
    ways = {"system": lambda: "/usr/bin/python3", "docs": prepare_docs}
    python = ways.get(name, lambda: python_of(name))()
    variables = {**environment.child_variables(os.environ), "SENTINEL_TOOLKIT_ENTERED": name}
    os.execve(python, [python, *sys.argv], variables)


def say(text):
    """Tell the person at the terminal, never stdout."""
    if text:
        print(f"setup: {text}", file=sys.stderr)


def main(arguments):
    """Prepare everything; ``--worker-python`` prints the worker's interpreter, ``--test-python NAME`` a test one's."""
    try:
        prepare_worker()
        prepare_tests()
        if arguments == ["--worker-python"]:
            print(environment.worker_interpreter())
    except ToolkitError as error:
        say(str(error))
        return 1
    if arguments[:1] == ["--test-python"]:
        print(python_of(arguments[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
