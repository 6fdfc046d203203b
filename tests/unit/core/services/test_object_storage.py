"""Object storage against moto: what is put, listed and read, and what is said where it is refused."""

import os
import pickle
import traceback

import pytest
import trustme
from servers.buckets import KEY, SECRET, TOKEN, Buckets

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import AuthenticationError, InvalidRequestError, ToolkitError, TransferError
from sentinel_toolkit.core.services import object_storage
from sentinel_toolkit.core.services.object_storage import ObjectFolder


@pytest.fixture(scope="module")
def server():
    with Buckets() as server:
        server.make("maps")
        yield server


@pytest.fixture
def buckets(server, monkeypatch):
    """Return the server without faults, its keys in the environment."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(object_storage, "RETRIES", 1)
    monkeypatch.setattr(redaction, "_known", set())
    server.rule()
    return server


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "2024-01.tif"
    file.write_bytes(bytes(range(256)) * 4)
    return file


def test_what_is_put_is_listed_and_read(buckets, file):
    folder = ObjectFolder.of("s3://maps/europe/2024/")
    folder.put(file)
    folder.put(file, "2024-02.tif")
    ObjectFolder.of("s3://maps/europe/2024/below").put(file)
    ObjectFolder.of("s3://maps/europe/20245").put(file)
    assert {name: stored.size for name, stored in folder.listing().items()} == {
        "2024-01.tif": 1024,
        "2024-02.tif": 1024,
    }
    assert folder.read("2024-01.tif") == file.read_bytes()
    assert folder.read("2024-01.tif", 300) == file.read_bytes()[:300]
    assert folder.read("none.tif") is None
    folder.delete("2024-01.tif")
    folder.delete("2024-01.tif")
    assert list(folder.listing()) == ["2024-02.tif"]
    assert ObjectFolder.of("s3://maps").listing() == {}


def test_a_large_file_goes_in_parts_with_checksums(buckets, tmp_path):
    large = tmp_path / "large.tif"
    large.write_bytes(os.urandom(2 * object_storage.PART + 1000))
    folder = ObjectFolder.of("s3://maps/large")
    folder.put(large)
    parts = [headers for method, path, headers in buckets.log() if method == "PUT" and "partNumber" in path]
    assert len(parts) == 3
    assert all(headers["x_amz_checksum_sha256"] for headers in parts)
    assert folder.read("large.tif") == large.read_bytes()


def test_a_small_file_has_its_checksum_and_type(buckets, tmp_path):
    page = tmp_path / "index.html"
    page.write_text("<p>")
    ObjectFolder.of("s3://maps/page").put(page)
    ((method, path, headers),) = buckets.log()
    assert (method, path) == ("PUT", "/maps/page/index.html?")
    assert headers["x_amz_checksum_sha256"]
    assert buckets.ask("GET", "maps/page/index.html") == b"<p>"


def test_parts_of_a_file_that_failed_are_not_left(buckets, tmp_path):
    """What lies there unseen is paid for."""
    large = tmp_path / "large.tif"
    large.write_bytes(bytes(3 * object_storage.PART))
    folder = ObjectFolder.of("s3://maps/broken")
    buckets.rule(("PUT", 2, 403, "AccessDenied"))
    with pytest.raises(AuthenticationError):
        folder.put(large)
    assert buckets.unfinished("maps") == 0
    assert folder.listing() == {}


def test_an_older_object_stays_where_a_new_one_fails(buckets, file, tmp_path):
    folder = ObjectFolder.of("s3://maps/older")
    folder.put(file)
    before = folder.read(file.name)
    file.write_bytes(bytes(3 * object_storage.PART))
    buckets.rule(("PUT", 1, 403, "AccessDenied"))
    with pytest.raises(AuthenticationError):
        folder.put(file)
    assert folder.read(file.name) == before


def test_of_many_who_put_at_once_one_is_first(buckets):
    folder = ObjectFolder.of("s3://maps/first")
    assert folder.put_new(b"{}", "collection.json")
    assert not folder.put_new(b"[]", "collection.json")
    assert folder.read("collection.json") == b"{}"


def test_a_service_without_conditions_takes_the_last(buckets):
    folder = ObjectFolder.of("s3://maps/last")
    buckets.rule(("PUT", 0, 501, "NotImplemented"))
    with pytest.raises(TransferError, match="it answers NotImplemented"):
        folder.put_new(b"{}", "collection.json")
    tried = [headers.get("if_none_match") for _, _, headers in buckets.log()]
    assert list(dict.fromkeys(tried)) == ["*", None]  # each more than once: 501 is worth a retry


def test_what_is_there_as_it_is_is_known(buckets, file):
    folder = ObjectFolder.of("s3://maps/alike")
    stored = folder.put(file)
    assert folder.listing() == {file.name: stored}
    assert stored.is_like(file)
    file.write_bytes(bytes(1024))
    assert not stored.is_like(file)


def test_proof_leaves_nothing(buckets):
    folder = ObjectFolder.of("s3://maps/proof")
    folder.prove_writing()
    assert folder.listing() == {}
    assert [method for method, *_ in buckets.log()] == ["PUT", "POST", "GET"]


@pytest.mark.parametrize(
    ("rule", "error", "words"),
    [
        (("PUT|POST", 0, 403, "AccessDenied"), AuthenticationError, "do not allow that s3://maps/a is written"),
        (("GET", 0, 403, "AccessDenied"), AuthenticationError, "do not allow that s3://maps/a is listed"),
        (("PUT", 0, 400, "ExpiredToken"), AuthenticationError, "keys to s3://maps/a have expired"),
        (("GET", 0, 400, "ExpiredToken"), AuthenticationError, "keys to s3://maps/a have expired"),
        (("GET", 0, 403, "InvalidAccessKeyId"), AuthenticationError, "does not know the keys"),
        (("GET", 0, 403, "SignatureDoesNotMatch"), AuthenticationError, "does not know the keys"),
        (("GET", 0, 403, "RequestTimeTooSkewed"), AuthenticationError, "another time than this computer"),
        (("GET", 0, 400, "AuthorizationHeaderMalformed"), InvalidRequestError, "another region"),
        (("GET", 0, 301, "PermanentRedirect"), InvalidRequestError, "another region"),
        (("PUT", 0, 507, "QuotaExceeded"), TransferError, "has no room"),
        (("GET", 0, 503, "SlowDown"), TransferError, "listed at http://127.0.0.1:.*it answers SlowDown"),
        (("GET", 0, 418, "Teapot"), TransferError, "it answers Teapot"),
    ],
)
def test_refusals_are_told_in_plain_words_without_keys(buckets, rule, error, words):
    buckets.rule(rule)
    folder = ObjectFolder.of("s3://maps/a")
    with pytest.raises(error, match=words) as caught:
        folder.listing() if rule[0] == "GET" else folder.prove_writing()
    assert caught.value.hint
    said = "".join(traceback.format_exception(caught.value, chain=True)) + str(caught.value.__context__)
    for secret in (KEY, SECRET, TOKEN, "Credential=", "<Error>"):
        assert secret not in said
    assert caught.value.__context__ is None


def test_a_bucket_that_is_not_there(buckets, file):
    folder = ObjectFolder.of("s3://no-such-bucket/a")
    for ask in (folder.prove_writing, folder.listing, lambda: folder.put(file), lambda: folder.read("a")):
        with pytest.raises(InvalidRequestError, match=r"There is no bucket no-such-bucket at http://127\.0\.0\.1"):
            ask()


def test_a_service_that_is_not_there(buckets, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(TransferError, match=r"s3://maps/a could not be listed at .*:9: it does not answer"):
        ObjectFolder.of("s3://maps/a").listing()


def test_without_keys_it_is_said_which_are_wanted(buckets, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_METADATA_ENDPOINT", "http://127.0.0.1:9")  # Amazon's machines are asked last
    with pytest.raises(AuthenticationError, match="no keys for s3://maps/a") as caught:
        ObjectFolder.of("s3://maps/a").listing()
    assert "AWS_ACCESS_KEY_ID" in caught.value.hint


@pytest.mark.parametrize(
    ("endpoint", "words"),
    [
        ("http://s3.example.org", "by http everybody"),
        ("ftp://s3.example.org", "no address of a service"),
        ("s3.example.org", "no address of a service"),
        ("https://me:very-secret@s3.example.org", "no address of a service"),
        ("http://[", "no address of a service"),
    ],
)
def test_endpoints_that_are_not_spoken_to(buckets, monkeypatch, endpoint, words):
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    with pytest.raises(InvalidRequestError, match=words) as caught:
        ObjectFolder.of("s3://maps/a").listing()
    assert "very-secret" not in str(caught.value)


def test_http_to_another_computer_where_the_user_says_so(buckets, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://10.255.255.1")
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    assert object_storage.is_plain_allowed(os.environ)


def test_an_authority_of_the_users_own_is_trusted(monkeypatch, tmp_path, file):
    authority = trustme.CA()
    chain, key, root = tmp_path / "chain.pem", tmp_path / "key.pem", tmp_path / "root.pem"
    certificate = authority.issue_cert("127.0.0.1")
    chain.write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
    certificate.private_key_pem.write_to_path(key)
    authority.cert_pem.write_to_path(root)
    monkeypatch.setattr(object_storage, "RETRIES", 0)
    with Buckets(chain, key) as buckets:
        for name, value in buckets.variables.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(TransferError, match="does not answer"):
            ObjectFolder.of("s3://maps/a").listing()
        monkeypatch.setenv("SSL_CERT_FILE", str(root))
        with pytest.raises(InvalidRequestError, match="no bucket maps"):
            ObjectFolder.of("s3://maps/a").listing()


def test_a_folder_that_travels_takes_no_keys_along(buckets):
    folder = ObjectFolder.of("s3://maps/a")
    folder.listing()
    packed = pickle.dumps(folder)
    for secret in (KEY, SECRET, TOKEN):
        assert secret.encode() not in packed
        assert secret not in repr(folder)
    assert pickle.loads(packed).listing() == {}


def test_keys_are_hidden_in_all_that_is_said(buckets):
    ObjectFolder.of("s3://maps/a").listing()
    for secret in (KEY, SECRET, TOKEN):
        assert redaction.redacted(f"a library says {secret}") == "a library says ***"


def test_a_missing_file_is_no_matter_of_the_service(buckets, tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        ObjectFolder.of("s3://maps/a").put(tmp_path / "none.tif")
    assert not isinstance(caught.value, ToolkitError)
