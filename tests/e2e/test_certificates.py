"""Servers of an authority that only QGIS knows, where the launcher of QGIS names a bundle of its own, as OSGeo4W's does."""

import shutil

import certifi
import pytest
from downloads import sample_products
from logins import store_authority
from servers.cdse import Account, Cdse
from servers.internet import Internet

ASKED = {"SOURCE": "cdse_odata", "EXTENT": "17.985,18.005,45.885,45.9 [EPSG:4326]"}
PERIOD = {"START": "2021-09-01", "END": "2022-07-31"}
OF_THE_LAUNCHER = ("SSL_CERT_FILE", "CURL_CA_BUNDLE")


@pytest.mark.campaign
def test_qgis_s_authorities_are_trusted_beside_the_bundle_of_its_installation(qgis_process, sample, tmp_path):
    root, store = tmp_path / "OSGeo4W", tmp_path / "auth"
    bundle = root / "bin" / "curl-ca-bundle.crt"
    for folder in (bundle.parent, store):
        folder.mkdir(parents=True)
    shutil.copy(certifi.where(), bundle)
    server = Cdse(sample_products(sample), Account(password="pa55"))
    with Internet(server.hosts, tmp_path) as internet:
        variables = {name: value for name, value in internet.variables.items() if name.lower().endswith("_proxy")}
        variables |= {"OSGEO4W_ROOT": str(root), **dict.fromkeys(OF_THE_LAUNCHER, str(bundle))}
        variables["REQUESTS_CA_BUNDLE"] = ""  # whatever the computer of the tests has
        variables["QGIS_AUTH_DB_DIR_PATH"] = str(store)
        inputs = {**ASKED, **PERIOD, "OUTPUT": str(tmp_path / "scenes.gpkg")}
        run = qgis_process("search_scenes", variables, **inputs)
        assert run.code, "nobody trusts that authority yet"
        assert "certificate that is not trusted" in run.stderr
        assert not internet.seen
        store_authority(store, internet.bundle)
        run = qgis_process("search_scenes", variables, **inputs)
        assert run.code == 0, run.stderr
        assert run.results["COUNT"]
        own = {"OSGEO4W_ROOT": str(tmp_path / "elsewhere"), "REQUESTS_CA_BUNDLE": str(bundle)}
        run = qgis_process("search_scenes", {**variables, **own}, **{**inputs, "START": "2021-10-01"})
        assert "certificate that is not trusted" in run.stderr, "the user's own bundle wins"
