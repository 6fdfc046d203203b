"""Frames that make a pass."""

import datetime

from swaths import START, name_of, read_name

from sentinel_toolkit.core.swaths.passes import passes_of


def test_passes_are_told_apart_by_time():
    def frames(*offsets_s):
        scenes = []
        for offset_s in offsets_s:
            start = START + datetime.timedelta(seconds=offset_s)
            scenes.append(read_name(name_of(start), start))
        return [len(overpass.scenes) for overpass in passes_of(scenes)]

    assert frames(0, 180, 360) == [3]
    assert frames(0, 180, 600) == [2, 1]
    assert frames(0, 6060) == [1, 1]
    orbits = [
        read_name(name_of(time, 6059, "____", orbit=orbit), time)
        for time, orbit in ((START, 136), (START + datetime.timedelta(seconds=6059), 137))
    ]
    assert [len(overpass.scenes) for overpass in passes_of(orbits)] == [1, 1]


def test_of_two_copies_of_a_frame_the_better_one_counts():
    copies = [read_name(name_of(START, timeliness=text), START).patch(timeliness=text) for text in ("NT", "NR")]
    (overpass,) = passes_of(copies)
    assert [scene.timeliness for scene in overpass.scenes] == ["NT"]
