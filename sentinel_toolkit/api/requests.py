"""What all functions do before a job: the area, the scenes' file, and what the item of the result shall tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

from sentinel_toolkit.api.areas import Fields, area_fields
from sentinel_toolkit.api.options import fields_of
from sentinel_toolkit.api.scenes import Scenes
from sentinel_toolkit.contract.requests import AreaOfInterest, Request, decode
from sentinel_toolkit.core.geo.area import Area

RequestT = TypeVar("RequestT", bound=Request)


def area_of(fields: Fields) -> Area | None:
    """Return the Area of the fields of a request."""
    return Area.of(AreaOfInterest(**fields)) if fields else None


def area_or_searched(area: Any, scenes: Scenes | None) -> Fields:  # noqa: ANN401
    """Return the fields of the area that is given, else those of the search; ``False`` asks for whole footprints."""
    if area is None and scenes is not None:
        return scenes.area
    return {} if area is False else area_fields(area)


def request_of(kind: type[RequestT], options: dict[str, Any], function: str, **fixed: Any) -> RequestT:
    """Return the request of keywords and of what the function itself knows.

    ``repeat_with``, which the item of the result holds, tells the keywords: no file of a folder that is gone.

    Raises
    ------
    InvalidRequestError
        If a keyword is unknown, or a value is refused.
    """
    fields = fields_of(kind, options, function)
    told = {name: value for name, value in fixed.items() if name in ("aoi_wkt", "aoi_crs", "clip")}
    if "repeat_with" in kind.__dataclass_fields__:
        fixed["repeat_with"] = json.dumps({"function": function, **fields, **told}, default=str)
    return decode(kind, {**fixed, **fields})


def write_scenes(scenes: Scenes, folder: Path, name: str = "scenes") -> str:
    """Write the scenes where a job reads them; return the path."""
    return scenes.to_jsonl(folder / f"{name}.jsonl")
