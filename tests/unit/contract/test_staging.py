"""Publishing is one step: all of a result is in its place, or all is as it was; and only what is ours is deleted."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
import windows

from sentinel_toolkit.contract import publishing, staging
from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.imagery import StackBandsRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import check_suffix

OLD = {"o.tif": "old", "o.json": "old", "o.tif.msk": "old", "o.tif.aux.xml": "old"}
NEW = {"o.tif": "new", "o.json": "new", "o.qml": "new"}
MOVES = 8  # two files are kept (moved, where there are no links), two are stale, the journal, and three come


def write(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text)


def files(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def make(folder):
    """Make o.tif anew in a folder."""
    with staging.staged(folder / "o.tif") as part:
        write(part, {**NEW, ".scratch.tif": ""})
        publishing.publish(part, folder / "o.tif", Report())


@pytest.mark.parametrize("old", [OLD, {}], ids=["replaced", "new"])
def test_all_is_published_and_what_was_kept_of_the_old_one_goes(tmp_path, old):
    write(tmp_path, old)
    make(tmp_path)
    assert files(tmp_path) == NEW


def failing(moment, has_links, do):
    """Return os.replace and os.link that do something at the n-th move."""
    moves, real_replace, real_link = iter(range(moment)), os.replace, os.link

    def replace(source, target):
        is_move = os.path.lexists(source) and os.fspath(source) != os.fspath(target)  # not a proof, not of nothing
        if is_move and next(moves, None) is None:
            do()
        real_replace(source, target)

    def link(source, target, **options):
        if not has_links:
            raise PermissionError
        real_link(source, target, **options)

    return replace, link


@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("old", [OLD, {}], ids=["replaced", "new"])
@pytest.mark.parametrize("moment", range(MOVES))
def test_a_failure_at_any_move_leaves_all_as_it_was(tmp_path, monkeypatch, moment, old, has_links):
    write(tmp_path, old)
    failed = []

    def fail():
        if not failed:  # once: the way back is free
            failed.append(True)
            raise OSError(errno.EIO, "broken")

    replace, link = failing(moment, has_links, fail)
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "link", link)
    try:
        make(tmp_path)
    except OSError as error:
        assert error.errno == errno.EIO
        assert ".part-" not in str(error)
        assert files(tmp_path) == old
    else:
        assert not failed
        assert files(tmp_path) == NEW
    assert failed or not old or has_links


KILLED = """
import os, signal, sys
sys.path[:0] = {path!r}
import test_staging
from pathlib import Path
os.replace, os.link = test_staging.failing({moment}, {has_links}, lambda: os.kill(os.getpid(), signal.SIGKILL))
test_staging.make(Path({folder!r}))
"""


@pytest.mark.linux
@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("moment", range(MOVES))
def test_a_kill_at_any_move_leaves_all_as_it_was_for_whoever_comes_next(tmp_path, moment, has_links):
    write(tmp_path, OLD)
    path = [str(Path(__file__).parent), *sys.path]
    code = KILLED.format(path=path, moment=moment, has_links=has_links, folder=str(tmp_path))
    process = subprocess.Popen([sys.executable, "-I", "-c", code], env={**os.environ, staging.KNOWN_BY: "beef"})
    killed = process.wait(60) == -9
    if killed and moment % 2:
        staging.sweep(tmp_path)
    else:
        assert not list(staging.discard_parts(tmp_path, "beef"))
    assert files(tmp_path) == (OLD if killed else NEW)


def test_several_targets_are_one_step(tmp_path):
    write(tmp_path, {"a.tif": "old", "b.tif": "old"})
    (tmp_path / "b.json").mkdir()
    a, b = tmp_path / "a.tif", tmp_path / "b.tif"
    with staging.staged(a) as part_a, staging.staged(b) as part_b:
        write(part_a, {"a.tif": "new"})
        write(part_b, {"b.tif": "new", "b.json": "new"})
        with pytest.raises(ToolkitError, match=r"b\.json cannot be written: it is a folder"):
            publishing.publish_together({a: part_a, b: part_b}, Report())
    (tmp_path / "b.json").rmdir()
    assert files(tmp_path) == {"a.tif": "old", "b.tif": "old"}


def test_a_hidden_name_is_refused():
    with pytest.raises(InvalidRequestError, match=r"OUTPUT is '/x/\.o\.tif'.*hidden.*another name"):
        StackBandsRequest(output="/x/.o.tif")
    check_suffix("OUTPUT", "/.x/o.tif", (".tif",))


def ended_process():
    process = subprocess.Popen([sys.executable, "-I", "-c", ""])
    process.wait()
    return process.pid


def test_folders_that_only_look_like_ours_stay(tmp_path):
    theirs = staging.part_folder(tmp_path / "data", ended_process(), "beef")
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("precious")
    staging.sweep(tmp_path)
    assert list(staging.discard_parts(tmp_path, "beef")) == [theirs]
    assert (theirs / "thesis.txt").read_text() == "precious"
    staging.mark(theirs)
    staging.sweep(tmp_path)
    assert not theirs.exists()


def test_a_folder_in_the_way_of_ours_stays(tmp_path):
    theirs = staging.part_folder(tmp_path / "o.tif", os.getpid())
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("precious")
    with pytest.raises(ToolkitError, match="is in the way"), staging.staged(tmp_path / "o.tif"):
        pass
    assert (theirs / "thesis.txt").read_text() == "precious"


def test_a_folder_of_ours_is_hidden_where_a_dot_does_not_hide_it(tmp_path, monkeypatch):
    kernel = windows.emulate(monkeypatch)
    with staging.staged(tmp_path / "o.tif") as part:
        assert kernel.attributes == {str(part): 2}


def test_a_worker_s_folder_bears_its_id_and_what_its_client_knows_it_by(tmp_path, monkeypatch):
    monkeypatch.setenv(staging.KNOWN_BY, "0a1b2c3d")
    with staging.staged(tmp_path / "o.tif") as part:
        assert part.name == f".o.tif.part-{os.getpid()}-0a1b2c3d"
        staging.sweep(tmp_path)
        assert not list(staging.discard_parts(tmp_path, "ffffffff"))
        assert part.is_dir()
        assert not list(staging.discard_parts(tmp_path, "0a1b2c3d"))
        assert not part.exists()


def test_what_a_scanner_holds_for_a_moment_is_deleted_after_it(tmp_path, monkeypatch):
    """Twenty tries at once would be over before it has looked: each waits a little longer."""
    waited_s, rmdir = [], Path.rmdir

    def held(self):
        if sum(waited_s) < 0.5:
            raise PermissionError(13, "in use")
        rmdir(self)

    monkeypatch.setattr(staging.time, "sleep", waited_s.append)
    monkeypatch.setattr(Path, "rmdir", held)
    with staging.staged(tmp_path / "o.tif") as part:
        pass
    assert not part.exists()
    assert sum(waited_s) < 3


@pytest.mark.posix
def test_a_path_that_windows_says_is_not_there_is_too_long(tmp_path, monkeypatch):
    def missing(self, *_, **__):
        raise FileNotFoundError(2, "No such file or directory")

    target = tmp_path / ("a" * 200) / "o.tif"
    windows.emulate(monkeypatch)
    monkeypatch.setattr(Path, "mkdir", missing)
    with pytest.raises(ToolkitError, match=r"o\.tif cannot be written: its path .* characters, and Windows takes"):
        with staging.staged(target):
            pass


def test_what_a_dead_process_of_our_id_left_is_no_obstacle(tmp_path):
    left = staging.part_folder(tmp_path / "o.tif", os.getpid())
    left.mkdir()
    staging.mark(left)
    make(tmp_path)
    assert files(tmp_path) == NEW


def test_what_a_container_that_is_gone_has_left_is_in_nobodys_way(tmp_path, monkeypatch):
    """Process ids are alike in containers: the part folder of another computer has our name."""
    for token in ("", "0a1b2c3d"):
        monkeypatch.setenv(staging.KNOWN_BY, token)
        theirs = staging.part_folder(tmp_path / "o.tif", os.getpid(), token)
        theirs.mkdir()
        (theirs / staging.HOST_MARK).write_text("another computer", "utf-8")
        with staging.staged(tmp_path / "o.tif") as part:
            assert part != theirs
            assert list(staging.discard_parts(tmp_path, "ffff")) == []
            assert part.exists()
        assert theirs.exists()
        assert not part.exists()
    (tmp_path / ".a.part-1-0a1b2c3d9f9f9f9f").mkdir()
    staging.mark(tmp_path / ".a.part-1-0a1b2c3d9f9f9f9f")
    assert list(staging.discard_parts(tmp_path, "0a1b2c3d")) == []
    assert not (tmp_path / ".a.part-1-0a1b2c3d9f9f9f9f").exists()
