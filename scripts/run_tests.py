"""Run the checks: all of them, or those named.

scripts/test [lint] [unit] [qgis] [e2e] [gui] [package]    everything without a name
scripts/test campaign                                      the long ones, which CI does not run
python scripts/run_tests.py portable                       what needs neither QGIS nor the worker's libraries, on any
                                                           system, in the Python that has pytest and pytest-timeout
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__" and sys.argv[1:] != ["portable"]:
    environments.enter("system")

import itertools
import os
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = environments.ROOT
SHARED = ROOT.parent / "shared" / "data"


def pytest(name, folder, *more):
    """Return the command of a pytest run: a folder of tests, and files beside it, in the environment ``name``.

    None is the very Python that runs this.
    """
    python = environments.python_of(name) if name else sys.executable
    tests = ROOT / "tests"
    own = tests / folder / "pytest.ini"
    configuration = own if own.exists() else tests / "pytest.ini"
    start = [python, "-I", "-m", "pytest", "-c", str(configuration)]
    return [*start, "--confcutdir", str(tests), *(str(tests / part) for part in (folder, *more))]


def lint_commands():
    """Return the commands of the lint run."""
    python = environments.python_of("lint")
    qgis_side = [ROOT / "sentinel_toolkit" / part for part in ("contract", "runtime", "processing", "gui")]
    qgis_side += [ROOT / "sentinel_toolkit" / file for file in ("plugin.py", "settings.py", "paths.py")]
    return [
        [python, "-m", "ruff", "check", str(ROOT)],
        [python, "-m", "ruff", "format", "--check", "--quiet", str(ROOT)],
        [python, str(ROOT / "scripts" / "qt6check.py"), *map(str, qgis_side)],
        # Where the worker's libraries are seen, whose types it reads.
        [environments.python_of("worker"), "-m", "mypy", "--cache-dir", str(environments.tests_folder() / "mypy")],
    ]


# A file of tests stays on one core: its fixtures are made once.
ON_BOTH_CORES = ("-n", "2", "--dist", "loadfile")
OF_THE_REPOSITORY = ("test_architecture.py", "test_metadata.py")
PORTABLE = ("unit/contract", "unit/runtime", "unit/test_paths.py", "unit/test_translations.py", *OF_THE_REPOSITORY)

RUNS = {
    "lint": lint_commands,
    "unit": lambda: [
        [
            *pytest("worker", "unit", *OF_THE_REPOSITORY, "test_package.py", "test_plan_costs.py"),
            *ON_BOTH_CORES,
            *("-m", "not campaign"),
        ]
    ],
    "qgis": lambda: [pytest("qgis", "qgis")],
    "e2e": lambda: [[*pytest("worker", "e2e"), "-m", "not campaign"]],
    "gui": lambda: [[*pytest("worker", "gui"), "-m", "not campaign"]],
    "package": lambda: [[environments.python_of("lint"), str(ROOT / "scripts" / "build_zip.py"), "--check"]],
    "campaign": lambda: [
        pytest("worker", "campaign", "unit/runtime"),
        [*pytest("worker", "unit", "test_package.py", "e2e", "gui"), "-m", "campaign"],
    ],
    "portable": lambda: [[*pytest(None, *PORTABLE), "-m", "not worker_libraries"]],
}
ON_REQUEST = ("campaign", "portable")  # too long for CI; a part of unit
# Two cores have two rows of runs side by side. e2e and gui each go one by one; gui, which measures stalls, does not
# count the time for which others kept it waiting. unit gives way while e2e still runs, and has both cores afterwards.
SIDE_BY_SIDE = (("e2e",), ("gui", "unit"))
GIVING_WAY = ("nice", "-n", "10")
MAY_FAIL_WITH = {"package": {3}}  # build_zip.py: everything is right, but the publication data is still missing


def execute(name, is_live=True, start=()):
    """Run one and return (seconds, ok, its output); else than live, the output is printed at the end.

    ``start`` is what its commands are started by.
    """
    started = time.monotonic()
    ok, output = True, ""
    if is_live:
        print(f"\n== {name}", flush=True)
    # Without the second the hundreds of processes of the tests would each compile the same modules anew.
    left_out = ("SENTINEL_TOOLKIT_ENTERED", "PYTHONDONTWRITEBYTECODE")
    variables = {k: v for k, v in os.environ.items() if k not in left_out}
    # The system's Python first: QGIS takes its prefix from the first python3 on PATH.
    variables["PATH"] = os.pathsep.join(("/usr/bin", "/bin", variables.get("PATH", "")))
    if name == "campaign":
        variables["SENTINEL_TOOLKIT_MOMENTS"] = "60"  # of killing a worker
    variables["NUMBA_CACHE_DIR"] = str(environments.tests_folder() / "numba")
    for command in RUNS[name]():
        process = subprocess.Popen(
            [*start, *command], cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for line in process.stdout:
            output += line
            if is_live:
                print(line, end="", flush=True)
        ok &= process.wait() in {0, *MAY_FAIL_WITH.get(name, ())}
    if not is_live:
        print(f"\n== {name}\n{output}", end="", flush=True)
    return time.monotonic() - started, ok, output


def one_after_the_other(names, is_live):
    """Run some beside others; return the rows of ``main``."""
    return [(name, *execute(name, is_live, GIVING_WAY if name == "unit" else ())) for name in names]


def main(names):
    """Run the named runs and print what each took."""
    unknown = [name for name in names if name not in RUNS]
    if unknown:
        sys.exit(f"{unknown[0]}: no such run\n{__doc__}")
    wanted = names or [name for name in RUNS if name not in ON_REQUEST]
    sides = [[name for name in side if name in wanted] for side in SIDE_BY_SIDE]
    aside = set().union(*sides) if all(sides) else set()
    rows = [(name, *execute(name)) for name in dict.fromkeys(wanted) if name not in aside]
    if aside:
        with ThreadPoolExecutor(len(sides)) as pool:
            rows += itertools.chain(*pool.map(one_after_the_other, sides, [False, True]))
    skipped = sum(int(count) for *_, output in rows for count in re.findall(r"(\d+) skipped", output))
    print()
    for name, seconds, ok, _ in rows:
        print(f"{name:9} {seconds:6.1f} s  {'ok' if ok else 'FAILED'}")
    if not SHARED.is_dir():
        print(f"{skipped} tests skipped; ../shared/data, the real data, is absent")
    return 0 if all(ok for _, _, ok, _ in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
