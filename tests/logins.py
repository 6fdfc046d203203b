"""Logins and authorities in a store of their own, as QGIS keeps them."""

import subprocess
from pathlib import Path

MASTER = "master-pa55"


def store_login(folder, username, password):
    """Return (id of the configuration, variables that let QGIS open it without a window)."""
    (folder / "master").write_text(MASTER + "\n")
    variables = {"QGIS_AUTH_DB_DIR_PATH": str(folder)}
    done = _run("make_login.py", (username, password), folder, variables, MASTER + "\n")
    lines = done.stdout.split()
    assert lines, done.stderr
    assert len(lines[-1]) == 7, done.stdout
    return lines[-1], {**variables, "QGIS_AUTH_PASSWORD_FILE": str(folder / "master")}


def store_authority(folder, bundle):
    """Let a store trust the authority in a PEM file; return the variables that name the store."""
    variables = {"QGIS_AUTH_DB_DIR_PATH": str(folder)}
    done = _run("make_authority.py", (str(bundle),), folder, variables)
    assert "stored" in done.stdout, done.stderr
    return variables


def _run(script, arguments, folder, variables, typed=""):
    return subprocess.run(
        ["/usr/bin/python3", str(Path(__file__).with_name(script)), *arguments],
        input=typed,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), **variables},
        timeout=60,
    )
