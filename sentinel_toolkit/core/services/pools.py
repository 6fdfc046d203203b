"""Connections for very many small requests: requests decides once for each host how it is reached, urllib3 asks."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, Timeout
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError

from sentinel_toolkit.core.services import http


class Pools:
    """Connections by host, kept and shared by threads; proxies and certificates are those of the environment.

    A request costs a third of the processor time that it takes through requests.

    Parameters
    ----------
    connections
        To one host, at most that many are kept.
    """

    def __init__(self, connections: int) -> None:
        self._session = http.bare_session(connections=connections)
        self._pools: dict[str, tuple[HTTPConnectionPool, bool]] = {}
        self._lock = threading.Lock()

    def get(self, url: str, headers: Mapping[str, str], timeout_s: tuple[float, float]) -> BaseHTTPResponse:
        """Return the answer to a GET, its body not yet read; no redirect is followed.

        Parameters
        ----------
        timeout_s
            To connect, and between bytes.

        Raises
        ------
        requests.RequestException
            If there is none.
        """
        parts = urlsplit(url)
        pool, is_whole = self._pool(f"{parts.scheme}://{parts.netloc}/")
        target = url if is_whole else f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        wait = Timeout(connect=timeout_s[0], read=timeout_s[1])
        try:
            return pool.urlopen(
                "GET", target, headers=headers, redirect=False, retries=False, preload_content=False, timeout=wait
            )
        except HTTPError as error:
            raise requests.ConnectionError(error) from error

    def _pool(self, host: str) -> tuple[HTTPConnectionPool, bool]:
        """Return the connections to a host, and whether they want whole addresses: those of a proxy for http do."""
        with self._lock:
            if host not in self._pools:
                request = self._session.prepare_request(requests.Request("GET", host))
                ways: dict[str, Any] = dict(self._session.merge_environment_settings(host, {}, True, None, None))
                adapter = cast("HTTPAdapter", self._session.get_adapter(host))
                pool = adapter.get_connection_with_tls_context(request, ways["verify"], proxies=ways["proxies"])
                self._pools[host] = (
                    cast("HTTPConnectionPool", pool),
                    adapter.request_url(request, ways["proxies"]) != "/",
                )
            return self._pools[host]
