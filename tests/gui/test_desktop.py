"""The real QGIS desktop under Xvfb; screenshots are kept in artefacts/gui."""

import contextlib
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import make_sample
import pytest
from downloads import sample_products
from logins import store_login
from servers.cdse import Account, Cdse
from servers.internet import Internet
from servers.stac import FaultyStac, item

from sentinel_toolkit import paths
from sentinel_toolkit.contract.catalogue import DOWNLOAD_COLUMNS, SCENE_COLUMNS
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.runtime import environment

ROOT = Path(__file__).resolve().parents[2]
EARTH_SEARCH = "earth-search.aws.element84.com"
READY_MODELS = 4
NEEDING = {
    *("scene_statistics", "find_scene_pairs", "download_scenes", "stack_bands", "median_composite"),
    *("composite_series", "index_time_series", "pair_and_sharpen"),
}
SAME_LINE = 8  # pixels: widgets of a line differ in height
ARTEFACTS = ROOT / "artefacts" / "gui"
LONGEST_STALL_S = 0.1  # of the window, without what other processes keep it waiting


@pytest.fixture
def desktop(tmp_path):
    """Return a function that plays a scene of drive.py and returns what it saw."""

    def play(scene, screen="1600x1000", profile_name="", **variables):
        profile = subprocess.run(
            [str(ROOT / "scripts" / "stage"), str(os.getpid())], capture_output=True, text=True, check=True
        ).stdout.strip()
        if profile_name:
            shutil.copytree(profile, tmp_path / profile_name, symlinks=True)
            profile = str(tmp_path / profile_name)
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        stage = tmp_path / "stage"
        stage.mkdir()
        environment = {
            **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
            "PATH": "/usr/bin:/bin:" + os.environ["PATH"],
            "XDG_RUNTIME_DIR": str(stage),
            "SENTINEL_TOOLKIT_SCENE": scene,
            "SENTINEL_TOOLKIT_STAGE": str(stage),
            **variables,
        }
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}x24", "qgis", "--noversioncheck", "--nologo"]
        command += ["--profiles-path", profile, "--code", str(Path(__file__).with_name("drive.py"))]
        with open(stage / "qgis.log", "wb") as log:
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
            try:
                process.wait(200)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGTERM)  # the server of the screen, too
                process.wait(20)
        for picture in stage.glob("*.png"):
            shutil.copy(picture, ARTEFACTS / picture.name)
        assert (stage / "seen.json").exists(), (stage / "qgis.log").read_text()[-3000:]
        seen = json.loads((stage / "seen.json").read_text())
        assert "error" not in seen, seen["error"]
        return seen

    yield play
    shutil.rmtree(f"/tmp/sentinel-toolkit-profile-{os.getpid()}", ignore_errors=True)


def test_search_and_composite_through_the_dialogs(desktop):
    seen = desktop("work", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()))
    assert seen["search"]["ok"]
    assert seen["search"]["count"] == 14
    assert seen["scenes_layer"] == {
        "renderer": "RuleRenderer",
        "aliases": [column.alias for column in SCENE_COLUMNS],
        "features": 14,
    }
    assert seen["composite"]["ok"]
    assert seen["raster"]["renderer"] == "multibandcolor"
    assert seen["raster"]["red"] == "Band 3: B04", "the style that lies beside the raster"
    assert seen["raster"]["rights"] == ["Contains modified Copernicus Sentinel data 2021–2022"]
    assert 0.05 < seen["raster"]["red_max"] < 0.5, "reflectance, not its packed integers"
    assert seen["cancel_s"] < 4
    print({name: seen[name] for name in ("search", "composite", "cancel_s")})


def test_download_through_the_dialogs_keeps_the_secret(desktop, tmp_path):
    password = "pa55-of-the-gui"
    identifier, auth = store_login(tmp_path, Account.username, password)
    server = Cdse(sample_products(make_sample.make()), Account(password=password))
    cache = {"SENTINEL_TOOLKIT_CACHE": str(tmp_path / "cache")}
    with Internet(server.hosts, tmp_path) as internet:
        seen = desktop("download", SENTINEL_TOOLKIT_LOGIN=identifier, **internet.variables, **auth, **cache)
    assert seen["search"]["count"] == 6
    download = seen["download"]
    assert (download["ok"], download["DOWNLOADED"], download["SKIPPED"], download["FAILED"]) == (True, 24, 0, 0)
    assert seen["layers"] == ["Complete scenes", "Sentinel-2 scenes", "Table of files"]
    assert seen["aliases"] == [column.alias for column in DOWNLOAD_COLUMNS]
    assert "not compatible" not in seen["log"]
    profile = Path(f"/tmp/sentinel-toolkit-profile-{os.getpid()}")
    files = [path for folder in (profile, tmp_path) for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "user-history.db" for path in files), "QGIS's history was looked at, too"
    secrets = [password, *server._tokens, *server._refresh_tokens]
    assert len(secrets) > 2
    for secret in secrets:
        assert [path for path in files if secret.encode() in path.read_bytes()] == []


