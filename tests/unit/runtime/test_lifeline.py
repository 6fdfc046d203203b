"""The worker's stdin: the pipe is the lifeline and nothing else, and fd 0 is nobody's."""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sentinel_toolkit.contract.staging import HOST_MARK

# A job that says how stdin looks from inside, and then waits; its child inherits whatever can be inherited.
JOB = """
import json, os, subprocess, sys, time
sys.path[:0] = {path!r}
from sentinel_toolkit.contract import staging
from sentinel_toolkit.worker import main
def look(line, report):
    with staging.staged({target!r}) as folder:
        (folder / "half").write_text("x" * 1000)
        sleep = [sys.executable, "-I", "-c", "import time; time.sleep(60)"]
        child = subprocess.Popen(sleep, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = {{"line": line, "bytes": os.read(0, 1).decode(), "text": sys.stdin.read(), "child": child.pid}}
        print(json.dumps(found), file=sys.stderr, flush=True)
        time.sleep(60)
main._run = look
main.main()
"""


@contextlib.contextmanager
def looking(tmp_path):
    """Give a worker in the middle of its job, and what that says."""
    code = JOB.format(path=sys.path, target=str(tmp_path / "o.tif"))
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    child = None
    try:
        process.stdin.write("the job\n")
        process.stdin.flush()
        found = json.loads(process.stderr.readline())
        child = found["child"]
        yield process, found
    finally:
        process.kill()
        process.wait()
        if child:
            with contextlib.suppress(OSError):
                os.kill(child, 9)
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()


def test_a_job_that_reads_stdin_finds_nothing_and_does_not_wait(tmp_path):
    with looking(tmp_path) as (_, found):
        assert found["line"] == "the job"
        assert (found["bytes"], found["text"]) == ("", "")


def descriptors(pid):
    """Return descriptor → what it is of a process; what a starting one opens and closes meanwhile is left out."""
    found = {}
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            found[int(entry.name)] = os.readlink(entry)
    return found


@pytest.mark.linux
def test_during_a_job_fd_0_is_the_null_device_and_no_child_has_the_pipe(tmp_path):
    with looking(tmp_path) as (process, found):
        pipe = os.readlink(f"/proc/self/fd/{process.stdin.fileno()}")
        of_worker, of_child = descriptors(process.pid), descriptors(found["child"])
        assert of_worker[0] == os.devnull
        assert list(of_worker.values()).count(pipe) == 1
        assert of_child[0] == os.devnull
        assert pipe not in of_child.values()


@pytest.mark.posix
def test_the_lifeline_ends_the_worker_within_50_ms(tmp_path):
    """The best of five: what a busy computer adds is not the worker's."""
    taken_s = []
    for _ in range(5):
        with looking(tmp_path) as (process, _):
            assert [path for path in tmp_path.rglob("*") if path.name == HOST_MARK]
            started = time.monotonic()
            process.stdin.close()
            assert process.wait(5) == 1
            taken_s.append(time.monotonic() - started)
        assert not list(tmp_path.iterdir())
        if taken_s[-1] < 0.05:
            break
    assert min(taken_s) < 0.05
