"""Inputs that are no files: pipes, devices and sockets are refused by name in every job, before anything is opened."""

import dataclasses
import importlib
import os
import socket

import pytest

from sentinel_toolkit.contract.errors import InvalidRequestError, UnreadableRasterError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters.door import open_raster, open_scene_raster
from sentinel_toolkit.core.rasters.virtual import files_of
from sentinel_toolkit.core.swaths.files import stated_name

pytestmark = pytest.mark.posix
INPUTS = [(job, field) for job in JOBS.values() for field in job.request.INPUTS]


def unchecked(cls, **fields):
    """Return a request that nobody has looked at, with nothing but these fields set."""
    request = object.__new__(cls)
    for field in dataclasses.fields(cls):
        default = field.default_factory() if callable(field.default_factory) else field.default
        object.__setattr__(request, field.name, fields.get(field.name, default))
    return request


@pytest.fixture
def streams(tmp_path):
    """A pipe, a device and a socket, by what they are called."""
    pipe, place = tmp_path / "pipe.tif", tmp_path / "s"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(place))
        yield {"a pipe": str(pipe), "a device": "/dev/zero", "a socket": str(place)}


@pytest.mark.parametrize(("job", "field"), INPUTS, ids=[f"{job.name}-{field}" for job, field in INPUTS])
def test_every_job_refuses_them(tmp_path, streams, job, field):
    module, function = job.runner.split(":")
    run = getattr(importlib.import_module(module), function)
    for words, path in streams.items():
        value = (path,) if isinstance(getattr(unchecked(job.request), field), tuple) else path
        outputs = {name: str(tmp_path / "out" / name) for name in (*job.request.OUTPUTS, *job.request.FOLDERS)}
        with pytest.raises(InvalidRequestError, match=f"is {words}, no file"):
            run(unchecked(job.request, **outputs, **{field: value}), Report())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("opened", [open_raster, open_scene_raster, stated_name])
def test_so_does_every_reader_of_what_tables_name(tmp_path, streams, opened):
    for name in ("a.vrt", "a.img", "a.nc", "a.jp2"):
        os.mkfifo(tmp_path / name)
        assert files_of(str(tmp_path / name)) == []
        with pytest.raises(UnreadableRasterError, match="is a pipe, no file"):
            opened(str(tmp_path / name))
    for words, path in streams.items():
        with pytest.raises(UnreadableRasterError, match=f"is {words}, no file"):
            opened(path)
