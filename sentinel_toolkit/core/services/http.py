"""HTTP as all services get it: patient with what passes, no credentials but our own, only links that we trust."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from urllib3.connectionpool import ConnectionPool
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError, ReadTimeoutError, ResponseError, SSLError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import AuthenticationError, CatalogueError, CatalogueUnavailableError
from sentinel_toolkit.core.services import hrefs

TIMEOUT_S = (10, 50)  # to connect, and between bytes
RETRIES = 5
NETWORK_RETRIES = 2  # a server that is down does not come up in seconds
GIVE_UP_S = 45  # after the first failure of a request
BACKOFF_S = 0.5  # 0, 1, 2, 4, 8 s where the server names no time
LONGEST_WAIT_S = 30  # whatever Retry-After says: a person is waiting
MAX_ANSWER = 40_000_000  # bytes of one page, unpacked; real ones have up to 11 MB, and Python needs 20 times as many
DRIP_AFTER_S, LEAST_BYTES_S = 30, 100  # an answer that comes more slowly than that is given up
MAX_WORDS = 4096  # bytes of an error's text that are looked at
TRANSIENT = (429, 500, 502, 503, 504)  # statuses that may be gone the next moment


class _PatientRetry(Retry):
    """Retries that honour Retry-After, up to what a person will wait for, and end within a minute."""

    begun_s = 0.0  # by the clock; 0: nothing has failed yet

    def new(self, **changed: Any) -> _PatientRetry:
        made = super().new(**changed)
        made.begun_s = self.begun_s or time.monotonic()
        return made

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        seconds = retry_after_s(response.headers)
        return None if seconds is None else min(seconds, LONGEST_WAIT_S)

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> _PatientRetry:
        is_late = bool(self.begun_s) and time.monotonic() - self.begun_s > GIVE_UP_S
        # A certificate does not change, and who was silent for so long will be again.
        if is_late or isinstance(error, (SSLError, ReadTimeoutError)):
            raise MaxRetryError(cast("ConnectionPool", _pool), url or "", error or ResponseError("too many failures"))
        return super().increment(method, url, response, error, _pool, _stacktrace)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds a server asks to wait; None where it does not say or names no time that there is."""
    try:
        return Retry().parse_retry_after(headers["Retry-After"])
    except (LookupError, ValueError, OverflowError, InvalidHeader):
        return None


def patient_retry() -> Retry:
    """Return how often and how long a request to a catalogue is repeated."""
    return _PatientRetry(
        total=RETRIES,
        connect=NETWORK_RETRIES,
        read=NETWORK_RETRIES,
        backoff_factor=BACKOFF_S,
        status_forcelist=TRANSIENT,
        allowed_methods=None,  # a search is a POST that changes nothing
        raise_on_status=False,  # the last answer says more than "too many retries"
    )


def bare_session(retry: Retry | None = None, connections: int = 4) -> requests.Session:
    """Return a session that sends no credentials of its own: requests would take some from a .netrc."""
    session = requests.Session()
    session.auth = _no_credentials
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(pool_maxsize=connections, max_retries=retry or Retry(0, redirect=0)))
    return session


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


@dataclass(frozen=True)
class Login:
    """A user's credentials for one service: a name and a password, or headers; never shown."""

    username: str = ""
    password: str = field(default="", repr=False)
    totp: str = field(default="", repr=False)
    headers: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def from_secrets(cls, secrets: Mapping[str, Any]) -> Login | None:
        """Return the login that came with the job, or None."""
        values = dict(secrets.get("login") or {})
        if not values:
            return None
        headers = {name.strip(): str(text).strip() for name, text in (values.get("headers") or {}).items()}
        if any(re.search(r"[^\x21-\x7e]", name) or re.search(r"[^\x20-\x7e]", text) for name, text in headers.items()):
            raise AuthenticationError(
                "A header of the login holds a character that headers cannot have.",
                "Type it anew in the configuration that AUTH names: ASCII, in one line.",
            )
        redaction.learn(*redaction.of_login(values))
        return cls(**{**values, "headers": headers})


def log_in(session: requests.Session, login: Login | None, endpoint: str) -> None:
    """Let a session send a login to the host of ``endpoint`` and to no other, whatever redirects say."""
    if login is None:
        return
    place = urlsplit(endpoint)[:2]
    keep = session.rebuild_auth

    def add(request: requests.PreparedRequest) -> requests.PreparedRequest:
        if urlsplit(request.url)[:2] == place:
            request.headers.update(login.headers)
            if login.username:
                return HTTPBasicAuth(login.username.encode(), login.password.encode())(request)
        return request

    def forget(request: requests.PreparedRequest, response: requests.Response) -> None:
        keep(request, response)
        if urlsplit(request.url)[:2] != place:
            for name in login.headers:
                request.headers.pop(name, None)

    session.auth = add
    session.rebuild_auth = forget  # type: ignore[method-assign]  # of this session alone, whoever made it


