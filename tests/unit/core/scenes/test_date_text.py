"""Dates in names."""

import datetime

import pytest

from sentinel_toolkit.core.scenes.date_text import FORMS, parse_date

UTC = datetime.timezone.utc


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("ndvi_2023-05-01.tif", (2023, 5, 1)),
        ("NDVI_20230501T102030Z", (2023, 5, 1, 10, 20, 30)),
        ("2015-07-31T10:00:09", (2015, 7, 31, 10, 0, 9)),
        ("MOD13Q1.A2023121.h18v04", (2023, 5, 1)),
        ("2023-05-D2", (2023, 5, 11)),
        ("2023-W18_33TWL", (2023, 5, 1)),
        ("2023-05_33TWL", (2023, 5, 1)),
        ("S2A_MSIL2A_20240716T101559_N0511_R065_T33UXP_20240717T140000", (2024, 7, 16, 10, 15, 59)),
        ("S3A_20230810T095811", (2023, 8, 10, 9, 58, 11)),
        ("2023-02-30", None),
        ("map_12345678", None),
        ("A2023399", None),
        ("ndvi_2019_10m", None),
        ("ndvi_2023-05.tif", (2023, 5, 1)),
        ("openEO_2021-03-01Z.tif", (2021, 3, 1)),
        # Ranges, as openEO, gdalcubes, Sentinel Hub and people write them: the first day.
        ("NDVI_2021-03-01_2021-03-31.tif", (2021, 3, 1)),
        ("NDVI_20210301_20210331.tif", (2021, 3, 1)),
        ("NDVI_20210301-20210331.tif", (2021, 3, 1)),
        ("ndvi-2023-01-31-2023-02-28.tif", (2023, 1, 31)),
        ("S2_2020-06-01 2020-06-30.tif", (2020, 6, 1)),
        ("S2_2020-06-01 - 2020-06-30.tif", (2020, 6, 1)),
        ("S2_2020-06-01--2020-06-30.tif", (2020, 6, 1)),
        ("S2_2020-06-01_to_2020-06-30.tif", (2020, 6, 1)),
        ("ndvi_2021.03.01_2021.03.31.tif", (2021, 3, 1)),
        ("ndvi_2021_03_01_2021_03_31.tif", (2021, 3, 1)),
        ("ndvi_20210301_2021-03-31.tif", (2021, 3, 1)),
        ("ndvi_2021-03-01_20210331.tif", (2021, 3, 1)),
        ("ndvi_2021-03-01_2021-3-31.tif", (2021, 3, 1)),
        ("ndvi_2021-03-01_2021-04.tif", (2021, 3, 1)),
        ("ndvi_2021-03_2021-04.tif", (2021, 3, 1)),
        ("ndvi_2023121_2023151.tif", (2023, 5, 1)),
        ("ndvi_2023-W18_2023-W20.tif", (2023, 5, 1)),
        ("2018-08-18-00:00_2018-08-18-23:59_Sentinel-2_L2A_NDVI.tiff", (2018, 8, 18)),
        ("2018-08-18T00:00:00Z_2018-08-18T23:59:59Z.tif", (2018, 8, 18)),
        # Clocks stay clocks, those of the evening too.
        ("ndvi_2021-03-01_20-21-03.tif", (2021, 3, 1, 20, 21, 3)),
        ("ndvi_20210301_202103.tif", (2021, 3, 1, 20, 21, 3)),
        ("ndvi_20210301T2021.tif", (2021, 3, 1, 20, 21)),
        ("2021-03-01 20:21:03.5", (2021, 3, 1, 20, 21, 3)),
        ("T33TWL_20230501T095031_B04_10m.jp2", (2023, 5, 1, 9, 50, 31)),
        ("20230501_102030_ssc4_u0001.tif", (2023, 5, 1, 10, 20, 30)),
        # Days of a year: MODIS, VIIRS and AppEEARS, and Landsat's names of old.
        ("ndvi_2023121.tif", (2023, 5, 1)),
        ("ndvi_2023-121.tif", (2023, 5, 1)),
        ("ndvi_2023-100m.tif", None),
        ("A2023121", (2023, 5, 1)),
        ("MOD13Q1.A2023121.h18v04.061.2023138022333.hdf", (2023, 5, 1)),
        ("MOD13Q1.A2023121.h18v04.061.20230614.tif", (2023, 5, 1)),
        ("MOD11_L2.A2023121.1030.061.2023122034102.hdf", (2023, 5, 1, 10, 30)),
        ("VNP13A1.A2023121.h18v04.001.2023140123456.h5", (2023, 5, 1)),
        ("MOD13Q1.061__250m_16_days_NDVI_doy2023121_aid0001.tif", (2023, 5, 1)),
        ("LC81910282023121LGN00_ndvi.tif", (2023, 5, 1)),
        # Numbers of tiles, paths, orbits and versions that might be dates; products that tell when they were made.
        ("LC08_L2SP_191028_20230501_20230504_02_T1_SR_B4.TIF", (2023, 5, 1)),
        ("LE07_L1TP_199012_20020504_20200916_02_T1.tif", (2002, 5, 4)),
        ("S2A2A_20230501_022_Zagreb_BOA_10.tif", (2023, 5, 1)),
        ("20230501_LEVEL2_SEN2A_BOA.tif", (2023, 5, 1)),
        ("2018-2022_001-365_HL_TSA_LNDLG_NDV_TSS.tif", None),
        ("X0012_Y0045_20230501.tif", (2023, 5, 1)),
        ("L2A_T33TWL_A020190_20230501T095031.tif", (2023, 5, 1, 9, 50, 31)),
        ("S1A_IW_GRDH_1SDV_20230501T051200_20230501T051225_048345_05D0A1_ABCD.tif", (2023, 5, 1, 5, 12)),
    ],
)
def test_dates_in_names(text, time):
    assert parse_date(text) == (datetime.datetime(*time, tzinfo=UTC) if time else None)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_finds_what_it_is_called_by(form):
    assert FORMS[form].fullmatch(form)
    assert parse_date(form).date() == datetime.date(2023, 5, 1)
