import os

import make_sample
import pytest
from composites import random_scene
from scenes import scenes_file, write_scene
from servers.internet import Internet

from sentinel_toolkit.contract import redaction
from sentinel_toolkit.core.downloads import transfer
from sentinel_toolkit.core.services import http, planetary_computer


@pytest.fixture(autouse=True)
def _no_secret_is_known(monkeypatch):
    """Let no test hide what is a password in another one."""
    monkeypatch.setattr(redaction, "_known", set())


@pytest.fixture
def online(monkeypatch, tmp_path):
    """Return a function that makes hosts reachable, by nothing but a proxy and a certificate; and impatience."""
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(transfer, "PATIENCE", transfer.Patience(pause_s=0.02, busy_pause_s=0.05, longest_s=0.2))
    monkeypatch.setattr(http, "BACKOFF_S", 0.01)
    monkeypatch.setattr(planetary_computer, "_known", {})
    running = []

    def connect(hosts):
        internet = Internet(hosts, tmp_path)
        running.append(internet.__enter__())
        for name, value in internet.variables.items():
            monkeypatch.setenv(name, value)
        return internet

    yield connect
    for internet in running:
        internet.__exit__()


@pytest.fixture
def five(tmp_path):
    """Five random scenes of two baselines; what numpy makes of them."""
    truth = {"B04": [], "B08": []}
    for number in range(5):
        bands, scl = random_scene(number)
        new = number % 2
        properties = {"s2:processing_baseline": "05.09" if new else "03.01"}
        write_scene(tmp_path / "in", f"202308{10 + number}", bands, scl, **properties)
        for name in truth:
            truth[name].append((bands[name], scl, -1000 if new else 0))
    return scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl"), truth


@pytest.fixture(scope="module")
def sample_scenes(tmp_path_factory):
    return scenes_file(make_sample.make() / "sentinel-2", tmp_path_factory.mktemp("sample") / "scenes.jsonl")


@pytest.fixture
def recorded(shared):
    return lambda name: (shared / "api" / name).read_bytes()
