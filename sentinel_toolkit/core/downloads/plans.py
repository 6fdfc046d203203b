"""What a download has to fetch: the files of each scene, and a row for what need not or cannot be fetched."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.catalogue import FAILED, SKIPPED
from sentinel_toolkit.contract.errors import (
    AuthenticationError,
    CatalogueUnavailableError,
    DownloadError,
    InvalidRequestError,
    ToolkitError,
)
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.downloads import files as scene_files
from sentinel_toolkit.core.downloads import part_file, transfer
from sentinel_toolkit.core.downloads.files import SceneFile
from sentinel_toolkit.core.downloads.repeats import Repeats
from sentinel_toolkit.core.downloads.table import Row
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.scenes import manifests as product_files
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.services import hrefs
from sentinel_toolkit.core.services.connection import Connection

_OFFLINE = "The product is offline: it must be ordered at CDSE before it can be downloaded."
# What the disk refuses to one file it refuses to all.
_FATAL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO)


@dataclass(frozen=True)
class DownloadPlan:
    """What is to be done for a scene."""

    scene: Scene
    """With an asset for each file."""
    files: tuple[SceneFile, ...] = ()
    """To fetch."""
    rows: tuple[Row, ...] = ()
    """Of the files that are settled already."""
    is_known: bool = True
    """What the scene has is known."""


def reraise_fatal(error: Exception) -> None:
    """Raise an error of the operating system again if it concerns more than one file."""
    if isinstance(error, OSError) and error.errno in _FATAL:
        raise error


class Planner:
    """Finds the files of scenes; manifests are fetched where single files of a product are wanted."""

    def __init__(
        self, connection: Connection, folder: Path, area: Area | None, connections: int, report: Report
    ) -> None:
        self._connection, self._folder, self._area = connection, folder, area
        self._connections, self._report = connections, report
        self._repeats = Repeats(report)

    def plan(
        self, scenes_and_names: Iterable[tuple[Scene, tuple[str, ...]]], named: tuple[str, ...]
    ) -> list[DownloadPlan]:
        """Return a DownloadPlan for each (scene, asset names or none).

        Parameters
        ----------
        named
            What the user named for all.

        Raises
        ------
        AuthenticationError, CatalogueUnavailableError
            If a login is missing or refused, or its service is away: it would be the same for all.
        InvalidRequestError
            If no scene has what is named, or a path becomes too long for this computer.
        """
        self._report.progress(-1, "Looking up the files")
        with ThreadPoolExecutor(self._connections) as pool:
            futures = [pool.submit(self._plan, *entry) for entry in scenes_and_names]
            try:
                plans = [future.result() for future in futures]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        _refuse_unknown(plans, named)
        self._refuse_long(plans)
        plans = self._without_collisions(plans)
        self._repeats.finish()
        return plans

    def _plan(self, scene: Scene, names: tuple[str, ...]) -> DownloadPlan:
        self._report.checkpoint()
        keys = scene_files.wanted_assets(scene, names)
        try:
            is_online = scene.online is not False
            scene, manifest = self._with_single_files(scene, keys, is_online)
            keys = scene_files.with_metadata(scene, keys)
            if not names:
                keys = tuple(key for key in keys if key in scene.assets or key not in scene_files.OPTIONAL)
            rows = [self._failed(scene, key, f"It has no {key}.") for key in keys if key not in scene.assets]
            here = {key: asset.href for key, asset in scene.assets.items() if not hrefs.is_remote(asset.href)}
            rows += [Row(scene.id, key, here[key], here[key], SKIPPED) for key in keys if key in here]
            away = [key for key in keys if key in scene.assets and key not in here]
            mark = scene_files.mark_of_area(self._area) if self._area and not scene_files.is_of_product(scene) else ""
            files = tuple(scene_files.files_to_fetch(scene, away, self._folder, mark, manifest))
            if not is_online and not all(transfer.is_complete(wanted.file) for wanted in files):
                raise DownloadError(_OFFLINE, "")
            return DownloadPlan(scene, files, tuple(rows))
        except (AuthenticationError, CatalogueUnavailableError):
            raise
        except (ToolkitError, OSError) as error:
            reraise_fatal(error)
            keys = scene_files.with_metadata(scene, keys, is_known=False)  # every file that would have come is listed
            return DownloadPlan(scene, (), tuple(self._failed(scene, key, str(error)) for key in keys), False)

    def _failed(self, scene: Scene, key: str, error: str, href: str = "") -> Row:
        self._repeats.say(scene.id, error)
        return Row(scene.id, key, href, "", FAILED, error=error)

    def _with_single_files(self, scene: Scene, keys: Iterable[str], is_online: bool) -> tuple[Scene, Path | None]:
        """Return the scene with an asset for each file of its product, and the manifest that lists them (or None)."""
        manifest = product_files.manifest_of(scene)
        if manifest is None or not set(keys) - set(scene.assets):
            return scene, None
        scene = scene.patch(assets={**scene.assets, "manifest": manifest})
        file = scene_files.files_to_fetch(scene, ("manifest",), self._folder)[0].file
        if not transfer.is_complete(file):
            if not is_online:
                raise DownloadError(_OFFLINE, "")
            transfer.Transfer(file, self._connection, self._report).run()
        return scene.patch(assets={**product_files.assets_of(file.path, manifest.href), **scene.assets}), file.path

    def _refuse_long(self, plans: Iterable[DownloadPlan]) -> None:
        """Refuse a folder below which the names of the products' files become too long."""
        for plan in plans:
            for wanted in plan.files:
                places.refuse_long("OUTPUT_FOLDER", wanted.file.path, spare=part_file.LONGEST_SUFFIX)

    def _without_collisions(self, plans: Iterable[DownloadPlan]) -> list[DownloadPlan]:
        """Return the plans, with each place taken by one file alone: on Windows names differ by more than case."""
        owners: dict[str, SceneFile] = {}
        kept = []
        for plan in plans:
            files, rows = [], list(plan.rows)
            for wanted in plan.files:
                owner = owners.setdefault(str(wanted.file.path).casefold(), wanted)
                if owner is wanted:
                    files.append(wanted)
                    continue
                error = f"Its place is taken by {owner.asset} of {owner.scene_id}: {wanted.file.path}"
                rows.append(self._failed(plan.scene, wanted.asset, error, wanted.file.href))
            kept.append(replace(plan, files=tuple(files), rows=tuple(rows)))
        return kept


def _refuse_unknown(plans: Iterable[DownloadPlan], named: tuple[str, ...]) -> None:
    """Refuse a name that no scene has: a slip that would make every scene fail."""
    scenes = [plan.scene for plan in plans if plan.is_known]
    wanted = [set(scene_files.wanted_assets(scene, named)) for scene in scenes]
    for name in named:
        keys = [scene_files.key_of(scene, name) for scene in scenes]
        having = [key in scene.assets for scene, key, own in zip(scenes, keys, wanted, strict=True) if key in own]
        if having and not any(having):
            known = sorted({key for scene in scenes for key in scene.assets})
            of = "the scene has not" if len(scenes) == 1 else f"none of the {len(scenes)} scenes has"
            raise InvalidRequestError(f"ASSETS names {name!r}, which {of}.", f"There is {', '.join(known)}.")
