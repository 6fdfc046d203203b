"""The download benchmark: the real worker against curl, four connections, from a server on this computer.

The server gives each connection 20 MB/s, CDSE's quota for general users; the same again without a limit.
"""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environments

ROOT = environments.ROOT
QUOTA_MB_S = 20
CONNECTIONS = 4
FILE_MB = 50
HEADLINE, SWEEP = 24, ((4, 50), (24, 50), (200, 2), (8, 400))  # files, and MB of each


def run(full):
    """Return (rows, ratios)."""
    if not shutil.which("curl"):
        sys.exit("benchmark: curl is missing; install it (apt-get install curl)")
    rows, ratios = [], {}
    sizes = SWEEP if full else ((HEADLINE, FILE_MB),)
    for count, megabytes in sizes:
        with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as folder:
            digest = _write_files(Path(folder) / "there", count, megabytes)
            for limit in (QUOTA_MB_S, 0):
                ours, curl = _measure(Path(folder), count, megabytes, limit, digest)
                rows += [ours, curl]
                if (count, megabytes) == (HEADLINE, FILE_MB):
                    ratios["curl" if limit else "curl-unthrottled"] = curl["seconds"] / ours["seconds"]
    return rows, ratios


def _write_files(folder, count, megabytes):
    """Write files of noise, all of the same content; return its MD5."""
    folder.mkdir()
    content = os.urandom(megabytes * 1_000_000 - 4)
    data = b"II*\0" + content
    (folder / "0.tif").write_bytes(data)
    for number in range(1, count):
        os.link(folder / "0.tif", folder / f"{number}.tif")
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


@contextlib.contextmanager
def _server(folder, limit_mb_s):
    """Yield the URL of a server of the folder."""
    command = [sys.executable, str(ROOT / "tests" / "servers" / "throttled.py"), str(folder), str(limit_mb_s)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.stdin.close()
        process.wait()


def _measure(folder, count, megabytes, limit, digest):
    """Return the rows of both systems on the same files; each after the other, each into an empty folder."""
    rows = []
    with _server(folder / "there", limit) as url:
        urls = [f"{url}/{number}.tif" for number in range(count)]
        for system, start in (("sentinel_toolkit", _start_ours), ("curl", _start_curl)):
            target = folder / "here"
            target.mkdir()
            started = time.monotonic()
            process = start(urls, target, megabytes, digest)
            peak_mb = _peak_mb(process)
            seconds = time.monotonic() - started
            arrived = [file for file in target.rglob("*.tif") if file.stat().st_size == megabytes * 1_000_000]
            if process.returncode or len(arrived) != count:
                sys.exit(f"benchmark: {system} brought {len(arrived)} of {count} files")
            shutil.rmtree(target)
            rows.append(
                {
                    "system": system,
                    "files": count,
                    "mb_each": megabytes,
                    "quota_mb_s": limit or "none",
                    "seconds": seconds,
                    "mb_per_s": count * megabytes / seconds,
                    "peak_mb": peak_mb,
                }
            )
    return rows


def _start_ours(urls, target, megabytes, digest):
    """Start the worker with the job, as QGIS does; each file is verified by its MD5."""
    assets = {"B04": {"file:size": megabytes * 1_000_000, "file:checksum": f"d50110{digest}"}}
    rows = []
    for number, url in enumerate(urls):
        item = {
            "type": "Feature",
            "stac_version": "1.1.0",
            "id": f"scene-{number}",
            "geometry": {"type": "Polygon", "coordinates": [[[15, 45], [16, 45], [16, 46], [15, 45]]]},
            "properties": {"datetime": "2022-06-15T09:50:31Z", "platform": "sentinel-2a"},
            "links": [],
            "assets": {"B04": {"href": url, **assets["B04"]}},
        }
        rows.append(json.dumps({"scene": json.dumps(item)}))
    (target / "orders.jsonl").write_text("\n".join(rows) + "\n")
    request = {
        "scenes_path": str(target / "orders.jsonl"),
        "table_path": str(target / "files.jsonl"),
        "scenes_table_path": str(target / "scenes.jsonl"),
        "output_folder": str(target / "files"),
        "assets": ["B04"],
        "connections": CONNECTIONS,
    }
    worker = ROOT / "sentinel_toolkit" / "worker" / "__main__.py"
    command = [environments.worker_python(), "-I", "-X", "utf8", "-u", str(worker)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write((json.dumps({"job": "download_scenes", "request": request}) + "\n").encode())
    process.stdin.flush()  # and left open: its end would end the worker
    return process


def _start_curl(urls, target, _megabytes, _digest):
    """Start curl on the same files."""
    lines = [f'url = "{url}"\noutput = "{target}/{number}.tif"' for number, url in enumerate(urls)]
    (target / "urls").write_text("\n".join(lines) + "\n")
    # Without --parallel-immediate it waits to see whether the first connection could carry all.
    options = [
        "--fail",
        "--no-progress-meter",
        "--parallel",
        "--parallel-immediate",
        "--parallel-max",
        str(CONNECTIONS),
    ]
    return subprocess.Popen(["curl", *options, "--config", str(target / "urls")])


def _peak_mb(process):
    """Wait for a process; return the most memory that it had, in MB."""
    peak_kb = 0
    while process.poll() is None:
        with contextlib.suppress(OSError, IndexError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak_kb = max(peak_kb, int(status.split("VmHWM:")[1].split()[0]))
        time.sleep(0.02)
    return peak_kb / 1024
