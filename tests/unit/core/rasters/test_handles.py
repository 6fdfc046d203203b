"""Datasets kept open: each with one thread at a time, bounded, and none that failed."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from sentinel_toolkit.core.rasters import handles


class Dataset:
    def __init__(self, href):
        self.href, self.is_open, self.users = href, True, 0

    def close(self):
        self.is_open = False


@pytest.fixture
def opened():
    return []


@pytest.fixture
def kept(opened):
    def open_dataset(href):
        opened.append(Dataset(href))
        return opened[-1]

    return handles.Handles(open_dataset)


def test_the_same_dataset_is_lent_again(kept, opened):
    for _ in range(3):
        with kept.lend("a") as dataset:
            assert dataset.is_open
    assert len(opened) == 1
    with kept.lend("a", fresh=True) as other:
        assert other is not dataset


def test_two_at_once_get_their_own(kept):
    with kept.lend("a") as one, kept.lend("a") as other:
        assert one is not other


def test_one_that_failed_is_not_kept(kept, opened):
    with pytest.raises(OSError, match="broken"), kept.lend("a"):
        raise OSError("broken")
    assert not opened[0].is_open
    with kept.lend("a") as dataset:
        assert dataset is opened[1]


def test_the_longest_unused_are_closed(kept, opened, monkeypatch):
    monkeypatch.setattr(handles, "LIMIT", 2)
    for href in ("a", "b", "a", "c"):
        with kept.lend(href):
            pass
    assert [dataset.href for dataset in opened if dataset.is_open] == ["a", "c"]
    kept.close()
    assert not any(dataset.is_open for dataset in opened)
    with kept.lend("a") as dataset:
        assert dataset.is_open


def test_no_two_threads_hold_one(kept, opened):
    errors = []
    lock = threading.Lock()

    def use(number):
        with kept.lend(f"{number % 5}") as dataset:
            with lock:
                dataset.users += 1
                errors.extend([dataset] if dataset.users > 1 or not dataset.is_open else [])
            with lock:
                dataset.users -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(use, range(2000)))
    assert not errors
    assert len(opened) <= 40
