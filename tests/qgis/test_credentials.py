"""Logins out of QGIS's store."""

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig

from sentinel_toolkit.contract.errors import AuthenticationError
from sentinel_toolkit.processing.credentials import login_of


@pytest.fixture
def store(qgis_app):
    """Return a function that stores a configuration and returns its id."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)

    def keep(method, **values):
        config = QgsAuthMethodConfig(method)
        config.setName(method)
        for name, value in values.items():
            config.setConfig(name, value)
        assert manager.storeAuthenticationConfig(config)
        return config.id()

    yield keep
    for identifier in list(manager.configIds()):
        manager.removeAuthenticationConfig(identifier)


def test_basic_is_a_name_and_a_password(store):
    assert login_of(store("Basic", username="me", password="p")) == {"username": "me", "password": "p"}


def test_api_header_is_headers(store):
    assert login_of(store("APIHeader", **{"X-Api-Key": "k"})) == {"headers": {"X-Api-Key": "k"}}


def test_none_is_none():
    assert login_of("") == {}


def test_unknown_and_unfit_configurations_are_named(store):
    with pytest.raises(AuthenticationError, match="which QGIS does not know"):
        login_of("zzzzzzz")
    with pytest.raises(AuthenticationError, match="is of the kind 'EsriToken'.*Basic or APIHeader"):
        login_of(store("EsriToken", token="t"))
