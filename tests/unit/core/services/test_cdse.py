"""The login at CDSE: refused, renewed, ended."""

import io
import traceback
from urllib.parse import quote

import pytest
import requests
from downloads import LOGIN, download, find, l2a
from servers.cdse import IDENTITY, Account, Cdse, Fault

from sentinel_toolkit.contract.errors import AuthenticationError, ToolkitError
from sentinel_toolkit.core.services import cdse, http


@pytest.mark.parametrize("assets", [("product",), ("B04",)])
def test_wrong_password_ends_the_job_at_once(online, tmp_path, assets):
    server = Cdse([l2a(number) for number in range(8)])
    online(server.hosts)
    wrong = "55ap-t3rc3s"[::-1]  # a traceback quotes this file
    with pytest.raises(AuthenticationError, match="Invalid user credentials") as caught:
        download(tmp_path, find(tmp_path), login={**LOGIN, "password": wrong}, assets=assets)
    assert server.grants == ["password"], "asked once, not once for each file"
    assert wrong not in "".join(traceback.format_exception(caught.value))


def test_what_the_service_repeats_of_a_login_is_not_shown(online, tmp_path):
    server = Cdse([l2a()], Account(totp="987654"))
    server._problem = lambda fields: f"no: {fields['password']}, {quote(fields['password'])}, {fields.get('totp')}"
    online(server.hosts)
    wrong = "$ 55ap-t3rc3s"[::-1]
    with pytest.raises(AuthenticationError, match=r"no: \*\*\*, \*\*\*, \*\*\*") as caught:
        download(tmp_path, find(tmp_path), login={**LOGIN, "password": wrong, "totp": "123123"})
    assert wrong not in "".join(traceback.format_exception(caught.value))


def test_tokens_that_came_are_hidden_in_what_a_server_says(online):
    server = Cdse([l2a()])
    online(server.hosts)
    token = cdse.Session(http.Login(LOGIN["username"], LOGIN["password"])).token()
    answer = requests.Response()
    answer.raw = io.BytesIO(f"<p>Bearer {token} is no good</p>".encode())
    assert http.words(answer) == "<p>Bearer *** is no good</p>"


def test_missing_one_time_code_is_explained(online, tmp_path):
    server = Cdse([l2a()], Account(totp="123456"))
    online(server.hosts)
    with pytest.raises(AuthenticationError, match="whether the account needs a one-time code"):
        download(tmp_path, find(tmp_path))
    result, _ = download(tmp_path, find(tmp_path), login={**LOGIN, "totp": "123456"})
    assert result.failed == 0


def test_token_is_renewed_by_refresh_and_all_threads_share_it(online, tmp_path):
    server = Cdse([l2a(number, 20_000) for number in range(6)], Account(life_s=1))
    server.bytes_per_s = 200_000
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path))
    assert result.failed == 0
    assert server.grants.count("password") == 1
    assert 1 <= server.grants.count("refresh_token") <= 20


def test_token_that_is_refused_is_renewed_once(online, tmp_path):
    server = Cdse([l2a(number) for number in range(4)])

    def end_tokens(path, number):
        if "B04" in path and number == 1:
            server.expire_all()

    server.fault = end_tokens
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path))
    assert result.failed == 0
    assert server.grants.count("password") == 1


def test_401_for_ever_is_no_endless_loop(online, tmp_path):
    server = Cdse([l2a()], fault=lambda path, _: Fault(401) if "B04" in path else None)
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    failed = [row for row in rows if row["status"] == "failed"]
    assert [row["asset"] for row in failed] == ["B04"]
    assert "HTTP 401" in failed[0]["error"]
    assert server._numbers[next(path for path in server._numbers if "B04" in path)] == 6, (
        "thrice, with a new token each"
    )


def test_session_that_ended_with_a_used_code_says_so_and_keeps_the_rest(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)], Account(totp="123456"))
    online(server.hosts)
    found = find(tmp_path)

    def end_sessions(path, number):
        if "B04" in path and "20220602" in path:
            server.end_sessions()

    server.fault = end_sessions
    result, rows = download(tmp_path, found, login={**LOGIN, "totp": "123456"}, assets=("B03", "B04"), connections=1)
    assert result.downloaded >= 4
    assert any("a one-time code works only once" in (row["error"] or "") for row in rows)
    server.fault = lambda path, number: None
    server._used_codes.clear()
    result, _ = download(tmp_path, tmp_path / "files.jsonl", login={**LOGIN, "totp": "123456"})
    assert result.failed == 0


def test_identity_that_is_down_is_another_message(online, tmp_path):
    server = Cdse([l2a()])
    hosts = server.hosts

    def down(handler):
        handler.rfile.read(int(handler.headers["Content-Length"]))
        server.json(handler, {"error": "x"}, 503)

    hosts[IDENTITY] = server._handler(post=down)
    online(hosts)
    with pytest.raises(ToolkitError, match="CDSE's login service does not answer"):
        download(tmp_path, find(tmp_path))


def test_login_service_that_stumbles_is_not_taken_for_an_ended_session(online, tmp_path):
    server = Cdse([l2a()], Account(totp="123456", life_s=1000))
    online(server.hosts)
    from sentinel_toolkit.contract.errors import CatalogueUnavailableError
    from sentinel_toolkit.core.services.cdse import Session

    session = Session(http.Login(**LOGIN, totp="123456"))
    first = session.token()
    grant = server._problem
    server._token_is_down = True

    def down(handler):
        handler.rfile.read(int(handler.headers["Content-Length"]))
        server.json(handler, {"error": "x"}, 503)

    internet = online({**server.hosts, "identity.dataspace.copernicus.eu": server._handler(post=down)})
    with pytest.raises(CatalogueUnavailableError):
        session.token(first)
    internet.hosts.update(server.hosts)
    assert grant
    assert session.token(first) != first
