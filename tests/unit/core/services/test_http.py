"""Headers, passwords and answers of catalogues."""

import pytest
from downloads import features, find, search_stac
from servers.replay import replay
from servers.stac import Keyed
from urllib3.response import HTTPResponse

from sentinel_toolkit.contract.errors import AuthenticationError, CatalogueError
from sentinel_toolkit.core.services import http


def test_headers_go_to_the_catalogue_and_not_where_it_redirects(tmp_path):
    with Keyed(features()) as other, Keyed(features()) as own:
        search_stac(tmp_path, own.url, {"headers": {"X-Api-Key": "k3y"}})
        assert own.headers[-1]["X-Api-Key"] == "k3y"
        session = http.patient_session()
        http.log_in(session, http.Login(headers={"X-Api-Key": "k3y"}), own.url)
        own.answer = lambda handler, body: own.send(handler, b"", 307, Location=f"{other.url}/search")
        session.get(own.url, timeout=5)
        session.close()
        assert other.headers
        assert "X-Api-Key" not in other.headers[-1]


def test_pasted_header_is_trimmed_and_a_broken_one_is_not_quoted(tmp_path):
    with Keyed(features()) as own:
        search_stac(tmp_path, own.url, {"headers": {"X-Api-Key ": " k3y\n"}})
        assert own.headers[-1]["X-Api-Key"] == "k3y"
    with pytest.raises(AuthenticationError) as caught:
        search_stac(tmp_path, own.url, {"headers": {"X-Api-Key": "k3y\nmore"}})
    assert "k3y" not in str(caught.value)


LONG = ("31536000", "9" * 30, "Fri, 31 Dec 9999 23:59:59 GMT")
NONSENSE = ("Fri, 31 Dec 99999 23:59:59 GMT", "-5", "1e999", "nonsense", "")


@pytest.mark.parametrize("said", [*LONG, *NONSENSE])
def test_nobody_waits_a_year(said):
    answer = HTTPResponse(headers={"Retry-After": said}, status=503)
    seconds = http.patient_retry().get_retry_after(answer)
    assert seconds == http.LONGEST_WAIT_S if said in LONG else seconds in (None, 0)


def test_password_of_any_letters_is_sent_as_utf8(tmp_path):
    with Keyed(features()) as own:
        search_stac(tmp_path, own.url, {"username": "ü", "password": "5 €"})
        import base64

        assert base64.b64decode(own.headers[-1]["Authorization"].split()[1]).decode() == "ü:5 €"


def test_answer_without_end_is_cut_off(online, tmp_path, monkeypatch):
    monkeypatch.setattr(http, "MAX_ANSWER", 1_000_000)
    online({"catalogue.dataspace.copernicus.eu": replay({("GET", "/odata/v1/Products"): b" " * 3_000_000})})
    with pytest.raises(CatalogueError, match="more than 1 MB"):
        find(tmp_path)
