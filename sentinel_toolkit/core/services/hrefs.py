"""Hrefs from catalogues are untrusted: which are kept, and how GDAL may open them."""

from __future__ import annotations

import functools
import ipaddress
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import UnreadableRasterError

ANYWHERE = Path(os.sep)  # as root: the href was judged before, a local one may lie in any folder

# Query parameters that are somebody's access token: never stored. Azure's are short, the others' names speak.
_AZURE_PARAMETERS = {"sig", "se", "sp", "sv", "sr", "st", "skoid", "sktid", "skt", "ske", "sks", "skv"}
_SECRET_WORDS = (
    *("token", "signature", "credential", "key", "policy", "password", "secret", "x-amz-", "x-goog-", "x-oss-"),
    *("access", "auth", "passwd", "passphrase", "pwd", "session", "bearer", "jwt", "ticket"),
)
_ZIP = "/vsizip/{"
_CONTROL = re.compile(r"[\x00-\x1f]")
_AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\]")  # control characters, blanks and backslashes
_VSI = re.compile(r"/vsi\w+/", re.IGNORECASE)  # GDAL's names of what is no plain file: servers, archives, programs


def is_loopback(host: str | None) -> bool:
    """Tell whether a host name is this computer."""
    if host and (host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost")):
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def is_inside(host: str | None) -> bool:
    """Tell whether a host is this computer or, by its address, one of a network that the internet does not reach."""
    address = _address(host)
    return is_loopback(host) or (address is not None and not address.is_global)


@functools.lru_cache(1024)
def _address(host: str | None) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address that a host is written as, as readers of addresses take it; None where it is a name.

    Some take 127.1, 2130706433 and 0x7f.0.0.1 for 127.0.0.1, which is also an address of IPv6.
    """
    if not host:
        return None
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        try:
            return ipaddress.IPv4Address(socket.inet_aton(host.rstrip(".")))
        except (OSError, ValueError):
            return None
    return getattr(address, "ipv4_mapped", None) or address


def is_remote(href: str) -> bool:
    """Tell whether an accepted href lies on a server."""
    return "://" in href


def must_be_downloaded(href: str) -> bool:
    """Tell whether an accepted href cannot be read where it is: ESA's own files, which need a login or come in zips."""
    return is_remote(href) and (href.startswith("s3:") or urlsplit(href).path.endswith(("/$value", ".nc", ".zip")))


def _is_plain(url: str) -> bool:
    """Tell whether everybody reads the same host in a URL: readers disagree on backslashes, blanks and user names."""
    parts = urlsplit(url)
    return not _AMBIGUOUS.search(url) and bool(parts.hostname) and parts.netloc.isascii() and "@" not in parts.netloc


def is_followed(url: str, base: str = "") -> bool:
    """Tell whether a link or redirect may be followed: https, and http between addresses of this computer.

    From outside none leads to this computer, or to the addresses of a private network.
    """
    try:
        parts, origin = urlsplit(url), urlsplit(base)
        if not _is_plain(url):
            return False
        if is_loopback(parts.hostname):
            return parts.scheme in ("http", "https") and (not origin.hostname or is_loopback(origin.hostname))
        from_outside = bool(origin.hostname) and not is_inside(origin.hostname)
        return parts.scheme == "https" and not (from_outside and is_inside(parts.hostname))
    except ValueError:
        return False


def accept(href: object, base: str, root: Path | None = None) -> str | None:
    """Return an href in the form we keep, or None if it is not trusted.

    Parameters
    ----------
    href
        As the catalogue states it.
    base
        What a relative href is relative to: the item's URL, or the folder of its file.
    root
        The folder a local file must lie in; None for the answer of a remote catalogue, which may name none.

    Returns
    -------
    str or None
        An https URL (http only on loopback), an s3 URL, or an absolute path inside ``root``.
    """
    if not isinstance(href, str) or not href or _CONTROL.search(href):
        return None
    try:
        parts = urlsplit(href)
        if len(parts.scheme) <= 1:  # none, or a Windows drive
            return _accept_relative(href, base, root)
        if parts.scheme == "file":
            return _accept_path(places.path_of_url(href), root)
        if parts.scheme == "s3":
            return without_tokens(href)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
        if not is_safe or not _is_plain(href):
            return None
        return without_tokens(href)
    except ValueError:
        return None


def _accept_relative(href: str, base: str, root: Path | None) -> str | None:
    if root is not None:
        return _accept_path(os.path.join(base, href), root)
    if href.startswith(("/", "\\")) or urlsplit(href).scheme or not base:
        return None
    return accept(urljoin(base, href), "")


def _accept_path(path: str, root: Path | None) -> str | None:
    if root is None or not path:
        return None
    if root is ANYWHERE:
        return path if os.path.isabs(path) else None
    home = Path(root).resolve()
    if places.is_on_other_share(path, root, home):
        return None
    real = Path(path).resolve()
    return str(real) if real.is_relative_to(home) else None


def without_tokens(url: str) -> str:
    """Return the URL without access tokens in its query, and without a fragment, which no server is sent."""
    url = url.partition("#")[0]
    parts = urlsplit(url)
    if not parts.query:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _is_secret(name.lower())]
    return parts._replace(query=urlencode(kept)).geturl() if len(kept) < len(pairs) else url


def _is_secret(name: str) -> bool:
    return name in _AZURE_PARAMETERS or any(word in name for word in _SECRET_WORDS)


def without_queries(text: str) -> str:
    """Return a text with the queries of its URLs cut off: they may hold access tokens."""
    return re.sub(r"(https?://[^\s?'\"]*)\?[^\s'\"]*", r"\1", text)


def gdal_path(href: str, sign: Callable[[str], str] = lambda href: href) -> str:
    """Return what GDAL opens for an accepted href; ``sign`` adds the access token where one is needed.

    Raises
    ------
    UnreadableRasterError
        If we do not open such hrefs.
    """
    if href.startswith(("https://", "http://")):
        if accept(href, "") is None:
            raise UnreadableRasterError(f"{href} is not opened: only https is.", "Search again.")
        return "/vsicurl/" + sign(href)
    if is_remote(href):
        raise UnreadableRasterError(f"{href} is not opened: it needs keys.", "Download the scene first.")
    if _VSI.search(href) and not _is_plain_file(href) and not _is_in_zip(href):
        raise UnreadableRasterError(f"{href} is not opened: it is no plain file.", "Search the folder again.")
    return href


def _is_plain_file(path: str) -> bool:
    """Tell whether a path is a file here for GDAL, too: its own names win over those of files."""
    return not _VSI.match(path) and os.path.exists(path)


def _is_in_zip(href: str) -> bool:
    """Tell whether an href is a member of a zip that is a file here: GDAL would take other names between the braces."""
    if not href.startswith(_ZIP):
        return False
    depth, end = 1, len(_ZIP)
    while depth and end < len(href):  # GDAL counts the braces
        depth += {"{": 1, "}": -1}.get(href[end], 0)
        end += 1
    archive, member = href[len(_ZIP) : end - 1], href[end:]
    return depth == 0 and not _VSI.match(archive) and os.path.isfile(archive) and not _VSI.search(member)
