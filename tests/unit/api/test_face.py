"""What ``import sentinel_toolkit as st`` gives, and what it does not load."""

import subprocess
import sys
import time

import pytest

import sentinel_toolkit as st
from sentinel_toolkit.contract.errors import ERRORS


def test_names_are_there_when_they_are_asked_for():
    for name in st.__all__:
        assert getattr(st, name) is not None
        assert name in dir(st)
    assert {name for name, error in ERRORS.items() if getattr(st, name, None) is error} >= {
        *("ToolkitError", "InvalidRequestError", "NoScenesError", "CatalogueUnavailableError"),
        *("AuthenticationError", "DownloadError", "UnreadableRasterError", "NoOverlapError", "UnreliableFitError"),
    }
    with pytest.raises(AttributeError, match="has no attribute 'serach'"):
        st.serach  # noqa: B018


def test_the_import_loads_nothing_compiled_and_takes_no_time():
    code = (
        "import sys, time; before = set(sys.modules); begun = time.perf_counter(); import sentinel_toolkit as st; "
        "print(time.perf_counter() - begun); "
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names))"
    )
    folder = str(sys.modules["sentinel_toolkit"].__file__).rpartition("/sentinel_toolkit/")[0]
    taken = []
    for _ in range(5):
        begin = f"import sys; sys.path.insert(0, {folder!r}); "
        done = subprocess.run([sys.executable, "-I", "-c", begin + code], capture_output=True, text=True, check=True)
        seconds, loaded = done.stdout.splitlines()
        assert loaded.split() == ["sentinel_toolkit"]
        taken.append(float(seconds))
        time.sleep(0.05)
    assert min(taken) < 0.02


def test_help_shows_the_keywords_of_the_request():
    import inspect

    shown = inspect.signature(st.composite).parameters
    assert list(shown)[:2] == ["scenes", "area"]
    assert {"bands", "method", "resolution", "mask_classes", "grow_mask", "crs"} <= set(shown)
    assert shown["method"].default == "median"
    assert "scenes_path" not in shown
    assert "output" not in shown


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: st.search(max_clod=40), "Did you mean max_cloud?"),
        (lambda: st.search("sentinel-2-l2a", (1, 2, 3, 4), "2023", "2024", max_cloud="much"), "no number"),
        (lambda: st.search("sentinel-2-l2a", (1, 2, 3, 4), "2023", "2024", max_cloud=4, max_cloud_percent=5), "twice"),
        (lambda: st.composite(area=None), "composite needs scenes"),
        (lambda: st.composite(1, 2, 3), "too many positional"),
        (lambda: st.search("sentinel-2-l2a", (1, 2, 3, 4), "2023-13", "2024"), "no date"),
        (lambda: st.search("sentinel-2-l2a", None, "2023", "2024"), "No area is given"),
    ],
)
def test_a_wrong_call_is_told_in_words_and_never_a_type_error(call, words):
    with pytest.raises(st.InvalidRequestError) as caught:
        call()
    assert words in str(caught.value)
