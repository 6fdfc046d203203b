"""Forty tiles on a cluster of which workers and the client are killed twenty times."""

import cluster_kills
import pytest

pytestmark = pytest.mark.campaign


@pytest.mark.timeout(900)
def test_twenty_kills_in_a_run_of_forty_tiles(tmp_path):
    counts = cluster_kills.run(tmp_path, tiles=40, kills=20, workers=3)
    print(counts)
    assert (counts.workers, counts.clients) == (14, 6)
