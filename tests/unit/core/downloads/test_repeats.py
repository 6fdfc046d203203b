"""Failures of one kind are told once."""

from downloads import download, find, l2a
from servers.cdse import Cdse, Fault

from sentinel_toolkit.contract.report import Report


def test_many_failures_of_one_kind_are_said_once_and_counted(online, tmp_path):
    server = Cdse([l2a(number) for number in range(6)], fault=lambda path, _: Fault(403) if "B04" in path else None)
    online(server.hosts)
    said = []
    download(tmp_path, find(tmp_path), assets=("B03", "B04"), report=Report(said.append))
    about = [event.text for event in said if "HTTP 403" in getattr(event, "text", "") and event.warning]
    assert len(about) == 2
    assert about[1].startswith("And 5 more: ")
