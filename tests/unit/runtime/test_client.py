"""The pipe, against workers of a few lines that behave as they are told, and against the real one."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import windows

from sentinel_toolkit import paths
from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError, WorkerCrashError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.jobs import JOBS, Job
from sentinel_toolkit.contract.staging import part_folder
from sentinel_toolkit.runtime.client import run_job
from sentinel_toolkit.runtime.environment import worker_variables

FAKE = """
import json, os, signal, sys, time
job = json.loads(sys.stdin.readline())
def say(event, **fields): print(json.dumps({"event": event, **fields}), flush=True)
target = job["request"]["output"]
part = os.path.join(os.path.dirname(target), "." + os.path.basename(target) + f".part-{os.getpid()}-{os.environ['SENTINEL_TOOLKIT_JOB']}")
"""


@dataclass(frozen=True)
class FakeRequest:
    output: str

    @property
    def targets(self):
        return (self.output,)


@dataclass(frozen=True)
class FakeResult:
    answer: object


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Return a function that runs a worker with the given behaviour."""

    def run(behaviour, cancel_after=None, **options):
        script = tmp_path / "fake.py"
        script.write_text(FAKE + behaviour, "utf-8")
        monkeypatch.setattr(paths, "WORKER_MAIN", script)
        started = time.monotonic()
        seen = []
        (tmp_path / "out").mkdir(exist_ok=True)
        result = run_job(
            Job("fake", "", FakeRequest, FakeResult, ""),
            FakeRequest(str(tmp_path / "out" / "o.tif")),
            sys.executable,
            seen.append,
            lambda: cancel_after is not None and time.monotonic() - started > cancel_after,
            **options,
        )
        return result, seen, time.monotonic() - started

    return run


def left_behind(tmp_path):
    return list((tmp_path / "out").iterdir())


def test_events_and_result_arrive(fake):
    result, seen, _ = fake(
        'say("progress", fraction=0.5, text="half")\nsay("note", text="ä", warning=True)\nsay("result", values={"answer": 42})'
    )
    assert result == FakeResult(42)
    assert [event.text for event in seen] == ["half", "ä"]


def test_an_error_crosses_as_itself(fake):
    with pytest.raises(InvalidRequestError, match="no Use yes"):
        fake('say("failure", error="InvalidRequestError", message="no", hint="Use yes")')


def test_a_bug_crosses_with_its_traceback(fake):
    with pytest.raises(ToolkitError, match=r"(?s)Internal error: KeyError.*bug.*line 7"):
        fake('say("failure", error="", message="KeyError", traceback="line 7")')


@pytest.mark.posix
def test_a_crash_names_the_signal_and_the_last_words(fake, tmp_path):
    with pytest.raises(WorkerCrashError, match=r"(?s)signal 11, SIGSEGV.*about to die") as caught:
        fake('os.mkdir(part)\nprint("about to die", file=sys.stderr, flush=True)\nos.kill(os.getpid(), signal.SIGSEGV)')
    assert "Its last words" in caught.value.hint
    assert not left_behind(tmp_path)


@pytest.mark.worker_libraries
def test_no_secret_is_in_what_a_worker_says(tmp_path):
    """A folder that is named as the password stands for whatever repeats it: nothing leaves the worker unlooked at."""
    password = "p4 ss/wörd"
    request = SearchScenesRequest(source="folder", folder=f"/nowhere/{password}", table_path=str(tmp_path / "t"))
    secrets = {"login": {"username": "me", "password": password}}
    with pytest.raises(InvalidRequestError, match=r"'/nowhere/\*\*\*' does not exist"):
        run_job(JOBS["search_scenes"], request, sys.executable, print, lambda: False, secrets)


def test_no_secret_is_in_the_last_words_of_one(fake):
    secrets = {
        "login": {"username": "me", "password": "p4ssword", "headers": {"Authorization": "Bearer t0ken"}},
        "variables": {"https_proxy": "http://you:0ther%2F@proxy:1"},
    }
    with pytest.raises(WorkerCrashError) as caught:
        fake("print(json.dumps(job), file=sys.stderr, flush=True)\nsys.exit(3)", secrets=secrets)
    assert "https_proxy" in caught.value.hint
    assert not [word for word in ("p4ssword", "t0ken", "0ther", "you:") if word in caught.value.hint]


@pytest.mark.posix
def test_a_worker_that_is_killed_from_outside_most_likely_had_no_memory(fake):
    with pytest.raises(WorkerCrashError, match=r"SIGKILL: .*the memory ran out\)\. Lower MEMORY_LIMIT"):
        fake("os.kill(os.getpid(), signal.SIGKILL)")


