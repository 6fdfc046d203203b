"""The folder between the two processes: gone after the job, and no reason for the job to fail where it cannot go."""

import contextlib
import os
from pathlib import Path

import pytest
from qgis.core import QgsProcessingFeedback

from sentinel_toolkit.contract import staging
from sentinel_toolkit.processing.base import job_folder


class Heard(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


@pytest.fixture
def parent(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    return tmp_path


def test_it_is_ours_and_goes_with_what_is_in_it(parent):
    heard = Heard()
    with contextlib.suppress(RuntimeError), job_folder(heard) as folder:
        assert Path(folder).parent == parent
        assert folder.endswith(f".part-{os.getpid()}")
        (Path(folder) / "request.jsonl").write_text("x")
        raise RuntimeError
    assert not list(parent.iterdir())
    assert not heard.warnings


def test_what_cannot_be_deleted_is_a_warning_and_no_failure(parent, monkeypatch):
    """On Windows a virus scanner, or a worker that will not end, may hold a file in it."""

    def held(*_arguments, **_options):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(staging, "PAUSE_S", 0)
    heard = Heard()
    with job_folder(heard) as folder:
        (Path(folder) / "request.jsonl").write_text("x")
        monkeypatch.setattr(Path, "unlink", held)
        monkeypatch.setattr(Path, "rmdir", held)
    assert heard.warnings == [f"The temporary folder {folder} could not be deleted."]


def test_the_next_job_takes_away_what_a_killed_qgis_left(parent):
    left = parent / ".sentinel-toolkit-x.part-4000000"
    left.mkdir()
    staging.mark(left)
    with job_folder(Heard()):
        assert not left.exists()
