"""Scenes as catalogues give them, without files: for tests of what is chosen and counted."""

import datetime

from shapely.geometry import box

from sentinel_toolkit.core.scenes.scene import Scene

UTC = datetime.timezone.utc


def scene(identifier="a", **fields):
    base = {
        "collection": "sentinel-2-l2a",
        "platform": "sentinel-2a",
        "product": "sentinel-2-l2a",
        "datetime": datetime.datetime(2023, 8, 15, 10, tzinfo=UTC),
        "footprint": box(15, 45, 16, 46),
        "source": "folder",
        "tile": "33TWL",
        "datatake": "20230815T095031",
        "baseline": "05.09",
    }
    return Scene(id=identifier, **{**base, **fields})
