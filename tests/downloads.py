"""Small products and the jobs that fetch them, for tests of downloads."""

import datetime
import json
from pathlib import Path

import numpy as np
import shapely
from servers.cdse import Product
from shapely.geometry import box

from sentinel_toolkit.contract.catalogue import DownloadScenesRequest, SearchScenesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.workflows import download_scenes, search_scenes

FOOTPRINT = box(15, 45, 16, 46)
LOGIN = {"username": "analyst@example.org", "password": "correct horse"}
JP2 = b"\0\0\0\x0cjP  \r\n\x87\n"


def noise(count, seed):
    return np.random.default_rng(seed).bytes(count)


def l2a(number=0, size=100_000, bands=("B02", "B03", "B04", "B08", "SCL"), day=None, **more):
    """Return a product with bands of noise that begin as JPEG 2000 does."""
    day = day or datetime.date(2022, 6, 1) + datetime.timedelta(days=number)
    start = datetime.datetime(day.year, day.month, day.day, 9, 50, 31, tzinfo=datetime.timezone.utc)
    name = f"S2A_MSIL2A_{start:%Y%m%dT%H%M%S}_N0510_R079_T33TWL_{start:%Y%m%d}T150{number % 600:03d}.SAFE"
    granule = "GRANULE/L2A_T33TWL_A000001"
    folder = {"SCL": "R20m"}
    files = {
        f"{granule}/IMG_DATA/{folder.get(band, 'R10m')}/T33TWL_{start:%Y%m%dT%H%M%S}_{band}_"
        f"{folder.get(band, 'R10m')[1:]}.jp2": JP2 + noise(size, (number, index))
        for index, band in enumerate(bands)
    }
    files["MTD_MSIL2A.xml"] = b"<?xml version='1.0'?><product/>"
    files[f"{granule}/MTD_TL.xml"] = b"<?xml version='1.0'?><tile/>"
    return Product(name, files, FOOTPRINT, start, **more).with_manifest()


def sample_products(sample):
    """Return the SAFE folders of the sample as CDSE's products, with the footprint, time and cloud that they state."""
    scenes = {scene.name: scene for scene in search(str(sample / "sentinel-2"), Report())}
    return [
        Product.from_folder(path, scene.footprint, start=scene.datetime, cloud=scene.cloud)
        for path in sorted((sample / "sentinel-2").glob("*.SAFE"))
        if (scene := scenes[path.name])
    ]


def find(folder, source="cdse_odata", report=None, **fields):
    """Search, and return the path of the table of scenes."""
    path = folder / "found.jsonl"
    request = SearchScenesRequest(
        **{
            "source": source,
            "start": "2022-06-01",
            "end": "2022-08-31",
            "aoi_wkt": box(15.2, 45.2, 15.8, 45.8).wkt,
            "aoi_crs": "EPSG:4326",
            "table_path": str(path),
            **fields,
        }
    )
    search_scenes.run(request, report or Report())
    return path


def rows_of(path):
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


def download(folder, scenes_path, login=LOGIN, report=None, **fields):
    """Download; return (result, rows of the files)."""
    request = DownloadScenesRequest(
        **{
            "scenes_path": str(scenes_path),
            "table_path": str(folder / "files.jsonl"),
            "scenes_table_path": str(folder / "local.jsonl"),
            "output_folder": str(folder / "products"),
            **fields,
        }
    )
    report = report or Report()
    report.secrets = {"login": login} if login else {}
    result = download_scenes.run(request, report)
    return result, rows_of(request.table_path)


def assert_identical(product, folder, paths=None):
    """Assert that files of a product lie in the folder, byte by byte."""
    for path in paths or product.files:
        assert (Path(folder) / product.name / path).read_bytes() == product.files[path], path


def item(assets, identifier="scene", **properties):
    """Return the line of a scene with those assets."""
    made = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "id": identifier,
        "collection": "c",
        "geometry": shapely.geometry.mapping(FOOTPRINT),
        "properties": {"datetime": "2022-06-15T09:50:31Z", "platform": "sentinel-2a", **properties},
        "links": [],
        "assets": assets,
    }
    return json.dumps({"scene": json.dumps(made)}) + "\n"


def write(path, *lines):
    path.write_text("".join(lines))
    return path


def features(count=1):
    return [
        {**json.loads(json.loads(item({}, f"scene{number}"))["scene"]), "bbox": list(FOOTPRINT.bounds)}
        for number in range(count)
    ]


def many(count, per_second=7, start=datetime.datetime(2022, 6, 1, tzinfo=datetime.timezone.utc)):
    """Return OData entries, several of each second."""
    template = Product("S2A_MSIL2A_20220601T095031_N0510_R079_T33TWL_20220601T150000.SAFE", footprint=FOOTPRINT).entry()
    entries = []
    for number in range(count):
        when = start + datetime.timedelta(seconds=(number // per_second) * 30)
        tile = f"33T{chr(65 + number % 7)}{chr(65 + number // 7 % 20)}"
        name = f"S2A_MSIL2A_{when:%Y%m%dT%H%M%S}_N0510_R079_T{tile}_{when:%Y%m%dT%H%M%S}.SAFE"
        iso = when.strftime("%Y-%m-%dT%H:%M:%S.000000Z")
        identifier = f"00000000-0000-4000-8000-{number:012d}"
        entries.append({**template, "Id": identifier, "Name": name, "ContentDate": {"Start": iso, "End": iso}})
    return entries


def search_stac(tmp_path, url, login, **more):
    report = Report(secrets={"login": login} if login else {})
    return find(tmp_path, "stac", report=report, endpoint=url, collection="c", **more)
