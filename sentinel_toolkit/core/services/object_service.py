"""The service of object storage that the environment names, and what it refuses, in plain words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.contract.errors import (
    AuthenticationError,
    CorruptFileError,
    InvalidRequestError,
    ToolkitError,
    TransferError,
)
from sentinel_toolkit.core.services import hrefs

ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")  # the first one that is set counts
AUTHORITIES = ("AWS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
KEYS = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where the service gave one, AWS_SESSION_TOKEN"


class Refusal(NamedTuple):
    """What a service answers, and what its user is told."""

    codes: str
    """Of the answer, as a regular expression."""
    error: type[ToolkitError]
    words: str
    hint: str


# THE TABLE of what services refuse; the first row that fits counts. Names in braces: see refusal_of.
REFUSALS = (
    Refusal(
        "NoSuchBucket|NoSuchTenant|InvalidBucketName",
        *(InvalidRequestError, "There is no bucket {bucket} at {place}."),
        "Check OUTPUT_FOLDER and AWS_ENDPOINT_URL; buckets are not made here.",
    ),
    Refusal(
        "ExpiredToken|ExpiredTokenException|TokenRefreshRequired|InvalidToken|RequestExpired",
        *(AuthenticationError, "The keys to {folder} have expired; it could not be {doing}."),
        f"Get new ones ({KEYS}) and run again: what is finished is not made again.",
    ),
    Refusal(
        "InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSecurity|AuthorizationQueryParametersError|Unauthorized",
        *(AuthenticationError, "{place} does not know the keys."),
        f"Check {KEYS}.",
    ),
    Refusal(
        "RequestTimeTooSkewed",
        *(AuthenticationError, "{place} has another time than this computer."),
        "Set this computer's clock.",
    ),
    Refusal(
        "PermanentRedirect|TemporaryRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraintException|redirect",
        *(InvalidRequestError, "The bucket {bucket} is in another region."),
        "Name its region in AWS_REGION, or its address in AWS_ENDPOINT_URL.",
    ),
    Refusal(
        "BadDigest|InvalidDigest|XAmzContentSHA256Mismatch|XAmzContentChecksumMismatch",
        *(CorruptFileError, "What arrived in {folder} is not what was sent."),
        "Run again.",
    ),
    Refusal(
        "QuotaExceeded|EntityTooLarge|StorageFull|InsufficientCapacity|TooManyBuckets|XMinioStorageFull|507",
        *(TransferError, "{place} has no room: {folder} could not be {doing}."),
        "Free some, then run again.",
    ),
    Refusal(
        "AccessDenied|AllAccessDisabled|AccountProblem|MethodNotAllowed|Forbidden|denied|401|403|405",
        *(AuthenticationError, "The keys do not allow that {folder} is {doing}."),
        "Ask for the right to list, read, write and delete there, or choose another folder.",
    ),
    Refusal(
        "nokeys",
        *(AuthenticationError, "There are no keys for {folder}."),
        f"Set {KEYS} in the environment.",
    ),
)


def refusal_of(text: str, bucket: str, folder: str, doing: str) -> ToolkitError:
    """Return our error for what the library says of a failure, which holds the service's whole answer, keys and all.

    Parameters
    ----------
    text
        The library's words; nothing of them is shown but the code of the answer.
    bucket, folder
        The places that are named.
    doing
        What could not be done with ``folder``: a participle.
    """
    place = endpoint_of(os.environ) or "Amazon S3"
    status, code = (re.search(pattern, text) for pattern in (r"status code: (\d{3})", r"<Code>(\w+)</Code>"))
    found = code[1] if code else status[1] if status else _kind_of(text)
    words = {"folder": folder, "bucket": bucket, "place": place, "doing": doing}
    for row in REFUSALS:
        if re.fullmatch(row.codes, found):
            return row.error(row.words.format(**words), row.hint)
    answer = f"it answers {found}" if code or status else "it does not answer"
    return TransferError(
        f"{folder} could not be {doing} at {place}: {answer}.",
        "Check AWS_ENDPOINT_URL, the network and the proxy, or try again later: what is finished is not made again.",
    )


def endpoint_of(variables: Mapping[str, str]) -> str:
    """Return the address of the service that the environment names, as it may be shown; empty: Amazon's own."""
    found = next((variables[name] for name in ENDPOINTS if variables.get(name)), "")
    return redaction.redacted(hrefs.without_queries(found))


def is_plain_allowed(variables: Mapping[str, str]) -> bool:
    """Tell whether http is spoken: with this computer, or where the user says so.

    Raises
    ------
    InvalidRequestError
        If the address of the service is none, or http to another computer.
    """
    found = next((variables[name] for name in ENDPOINTS if variables.get(name)), "")
    try:
        parts = urlsplit(found)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        is_here = hrefs.is_loopback(parts.hostname)
    except ValueError:
        is_address = is_here = False
    if found and not is_address:
        raise InvalidRequestError(
            "AWS_ENDPOINT_URL is no address of a service.", "Write it as https://s3.example.org, without keys."
        )
    if not found or parts.scheme == "https":
        return False
    if is_here or variables.get("AWS_ALLOW_HTTP", "").lower() in ("1", "true", "yes", "on"):
        return True
    raise InvalidRequestError(
        f"AWS_ENDPOINT_URL is {endpoint_of(variables)}: by http everybody between could read and change the files.",
        "Use https; AWS_ALLOW_HTTP=true allows http all the same.",
    )


def authorities_of(variables: Mapping[str, str]) -> str:
    """Return the certificates that the environment names, beside which the system's are trusted."""
    for name in AUTHORITIES:
        path = Path(variables.get(name) or "-")
        if path.is_file():
            return path.read_text("ascii", "replace")
    return ""


def _kind_of(text: str) -> str:
    """Return the kind of an error without an answer."""
    kinds: dict[str, Callable[[str], bool]] = {
        # Where nothing else gives keys the library asks Amazon's machines what they may.
        "nokeys": lambda words: "/latest/api/token" in words or "credential" in words.lower(),
        "redirect": lambda words: "redirect" in words.lower(),
        "denied": lambda words: "permission" in words.lower(),
    }
    return next((kind for kind, fits in kinds.items() if fits(text)), "")
