"""What QGIS shows cannot be replaced on Windows: it stays, the new result is kept beside it, and both are told apart."""

import errno
import json
import os
import time

import pytest
from held import Held

from sentinel_toolkit.contract import journal, open_files, staging
from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.publishing import publish, publish_together
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target, refuse_open

STYLE = "<!-- Written by Sentinel Toolkit -->"


@pytest.fixture
def held(monkeypatch):
    return Held(monkeypatch)


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(open_files, "PATIENCE_S", 0.15)


def item_of(name, text):
    data = {"href": f"./{name}"}
    return json.dumps(
        {"id": name.rpartition(".")[0], "assets": {"data": data}, "properties": {"sentinel_toolkit:job": text}}
    )


def result(name, text):
    """Return the files of a result: name → text."""
    stem = name.rpartition(".")[0]
    return {name: text, f"{stem}.json": item_of(name, text), f"{stem}.qml": f"{STYLE}{text}"}


def write(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text)


def texts(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def make(target, files, said=None):
    with staging.staged(target) as part:
        write(part, files)
        return publish(part, target, Report([].append if said is None else lambda event: said.append(event.text)))


@pytest.mark.parametrize("name", ["composite.tif", "composite.json", "composite.tif.ovr"])
def test_what_is_open_is_refused_before_the_work(tmp_path, held, name):
    write(tmp_path, {**result("composite.tif", "old"), "composite.tif.ovr": "old"})
    target = Target("OUTPUT", str(tmp_path / "composite.tif"), ITEM_AND_STYLE)
    refuse_open(target)
    held.hold(tmp_path / name)
    where = "QGIS" if name.startswith("composite.tif") else "another program"
    with pytest.raises(InvalidRequestError) as error:
        refuse_open(target)
    assert error.value.message == f"{name} is open in {where}."
    assert error.value.hint.endswith("or choose another name.")


def test_any_refusal_of_the_rename_is_one(tmp_path, monkeypatch):
    (tmp_path / "composite.tif").write_text("old")
    for error, words in (
        (PermissionError(13, "in use"), "composite.tif is open in QGIS. Remove the layer or choose another name."),
        (OSError(errno.EBUSY, "busy"), "composite.tif is open in QGIS. Remove the layer or choose another name."),
        (_denied(), "composite.tif cannot be replaced: it is write-protected, or belongs to another user. Choose"),
    ):

        def refuse(*_paths, error=error):
            raise error

        monkeypatch.setattr(os, "replace", refuse)
        with pytest.raises(InvalidRequestError) as caught:
            refuse_open(Target("OUTPUT", str(tmp_path / "composite.tif")))
        assert str(caught.value).startswith(words)
    monkeypatch.setattr(os, "replace", lambda *_paths: (_ for _ in ()).throw(OSError(errno.EROFS, "read-only")))
    refuse_open(Target("OUTPUT", str(tmp_path / "composite.tif")))  # who writes there says so


def _denied():
    error = PermissionError(13, "Access is denied")
    error.winerror = 5
    return error


def test_what_a_virus_scanner_holds_is_waited_for(tmp_path, held):
    write(tmp_path, result("composite.tif", "old"))
    held.hold(tmp_path / "composite.tif", seconds=0.5)
    said, begun = [], time.monotonic()
    assert make(tmp_path / "composite.tif", result("composite.tif", "new"), said) == tmp_path / "composite.tif"
    assert 0.4 < time.monotonic() - begun < 3
    assert texts(tmp_path) == result("composite.tif", "new")
    assert not said


def test_the_worker_can_leave_while_it_is_waited_for(tmp_path, held, monkeypatch):
    """Between two tries all is as it was, and who must leave at once need not wait."""
    write(tmp_path, result("composite.tif", "old"))
    held.hold(tmp_path / "composite.tif", seconds=0.3)
    seen = []

    def pause(_seconds):
        (part,) = tmp_path.glob(".*")
        seen.append((texts_beside(tmp_path), sorted(path.name for path in part.iterdir() if path.name[0] != ".")))
        assert journal.MOVING.acquire(blocking=False)
        journal.MOVING.release()
        real_sleep(0.05)

    real_sleep = time.sleep
    monkeypatch.setattr(time, "sleep", pause)
    make(tmp_path / "composite.tif", result("composite.tif", "new"))
    assert seen
    assert all(state == (result("composite.tif", "old"), sorted(result("composite.tif", "new"))) for state in seen)


def texts_beside(folder):
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_what_stays_open_stays_and_the_result_is_kept_beside_it(tmp_path, held, impatient):
    write(tmp_path, {**result("composite.tif", "old"), "composite.tif.aux.xml": "old", "composite_2.tif": "mine"})
    before = texts(tmp_path)
    held.hold(tmp_path / "composite.tif")
    said = []
    place = make(tmp_path / "composite.tif", {**result("composite.tif", "new"), ".scratch.tif": ""}, said)
    assert place == tmp_path / "composite_3.tif"
    after = texts(tmp_path)
    assert {name: after.pop(name) for name in before} == before
    assert after.pop("composite_3.json") == json.dumps(json.loads(item_of("composite_3.tif", "new")), indent=2)
    assert after == {"composite_3.tif": "new", "composite_3.qml": f"{STYLE}new"}
    (text,) = said
    assert "composite.tif could not be replaced" in text
    assert "composite_3.tif" in text
    assert ".part-" not in text


@pytest.mark.parametrize("name", ["composite.json", "composite.tif.ovr", "composite.tif"])
def test_what_is_opened_between_two_moves_is_as_it_was(tmp_path, held, impatient, monkeypatch, name):
    """Proved to be free, and held when it is moved: what has been moved goes back, then all has another name."""
    before = {**result("composite.tif", "old"), "composite.tif.ovr": "old"}
    write(tmp_path, before)
    real = os.replace

    def replace(source, target):
        if source.parent != target.parent:  # neither the proof nor the journal
            held.hold(tmp_path / name)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    assert make(tmp_path / "composite.tif", result("composite.tif", "new")) == tmp_path / "composite_2.tif"
    after = texts(tmp_path)
    assert {name: after.pop(name) for name in before} == before
    assert sorted(after) == ["composite_2.json", "composite_2.qml", "composite_2.tif"]


def test_several_targets_are_still_one_step(tmp_path, held, impatient):
    write(tmp_path, {**result("lst.tif", "old"), **result("error.tif", "old"), "lst.html": "old"})
    held.hold(tmp_path / "error.tif", tmp_path / "lst.html")
    said = []
    lst, error, page = (tmp_path / name for name in ("lst.tif", "error.tif", "lst.html"))
    with staging.staged(error) as part_e, staging.staged(page) as part_p, staging.staged(lst) as part_l:
        write(part_e, result("error.tif", "new"))
        write(part_p, {"lst.html": "new"})
        write(part_l, result("lst.tif", "new"))
        folders = {error: part_e, page: part_p, lst: part_l}
        places = publish_together(folders, Report(lambda event: said.append(event.text)))
    assert [places[path].name for path in (lst, error, page)] == ["lst.tif", "error_2.tif", "lst_2.html"]
    after = texts(tmp_path)
    assert {after[name] for name in ("lst.tif", "error_2.tif", "lst_2.html")} == {"new"}
    assert {after[name] for name in ("error.tif", "lst.html")} == {"old"}
    assert json.loads(after["lst.json"])["properties"] == {"sentinel_toolkit:job": "new"}
    assert len(said) == 2


def test_a_free_name_is_not_that_of_another_result(tmp_path, held, impatient):
    (tmp_path / "o.tif").write_text("old")
    held.hold(tmp_path / "o.tif")
    first, second = tmp_path / "o_2.tif", tmp_path / "o.tif"
    with staging.staged(first) as part_1, staging.staged(second) as part_2:
        write(part_1, {"o_2.tif": "first"})
        write(part_2, {"o.tif": "second"})
        publish_together({first: part_1, second: part_2}, Report())
    assert texts(tmp_path) == {"o.tif": "old", "o_2.tif": "first", "o_3.tif": "second"}


def test_of_a_folder_of_files_only_those_that_are_open_get_other_names(tmp_path, held, impatient):
    write(tmp_path, {**result("2023-01.tif", "old"), **result("2023-02.tif", "old")})
    held.hold(tmp_path / "2023-02.tif")
    mark = tmp_path / "frames"
    with staging.staged(mark) as part:
        write(part, {**result("2023-01.tif", "new"), **result("2023-02.tif", "new")})
        places = publish_together({mark: part}, Report())
    assert places[tmp_path / "2023-01.tif"] == tmp_path / "2023-01.tif"
    assert places[tmp_path / "2023-02.tif"] == tmp_path / "2023-02_2.tif"
    assert texts(tmp_path) == {
        **result("2023-01.tif", "new"),
        **result("2023-02.tif", "old"),
        "2023-02_2.tif": "new",
        "2023-02_2.qml": f"{STYLE}new",
        "2023-02_2.json": json.dumps(json.loads(item_of("2023-02_2.tif", "new")), indent=2),
    }


def test_places_are_told_as_their_user_spells_them(tmp_path, held, impatient):
    """The part folder of a long path has another spelling on Windows."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "o.tif").write_text("old")
    held.hold(tmp_path / "o.tif")
    target, said = tmp_path / "sub" / ".." / "o.tif", []
    with staging.staged(tmp_path / "o.tif") as part:
        write(part, result("o.tif", "new"))
        places = publish_together({target: part}, Report(lambda event: said.append(event.text)))
    assert places[target] == tmp_path / "sub" / ".." / "o_2.tif"
    assert said[0].startswith(f"{target} could not be replaced")


def test_where_nothing_can_be_put_the_users_file_is_named(tmp_path, impatient, monkeypatch):
    def refuse(source, target):
        if os.fspath(target) == str(tmp_path / "o.tif"):
            raise PermissionError(13, "Access is denied", str(source), None, str(target))
        real(source, target)

    real = os.replace
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ToolkitError, match=r"o\.tif cannot be written: Access is denied\.") as error:
        make(tmp_path / "o.tif", {"o.tif": "new"})
    assert ".part-" not in str(error.value)
    assert texts(tmp_path) == {}


def test_what_cannot_be_put_back_is_not_deleted(tmp_path, held, impatient):
    """The job that moved it is gone, the old file is held: it comes back as soon as it can."""
    target = tmp_path / "o.tif"
    target.write_text("old")
    with staging.staged(target) as part:
        (part / "o.tif").write_text("newer")
        journal.set_aside(part, ["o.tif"])
        os.replace(part / "o.tif", target)
        held.hold(target, part / ".old" / "o.tif")
    assert target.read_text() == "newer"
    assert (part / ".old" / "o.tif").read_text() == "old"
    held.release()
    staging.discard(part)
    assert texts(tmp_path) == {"o.tif": "old"}


def test_what_somebody_else_has_put_there_meanwhile_stays(tmp_path):
    """A journal that is left over knows what was its own."""
    target = tmp_path / "o.tif"
    target.write_text("old")
    with staging.staged(target) as part:
        (part / "o.tif").write_text("new")
        journal.set_aside(part, ["o.tif"])
        os.replace(part / "o.tif", target)
        target.unlink()
        target.write_text("somebody else's")
    assert texts(tmp_path) == {"o.tif": "somebody else's"}


def test_a_full_disk_names_the_users_file(tmp_path):
    with pytest.raises(OSError, match=r"No space left.*o\.json") as error, staging.staged(tmp_path / "o.tif") as part:
        raise OSError(errno.ENOSPC, "No space left on device", str(part / "o.json"))
    assert error.value.filename == str(tmp_path / "o.json")


def test_a_download_waits_for_the_scanner_and_names_the_file(tmp_path, held, impatient):
    part, target = tmp_path / "B04.tif.part", tmp_path / "B04.tif"
    part.write_text("new")
    held.hold(part, seconds=0.1)
    open_files.replace_patiently(part, target)
    assert texts(tmp_path) == {"B04.tif": "new"}
    part.write_text("newer")
    held.hold(target)
    with pytest.raises(ToolkitError, match=r"B04\.tif cannot be replaced: .*Close it there, and run the job again"):
        open_files.replace_patiently(part, target)
    assert texts(tmp_path) == {"B04.tif": "new", "B04.tif.part": "newer"}
