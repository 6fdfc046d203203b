"""Logins: from whom they come, and that nobody reads them."""

import getpass
import logging
import subprocess
import sys

import pytest

import sentinel_toolkit as st
from sentinel_toolkit.api import running, session
from sentinel_toolkit.contract.errors import CatalogueUnavailableError


def test_the_password_is_asked_for_and_shown_to_nobody(monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _text: "me@example.org")
    monkeypatch.setattr(getpass, "getpass", lambda _text: "a pa55 of mine")
    st.login()
    assert session.secrets()["login"] == {"username": "me@example.org", "password": "a pa55 of mine"}

    def workflow(_request, _report):
        raise CatalogueUnavailableError("a pa55 of mine was refused", "not a pa55 of mine")

    with pytest.raises(st.CatalogueUnavailableError) as caught:
        running.run(workflow, None)
    assert "pa55" not in str(caught.value)
    assert "pa55" not in repr(caught.value)
    st.login("")
    assert session.secrets() == {}


def test_variables_are_a_login(monkeypatch):
    monkeypatch.setenv("SENTINEL_TOOLKIT_USERNAME", "me@example.org")
    monkeypatch.setenv("SENTINEL_TOOLKIT_PASSWORD", "another pa55")
    assert session.secrets()["login"]["password"] == "another pa55"
    st.login(totp="123456")
    assert session.secrets()["login"]["totp"] == "123456"
    st.login("you@example.org", "yours")
    assert session.secrets()["login"]["username"] == "you@example.org"


def test_where_nobody_can_be_asked_it_is_told():
    code = (
        "import sentinel_toolkit as st\ntry:\n    st.login()\nexcept st.AuthenticationError as error:\n    print(error)"
    )
    folder = str(sys.modules["sentinel_toolkit"].__file__).rpartition("/sentinel_toolkit/")[0]
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": folder},
    )
    assert "SENTINEL_TOOLKIT_USERNAME" in done.stdout


def test_notes_go_to_the_log(caplog, monkeypatch):
    monkeypatch.setattr(running, "_is_watched", lambda: False)  # another test may have been a notebook

    def workflow(_request, report):
        report.note("All is well.")
        report.warning("Look here.")
        report.progress(0.5, "Half")

    with caplog.at_level(logging.INFO, "sentinel_toolkit"):
        running.run(workflow, None)
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING", "INFO"]
    with pytest.raises(st.InvalidRequestError, match="progress"):
        running.run(workflow, None, progress="yes")