def test_downloads_queue_up_and_go_on_while_the_dock_is_closed(desktop, tmp_path):
    identifier, auth = store_login(tmp_path, Account.username, "pa55-of-the-queue")
    server = Cdse(sample_products(make_sample.make()), Account(password="pa55-of-the-queue"))
    cache = {"SENTINEL_TOOLKIT_CACHE": str(tmp_path / "cache")}
    with Internet(server.hosts, tmp_path) as internet:
        seen = desktop("queue", SENTINEL_TOOLKIT_LOGIN=identifier, **internet.variables, **auth, **cache)
    assert [text.partition(":")[0] for text in seen["enqueued"]] == [
        "2 scenes into first",
        "2 scenes into second",
        "2 scenes into third",
    ]
    done = "{} scenes into {}: {} fetched, 0 here before, 0 failed"
    assert seen["closed"][:2] == [done.format(2, "first", 8), done.format(2, "second", 8)]
    assert seen["closed"][2].startswith("2 scenes into third: cancelled")
    fetched, here, failed = map(int, re.findall(r"(\d+) (?:fetched|here|failed)", seen["again"][2]))
    assert (fetched + here, failed) == (8, 0), "what was complete when it was cancelled is not fetched again"
    assert seen["layers"] == ["Complete scenes"] * 3 + ["Table of files"] * 3
    assert seen["files"] == {"first": 4, "second": 4, "third": 4}
    assert seen["left"] == [[], False]
    assert seen["busy"] == [1, 0]
    assert seen["search_stall_s"] < LONGEST_STALL_S
    assert seen["download_stall_s"] < LONGEST_STALL_S


def test_trouble_is_said_in_the_dock(desktop, tmp_path):
    """In a profile whose path has blanks and letters beyond ASCII."""
    identifier, auth = store_login(tmp_path, Account.username, "an old pa55")
    cdse = Cdse(sample_products(make_sample.make()), Account(password="a new pa55"))
    cache = {"SENTINEL_TOOLKIT_CACHE": str(tmp_path / "cache")}
    around = [item(number, f"2022-06-{number + 1:02d}", west=17.5) for number in range(5)]
    broken = FaultyStac(around, "500-later")
    broken.url = f"https://{EARTH_SEARCH}/v1"
    with broken, Internet({**cdse.hosts, EARTH_SEARCH: broken.handler}, tmp_path) as internet:
        variables = {"SENTINEL_TOOLKIT_LOGIN": identifier, **internet.variables, **auth, **cache}
        seen = desktop("trouble", profile_name="Jörg Müller – mein Profil", **variables)
    assert "Jörg Müller – mein Profil" in seen["profile"]
    assert "has no CRS" in seen["no_crs"]
    assert "planetarycomputer.microsoft.com" in seen["no_network"]
    assert "500" in seen["broken_off"]
    assert len(broken.searches) > 1, "broken off in mid-search"
    assert seen["layers"] == 0
    # As the thread had read the area before it was removed, or not.
    assert seen["area_removed"] == "6 scenes found." or "The layer of AOI is not there" in seen["area_removed"]
    assert "6 scenes found" in seen["again"]
    assert seen["refused"] == ["", ""]
    assert "needs a login. Choose an authentication configuration" in seen["downloads"][0]
    assert "CDSE refuses the login" in seen["downloads"][1]


def test_months_of_a_series_are_shown_one_by_one(desktop):
    seen = desktop("series", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()))
    assert seen["series"]["ok"]
    assert seen["series"]["count"] == len(seen["shown"]) >= 2
    assert seen["shown"] == {name: [name] for name in seen["shown"]}, "each month shows its composite and no other"


def test_frames_of_an_animation_are_shown_day_by_day(desktop):
    seen = desktop("animation", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()))
    assert seen["animation"]["ok"]
    assert seen["animation"]["frames"] == len(seen["shown"]) == 7
    assert seen["shown"] == {name: [name] for name in seen["shown"]}, "each day shows its map and no other"
    assert seen["animation"]["stall_s"] < 1


