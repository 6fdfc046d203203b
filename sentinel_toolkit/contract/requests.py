"""What all requests share: flat, JSON-native, checked at birth."""

from __future__ import annotations

import dataclasses
import datetime
import numbers
import os
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar
from urllib.parse import urlsplit

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.object_addresses import is_object_address
from sentinel_toolkit.contract.targets import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

RequestT = TypeVar("RequestT", bound="Request")


class Message(Protocol):
    """A dataclass that crosses the pipe: a request or a result."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


def encode(message: Message) -> dict[str, Any]:
    """Return a request or a result as a dict that JSON can hold."""
    return dataclasses.asdict(message)


def decode(cls: type[RequestT], fields: Mapping[str, Any]) -> RequestT:
    """Return the request that :func:`encode` (and JSON) made ``fields`` of; lists become tuples again.

    Raises
    ------
    InvalidRequestError
        If a field is unknown or missing, or a value is refused.
    """
    known = {field.name for field in dataclasses.fields(cls)}
    unknown = sorted(set(fields) - known)
    if unknown:
        raise InvalidRequestError(f"{cls.__name__} has no field {unknown[0]!r}.")
    try:
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})
    except TypeError as error:
        raise InvalidRequestError(f"{cls.__name__}: {error}") from error


def checked_value(name: str, kind: str, value: object) -> object:
    """Return a value as a field of a request holds it: a path as text, a list as a tuple, numpy's numbers as Python's.

    Parameters
    ----------
    name
        Of the field.
    kind
        One of the keys of _KINDS, as the field is annotated.

    Raises
    ------
    InvalidRequestError
        If it is of another type, or a text that no file and no page can hold.
    """
    base = kind.replace(" | None", "")
    words, example, convert = _KINDS[base]
    if value is None and base != kind:
        return value
    try:
        return convert(value)
    except (TypeError, ValueError) as error:
        raise InvalidRequestError(f"{name} is {value!r:.200}, which is no {words}.", f"Write {example}.") from error


def _text(value: Any) -> str:  # noqa: ANN401  (whatever was given)
    text = os.fspath(value)
    if not isinstance(text, str) or "\0" in text:
        raise TypeError(value)
    return text


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(value, (tuple, list)):
        raise TypeError(value)
    return tuple(map(_text, value))


def _real(value: Any) -> float:  # noqa: ANN401
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(value)
    return float(value)


def _whole(value: Any) -> int:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, numbers.Integral):
        raise TypeError(value)
    return int(value)


def _flag(value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


# THE TABLE of what fields hold: annotation → words for it, an example, and what takes a value or raises TypeError.
_KINDS: dict[str, tuple[str, str, Callable[[Any], object]]] = {
    "str": ("text", "a text in quotes", _text),
    "float": ("number", "e.g. 0.5", _real),
    "int": ("whole number", "e.g. 10", _whole),
    "bool": ("yes or no", "True or False", _flag),
    "tuple[str, ...]": ("list of names", "e.g. ('B04', 'B08')", _texts),
}


def check_choice(label: str, value: str, allowed: Collection[str]) -> None:
    """Refuse a value that is not one of the allowed ones, quoting both."""
    if value not in allowed:
        raise InvalidRequestError(f"{label} is {value!r}.", f"Use one of: {', '.join(map(str, allowed))}.")


def check_choices(label: str, values: Sequence[str], allowed: Collection[str]) -> None:
    """Refuse unknown or repeated values."""
    for value in values:
        if value not in allowed:
            hint = f"Use some of: {', '.join(map(str, allowed))}, separated by commas."
            raise InvalidRequestError(f"{label} holds {value!r}.", hint)
    if len(set(values)) < len(values):
        raise InvalidRequestError(f"{label} names a value twice: {', '.join(values)}.", "Name each once.")


def check_range(label: str, value: float, low: float, high: float) -> None:
    """Refuse a number outside low … high (NaN included)."""
    if not low <= value <= high:
        raise InvalidRequestError(f"{label} is {value}.", f"Use a number from {low} to {high}.")


def refuse_password(label: str, address: str) -> None:
    """Refuse an address with a user in it, without quoting it: addresses are logged and kept."""
    if "@" not in address:
        return
    try:
        parts = urlsplit(address)
        has_user = "@" in parts.netloc or not parts.hostname or parts.port == 0
    except ValueError:  # such as a port that is half a password
        has_user = True
    if has_user:
        raise InvalidRequestError(
            f"{label} holds a user name or password.", "Leave out what stands before the @; a login goes into AUTH."
        )


def check_date(label: str, text: str) -> None:
    """Refuse a text that is no ISO date (YYYY-MM-DD)."""
    try:
        if datetime.date.fromisoformat(text).isoformat() != text:  # 20230501 and 2023-W18-1 are sorted otherwise
            raise ValueError(text)
    except ValueError as error:
        raise InvalidRequestError(f"{label} is {text!r}, which is no date.", "Write it as 2023-05-01.") from error


def check_suffix(label: str, path: str, allowed: Collection[str]) -> None:
    """Refuse a file whose suffix is not one of the allowed ones."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in allowed:
        raise InvalidRequestError(
            f"{label} is {path!r}: the suffix {suffix!r} does not fit.", f"Use {' or '.join(allowed)}."
        )
    if PurePath(path).name.startswith("."):
        raise InvalidRequestError(
            f"{label} is {path!r}: files whose names begin with a dot are hidden.", "Choose another name."
        )


