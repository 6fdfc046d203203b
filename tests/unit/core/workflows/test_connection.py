"""Clusters as people have them: behind TLS, behind a gateway, as Dask's configuration names them."""

import datetime
import ipaddress
import sys

import dask
import pytest
from cluster import Cluster

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError, InvalidRequestError, ToolkitError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.sharing import check_scheduler
from sentinel_toolkit.core.workflows.cluster.connection import connected

GATEWAY = """
import distributed

class GatewayServerError(Exception):
    pass

class _Closing:
    def __enter__(self):
        return self
    def __exit__(self, *exception):
        pass

class Found(_Closing):
    def __init__(self, name):
        self.name = name
    def get_client(self, set_as_default=True):
        return distributed.Client({address!r}, set_as_default=set_as_default)

class Gateway(_Closing):
    def __init__(self, address=None):
        if address not in (None, "https://gateway.example"):
            raise ValueError("no such gateway")
    def list_clusters(self):
        return [Found(name) for name in {names!r}]
    def connect(self, name):
        return Found(name)
"""


@pytest.fixture(scope="module")
def running():
    with Cluster(1) as cluster:
        yield cluster


def workers_of(text):
    with connected(text, Report()) as found:
        return list(found.tasks._client.nthreads())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tcp://10.0.0.1:8786",
        "tls://scheduler.example:8786",
        "tcp://[::1]:8786",
        "local:4",
        "dask",
        "gateway",
        "gateway#mine",
        "gateway+https://gateway.example/dask#mine.1",
        "gateway+http://127.0.0.1:8000",
    ],
)
def test_what_names_a_scheduler(text):
    check_scheduler(text)
    MedianCompositeRequest(scenes_path="s", output="o.tif", scheduler=text)


@pytest.mark.parametrize(
    "text", ["localhost", "local:0", "local:", "http://x:1", "gateway+ftp://x", "tcp://x", "dask2"]
)
def test_what_names_none(text):
    with pytest.raises(InvalidRequestError, match="SCHEDULER is"):
        check_scheduler(text)


def test_a_login_in_a_gateways_address_is_refused():
    with pytest.raises(InvalidRequestError, match="holds a user name or password"):
        check_scheduler("gateway+https://me:secret@gateway.example")


@pytest.fixture
def gateway(monkeypatch, tmp_path):
    """Return a function that installs dask-gateway with the clusters of these names, all of one address."""

    def install(address, names):
        (tmp_path / "dask_gateway.py").write_text(GATEWAY.format(address=address, names=names))
        monkeypatch.syspath_prepend(str(tmp_path))

    yield install
    sys.modules.pop("dask_gateway", None)


@pytest.mark.parametrize("text", ["gateway+https://gateway.example", "gateway", "gateway#a"])
def test_a_cluster_behind_a_gateway(running, gateway, text):
    gateway(running.address, ["a"])
    assert len(workers_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "names", "message"),
    [
        ("gateway", [], "runs no cluster of yours"),
        ("gateway", ["a", "b"], "runs a, b"),
        ("gateway#c", ["a"], "runs a"),
        ("gateway+https://elsewhere.example", ["a"], "does not answer: no such gateway"),
    ],
)
def test_a_gateway_without_the_cluster(gateway, text, names, message):
    gateway("", names)
    with pytest.raises(ToolkitError, match=message):
        workers_of(text)


def test_a_gateway_without_its_library_is_told():
    with pytest.raises(EnvironmentNotReadyError, match="dask-gateway is not installed"):
        workers_of("gateway")


def test_the_scheduler_of_dasks_configuration(running):
    with pytest.raises(ToolkitError, match="names no scheduler"):
        workers_of("dask")
    with dask.config.set({"scheduler-address": running.address}):
        assert len(workers_of("dask")) == 1


def certificate(folder):
    """Write a certificate that is its own authority, and its key."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "cluster")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))


def test_tls_with_the_certificates_of_dasks_configuration(tmp_path, monkeypatch):
    certificate(tmp_path)
    pair = {"key": str(tmp_path / "key.pem"), "cert": str(tmp_path / "cert.pem")}
    tls = {f"distributed.comm.tls.client.{name}": path for name, path in pair.items()}
    for who in ("CLIENT", "SCHEDULER", "WORKER"):
        monkeypatch.setenv(f"DASK_DISTRIBUTED__COMM__TLS__{who}__KEY", pair["key"])
        monkeypatch.setenv(f"DASK_DISTRIBUTED__COMM__TLS__{who}__CERT", pair["cert"])
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TLS__CA_FILE", pair["cert"])
    with Cluster(1, "tls://127.0.0.1:0") as running:
        assert running.address.startswith("tls://")
        with pytest.raises(ToolkitError, match="names no certificates"):
            workers_of(running.address)
        with dask.config.set({**tls, "distributed.comm.tls.ca-file": pair["cert"]}):
            (worker,) = workers_of(running.address)
        assert worker.startswith("tls://")
