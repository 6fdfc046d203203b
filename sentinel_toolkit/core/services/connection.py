"""GET with what each host may see: redirects are followed by hand, and every host is judged anew."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Self
from urllib.parse import urljoin

import requests

from sentinel_toolkit.contract.errors import AuthenticationError, DownloadError
from sentinel_toolkit.core.services import cdse, hrefs, http, planetary_computer

MAX_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
CONNECT_S = 10


class Connection:
    """What the threads of a job fetch files through.

    Parameters
    ----------
    session
        The login at CDSE, where there is one.
    timeout_s
        To wait for an answer, and between bytes.
    """

    def __init__(self, session: cdse.Session | None = None, timeout_s: float = 60.0) -> None:
        self._session = session
        self._timeout_s = timeout_s
        self._local = threading.local()
        self._opened: list[requests.Session] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for session in self._opened:
            session.close()

    def get(
        self, href: str, headers: Mapping[str, str] | None = None, stale: str = ""
    ) -> tuple[requests.Response, str]:
        """Return (answer, the CDSE token it was asked with or "") of an href; the body is not read yet.

        Parameters
        ----------
        href
            As a scene has it: trusted, without tokens.
        headers
            Of the request.
        stale
            A token that was refused: another one is fetched.

        Raises
        ------
        DownloadError
            If it leads where we do not follow, or in circles.
        AuthenticationError
            If it needs a login and there is none.
        requests.RequestException
            If the host does not answer.
        """
        url = planetary_computer.signed(href)
        for _ in range(MAX_REDIRECTS + 1):
            url = requests.Request("GET", url).prepare().url or url  # hosts are judged by what is dialled
            token = self.token(url, stale)
            own = {"Accept-Encoding": "identity", **(headers or {})}  # lengths and ranges are of the file itself
            if token:
                own["Authorization"] = f"Bearer {token}"
            answer = self._requests().get(
                url, headers=own, stream=True, allow_redirects=False, timeout=(CONNECT_S, self._timeout_s)
            )
            if answer.status_code not in REDIRECTS:
                return answer, token
            target = urljoin(url, answer.headers.get("Location", ""))
            answer.close()
            if not hrefs.is_followed(target, url):
                place = hrefs.without_queries(target)
                raise DownloadError(f"It leads to {place!r:.200}, which is not followed: only https is.", "")
            url = target
        raise DownloadError(f"It leads from one address to the next, more than {MAX_REDIRECTS} times.", "")

    def token(self, url: str, stale: str = "") -> str:
        """Return the token that a URL may see: an empty text but for CDSE's.

        Raises
        ------
        AuthenticationError
            If it needs a login and there is none.
        """
        if not cdse.may_see_token(url):
            return ""
        if self._session is None:
            raise AuthenticationError(
                "The scenes are at CDSE, which needs a login.",
                "Choose an authentication configuration (Basic) with your CDSE user name and password in AUTH.",
            )
        return self._session.token(stale)

    def _requests(self) -> requests.Session:
        """Return this thread's own session: requests' are not made for several threads."""
        if not hasattr(self._local, "session"):
            self._local.session = http.bare_session()
            self._opened.append(self._local.session)
        return self._local.session