def patient_session() -> requests.Session:
    """Return a session for catalogues: it retries, and follows only redirects that we trust."""
    session = bare_session(patient_retry())
    check_redirects(session)
    return session


def check_redirects(session: requests.Session) -> None:
    """Let a session follow only redirects that we trust."""
    follow = session.get_redirect_target

    def target(resp: requests.Response) -> str | None:
        return checked(follow(resp), resp.url)

    session.get_redirect_target = target  # type: ignore[method-assign]  # of this session alone, whoever made it


def checked(url: str | None, base: str = "") -> str | None:
    """Return the URL if we may follow it: https, and http on this computer where ``base`` is there too.

    Raises
    ------
    CatalogueError
        If we may not.
    """
    if url is not None:
        absolute = urljoin(base, url)
        if not hrefs.is_followed(absolute, base):
            raise CatalogueError(f"The catalogue refers to {url!r:.200}, which is not followed: only https is.")
    return url


def get_json(session: requests.Session, url: str, **options: Any) -> Any:  # noqa: ANN401  (whatever JSON there is)
    """Return the JSON that a service answers.

    Raises
    ------
    CatalogueUnavailableError
        If it does not answer, or refuses for now (429, 5xx) after retries.
    CatalogueError
        If it refuses the request, or answers no JSON.
    """
    place = url.partition("?")[0]
    try:
        response = session.get(url, timeout=TIMEOUT_S, stream=True, **options)
        body = whole_body(response) if response.status_code == 200 else b""
    except requests.RequestException as error:
        raise unreachable(place, error) from error
    if response.status_code in TRANSIENT:
        raise CatalogueUnavailableError(
            f"{place} refuses for now (HTTP {response.status_code}): {words(response)}", "Try again later."
        )
    if response.status_code != 200:
        raise CatalogueError(
            f"{place} refuses the request (HTTP {response.status_code}): {words(response)}", "Check ENDPOINT."
        )
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise CatalogueError(f"{place} answered something that is no JSON.", "Is it the right address?") from error


def words(response: requests.Response) -> str:
    """Return the beginning of an answer in one short line: services agree on no schema for their errors."""
    try:
        start = next(response.iter_content(MAX_WORDS), b"")[:MAX_WORDS]
    except requests.RequestException:
        return ""
    return redaction.redacted(" ".join(start.decode("utf-8", "replace").split()))[:300]


def unreachable(place: str, error: requests.RequestException) -> CatalogueUnavailableError:
    """Return our error for a service that cannot be reached."""
    if isinstance(error, requests.exceptions.SSLError):
        return CatalogueUnavailableError(
            f"{place} shows a certificate that is not trusted ({innermost(error)}).",
            "Check this computer's date; add the authority of your network or service to QGIS's certificates.",
        )
    return CatalogueUnavailableError(
        f"{place} does not answer ({innermost(error)}).", "Check the network and the proxy, or try again later."
    )


def whole_body(response: requests.Response) -> bytes:
    """Return the whole body of an answer.

    Raises
    ------
    CatalogueError
        If it is larger than any answer of a catalogue.
    requests.RequestException
        If the connection breaks, or hardly anything comes.
    """
    return body_of(response.raw)


def body_of(raw: BaseHTTPResponse) -> bytes:
    """Return the whole body of an answer of urllib3's; see ``whole_body``."""
    pieces, size, begun = [], 0, time.monotonic()
    try:
        while piece := raw.read1(1 << 18, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_ANSWER:
                raise CatalogueError(f"The answer has more than {MAX_ANSWER / 1e6:.0f} MB.", "Is it the right address?")
            seconds = time.monotonic() - begun
            if seconds > DRIP_AFTER_S and size < LEAST_BYTES_S * seconds:
                raise requests.ReadTimeout(f"{size} bytes came in {seconds:.0f} s")
    except HTTPError as error:  # of urllib3: the connection broke, or the body is not packed as it says
        raise requests.ConnectionError(error) from error
    return b"".join(pieces)


def innermost(error: BaseException) -> str:
    """Return the innermost cause of a request's error: the outer ones repeat the URL."""
    cause = error
    while inner := cause.__cause__ or cause.__context__:
        cause = inner
    return redaction.redacted(f"{type(error).__name__}: {cause}")[:200]
