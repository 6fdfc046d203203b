"""What every run needs: the checkout on the path, and a network that reaches this computer only."""

import ipaddress
import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
for folder in (ROOT, ROOT / "scripts", ROOT / "tests"):
    sys.path.insert(0, str(folder))


# Marker → (whether such a test can run here, why it is skipped where it cannot).
NEEDS = {
    "real_data": (SHARED.is_dir(), "../shared/data is absent"),
    "posix": (os.name == "posix", "Windows has no such signals and scripts"),
    "linux": (sys.platform == "linux", "there is no /proc"),
}


def pytest_collection_modifyitems(items):
    for item in items:
        for marker, (is_met, reason) in NEEDS.items():
            if marker in item.keywords and not is_met:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def kept():
    """Return a function that keeps a page to be looked at, in ``artefacts/pages``."""

    def keep(path, name):
        folder = ROOT / "artefacts" / "pages"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / name)

    return keep


@pytest.fixture(scope="session", autouse=True)
def _loopback_only():
    """Refuse every connection that would leave this computer."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            try:
                inside = ipaddress.ip_address(address[0]).is_loopback
            except ValueError:
                inside = address[0] == "localhost"
            if not inside:
                raise OSError(f"tests may not connect to {address}")
        return connect(self, address)

    socket.socket.connect = guarded
    yield
    socket.socket.connect = connect


@pytest.fixture
def shared():
    return SHARED
