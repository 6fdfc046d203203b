"""uv, which makes environments: fetched by pip, told of pip's settings, and kept to the plugin's own folder."""

from __future__ import annotations

import ast
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit import paths
from sentinel_toolkit.contract import staging
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.runtime import environment, platforms
from sentinel_toolkit.runtime.search_path import with_host_libraries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentinel_toolkit.runtime.steps import Steps

UV_PIN = paths.RESOURCES / "uv.txt"
MINIMUM_PYTHON = (3, 11)
# pip's settings -> uv's variables: uv does not read pip.conf.
_PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "trusted-host": "UV_INSECURE_HOST",
}
_OFF = ("", "0", "no", "off", "false")  # as pip reads it


class Uv:
    """The commands of one uv."""

    def __init__(self, run: Steps, program: str, settings: Mapping[str, str]) -> None:
        self._run, self.program = run, program
        # "no-index" is the one setting that uv takes as an option only.
        self._index = ["--no-index"] if settings.get("no-index", "").lower() not in _OFF else []

    def venv(self, folder: Path, base: str) -> None:
        """Make an empty environment, which may be moved: its programs find their Python beside themselves.

        Without --seed: nothing but the lock file's packages goes in.
        """
        kind = ["--managed-python"] if fetches_python() else []
        self._run([self.program, "venv", "--quiet", "--relocatable", *kind, "--python", base, str(folder)])

    def pip(self, command: str, python: Path, lock: Path, *options: str) -> list[str]:
        """Return the command that makes an environment hold what a lock file lists."""
        pinned = ["--require-hashes", "--only-binary", ":all:", *self._index, *options]
        return [self.program, "pip", command, "--python", str(python), *pinned, str(lock)]

    def forget_downloads(self) -> None:
        """Empty our own cache, whose files live on where they were linked to; the user's is left alone."""
        if self._run.variables.get("UV_CACHE_DIR") == str(_cache_folder()):
            self._run([self.program, "cache", "clean", "--quiet"])


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
        return platforms.managed_python(platforms.this_computer())
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


def fetch_uv(run: Steps, base: str) -> Uv:
    """Return uv, pinned by hash and fetched by pip; ``run`` gets the variables of pip's index and of our folders."""
    pin = UV_PIN.read_text("utf-8").split()[0].replace("==", "-")
    folder = paths.data_folder() / pin
    name = "uv.exe" if sys.platform == "win32" else "uv"
    python = base if Path(base).is_file() else _own_python()
    with tempfile.TemporaryDirectory(dir=paths.data_folder(), prefix=".pip-") as scratch:
        pip = _Pip(run, python, scratch)
        if not (folder / "bin" / name).exists():
            with staging.staged(folder) as part:
                pip("install", "--quiet", "--target", str(part / "uv"), *_PINNED, "-r", str(UV_PIN))
                shutil.rmtree(folder, ignore_errors=True)
                os.replace(part / "uv", folder)
        settings = pip_settings(pip("config", "list"))
    run.variables.update(index_variables(settings, run.variables))
    for variable, place in own_folders().items():
        run.variables.setdefault(variable, place)
    return Uv(run, str(folder / "bin" / name), settings)


_PINNED = ("--require-hashes", "--no-deps", "--only-binary", ":all:")


class _Pip:
    """The interpreter's own pip, or that of a bare venv made for it."""

    def __init__(self, run: Steps, python: str, scratch: str) -> None:
        self._run = run
        # The worker's PATH is without QGIS's libraries; QGIS's own Python needs them.
        on_windows = sys.platform == "win32"
        self._variables = {"PATH": with_host_libraries(os.environ, sys.base_prefix)} if on_windows else {}
        self._start = self._of(python)
        try:
            self("--version")
        except EnvironmentNotReadyError:
            run([python, "-I", "-X", "utf8", "-m", "venv", scratch], self._variables)
            self._start = self._of(str(environment.interpreter_in(scratch)))

    @staticmethod
    def _of(python: str) -> list[str]:
        return [python, "-I", "-X", "utf8", "-m", "pip"]  # utf8: paths of any letters come through the pipe

    def __call__(self, *arguments: str) -> str:
        return self._run([*self._start, *arguments], self._variables)


def own_folders() -> dict[str, str]:
    """Return uv's variables that keep what it fetches below our folder; what the user has set wins."""
    return {"UV_PYTHON_INSTALL_DIR": str(paths.data_folder() / "python"), "UV_CACHE_DIR": str(_cache_folder())}


def _cache_folder() -> Path:
    return paths.data_folder() / "uv-cache"  # on the disk of the environments, where hard links work


def pip_settings(listed: str) -> dict[str, str]:
    r"""Return name → value of what ``pip config list`` prints; the first counts, and lists have blanks between.

    >>> pip_settings(r"global.find-links='C:\\wheels\nD:\\more'")
    {'find-links': 'C:\\wheels D:\\more'}
    """
    settings: dict[str, str] = {}
    for line in listed.splitlines():
        key, found, value = line.partition("=")
        if found:
            settings.setdefault(key.strip().rpartition(".")[2], " ".join(_read(value.strip()).split()))
    return settings


def _read(value: str) -> str:
    """Return a value that is written as Python writes it."""
    try:
        return str(ast.literal_eval(value))
    except (SyntaxError, ValueError):
        return value


def index_variables(settings: Mapping[str, str], variables: Mapping[str, str]) -> dict[str, str]:
    """Return uv's variables for pip's settings; a variable that the user set for uv wins.

    >>> index_variables({"index-url": "https://index.example/simple"}, {})["UV_DEFAULT_INDEX"]
    'https://index.example/simple'
    """
    # System certificates under both names, old and new; with hashes pinned, any index may serve a package.
    chosen = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "UV_INDEX_STRATEGY": "unsafe-best-match"}
    chosen.update({_PIP_TO_UV[name]: value for name, value in settings.items() if name in _PIP_TO_UV and value})
    return {name: value for name, value in chosen.items() if name not in variables}
