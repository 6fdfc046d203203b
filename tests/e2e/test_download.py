"""Search, filter, download, compose: the real qgis_process, a login in QGIS's store, CDSE by https through a proxy."""

import contextlib
import json
import os
import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest
import rasterio
from downloads import sample_products
from logins import store_login
from servers.cdse import Account, Cdse, Fault
from servers.internet import Internet

from sentinel_toolkit.contract.catalogue import DOWNLOAD_COLUMNS, SCENE_COLUMNS

HERE = Path(__file__).parent
SMALL = "17.985,18.005,45.885,45.9 [EPSG:4326]"
PERIOD = {"START": "2021-09-01", "END": "2022-07-31"}
PASSWORD = "pa55-of-the-analyst"


def table(path, columns="*"):
    with contextlib.closing(sqlite3.connect(path)) as database:
        name = database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        return database.execute(f'SELECT {columns} FROM "{name}"').fetchall()


@pytest.fixture(scope="module")
def products(sample):
    """Return the sample's SAFE folders as CDSE's products."""
    return sample_products(sample)


@pytest.fixture(scope="module")
def login(tmp_path_factory):
    """Return (id of a configuration in a store of its own, variables that open it)."""
    return store_login(tmp_path_factory.mktemp("auth"), Account.username, PASSWORD)


@pytest.fixture
def cdse(products, tmp_path):
    """Yield (stand-in of CDSE, variables that lead there)."""
    server = Cdse(products, Account(password=PASSWORD))
    with Internet(server.hosts, tmp_path) as internet:
        server.internet = internet
        yield server, internet.variables


class Watch:
    """Read the command lines and environments of all processes while a job runs."""

    def __init__(self, *secrets):
        self._secrets = [secret.encode() for secret in secrets]
        self._done = threading.Event()
        self.found, self.processes = [], set()
        self._thread = threading.Thread(target=self._look)

    def _look(self):
        while not self._done.wait(0.05):
            for folder in Path("/proc").glob("[0-9]*"):
                if folder.name == str(os.getpid()):
                    continue
                for name in ("cmdline", "environ"):
                    with contextlib.suppress(OSError):
                        text = (folder / name).read_bytes()
                        self.processes.add(folder.name)
                        self.found += [(folder.name, name) for secret in self._secrets if secret in text]

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exception):
        self._done.set()
        self._thread.join()


@pytest.mark.parametrize("source", ["cdse_odata", pytest.param("cdse", marks=pytest.mark.campaign)])
def test_model_from_search_to_composite(qgis_process, sample, cdse, login, tmp_path, source):
    server, network = cdse
    identifier, auth = login
    model = HERE / "download_and_composite.model3"
    output, folder = tmp_path / "composite.tif", tmp_path / "products"
    with Watch(PASSWORD) as watch:
        run = qgis_process(
            str(model),
            {**network, **auth},
            source=source,
            extent=SMALL,
            login=identifier,
            folder=str(folder),
            composite=str(output),
        )
        tokens = [*server._tokens, *server._refresh_tokens]
    assert run.code == 0, run.stderr + run.stdout
    local = tmp_path / "local.tif"
    names = sorted(path.name for path in folder.iterdir() if path.suffix == ".SAFE")
    assert names
    assert len(names) < len(server.products), "the filter left some out"
    again = qgis_process("search_scenes", SOURCE="folder", FOLDER=str(folder), OUTPUT=str(tmp_path / "again.gpkg"))
    assert again.results["COUNT"] == len(names), "the folder is a catalogue"
    same = qgis_process(
        "median_composite", INPUT=str(tmp_path / "again.gpkg"), BANDS="B04", RESOLUTION=60, OUTPUT=str(local)
    )
    assert same.code == 0, same.stderr
    with rasterio.open(output) as one, rasterio.open(local) as other:
        assert np.array_equal(one.read(), other.read())
        assert one.read(2).max() == len(names)
    # Every log, history, model and file of the job, and what other users see of its processes
    assert server.grants[0] == "password"
    assert tokens
    assert watch.found == []
    assert len(watch.processes) > 2
    stores = (
        tmp_path,
        *Path("/tmp").glob("sentinel-toolkit-profile-*"),
        *Path("/tmp").glob(".sentinel-toolkit-*"),
    )
    files = [model, *(path for store in stores for path in store.rglob("*") if path.is_file())]
    assert len(files) > 20
    for secret in (PASSWORD, *tokens):
        assert secret not in run.stdout + run.stderr
        assert [path for path in files if secret.encode() in path.read_bytes()] == []