@pytest.mark.linux
def test_a_signal_without_a_name_is_a_crash_too(fake):
    with pytest.raises(WorkerCrashError, match=r"\(signal 40\)"):
        fake("os.kill(os.getpid(), 40)")


@pytest.mark.posix
def test_what_a_worker_behind_a_launcher_left_is_found(fake, tmp_path, monkeypatch):
    """As on Windows, where a virtual environment's python.exe starts another: the client knows the launcher's id."""
    launcher = tmp_path / "bin" / "python"
    launcher.parent.mkdir()
    launcher.write_text(f'#!/bin/sh\n"{sys.executable}" "$@"\nexit 3\n')
    launcher.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(launcher))
    with pytest.raises(WorkerCrashError, match="exit code 3"):
        fake(f"""
sys.path[:0] = {sys.path!r}
from sentinel_toolkit.contract import staging
with staging.staged(target) as folder:
    (folder / "half").write_text("x")
    assert str(os.getpid()) in folder.name and os.getpid() != os.getppid()
    os.kill(os.getpid(), signal.SIGKILL)""")
    assert not left_behind(tmp_path)


def test_a_hidden_folder_that_cannot_be_deleted_is_a_warning(fake, tmp_path, monkeypatch):
    monkeypatch.setattr("sentinel_toolkit.contract.staging.discard", lambda folder: None)
    result, seen, _ = fake('os.mkdir(part)\nsay("result", values={"answer": 1})')
    (left,) = left_behind(tmp_path)
    assert result.answer == 1
    assert [(event.text, event.warning) for event in seen] == [
        (f"The hidden folder {left} could not be deleted. The next job there tries again.", True)
    ]


def test_on_windows_a_worker_has_no_window_and_no_group(fake, monkeypatch):
    flags, popen = [], subprocess.Popen

    def record(command, *, creationflags, **options):
        assert "start_new_session" not in options
        flags.append(creationflags)
        return popen(command, **options)

    windows.emulate(monkeypatch)
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(subprocess, "Popen", record)
    monkeypatch.setattr(os, "killpg", lambda *_: pytest.fail("Windows has no groups"), raising=False)
    result, _, seconds = fake("time.sleep(60)", cancel_after=0.3)
    assert result is None
    assert flags == [0x08000000]
    assert 1.5 < seconds < 4, "asked first, then ended"


def test_an_exit_without_a_word_is_a_crash(fake):
    with pytest.raises(WorkerCrashError, match="exit code 3"):
        fake("sys.exit(3)")


@pytest.mark.posix
def test_a_line_cut_off_by_a_crash_is_a_crash(fake):
    with pytest.raises(WorkerCrashError, match="signal 9"):
        fake('sys.stdout.write(\'{"event": "pro\'); sys.stdout.flush(); os.kill(os.getpid(), signal.SIGKILL)')


def test_a_flood_on_stderr_does_not_block(fake):
    result, _, _ = fake('sys.stderr.write("x" * 5_000_000)\nsys.stderr.flush()\nsay("result", values={"answer": 1})')
    assert result.answer == 1


def test_cooperative_cancel_is_a_return(fake):
    result, _, seconds = fake('assert sys.stdin.readline().strip() == "cancel"\nsay("cancelled")', cancel_after=0.2)
    assert result is None
    assert seconds < 1


@pytest.mark.posix
@pytest.mark.parametrize(("stubborn", "limit"), [("", 2.5), ("signal.signal(signal.SIGTERM, signal.SIG_IGN)\n", 4.0)])
def test_deaf_worker_is_ended_by_force(fake, tmp_path, stubborn, limit):
    pid_file = tmp_path / "pid"
    behaviour = f'{stubborn}os.mkdir(part)\nopen({str(pid_file)!r}, "w").write(str(os.getpid()))\ntime.sleep(60)'
    result, _, seconds = fake(behaviour, cancel_after=0.3)
    assert result is None
    assert seconds < limit
    assert not left_behind(tmp_path)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


def test_worker_that_does_not_read_can_be_cancelled(tmp_path, monkeypatch):
    """A request larger than the pipe's buffer must not block the cancel."""
    script = tmp_path / "deaf.py"
    script.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(paths, "WORKER_MAIN", script)
    started = time.monotonic()
    job = Job("fake", "", FakeRequest, FakeResult, "")
    result = run_job(job, FakeRequest("x" * 1_000_000), sys.executable, print, lambda: time.monotonic() - started > 0.3)
    assert result is None
    assert time.monotonic() - started < 4


