"""What a Report passes on, and to whom."""

from __future__ import annotations

import pytest

from sentinel_toolkit.contract.events import Note, Progress
from sentinel_toolkit.contract.report import JobCancelled, Report


def speak(report):
    report.note("Reads.")
    report.warning("Odd.")
    report.progress(0.5, "Reading")
    report.note("Reads.")
    report.warning("Odd.")


SPOKEN = [Note("Reads."), Note("Odd.", True), Progress(0.5, "Reading"), Note("Reads."), Note("Odd.", True)]


def test_once_says_no_warning_twice():
    events = []
    speak(Report(events.append).once())
    assert events == SPOKEN[:4]


def test_quiet_says_neither_notes_nor_phases():
    events = []
    speak(Report(events.append).quiet())
    assert events == [Note("Odd.", True), Progress(0.5), Note("Odd.", True)]


def test_heard_keeps_warnings_and_says_everything():
    events = []
    report, warnings = Report(events.append).heard()
    speak(report)
    assert events == SPOKEN
    assert warnings == ["Odd.", "Odd."]


@pytest.mark.parametrize("through", [Report.once, Report.quiet, lambda report: report.heard()[0]])
def test_what_goes_another_way_stops_and_logs_in_as_before(through):
    report = through(Report(is_cancelled=lambda: True, secrets={"login": {}}))
    assert report.secrets == {"login": {}}
    with pytest.raises(JobCancelled):
        report.checkpoint()
