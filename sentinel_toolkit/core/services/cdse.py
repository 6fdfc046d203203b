"""Logging in to the Copernicus Data Space Ecosystem (CDSE): one session for a job, its token seen by CDSE alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

import requests

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import AuthenticationError, CatalogueUnavailableError, ToolkitError
from sentinel_toolkit.core.services import endpoints, http

CLIENT = "cdse-public"
SPARE_S = 30  # a token is renewed so long before it expires (a quarter of its life, if that is less)


def may_see_token(url: str) -> bool:
    """Tell whether a URL is CDSE's own and reached by https: no other may see the token."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return parts.scheme == "https" and (host == endpoints.CDSE_DOMAIN or host.endswith("." + endpoints.CDSE_DOMAIN))


class Session:
    """One login, shared by all threads: every password grant would open one of the account's 100 sessions.

    Parameters
    ----------
    login
        User name and password, and a one-time code (TOTP) where the account asks for one.
    """

    def __init__(self, login: http.Login) -> None:
        self._login = login
        redaction.learn(login.password, login.totp)
        self._lock = threading.Lock()
        self._token, self._expires = "", 0.0
        self._refresh, self._refresh_expires = "", 0.0
        self._totp_is_used = False
        self._refused: AuthenticationError | None = (
            None  # what is refused once is not asked again for each of a thousand files
        )

    def token(self, stale: str = "") -> str:
        """Return an access token that lives; one that was refused (``stale``) is renewed first.

        Raises
        ------
        AuthenticationError
            If the login is refused, or has expired and needs another one-time code.
        CatalogueUnavailableError
            If the identity service does not answer.
        """
        with self._lock:
            if self._refused:
                raise self._refused
            if not self._token or self._token == stale or time.monotonic() >= self._expires:
                try:
                    self._renew()
                except AuthenticationError as error:
                    self._refused = error
                    raise
            return self._token

    def _renew(self) -> None:
        if self._refresh and time.monotonic() < self._refresh_expires:
            answer = self._ask({"grant_type": "refresh_token", "refresh_token": self._refresh})
            if answer.status_code == 200:
                return self._keep(answer)
            if answer.status_code in http.TRANSIENT:
                raise _unreachable(f"HTTP {answer.status_code}")
        if self._totp_is_used:
            raise AuthenticationError(
                "The session at CDSE has ended, and a one-time code works only once.",
                "Run again with a new code in TOTP: what is complete is kept.",
            )
        fields = {"grant_type": "password", "username": self._login.username, "password": self._login.password}
        if self._login.totp:
            fields["totp"] = self._login.totp
        answer = self._ask(fields)
        if answer.status_code != 200:
            raise _refusal(answer, bool(self._login.totp))
        self._totp_is_used = bool(self._login.totp)
        return self._keep(answer)

    def _ask(self, fields: Mapping[str, str]) -> requests.Response:
        try:
            with http.bare_session(http.patient_retry()) as session:
                # Redirects are not followed: they would carry the password elsewhere.
                return session.post(
                    endpoints.CDSE_TOKENS,
                    data={"client_id": CLIENT, **fields},
                    timeout=http.TIMEOUT_S,
                    allow_redirects=False,
                )
        except requests.RequestException as error:
            # Not chained: the request that the error holds has the password in it.
            raise _unreachable(http.innermost(error)) from None

    def _keep(self, answer: requests.Response) -> None:
        try:
            values = answer.json()
            life_s, refresh_life_s = float(values["expires_in"]), float(values.get("refresh_expires_in", 0))
            token, refresh = str(values["access_token"]), str(values.get("refresh_token", ""))
        except (ValueError, LookupError, TypeError, AttributeError):
            raise _unreachable("its answer is no token") from None
        redaction.learn(token, refresh)
        now = time.monotonic()
        self._token, self._expires = token, now + life_s - min(SPARE_S, life_s / 4)
        self._refresh, self._refresh_expires = refresh, now + refresh_life_s - min(SPARE_S, refresh_life_s / 4)


def _unreachable(reason: str) -> CatalogueUnavailableError:
    return CatalogueUnavailableError(
        f"CDSE's login service does not answer ({reason}).", "Check the network and the proxy, or try again later."
    )


def _refusal(answer: requests.Response, had_totp: bool) -> ToolkitError:
    """Return the error for an answer other than a token."""
    if answer.status_code in http.TRANSIENT or answer.status_code < 400:
        return _unreachable(f"HTTP {answer.status_code}")
    try:
        reason = str(answer.json().get("error_description") or answer.json().get("error"))
    except (ValueError, AttributeError):
        reason = f"HTTP {answer.status_code}"
    code = "the code in TOTP (each works once)" if had_totp else "whether the account needs a one-time code (TOTP)"
    return AuthenticationError(
        f"CDSE refuses the login: {redaction.redacted(reason)[:200]}.",
        f"Check user name and password in AUTH, and {code}.",
    )
