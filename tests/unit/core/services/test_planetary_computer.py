"""Planetary Computer's access tokens."""

import datetime
import json

import pytest
from servers.replay import replay

from sentinel_toolkit.contract.errors import CatalogueError, CatalogueUnavailableError
from sentinel_toolkit.core.services import planetary_computer

PC = "planetarycomputer.microsoft.com"
BAND = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/33/T/WL/B04.tif"
TOKENS = ("GET", "/api/sas/v1/token/sentinel-2-l2a")


def token(name, minutes):
    expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
    return json.dumps({"msft:expiry": expires.strftime("%Y-%m-%dT%H:%M:%SZ"), "token": f"sv=1&sig={name}"}).encode()


def test_one_token_serves_many_files(online):
    internet = online({PC: replay({TOKENS: [token("one", 45), token("two", 45)]})})
    assert {planetary_computer.signed(BAND) for _ in range(9)} == {f"{BAND}?sv=1&sig=one"}
    assert len(internet.seen) == 1


def test_token_is_renewed_before_it_expires(online):
    internet = online({PC: replay({TOKENS: [token("one", 1), token("two", 45)]})})
    assert planetary_computer.signed(BAND).endswith("sig=one")
    assert planetary_computer.signed(BAND).endswith("sig=two")
    assert len(internet.seen) == 2


@pytest.mark.parametrize(
    "href",
    [
        "https://sentinel2l2a01.blob.core.windows.net/other/B04.tif",
        "https://evil.example.org/sentinel2-l2/B04.tif",
        "http://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/B04.tif",
        "https://sentinel2l2a01.blob.core.windows.net.evil.org/sentinel2-l2/B04.tif",
        "https://user@sentinel2l2a01.blob.core.windows.net/sentinel2-l2/B04.tif",
    ],
)
def test_other_places_get_no_token(online, href):
    internet = online({PC: replay({TOKENS: token("one", 45)})})
    assert planetary_computer.signed(href) == href
    assert internet.seen == []


def test_token_service_that_is_away_is_named(online):
    online({})
    with pytest.raises(CatalogueUnavailableError, match="Check the network"):
        planetary_computer.signed(BAND)


def test_token_service_that_talks_nonsense_is_named(online):
    online({PC: replay({TOKENS: b'{"token": 5}'})})
    with pytest.raises(CatalogueError, match="no access token"):
        planetary_computer.signed(BAND)
