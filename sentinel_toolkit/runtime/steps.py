"""The commands of an installation, one after another: stoppable, watched, each failing with its own last words."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sentinel_toolkit.contract.report import Report

POLL_S = 0.1
TAIL_CHARACTERS = 1500  # of a failed step's output: the cause stands at the end
_MIB = 2**20 / 1e6  # MB
_UNITS = {"KiB": _MIB / 1024, "MiB": _MIB, "GiB": _MIB * 1024}

_UNTRUSTED = "A certificate of your network is not trusted: add your company's CA to QGIS or the system."
_LOGIN = "The proxy wants a login: enter it in QGIS's network settings."
_FULL = "The disk is full: free 2 GB or set SENTINEL_TOOLKIT_DATA to another folder."
_LOCKED = "The folder cannot be written: set SENTINEL_TOOLKIT_DATA to another folder."
_UNREACHABLE = "The package index cannot be reached: check the network and the proxy."
_ALTERED = "A package arrived altered: something between you and the package index changes downloads."
_NO_PIP = "Python's pip is missing: install the packages python3-pip and python3-venv."
_LACKING = "The package index lacks a package: check pip's settings (pip config list) and the network."
_NO_BUILD = "A library has no ready-made build for this computer: docs/set_up_environment.md lists those that have."
_PYTHON = (
    "Python itself comes from github.com, which cannot be reached. Set UV_PYTHON_INSTALL_MIRROR to a mirror of "
    "python-build-standalone's releases, or SENTINEL_TOOLKIT_PYTHON to a Python of your own with the libraries."
)
# What the output of a failed step says, as uv 0.13 and pip 23 to 26 say it, in lower case, and what to do about it.
# The first that is found counts: what says more stands above.
_DIAGNOSES = (
    ("proxy authorization required", _LOGIN),
    ("407 proxy", _LOGIN),
    ("invalid peer certificate", _UNTRUSTED),
    ("certificate_verify_failed", _UNTRUSTED),
    ("no space left", _FULL),
    ("not enough space on the disk", _FULL),
    ("quota exceeded", _FULL),
    ("os error 112)", _FULL),  # Windows, in any language
    ("python-build-standalone", _PYTHON),
    ("in managed installations", _PYTHON),
    ("hash mismatch", _ALTERED),
    ("do not match the hashes", _ALTERED),
    ("matching platform tag", _NO_BUILD),
    ("matching python", _NO_BUILD),
    ("no usable wheels", _NO_BUILD),
    ("no module named pip", _NO_PIP),
    ("ensurepip", _NO_PIP),
    ("permission denied", _LOCKED),
    ("access is denied", _LOCKED),
    ("os error 5)", _LOCKED),
    ("read-only file system", _LOCKED),
    ("os error 32)", "Another program holds a file, perhaps a virus scanner: wait a minute and try again."),
    ("unauthorized error", "The package index wants a login: write it into the address in pip's settings."),
    ("forbidden error", "The package index wants a login: write it into the address in pip's settings."),
    ("was not found in", _LACKING),
    ("failed to inspect python", "That Python does not work: install it anew, or choose another in the settings."),
    ("ssl module is not available", "QGIS's Python cannot use TLS: start QGIS by its own shortcut (OSGeo4W)."),
    ("error sending request", _UNREACHABLE),
    ("operation timed out", _UNREACHABLE),
    ("connectionerror", _UNREACHABLE),
    ("no matching distribution", f"{_UNREACHABLE} Or it lacks a package."),
)


class Steps:
    """Run commands one after another, stoppable, each failing with its own last words."""

    def __init__(self, report: Report, variables: Mapping[str, str]) -> None:
        self._report = report
        self.variables = dict(variables)

    def __call__(
        self,
        command: Sequence[str],
        extra: Mapping[str, str] | None = None,
        watch: Callable[[str], None] | None = None,
    ) -> str:
        """Run a command and return what it has said.

        Parameters
        ----------
        command
            A program and its arguments.
        extra
            Environment variables beside those of all steps.
        watch
            Called again and again with what was said until then.

        Raises
        ------
        EnvironmentNotReadyError
            If it fails, with its last words.
        JobCancelled
            If the job is to stop.
        """
        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / "said"  # opened anew by each reader: a shared place in it would move the writer's
            code = self._run(command, {**self.variables, **(extra or {})}, output, watch)
            text = output.read_text("utf-8", "replace")
        if code:
            shown = redaction.redacted(
                text, redaction.of_variables(self.variables)
            )  # pip and uv name the proxy in full
            raise EnvironmentNotReadyError(
                f"{' '.join(command[:4])} … failed:\n{shown[-TAIL_CHARACTERS:].strip()}", diagnose(text)
            )
        return text

    def _run(
        self, command: Sequence[str], variables: Mapping[str, str], output: Path, watch: Callable[[str], None] | None
    ) -> int:
        """Run a command and return its exit code; it does not outlive a cancel."""
        with open(output, "wb") as written:
            try:
                process = subprocess.Popen(  # nosec B603 - a list of our own, no shell
                    command,
                    env=variables,
                    stdin=subprocess.DEVNULL,
                    stdout=written,
                    stderr=subprocess.STDOUT,
                    creationflags=no_window(),
                )
            except OSError as error:
                raise EnvironmentNotReadyError(
                    f"{command[0]} cannot be started: {error}.", "Check the Python installation."
                ) from error
        try:
            while process.poll() is None:
                self._report.checkpoint()
                if watch:
                    watch(output.read_text("utf-8", "replace"))
                time.sleep(POLL_S)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        return process.returncode


def no_window() -> int:
    """Return the flags of a child process: on Windows each program of the console would open a window over QGIS."""
    return 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW, which other systems' subprocess lacks


def diagnose(output: str) -> str:
    """Return advice for a failed step's output, or a general word."""
    said = output.lower()
    return next((advice for sign, advice in _DIAGNOSES if sign in said), "Nothing was changed; you can try again.")


def downloaded_mb(said: str) -> tuple[float, float]:
    r"""Return (what uv has downloaded, what it has begun to) in MB, by what it says; small packages are not named.

    >>> downloaded_mb("Downloading numpy (16.0MiB)\nDownloading pillow (8.0MiB)\n Downloaded pillow\n")
    (8.388608, 25.165824)
    """
    sizes = {
        name: float(number) * _UNITS[unit]
        for name, number, unit in re.findall(r"^\s*Downloading (\S+) \(([\d.]+)([KMG]iB)\)", said, re.MULTILINE)
    }
    done = set(re.findall(r"^\s*Downloaded (\S+)", said, re.MULTILINE))
    return sum(size for name, size in sizes.items() if name in done), sum(sizes.values())
