"""Computers without ready-made libraries are refused before anything is downloaded, with the reason."""

import platform
import sys

import pytest

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.runtime.platforms import Computer, managed_python, refuse_unsupported, this_computer

GLIBC = ("glibc", (2, 36))
SERVED = {
    "Debian 12": Computer("linux", "x86_64", libc=GLIBC),
    "the oldest Linux": Computer("linux", "x86_64", libc=("glibc", (2, 28))),
    "Windows": Computer("win32", "amd64"),
    "Windows on ARM, which runs programs for x86-64": Computer("win32", "arm64"),
    "macOS on ARM": Computer("darwin", "arm64", (14, 0)),
    "macOS on Intel": Computer("darwin", "x86_64", (13, 6)),
    "macOS of next year": Computer("darwin", "arm64", (27, 1)),
}
REFUSED = {
    "exactextract for Linux on ARM": Computer("linux", "aarch64", libc=GLIBC),
    "none for Linux on riscv64": Computer("linux", "riscv64", libc=GLIBC),
    "C library glibc": Computer("linux", "x86_64", libc=("", ())),
    "glibc 2.28 or newer, and this Linux has 2.17": Computer("linux", "x86_64", libc=("glibc", (2, 17))),
    "with 32 bits": Computer("linux", "x86_64", libc=GLIBC, bits=32),
    "Windows of 64 bits": Computer("win32", "x86", bits=32),
    "macOS 14 or newer on this processor, and this is macOS 13.6": Computer("darwin", "arm64", (13, 6)),
    "macOS 13 or newer on this processor, and this is macOS 12.7": Computer("darwin", "x86_64", (12, 7)),
    "there are none for freebsd14": Computer("freebsd14", "amd64"),
}


@pytest.mark.parametrize("computer", SERVED.values(), ids=SERVED)
def test_computers_with_wheels_are_served(computer):
    refuse_unsupported(computer)


@pytest.mark.parametrize(("reason", "computer"), REFUSED.items(), ids=REFUSED)
def test_others_are_told_why_and_what_to_do(reason, computer):
    with pytest.raises(EnvironmentNotReadyError, match=reason) as caught:
        refuse_unsupported(computer)
    assert "Python of your own" in caught.value.hint


def test_this_computer_is_read(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc", "2.36"))
    assert this_computer() == Computer("linux", "x86_64", libc=GLIBC, bits=64)


@pytest.mark.parametrize(
    ("kernel", "machine", "python"),
    [
        (
            "Darwin Kernel Version 24.1.0: root:xnu-11215/RELEASE_ARM64_T6000",
            "x86_64",
            "cpython-3.12-macos-aarch64-none",
        ),
        ("Darwin Kernel Version 24.1.0: root:xnu-11215/RELEASE_X86_64", "x86_64", "cpython-3.12-macos-x86_64-none"),
        (
            "Darwin Kernel Version 24.1.0: root:xnu-11215/RELEASE_ARM64_T6000",
            "arm64",
            "cpython-3.12-macos-aarch64-none",
        ),
    ],
)
def test_a_qgis_for_intel_on_an_arm_mac_gets_the_python_of_the_processor(kernel, machine, python, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(platform, "version", lambda: kernel)
    monkeypatch.setattr(platform, "mac_ver", lambda: ("15.1", ("", "", ""), machine))
    assert this_computer().release == (15, 1)
    assert managed_python(this_computer()) == python


def test_windows_on_arm_gets_the_python_that_has_wheels():
    assert managed_python(Computer("win32", "arm64")) == "cpython-3.12-windows-x86_64-none"
