"""Addresses of object storage: which are taken, and what is said of others."""

import pytest

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest, MedianCompositeRequest
from sentinel_toolkit.contract.object_addresses import object_address
from sentinel_toolkit.contract.targets import refuse_unfit


@pytest.mark.parametrize(
    ("text", "bucket", "prefix"),
    [
        ("s3://maps", "maps", ""),
        ("s3://maps/", "maps", ""),
        ("s3://maps/europe/2024", "maps", "europe/2024"),
        ("s3://maps/europe/2024/", "maps", "europe/2024"),
        ("s3://Old_Bucket.name/größe", "Old_Bucket.name", "größe"),
    ],
)
def test_addresses(text, bucket, prefix):
    assert object_address("OUTPUT_FOLDER", text) == (bucket, prefix)
    request = CompositeSeriesRequest(scenes_path="s", output_folder=text)
    assert request.extras == ("objects",)
    assert request.made == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("s3://", "names no bucket"),
        ("s3:///europe", "names no bucket"),
        ("s3:/maps/europe", "names no bucket"),
        ("s3:maps", "names no bucket"),
        ("S3://maps", "names no bucket"),
        ("s3://a/europe", "no bucket can be called that"),
        ("s3://-maps/europe", "no bucket can be called that"),
        ("s3://127.0.0.1:9000/maps", "no bucket can be called that"),
        ("s3://maps//europe", "between single slashes"),
        ("s3://maps/../other", "between single slashes"),
        ("s3://maps/a?versionId=1", "between single slashes"),
        ("s3://maps/a b", "between single slashes"),
        ("s3://maps/" + "a" * 701, "longer than 700"),
        ("s3://AKIASOMEBODY:secret@maps/a", "holds a user name or keys"),
        ("gs://maps/a", "where nothing can be written"),
        ("https://maps.s3.amazonaws.com/a", "where nothing can be written"),
        ("https://me:secret@example.org/a", "holds a user name or keys"),
    ],
)
def test_what_is_no_address_of_a_folder(text, words):
    with pytest.raises(InvalidRequestError, match=words) as caught:
        CompositeSeriesRequest(scenes_path="s", output_folder=text)
    assert caught.value.hint
    assert "secret" not in str(caught.value).replace("AWS_SECRET_ACCESS_KEY", "")


@pytest.mark.parametrize("folder", ["/home/me@work/a", "s3", "C:\\maps", "C:/maps", "./s3/maps"])
def test_folders_of_disks_stay_folders(folder):
    request = CompositeSeriesRequest(scenes_path="s", output_folder=folder)
    assert request.extras == ()
    assert [target.path for target in request.made] == [folder]


def test_other_jobs_make_no_folder_that_is_called_like_a_bucket():
    (target,) = MedianCompositeRequest(scenes_path="s", output="s3://maps/a.tif").made
    with pytest.raises(InvalidRequestError, match=r"OUTPUT is 's3://maps/a.tif', where nothing can be written"):
        refuse_unfit(target)
