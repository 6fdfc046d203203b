"""Plain keywords become requests: named as the algorithms' parameters; who misspells one is told the nearest."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from sentinel_toolkit.api.dates import first_day, last_day
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import parse_bands
from sentinel_toolkit.contract.requests import Request
from sentinel_toolkit.contract.swaths import parse_variables

P = ParamSpec("P")
ResultT = TypeVar("ResultT")
RequestT = TypeVar("RequestT", bound=Request)

# Fields whose parameter has another name than the field without its unit; Python keeps the word ``pass`` for itself.
_NAMES = {"day_night": "pass_", "low": "min", "high": "max", "ramp": "colour_ramp", "centres": "centre"}
_UNIT = re.compile(r"_(percent|mb|ms|px|m|s|k)$")
_AREA = ("aoi_wkt", "aoi_crs", "boundary_wkt", "boundary_crs", "zones_crs", "repeat_with")  # given in other ways
_LISTS: dict[str, Callable[[str], tuple[str, ...]]] = {"bands": parse_bands, "variables": parse_variables}
_DATES = {"start": first_day, "end": last_day}


@dataclasses.dataclass(frozen=True)
class Option:
    """A keyword of a function: a field of a request."""

    name: str
    """As the algorithm's parameter, in lower case."""
    field: str
    kind: str
    """As the field is annotated: one of those of ``checked_value``."""
    default: str | float | bool | tuple[str, ...] | None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return all names that it answers to."""
        return tuple(dict.fromkeys((self.name, self.field, self.name.rstrip("_"))))


def options_of(request: type[Request]) -> tuple[Option, ...]:
    """Return what may be chosen of a request: not its files, which the functions make themselves, nor its area."""
    hidden = {*_AREA, *request.INPUTS, *request.OUTPUTS, *request.FOLDERS, "table_path", "scenes_table_path"}
    return tuple(
        Option(
            _NAMES.get(field.name, _UNIT.sub("", field.name)), field.name, str(field.type), getattr(request, field.name)
        )
        for field in dataclasses.fields(request)
        if field.name not in hidden and not field.name.endswith("_path")
    )


def fields_of(request: type[Request], given: Mapping[str, Any], function: str = "") -> dict[str, Any]:
    """Return the fields of a request that keywords stand for; None is not given.

    Raises
    ------
    InvalidRequestError
        If a keyword is unknown, naming the nearest, or is given under two names.
    """
    by_name = {spelling: option for option in options_of(request) for spelling in option.spellings}
    fields: dict[str, Any] = {}
    for name, value in given.items():
        option = by_name.get(name)
        if option is None:
            raise unknown(name, [each.name for each in options_of(request)], function or request.__name__)
        if option.field in fields:
            raise InvalidRequestError(f"{option.name} is given twice, also as {name}.", "Give it once.")
        if value is not None:
            fields[option.field] = _value(option, value)
    return fields


def unknown(name: str, known: list[str], function: str) -> InvalidRequestError:
    """Return the error for a keyword that there is not."""
    near = difflib.get_close_matches(name.lower(), known, 1, 0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    return InvalidRequestError(f"{function} has no keyword {name!r}.", f"{hint}It takes: {', '.join(known)}.")


def _value(option: Option, value: Any) -> Any:  # noqa: ANN401  (whatever was given; the request checks it)
    """Return a value as a request takes it: comma lists as tuples, days as ISO texts."""
    if option.field in _DATES:
        return _DATES[option.field](value, option.name)
    if not option.kind.startswith("tuple"):
        return value
    parse = _LISTS.get(option.field, _words)
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, Mapping) or not hasattr(value, "__iter__"):
        return value
    return parse(",".join(map(str, value))) if option.field in _LISTS else tuple(map(_word, value))


def _word(value: Any) -> Any:  # noqa: ANN401
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value  # numbers of orbits


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def takes(request: type[Request], **changed: object) -> Callable[[Callable[P, ResultT]], Callable[P, ResultT]]:
    """Let a function with ``**options`` show the keywords of a request to ``help``, to editors and to notebooks.

    Parameters
    ----------
    **changed
        Defaults that are others than the request's.
    """

    def decorate(function: Callable[P, ResultT]) -> Callable[P, ResultT]:
        @functools.wraps(function)
        def checked(*positional: P.args, **named: P.kwargs) -> ResultT:
            try:
                signature.bind_partial(*positional)
            except TypeError as error:
                raise InvalidRequestError(
                    f"{function.__name__}: {error}.", f"Write it as {name_and(signature)}"
                ) from None
            missing = [name for name in required[len(positional) :] if name not in named]
            if missing:
                raise InvalidRequestError(
                    f"{function.__name__} needs {missing[0]}.", f"Write it as {name_and(signature)}"
                )
            return function(*positional, **named)

        def name_and(shown: inspect.Signature) -> str:
            places = [part.name for part in shown.parameters.values() if part.kind is part.POSITIONAL_OR_KEYWORD]
            return f"{function.__name__}({', '.join(places)}, …)."

        own = inspect.signature(function)
        fixed = [part for part in own.parameters.values() if part.kind is not part.VAR_KEYWORD]
        required = [part.name for part in fixed if part.default is part.empty]
        names = {part.name for part in fixed}
        more = [
            inspect.Parameter(
                option.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=changed.get(option.name, option.default),
                annotation=option.kind,
            )
            for option in options_of(request)
            if option.name not in names
        ]
        signature = own.replace(parameters=[*fixed, *more])
        checked.__signature__ = signature  # type: ignore[attr-defined]
        return checked

    return decorate