@pytest.fixture
def found(qgis_process, cdse, tmp_path):
    """Return the path of the scenes at CDSE."""
    _, network = cdse
    output = tmp_path / "scenes.gpkg"
    run = qgis_process("search_scenes", network, SOURCE="cdse_odata", EXTENT=SMALL, OUTPUT=str(output), **PERIOD)
    assert run.code == 0, run.stderr
    assert run.results["COUNT"] == 6
    return output


def test_tables_retry_and_layers(qgis_process, cdse, login, found, tmp_path):
    server, network = cdse
    identifier, auth = login
    victim = sorted(server.products.values(), key=lambda product: product.start)[0]
    server.fault = lambda path, _: Fault("truncate") if victim.id in path and "B03" in path else None
    folder = {"OUTPUT_FOLDER": str(tmp_path / "products"), "AUTH": identifier}
    first = qgis_process(
        "download_scenes",
        {**network, **auth},
        INPUT=str(found),
        ASSETS="B03,SCL",
        SCENES=str(tmp_path / "local.gpkg"),
        OUTPUT=str(tmp_path / "files.gpkg"),
        **folder,
    )
    assert first.code == 0, first.stderr
    assert (first.results["FAILED"], first.results["SKIPPED"]) == (1, 0)
    assert first.results["DOWNLOADED"] == 6 * 4 - 1
    assert len(table(tmp_path / "local.gpkg")) == 5
    assert "1 file of 24 failed" in first.stderr + first.stdout
    rows = table(tmp_path / "files.gpkg", ",".join(f'"{column.name}"' for column in DOWNLOAD_COLUMNS))
    (failed,) = [row for row in rows if row[6] == "failed"]
    assert failed[0] == victim.name.removesuffix(".SAFE")
    assert failed[1] == "B03"
    assert failed[9], "the scene itself, for the next run"
    server.fault = lambda *_: None
    server.sent.clear()
    second = qgis_process(
        "download_scenes",
        {**network, **auth},
        INPUT=str(tmp_path / "files.gpkg"),
        SCENES=str(tmp_path / "more.geojson"),
        OUTPUT=str(tmp_path / "files2.csv"),
        **folder,
    )
    assert second.code == 0, second.stderr
    assert [second.results[name] for name in ("FAILED", "DOWNLOADED", "SKIPPED")] == [0, 1, 23]
    assert len([path for path in server.sent if "manifest" not in path]) == 1
    assert len(json.loads((tmp_path / "more.geojson").read_text())["features"]) == 6
    assert (tmp_path / "files2.csv").read_text().startswith(",".join(column.name for column in DOWNLOAD_COLUMNS[:4]))
    local = table(tmp_path / "local.gpkg", ",".join(f'"{column.name}"' for column in SCENE_COLUMNS))
    assert all(row[14] == 100 for row in local), "coverage was handed on"
    made = qgis_process(
        "median_composite",
        INPUT=str(tmp_path / "local.gpkg"),
        BANDS="B03",
        EXTENT=SMALL,
        OUTPUT=str(tmp_path / "c.tif"),
    )
    assert made.code == 0, made.stderr
    assert made.results["SCENES_USED"] == 5


