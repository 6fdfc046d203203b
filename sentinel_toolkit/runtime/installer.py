"""Make the worker's environment: built in a hidden folder, probed, stamped, renamed. One in use is never touched."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit import paths
from sentinel_toolkit.contract import redaction, staging
from sentinel_toolkit.contract.environment import SetUpEnvironmentRequest
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.locks import try_lock
from sentinel_toolkit.contract.report import JobCancelled
from sentinel_toolkit.runtime import environment
from sentinel_toolkit.runtime.client import run_job

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sentinel_toolkit.contract.report import Report

UV_PIN = paths.RESOURCES / "uv.txt"
MINIMUM_PYTHON = (3, 11)
MANAGED_PYTHON = "3.12"  # what uv fetches on Windows and macOS, where QGIS's own Python is no base for a venv
POLL_S = 0.1
TAIL_CHARACTERS = 1500  # of a failed step's output: the cause stands at the end

# pip's settings -> uv's variables: uv does not read pip.conf.
_PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "trusted-host": "UV_INSECURE_HOST",
    "no-index": "UV_NO_INDEX",
}

# What the output of a failed step points at, and what to do about it.
_DIAGNOSES = (
    ("407", "The proxy wants a login: enter it in QGIS's network settings."),
    ("UnknownIssuer", "A certificate of your network is not trusted: add your company's CA to QGIS or the system."),
    (
        "CERTIFICATE_VERIFY_FAILED",
        "A certificate of your network is not trusted: add your company's CA to QGIS or the system.",
    ),
    ("No space left", "The disk is full: free 1 GB or set SENTINEL_TOOLKIT_DATA to another folder."),
    ("Permission denied", "The folder cannot be written: set SENTINEL_TOOLKIT_DATA to another folder."),
    ("hash mismatch", "A package arrived altered: something between you and the package index changes downloads."),
    ("No module named pip", "Python's pip is missing: install the package python3-pip (or python3-venv)."),
    ("ensurepip", "Python's pip is missing: install the package python3-venv (or python3-pip)."),
    ("error sending request", "The package index cannot be reached: check the network and the proxy."),
    ("ConnectionError", "The package index cannot be reached: check the network and the proxy."),
    (
        "No matching distribution",
        "The package index cannot be reached or lacks a package: check the network and pip's settings.",
    ),
    ("no wheels", "A library has no ready-made build for this computer (supported: Linux x86-64 and Windows)."),
)


def install(report: Report, variables: Mapping[str, str] | None = None, rebuild: bool = False) -> Path:
    """Make the environment of the lock file unless it is ready, and return its folder.

    Parameters
    ----------
    report
        Gets progress and notes; a checkpoint stands in every wait, so cancel ends a running step.
    variables
        Proxy and certificates.
    rebuild
        Make it anew even if it is ready.

    Raises
    ------
    EnvironmentNotReadyError
        If a step fails; the message ends with that step's own last words.
    """
    folder = environment.environment_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _turn(folder, report):
        if not rebuild and not environment.find_problem(folder):
            report.note(f"The worker environment is ready: {folder}")
            return folder
        with staging.staged(folder) as part:
            _build(part, report, environment.child_variables(os.environ, variables))
            _swap(part, folder)
    report.progress(1.0, "Worker environment ready")
    return folder


@contextlib.contextmanager
def _turn(folder: Path, report: Report) -> Iterator[None]:
    """Let one process at a time build this environment: a lock of the operating system, which dies with its holder."""
    said = False
    with open(folder.with_name(folder.name + ".lock"), "a+b") as lock:
        while not try_lock(lock):
            if not said:
                report.note("Another QGIS is setting the environment up; waiting for it.")
                said = True
            report.checkpoint()
            time.sleep(POLL_S)
        yield  # closing the file gives the lock back


def _build(part: Path, report: Report, variables: Mapping[str, str]) -> None:
    """Fill ``part`` with a complete, probed, stamped environment."""
    started = time.monotonic()
    run = Steps(report, variables)
    report.progress(0.02, "Fetching the installer (uv)")
    base = find_base_python()
    uv = fetch_uv(run, base)
    report.progress(0.1, "Creating the virtual environment")
    # No --seed: nothing but the lock file's packages goes in. The cache lies beside it, where hard links work.
    run([uv, "venv", "--quiet", "--python", base, str(part / "env")])
    python = environment.interpreter_in(part / "env")
    report.progress(0.15, "Downloading and installing the libraries")
    sync = [uv, "pip", "sync", "--python", str(python), "--require-hashes", "--only-binary", ":all:"]
    run([*sync, str(environment.LOCK_FILE)])
    report.progress(0.85, "Checking the libraries")
    found = run_job(
        JOBS["set_up_environment"], SetUpEnvironmentRequest(), str(python), report.emit, report.is_cancelled
    )
    if found is None:
        raise JobCancelled
    report.checkpoint()
    stamp = {
        "version": paths.version(),
        "python": found.python,
        "megabytes": round(sum(file.stat().st_size for file in part.rglob("*") if file.is_file()) / 1e6),
        "seconds": round(time.monotonic() - started, 1),
    }
    (part / "env" / environment.STAMP).write_text(json.dumps(stamp), "utf-8")
    report.note(f"Installed {stamp['megabytes']} MB in {stamp['seconds']} s with Python {stamp['python']}.")


def _swap(part: Path, folder: Path) -> None:
    """Put the new environment in the place of the old; a running worker keeps its open files on Linux."""
    if folder.exists():
        os.replace(folder, part / "old")
    os.replace(part / "env", folder)


def fetches_python() -> bool:
    """Tell whether uv fetches an interpreter, because QGIS's own is no base for an environment."""
    return sys.platform in ("win32", "darwin")


