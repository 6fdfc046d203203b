"""What the worker must know of QGIS's network settings: proxy and trusted certificates."""

from __future__ import annotations

import os
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

_SCHEMES = {QNetworkProxy.ProxyType.HttpProxy: "http", QNetworkProxy.ProxyType.Socks5Proxy: "socks5h"}
_CA_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")  # uv, requests, GDAL


def proxy_variables() -> dict[str, str]:
    """Return the proxy as environment variables, both spellings; they may hold a password, so they go by stdin."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    scheme = _SCHEMES.get(proxy.type())
    if not scheme or not proxy.hostName():
        return {}
    login = f"{quote(proxy.user(), '')}:{quote(proxy.password(), '')}@" if proxy.user() else ""
    url = f"{scheme}://{login}{proxy.hostName()}:{proxy.port()}"
    direct = ",".join([*manager.excludeList(), *manager.noProxyList(), "localhost", "127.0.0.1", "::1"])
    variables = {"HTTP_PROXY": url, "HTTPS_PROXY": url, "NO_PROXY": direct}
    return {**variables, **{name.lower(): value for name, value in variables.items()}}


def timeout_s() -> float:
    """Return how long QGIS waits for a server, in seconds."""
    return QgsNetworkAccessManager.timeout() / 1000


def certificate_variables(folder: str) -> dict[str, str]:
    """Return the variables that name a file of QGIS's trusted certificates, written into ``folder``.

    What the user has set in the environment wins.
    """
    if any(os.path.exists(os.environ.get(name, "")) for name in _CA_VARIABLES):
        return {}
    pem = bytes(QgsApplication.authManager().trustedCaCertsPemText())
    if not pem:
        return {}
    path = os.path.join(folder, "certificates.pem")
    with open(path, "wb") as file:
        file.write(pem)
    return dict.fromkeys(_CA_VARIABLES, path)
