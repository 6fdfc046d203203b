"""No job replaces what it reads, or what is not ours beside its result: all say so before the work."""

import importlib
import json
import os

import pytest
from composites import chosen, random_scene
from scenes import scenes_file, write_scene

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import StackBandsRequest
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import stack_bands


def rows(path, *values):
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    return str(path)


def scene(path):
    """Return a row as a scenes layer has it, or a part of it."""
    return {"id": "s", "assets": {"B04": {"href": str(path)}, "B08": {"href": "https://localhost/b.tif"}}}


CASES = {  # job, name of the input that is the output → the request's fields
    ("stack_bands", "INPUT"): lambda a, t: {"scenes_path": rows(t, scene(a)), "output": str(a)},
    ("stack_bands", "INPUT in a zip"): lambda a, t: {
        "scenes_path": rows(t, scene(f"/vsizip/{{{a.with_suffix('.png')}}}/B04.jp2")),
        "output": str(a) + ".tif",
        "picture": str(a.with_suffix(".png")),
    },
    ("median_composite", "INPUT"): lambda a, t: {
        "scenes_path": rows(t, scene(a)),
        "output": str(a.with_name("o.tif")),
        "output_rgb": str(a),
        "bands": ("B04", "B03", "B02"),
    },
    ("import_sentinel3", "INPUT"): lambda a, t: {"scenes_path": rows(t, scene(a)), "output": str(a)},
    ("import_sentinel3", "SEN3"): lambda a, t: {"sen3": str(a), "output": str(a)},
    ("thermal_sharpening", "LST"): lambda a, t: {"lst": str(a), "ndvi": "n.tif", "output": str(a)},
    ("thermal_sharpening", "LST as a part"): lambda a, t: {
        "lst": f'NETCDF:"{a}":LST',
        "ndvi": "n.tif",
        "output": str(a),
    },
    ("thermal_sharpening", "PREDICTORS"): lambda a, t: {
        "lst": "l.tif",
        "ndvi": "n.tif",
        "method": "trees",
        "predictors": ("p.tif", str(a)),
        "output": str(a.with_name("o.tif")),
        "uncertainty": str(a),
    },
    ("thermal_sharpening", "PAIRS"): lambda a, t: {
        "pairs_path": rows(t, {"rank": 1, "fine_scene": json.dumps(scene(a)), "coarse_scene": "null"}),
        "output": str(a),
    },
    ("ndvi_animation", "RASTERS"): lambda a, t: {
        "rasters_path": rows(t, {"path": str(a.with_suffix(".png")), "time": ""}),
        "output": str(a.with_suffix(".png")),
    },
    ("index_time_series", "INPUT"): lambda a, t: {
        "scenes_path": rows(t, scene(a)),
        "zones_path": rows(t.with_name("z.jsonl"), {"name": "z", "wkt": "POINT(0 0)"}),
        "table_path": str(t),
    },
    ("scene_statistics", "INPUT"): lambda a, t: {"scenes_path": rows(t, scene(a)), "table_path": str(t)},
    ("find_scene_pairs", "COARSE"): lambda a, t: {
        "fine_path": rows(t.with_name("f.jsonl"), scene(a)),
        "coarse_path": rows(t, scene(a)),
        "table_path": str(t),
    },
    ("download_scenes", "INPUT"): lambda a, t: {
        "scenes_path": rows(t, {"scene": scene(a)}),
        "scenes_table_path": str(t),
        "output_folder": str(t.with_name("out")),
    },
}


@pytest.mark.parametrize(("job", "source"), CASES, ids=map(" ".join, CASES))
def test_no_job_replaces_its_input(tmp_path, job, source):
    for name in ("a.tif", "a.png"):
        (tmp_path / name).write_bytes(b"mine")
    request = JOBS[job].request(**CASES[job, source](tmp_path / "a.tif", tmp_path / "t.jsonl"))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    run = importlib.import_module(f"sentinel_toolkit.core.workflows.{job}").run
    with pytest.raises(InvalidRequestError, match=rf"is the file of {source.split()[0]}: .*is also an input"):
        run(request, Report())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_input_that_a_url_names_is_an_input(tmp_path):
    """Its percent signs are decoded once."""
    raster = tmp_path / "50%25 ü.tif"
    raster.write_bytes(b"x")
    request = StackBandsRequest(scenes_path=rows(tmp_path / "t", scene(raster.as_uri())), output=str(raster))
    with pytest.raises(InvalidRequestError, match="OUTPUT is the file of INPUT"):
        stack_bands.run(request, Report())
    assert raster.read_bytes() == b"x"


def test_the_parts_of_a_vrt_are_inputs_too(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "part.png").write_bytes(b"mine")
    (tmp_path / "in" / "month.vrt").write_text(
        '<VRTDataset><VRTRasterBand><SimpleSource><SourceFilename relativeToVRT="1">part.png</SourceFilename>'
        "</SimpleSource></VRTRasterBand></VRTDataset>"
    )
    request = JOBS["ndvi_animation"].request(raster_folder=str(tmp_path / "in"), output=str(tmp_path / "in/part.png"))
    with pytest.raises(InvalidRequestError, match="is the file of RASTER_FOLDER"):
        importlib.import_module("sentinel_toolkit.core.workflows.ndvi_animation").run(request, Report())


@pytest.mark.parametrize("name", ["area.json", "area.qml"])
def test_files_of_the_user_beside_the_result_stay(sample_scenes, tmp_path, name):
    day = chosen(sample_scenes, "20220615", tmp_path / "s.jsonl")
    request = StackBandsRequest(scenes_path=day, output=str(tmp_path / "area.tif"))
    (tmp_path / name).write_text('{"type": "FeatureCollection"}')
    with pytest.raises(InvalidRequestError, match=rf"{name} is not of Sentinel Toolkit"):
        stack_bands.run(request, Report())
    assert (tmp_path / name).read_text() == '{"type": "FeatureCollection"}'
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "s.jsonl"])


def test_a_result_of_ours_is_replaced_with_all_that_is_beside_it(sample_scenes, tmp_path):
    day = chosen(sample_scenes, "20220615", tmp_path / "s.jsonl")
    request = StackBandsRequest(scenes_path=day, output=str(tmp_path / "area.tif"), resolution_m=100)
    stack_bands.run(request, Report())
    before = (tmp_path / "area.json").stat().st_mtime_ns
    stack_bands.run(request, Report())
    assert (tmp_path / "area.json").stat().st_mtime_ns > before


@pytest.mark.parametrize("how", ["written anew", "untouched"])
def test_sources_that_change_while_a_job_reads_them_are_named(tmp_path, how):
    write_scene(tmp_path / "in", "20230615", *random_scene(1))
    request = StackBandsRequest(
        scenes_path=scenes_file(tmp_path / "in", tmp_path / "s.jsonl"), bands=("B04",), output=str(tmp_path / "o.tif")
    )
    (band,) = (tmp_path / "in").rglob("*B04*.tif")
    said = []

    def emit(remark):
        said.append(remark)
        if how == "written anew":
            os.utime(band, ns=(1, len(said)))

    stack_bands.run(request, Report(emit))
    warnings = [str(remark) for remark in said if "changed while the job read" in str(remark)]
    assert len(warnings) == (how == "written anew")
    assert all(str(band) in text for text in warnings)
    assert (tmp_path / "o.tif").exists()
