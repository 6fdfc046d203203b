"""One door to every raster: it looks at the bytes, not at the name, and behind it nothing opens by another way."""

import datetime
import json
import shutil
import textwrap
from pathlib import Path

import netCDF4
import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from scenes import NORTH, WEST, scenes_file, write_band, write_scene
from servers.files import FileServer

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.errors import CatalogueError, UnreadableRasterError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.composites.mosaic_vrt import write_vrt
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import read_overview
from sentinel_toolkit.core.rasters.door import open_raster, open_scene_raster
from sentinel_toolkit.core.rasters.kinds import GEOTIFF, JPEG_2000, kind_of
from sentinel_toolkit.core.rasters.on_grid import look_at, read_on_grid
from sentinel_toolkit.core.series.dated_rasters import list_rasters
from sentinel_toolkit.core.series.dated_rasters import look_at as look_at_dated
from sentinel_toolkit.core.workflows import median_composite, ndvi_animation, thermal_sharpening

SIDE = 60
PIXELS = np.random.default_rng(1).integers(1, 9999, (SIDE, SIDE)).astype(np.uint16)
# name → (driver, options): each kind of file that scenes come in.
KINDS = {
    "classic": ("GTiff", {"ENDIANNESS": "LITTLE"}),
    "classic, big-endian": ("GTiff", {"ENDIANNESS": "BIG"}),
    "BigTIFF": ("GTiff", {"ENDIANNESS": "LITTLE", "BIGTIFF": "YES"}),
    "BigTIFF, big-endian": ("GTiff", {"ENDIANNESS": "BIG", "BIGTIFF": "YES"}),
    "JP2": ("JP2OpenJPEG", {"CODEC": "JP2"}),
    "codestream": ("JP2OpenJPEG", {"CODEC": "J2K"}),
}


def write(path, driver="GTiff", values=PIXELS, side=10, **options):
    """Write a raster of a format, whatever the path's suffix says."""
    lossless = {"QUALITY": "100", "REVERSIBLE": "YES"} if driver == "JP2OpenJPEG" else {}
    profile = {"width": values.shape[1], "height": values.shape[0], "count": 1, "dtype": values.dtype}
    profile |= {"crs": "EPSG:32633", "transform": Affine(side, 0, WEST, 0, -side, NORTH)}
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open("memory", "w", driver="MEM", **profile) as dataset:
        dataset.write(values, 1)
        rasterio.shutil.copy(dataset, path, driver=driver, **lossless, **options)
    path.with_name(path.name + ".aux.xml").unlink(missing_ok=True)
    return path


