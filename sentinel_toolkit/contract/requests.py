"""What all requests share: flat, JSON-native, checked at birth."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from pathlib import PurePath

from sentinel_toolkit.contract.errors import InvalidRequestError


def encode(request):
    """Return the request as a dict that JSON can hold."""
    return dataclasses.asdict(request)


def decode(cls, fields):
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


def check_choice(label, value, allowed):
    """Refuse a value that is not one of the allowed ones, quoting both."""
    if value not in allowed:
        raise InvalidRequestError(f"{label} is {value!r}.", f"Use one of: {', '.join(map(str, allowed))}.")


def check_choices(label, values, allowed):
    """Refuse unknown or repeated values."""
    for value in values:
        if value not in allowed:
            hint = f"Use some of: {', '.join(map(str, allowed))}, separated by commas."
            raise InvalidRequestError(f"{label} holds {value!r}.", hint)
    if len(set(values)) < len(values):
        raise InvalidRequestError(f"{label} names a value twice: {', '.join(values)}.", "Name each once.")


def check_range(label, value, low, high):
    """Refuse a number outside low … high (NaN included)."""
    if not low <= value <= high:
        raise InvalidRequestError(f"{label} is {value}.", f"Use a number from {low} to {high}.")


def check_date(label, text):
    """Refuse a text that is no ISO date (YYYY-MM-DD)."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError as error:
        raise InvalidRequestError(f"{label} is {text!r}, which is no date.", "Write it as 2023-05-01.") from error


def check_suffix(label, path, allowed):
    """Refuse a file whose suffix is not one of the allowed ones."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in allowed:
        raise InvalidRequestError(
            f"{label} is {path!r}: the suffix {suffix!r} does not fit.", f"Use {' or '.join(allowed)}."
        )


def check_page(path):
    """Refuse an OUTPUT_HTML that is no page; empty: none is asked for."""
    if path:
        check_suffix("OUTPUT_HTML", path, (".html", ".htm"))


@dataclass(frozen=True)
class AreaOfInterest:
    """The fields every job with an area shares.

    ``aoi_wkt`` is a (multi)polygon in ``aoi_crs`` (WKT2 or authority code); both empty: the union of the footprints.
    ``clip`` is true for an AOI layer (pixels outside it are nodata) and false for an extent (the whole grid is filled).
    """

    aoi_wkt: str = ""
    aoi_crs: str = ""
    clip: bool = True

    def __post_init__(self):
        if self.aoi_wkt and not self.aoi_crs:
            raise InvalidRequestError("The area of interest has no coordinate system.", "Set the layer's CRS.")
