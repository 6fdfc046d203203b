"""Whom the worker trusts: whom the user's own bundle names, or else certifi's and QGIS's authorities together."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CA_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")  # uv, requests, GDAL
BUNDLE = "certificates.pem"
_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_PACKAGES = {"certifi": "cacert.pem", "pip": "_vendor/certifi/cacert.pem"}  # of QGIS's Python, each with its bundle
_OF_THE_SYSTEM = ("/usr", "/usr/local")  # a prefix of QGIS, and no folder of its own: what lies below it is anybody's


def installation_roots(variables: Mapping[str, str], prefix: str = "") -> tuple[str, ...]:
    """Return the folders of the QGIS that runs, whose launcher names bundles that nobody has chosen.

    Parameters
    ----------
    prefix
        Of QGIS, as itself says.
    """
    # OSGeo4W has QGIS and Python in apps\, and its bundle in bin\ (SSL_CERT_FILE, CURL_CA_BUNDLE of etc\ini).
    folders = filter(None, (variables.get("OSGEO4W_ROOT"), *map(_root_of, (prefix, sys.base_prefix))))
    roots = map(_real, folders)
    return tuple(root for root in roots if os.path.dirname(root) != root and root not in _OF_THE_SYSTEM)


def _root_of(prefix: str) -> str:
    """Return the folder of the installation that a prefix lies in."""
    parts = Path(prefix).parts
    names = [part.lower() for part in parts]
    application = next((place for place, name in enumerate(names) if name.endswith(".app")), None)
    if application is not None:  # of macOS
        return str(Path(*parts[: application + 1]))
    return str(Path(prefix).parents[1]) if names[-2:-1] == ["apps"] else prefix


def _real(path: str) -> str:
    """Return a path as others to the same place are spelt, short names of Windows too."""
    return os.path.normcase(os.path.realpath(path))


def _is_below(path: str, roots: Iterable[str]) -> bool:
    return any(_real(path).startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def certificate_variables(
    variables: Mapping[str, str], roots: Iterable[str], trusted_pem: bytes, folder: str, interpreter: str = ""
) -> dict[str, str]:
    """Return the variables that name one file of all authorities that are trusted, which is written into ``folder``.

    What the user has set wins; what the installation of QGIS has set is a part of the file.

    Parameters
    ----------
    variables
        The environment of this process.
    roots
        The folders of QGIS's installation.
    trusted_pem
        QGIS's authorities; empty: none are known, and nothing is changed.
    interpreter
        The worker's, whose certifi is taken; empty: there is none yet.
    """
    there = {name: variables[name] for name in CA_VARIABLES if os.path.exists(variables.get(name, ""))}
    roots = tuple(roots)
    theirs = [name for name, path in there.items() if _is_below(path, roots)]
    wanted = theirs if len(theirs) < len(there) else CA_VARIABLES
    if not trusted_pem or not wanted:
        return {}
    bundles = (_text_of(path) for path in (*there.values(), _public_bundle(interpreter)))
    path = os.path.join(folder, BUNDLE)
    Path(path).write_bytes(merged(*bundles, trusted_pem))
    return dict.fromkeys(wanted, path)


def merged(*bundles: bytes) -> bytes:
    """Return the certificates of several PEM texts as one, each once."""
    found = (block for text in bundles for block in _CERTIFICATE.findall(text.replace(b"\r\n", b"\n")))
    return b"".join(block + b"\n" for block in {b"".join(block.split()): block for block in found}.values())


def _text_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""  # none, or a folder of them


def _public_bundle(interpreter: str) -> str:
    """Return the file of the public authorities: of the worker's certifi, of QGIS's Python, or of the system."""
    return next((path for path in _public_bundles(interpreter) if os.path.isfile(path)), "")


def _public_bundles(interpreter: str) -> Iterator[str]:
    if interpreter:
        environment = Path(interpreter).parents[1]
        yield from map(str, environment.glob("[Ll]ib/site-packages/certifi/cacert.pem"))  # Windows
        yield from map(str, environment.glob("lib/python3*/site-packages/certifi/cacert.pem"))
    for name, place in _PACKAGES.items():
        spec = importlib.util.find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            yield os.path.join(folder, place)
    import ssl

    yield ssl.get_default_verify_paths().openssl_cafile