def test_an_analyst_sees_each_result(desktop, shared):
    """On real scenes over a basemap: what is on top, what it is called, how bright it is, and what is said."""
    variables = {"SENTINEL_TOOLKIT_REAL": str(shared / "s2_zagreb")}
    seen = desktop("analyst", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()), **variables)
    assert all(seen["ok"].values()), seen["ok"]
    looks = {name.removeprefix("analyst_"): each for name, each in seen["looks"].items()}
    assert {name: each["top"] for name, each in looks.items()} == {
        **dict.fromkeys(("scenes", "selected"), "Sentinel-2 scenes, Aug 2023"),
        "composite": "Composite median, Aug 2023",
        "index": "NDVI median, Aug 2023",
        "series": "Composite, 2023-08-D1",
        "animation": "NDVI, 2023-08-13",
        "model": "Composite median, Aug 2023",
        "dock_found": "Sentinel-2 scenes, 2023-08-15 09:58",
        "dock_picture": "True colour, 2023-08-15 09:58, 33TWL",
    }
    for name in ("composite", "model", "dock_picture"):
        assert 0.35 < looks[name]["median"] < 0.5, name
        assert looks[name]["blue"] < 0, "no blue cast"
    for name in ("composite", "index", "series", "animation", "model", "dock_picture"):
        assert looks[name]["spread"] > 0.1, f"{name} is not uniform"
        assert not any("scenes" in layer for layer in looks[name]["layers"]), "footprints are off"
    assert abs(looks["selected"]["median"] - looks["scenes"]["median"]) < 0.01, "the basemap stays as it is"
    assert looks["animation"]["said"].startswith("Animation ready · The Temporal Controller shows the 4 layers")
    assert looks["series"]["said"].startswith("Composite series ready")
    assert looks["animation"]["buttons"] == looks["series"]["buttons"] == ["Open", "Show in folder"]
    assert seen["time"] == ["2023-08-13", "2023-08-20", 4]


def test_a_pair_is_sharpened_and_shown_with_its_styles(desktop):
    seen = desktop("sharpening", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()))
    assert seen["pairs"] == {"ok": True, "count": 2}
    assert (seen["sharpening"]["ok"], seen["sharpening"]["method"]) == (True, "local")
    assert seen["sharpening"]["stall_s"] < 1
    assert seen["layers"] == {
        "Sharpened temperature": "singlebandpseudocolor",
        "Uncertainty": "singlebandpseudocolor",
        "Samples": "graduatedSymbol",
    }


def test_the_other_dialogs_open(desktop):
    seen = desktop("dialogs")
    for job, words in seen.pop("words").items():
        assert not [text for text in words["shown"] if re.search("[a-z]_[a-z]", text)], job
        assert not [text for text in words["numbers"] if re.search(r"\.0+\b", text)], job
        if job == "median_composite":
            assert {"Cloud, high probability", "Geometric median"} <= set(words["shown"])
            assert "10 m" in words["numbers"]
    assert seen.pop("at_first") == []
    assert seen.pop("open") == ["SEN3", "NDVI", "RED", "INPUT"], "what is given leaves one way to temperatures"
    assert seen.pop("kept") == 12.5
    assert [seen.pop(f"designer_of_a_{what}") for what in ("step", "model")] == [False, True]
    name, steps = seen.pop("designed")
    assert name == "Pair and sharpen"
    assert steps == [
        "sentinel_toolkit:find_scene_pairs",
        "sentinel_toolkit:search_scenes",
        "sentinel_toolkit:search_scenes",
        "sentinel_toolkit:thermal_sharpening",
    ]
    assert seen == {
        "model": "Ready models - Pair and sharpen",
        "import_sentinel3": "Series - Import Sentinel-3",
        "index_time_series": "Series - Index time series",
        "stack_bands": "Imagery - Stack bands",
        "download_scenes": "Catalogue - Download scenes",
        "composite_series": "Imagery - Composite series",
    }


def test_every_algorithm_has_its_dialogs_and_runs_in_batch(desktop):
    seen = desktop("all", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()))
    assert len(seen["dialogs"]) == len(JOBS) + READY_MODELS
    # Those that need a layer, of which an empty project has none, or a folder ask for it; the others take their defaults.
    assert {name for name, missing in seen["dialogs"].items() if missing == "asks"} == NEEDING
    assert [name for name, missing in seen["dialogs"].items() if missing and name not in NEEDING] == []
    assert set(seen["batches"].values()) == {1}
    assert seen["batch"] == [True, True]


LOOKS = {  # what the screenshots are looked at for
    "": {},
    "_dark": {"SENTINEL_TOOLKIT_THEME": "Night Mapping"},
    "_large": {"QT_SCALE_FACTOR": "2", "screen": "2732x1536"},  # a laptop's screen at 200 %
}