@pytest.mark.linux
def test_children_of_a_worker_die_with_it(fake, tmp_path):
    pid_file = tmp_path / "pid"
    child = f'import subprocess\nc = subprocess.Popen(["sleep", "60"])\nopen({str(pid_file)!r}, "w").write(str(c.pid))\ntime.sleep(60)'
    fake(child, cancel_after=0.4)
    time.sleep(0.1)
    state = Path(f"/proc/{pid_file.read_text()}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.linux
def test_secrets_go_by_stdin_alone(fake, tmp_path):
    report = tmp_path / "seen.json"
    behaviour = f"""
seen = {{"argv": open("/proc/self/cmdline").read(), "env": open("/proc/self/environ").read(), "stdin": job["secrets"]}}
open({str(report)!r}, "w").write(json.dumps(seen))
say("result", values={{"answer": 1}})"""
    fake(behaviour, secrets={"password": "hunter2"}, variables={"HARMLESS": "1"})
    seen = json.loads(report.read_text())
    assert seen["stdin"] == {"password": "hunter2"}
    assert "hunter2" not in seen["argv"] + seen["env"]
    assert "HARMLESS=1" in seen["env"]


def test_poisoned_environment_does_not_reach_the_worker(fake, tmp_path, monkeypatch):
    poison = (
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONEXECUTABLE",
        "PROJ_DATA",
        "PROJ_LIB",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "GDAL_SKIP",
        "GDAL_NUM_THREADS",
        "CPL_DEBUG",
        "OGR_SKIP",
        "PROJ_NETWORK",
        "NUMBA_NUM_THREADS",
        "NUMBA_DISABLE_JIT",
        "MPLBACKEND",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
    )
    report = tmp_path / "seen"
    for name in poison:
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/ca.pem")
    monkeypatch.setenv("GDAL_CONFIG_FILE", "/nowhere/gdalrc")
    monkeypatch.setenv("GDAL_HTTP_PROXY", "proxy.example:3128")
    fake(f'open({str(report)!r}, "w").write(json.dumps(dict(os.environ)))\nsay("result", values={{"answer": 1}})')
    seen = json.loads(report.read_text())
    assert not {*poison, "SSL_CERT_FILE"} & set(seen)
    assert "PATH" in seen
    assert seen["GDAL_CONFIG_FILE"] == os.devnull, "else GDAL takes the gdalrc of the user's home"
    assert seen["GDAL_HTTP_PROXY"] == "proxy.example:3128", "the network is the user's"


def test_missing_interpreter_is_named(tmp_path):
    with pytest.raises(WorkerCrashError, match="could not be started"):
        run_job(JOBS["stack_bands"], FakeRequest("x"), str(tmp_path / "python"), print, lambda: False)


# The real worker.


def real(request, **options):
    return run_job(
        JOBS["median_composite"],
        request,
        sys.executable,
        options.pop("emit", lambda event: None),
        lambda: False,
        **options,
    )


@pytest.mark.worker_libraries
def test_the_real_worker_answers(tmp_path):
    scenes = tmp_path / "s.jsonl"
    scenes.write_text("null\n")
    with pytest.raises(InvalidRequestError, match="scene column is no scene"):
        real(MedianCompositeRequest(scenes_path=str(scenes), output=str(tmp_path / "o.tif")))


@pytest.mark.worker_libraries
def test_a_missing_table_is_refused_by_name(tmp_path):
    with pytest.raises(InvalidRequestError, match=r"INPUT '.*gone' is not there"):
        real(MedianCompositeRequest(scenes_path=str(tmp_path / "gone"), output=str(tmp_path / "o.tif")))


@pytest.mark.worker_libraries
def test_a_settings_file_of_gdal_does_not_reach_the_worker(tmp_path, monkeypatch):
    """Neither one that a variable names nor the one in the user's home: it could take GeoTIFF itself away."""
    (tmp_path / ".gdal").mkdir()
    (tmp_path / ".gdal" / "gdalrc").write_text("[configoptions]\nGDAL_SKIP=GTiff\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GDAL_SKIP", "GTiff")
    monkeypatch.setenv("NUMBA_NUM_THREADS", "9999")
    code = (
        "import numba, rasterio; from rasterio.drivers import raster_driver_extensions; "
        "print(raster_driver_extensions().get('tif'), numba.config.NUMBA_NUM_THREADS)"
    )
    environment = worker_variables(sys.executable)
    said = subprocess.run([sys.executable, "-I", "-c", code], env=environment, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    assert said.stdout.split()[0] in ("GTiff", "COG")
    assert said.stdout.split()[1] != "9999"


WORKER = [sys.executable, "-I", "-X", "utf8", "-u", str(paths.WORKER_MAIN)]


def talk(command, line):
    """Send one line and keep stdin open, as a parent that lives does; return stdout, stderr and the exit code."""
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        process.stdin.write(line)
        process.stdin.flush()
        return process.stdout.read(), process.stderr.read(), process.wait(30)


def test_stdout_is_claimed():
    """Whatever a library prints, from Python or C, goes to stderr; events alone to stdout."""
    code = f"""
import runpy, sys, os
sys.argv = ["x"]
import importlib.util
spec = importlib.util.spec_from_file_location("sentinel_toolkit", {str(paths.PACKAGE / "__init__.py")!r}, submodule_search_locations=[{str(paths.PACKAGE)!r}])
module = importlib.util.module_from_spec(spec); sys.modules["sentinel_toolkit"] = module; spec.loader.exec_module(module)
from sentinel_toolkit.worker import main
def noisy(line, report):
    print("python noise"); os.system("echo c noise"); os.write(1, b"raw noise\\n")
    from sentinel_toolkit.contract import events
    return events.Result({{}})
main._run = noisy
sys.exit(main.main())
"""
    stdout, stderr, _ = talk([sys.executable, "-I", "-c", code], "{}\n")
    assert stdout == '{"event": "result", "values": {}}\n'
    assert all(noise in stderr for noise in ("python noise", "c noise", "raw noise"))


@pytest.mark.parametrize("line", ["\n", "not json\n", '{"job": "unknown", "request": {}}\n', "[]\n"])
def test_nonsense_on_stdin_is_a_protocol_error(line):
    stdout, _, code = talk(WORKER, line)
    assert code == 1
    assert json.loads(stdout)["error"] == "ProtocolError"


def test_stdin_that_was_closed_at_once_is_a_dead_parent():
    done = subprocess.run(WORKER, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")


def test_the_worker_dies_with_its_parent(tmp_path):
    """End of file on stdin: part folders go first, then the process."""
    code = f"""
import sys, time
sys.path[:0] = {sys.path!r}
from sentinel_toolkit.contract import staging
from sentinel_toolkit.worker import main
def hang(line, report):
    with staging.staged({str(tmp_path / "o.tif")!r}) as folder:
        (folder / "half").write_text("x" * 1000)
        print("ready", file=sys.stderr, flush=True)
        time.sleep(60)
main._run = hang
main.main()
"""
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stdin.write("{}\n")
    process.stdin.flush()
    assert process.stderr.readline() == "ready\n"
    assert part_folder(tmp_path / "o.tif", process.pid).is_dir()
    started = time.monotonic()
    process.stdin.close()
    process.wait(5)
    assert time.monotonic() - started < 1
    assert not list(tmp_path.iterdir())
    process.stdout.close()
    process.stderr.close()


FOLDERS = """
import json, os, signal, sys
sys.path[:0] = {path!r}
from sentinel_toolkit.contract import staging
request = json.loads(sys.stdin.readline())["request"]
for place in {places!r}:
    part = staging.part_folder(place, os.getpid(), os.environ[staging.KNOWN_BY])
    os.makedirs(part)
    staging.mark(part)
    (part / "half").write_text("x")
os.kill(os.getpid(), signal.SIGKILL)
"""
SERIES = {"rasters_path": "r.jsonl", "table_path": "t.jsonl", "layers_path": "l.jsonl"}


@pytest.mark.linux
@pytest.mark.parametrize(
    ("job", "fields", "places"),
    [
        ("composite_series", {"output_folder": "out"}, ["out/2023-01.tif", "out/2023-01.vrt", "out/index.html"]),
        ("import_sentinel3", {"sen3": "p.SEN3", "output_folder": "out"}, ["out/pass.tif"]),
        (
            "ndvi_animation",
            {"output": "o.gif", "pictures_folder": "pictures", "frames_folder": "frames", **SERIES},
            ["o.gif", "pictures/ndvi_animation-pictures", "frames/ndvi_animation-rasters"],
        ),
        ("index_time_series", {"rasters_path": "r.jsonl", "output_html": "o.html"}, ["o.html"]),
        ("scene_statistics", {"output_html": "o.html"}, ["o.html"]),
        ("download_scenes", {"output_folder": "out"}, ["out/scene.json"]),
        (
            "thermal_sharpening",
            {"lst": "l.tif", "ndvi": "n.tif", "output": "o.tif", "uncertainty": "u.tif", "output_html": "o.html"},
            ["o.tif", "u.tif", "o.html"],
        ),
        ("median_composite", {"output": "o.tif", "output_rgb": "r.tif"}, ["o.tif", "r.tif"]),
        ("stack_bands", {"output": "o.tif", "picture": "o.png"}, ["o.tif", "o.png"]),
    ],
)
def test_a_killed_job_leaves_no_part_folder_wherever_it_works(tmp_path, monkeypatch, job, fields, places):
    monkeypatch.chdir(tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    places = [str(work / place) for place in places]
    (tmp_path / "fake.py").write_text(FOLDERS.format(path=sys.path, places=places), "utf-8")
    monkeypatch.setattr(paths, "WORKER_MAIN", tmp_path / "fake.py")
    request = JOBS[job].request(**{name: str(work / value) for name, value in fields.items()})
    with pytest.raises(WorkerCrashError, match="signal 9"):
        run_job(JOBS[job], request, sys.executable, lambda _event: None, lambda: False)
    assert not [path for path in work.rglob("*") if path.name == "half" or path.name.startswith(".")]


def ended_process():
    """Return the id of a process that has ended; nothing holds it any more, which on Windows would keep it known."""
    process = subprocess.Popen([sys.executable, "-I", "-c", ""])
    process.wait()
    return process.pid


def test_the_next_job_sweeps_what_a_killed_one_left(tmp_path):
    from sentinel_toolkit.contract import staging

    dead = ended_process()
    ours = part_folder(tmp_path / "o.tif", os.getpid())
    for folder in (part_folder(tmp_path / "a.tif", dead), ours, tmp_path / "precious.part-1"):
        folder.mkdir()
    unsaid = part_folder(tmp_path / "b.tif", dead)
    unsaid.mkdir()
    (unsaid / staging.HOST_MARK).touch()  # killed between opening its mark and writing it
    staging.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([ours.name, "precious.part-1"])


def test_parts_of_other_computers_are_left_alone(tmp_path):
    from sentinel_toolkit.contract import staging

    foreign = part_folder(tmp_path / "o.tif", 4_000_000)
    foreign.mkdir()
    (foreign / staging.HOST_MARK).write_text("another computer")
    staging.sweep(tmp_path)
    assert foreign.is_dir()
    long_ago = time.time() - staging.ABANDONED_S - 1
    os.utime(foreign / staging.HOST_MARK, (long_ago, long_ago))
    staging.sweep(tmp_path)
    assert not foreign.exists(), "after a day without a write it is abandoned"


def test_nothing_half_made_is_published(tmp_path):
    from sentinel_toolkit.contract import publishing, staging
    from sentinel_toolkit.contract.report import Report

    target = tmp_path / "o.tif"
    with contextlib.suppress(RuntimeError), staging.staged(target) as folder:
        (folder / "o.tif").write_text("half")
        raise RuntimeError
    assert not list(tmp_path.iterdir())
    with staging.staged(target) as folder:
        for name in ("o.tif", "o.json", ".scratch.tif"):
            (folder / name).write_text("whole")
        publishing.publish(folder, target, Report())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.json", "o.tif"]


MOMENTS = int(os.environ.get("SENTINEL_TOOLKIT_MOMENTS", "4"))  # the campaign takes more


@pytest.mark.worker_libraries
@pytest.mark.linux
def test_killed_at_any_moment_nothing_is_left(tmp_path):
    """kill -9 at moments all through a real composite: no output, no leftovers, and the next job is well."""
    import make_sample
    from scenes import scenes_file

    scenes = scenes_file(make_sample.make() / "sentinel-2", tmp_path / "s.jsonl")
    out = tmp_path / "out"
    out.mkdir()
    request = MedianCompositeRequest(scenes_path=scenes, output=str(out / "o.tif"), bands=("B04",), resolution_m=20)
    whole = float("inf")
    for _ in range(2):  # the first one may have kernels to compile
        started = time.monotonic()
        real(request)
        whole = min(whole, time.monotonic() - started)
        for path in out.iterdir():
            path.unlink()
    killed = 0
    for moment in range(MOMENTS):
        moment_s = whole * (moment + 0.5) / MOMENTS
        killer = threading.Timer(moment_s, lambda: [_kill(pid) for pid in _children(os.getpid())])
        killer.start()
        try:
            real(request)
        except WorkerCrashError as error:
            killed += 1
            assert "signal 9" in str(error)
            assert not list(out.iterdir())
        finally:
            killer.cancel()
            killer.join()
        for path in out.iterdir():
            assert not path.name.startswith(".")
            path.unlink()
    assert killed >= MOMENTS // 2


def _children(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _kill(pid):
    with contextlib.suppress(ProcessLookupError, ValueError):
        if b"worker/__main__.py" in Path(f"/proc/{pid}/cmdline").read_bytes():
            os.kill(int(pid), signal.SIGKILL)