def check_page(path: str) -> None:
    """Refuse an OUTPUT_HTML that is no page; empty: none is asked for."""
    if path:
        check_suffix("OUTPUT_HTML", path, (".html", ".htm"))


def check_one_of(**given: str) -> None:
    """Refuse alternatives of which none or more than one is given: name of the parameter → what was given."""
    having = [name for name, value in given.items() if value]
    names = ", ".join(given)
    if not having:
        raise InvalidRequestError(f"None of {names} is given.", "Give one of them.")
    if len(having) > 1:
        raise InvalidRequestError(f"{' and '.join(having)} are given at once.", f"Give one of {names}.")


@dataclass(frozen=True)
class Request:
    """What a job is asked: texts, numbers, and tuples of these."""

    INPUTS: ClassVar[tuple[str, ...]] = ()
    """Fields that name what is read: rasters, products, folders of rasters; of ``*_path``, tables that name them."""
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Fields that name what is made, and the suffixes of what is written beside it."""
    FOLDERS: ClassVar[tuple[str, ...]] = ()
    """Fields that name folders in which files are made whose names only the job knows."""

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            held = checked_value(field.name, str(field.type), value)
            if held is not value:
                object.__setattr__(self, field.name, held)

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the files and folders that the job makes: whoever ends a worker deletes what is half-made there."""
        return tuple(target.path for target in self.made)

    @property
    def extras(self) -> tuple[str, ...]:
        """Return the names of EXTRAS that the job needs beside the libraries of all."""
        return ()

    @property
    def made(self) -> tuple[Target, ...]:
        """Return what the job makes on disks, with the names of the parameters: nothing of it may be an input."""
        files = [Target(field.upper(), getattr(self, field), beside) for field, beside in self.OUTPUTS.items()]
        folders = [Target(field.upper(), getattr(self, field), (), True) for field in self.FOLDERS]
        return tuple(target for target in files if target.path) + tuple(
            target for target in folders if target.path and not is_object_address(target.path)
        )


@dataclass(frozen=True)
class AreaOfInterest(Request):
    """The fields every job with an area shares."""

    aoi_wkt: str = ""
    """A (multi)polygon; empty: the union of the footprints."""
    aoi_crs: str = ""
    """Its coordinate system: WKT2 or an authority's code."""
    clip: bool = True
    """Of an AOI layer: pixels outside it are nodata. False, of an extent: the whole grid is filled."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.aoi_wkt and not self.aoi_crs:
            raise InvalidRequestError("The area of interest has no coordinate system.", "Set the layer's CRS.")
