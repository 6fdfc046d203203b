"""Addresses that are followed and that are not."""

import pytest

from sentinel_toolkit.core.services import hrefs

SWAPPED = "https://evil.example.com\\.dataspace.copernicus.eu/B04.jp2"


@pytest.mark.parametrize(
    "href",
    [SWAPPED, "https://a.org/ b", "https://a.org/\tb", "https://ünicode.org/x", "https://a@b.org/x", "https:///x"],
)
def test_urls_that_readers_disagree_on_are_refused(href):
    assert hrefs.accept(href, "") is None
    assert not hrefs.is_followed(href, "https://dataspace.copernicus.eu/")
