"""Which scenes of Sentinel-2 and Sentinel-3 fit together: the same ground at about the same time, the best first."""

from __future__ import annotations

from typing import Any

import shapely

from sentinel_toolkit.contract.catalogue import S2_L2A, S3_LST
from sentinel_toolkit.contract.errors import InvalidRequestError, NoScenesError
from sentinel_toolkit.contract.pairs import FindScenePairsRequest, FindScenePairsResult
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.downloads.table import read_orders
from sentinel_toolkit.core.geo.area import Area, on_the_map
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.scenes.pairs import Pair, find_pairs
from sentinel_toolkit.core.scenes.rows import write_rows
from sentinel_toolkit.core.scenes.selection import Found, describe, patch
from sentinel_toolkit.core.scenes.stac_writing import encode_scene

_HINTS = {
    "by night": "Search Sentinel-3 with PASS day.",
    "too far apart in time": "Raise MAX_DAYS, or search the same dates for both.",
    "MAX_CLOUD": "Raise MAX_CLOUD.",
    "no common ground": "Search both for the same area.",
}


@guards_inputs
def run(request: FindScenePairsRequest, report: Report) -> FindScenePairsResult:
    """Find the pairs, and write their table.

    Raises
    ------
    ToolkitError
        InvalidRequestError if a layer holds scenes of another kind, NoScenesError if there is no pair.
    """
    area = Area.of(request)
    fine = _found(request.fine_path, "FINE", S2_L2A, area)
    coarse = _found(request.coarse_path, "COARSE", S3_LST, area)
    report.progress(-1, "Looking for pairs")
    pairs, left_out = find_pairs(fine, coarse, area, request.max_days, request.max_cloud_percent, report.checkpoint)
    if not pairs:
        most = left_out.most_common(1)[0][0] if left_out.total() else "no common ground"
        reasons = ", ".join(f"{count} {name}" for name, count in left_out.items() if count)
        raise NoScenesError(f"No pair of scenes was found (left out: {reasons or 'all'}).", _HINTS[most])
    write_rows(request.table_path, (_row(rank, pair) for rank, pair in enumerate(pairs, 1)))
    best = pairs[0]
    report.note(
        f"{len(pairs)} pairs; the best are {best.hours_apart:.1f} hours apart: {best.fine.id}, {best.coarse.id}."
    )
    return FindScenePairsResult(request.table_path, len(pairs))


def _found(path: str, name: str, product: str, area: Area | None) -> list[Found]:
    """Return a Found for each scene of a layer that meets the area, with the clear share that the layer knows."""
    try:
        known = {order.found.scene.key: order.found for order in read_orders(path)}
    except InvalidRequestError as error:
        raise InvalidRequestError(error.message.replace("INPUT", name), error.hint) from error
    others = [found.scene for found in known.values() if found.scene.product != product]
    if others:
        raise InvalidRequestError(
            f"{name} holds {len(others)} scenes that are no {product} ({others[0].id}).", f"Filter the layer of {name}."
        )
    described = describe([found.scene for found in known.values()], area)
    return [patch(item, clear=_clear_of_what_is_covered(known[item.scene.key])) for item in described]


def _clear_of_what_is_covered(found: Found) -> float | None:
    """Return the clear share (0-100) of the ground that a scene covers: what it does not cover is no cloud."""
    if found.clear is None or not found.coverage:
        return found.clear
    return min(100.0, 100 * found.clear / found.coverage)


def _row(rank: int, pair: Pair) -> dict[str, Any]:
    return {
        "rank": rank,
        "hours_apart": round(pair.hours_apart, 3),
        "coverage": round(pair.coverage, 3),
        "cloud": None if pair.cloud is None else round(pair.cloud, 3),
        "fine_id": pair.fine.id,
        "coarse_id": pair.coarse.id,
        "fine_scene": encode_scene(pair.fine),
        "coarse_scene": encode_scene(pair.coarse),
        "geometry": shapely.to_wkt(on_the_map(pair.ground), rounding_precision=7),
    }
