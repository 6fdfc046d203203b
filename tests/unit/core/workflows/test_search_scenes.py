"""Searches as a whole: what is sent, what is refused."""

import pytest
from downloads import LOGIN, find, l2a
from servers.cdse import STAC, Cdse

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.report import Report


def test_built_in_catalogues_never_see_a_login(online, tmp_path):
    server = Cdse([l2a()])
    internet = online(server.hosts)
    report = Report(secrets={"login": LOGIN})
    find(tmp_path, "cdse", report=report)
    assert {has_login for host, _, has_login in internet.seen if host == STAC} == {False}


def test_orbits_are_ascii_digits(tmp_path):
    with pytest.raises(InvalidRequestError, match="RELATIVE_ORBITS"):
        find(tmp_path, relative_orbits=("²",))
