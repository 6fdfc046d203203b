import dataclasses
import json
import math
from pathlib import Path

import pytest

from sentinel_toolkit.contract import events, series
from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import ERRORS, InvalidRequestError, ProtocolError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest, StackBandsRequest, parse_bands
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.requests import decode, encode


@pytest.mark.parametrize(
    "request_",
    [
        SearchScenesRequest(source="folder", folder="/scenes", tiles=("33TWL",)),
        MedianCompositeRequest(output="a.tif", bands=("B04",), aoi_wkt="POLYGON EMPTY", aoi_crs="EPSG:4326"),
        StackBandsRequest(output="ä b.tif", picture="p.png"),
    ],
)
def test_request_survives_json(request_):
    assert decode(type(request_), json.loads(json.dumps(encode(request_)))) == request_


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"output": "a.jpg"}, "'.jpg' does not fit. Use .tif"),
        ({"output": "a.tif", "bands": ()}, "BANDS is empty"),
        ({"output": "a.tif", "bands": ("B10",)}, "BANDS holds 'B10'. Use some of: B01, B02"),
        ({"output": "a.tif", "bands": ("B04", "B04")}, "names a value twice"),
        ({"output": "a.tif", "mask_classes": ("none", "snow")}, "none beside others"),
        ({"output": "a.tif", "mask_classes": ("clouds",)}, "MASK_CLASSES holds 'clouds'"),
        ({"output": "a.tif", "resolution_m": 0}, "RESOLUTION is 0"),
        ({"output": "a.tif", "resolution_m": math.nan}, "RESOLUTION is nan"),
        ({"output": "a.tif", "method": "mode"}, "METHOD is 'mode'. Use one of: median"),
        ({"output": "a.tif", "aoi_wkt": "POLYGON EMPTY"}, "no coordinate system"),
        ({"output": "a.tif", "colour": "red"}, "no field 'colour'"),
    ],
)
def test_bad_composite_request_is_refused_in_words(fields, words):
    with pytest.raises(InvalidRequestError, match="(?s)") as caught:
        decode(MedianCompositeRequest, fields)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": "2023-06-01", "end": "2023-05-01"}, "START 2023-06-01 is after END 2023-05-01"),
        ({"start": "01/05/2023", "end": "2023-06-01"}, "'01/05/2023', which is no date"),
        ({"start": "2023-05-01", "end": ""}, "START and END are needed"),
        ({"start": "2023-05-01", "end": "2023-06-01", "aoi_wkt": ""}, "No area is given"),
        ({"source": "folder"}, "no FOLDER is given"),
        ({"source": "stac"}, "needs ENDPOINT and COLLECTION"),
        ({"endpoint": "file:///etc"}, "is no URL"),
        ({"endpoint": "http://[::1"}, "ENDPOINT 'http://[::1' is no URL. Write it as https://"),
        ({"endpoint": "https://host:port/v1"}, "is no URL"),
        ({"endpoint": "https://host:99999/v1"}, "is no URL"),
        ({"endpoint": "https://me:secret@[host"}, "ENDPOINT holds a user name or password"),
        ({"endpoint": "https://host /v1"}, "is no URL"),
        ({"start": "20230501"}, "START is '20230501', which is no date. Write it as 2023-05-01"),
        ({"start": "2023-W18-1"}, "which is no date"),
        ({"max_cloud_percent": 101}, "MAX_CLOUD is 101"),
        ({"local_time": "9-15"}, "such as 09:00-15:00"),
        ({"relative_orbits": ("R79",)}, "RELATIVE_ORBITS holds 'R79'"),
        ({"source": "scihub"}, "SOURCE is 'scihub'"),
    ],
)
def test_bad_search_is_refused_in_words(fields, words):
    good = {"start": "2023-05-01", "end": "2023-06-01", "aoi_wkt": "POLYGON EMPTY", "aoi_crs": "EPSG:4326"}
    with pytest.raises(InvalidRequestError) as caught:
        decode(SearchScenesRequest, {**good, **fields})
    assert words in str(caught.value)


WRONG = {
    "str": (None, 5, 0.5, True, b"x", ["x"], {"a": 1}, "a\0b"),
    "int": (None, "5", 0.5, True, [5], math.nan, math.inf),
    "float": (None, "0.5", True, [0.5], {}, 1j),
    "float | None": ("0.5", True, [0.5]),
    "bool": (None, "yes", 1, 0.0, []),
    "tuple[str, ...]": (None, "B04,B08", 5, ["B04", None], (4,), {"B04"}, [["B04"]], ["a\0b"]),
}


@pytest.mark.parametrize("name", JOBS)
def test_values_of_wrong_types_are_refused_by_name(name):
    for field in dataclasses.fields(JOBS[name].request):
        for value in WRONG[field.type]:
            with pytest.raises(InvalidRequestError) as caught:
                JOBS[name].request(**{field.name: value})
            assert str(caught.value).startswith(f"{field.name} is {value!r}"), (field, value)
            assert "which is no" in str(caught.value)
            assert "Write" in caught.value.hint


def test_paths_lists_and_numbers_of_numpy_are_taken_as_what_they_mean():
    numpy = pytest.importorskip("numpy")
    request = MedianCompositeRequest(
        output=Path("a.tif"), bands=["B04", "B08"], resolution_m=numpy.float32(20), threads=numpy.int64(2)
    )
    assert (request.output, request.bands, request.resolution_m, request.threads) == ("a.tif", ("B04", "B08"), 20.0, 2)
    assert json.loads(json.dumps(encode(request)))["threads"] == 2, "it crosses the pipe"


def test_bands_are_read_as_people_write_them():
    assert parse_bands(" b4, B03 ,b8a") == ("B04", "B03", "B8A")
    assert len(parse_bands("all")) == 12
    assert parse_bands("red, B4 B8") == ("red", "B4 B8"), "quoted as they were written"


@pytest.mark.parametrize(
    "event",
    [
        events.Progress(0.5, "Lesen äöü"),
        events.Note("x", warning=True),
        events.Result({"a": [1, None]}),
        events.Cancelled(),
        events.Failure("NoScenesError", "no", "hint"),
    ],
)
def test_event_survives_the_pipe(event):
    line = events.encode(event)
    assert line.isascii()
    assert "\n" not in line
    assert events.decode(line) == event


def test_infinite_numbers_do_not_enter_the_pipe():
    with pytest.raises(ValueError, match="not JSON compliant"):
        events.encode(events.Result({"a": math.inf}))


@pytest.mark.parametrize(
    "line", ["", "{}", "[1]", '{"event": "nonsense"}', '{"event": "progress", "x": 1}', "GDAL says hi"]
)
def test_what_is_no_event_is_a_protocol_error(line):
    with pytest.raises(ProtocolError):
        events.decode(line)


def test_a_failure_becomes_its_own_error_again():
    for name, cls in ERRORS.items():
        error = events.Failure(name, "message", "hint").exception()
        assert type(error) is cls
        assert str(error) == "message hint"


def test_a_bug_brings_its_traceback():
    assert "line 7" in str(events.Failure("", "KeyError: 1", traceback="line 7").exception())


def test_requests_and_results_are_dataclasses_of_their_row():
    for job in JOBS.values():
        assert job.request.__name__.endswith("Request")
        assert job.result.__name__ == job.request.__name__.replace("Request", "Result")


def test_requests_and_results_of_series_are_under_one_name():
    """``contract.series`` is where notebooks and scripts import them from."""
    for job in (job for job in JOBS.values() if job.group == "series"):
        assert getattr(series, job.request.__name__) is job.request
        assert getattr(series, job.result.__name__) is job.result
