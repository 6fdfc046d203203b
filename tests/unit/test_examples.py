"""The examples in the docstrings of the pure rooms say what happens."""

import doctest
import importlib

import numpy as np
import pytest
from test_architecture import FILES, PACKAGE, PURE, ROOT, part_of


def _modules():
    for file in FILES:
        path = file.relative_to(ROOT / PACKAGE).with_suffix("").as_posix()
        room = part_of(path).removeprefix("core/")
        if room in (*PURE, "drawing") and file.name != "__init__.py":
            yield room, f"{PACKAGE}.{path.replace('/', '.')}"


MODULES = list(_modules())


@pytest.mark.parametrize("name", [name for _, name in MODULES])
def test_examples_are_right(name):
    with np.printoptions(legacy=False):
        assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_every_pure_room_shows_examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    shown = {
        room for room, name in MODULES if any(test.examples for test in finder.find(importlib.import_module(name)))
    }
    assert set(PURE) <= shown
