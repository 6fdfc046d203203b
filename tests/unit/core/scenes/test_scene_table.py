"""Layers of scenes that are none."""

import pytest
from composites import composite

from sentinel_toolkit.contract.errors import InvalidRequestError


@pytest.mark.parametrize("line", ["null", "{}", "not json", '{"type": "Feature", "id": "x", "properties": {}}', "[]"])
def test_unrelated_layer_is_refused(tmp_path, line):
    (tmp_path / "s.jsonl").write_text(line + "\n")
    with pytest.raises(InvalidRequestError, match="scene column is no scene"):
        composite(str(tmp_path / "s.jsonl"), tmp_path / "o.tif")


def test_empty_input_is_refused(tmp_path):
    (tmp_path / "s.jsonl").write_text("")
    with pytest.raises(InvalidRequestError, match="holds no scene"):
        composite(str(tmp_path / "s.jsonl"), tmp_path / "o.tif")
