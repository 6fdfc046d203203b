"""The commands of the tutorials name what there is; scripts/test campaign runs them (tests/e2e/test_tutorials.py)."""

import pytest
from shell_blocks import TUTORIALS, commands


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_commands_name_algorithms_and_parameters_that_exist(provider, page):
    asked = [words for words in commands(page) if words[:2] == ["qgis_process", "run"]]
    assert asked
    for _, _, algorithm, *given in asked:
        named = provider.algorithm(algorithm.removeprefix("sentinel_toolkit:"))
        assert named, algorithm
        known = {definition.name() for definition in named.parameterDefinitions()}
        names = {word[2:].partition("=")[0] for word in given if word.startswith("--")}
        assert names
        assert names <= known, (algorithm, names - known)
