"""What a job may replace: nothing that it reads, and beside its results only what is ours."""

import dataclasses
import json
import os

import pytest

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, MARK, Source, Target, is_ours, refuse_inputs, refuse_unfit

# Fields that are texts and name no file: what a request says of what it wants.
WORDS = {
    *("aoi_wkt", "aoi_crs", "boundary_wkt", "boundary_crs", "zones_crs", "crs", "repeat_with", "scheduler", "shard"),
    *("source", "endpoint", "product", "collection", "start", "end", "day_night", "local_time", "timeliness"),
    *("offset", "index", "band", "units", "method", "residual", "period", "tiling", "title", "ramp", "date_format"),
    *("smoothing", "resampling", "cloud_mask"),
    *("bands", "mask_classes", "tiles", "relative_orbits", "platforms", "centres", "assets", "variables"),
    *("folder", "cache_folder"),  # nothing is replaced in them
}


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_every_field_that_names_a_file_is_known_as_input_or_output(job):
    """What is not declared would be replaced without a word."""
    cls = job.request
    named = {*cls.INPUTS, *cls.OUTPUTS, *cls.FOLDERS}
    fields = {field.name for field in dataclasses.fields(cls)}
    texts = {field.name for field in dataclasses.fields(cls) if field.type.startswith(("str", "tuple[str"))}
    assert named <= fields
    assert texts - named - WORDS == ({"table_path"} if job.name == "download_scenes" else set())
    assert cls.OUTPUTS or not fields


def item(name, **properties):
    return json.dumps({"assets": {"data": {"href": f"./{name}"}}, "properties": properties})


OURS = {"sentinel_toolkit:job": "stack_bands"}


@pytest.mark.parametrize(
    ("name", "content", "is_fine"),
    [
        ("area.json", '{"type": "FeatureCollection", "features": []}', False),
        ("area.json", "not json", False),
        ("area.json", item("area.tif"), False),
        ("area.json", item("area.tif", **{"sentinel_toolkit:product": "sentinel-2-l2a"}), False),  # of a scene
        ("area.json", item("area.tiff", **OURS), False),  # of another result
        ("area.json", item("area.tif", **OURS), True),
        ("area.qml", "<qgis/>", False),
        ("area.qml", f"<!DOCTYPE qgis>\n{MARK}\n<qgis/>", True),
    ],
)
def test_beside_a_result_only_what_is_ours_is_replaced(tmp_path, name, content, is_fine):
    (tmp_path / name).write_text(content)
    target = Target("OUTPUT", str(tmp_path / "area.tif"), ITEM_AND_STYLE)
    if is_fine:
        refuse_unfit(target)
        return
    with pytest.raises(InvalidRequestError, match=rf"{name} is not of Sentinel Toolkit.* Choose another name\."):
        refuse_unfit(target)


def test_a_folder_is_no_target(tmp_path):
    (tmp_path / "o.tif").mkdir()
    with pytest.raises(InvalidRequestError, match=r"o\.tif is a folder"):
        refuse_unfit(Target("OUTPUT", str(tmp_path / "o.tif")))


@pytest.mark.parametrize("known_as", ["same", "other folder", "link", "linked folder", "hard link", "side-car", "mask"])
def test_an_output_that_is_an_input_is_refused_by_whatever_name(tmp_path, known_as):
    source = tmp_path / "in" / "a.tif"
    source.parent.mkdir()
    source.write_bytes(b"mine")
    target = source
    if known_as == "other folder":
        target = tmp_path / "in" / ".." / "in" / "a.tif"
    elif known_as == "link":
        target = tmp_path / "b.tif"
        target.symlink_to(source)
    elif known_as == "linked folder":
        (tmp_path / "there").symlink_to(source.parent, target_is_directory=True)
        target = tmp_path / "there" / "a.tif"
    elif known_as == "hard link":
        target = tmp_path / "b.tif"
        os.link(source, target)
    elif known_as == "side-car":
        target, source = source, source.with_suffix(".json")
        source.write_text("{}")
    elif known_as == "mask":
        target, source = source, source.with_suffix(".tif.msk")
        source.write_text("")
    targets = [Target("OUTPUT", str(target), ITEM_AND_STYLE)]
    with pytest.raises(InvalidRequestError, match=r"OUTPUT is the file of LST: .* is also an input .*another name\."):
        refuse_inputs(targets, [Source("LST", str(source))])
    refuse_inputs(targets, [Source("LST", str(tmp_path / "other.tif")), Source("LST", "")])


def test_what_is_not_there_is_ours_to_make(tmp_path):
    assert is_ours(tmp_path / "new.json", "new.tif")
    (tmp_path / "link.qml").symlink_to(tmp_path / "gone.qml")
    assert not is_ours(tmp_path / "link.qml")


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_target_below_a_file_is_refused_before_the_work(tmp_path, is_folder):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InvalidRequestError, match=r"OUTPUT cannot be written: .*file is a file"):
        refuse_unfit(Target("OUTPUT", str(tmp_path / "file" / "a" / "o.tif"), (), is_folder))
    refuse_unfit(Target("OUTPUT", str(tmp_path / "new" / "folder" / "o.tif"), (), is_folder))