def find_base_python() -> str:
    """Return what uv makes the environment of: QGIS's base interpreter on Linux, a managed CPython elsewhere.

    Raises
    ------
    EnvironmentNotReadyError
        If QGIS's Python is too old and no interpreter is chosen.
    """
    if fetches_python():
        return MANAGED_PYTHON
    if sys.version_info < MINIMUM_PYTHON:
        raise EnvironmentNotReadyError(
            f"QGIS's Python is {sys.version_info.major}.{sys.version_info.minor}, the worker needs 3.11 or newer.",
            "Set SENTINEL_TOOLKIT_PYTHON to an interpreter that has the libraries of requirements.lock.",
        )
    return _own_python()


def _own_python() -> str:
    """Return this process's base interpreter; sys.executable may be QGIS itself or a shim."""
    if sys.platform == "win32":
        return str(Path(sys.base_prefix) / "python.exe")
    return str(Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}")


def fetch_uv(run: Steps, base: str) -> str:
    """Return the uv executable, pinned by hash and fetched by pip, and give ``run`` the variables of pip's index."""
    pin = UV_PIN.read_text("utf-8").split()[0].replace("==", "-")
    folder = paths.data_folder() / pin
    name = "uv.exe" if sys.platform == "win32" else "uv"
    python = base if Path(base).is_file() else _own_python()
    with tempfile.TemporaryDirectory(dir=paths.data_folder(), prefix=".pip-") as scratch:
        pip = _pip(run, python, scratch)
        if not (folder / "bin" / name).exists():
            with staging.staged(folder) as part:
                fetch = [*pip, "install", "--quiet", "--target", str(part / "uv"), "--require-hashes", "--no-deps"]
                run([*fetch, "--only-binary", ":all:", "-r", str(UV_PIN)])
                shutil.rmtree(folder, ignore_errors=True)
                os.replace(part / "uv", folder)
        run.variables.update(index_variables(run([*pip, "config", "list"]), run.variables))
    return str(folder / "bin" / name)


def _pip(run: Steps, python: str, scratch: str) -> list[str]:
    """Return the command of a pip: the interpreter's own, or that of a bare venv made for it."""
    try:
        run([python, "-I", "-m", "pip", "--version"])
        return [python, "-I", "-m", "pip"]
    except EnvironmentNotReadyError:
        run([python, "-I", "-m", "venv", scratch])
        return [str(environment.interpreter_in(scratch)), "-I", "-m", "pip"]


def index_variables(pip_config: str, variables: Mapping[str, str]) -> dict[str, str]:
    """Return uv's variables for what ``pip config list`` says; a variable that the user set for uv wins.

    >>> index_variables("global.index-url='https://index.example/simple'", {})["UV_DEFAULT_INDEX"]
    'https://index.example/simple'
    """
    settings: dict[str, str] = {}
    for line in pip_config.splitlines():
        key, found, value = line.partition("=")
        if found:
            name = key.strip().rpartition(".")[2]
            settings.setdefault(name, " ".join(value.strip().strip("'\"").replace("\\n", " ").split()))
    # System certificates under both names, old and new; with hashes pinned, any index may serve a package.
    chosen = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "UV_INDEX_STRATEGY": "unsafe-best-match"}
    chosen.update({_PIP_TO_UV[name]: value for name, value in settings.items() if name in _PIP_TO_UV and value})
    return {name: value for name, value in chosen.items() if name not in variables}


class Steps:
    """Run commands one after another, stoppable, each failing with its own last words."""

    def __init__(self, report: Report, variables: Mapping[str, str]) -> None:
        self._report = report
        self.variables = dict(variables)

    def __call__(self, command: Sequence[str], extra: Mapping[str, str] | None = None) -> str:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            try:
                process = subprocess.Popen(  # nosec B603 - a list of our own, no shell
                    command,
                    env={**self.variables, **(extra or {})},
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )
            except OSError as error:
                raise EnvironmentNotReadyError(
                    f"{command[0]} cannot be started: {error}.", "Check the Python installation."
                ) from error
            try:
                while process.poll() is None:
                    self._report.checkpoint()
                    time.sleep(POLL_S)
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
            output.seek(0)
            text = output.read()
        if process.returncode:
            said = redaction.redacted(text, redaction.of_variables(self.variables))  # pip and uv name the proxy in full
            raise EnvironmentNotReadyError(
                f"{' '.join(command[:4])} … failed:\n{said[-TAIL_CHARACTERS:].strip()}", diagnose(text)
            )
        return text


def diagnose(output: str) -> str:
    """Return advice for a failed step's output, or a general word."""
    said = output.lower()
    known = (advice for sign, advice in _DIAGNOSES if sign.lower() in said)
    return next(known, "Nothing was changed; you can try again.")
