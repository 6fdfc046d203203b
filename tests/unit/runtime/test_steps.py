"""The commands of an installation: what they are started with, what is said of them, and what their last words mean."""

import subprocess
import sys

import pytest

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime.steps import Steps, diagnose, downloaded_mb, no_window

# What uv 0.13.8 and pip say, recorded: of servers on this computer that refuse, of folders of altered wheels, of a full disk.
WORDS = {
    "a proxy that wants a login": (
        (
            "error: Failed to fetch: https://index.example/simple/affine/\n"
            "  cause: error sending request for url (https://index.example/simple/affine/)\n"
            "  cause: client error (Connect)\n  cause: tunnel error: proxy authorization required\n"
        ),
        "network settings",
    ),
    "the same, as pip says it": (
        "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))",
        "network settings",
    ),
    "an unknown authority": (
        (
            "error: Failed to fetch: https://index.example/simple/gone/\n"
            "  cause: error sending request for url (https://index.example/simple/gone/)\n  cause: client error (Connect)\n"
            "  cause: invalid peer certificate: UnknownIssuer\n"
        ),
        "company's CA",
    ),
    "another fault of a certificate": (
        "  cause: error sending request\n  cause: invalid peer certificate: Other(OtherError(CaUsedAsEndEntity))\n",
        "company's CA",
    ),
    "no name server": (
        (
            "error: Failed to fetch: https://nowhere.invalid/simple/affine/\n"
            "  cause: error sending request for url (https://nowhere.invalid/simple/affine/)\n"
            "  cause: client error (Connect)\n  cause: dns error\n  cause: error resolving DNS\n"
            "  cause: failed to lookup address information: Name or service not known\n"
        ),
        "cannot be reached",
    ),
    "a server that never answers": (
        "error: Failed to fetch: http://127.0.0.1:33079/simple/affine/\n  cause: operation timed out\n",
        "cannot be reached",
    ),
    "an altered package": (
        (
            "error: Failed to download `affine==3.0.1`\n  cause: Hash mismatch for `affine==3.0.1`\n\n         Expected:\n"
            "           sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\n"
        ),
        "arrived altered",
    ),
    "no wheel for the system": (
        (
            "error: No solution found when resolving dependencies\n  cause: Because odd==3.0.1 has no wheels with a matching "
            "platform tag (e.g., `manylinux_2_36_x86_64`) and you require odd==3.0.1, we can conclude that your requirements "
            "are unsatisfiable.\n\nhint: Wheels are available for `odd` (v3.0.1) on the following platform: `win_amd64`\n"
        ),
        "no ready-made build",
    ),
    "no wheel at all": (
        (
            "  cause: Because exactextract==0.3.0 has no usable wheels and you require exactextract==0.3.0, we can conclude "
            "that your requirements are unsatisfiable.\n"
        ),
        "no ready-made build",
    ),
    "an index that lacks it": (
        (
            "  cause: Because affine was not found in the package registry and you require affine==3.0.1, we can conclude "
            "that your requirements are unsatisfiable.\n"
        ),
        "lacks a package",
    ),
    "an index that wants a login": (
        (
            "  cause: Because affine was not found in the package registry and you require affine==3.0.1, we can conclude "
            "that your requirements are unsatisfiable.\n\nhint: An index (http://127.0.0.1:43221/py) returned a 403 Forbidden "
            "error. Check that the index URL is correct and the credentials are valid.\n"
        ),
        "index wants a login",
    ),
    "a full disk": (
        (
            "error: Failed to download `large==3.0.1`\n  cause: I/O operation failed during extraction\n  cause: failed to "
            "write to file `/x/large/big.bin`: No space left on device (os error 28)\n"
        ),
        "disk is full",
    ),
    "a full disk in another language": (
        "Es steht nicht genug Speicherplatz zur Verfügung. (os error 112)",
        "disk is full",
    ),
    "github is blocked": (
        (
            "error: Failed to download `https://github.com/astral-sh/python-build-standalone/releases/download/20261110/cpython"
            "-3.12.16%2B20261110-x86_64-pc-windows-msvc-install_only_stripped.tar.gz`\n  cause: error sending request for url "
            "(https://github.com/astral-sh/…)\n  cause: tcp connect error\n"
        ),
        "UV_PYTHON_INSTALL_MIRROR",
    ),
    "github behind a proxy with a login": (
        (
            "error: Failed to download `https://github.com/astral-sh/python-build-standalone/releases/download/20261110/…`\n"
            "  cause: tunnel error: proxy authorization required\n"
        ),
        "network settings",
    ),
    "a file that a scanner holds": ("Der Prozess kann nicht auf die Datei zugreifen. (os error 32)", "virus scanner"),
    "a folder of others": ("failed to create directory `/x`: Permission denied (os error 13)", "cannot be written"),
    "a broken Python": ("error: Failed to inspect Python interpreter from provided path at `/bin/ls`", "does not work"),
    "no pip": ("/usr/bin/python3: No module named pip", "python3-pip"),
    "pip of an OSGeo4W without its libraries": (
        "WARNING: pip is configured with locations that require TLS/SSL, however the ssl module is not available",
        "OSGeo4W",
    ),
    "a number that is no answer of a proxy": ("Computed: sha256:407aa407", "Nothing was changed"),
}


@pytest.mark.parametrize(("output", "advice"), WORDS.values(), ids=WORDS)
def test_what_uv_and_pip_say_is_explained(output, advice):
    assert advice in diagnose(output)


@pytest.mark.parametrize(("system", "flags"), [("win32", 0x08000000), ("linux", 0), ("darwin", 0)])
def test_no_step_opens_a_window(system, flags, monkeypatch):
    started = []

    class Ended:
        returncode = 0

        def __init__(self, command, **options):
            started.append(options)

        def poll(self):
            return 0

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(subprocess, "Popen", Ended)
    Steps(Report(), {})(["uv"])
    assert started[0]["creationflags"] == no_window() == flags


def test_what_a_step_has_said_is_seen_while_it_runs_and_nothing_is_lost():
    seen = []
    code = "import time\nfor number in range(40): print(number, flush=True); time.sleep(0.02)"
    said = Steps(Report(), {})([sys.executable, "-I", "-c", code], watch=seen.append)
    assert said.split() == [str(number) for number in range(40)]
    assert len({text for text in seen if text and text != said}) >= 2


def test_a_program_that_is_not_there_is_an_error_in_words(tmp_path):
    with pytest.raises(EnvironmentNotReadyError, match="cannot be started"):
        Steps(Report(), {})([str(tmp_path / "none")])


def test_megabytes_are_read_of_what_uv_says():
    said = (
        "Using Python 3.11.2 environment at: v4\nResolved 28 packages in 1.28s\nDownloading llvmlite (1.5GiB)\n"
        "Downloading pillow (512.0KiB)\n Downloaded pillow\nPrepared 28 packages in 1.56s\n + numpy==2.4.6\n"
    )
    done, known = downloaded_mb(said)
    assert (done, known) == (pytest.approx(0.524288), pytest.approx(1611.137024))
    assert downloaded_mb("") == (0, 0)
