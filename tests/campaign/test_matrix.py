"""The current long-term release of QGIS, in a Debian 13 of its own: a bare system, installed by our own scripts.

Needs root and debootstrap. Mirror, keys and certificates are those that this computer is configured with.
"""

import contextlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUITE, QGIS = "trixie", (3, 44)
FROM_BACKPORTS = "qgis python3-qgis qttools5-dev-tools xvfb xauth python3-venv python3-pip fonts-open-sans curl git"
KEPT = re.compile(r"(?i)^(pip_|uv_|ssl_|requests_|curl_|https?_|no_proxy|aws_ca)")
TRUSTED = ("/etc/ssl/certs", "/usr/local/share/ca-certificates", "/etc/pip.conf", "/etc/resolv.conf", "/etc/hosts")
APT = ("/etc/apt/apt.conf.d", "/etc/apt/auth.conf.d")


def debian_mirror():
    """Return (address, keyring) of the Debian source that apt is configured with."""
    for file in Path("/etc/apt/sources.list.d").glob("*.sources"):
        for stanza in file.read_text().split("\n\n"):
            fields = dict(re.findall(r"^(\w[\w-]*):\s*(.*)$", stanza, re.MULTILINE))
            if fields.get("URIs", "").rstrip("/").endswith("/debian"):
                return fields["URIs"].strip(), fields.get("Signed-By", "")
    for line in Path("/etc/apt/sources.list").read_text().splitlines():
        found = re.match(r"deb\s+(?:\[[^\]]*\]\s+)?(\S+/debian/?)\s", line)
        if found:
            return found.group(1), ""
    return pytest.fail("apt is configured with no Debian mirror")


def wheels_lie_in(folder):
    """Tell whether a variable of pip or uv names a folder of wheels."""
    return os.path.isdir(folder) and any(Path(folder).glob("*.whl"))


@pytest.fixture
def system(tmp_path):
    """Return a function that runs a command inside a fresh Debian; it is unmounted and removed afterwards."""
    if os.geteuid():
        pytest.fail("a Debian of its own needs root")
    if not shutil.which("debootstrap"):
        pytest.fail("debootstrap is missing: apt-get install debootstrap")
    mirror, keyring = debian_mirror()
    root = tmp_path / "debian"
    keys = [f"--keyring={keyring}"] if keyring else []
    command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", *keys, SUITE, str(root), mirror]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for place in (*TRUSTED, *APT):
        source, target = Path(place), root / place[1:]
        if source.is_dir():  # its links lead to this computer's files, and so would those that are there already
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, symlinks=False, ignore_dangling_symlinks=True)
        elif source.exists():
            shutil.copy(source, target)
    signed = f" [signed-by={keyring}]" if keyring else ""
    if keyring:
        (root / keyring[1:]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(keyring, root / keyring[1:])
    lines = [f"deb{signed} {mirror} {suite} main" for suite in (SUITE, f"{SUITE}-backports")]
    (root / "etc/apt/sources.list").write_text("\n".join(lines) + "\n")
    variables = {name: value for name, value in os.environ.items() if KEPT.match(name)}
    mounts = [("proc", "proc", ("-t", "proc")), ("/dev", "dev", ("--rbind",))]
    mounts += [(folder, folder[1:], ("--bind",)) for folder in variables.values() if wheels_lie_in(folder)]
    for source, target, options in mounts:
        (root / target).mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *options, source, str(root / target)], check=True)
    variables |= {"HOME": "/srv", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
    for value in {value for name, value in variables.items() if name.endswith(("_FILE", "_BUNDLE", "_CERT", "_CERTS"))}:
        if Path(value).is_file():
            (root / value[1:]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(value, root / value[1:])

    def run(*words, timeout=1800):
        done = subprocess.run(
            ["chroot", str(root), *words], env=variables, capture_output=True, text=True, timeout=timeout
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
        return done.stdout

    yield root, run
    for _, target, _ in reversed(mounts):
        with contextlib.suppress(subprocess.CalledProcessError):
            subprocess.run(["umount", "--recursive", "--lazy", str(root / target)], check=True)
    shutil.rmtree(root, ignore_errors=True)


def test_the_current_long_term_release(system):
    root, run = system
    run("apt-get", "update", "-qq")
    run(
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "-t",
        f"{SUITE}-backports",
        *FROM_BACKPORTS.split(),
    )
    version = run("dpkg-query", "-W", "-f", "${Version}", "qgis")
    assert tuple(map(int, re.search(r"(\d+)\.(\d+)", version).groups())) >= QGIS, version
    subprocess.run(["git", "clone", "-q", str(ROOT), str(root / "srv" / "project")], check=True)
    run("/srv/project/scripts/setup")
    print(version, run("/srv/project/scripts/test", "qgis")[-300:])
    print(run("/srv/project/scripts/demo"))
    gui = ["-k", "few_interactions or other_dialogs or leaves_qgis"]
    worker = run("/srv/project/scripts/setup", "--test-python", "worker").strip()
    tests = ["-m", "pytest", "-c", "/srv/project/tests/pytest.ini", "--confcutdir", "/srv/project/tests"]
    print(run(worker, "-I", *tests, "/srv/project/tests/gui", *gui))
