"""Fetch the files of scenes: what is wanted and not here yet, a few at a time, each verified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sentinel_toolkit.contract.catalogue import DOWNLOADED, FAILED, SKIPPED, DownloadScenesRequest, DownloadScenesResult
from sentinel_toolkit.contract.errors import DownloadError, InvalidRequestError, NoOverlapError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.targets import Target, refuse_unfit
from sentinel_toolkit.core.downloads import files as scene_files
from sentinel_toolkit.core.downloads import local_scenes
from sentinel_toolkit.core.downloads import table as download_table
from sentinel_toolkit.core.downloads.fetching import Fetching, files_text, folder_for_one_job, size_text
from sentinel_toolkit.core.downloads.plans import Planner
from sentinel_toolkit.core.downloads.table import Order, Row
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.scenes.scene_table import write_table
from sentinel_toolkit.core.scenes.selection import Found, describe, patch
from sentinel_toolkit.core.services import cdse, hrefs
from sentinel_toolkit.core.services.connection import Connection
from sentinel_toolkit.core.services.http import Login


@guards_inputs
def run(request: DownloadScenesRequest, report: Report) -> DownloadScenesResult:
    """Download, and write the table of files and the table of complete scenes.

    Raises
    ------
    ToolkitError
        AuthenticationError if a login is missing or refused, DownloadError if nothing at all could be fetched.
    """
    refuse_unfit(Target("TABLE", request.table_path))  # which may be an input: the table of an earlier run
    orders = download_table.read_orders(request.scenes_path)
    area = Area.of(request)
    _refuse_another_cut(orders, scene_files.mark_of_area(area) if area else "")
    orders = _inside(orders, area, report)
    folder = Path(request.output_folder)
    login = Login.from_secrets(report.secrets)
    session = cdse.Session(login) if login and login.username else None
    with folder_for_one_job(folder), Connection(session, request.timeout_s) as connection:
        planner = Planner(connection, folder, area, request.connections, report)
        plans = planner.plan([(order.found.scene, order.assets or request.assets) for order in orders], request.assets)
        fetching = Fetching(connection, folder, area, request.connections, report)
        fetching.check_login(plans)
        fetching.check_space(plans)
        rows_by_scene = fetching.fetch(plans)
        local = sum(row.status == SKIPPED for plan in plans for row in plan.rows)
        if local:
            report.note(f"{files_text(local)} of local scenes stay where they are; nothing is copied.")
        complete = [
            _local(patch(order.found, scene=scene), rows, area, report)
            for order, (scene, rows) in zip(orders, rows_by_scene, strict=True)
            if rows and all(row.status != FAILED for row in rows)
        ]
    as_found = [(order.found.scene, rows) for order, (_, rows) in zip(orders, rows_by_scene, strict=True)]
    download_table.write_rows(request.table_path, as_found)
    write_table(request.scenes_table_path, complete)
    return _result(request, [row for _, rows in rows_by_scene for row in rows], len(complete), report)


def _refuse_another_cut(orders: Iterable[Order], mark: str) -> None:
    """Refuse to go on with files that were cut to another area than the request's: all would be fetched anew."""
    if any(order.area_mark not in ("", mark) for order in orders):
        raise InvalidRequestError(
            "The files of INPUT, the table of an earlier run, were cut to another area.",
            "Give the AOI or EXTENT of that run.",
        )


def _inside(orders: list[Order], area: Area | None, report: Report) -> list[Order]:
    """Return the orders whose scenes meet the area."""
    if area is None or not orders:
        return orders
    inside = [order for order in orders if describe([order.found.scene], area)]
    if not inside:
        raise NoOverlapError(
            f"None of the {len(orders)} scenes touches the area of interest.", "Check the area and its CRS."
        )
    if len(inside) < len(orders):
        report.note(f"{len(orders) - len(inside)} scenes do not touch the area and are left out.")
    return inside


def _local(found: Found, rows: Iterable[Row], area: Area | None, report: Report) -> Found:
    """Return a complete scene with its local files, and leave its item beside them."""
    if not any(hrefs.is_remote(found.scene.assets[row.asset].href) for row in rows):
        return found  # as it was given
    paths = {row.asset: Path(row.path) for row in rows}
    is_cut = any(scene_files.is_cut(path) for path in paths.values())
    scene = local_scenes.local_scene(found.scene, paths, local_scenes.cut_bounds(area) if area and is_cut else None)
    local_scenes.write_item(scene, paths, report)
    described = describe([scene], area)[0]
    names = ("clear",) if area else ("coverage", "pass_coverage", "clear")  # of the search's area
    return patch(described, **{name: getattr(found, name) for name in names if getattr(found, name) is not None})


def _result(
    request: DownloadScenesRequest, rows: Sequence[Row], scene_count: int, report: Report
) -> DownloadScenesResult:
    counts = {status: sum(row.status == status for row in rows) for status in (DOWNLOADED, SKIPPED, FAILED)}
    failed = [row for row in rows if row.status == FAILED]
    if rows and len(failed) == len(rows):
        first = failed[0]
        raise DownloadError(
            f"None of the {len(rows)} files could be downloaded. {first.scene_id}, {first.asset}: {first.error}",
        )
    size = size_text(sum(row.bytes for row in rows if row.status == DOWNLOADED))
    report.progress(1)
    report.note(
        f"{files_text(counts[DOWNLOADED])} downloaded ({size}), {counts[SKIPPED]} were here already; "
        f"scenes complete: {scene_count} of {len({row.scene_id for row in rows})}."
    )
    if failed:
        report.warning(f"{files_text(len(failed))} of {len(rows)} failed. Run again: what is complete is kept.")
    return DownloadScenesResult(
        request.output_folder,
        request.table_path,
        request.scenes_table_path,
        counts[DOWNLOADED],
        counts[SKIPPED],
        counts[FAILED],
        scene_count,
    )
