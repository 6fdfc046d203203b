"""Maps that wait on the disk."""

import subprocess
import sys

import pytest

FULL_DISK = """
import resource, sys
sys.path[:0] = {path!r}
from pathlib import Path
import numpy as np
from sentinel_toolkit.contract.errors import RasterError
from sentinel_toolkit.core.rasters.row_store import RowStore
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with RowStore(Path({folder!r}), {width}) as store:
        for row in range(200):
            store.write(row, 0, np.zeros((1, {width})))
except RasterError as error:
    print("refused:", error)
"""


@pytest.mark.posix
@pytest.mark.parametrize("width", [500, 3000])
def test_a_full_disk_is_told_in_words(tmp_path, width):
    """Rows that are shorter than Python's buffer, too: what is left in it fails again when the file is closed."""
    code = FULL_DISK.format(path=sys.path, folder=str(tmp_path), width=width)
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=100)
    assert done.stdout.startswith("refused: The maps cannot be kept while they are worked on: File too large."), done
