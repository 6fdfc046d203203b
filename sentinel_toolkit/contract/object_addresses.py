"""Addresses of folders in object storage, ``s3://bucket/folder``; the keys stand in the environment, never in them."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from sentinel_toolkit.contract.errors import InvalidRequestError

SCHEME = "s3://"
MAX_PREFIX = 700  # bytes, of the 1024 that a key may have: names of files come behind it
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")  # one letter is a drive of Windows
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]")  # services beside Amazon's also know _ and capitals
_FOREIGN = re.compile(r"[\x00-\x20\x7f\\?#%*\"<>|^`{}\[\]]")  # readers of URLs take them for something else


class ObjectAddress(NamedTuple):
    """A folder in a bucket."""

    bucket: str
    prefix: str
    """Without slashes at its ends; empty: the bucket itself."""

    def __str__(self) -> str:
        return SCHEME + "/".join(filter(None, self))


def is_object_address(text: str) -> bool:
    """Tell whether a text names a place in object storage and not on a disk.

    >>> is_object_address("s3://bucket/composites"), is_object_address("/home/me/s3")
    (True, False)
    """
    return text.startswith(SCHEME)


def object_address(label: str, text: str) -> ObjectAddress:
    """Return the parts of an address.

    >>> object_address("OUTPUT_FOLDER", "s3://bucket/europe/2024/")
    ObjectAddress(bucket='bucket', prefix='europe/2024')

    Raises
    ------
    InvalidRequestError
        Quoting it, unless it holds a password.
    """
    _refuse_user(label, text)
    bucket, _, prefix = text.removeprefix(SCHEME).partition("/") if is_object_address(text) else ("", "", "")
    prefix = prefix.removesuffix("/")
    if not bucket:
        raise InvalidRequestError(f"{label} is {text!r}, which names no bucket.", "Write it as s3://bucket/folder.")
    if not _BUCKET.fullmatch(bucket):
        raise InvalidRequestError(
            f"{label} names the bucket {bucket!r}, and no bucket can be called that.",
            "A name has 3 to 63 letters, digits, dots and hyphens; an address of a service goes into AWS_ENDPOINT_URL.",
        )
    steps = prefix.split("/") if prefix else []
    if _FOREIGN.search(prefix) or any(step in ("", ".", "..") for step in steps):
        raise InvalidRequestError(
            f"{label} is {text!r}: a folder of a bucket is made of letters, digits and -._ between single slashes.",
            "Choose another folder in the bucket.",
        )
    if len(prefix.encode()) > MAX_PREFIX:
        raise InvalidRequestError(f"{label} is longer than {MAX_PREFIX} letters.", "Choose a shorter folder.")
    return ObjectAddress(bucket, prefix)


def absolute_folder(text: str) -> str:
    """Return a folder by its whole path, an address as it is."""
    return text if text.lower().startswith("s3:") else os.path.abspath(text)


def check_folder(label: str, text: str) -> None:
    """Refuse an address that is neither a folder of a disk nor one of object storage.

    Raises
    ------
    InvalidRequestError
        Naming what is possible.
    """
    if text.lower().startswith("s3:"):
        object_address(label, text)
    else:
        refuse_address(label, text, "Use a folder, or s3://bucket/folder: most services of objects speak S3, too.")


def refuse_address(label: str, text: str, hint: str = "Choose a place on this computer.") -> None:
    """Refuse the address of a server where a place on a disk is wanted: a folder of that name would be made here.

    Raises
    ------
    InvalidRequestError
        With the hint.
    """
    if _URL.match(text):
        _refuse_user(label, text)
        raise InvalidRequestError(f"{label} is {text!r:.200}, where nothing can be written.", hint)


def _refuse_user(label: str, text: str) -> None:
    """Refuse an address with keys in it, without quoting it: addresses are logged and kept."""
    if "@" in text:
        raise InvalidRequestError(
            f"{label} holds a user name or keys.", "Keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY alone."
        )
