"""Windows, as far as the toolkit asks it: stand-ins for what Python has only there."""

import contextlib
import ctypes
import sys
import types

RUNS, HAS_ENDED, OF_ANOTHER_USER = "runs", "has ended", "of another user"
ACCESS_DENIED, INVALID_PARAMETER, TIMEOUT = 5, 87, 0x102


class Kernel32:
    """Processes by their ids, and attributes of files."""

    def __init__(self, processes):
        self.error, self.open, self.attributes = 0, set(), {}

        def open_process(right, inherit, pid):
            assert (right, inherit) == (0x00100000, False), "SYNCHRONIZE is the least right"
            self.error = {OF_ANOTHER_USER: ACCESS_DENIED}.get(processes.get(pid), INVALID_PARAMETER)
            if processes.get(pid) not in (RUNS, HAS_ENDED):
                return None
            handle = 0x7FF0_0000_0000 + pid  # of 64 bits
            self.open.add(handle)
            return handle

        def wait(handle, milliseconds):
            assert milliseconds == 0, "nobody waits"
            return TIMEOUT if processes[handle.value - 0x7FF0_0000_0000] == RUNS else 0

        self.OpenProcess, self.WaitForSingleObject = open_process, wait
        self.CloseHandle = lambda handle: self.open.remove(handle.value)
        self.SetFileAttributesW = self.attributes.__setitem__


def emulate(monkeypatch, processes=None, has_long_paths=False):
    """Make this look like Windows; return its Kernel32.

    Parameters
    ----------
    processes
        Id → what a process is.
    has_long_paths
        As the registry has it; None: it has no such value.
    """
    kernel = Kernel32(processes or {})

    @contextlib.contextmanager
    def open_key(root, name):
        assert (root, name) == ("HKLM", r"SYSTEM\CurrentControlSet\Control\FileSystem")
        yield "key"

    def query(key, name):
        assert (key, name) == ("key", "LongPathsEnabled")
        if has_long_paths is None:
            raise FileNotFoundError(2, "no such value")
        return int(has_long_paths), 4

    registry = types.SimpleNamespace(HKEY_LOCAL_MACHINE="HKLM", OpenKey=open_key, QueryValueEx=query)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    libraries = {"kernel32": kernel}
    monkeypatch.setattr(ctypes, "WinDLL", lambda name, use_last_error=False: libraries[name], raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: kernel.error, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return kernel
