"""Processes of this computer: which of them still run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Of Windows: the least right that OpenProcess grants, its refusal, and what a process that has ended says to a wait.
_SYNCHRONIZE, _ACCESS_DENIED, _HAS_ENDED = 0x00100000, 5, 0


def is_alive(pid: int) -> bool:
    """Tell whether a process of that id runs (a recycled id counts: better a late sweep than a wrong one).

    One of another user, which we may not even ask, runs.
    """
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p  # a handle; os.kill(pid, 0) would end the process here
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        try:  # whoever started a process keeps it known after its end
            return kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) != _HAS_ENDED
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):  # the latter of a number that no process has
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Tell whether a process has ended and only waits for its parent to notice."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False  # no /proc here: an ended process is at worst swept later
