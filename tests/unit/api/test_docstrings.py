"""The examples in the docstrings of the face say what happens, in the order in which a notebook would run them."""

import doctest
import inspect

import sentinel_toolkit as st

ORDER = ("search", "statistics", "pair", "download", "composite", "stack", "composite_series", "time_series", "animate")
ORDER += ("import_lst", "sharpen", "save", "report")


def examples():
    finder = doctest.DocTestFinder(recurse=False)
    methods = [getattr(st.Scenes, name) for name in ("filter", "newest")]
    for what in (*(getattr(st, name) for name in ORDER), *methods):
        (found,) = finder.find(what, what.__name__, module=False)
        yield found


def test_examples_are_right(sample, tmp_path, monkeypatch):
    (tmp_path / "sample").symlink_to(sample)
    monkeypatch.chdir(tmp_path)
    known, runner = {}, doctest.DocTestRunner()
    for found in examples():
        assert found.examples, found.name
        found.globs = known
        runner.run(found, clear_globs=False)
        assert runner.summarize(verbose=False).failed == 0, found.name


def test_every_function_shows_one():
    functions = {name for name in st.__all__ if inspect.isfunction(getattr(st, name))}
    assert functions - set(ORDER) == {"login"}