def vrt_of(source, relative=1, inside="", band="", **attributes):
    """Return the text of a VRT of one file."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return textwrap.dedent(f"""\
        <VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}">
          <SRS>EPSG:32633</SRS>
          <GeoTransform>{WEST}, 10, 0, {NORTH}, 0, -10</GeoTransform>
          <VRTRasterBand dataType="UInt16" band="1"{band}>{inside}
            <SimpleSource{more}>
              <SourceFilename relativeToVRT="{relative}">{source}</SourceFilename>
              <SourceBand>1</SourceBand>
            </SimpleSource>
          </VRTRasterBand>
        </VRTDataset>""")


@pytest.fixture
def vrt(tmp_path):
    """Return a function that writes a VRT of another raster under a name."""
    write(tmp_path / "secret.tif")

    def write_under(name, text=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or vrt_of(tmp_path / "secret.tif"))
        return path

    return write_under


# What scenes come in: GeoTIFF and JPEG 2000, by their bytes.


@pytest.mark.parametrize("suffix", [".tif", ".TIFF", ".jp2", ".img", ""])
@pytest.mark.parametrize("kind", KINDS)
def test_a_scene_is_read_by_its_bytes_whatever_it_is_called(tmp_path, kind, suffix):
    driver, options = KINDS[kind]
    path = write(tmp_path / f"B04{suffix}", driver, **options)
    assert kind_of(path.read_bytes()[:16]).driver == driver
    with open_scene_raster(str(path)) as dataset:
        assert dataset.driver == driver
        assert np.array_equal(dataset.read(1), PIXELS)
    with open_raster(path) as dataset:
        assert np.array_equal(dataset.read(1), PIXELS)


@pytest.mark.parametrize("suffix", [".tif", ".jp2"])
@pytest.mark.parametrize("kind", KINDS)
def test_and_from_a_server_without_one_request_more(tmp_path, kind, suffix):
    driver, options = KINDS[kind]
    for name in ("theirs", "ours"):  # two files: GDAL remembers what it has read of one
        write(tmp_path / f"{name}{suffix}", driver, **options)
    with FileServer(tmp_path) as server, gdal.environment():
        with rasterio.open(f"/vsicurl/{server.url}/theirs{suffix}", driver=driver) as dataset:
            dataset.read(1)
        needed = len(server.paths)
        with open_scene_raster(f"{server.url}/ours{suffix}") as dataset:
            assert np.array_equal(dataset.read(1), PIXELS)
        assert len(server.paths) == 2 * needed


def test_what_is_no_image_is_no_kind():
    assert kind_of(b"") is kind_of(b"II") is kind_of(b"anything else, 16") is None
    assert kind_of(b"<VRTDataset rast").words == "a VRT"
    assert {kind_of(b"MM\0+"), kind_of(b"\0\0\0\x0cjP  \r\n\x87\n")} == {GEOTIFF, JPEG_2000}


def test_a_jpeg_2000_named_tif_makes_the_same_composite(tmp_path):
    results = []
    for driver in ("GTiff", "JP2OpenJPEG"):
        root = tmp_path / driver
        item = write_scene(root / "in", "20230810", {"B04": PIXELS})
        if driver != "GTiff":
            for name, values, side in (("B04", PIXELS, 10), ("SCL", np.full((30, 30), 4, np.uint8), 20)):
                write(item.parent / f"{name}.tif", driver, values, side, CODEC="JP2")
        scenes = scenes_file(root / "in", root / "scenes.jsonl")
        request = MedianCompositeRequest(scenes_path=scenes, output=str(root / "o.tif"), bands=("B04",))
        median_composite.run(request, Report())
        with rasterio.open(root / "o.tif") as dataset:
            results.append(dataset.read())
    assert np.array_equal(*results)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (vrt_of("secret.tif").encode(), "is a VRT, not a GeoTIFF or JPEG 2000"),
        (b"<!DOCTYPE html><html>", "is a text in XML or HTML, not a GeoTIFF"),
        (b"\x89HDF\r\n\x1a\n", "is a NetCDF or HDF5 file, not"),
        (b"PK\x03\x04", "is a zip, not"),
        (b"", "is no GeoTIFF or JPEG 2000 file"),
        (b"II*\0", r"cannot be opened: .*TIFF header\. Is it complete"),
        (b"\0\0\0\x0cjP  ", r"cannot be opened\. Is it complete"),
    ],
)
def test_other_files_are_refused_by_what_they_are(tmp_path, content, what):
    (tmp_path / "SCL.tif").write_bytes(content)
    for opened in (open_raster, open_scene_raster):
        with pytest.raises(UnreadableRasterError, match=rf"SCL\.tif {what}"):
            opened(str(tmp_path / "SCL.tif"))
    with FileServer(tmp_path) as server, gdal.environment(), pytest.raises(UnreadableRasterError, match=r"SCL\.tif"):
        open_scene_raster(f"{server.url}/SCL.tif")


@pytest.mark.parametrize("name", ["B04.vrt", "B04.nc", "B04.img"])
def test_scenes_have_no_other_format_under_its_own_name(tmp_path, vrt, name):
    vrt("B04.vrt")
    write(tmp_path / "B04.img", "HFA")
    write(tmp_path / "B04.nc", "netCDF")
    with pytest.raises(UnreadableRasterError, match="not a GeoTIFF or JPEG 2000"):
        open_scene_raster(str(tmp_path / name))


@pytest.mark.parametrize(
    "href", ["http://example.org/B04.tif", "s3://eodata/B04.tif", "file:///B04.tif", "/vsicurl/https://e.org/B04.tif"]
)
def test_hrefs_are_judged_first(href):
    for opened in (open_scene_raster, open_raster):
        with pytest.raises(UnreadableRasterError, match="is not opened"):
            opened(href)


def test_a_token_that_is_refused_is_an_unreadable_raster(monkeypatch):
    def signed(href):
        raise CatalogueError("No token.", "Later.")

    monkeypatch.setattr("sentinel_toolkit.core.services.planetary_computer.signed", signed)
    with pytest.raises(UnreadableRasterError, match=r"B04\.tif cannot be opened: No token"):
        open_scene_raster("https://example.org/B04.tif")


@pytest.mark.parametrize("opened", [open_scene_raster, open_raster])
def test_overviews_in_another_file_are_refused(tmp_path, opened):
    """GDAL would take the pixels of any file that a GeoTIFF names, as soon as it is shown small."""
    write(tmp_path / "secret.tif")
    path = write(tmp_path / "B04.tif", values=PIXELS * 0)
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(ns="OVERVIEWS", OVERVIEW_FILE=str(tmp_path / "secret.tif"))
    with pytest.raises(UnreadableRasterError, match=r"B04\.tif takes its overviews from another file"):
        opened(str(path))


# A VRT under another name, at every place where rasters come in.


@pytest.mark.parametrize("opened", [open_raster, open_scene_raster])
@pytest.mark.parametrize("driver", ["GTiff", "JP2OpenJPEG", "PNG", "HFA"])
def test_side_cars_of_strangers_are_not_opened(tmp_path, opened, driver):
    """Beside a raster lie files that GDAL takes for its overviews, mask, metadata and place: none of them is looked at."""
    if opened is open_scene_raster and driver in ("PNG", "HFA"):
        return
    suffix = {"GTiff": ".tif", "JP2OpenJPEG": ".jp2", "PNG": ".png", "HFA": ".img"}[driver]
    path = write(tmp_path / f"B04{suffix}", driver)
    other = write(tmp_path / "other.tif", values=np.full((SIDE // 2, SIDE // 2), 54321, np.uint16), side=20)
    beside = [path.stem + ".ovr", path.stem + ".rrd", path.name + ".ovr", path.name + ".msk"]
    for name in beside[: 2 if driver == "HFA" else 4]:  # the last two of Erdas Imagine: see below
        shutil.copy(other, tmp_path / name)
    (tmp_path / (path.name + ".aux.xml")).write_text(
        f"""<PAMDataset>
        <GeoTransform>0, 1, 0, 0, 0, -1</GeoTransform>
        <Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">{other}</MDI></Metadata>
        <PAMRasterBand band="1"><NoDataValue>1</NoDataValue><Scale>7</Scale></PAMRasterBand>
        </PAMDataset>"""
    )
    with gdal.environment(), opened(str(path)) as dataset:
        assert dataset.nodata is None
        assert dataset.scales == (1.0,)
        assert [Path(name).name for name in dataset.files] == [path.name]
        small = dataset.read(1, out_shape=(SIDE // 2, SIDE // 2))
        assert not (small == 54321).any()
        assert dataset.read_masks(1).all()


@pytest.mark.parametrize("suffix", [".ovr", ".msk"])
def test_side_cars_of_erdas_imagine_are_geotiffs_or_refused(tmp_path, suffix):
    """GDAL looks for those without a listing of the folder, and opens them with all its drivers."""
    path, beside = write(tmp_path / "a.img", "HFA"), tmp_path / f"a.img{suffix}"
    shutil.copy(write(tmp_path / "other.tif"), beside)
    open_raster(path).close()
    beside.write_text(vrt_of("other.tif"))
    with pytest.raises(UnreadableRasterError, match=f"a.img{suffix}, which is read with its raster, is no GeoTIFF"):
        open_raster(path)
    beside.unlink()
    beside.symlink_to("/dev/zero")
    with pytest.raises(UnreadableRasterError, match="is no GeoTIFF"):
        open_raster(path)


def test_a_scene_that_turns_into_a_vrt_is_refused_by_the_second_reader_too(tmp_path, vrt):
    write_band(tmp_path / "SCL.tif", np.full((SIDE, SIDE), 4, np.uint8), 10)
    grid, _ = look_at(str(tmp_path / "SCL.tif"))
    assert (read_on_grid(str(tmp_path / "SCL.tif"), [1], grid, open_scene_raster) == 4).all()
    path = vrt("SCL.tif")
    with pytest.raises(UnreadableRasterError, match=r"SCL\.tif is a VRT"):
        read_on_grid(str(path), [1], grid, open_scene_raster)
    with pytest.raises(UnreadableRasterError, match=r"SCL\.vrt is a VRT"):
        read_on_grid(str(shutil.copy(path, tmp_path / "SCL.vrt")), [1], grid, open_scene_raster)


def test_a_vrt_named_tif_is_no_raster_of_a_series(vrt):
    (row,) = list_rasters(str(vrt("in/ndvi_2023-05-01.tif").parent))
    with pytest.raises(UnreadableRasterError, match=r"ndvi_2023-05-01\.tif is a VRT, not a GeoTIFF or JPEG 2000"):
        look_at_dated(row, "NDVI")


@pytest.mark.parametrize("name", ["fine.tif", "fine.jp2"])
@pytest.mark.parametrize("field", ["lst", "ndvi", "predictors"])
def test_a_vrt_named_tif_is_no_source_of_sharpening(tmp_path, vrt, field, name):
    good = {"lst": 300.0 + PIXELS[::10, ::10] / 1e3, "ndvi": PIXELS / 1e4}
    sources = {
        key: str(write(tmp_path / f"{key}.tif", values=values.astype(np.float32), side=600 / len(values)))
        for key, values in good.items()
    }
    bad = str(vrt(name))
    request = ThermalSharpeningRequest(
        **{**sources, "method": "trees", field: (bad,) if field == "predictors" else bad},
        output=str(tmp_path / "o.tif"),
    )
    with pytest.raises(UnreadableRasterError, match=f"{name} is a VRT"):
        thermal_sharpening.run(request, Report())
    assert not (tmp_path / "o.tif").exists()


def test_a_vrt_named_img_is_refused(vrt):
    with pytest.raises(UnreadableRasterError, match=r"a\.img is a VRT, which is not read under that name"):
        open_raster(vrt("a.img"))


def test_a_vrt_in_the_place_of_a_result_is_refused(vrt):
    with pytest.raises(UnreadableRasterError, match=r"o\.tif is a VRT"):
        read_overview(vrt("o.tif"), [1], 10)


# What users may name besides.


@pytest.mark.parametrize(("suffix", "driver"), [(".img", "HFA"), (".nc", "netCDF"), (".asc", "AAIGrid"), ("", "ENVI")])
def test_other_formats_of_the_users_own_are_read(tmp_path, suffix, driver):
    path = write(tmp_path / f"ndvi{suffix}", driver, PIXELS.astype(np.float32))
    with open_raster(path) as dataset:
        assert np.array_equal(dataset.read(1), PIXELS)


def test_a_variable_of_a_netcdf_file_is_read(tmp_path):
    with netCDF4.Dataset(tmp_path / "lst.nc", "w") as dataset:
        for name in ("y", "x"):
            dataset.createDimension(name, 4)
        for name in ("LST", "quality"):
            dataset.createVariable(name, "f4", ("y", "x"))[:] = 300
    with open_raster(f'NETCDF:"{tmp_path / "lst.nc"}":LST') as dataset:
        assert (dataset.read(1) == 300).all()


def test_a_mosaic_of_ours_is_a_raster_of_a_series(tmp_path):
    for number in range(2):
        path = write(tmp_path / f"2023-05_{number}.tif", values=PIXELS.astype(np.int16))
        with rasterio.open(path, "r+") as dataset:
            dataset.descriptions, dataset.nodata, dataset.scales = ("NDVI",), -32768, (0.0001,)
    write_vrt(tmp_path / "2023-05-01.vrt", sorted(tmp_path.glob("*.tif")), tmp_path)
    (dated,), grid = look_at_dated({"path": str(tmp_path / "2023-05-01.vrt"), "time": ""}, "NDVI")
    assert dated.time.date() == datetime.date(2023, 5, 1)
    (values,) = read_on_grid(dated.path, [1], grid)
    assert values == pytest.approx(PIXELS * 0.0001, rel=1e-6)


@pytest.mark.parametrize("kind", ["relative", "absolute", "GDAL's own", "with words"])
def test_mosaics_of_files_here_are_read(tmp_path, vrt, kind):
    path = tmp_path / "a.vrt"
    if kind == "GDAL's own":
        with rasterio.open(write(tmp_path / "secret.tif")) as dataset:
            rasterio.shutil.copy(dataset, path, driver="VRT")
    elif kind == "with words":
        vrt("a.vrt", '<?xml version="1.0"?>\n<!-- mine -->\n' + vrt_of("secret.tif"))
    else:
        vrt("a.vrt", vrt_of("secret.tif" if kind == "relative" else tmp_path / "secret.tif", int(kind == "relative")))
    for _ in range(2):
        with open_raster(path) as dataset:
            assert np.array_equal(dataset.read(1), PIXELS)


CODE = "<PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (vrt_of("missing.tif"), "'missing.tif' in it is no GeoTIFF or JPEG 2000 file on this computer"),
        (vrt_of("notes.txt"), "notes.txt"),
        (vrt_of("other.vrt"), "other.vrt"),
        (vrt_of("/vsicurl/https://example.org/a.tif", 0), "/vsicurl"),
        (vrt_of("https://example.org/a.tif", 0), "https"),
        (vrt_of("GTIFF_DIR:1:secret.tif"), "GTIFF_DIR"),
        (vrt_of(" secret.tif"), "secret.tif"),
        (vrt_of("secret.tif", "yes"), "secret.tif"),
        (vrt_of("secret<SourceBand/>.tif"), "secret"),
        (vrt_of("secret.tif", SourceFilename="/etc/passwd"), "it has SourceFilename"),
        (vrt_of("secret.tif").replace("SourceFilename", "sourcefilename"), "it has sourcefilename"),
        (vrt_of("secret.tif", band=' subClass="VRTRawRasterBand"'), "it has subClass"),
        (vrt_of("secret.tif", band=' subClass="VRTDerivedRasterBand"', inside=CODE), "it has subClass"),
        (vrt_of("secret.tif", inside=CODE), "it has PixelFunctionType"),
        (vrt_of("secret.tif", inside="<Overview/>"), "it has Overview"),
        (vrt_of("secret.tif", inside="<?x><SimpleSource/>?>"), "instructions"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + vrt_of("secret.tif"), "DTD|Entit"),
        ("<VRTDataset>", "no element found"),
        ("<Scale/>", "it is no VRT"),
        ("\udcff", "codec"),
    ],
)
def test_other_vrts_are_refused(tmp_path, vrt, text, why):
    (tmp_path / "notes.txt").write_text("private")
    vrt("other.vrt")
    (tmp_path / "a.vrt").write_text(text, "utf-8", "surrogateescape")
    with pytest.raises(UnreadableRasterError, match=rf"(?s)a\.vrt cannot be opened: .*({why}).*Save it as GeoTIFF"):
        open_raster(tmp_path / "a.vrt")


def test_a_vrt_that_changes_is_looked_at_again(tmp_path, vrt):
    open_raster(vrt("a.vrt")).close()
    (tmp_path / "notes.txt").write_text("private")
    with pytest.raises(UnreadableRasterError, match=r"notes\.txt"):
        open_raster(vrt("a.vrt", vrt_of("notes.txt")))
    with pytest.raises(UnreadableRasterError, match=r"later\.tif"):
        open_raster(vrt("a.vrt", vrt_of("later.tif")))
    write(tmp_path / "later.tif")
    open_raster(tmp_path / "a.vrt").close()


def test_a_link_to_a_vrt_stands_where_it_points(tmp_path, vrt):
    """As for GDAL: what lies beside the link is another file."""
    vrt("real/a.vrt", vrt_of("secret.tif"))
    (tmp_path / "a.vrt").symlink_to(tmp_path / "real" / "a.vrt")
    with pytest.raises(UnreadableRasterError, match="secret.tif"):
        open_raster(tmp_path / "a.vrt")


def test_an_animation_is_made_of_what_is_left(tmp_path, vrt):
    folder = tmp_path / "in"
    write(folder / "ndvi_2023-05-01.img", "HFA", (PIXELS / 1e4).astype(np.float32))
    vrt("in/ndvi_2023-06-01.tif")
    said = []
    request = NdviAnimationRequest(
        raster_folder=str(folder), output=str(tmp_path / "o.gif"), table_path=str(tmp_path / "t.jsonl")
    )
    ndvi_animation.run(request, Report(said.append))
    rows = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text().splitlines()]
    assert [row["date"] for row in rows] == ["2023-05-01"]
    assert any("ndvi_2023-06-01.tif is a VRT" in getattr(event, "text", "") for event in said)


def test_a_raster_in_one_huge_piece_is_refused_before_it_is_read(tmp_path):
    """GDAL unpacks a piece as a whole: 400 MB here for any pixel of a file of 400 kB."""
    path = tmp_path / "huge.tif"
    side = 14_144
    profile = {"driver": "GTiff", "height": side, "width": side, "count": 1, "dtype": "uint16", "crs": "EPSG:32633"}
    profile |= {"transform": Affine(10, 0, 5e5, 0, -10, 5e6), "blockysize": side, "compress": "deflate"}
    with rasterio.open(path, "w", **profile, SPARSE_OK=True):
        pass
    with pytest.raises(UnreadableRasterError, match=r"huge.tif is packed in pieces of 400 MB"):
        open_raster(path)
    with pytest.raises(UnreadableRasterError, match="packed in pieces"):
        open_scene_raster(str(path))


@pytest.mark.posix
def test_a_file_that_windows_calls_not_there_is_too_long(tmp_path, monkeypatch):
    gone = tmp_path / "gone.tif"
    with pytest.raises(UnreadableRasterError, match=r"No such file or directory\. Was it moved"):
        open_raster(gone)
    limit = places.PathLimit("Windows", len(str(gone)) - 1, 247)
    monkeypatch.setattr(places, "path_limit", lambda: limit)
    with pytest.raises(UnreadableRasterError, match=r"No such file or directory: its path has \d+ characters, and Win"):
        open_raster(gone)
