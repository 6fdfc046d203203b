"""Logins out of QGIS's encrypted store: read when a job starts, given to its worker by stdin, kept nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingParameterAuthConfig

from sentinel_toolkit.contract.errors import AuthenticationError
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.settings import Settings

if TYPE_CHECKING:
    from qgis.core import QgsProcessingParameterDefinition


def auth_parameter(label: str, help_text: str, advanced: bool = False) -> QgsProcessingParameterDefinition:
    """Return AUTH: logs, history and models hold the configuration's id, never what is in it."""
    return described(
        QgsProcessingParameterAuthConfig("AUTH", label, Settings.load().login or None, optional=True),
        help_text,
        advanced,
    )


def login_of(identifier: str) -> dict[str, Any]:
    """Return the login of an authentication configuration: ``username`` and ``password``, or ``headers``.

    ``identifier`` has seven letters and digits; empty where none is chosen, as is the login.

    Raises
    ------
    AuthenticationError
        If there is none of that id, the store is locked, or it is of a kind that we cannot use.
    """
    if not identifier:
        return {}
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        raise AuthenticationError("QGIS's authentication system is disabled.", manager.disabledMessage())
    if identifier not in manager.configIds():
        raise AuthenticationError(
            f"AUTH names the configuration {identifier!r}, which QGIS does not know.",
            "Choose one of Settings > Options > Authentication. Without a window, QGIS_AUTH_DB_DIR_PATH names the "
            "folder of its store.",
        )
    is_open, config = manager.loadAuthenticationConfig(identifier, QgsAuthMethodConfig(), True)
    if not is_open:
        raise AuthenticationError(
            f"The configuration {identifier!r} in AUTH cannot be opened: QGIS's master password is missing or wrong.",
            "Without a window, let QGIS_AUTH_PASSWORD_FILE name a file that holds it.",
        )
    read = _METHODS.get(config.method())
    if read is None:
        raise AuthenticationError(
            f"The configuration {identifier!r} in AUTH is of the kind {config.method()!r}.",
            f"Use one of the kind {' or '.join(_METHODS)}.",
        )
    return read(config.configMap())


def _basic(values: dict[str, str]) -> dict[str, Any]:
    return {"username": values.get("username", ""), "password": values.get("password", "")}


def _headers(values: dict[str, str]) -> dict[str, Any]:
    return {"headers": {name: value for name, value in values.items() if name}}


# Method of QGIS -> how its values become a login.
_METHODS = {"Basic": _basic, "APIHeader": _headers}
