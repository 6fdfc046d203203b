"""The login of this Python: asked for once, kept in memory, never on the disk."""

from __future__ import annotations

import getpass
import os
from typing import Any

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import AuthenticationError

VARIABLES = "SENTINEL_TOOLKIT_USERNAME", "SENTINEL_TOOLKIT_PASSWORD"
_login: dict[str, Any] = {}


def login(username: str | None = None, password: str | None = None, totp: str = "") -> None:
    """Log in to the Copernicus Data Space Ecosystem (or to an endpoint of your own) for this session.

    What is missing is taken from SENTINEL_TOOLKIT_USERNAME and SENTINEL_TOOLKIT_PASSWORD, or asked for. It is kept in
    the memory of this Python until it ends, or until ``login("")`` forgets it.

    Parameters
    ----------
    username
        The account's address of e-mail; an empty one forgets the login.
    password
        Better not written into a notebook: leave it out, and you are asked.
    totp
        The six digits of the second factor, where the account has one.

    Raises
    ------
    AuthenticationError
        If there is nobody to ask.
    """
    if username == "":
        _login.clear()
        return
    stated = _of_variables()
    username = username or stated.get("username") or _ask(input, "User name: ")
    if password is None:
        is_stated = stated.get("username") == username
        password = stated["password"] if is_stated else _ask(getpass.getpass, f"Password of {username}: ")
    _keep({"username": username, "password": password, **({"totp": totp} if totp else {})})


def secrets() -> dict[str, Any]:
    """Return what a job may know and nobody may read: the login, or that of the environment's variables."""
    known = _login or _of_variables()
    if not known:
        return {}
    redaction.learn(*redaction.of_login(known))
    return {"login": dict(known)}


def _keep(values: dict[str, Any]) -> None:
    redaction.learn(*redaction.of_login(values))
    _login.clear()
    _login.update(values)


def _of_variables() -> dict[str, Any]:
    username, password = (os.environ.get(name, "") for name in VARIABLES)
    return {"username": username, "password": password} if username and password else {}


def _ask(question: Any, text: str) -> str:  # noqa: ANN401  (input, or what shows no letters)
    try:
        answer = str(question(text)).strip()
    except (EOFError, OSError, RuntimeError, NotImplementedError) as error:  # nobody is there; a notebook without input
        raise AuthenticationError(
            "No login is given, and there is nobody to ask.",
            f"Set {' and '.join(VARIABLES)}, or call login(name, password).",
        ) from error
    if not answer:
        raise AuthenticationError("No login is given.", f"Type it, or set {' and '.join(VARIABLES)}.")
    return answer
