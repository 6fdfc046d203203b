"""Checksums as catalogues state them: multihashes (https://multiformats.io/multihash) in hex, or a bare MD5."""

from __future__ import annotations

import hashlib
import re

# Code and length of a multihash, in hex -> the algorithm of hashlib.
_PREFIXES = {
    "d50110": "md5",
    "1114": "sha1",
    "1220": "sha256",
    "1340": "sha512",
    "1620": "sha3_256",
    "1440": "sha3_512",
}
_DIGITS = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128, "sha3_256": 64, "sha3_512": 128}


def multihash(algorithm: str, digest: str) -> str:
    """Return a digest in hex as a multihash; empty if it is none of that algorithm."""
    prefix = next(prefix for prefix, name in _PREFIXES.items() if name == algorithm)
    digest = digest.strip().lower()
    return prefix + digest if re.fullmatch(f"[0-9a-f]{{{_DIGITS[algorithm]}}}", digest) else ""


def parse(text: str) -> tuple[str, str] | None:
    """Return (algorithm, digest in hex) of a checksum, or None where it is of no kind that we can compute."""
    text = text.strip().lower()
    if re.fullmatch("[0-9a-f]{32}", text):
        return "md5", text
    for prefix, algorithm in _PREFIXES.items():
        if text.startswith(prefix) and re.fullmatch(f"[0-9a-f]{{{_DIGITS[algorithm]}}}", text[len(prefix) :]):
            return algorithm, text[len(prefix) :]
    return None


def new(text: str) -> tuple[hashlib._Hash | None, str]:
    """Return a hash to feed the file to and the digest to expect; (None, "") where the checksum is of no known kind."""
    known = parse(text)
    return (hashlib.new(known[0], usedforsecurity=False), known[1]) if known else (None, "")