@pytest.mark.parametrize("look", ["", *(pytest.param(look, marks=pytest.mark.campaign) for look in LOOKS if look)])
def test_the_dock_searches_and_hands_on(desktop, look):
    looks = {"SENTINEL_TOOLKIT_LOOK": look, **LOOKS[look]}
    seen = desktop("dock", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()), **looks)
    assert seen["opened_s"] < 0.3
    assert "'/nowhere' does not exist" in seen["failed"]
    assert seen["stall_s"] < LONGEST_STALL_S
    assert seen["rows"] == 14
    assert_read_in_order(seen["tab_order"])
    assert (seen["selected_in_layer"], seen["selected_in_table"]) == (1, 3)
    assert seen["command"].startswith("qgis_process run sentinel_toolkit:search_scenes")
    assert "Imagery - Median composite" in seen["dialogs"]
    assert "Select the scene" in seen["unselected"]
    assert seen["picture_stall_s"] < LONGEST_STALL_S
    assert seen["picture"][1:] == ["multibandcolor", "Band 1: B04"]
    assert (seen["is_enabled"], seen["rows_left"]) == (False, 0)


def assert_read_in_order(order):
    """Assert that Tab goes through the dock from top to bottom, in each line from left to right, and to all parts."""
    names = [name for _, _, name in order]
    parts = ("First day", "Search", "Copy as command", "Scenes found", "Add to map", "Statistics…")
    assert [name for name in names if name in parts] == list(parts)
    for (left, top, _), (next_left, next_top, name) in itertools.pairwise(order):
        assert next_top > top + SAME_LINE or (abs(next_top - top) <= SAME_LINE and next_left > left), name


def test_a_composite_is_on_the_map_after_few_interactions(desktop):
    seen = desktop("first", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()))
    assert seen["first"]["on_map"]
    assert len(seen["first"]["done"]) <= 10
    assert seen["search_stall_s"] < LONGEST_STALL_S
    assert seen["composite_stall_s"] < LONGEST_STALL_S
    assert (seen["kept"], seen["left"], seen["open_after_unload"]) == (1, 0, [])
    print({name: seen[name] for name in ("search_stall_s", "composite_stall_s", "first")})


def quiet_environment(tmp_path):
    """Return a data folder with the environment and uv of this computer, in which no job of another test is at work."""
    folder = tmp_path / "quiet"
    folder.mkdir()
    for place in (environment.environment_folder(), *paths.data_folder().glob("uv-[0-9]*")):
        (folder / place.name).symlink_to(place)
    return str(folder)


def test_options_are_stored_and_the_environment_dialog_can_be_stopped(desktop, tmp_path):
    seen = desktop("options", SENTINEL_TOOLKIT_DATA=quiet_environment(tmp_path))
    assert seen["threads"] == 3
    for text in ("| Sentinel Toolkit | 0.", "| QGIS | 3.", "| Worker | Ready: ", "| Free disk | "):
        assert text in seen["diagnostics"]
    assert str(Path.home()) not in seen["diagnostics"]
    assert "Creating the virtual environment" in seen["log"]
    assert seen["cancel_s"] < 3
    assert seen["stall_s"] < 1


def test_missing_environment_is_said_with_the_button_that_helps(desktop, tmp_path):
    seen = desktop("missing", SENTINEL_TOOLKIT_DATA=str(tmp_path / "empty"))
    assert any("environment for the work is missing" in text for text in seen["messages"])
    assert any("Set up environment" in title for title in seen["dialogs"])


def test_unloading_leaves_qgis_as_it_was(desktop):
    seen = desktop("reload")
    before, after = seen["before"], seen["after"]
    assert "sentinel_toolkit" not in after["providers"]
    for what in ("providers", "raster_menu", "toolbars", "threads", "actions"):
        assert after[what] == before[what], what
    # QGIS makes a menu for the plugins at the first one and keeps its parts.
    assert after["widgets"] <= before["widgets"] + 25


def test_unloading_ends_what_runs(desktop, tmp_path):
    data = quiet_environment(tmp_path)
    seen = desktop("busy", SENTINEL_TOOLKIT_SAMPLE=str(make_sample.make()), SENTINEL_TOOLKIT_DATA=data)
    tasks = {name: seen[name] for name in ("search", "installation", "dialog", "toolbox")}
    assert list(tasks.values()) == [[1, 0]] * 4, "running before and after"
    assert seen["ended"] == [1, 0], "told of its end, and closed"
    assert seen["docks"] == 0
