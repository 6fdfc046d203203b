"""Redirects, and who gets the token."""

import pytest
from downloads import download, find, l2a
from servers.cdse import CATALOGUE, DOWNLOAD, IDENTITY, Cdse, Fault

from sentinel_toolkit.contract.errors import AuthenticationError, DownloadError


def test_token_goes_to_cdse_by_https_alone(online, tmp_path):
    """The store of the products redirects to a stranger, who gets the request and no token."""
    product = l2a()
    data = product.files[next(path for path in product.files if "B04" in path)]

    class Stranger(Cdse):
        def _stranger(self, handler):
            assert "Authorization" not in handler.headers
            self.send_file(handler, handler.path, data)

    target = "https://mirror.example.org/B04.jp2"
    server = Stranger([product], fault=lambda path, _: Fault("redirect", target=target) if "B04" in path else None)
    internet = online({**server.hosts, "mirror.example.org": server._handler(get=server._stranger)})
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0
    with_token = {host for host, _, has_token in internet.seen if has_token}
    assert with_token == {DOWNLOAD}
    assert ("mirror.example.org", "/B04.jp2", False) in internet.seen


def test_redirect_within_cdse_keeps_the_token(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    old = "zipper.dataspace.copernicus.eu"

    def redirect(handler):
        Fault("redirect", target=f"https://{DOWNLOAD}{handler.path}")(server, handler, "", b"")

    internet = online({**server.hosts, old: server._handler(get=redirect)})
    found = find(tmp_path)
    found.write_text(found.read_text().replace(DOWNLOAD, old))
    result, _ = download(tmp_path, found, assets=("B04",))
    assert result.failed == 0
    assert {host for host, _, has_token in internet.seen if has_token} == {DOWNLOAD, old}


@pytest.mark.parametrize(
    "target", ["http://mirror.example.org/x", "file:///etc/passwd", "https://127.0.0.1/x", "ftp://example.org/x"]
)
def test_redirects_that_we_do_not_trust_are_not_followed(online, tmp_path, target):
    server = Cdse([l2a()], fault=lambda path, _: Fault("redirect", target=target) if "B04" in path else None)
    internet = online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert next(row for row in rows if row["asset"] == "B04")["error"].startswith("It leads to")
    assert not internet.unknown


def test_redirects_in_circles_end(online, tmp_path):
    target = f"https://{DOWNLOAD}/odata/v1/Products(x)/$value"
    server = Cdse([l2a()], fault=lambda path, _: Fault("redirect", target=target))
    server._file = lambda path: b"x"
    online(server.hosts)
    with pytest.raises(DownloadError, match="from one address to the next"):
        download(tmp_path, find(tmp_path), assets=("product",))


def test_missing_login_is_named_before_anything_is_fetched(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(AuthenticationError, match="Choose an authentication configuration"):
        download(tmp_path, find(tmp_path), login=None)
    assert server.grants == []


def test_header_login_is_no_login_at_cdse(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(AuthenticationError, match="user name and password"):
        download(tmp_path, find(tmp_path), login={"headers": {"X-Api-Key": "1"}})


def test_only_three_hosts_are_ever_asked(online, tmp_path):
    server = Cdse([l2a()])
    internet = online(server.hosts)
    download(tmp_path, find(tmp_path))
    assert {host for host, *_ in internet.seen} == {IDENTITY, CATALOGUE, DOWNLOAD}
    assert internet.unknown == []


SWAPPED = "https://evil.example.com\\.dataspace.copernicus.eu/B04.jp2"


def test_redirect_with_a_backslash_gets_no_token(online, tmp_path):
    product = l2a()
    server = Cdse([product], fault=lambda path, _: Fault("redirect", target=SWAPPED) if "B04" in path else None)
    internet = online({**server.hosts, "evil.example.com": server._handler(get=lambda h: server.json(h, {}))})
    _, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert next(row for row in rows if row["asset"] == "B04")["status"] == "failed"
    assert "evil.example.com" not in {host for host, *_ in internet.seen}