def test_scenes_at_cdse_are_told_to_be_downloaded(qgis_process, found, tmp_path):
    run = qgis_process("median_composite", INPUT=str(found), OUTPUT=str(tmp_path / "c.tif"))
    assert run.code == 1
    assert "6 scenes are at CDSE" in run.stderr
    assert "Run Download scenes, then use its SCENES output." in run.stderr


@pytest.mark.parametrize("case", ["none", "unknown", "locked", "wrong"])
def test_login_that_does_not_open_is_named(qgis_process, cdse, login, found, tmp_path, case):
    server, network = cdse
    identifier, auth = login
    variables = {**network, **auth}
    inputs = {"AUTH": identifier}
    words = {
        "none": "Choose an authentication configuration",
        "unknown": "which QGIS does not know",
        "locked": "QGIS_AUTH_PASSWORD_FILE",
        "wrong": "CDSE refuses the login: Invalid user credentials.",
    }[case]
    if case == "none":
        inputs = {}
    elif case == "unknown":
        inputs = {"AUTH": "abc1234"}
    elif case == "locked":
        del variables["QGIS_AUTH_PASSWORD_FILE"]
    else:
        server.account = Account(password="another")
    run = qgis_process(
        "download_scenes", variables, INPUT=str(found), ASSETS="B04", OUTPUT_FOLDER=str(tmp_path / "p"), **inputs
    )
    assert run.code == 1
    assert words in run.stderr + run.stdout
    assert PASSWORD not in run.stderr + run.stdout
    assert "Traceback" not in run.stderr
    assert not list((tmp_path / "p").rglob("*.jp2")) if (tmp_path / "p").exists() else True


def test_unrelated_layer_is_refused(qgis_process, polygon, tmp_path):
    area = polygon([[18, 45.8], [18.1, 45.8], [18.1, 45.9], [18, 45.8]])
    run = qgis_process("download_scenes", INPUT=area, OUTPUT_FOLDER=str(tmp_path / "p"))
    assert run.code == 1
    assert "has no column “scene”" in run.stderr
    assert not (tmp_path / "p").exists()


def test_outputs_are_proved_before_the_work(qgis_process, cdse, login, found, tmp_path):
    server, network = cdse
    identifier, auth = login
    where = {"INPUT": str(found), "ASSETS": "B04", "AUTH": identifier, "OUTPUT_FOLDER": str(tmp_path / "p")}
    (tmp_path / "file").write_text("x")
    for target, words in (
        (str(found), "SCENES is the file of INPUT"),
        (str(tmp_path / "file" / "x.gpkg"), "SCENES cannot be written"),
    ):
        run = qgis_process("download_scenes", {**network, **auth}, SCENES=target, **where)
        assert run.code == 1
        assert words in run.stderr
        assert ("also an input" in run.stderr) == (target == str(found))
    assert len(table(found)) == 6, "the input is untouched"
    assert server.sent == {}
    area = tmp_path / "area.gpkg"
    area.write_bytes(found.read_bytes())
    run = qgis_process("search_scenes", network, SOURCE="cdse_odata", AOI=str(area), OUTPUT=str(area), **PERIOD)
    assert run.code == 1
    assert "OUTPUT is the file of AOI" in run.stderr
    assert len(table(area)) == 6


def test_table_is_written_even_if_all_fails(qgis_process, cdse, login, found, tmp_path):
    server, network = cdse
    identifier, auth = login
    server.products = {}
    run = qgis_process(
        "download_scenes",
        {**network, **auth},
        INPUT=str(found),
        ASSETS="product",
        AUTH=identifier,
        OUTPUT_FOLDER=str(tmp_path / "p"),
        SCENES=str(tmp_path / "local.gpkg"),
        OUTPUT=str(tmp_path / "files.gpkg"),
    )
    assert run.code == 1
    assert "None of the 6 files could be downloaded." in run.stderr
    assert not (tmp_path / "local.gpkg").exists()
    rows = table(tmp_path / "files.gpkg", '"status", "error"')
    assert {row[0] for row in rows} == {"failed"}
    assert all("no longer there" in row[1] for row in rows)
