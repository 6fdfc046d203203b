"""Passwords, codes and tokens stand in no sentence."""

import base64
from urllib.parse import quote

import pytest

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest

PASSWORD = "pä ss/w@rd'1"


@pytest.fixture(autouse=True)
def _none_is_known(monkeypatch):
    monkeypatch.setattr(redaction, "_known", set())


def test_a_secret_is_hidden_however_it_is_written():
    redaction.learn(PASSWORD)
    basic = base64.b64encode(f"me:{PASSWORD}".encode()).decode()
    forms = (PASSWORD, quote(PASSWORD), quote(PASSWORD, ""), repr(PASSWORD), f"http://me:{quote(PASSWORD, '')}@p:1")
    for form in forms:
        said = redaction.redacted(f"It says {form} twice: {form}")
        assert "w@rd" not in said
        assert quote("w@rd") not in said
        assert said.startswith("It says ")
    assert basic not in redaction.redacted(
        f"Basic {basic}", redaction.of_login({"username": "me", "password": PASSWORD})
    )


def test_short_secrets_take_no_part_of_other_words():
    assert redaction.redacted("a cat and a: 12 of 123456", ["a", "123456"]) == "*** cat and ***: 12 of ***"


def test_users_of_urls_are_hidden_without_being_known():
    text = "https://me:abc@host:1/x and http://you@host/a@b, but not https://host/a@b"
    assert redaction.redacted(text) == "https://***@host:1/x and http://***@host/a@b, but not https://host/a@b"


def test_passwords_of_proxies_and_indexes_are_found():
    found = set(
        redaction.of_variables(
            {
                "https_proxy": "http://me:a%2Fbcd@proxy:1",
                "UV_INDEX": "https://one:first@x/ https://two:second@y/",
                "DATABASE": "postgres://me:post@x",
                "NO_PROXY": "[::1,http://[",
            }
        )
    )
    assert found - {""} == {"a%2Fbcd", "a/bcd", "first", "second"}


@pytest.mark.parametrize(
    "address",
    [
        "https://me:s3cret@example.org/stac",
        "https://me:s3/cret@example.org/stac",
        "me:s3cret@example.org",
        "http://me:s3cret@[::1",
        "tcp://me:s3cret@10.0.0.1:8786",
    ],
)
def test_addresses_with_passwords_are_refused_and_not_repeated(address):
    area = {"aoi_wkt": "POLYGON((0 0, 1 0, 1 1, 0 0))", "aoi_crs": "EPSG:4326"}
    search = {"source": "stac", "collection": "c", "start": "2023-01-01", "end": "2023-01-02", **area}
    for label, make, fields in (
        ("ENDPOINT", SearchScenesRequest, {"endpoint": address, **search}),
        ("SCHEDULER", MedianCompositeRequest, {"scheduler": address, "scenes_path": "a", "output": "o.tif"}),
    ):
        with pytest.raises(InvalidRequestError, match=f"{label} holds a user name or password") as caught:
            make(**fields)
        assert "cret" not in str(caught.value)


def test_an_at_in_a_path_is_no_password():
    area = {"aoi_wkt": "POLYGON((0 0, 1 0, 1 1, 0 0))", "aoi_crs": "EPSG:4326"}
    fields = {"source": "stac", "collection": "c", "start": "2023-01-01", "end": "2023-01-02", **area}
    SearchScenesRequest(endpoint="https://cdn.example.org/gh/me/repository@1.0/catalog.json", **fields)
