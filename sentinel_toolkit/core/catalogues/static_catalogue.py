"""Static catalogues: JSON files that link to each other, which answer no search and are read through, within bounds."""

from __future__ import annotations

import collections
import difflib
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urljoin

from pystac_client.exceptions import APIError

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.transport import CheckedIO

MOST_FILES = 2000  # that are read: some minutes on a slow server
_DEEPER, _ITEMS = ("child",), ("item", "items")  # relations of links


def is_static(answer: object) -> bool:
    """Tell whether a first answer is that of a catalogue without a search: it says so by what it does not link."""
    if not isinstance(answer, dict) or answer.get("type") not in ("Catalog", "Collection"):
        return False
    return not answer.get("conformsTo") and not any(link.get("rel") == "search" for link in _links(answer))


def items(io: CheckedIO, endpoint: str, names: Collection[str], report: Report) -> Iterator[list[dict[str, Any]]]:
    """Yield the items of a catalogue, a list for each file that links to some.

    Parameters
    ----------
    io
        Reads the files.
    endpoint
        The first file.
    names
        Of the collections that are wanted; none: all.

    Raises
    ------
    CatalogueError
        If none of the collections is there. What is linked and cannot be read is left out, with a warning.
    """
    waiting, known, seen = collections.deque([(endpoint, "")]), {endpoint}, set()
    missing: list[str] = []
    for number in range(1, MOST_FILES + 1):
        if not waiting:
            break
        place, collection = waiting.popleft()
        report.checkpoint()
        report.progress(-1, f"Reading the catalogue, file {number}")
        answer = _read(io, place, missing)
        if answer.get("type") == "Collection":
            collection = str(answer.get("id"))
            seen.add(collection)
        if wanted := _items_of(answer, names, collection):
            yield [_with_self(item, place) for item in wanted]
        for href in _linked(answer, place, is_wanted=not collection or _is_of(collection, names)):
            if href not in known:
                known.add(href)
                waiting.append((href, collection))
    if missing:
        report.warning(f"{len(missing)} files that {endpoint} links to cannot be read, the first is {missing[0]}.")
    if waiting:
        report.warning(f"{endpoint} has more than {MOST_FILES} files: the others were not read.")
    if names and seen and not seen & set(names):
        raise unknown_collection(endpoint, names, seen)


def _read(io: CheckedIO, place: str, missing: list[str]) -> dict[str, Any]:
    """Return a file; nothing where it cannot be read, which is noted in ``missing``."""
    try:
        answer = io.read_json(place)
    except (APIError, CatalogueError, ValueError):
        answer = None
    if not isinstance(answer, dict):
        missing.append(place)
        return {}
    return answer


def _items_of(answer: dict[str, Any], names: Collection[str], collection: str) -> list[dict[str, Any]]:
    """Return the items that a file is or holds, of the collections that are wanted."""
    found = [answer] if answer.get("type") == "Feature" else answer.get("features") or []
    return [item for item in found if isinstance(item, dict) and _is_of(item.get("collection", collection), names)]


def _is_of(collection: object, names: Collection[str]) -> bool:
    return not names or collection in names


def unknown_collection(endpoint: str, asked: Collection[str], known: Collection[str]) -> CatalogueError:
    """Return the error for collections that a catalogue does not have; it names some that it has, the similar ones."""
    wanted = ", ".join(asked)
    similar = difflib.get_close_matches(wanted.lower(), known, 5, 0.5) or sorted(known)[:8]
    more = ", …" if len(known) > len(similar) else ""
    return CatalogueError(
        f"{endpoint} has no collection {wanted!r}.", f"Set COLLECTION to one that it has: {', '.join(similar)}{more}."
    )


def _linked(answer: dict[str, Any], place: str, is_wanted: bool) -> Iterator[str]:
    """Yield the addresses of catalogues below one, and of its items if they are wanted."""
    followed = _DEEPER + _ITEMS if is_wanted else _DEEPER
    for link in _links(answer):
        if link.get("rel") in followed:
            yield urljoin(place, str(link.get("href")))


def _links(answer: dict[str, Any]) -> list[dict[str, Any]]:
    links = answer.get("links")
    return [link for link in links if isinstance(link, dict)] if isinstance(links, list) else []


def _with_self(item: dict[str, Any], place: str) -> dict[str, Any]:
    """Return the item with its own address: relative hrefs begin there."""
    others = [link for link in _links(item) if link.get("rel") != "self"]
    return {**item, "links": [*others, {"rel": "self", "href": place}]}
