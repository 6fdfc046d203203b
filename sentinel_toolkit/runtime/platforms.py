"""THE TABLE of the computers that the lock file has wheels for: others are refused before anything is downloaded."""

from __future__ import annotations

import platform
import struct
import sys
from dataclasses import dataclass

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError

CHOICE = "Set SENTINEL_TOOLKIT_PYTHON, or the plugin's options, to a Python of your own that has the libraries."
MACOS_ARM, MACOS_INTEL = (14, 0), (13, 0)  # rasterio, netCDF4; netCDF4
GLIBC = (2, 28)  # rasterio, llvmlite
_X86 = ("x86_64", "amd64")
_ARM = ("arm64", "aarch64")


@dataclass(frozen=True)
class Computer:
    """What decides whether there are wheels."""

    system: str
    """As sys.platform."""
    machine: str
    """x86_64 or arm64; of the processor, where a program for another one runs on it."""
    release: tuple[int, ...] = ()
    """Of macOS."""
    libc: tuple[str, tuple[int, ...]] = ("", ())
    """Of Linux: its name, and its version."""
    bits: int = 64


def this_computer() -> Computer:
    """Return the computer that this runs on."""
    machine = platform.machine().lower()
    if sys.platform == "darwin" and "ARM64" in platform.version():
        machine = "arm64"  # a QGIS for Intel under Rosetta: the worker is a program of its own, and need not be one
    name, version = platform.libc_ver()
    libc = (name, _numbers(version))
    return Computer(sys.platform, machine, _numbers(platform.mac_ver()[0]), libc, struct.calcsize("P") * 8)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def refuse_unsupported(computer: Computer) -> None:
    """Raise EnvironmentNotReadyError, with the reason, if there are no wheels for a computer."""
    judge = _JUDGES.get(computer.system)
    reason = judge(computer) if judge else f"there are none for {computer.system}"
    if reason:
        raise EnvironmentNotReadyError(f"The libraries cannot be installed on this computer: {reason}.", CHOICE)


def _windows(computer: Computer) -> str:
    if computer.machine in _ARM or (computer.machine in _X86 and computer.bits == 64):  # ARM runs programs for x86-64
        return ""
    return f"a Windows of 64 bits is needed, and this one is {computer.machine} with {computer.bits} bits"


def _macos(computer: Computer) -> str:
    least = MACOS_ARM if computer.machine in _ARM else MACOS_INTEL
    if computer.release and computer.release < least:
        has = ".".join(map(str, computer.release))
        return f"rasterio and netCDF4 need macOS {least[0]} or newer on this processor, and this is macOS {has}"
    return ""


def _linux(computer: Computer) -> str:
    if computer.machine in _ARM:
        return "there is no exactextract for Linux on ARM (aarch64)"
    if computer.machine not in _X86 or computer.bits != 64:
        return f"there are none for Linux on {computer.machine} with {computer.bits} bits"
    name, version = computer.libc
    if name != "glibc":
        return "they need the C library glibc, which this Linux does not have"
    if version < GLIBC:
        return f"they need glibc {GLIBC[0]}.{GLIBC[1]} or newer, and this Linux has {'.'.join(map(str, version))}"
    return ""


_JUDGES = {"win32": _windows, "darwin": _macos, "linux": _linux}


def managed_python(computer: Computer) -> str:
    """Return the Python that uv fetches: version, system and processor that the lock file has wheels for."""
    if computer.system == "win32":
        return "cpython-3.12-windows-x86_64-none"
    return f"cpython-3.12-macos-{'aarch64' if computer.machine in _ARM else 'x86_64'}-none"
