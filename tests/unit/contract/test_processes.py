"""Which processes run, asked as each system allows."""

import os
import subprocess
import sys

import pytest
import windows

from sentinel_toolkit.contract import locks, processes, staging


@pytest.mark.parametrize(
    ("state", "is_alive"),
    [(windows.RUNS, True), (windows.HAS_ENDED, False), (windows.OF_ANOTHER_USER, True), (None, False)],
)
def test_a_process_of_windows(monkeypatch, state, is_alive):
    kernel = windows.emulate(monkeypatch, {4711: state})
    assert processes.is_alive(4711) == is_alive
    assert not kernel.open, "handles are given back"


@pytest.mark.posix
def test_a_process_elsewhere(monkeypatch):
    assert processes.is_alive(os.getpid())
    process = subprocess.Popen([sys.executable, "-I", "-c", ""])
    process.wait()
    assert not processes.is_alive(process.pid)
    assert not processes.is_alive(10**30), "a number that no process has"

    def refuse(pid, signal):
        raise PermissionError(1, "not yours")

    monkeypatch.setattr(os, "kill", refuse)
    assert processes.is_alive(4711), "of another user"


@pytest.mark.linux
def test_a_process_that_only_waits_to_be_noticed_has_ended():
    with subprocess.Popen([sys.executable, "-I", "-c", ""], stdout=subprocess.PIPE) as process:
        process.stdout.read()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert not processes.is_alive(process.pid)


@pytest.mark.posix
def test_where_there_is_no_proc_a_process_counts_as_alive(monkeypatch):
    def missing(self, *_arguments):
        raise FileNotFoundError(2, "", str(self))

    monkeypatch.setattr(processes.Path, "read_text", missing)
    assert processes.is_alive(os.getpid())


@pytest.mark.parametrize("system", ["windows", "here"])
def test_what_a_live_job_of_another_user_makes_is_not_swept(tmp_path, monkeypatch, system):
    theirs = staging.part_folder(tmp_path / "o.tif", 4711, "beef")
    theirs.mkdir()
    staging.mark(theirs)
    if system == "windows":
        windows.emulate(monkeypatch, {4711: windows.OF_ANOTHER_USER})
    elif os.name == "posix":
        monkeypatch.setattr(os, "kill", lambda _pid, _signal: (_ for _ in ()).throw(PermissionError(1, "not yours")))
    else:
        pytest.skip("that is Windows")
    staging.sweep(tmp_path)
    assert theirs.is_dir()
    windows.emulate(monkeypatch, {4711: windows.HAS_ENDED})
    staging.sweep(tmp_path)
    assert not theirs.exists()


class Console:
    """Python's msvcrt, as far as files are locked."""

    LK_NBLCK = 2

    def __init__(self, error=None):
        self.error, self.locked = error, []

    def locking(self, descriptor, mode, count):
        if self.error:
            raise OSError(self.error, "locked")
        self.locked.append((mode, count))


def test_a_lock_on_windows(tmp_path, monkeypatch):
    windows.emulate(monkeypatch)
    console = Console()
    monkeypatch.setitem(sys.modules, "msvcrt", console)
    with open(tmp_path / "lock", "a+b") as file:
        file.write(b"x")
        assert locks.try_lock(file)
        assert file.tell() == 0, "the bytes that are locked are the same for all"
        assert console.locked == [(2, 1)]
        monkeypatch.setitem(sys.modules, "msvcrt", Console(13))
        assert not locks.try_lock(file)
        monkeypatch.setitem(sys.modules, "msvcrt", Console(22))
        assert locks.try_lock(file), "a file system without locks is no reason to stop"


@pytest.mark.posix
def test_a_lock_elsewhere(tmp_path):
    with open(tmp_path / "lock", "a+b") as file, open(tmp_path / "lock", "a+b") as other:
        assert locks.try_lock(file)
        assert not locks.try_lock(other)
