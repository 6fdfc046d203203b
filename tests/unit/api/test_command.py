"""The command line: JSON on stdout, all else on stderr, exit codes."""

import json

import geopandas
import pytest
import rasterio
import shapely

from sentinel_toolkit import paths
from sentinel_toolkit.api import command
from sentinel_toolkit.contract.jobs import JOBS


@pytest.fixture
def run(capsys):
    def run(*words):
        code = command.main(list(map(str, words)))
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return run


@pytest.fixture
def found(run, sample, tmp_path):
    path = tmp_path / "scenes.gpkg"
    area = "17.98,45.88,18.02,45.91"
    code, result, _ = run(
        *("search_scenes", "--source", "folder", "--folder", sample / "sentinel-2", "--area", area),
        *("--start", "2022-03", "--end", "2022-07", "--output", path),
    )
    assert (code, result["count"], result["table_path"]) == (0, 10, str(path))
    return path


def test_jobs_chain_by_files(run, found, tmp_path):
    target = tmp_path / "composite.tif"
    code, result, said = run(
        *("median-composite", "--input", found, "--bands", "B04,B08", "--area", "17.98,45.88,18.02,45.91"),
        *("--output", target, "--grow_mask", "20", "--quiet"),
    )
    assert (code, said) == (0, "")
    assert result["scenes_used"] == 10
    with rasterio.open(target) as raster:
        assert raster.descriptions == ("B04", "B08", "observations")


def test_rows_are_in_the_result_where_no_file_is_named(run, found, tmp_path):
    zones = tmp_path / "fields.geojson"
    box = shapely.box(17.985, 45.885, 17.99, 45.89)
    geopandas.GeoDataFrame({"name": ["north"]}, geometry=[box], crs=4326).to_file(zones)
    words = ("index_time_series", "--input", found, "--zones", zones, "--zone-field", "name", "--quiet")
    code, result, _ = run(*words)
    assert code == 0
    assert {row["zone"] for row in result["rows"]} == {"north"}
    code, result, _ = run(*words, "--output", tmp_path / "table.csv")
    assert result["table_path"] == str(tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_text().startswith("zone,date,mean")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("median_composite", "--input", "nowhere.gpkg", "--output", "c.tif"), "is not there"),
        (("search_scenes", "--max-cloud", "400"), "MAX_CLOUD is 400"),
        (("search_scenes", "--area", "1,2", "--folder", "."), "area is tuple (1.0, 2.0)"),
    ],
)
def test_a_failure_is_one(run, words, said):
    code, result, told = run(*words)
    assert (code, result) == (1, None)
    assert said in told
    assert "Traceback" not in told


@pytest.mark.parametrize("words", [("no_job",), ("search_scenes", "--nope"), ("search_scenes", "--max-cloud", "x"), ()])
def test_a_wrong_call_is_a_failure(capsys, words):
    with pytest.raises(SystemExit) as ended:
        command.main(list(words))
    assert ended.value.code == 1
    assert "usage: sentinel-toolkit" in capsys.readouterr().err


@pytest.mark.parametrize("job", sorted(set(JOBS) - set(command.WITHOUT)))
def test_every_job_explains_its_options(capsys, job):
    with pytest.raises(SystemExit) as ended:
        command.main([job, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "--quiet" in said
    for word in ("SOURCES", "INDICES", "SMOOTHINGS", "s_path"):
        assert word not in said


def test_the_version_is_that_of_the_metadata(capsys):
    with pytest.raises(SystemExit):
        command.main(["--version"])
    assert capsys.readouterr().out.split() == ["sentinel-toolkit", paths.version()]


def test_a_shell_gets_completions():
    argcomplete = pytest.importorskip("argcomplete")
    completions = argcomplete.CompletionFinder(command.parser_of(["search_scenes"]))._get_completions(
        ["sentinel-toolkit", "search_scenes"], "--max", "", None
    )
    assert [text.strip() for text in completions] == ["--max-cloud"]
