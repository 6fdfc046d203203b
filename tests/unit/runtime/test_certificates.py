"""OSGeo4W names a bundle of its own: it is nobody's choice, and QGIS's authorities are trusted beside it."""

import sys
from pathlib import Path

import pytest

from sentinel_toolkit.runtime import certificates


def pem(name):
    """Return what looks like a certificate."""
    return f"-----BEGIN CERTIFICATE-----\n{name}\n-----END CERTIFICATE-----\n"


def written(path, *names):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# comments\n" + "\n".join(map(pem, names)))
    return str(path)


@pytest.fixture
def installation(tmp_path):
    """Return (root of an OSGeo4W, the variables that its launcher sets)."""
    root = tmp_path / "OSGeo4W"
    bundle = written(root / "bin" / "curl-ca-bundle.crt", "public", "appended")
    return root, {"OSGEO4W_ROOT": str(root), "SSL_CERT_FILE": bundle, "CURL_CA_BUNDLE": bundle}


@pytest.fixture
def worker(tmp_path):
    """Return the interpreter of an environment with certifi."""
    written(tmp_path / "env" / "lib" / "python3.12" / "site-packages" / "certifi" / "cacert.pem", "public", "newer")
    return str(tmp_path / "env" / "bin" / "python")


def asked(variables, folder, worker="", prefix=""):
    roots = certificates.installation_roots(variables, prefix)
    return certificates.certificate_variables(variables, roots, pem("company").encode(), str(folder), worker)


def names_in(path):
    return [line for line in Path(path).read_text().splitlines() if "-" not in line]


def test_the_bundle_of_the_installation_is_not_the_users_choice(installation, worker, tmp_path):
    _, variables = installation
    found = asked(variables, tmp_path, worker)
    assert found == dict.fromkeys(certificates.CA_VARIABLES, str(tmp_path / "certificates.pem"))
    assert names_in(tmp_path / "certificates.pem") == ["public", "appended", "newer", "company"]


@pytest.mark.parametrize("place", ["prefix", "python", "application"])
def test_an_installation_is_known_by_its_prefixes_too(installation, tmp_path, monkeypatch, place):
    root, variables = installation
    del variables["OSGEO4W_ROOT"]
    assert asked(variables, tmp_path) == {}
    prefix = ""
    if place == "prefix":
        prefix = str(root / "apps" / "qgis-ltr")
    elif place == "python":
        monkeypatch.setattr(sys, "base_prefix", str(root / "apps" / "Python312"))
    else:
        prefix = str(tmp_path / "QGIS.app" / "Contents" / "MacOS")
        variables["SSL_CERT_FILE"] = written(tmp_path / "QGIS.app" / "Contents" / "Resources" / "cert.pem", "public")
        del variables["CURL_CA_BUNDLE"]
    assert set(asked(variables, tmp_path, prefix=prefix)) == set(certificates.CA_VARIABLES)


def test_what_lies_below_the_systems_prefix_is_the_users(monkeypatch):
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert certificates.installation_roots({"OSGEO4W_ROOT": "/"}, "/usr") == ()


def test_what_the_user_has_set_wins(installation, worker, tmp_path):
    _, variables = installation
    own = written(tmp_path / "own.pem", "own")
    assert asked({"SSL_CERT_FILE": own}, tmp_path, worker) == {}
    assert asked({"REQUESTS_CA_BUNDLE": str(tmp_path)}, tmp_path, worker) == {}, "a folder of certificates"
    found = asked({**variables, "REQUESTS_CA_BUNDLE": own}, tmp_path, worker)
    assert set(found) == {"SSL_CERT_FILE", "CURL_CA_BUNDLE"}, "only what the installation has set is replaced"
    assert {"own", "company"} <= set(names_in(found["SSL_CERT_FILE"]))


def test_a_folder_beside_the_installation_is_not_in_it(installation, worker, tmp_path):
    root, variables = installation
    own = written(root.with_name("OSGeo4W-own") / "own.pem", "own")
    assert asked({**variables, "SSL_CERT_FILE": own, "CURL_CA_BUNDLE": own}, tmp_path, worker) == {}


def test_another_spelling_of_the_installation_is_seen(installation, tmp_path):
    """Windows's launcher writes its root by short names, QGIS its prefix by long ones."""
    root, variables = installation
    short = tmp_path / "OSGEO4~1"
    try:
        short.symlink_to(root, target_is_directory=True)
    except OSError:
        pytest.skip("no right to make links")
    bundle = str(short / "bin" / "curl-ca-bundle.crt")
    variables = {"SSL_CERT_FILE": bundle}
    assert set(asked(variables, tmp_path, prefix=str(root / "apps" / "qgis"))) == set(certificates.CA_VARIABLES)


def test_without_an_environment_the_public_ones_are_of_this_python_or_the_system(tmp_path):
    """The installer asks before there is a certifi of ours."""
    assert asked({}, tmp_path)
    assert len(names_in(tmp_path / "certificates.pem")) >= 1
    assert "company" in names_in(tmp_path / "certificates.pem")


def test_where_qgis_knows_none_nothing_is_changed(installation, tmp_path):
    _, variables = installation
    roots = certificates.installation_roots(variables)
    assert certificates.certificate_variables(variables, roots, b"", str(tmp_path)) == {}
    assert not (tmp_path / "certificates.pem").exists()


def test_each_certificate_is_there_once():
    crlf = pem("a").replace("\n", "\r\n").encode()
    assert certificates.merged(pem("a").encode(), crlf, b"junk", pem("b").encode()) == (pem("a") + pem("b")).encode()
