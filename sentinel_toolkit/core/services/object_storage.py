"""A folder in object storage (S3 and what speaks it): files are put there in one piece, listed, read and deleted.

Who may, and where the service is, the environment tells: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN,
AWS_REGION, AWS_ENDPOINT_URL. Keys are kept nowhere: an ObjectFolder is an address, and may travel to other machines,
whose own environment counts there. An object is there whole or not at all; what arrives is compared with checksums
that are sent along (SHA-256, of each part).

The library is obstore (Rust's object_store, of Apache Arrow): 6 MB to fetch and 15 on the disk. boto3 has 17 and 32,
and s3fs, which brings the same botocore and aiohttp beside it, 20 and 45.
"""

from __future__ import annotations

import functools
import hashlib
import mimetypes
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.object_addresses import ObjectAddress, object_address
from sentinel_toolkit.core.services.object_service import authorities_of, is_plain_allowed, refusal_of

if TYPE_CHECKING:
    from obstore.store import S3Store

PART = 8 << 20  # bytes of a part; a service takes 10,000 of them
MAX_PARTS = 9_000
PARTS_AT_ONCE = 8  # 64 MB in flight, as when pieces of scenes are read
RETRIES = 6  # of what is worth it (5xx, broken connections), within RETRY_S
RETRY_S = 60
TIMEOUT_S = 300  # of one request: a part of 8 MB at 30 kB/s
TYPES = {".tif": "image/tiff; application=geotiff; profile=cloud-optimized", ".qml": "text/xml", ".vrt": "text/xml"}
PROOF = ".sentinel-toolkit-proof-"  # an object of no length that comes and goes


class Stored(NamedTuple):
    """What a service says of an object."""

    size: int
    tag: str
    """Of its content: most services give the MD5 of what came in one part."""

    def is_like(self, file: Path) -> bool:
        """Tell whether a file has the same content for sure."""
        if file.stat().st_size != self.size or self.size > PART:
            return False
        return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest() == self.tag


@dataclass(frozen=True)
class ObjectFolder:
    """A folder in a bucket; it need not be there, since there are no folders there but names with slashes in them.

    Every method raises a ToolkitError if the service refuses, or does not answer after retries.
    """

    address: ObjectAddress

    @classmethod
    def of(cls, text: str, label: str = "OUTPUT_FOLDER") -> ObjectFolder:
        """Return the folder of an address; InvalidRequestError if it is none."""
        return cls(object_address(label, text))

    def __str__(self) -> str:
        return str(self.address)

    def put(self, file: Path, name: str = "") -> Stored:
        """Put a file there, in one piece: it is there afterwards, or what was there before.

        Parameters
        ----------
        name
            Of the object; empty: the file's own.
        """
        import obstore

        name = name or file.name
        size = file.stat().st_size  # also: a file that is missing is not what a service refuses
        result = self._ask(
            *("written", name, obstore.put, name, file),
            attributes={"Content-Type": _type_of(name)},
            use_multipart=size > PART,
            chunk_size=max(PART, -(-size // MAX_PARTS)),
            max_concurrency=PARTS_AT_ONCE,
        )
        return Stored(size, _plain(result["e_tag"]))

    def put_new(self, content: bytes, name: str) -> bool:
        """Put a few bytes there, unless there is something of that name: of many who do so at once, one is first.

        Returns
        -------
        bool
            Whether it was this one.
        """
        import obstore
        from obstore.exceptions import AlreadyExistsError, BaseError

        attributes: Any = {"Content-Type": _type_of(name)}

        def put(store: S3Store) -> bool:
            try:
                obstore.put(store, name, content, mode="create", attributes=attributes)
            except AlreadyExistsError:
                return False
            except BaseError as error:
                if "status code: 501" not in str(error):
                    raise
                obstore.put(store, name, content, attributes=attributes)  # a service without conditions
            return True

        return bool(self._ask("written", name, put))

    def listing(self) -> dict[str, Stored]:
        """Return name → what is said of it, of what is there, not below it."""
        import obstore

        rows = self._ask("listed", "", obstore.list_with_delimiter)["objects"]
        return {row["path"].rpartition("/")[2]: Stored(row["size"], _plain(row["e_tag"])) for row in rows}

    def read(self, name: str, first: int | None = None) -> bytes | None:
        """Return the bytes of an object, or the first ones of them; None where there is none."""
        import obstore

        try:
            if first is not None:
                return bytes(self._ask("read", name, obstore.get_range, name, start=0, length=first))
            return bytes(self._ask("read", name, lambda store: obstore.get(store, name).bytes()))
        except FileNotFoundError:
            return None

    def delete(self, name: str) -> None:
        """Delete an object, if it is there."""
        import obstore

        self._ask("written", name, obstore.delete, name)

    def prove_writing(self) -> None:
        """Prove, before the work, that files can be written and deleted there."""
        import obstore

        name = PROOF + secrets.token_hex(8)
        self._ask("written", "", obstore.put, name, b"")
        self.delete(name)

    @functools.cached_property
    def _store(self) -> S3Store:
        """Return the library's store, made where it is used: it has seen the keys and travels nowhere."""
        from obstore.store import S3Store

        redaction.learn(*redaction.of_variables(os.environ))
        client: Any = {"allow_http": is_plain_allowed(os.environ), "timeout": timedelta(seconds=TIMEOUT_S)}
        if authorities := authorities_of(os.environ):
            client["root_certificate"] = authorities
        chosen: Any = {} if os.environ.get("AWS_CHECKSUM_ALGORITHM") else {"checksum_algorithm": "SHA256"}
        return S3Store(
            self.address.bucket,
            prefix=self.address.prefix or None,
            client_options=client,
            retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=RETRY_S)},
            **chosen,
        )

    def __getstate__(self) -> dict[str, Any]:
        return {"address": self.address}  # without the store

    def _ask(self, doing: str, name: str, ask: Callable[..., Any], *given: Any, **options: Any) -> Any:  # noqa: ANN401 (the library's)
        """Return what the library returns; FileNotFoundError of an object.

        What is raised has no cause and no context: the library's error holds the service's whole answer, keys and all.
        """
        from obstore.exceptions import BaseError

        try:
            return ask(self._store, *given, **options)
        except (BaseError, FileNotFoundError, PermissionError, ValueError) as error:
            text, is_missing = str(error), isinstance(error, FileNotFoundError)
        if is_missing and doing == "read" and "NoSuchBucket" not in text:
            raise FileNotFoundError(name)
        raise refusal_of(text, self.address.bucket, f"{self}/{name}" if name else str(self), doing)


def _plain(tag: str | None) -> str:
    return (tag or "").strip('"')


def _type_of(name: str) -> str:
    """Return the media type of a file, so that browsers show pages as pages."""
    suffix = Path(name).suffix
    return TYPES.get(suffix) or mimetypes.types_map.get(suffix) or "application/octet-stream"
