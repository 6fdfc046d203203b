"""Proxy and certificates of QGIS reach the worker; what the user set in the environment wins."""

from pathlib import Path

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from sentinel_toolkit.processing import network
from sentinel_toolkit.runtime.certificates import CA_VARIABLES


@pytest.fixture
def proxy(qgis_app):
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()

    def choose(kind, user="", password=""):
        chosen = QNetworkProxy(kind, "proxy.example", 3128, user, password)
        manager.setFallbackProxyAndExcludes(chosen, ["intern.example"], [])

    yield choose
    manager.setFallbackProxyAndExcludes(*before)


def test_proxy_becomes_variables_in_both_spellings(proxy):
    proxy(QNetworkProxy.ProxyType.HttpProxy, "me", "p@ss:word")
    variables = network.proxy_variables()
    assert variables["https_proxy"] == variables["HTTPS_PROXY"] == "http://me:p%40ss%3Aword@proxy.example:3128"
    assert set(variables["NO_PROXY"].split(",")) >= {"intern.example", "localhost", "127.0.0.1"}


def test_socks_resolves_names_at_the_proxy(proxy):
    proxy(QNetworkProxy.ProxyType.Socks5Proxy)
    assert network.proxy_variables()["HTTP_PROXY"] == "socks5h://proxy.example:3128"


@pytest.mark.parametrize("kind", [QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy])
def test_no_proxy_is_no_variable(proxy, kind):
    proxy(kind)
    assert network.proxy_variables() == {}


def test_certificates_are_written_for_the_worker(qgis_app, tmp_path, monkeypatch):
    for name in CA_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    variables = network.certificate_variables(str(tmp_path))
    path = Path(variables["REQUESTS_CA_BUNDLE"])
    assert set(variables) == set(CA_VARIABLES)
    assert path.read_text().count("BEGIN CERTIFICATE") > 50
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    assert network.certificate_variables(str(tmp_path)) == {}


def test_the_bundle_of_qgis_s_own_installation_does_not_hide_its_authorities(qgis_app, tmp_path, monkeypatch):
    """As OSGeo4W's launcher sets them."""
    for name in CA_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    bundle = tmp_path / "OSGeo4W" / "bin" / "curl-ca-bundle.crt"
    bundle.parent.mkdir(parents=True)
    bundle.write_text("-----BEGIN CERTIFICATE-----\nMozilla\n-----END CERTIFICATE-----\n")
    monkeypatch.setenv("OSGEO4W_ROOT", str(tmp_path / "OSGeo4W"))
    for name in ("SSL_CERT_FILE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(bundle))
    variables = network.certificate_variables(str(tmp_path))
    assert set(variables) == set(CA_VARIABLES)
    text = Path(variables["CURL_CA_BUNDLE"]).read_text()
    assert "Mozilla" in text
    assert text.count("BEGIN CERTIFICATE") > 50
