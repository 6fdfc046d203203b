"""pystac-client's transport: links that we trust, answers of a size that catalogues have, and what refusals mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pystac
import requests
from pystac_client.exceptions import APIError
from pystac_client.stac_api_io import StacApiIO

from sentinel_toolkit.contract.errors import (
    AuthenticationError,
    CatalogueError,
    CatalogueUnavailableError,
    ToolkitError,
)
from sentinel_toolkit.core.services import http

LOGIN_ASKED, FORBIDDEN, NOT_FOUND, NO_SUCH_METHOD = 401, 403, 404, 405


class CheckedIO(StacApiIO):
    """Follows only links that we trust, reads no more than catalogues have to say, and remembers its last answer."""

    def __init__(self, endpoint: str, login: http.Login | None) -> None:
        super().__init__(max_retries=http.patient_retry())
        self.answer: dict[str, Any] | None = None
        self.has_login = login is not None
        self._endpoint = endpoint
        http.check_redirects(self.session)
        http.log_in(self.session, login, endpoint)

    def read_text(self, source: pystac.link.HREF, *args: Any, **kwargs: Any) -> str:
        """Read a URL; pystac-client would open a local path too."""
        http.checked(source.href if isinstance(source, pystac.Link) else str(source), self._endpoint)
        return super().read_text(source, *args, **kwargs)

    def read_json(self, source: pystac.link.HREF, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Read JSON and remember it."""
        self.answer = answer = super().read_json(source, *args, **kwargs)
        return answer

    def request(
        self,
        href: str,
        method: str | None = None,
        headers: Mapping[str, str] | None = None,
        parameters: Mapping[str, Any] | None = None,
    ) -> str:
        """Return an answer's text; pystac-client would unpack one of any size.

        Raises
        ------
        APIError
            If the server refuses, with the status; or of whatever happened on the way, as its cause.
        """
        verb = (method or "GET").upper()
        in_body, in_address = (parameters, None) if verb == "POST" else (None, parameters)
        try:
            with self.session.request(
                verb, href, headers=headers, json=in_body, params=in_address, timeout=http.TIMEOUT_S, stream=True
            ) as response:
                if not response.ok:
                    refusal = APIError(http.words(response))
                    refusal.status_code = response.status_code
                    raise refusal
                return http.whole_body(response).decode("utf-8")
        except (requests.RequestException, CatalogueError) as error:
            raise APIError(type(error).__name__) from error


def refusal(endpoint: str, error: APIError, has_login: bool) -> ToolkitError:
    """Return our error for pystac-client's, which wraps whatever happened below it."""
    cause = error.__cause__
    if isinstance(cause, CatalogueError):
        return cause
    if isinstance(cause, requests.RequestException):
        return http.unreachable(endpoint, cause)
    status = getattr(error, "status_code", None) or 0
    text = f": {error}"[:300] if str(error) else ""
    if status in http.TRANSIENT or status >= 500:
        return CatalogueUnavailableError(f"{endpoint} refuses for now (HTTP {status}){text}", "Try again later.")
    if status in (LOGIN_ASKED, FORBIDDEN):
        return AuthenticationError(
            f"{endpoint} {'does not accept the login' if has_login else 'asks for a login'} (HTTP {status}){text}",
            "Check the configuration that AUTH names."
            if has_login
            else "Choose an authentication configuration in AUTH.",
        )
    return CatalogueError(f"{endpoint} refuses the search (HTTP {status}){text}", "Check ENDPOINT and COLLECTION.")
