"""Pieces from a server: how many requests, what passes and what does not, and that nothing wrong is taken."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from scenes import NORTH, WEST
from servers.files import FileServer

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters import files, gdal, remote_pieces
from sentinel_toolkit.core.rasters.tiff import reading
from sentinel_toolkit.core.rasters.tiff.directory import Piece

SIDE, TILE = 640, 128
VALUES = np.random.default_rng(1).integers(1, 5000, (SIDE, SIDE)).astype(np.uint16)


@pytest.fixture
def served(tmp_path, monkeypatch):
    """Return the function (faults, latency) → server of three COGs, a.tif to c.tif; impatience for tests."""
    monkeypatch.setattr(remote_pieces.http, "BACKOFF_S", 0.01)
    profile = {"width": SIDE, "height": SIDE, "count": 1, "dtype": "uint16", "crs": "EPSG:32633", "nodata": 0}
    with rasterio.open("memory", "w", driver="MEM", transform=Affine(10, 0, WEST, 0, -10, NORTH), **profile) as dataset:
        for place, name in enumerate("abc"):
            dataset.write(VALUES + np.uint16(place), 1)
            rasterio.shutil.copy(
                dataset, tmp_path / f"{name}.tif", driver="COG", COMPRESS="DEFLATE", PREDICTOR="YES", BLOCKSIZE=TILE
            )
    yield lambda faults=None, latency_s=0.0: FileServer(tmp_path, faults, latency_s)
    files.close_files()


def test_one_request_opens_a_file_and_rows_of_pieces_come_together(served):
    with served() as server:
        file = files.open_file(f"{server.url}/a.tif")
        assert server.paths == ["a.tif"]
        found = files.read_window(file, (100, 300, 130, 380))
        assert np.array_equal(found, VALUES[100:300, 130:380])
        met = reading.pieces_of(file.tiles, (100, 300, 130, 380))
        assert len(met) == 6
        assert len(server.paths) - 1 <= 3, "pieces that touch in the file come in one answer"
        packed = sum(piece.size for *_, piece in met)
        assert server.bytes_sent <= remote_pieces.HEAD_BYTES + 1.05 * packed


def test_all_files_are_asked_at_once(served):
    with served(latency_s=0.3) as server:
        opened = [files.open_file(f"{server.url}/{name}.tif") for name in "abc"]
        begun = time.monotonic()
        for place, found in enumerate(files.read_windows(opened, [(0, SIDE, 0, 100)] * 3)):
            assert np.array_equal(found, VALUES[:, :100] + place)
        assert server.most_at_once >= 3
        assert time.monotonic() - begun < 3 * 5 * 0.3 / 2, "one after another would take 15 answers' time"


@pytest.mark.parametrize("statuses", [[429], [503, 500], [403]])
def test_what_passes_is_asked_for_again(served, statuses):
    with served({"a.tif": statuses}) as server:
        file = files.open_file(f"{server.url}/a.tif")
        assert np.array_equal(files.read_window(file, (0, 10, 0, 10)), VALUES[:10, :10])


@pytest.mark.parametrize(("statuses", "words"), [([404] * 9, "404"), ([500] * 9, "500"), ([302] * 9, "302")])
def test_what_does_not_pass_is_said(served, statuses, words):
    with served({"a.tif": statuses}) as server, pytest.raises(UnreadableRasterError, match=words):
        files.open_file(f"{server.url}/a.tif")


def test_what_gdal_has_to_read_is_asked_for_once_before(served, tmp_path):
    with rasterio.open(tmp_path / "a.tif") as dataset:
        rasterio.shutil.copy(dataset, tmp_path / "z.tif", driver="COG", COMPRESS="ZSTD", BLOCKSIZE=TILE)
    with served() as server, gdal.environment():
        asked = []
        heads, remote_pieces.head_of = remote_pieces.head_of, lambda *order: asked.append(order) or heads(*order)
        try:
            file = files.open_file(f"{server.url}/z.tif")
        finally:
            remote_pieces.head_of = heads
        assert len(asked) == 1
        assert file.tiles is None
        assert np.array_equal(files.read_window(file, (0, 200, 0, 200)), VALUES[:200, :200])


def test_a_server_that_is_not_there_is_given_up_soon(monkeypatch):
    waits = []
    monkeypatch.setattr(remote_pieces.time, "sleep", waits.append)
    with pytest.raises(UnreadableRasterError, match="refused"):
        files.open_file("http://127.0.0.1:9/a.tif")
    assert len(waits) == remote_pieces.http.NETWORK_RETRIES


def test_a_file_that_changes_meanwhile_is_refused(served, tmp_path):
    with served() as server:
        file = files.open_file(f"{server.url}/a.tif")
        with open(tmp_path / "a.tif", "ab") as longer:
            longer.write(b"more")
        with pytest.raises(UnreadableRasterError, match="has changed"):
            files.read_window(file, (0, 10, 0, 10))


def test_bytes_in_flight_are_bounded_and_given_back(served, monkeypatch):
    budget = remote_pieces._Budget(40_000)
    monkeypatch.setattr(remote_pieces, "_budget", budget)
    with served(latency_s=0.02) as server:
        opened = [files.open_file(f"{server.url}/{name}.tif") for name in "abc"]

        def read(place):
            return files.read_window(opened[place % 3], (0, SIDE, 0, SIDE))  # more than all that may be in flight

        with ThreadPoolExecutor(6) as pool:
            for place, found in enumerate(pool.map(read, range(6))):
                assert np.array_equal(found, VALUES + place % 3)
        for _ in files.read_windows(opened, [(0, 10, 0, 10)] * 3):
            break  # who stops in between gives back, too
    assert budget._free == 40_000


def test_a_failure_gives_back_what_was_in_flight(served, monkeypatch):
    budget = remote_pieces._Budget(10**6)
    monkeypatch.setattr(remote_pieces, "_budget", budget)
    with served() as server:
        file = files.open_file(f"{server.url}/a.tif")
        server.faults["a.tif"] = [404] * 99
        with pytest.raises(UnreadableRasterError):
            files.read_window(file, (0, SIDE, 0, SIDE))
    assert budget._free == 10**6


def test_who_wants_much_waits_and_is_not_forgotten():
    budget = remote_pieces._Budget(10)
    assert budget.take(25) == 10
    waiting = threading.Thread(target=lambda: budget.give_back(budget.take(4)))
    waiting.start()
    time.sleep(0.05)
    assert waiting.is_alive()
    budget.give_back(10)
    waiting.join(5)
    assert not waiting.is_alive()


def test_runs_of_pieces():
    made = [Piece(300, 50), Piece(0, 100), Piece(108, 92), Piece(0, 100), Piece(700, 0)]
    assert remote_pieces._runs(made) == [(0, 200), (300, 350)]
    far = [Piece(0, 900_000), Piece(900_008, 900_000)]
    assert len(remote_pieces._runs(far)) == 2, "two connections are faster than one"
