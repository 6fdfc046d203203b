"""What the worker must know of QGIS's network settings: proxy and trusted certificates."""

from __future__ import annotations

import os
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from sentinel_toolkit.runtime import certificates

_SCHEMES = {QNetworkProxy.ProxyType.HttpProxy: "http", QNetworkProxy.ProxyType.Socks5Proxy: "socks5h"}


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


def certificate_variables(folder: str, interpreter: str = "") -> dict[str, str]:
    """Return the variables that name a file of QGIS's trusted certificates and certifi's, written into ``folder``.

    What the user has set in the environment wins; what QGIS's own launcher has set does not.

    Parameters
    ----------
    interpreter
        The worker's; empty: there is none yet.
    """
    trusted = bytes(QgsApplication.authManager().trustedCaCertsPemText())
    roots = certificates.installation_roots(os.environ, QgsApplication.prefixPath())
    return certificates.certificate_variables(os.environ, roots, trusted, folder, interpreter)
