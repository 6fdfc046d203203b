"""A login in a store of its own, as QGIS keeps them."""

import subprocess
from pathlib import Path

MASTER = "master-pa55"


def store_login(folder, username, password):
    """Return (id of the configuration, variables that let QGIS open it without a window)."""
    (folder / "master").write_text(MASTER + "\n")
    variables = {"QGIS_AUTH_DB_DIR_PATH": str(folder)}
    done = subprocess.run(
        ["/usr/bin/python3", str(Path(__file__).with_name("make_login.py")), username, password],
        input=MASTER + "\n",
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), **variables},
        timeout=60,
    )
    lines = done.stdout.split()
    assert lines, done.stderr
    assert len(lines[-1]) == 7, done.stdout
    return lines[-1], {**variables, "QGIS_AUTH_PASSWORD_FILE": str(folder / "master")}
