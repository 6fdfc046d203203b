"""Statistics of a scenes layer: counts and means by period, and a page that shows what the archive holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sentinel_toolkit.contract.errors import NoScenesError
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.contract.statistics import STATISTICS_PERIODS, SceneStatisticsRequest, SceneStatisticsResult
from sentinel_toolkit.core.archive.counts import SHARES, PeriodRow, Sight, rows_by_period, sights_of
from sentinel_toolkit.core.archive.report import ArchivePage, write_archive_report
from sentinel_toolkit.core.geo.area import Area, area_of_footprints
from sentinel_toolkit.core.results.inputs import guards_inputs
from sentinel_toolkit.core.results.provenance import credit
from sentinel_toolkit.core.scenes.rows import write_rows
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.scene_table import read_scenes
from sentinel_toolkit.core.scenes.selection import Found, describe

PRODUCT_NAMES = {
    "sentinel-2-l2a": "Sentinel-2 L2A",
    "sentinel-2-l1c": "Sentinel-2 L1C",
    "sentinel-3-lst": "Sentinel-3 LST",
}


@guards_inputs
def run(request: SceneStatisticsRequest, report: Report) -> SceneStatisticsResult:
    """Count, and write the table and, where one is asked for, the page.

    Raises
    ------
    ToolkitError
        If the layer holds no scene, or none meets the area.
    """
    scenes = read_scenes(request.scenes_path)
    area = Area.of(request)
    report.progress(0.1, "Looking at the scenes")
    found = describe(scenes, area)
    if not found:
        raise NoScenesError(
            f"None of the {len(scenes)} scenes meets the area of interest.", "Check the area, or leave it out."
        )
    centre = (area or area_of_footprints([entry.scene.footprint for entry in found])).centre
    sights = sights_of(found, centre[0])
    warnings = list(_warnings(scenes, found))
    for text in warnings:
        report.warning(text)
    rows = rows_by_period(sights, request.period)
    write_rows(request.table_path, map(_table_row, rows))
    page = ""
    if request.output_html:
        report.progress(0.5, "Drawing the report")
        page = _write_page(request, area, [entry.scene for entry in found], sights, warnings, report)
    return SceneStatisticsResult(
        request.table_path,
        page,
        len(rows),
        len(sights),
        len({sight.scene.acquisition for sight in sights}),
    )


def _warnings(scenes: Sequence[Scene], found: Sequence[Found]) -> Iterator[str]:
    """Yield what would mislead a reader of the counts."""
    if len(found) < len(scenes):
        yield f"{len(scenes) - len(found)} of {len(scenes)} scenes do not meet the area; they are not counted."
    products = sorted({entry.scene.product for entry in found})
    if len(products) > 1:
        names = ", ".join(PRODUCT_NAMES.get(product, product) for product in products)
        yield f"The layer holds several products ({names}): the same acquisition may be counted more than once."
    kinds = {(entry.scene.acquisition, entry.scene.tile, entry.scene.frame, entry.scene.product) for entry in found}
    if len(kinds) < len(found):
        yield f"{len(found) - len(kinds)} scenes are further versions of others (KEEP_DUPLICATES); they are counted."


def _table_row(row: PeriodRow) -> dict[str, Any]:
    shares = ((name, row.means[name]) for name in SHARES)
    means = {name: None if share is None else round(share, 3) for name, share in shares}
    days = {"start": row.start.isoformat(), "end": row.end.isoformat()}
    return {"period": row.label, **days, "scenes": row.scenes, "acquisitions": row.acquisitions, **means}


def _write_page(
    request: SceneStatisticsRequest,
    area: Area | None,
    scenes: Sequence[Scene],
    sights: list[Sight],
    warnings: Iterable[str],
    report: Report,
) -> str:
    """Write the page and return where it is."""
    products = sorted({PRODUCT_NAMES.get(scene.product, scene.product) for scene in scenes})
    sources = sorted({scene.source for scene in scenes})
    page = ArchivePage(
        title="What is in the archive",
        subtitle=f"{', '.join(products)}: {len(sights)} scenes from {sights[0].day} to {sights[-1].day}",
        sights=sights,
        rows={period: rows_by_period(sights, period) for period in STATISTICS_PERIODS},
        period=request.period,
        area=area.geometry if area else None,
        warnings=tuple(warnings),
        facts={
            "Products": ", ".join(products),
            "Catalogues": ", ".join(sources),
            "Days": "mean solar days at the middle of the area; weeks are ISO weeks",
            "Percentages": "of whole scenes, as the catalogue states them; each scene counts the same",
            "Cloud-free part": "vegetation / (100 − cloud), of scenes with at least 5 % clear",
        },
        credit=credit(scenes),
    )
    target = Path(request.output_html)
    with staged(target) as folder:
        write_archive_report(folder / target.name, page)
        return str(publish(folder, target, report))
