"""What nobody may read: passwords, codes and tokens are taken out of every sentence before it is shown or kept.

Whoever learns a secret says so (:func:`learn`); whoever shows words of others, or an error, asks :func:`redacted`.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HIDDEN = "***"
WHOLE = 4  # letters: shorter secrets are hidden where they stand alone, or every other word would lose some
KEY = 8  # letters: what is shorter is the key of no service of objects, and may be a common word
_known: set[str] = set()
_OF_NETWORK = re.compile("proxy|index|pip_|uv_", re.IGNORECASE)  # names of variables
_OF_OBJECTS = re.compile(r"AWS_\w*(KEY|TOKEN)\w*", re.IGNORECASE)  # keys to object storage
_USER_OF_URL = re.compile(r"(?<=://)[^\s/'\"]+@")  # with its password


def learn(*words: str) -> None:
    """Remember secrets of this process."""
    _known.update(word for word in words if word)


def redacted(text: str, secrets: Iterable[str] = ()) -> str:
    """Return a text without secrets: those that were learnt, those that are given, and users of URLs.

    >>> redacted("http://me:abcd@proxy:8080 refuses abcd", ["abcd"])
    'http://***@proxy:8080 refuses ***'
    """
    for form in sorted({form for word in (*_known, *secrets) if word for form in _forms(word)}, key=len, reverse=True):
        if len(form) >= WHOLE:
            text = text.replace(form, HIDDEN)
        else:
            text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", lambda _match: HIDDEN, text)
    return _USER_OF_URL.sub(f"{HIDDEN}@", text)


def of_login(login: Mapping[str, Any]) -> Iterator[str]:
    """Yield the secrets of a login: username, password, totp, headers."""
    username, password = str(login.get("username") or ""), str(login.get("password") or "")
    yield password
    yield str(login.get("totp") or "")
    if password:
        yield base64.b64encode(f"{username}:{password}".encode()).decode()  # as Basic authentication sends both
    for text in (login.get("headers") or {}).values():
        yield str(text).strip()
        yield str(text).strip().rpartition(" ")[2]  # of "Bearer …"


def of_variables(variables: Mapping[str, str]) -> Iterator[str]:
    """Yield the passwords in environment variables: keys, and those in URLs of proxies and package indexes."""
    for name, value in variables.items():
        if _OF_OBJECTS.fullmatch(name) and len(value) >= KEY:
            yield value
        for url in value.split() if _OF_NETWORK.search(name) else ():
            try:
                password = urlsplit(url).password if "://" in url else ""
            except ValueError:
                continue
            yield password or ""
            yield unquote(password or "")


def _forms(word: str) -> set[str]:
    """Return how a secret may be written."""
    return {word, quote(word), quote(word, ""), quote_plus(word), repr(word)[1:-1]}
