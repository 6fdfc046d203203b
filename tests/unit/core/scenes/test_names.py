"""Names that become files."""

import pytest

from sentinel_toolkit.core.scenes import names
from sentinel_toolkit.core.scenes.manifests import local_path
from sentinel_toolkit.core.scenes.names import is_plain


@pytest.mark.parametrize(
    "name",
    ["CON", "nul.txt", "COM1.SAFE", "a.jp2.part", "a.part-facts", ".hidden", "dot.", "..", "", "x" * 300, "a/b", "ä"],
)
def test_names_that_become_no_files(name):
    assert not is_plain(name)
    assert is_plain(names.safe_name(name))
    assert local_path(f"https://h/Products(1)/Nodes({name})/Nodes(b.jp2)/$value") is None
