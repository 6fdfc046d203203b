"""Flags of Sentinel-3, and the cloud rules that are made of them."""

import numpy as np
from swaths import CLOUD

from sentinel_toolkit.core.swaths.gridding.flags import SwathFlags, bits_of, is_cloudy


def test_the_cloud_rules():
    confidence, bayes, cloud = np.zeros(4, np.uint16), np.zeros(4, np.uint8), np.zeros(4, np.uint16)
    confidence[0], bayes[1], cloud[2] = CLOUD, 2, 4
    from sentinel_toolkit.core.swaths.gridding.flags import BAYES, CONFIDENCE, Flags

    def rule(kind, with_bayes=True, processor=(6, 16)):
        flags = SwathFlags(
            Flags(confidence, CONFIDENCE),
            Flags(bayes, BAYES) if with_bayes else None,
            Flags(cloud, {}),
            processor,
        )
        return is_cloudy(flags, kind)[0].tolist()

    assert rule("none") == [False] * 4
    assert rule("summary") == [True, False, False, False]
    assert rule("bayesian") == [False, True, False, False]
    assert rule("strict") == [True, True, True, False]
    assert rule("auto") == [True, True, False, False]
    assert rule("auto", with_bayes=False, processor=(6, 20)) == [True, False, False, False]
    assert rule("auto", with_bayes=False, processor=(6, 16)) == [True, False, True, False]  # summary was not safe yet
    assert rule("auto", with_bayes=False, processor=None) == [True, False, True, False]


def test_bits_are_those_that_the_file_names():
    assert bits_of([4, 8], "summary_cloud day", {"day": 1}) == {"summary_cloud": 4, "day": 8}
    assert bits_of(None, None, {"day": 1}) == {"day": 1}
