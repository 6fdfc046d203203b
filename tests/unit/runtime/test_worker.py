"""What the worker makes of a job's failure."""

import errno
import importlib
import json
import os
import types

import pytest
import windows

from sentinel_toolkit.contract import events
from sentinel_toolkit.worker import main


@pytest.fixture
def outcome(monkeypatch):
    """Return a function that gives the outcome of a job that fails as told."""

    def of(error):
        def run(request, report):
            raise error

        monkeypatch.setattr(importlib, "import_module", lambda _name: types.SimpleNamespace(run=run))
        request = {"source": "folder", "folder": "/x", "table_path": "/t"}
        line = json.dumps({"job": "search_scenes", "request": request})
        return main._run(line, main.Report())

    return of


LONG = "/" + "a/" * 150 + "o.tif"


@pytest.mark.posix
def test_a_file_that_windows_calls_not_there_is_too_long(outcome, monkeypatch):
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory", LONG)
    said = outcome(missing)
    assert said.message == f"{os.strerror(errno.ENOENT)}: {LONG}."
    windows.emulate(monkeypatch)
    said = outcome(missing)
    assert said.message == f"{LONG} cannot be used: its path has 306 characters, and Windows takes 259."
    assert "LongPathsEnabled" in said.hint
    windows.emulate(monkeypatch, has_long_paths=True)
    assert outcome(missing).message.startswith(os.strerror(errno.ENOENT))


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (FileNotFoundError(errno.ENOENT, "", "/gone"), f"{os.strerror(errno.ENOENT)}: /gone.", "Was it moved"),
        (FileNotFoundError(errno.ENOENT, ""), f"{os.strerror(errno.ENOENT)}.", "Was it moved"),
        (FileNotFoundError(errno.ENOENT, "", 3), f"{os.strerror(errno.ENOENT)}: 3.", "Was it moved"),
        (OSError(errno.ENOSPC, "", "/full"), f"{os.strerror(errno.ENOSPC)}: /full.", "The disk is full"),
        (OSError(errno.ENAMETOOLONG, "", "/x"), f"{os.strerror(errno.ENAMETOOLONG)}: /x.", "Choose a shorter one"),
        (MemoryError(), "The computer ran out of memory.", "MEMORY_LIMIT"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(outcome, error, message, hint):
    said = outcome(error)
    assert (said.error, said.message) == ("ToolkitError", message)
    assert hint in said.hint


def test_what_nobody_foresaw_is_a_bug(outcome):
    for error in (OSError(errno.ENOTTY, "odd"), KeyError("x")):
        said = outcome(error)
        assert isinstance(said, events.Failure)
        assert said.error == ""
        assert type(error).__name__ in said.message
        assert "Traceback" in said.traceback
