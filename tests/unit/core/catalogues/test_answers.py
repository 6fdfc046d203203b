"""Answers of catalogues that are kept."""

import datetime
import os
import time
import zlib

import pytest
from downloads import features, find, many, rows_of, search_stac
from servers.cdse import Cdse
from servers.stac import Keyed
from shapely.geometry import box

from sentinel_toolkit.contract.errors import NoScenesError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import answers
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item


def test_any_damage_of_a_kept_answer_is_survived(tmp_path):
    store = answers.Answers(tmp_path)
    scene, _ = scene_from_item(features(1)[0], "x")
    store.keep({"q": 1}, [scene] * 20)
    (path,) = tmp_path.iterdir()
    good = path.read_bytes()
    for position in range(10, len(good)):
        path.write_bytes(good[:position] + bytes([good[position] ^ 0x10]) + good[position + 1 :])
        store.find({"q": 1})  # whatever it says, it does not raise
    assert zlib.error is not OSError


@pytest.fixture
def kept(online, tmp_path):
    """Return (server, function that searches with a cache)."""
    server = Cdse()
    server.entries = many(3)
    online(server.hosts)

    def search(said=None, **fields):
        report = Report(said.append if said is not None else lambda event: None)
        return rows_of(
            find(tmp_path, report=report, cache_folder=str(tmp_path / "cache"), keep_duplicates=True, **fields)
        )

    return server, search


def test_a_question_is_asked_once(kept):
    server, search = kept
    first = search()
    count = len(server.queries)
    said = []
    assert search(said) == first
    assert len(server.queries) == count
    assert any("asked a moment ago" in getattr(event, "text", "") for event in said)


@pytest.mark.parametrize(
    "change", [{"end": "2022-08-30"}, {"aoi_wkt": box(15.2, 45.2, 15.8, 45.81).wkt}, {"max_cloud_percent": 50}]
)
def test_another_question_is_asked(kept, change):
    server, search = kept
    search()
    count = len(server.queries)
    search(**change)
    assert len(server.queries) > count


def test_filters_that_are_applied_here_need_no_new_question(kept):
    server, search = kept
    search()
    count = len(server.queries)
    with pytest.raises(NoScenesError):
        search(platforms=("S2B",))
    assert len(server.queries) == count


def test_refresh_asks_again(kept):
    server, search = kept
    search()
    server.entries = many(5)
    assert len(search()) == 3
    assert len(search(refresh=True)) == 5
    assert len(search()) == 5


def test_old_answer_is_used_only_where_the_service_is_away(kept, tmp_path):
    server, search = kept
    search()
    (file,) = (tmp_path / "cache").iterdir()
    then = time.time() - 3 * 24 * 3600
    os.utime(file, (then, then))
    server.entries = many(4)
    assert len(search()) == 4, "the service is there"
    os.utime(file, (then, then))
    server.is_down = True
    said = []
    assert len(search(said)) == 4
    (warning,) = [event.text for event in said if getattr(event, "warning", False)]
    assert "HTTP 503" in warning
    assert "3 days ago" in warning


def test_damaged_answer_is_asked_again(kept, tmp_path):
    server, search = kept
    search()
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:50])
    assert len(search()) == 3
    assert len(server.queries) > 3


def test_cache_that_cannot_be_written_is_no_error(online, tmp_path):
    server = Cdse()
    server.entries = many(1)
    online(server.hosts)
    (tmp_path / "file").write_text("x")
    assert find(tmp_path, cache_folder=str(tmp_path / "file" / "cache"))


def test_answers_grow_old_by_their_period():
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    long_ago, recently = now - datetime.timedelta(days=90), now - datetime.timedelta(days=3)
    assert answers.is_fresh(20 * 3600, long_ago, now)
    assert not answers.is_fresh(2 * 3600, recently, now)
    assert answers.is_fresh(600, recently, now)
    assert not answers.is_fresh(25 * 3600, long_ago, now)


def test_answers_to_a_login_are_not_kept_for_all(tmp_path):
    with Keyed(features()) as own:
        cache = str(tmp_path / "cache")
        search_stac(tmp_path, own.url, {"username": "me", "password": "p"}, cache_folder=cache)
        assert not (tmp_path / "cache").exists()
        search_stac(tmp_path, own.url, None, cache_folder=cache)
        assert len(list((tmp_path / "cache").iterdir())) == 1
