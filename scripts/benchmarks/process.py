"""A measured process of a benchmark: how it is started with an order, and how it answers. Standard library alone."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent


def ask(python, script, variables, **order):
    """Run a script in a process of its own and return the rows with which it answers the order."""
    order["started"] = time.monotonic()
    command = [python, "-I", "-X", "utf8", str(SCRIPTS / script), json.dumps(order)]
    done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"benchmark: {script} failed with {done.returncode} on {order}")
    return json.loads(done.stdout.splitlines()[-1])


def answer(systems):
    """Answer the order that this process was started with: a system on little work to warm up, then on the real one.

    ``systems`` are functions by name: (path of the scenes, folder for the results) → rows.
    """
    order = json.loads(sys.argv[1])
    startup_seconds = time.monotonic() - order["started"]
    measure = systems[order["system"]]
    folder = Path(order["folder"])
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        measure(order["warm"], Path(scratch))
    rows = measure(order["scenes"], folder)
    print(json.dumps([{**row, "startup_seconds": startup_seconds} for row in rows]))


def timed(system, function, *arguments):
    """Return what a function returns, and the row of a system: its seconds, and the peak memory of the process.

    ``others_percent`` is what all other processes took of the processors meanwhile: much of it spoils the seconds.
    """
    busy, own, started = _busy_seconds(), time.process_time(), time.perf_counter()
    result = function(*arguments)
    seconds, own, busy = time.perf_counter() - started, time.process_time() - own, _busy_seconds() - busy
    others = max(0.0, busy - own) / (seconds * os.cpu_count())
    return result, {"system": system, "seconds": seconds, "peak_mb": _peak_mb(), "others_percent": 100 * others}


def _busy_seconds():
    """Return the seconds for which this computer's processors have worked, those taken by its host included."""
    user, nice, system, _idle, _waiting, *interrupts_and_steal = Path("/proc/stat").read_text().split()[1:9]
    ticks = map(int, (user, nice, system, *interrupts_and_steal))
    return sum(ticks) / os.sysconf("SC_CLK_TCK")


def _peak_mb():
    """Return the most memory that this process has had, in MB; not getrusage, which inherits that of the starter."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024
