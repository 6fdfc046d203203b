"""The lock files have wheels for each computer that the plugin serves, by the index itself: nothing is downloaded.

docs/set_up_environment.md has the table of what was resolved.
"""

import os
import re
import subprocess
from pathlib import Path

import pytest

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime import environment, platforms
from sentinel_toolkit.runtime.platforms import Computer
from sentinel_toolkit.runtime.steps import Steps
from sentinel_toolkit.runtime.uv import fetch_uv, find_base_python

ROOT = Path(__file__).resolve().parents[2]
LOCKS = (environment.LOCK_FILE, *map(environment.extra_lock, EXTRAS))
GLIBC = ("glibc", (2, 28))
# THE TABLE: what uv calls a platform, macOS, the Pythons that the worker may have there → the computer, and what is missing.
PLATFORMS = {
    "Linux x86-64, glibc 2.28": ("x86_64-manylinux_2_28", "", "3.11 3.12 3.13 3.14", Computer("linux", "x86_64", libc=GLIBC), ""),
    "Windows x64": ("x86_64-pc-windows-msvc", "", "3.12", Computer("win32", "amd64"), ""),
    "macOS 14, ARM": ("aarch64-apple-darwin", "14.0", "3.12", Computer("darwin", "arm64", (14, 0)), ""),
    "macOS 13, Intel": ("x86_64-apple-darwin", "13.0", "3.12", Computer("darwin", "x86_64", (13, 0)), ""),
    "macOS 13, ARM": ("aarch64-apple-darwin", "13.0", "3.12", Computer("darwin", "arm64", (13, 6)), "netcdf4"),
    "macOS 12, Intel": ("x86_64-apple-darwin", "12.0", "3.12", Computer("darwin", "x86_64", (12, 7)), "netcdf4"),
    "Linux aarch64": ("aarch64-manylinux_2_28", "", "3.12", Computer("linux", "aarch64", libc=GLIBC), "exactextract"),
}  # fmt: skip


@pytest.fixture(scope="module")
def resolve(tmp_path_factory):
    """Return a function that has uv choose the wheels of a lock file for a platform, and returns (exit code, what it says)."""
    run = Steps(Report(), environment.child_variables(os.environ))
    uv = fetch_uv(run, find_base_python())
    target = tmp_path_factory.mktemp("target")
    # Only the index counts: a local folder of wheels has those of this system.
    local = ("UV_FIND_LINKS", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_OFFLINE")
    variables = {name: value for name, value in run.variables.items() if name not in local}

    def ask(lock, platform, macos, python):
        command = uv.pip("install", Path(find_base_python()), lock, "--no-deps", "--dry-run", "--target", str(target))
        command[-1:] = ["--python-platform", platform, "--python-version", python, "-r", command[-1]]
        more = {"MACOSX_DEPLOYMENT_TARGET": macos} if macos else {}
        done = subprocess.run(command, env={**variables, **more}, capture_output=True, text=True, timeout=200)
        return done.returncode, done.stdout + done.stderr

    return ask


@pytest.mark.campaign
@pytest.mark.parametrize("name", PLATFORMS)
def test_the_index_has_wheels_where_the_plugin_says_so(name, resolve):
    platform, macos, pythons, computer, missing = PLATFORMS[name]
    for python in pythons.split():
        for lock in LOCKS if not missing else LOCKS[:1]:
            code, said = resolve(lock, platform, macos, python)
            if missing:
                assert code
                assert f"`{missing}`" in said
                assert "no usable wheels" in said
            else:
                assert not code, said
    if missing:
        with pytest.raises(EnvironmentNotReadyError, match=missing.replace("netcdf4", "netCDF4")):
            platforms.refuse_unsupported(computer)
    else:
        platforms.refuse_unsupported(computer)


def test_the_page_has_the_same_table():
    page = (ROOT / "docs" / "set_up_environment.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ([^|]+) \| [^|]* \| ([^|]+) \|$", page, re.MULTILINE))
    for name, (*_, missing) in PLATFORMS.items():
        assert rows[name].lower().startswith(f"no {missing}" if missing else "all"), name
