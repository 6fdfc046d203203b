"""The report on sharpened temperatures: self-contained, escaped, the same colours for the same temperature."""

import base64
import dataclasses
import html
import io
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from sentinel_toolkit.core.drawing.frame import Frame
from sentinel_toolkit.core.thermal.findings import Scatter, Score, ThermalPage, View
from sentinel_toolkit.core.thermal.plots import emptiest_corner
from sentinel_toolkit.core.thermal.report import LEVELS, write_report

EVIL = "<script>alert('x')</script>\"& $\\frac{ 漢字 \ud800 \x00\n{{ 7 * 7 }}"
NAN = float("nan")
GREY = (217, 221, 224)  # of no data


def scatter(**changes):
    ndvi = np.linspace(0.1, 0.9, 50)
    fit = Scatter(
        ndvi,
        315 - 20 * ndvi + 0.5 * np.sin(40 * ndvi),
        np.arange(50) % 5 > 0,
        "NDVI",
        "LST [K]",
        -20.0,
        315.0,
        -0.93,
        "LST = 315.00 − 20.00 · NDVI",
        (0.05, 0.95),
        (240.0, 350.0),
    )
    return dataclasses.replace(fit, **changes)


def view(**changes):
    ndvi = np.linspace(0, 1, 3600, dtype=np.float32).reshape(60, 60)
    coarse = np.kron(np.linspace(295, 315, 9).reshape(3, 3), np.ones((20, 20))).astype(np.float32)
    return dataclasses.replace(View("Whole area", ndvi, coarse, 310 - 10 * ndvi, 1200.0, 20.0), **changes)


def page_with(**changes):
    scores = (
        Score("local (used)", 4, 0.9, -0.123, 0.7, 23.456, is_used=True),
        Score("bilinear", 4, 1.2, -0.001, 0.9, NAN, is_used=False),
    )
    told = ThermalPage(
        title="Thermal sharpening 2023-06-20",
        verdict="It can be trusted.",
        level="good",
        method="Local regression.",
        warnings=("A day apart.",),
        scatter=scatter(),
        views=(view(), view(name="Detail")),
        residual_k=np.linspace(-2, 2, 81).reshape(9, 9).astype(np.float32),
        residual_text="LST minus model.",
        scores=scores,
        scores_text="Degraded, and restored.",
        uncertainty_text="Nine of ten.",
        facts={"Method": "local"},
        unit="K",
        credit="Copernicus",
    )
    return dataclasses.replace(told, **changes)


@pytest.fixture
def write(tmp_path):
    """Return a function that writes the report and returns its text."""

    def page(**changes):
        write_report(tmp_path / "report.html", page_with(**changes))
        return (tmp_path / "report.html").read_text("utf-8")

    return page


def pictures(page):
    """Return {what is said: map as uint8 (y, x, 3), or plot as an XML element} of all but the colour bars."""
    return {**maps(page), **plots(page)}


def maps(page):
    found = re.findall(r'<img [^>]*?alt="([^"]+)" src="data:image/png;base64,([^"]+)"', page)
    return {html.unescape(alt): decoded(data) for alt, data in found}


def plots(page):
    elements = [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]
    return {element.get("aria-label"): element for element in elements if element.get("role") == "img"}


def has_line(plot):
    return plot.find("path[@class='fit']") is not None


def decoded(data):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"))


def picture(page, start):
    return next(pixels for alt, pixels in pictures(page).items() if alt.startswith(start))


def has_colour(pixels, colour):
    return (pixels == colour).all(axis=-1).any()


def bars(page):
    """Return the texts of the ticks of each colour bar."""
    ticks = re.findall(r'<div class="ticks">(.*?)</div>', page)
    return [re.findall(r">([^<]+)</span>", bar) for bar in ticks]


def test_the_page_needs_no_other_file_and_no_script(write):
    page = write()
    assert not re.search(r"https?:|href=|url\(|@import|<script|<link|<iframe|<object", page)
    sources = re.findall(r'src="(.{22})', page)
    assert set(sources) == {"data:image/png;base64,"}
    assert len(sources) == page.count("src=")


def test_every_text_is_escaped_and_none_is_code(write):
    page = write(
        title=EVIL,
        verdict=EVIL,
        method=EVIL,
        warnings=(EVIL,),
        scatter=scatter(x_label=EVIL, y_label=EVIL, equation=EVIL),
        views=(view(name=EVIL),),
        residual_text=EVIL,
        scores=(Score(EVIL, 4, 1.0, 0.0, 1.0, 0.0, is_used=True),),
        scores_text=EVIL,
        uncertainty_text=EVIL,
        facts={EVIL: EVIL},
        credit=EVIL,
    )
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 17
    assert "49" not in re.sub(r'src="[^"]*"|<svg.*?</svg>', "", page, flags=re.DOTALL)
    assert sum("{{ 7 * 7 }}" in said for said in plots(page)) == 1


def test_all_parts_come_in_their_order(write):
    page = write()
    parts = ["<h1>Thermal", "It can be trusted", "A day apart", "Local regression", "Scatter plot", "Whole area"]
    parts += ["Detail", "Map: residual", "Histogram", "LST minus model", "Degraded, and", "<table>", "Nine of ten"]
    parts += ["<dt>Method</dt><dd>local</dd>", "Copernicus. Sentinel Toolkit "]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_the_same_evidence_gives_the_same_page(write):
    assert write() == write()


@pytest.mark.parametrize(("level", "word"), [("good", "Good"), ("caution", "Caution"), ("poor", "Poor")])
def test_the_level_is_a_word_and_a_form_not_only_a_colour(level, word, write):
    page = write(level=level)
    assert f"<strong>{word}.</strong>" in page
    assert f'<path d="{LEVELS[level].outline}"/>' in page
    assert len({mark.outline for mark in LEVELS.values()}) == 3


def test_the_fit_is_told_in_words_too(write):
    page = write()
    assert "LST = 315.00 − 20.00 · NDVI; r = −0.93; n = 40 coarse pixels used in the fit, 10 not used." in page
    assert "NDVI from 0.05 to 0.95; LST [K] from 240 to 350" in page
    assert "LST = 315.00 − 20.00 · NDVI; r = −0.93; n = 40" in next(alt for alt in pictures(page) if "Scatter" in alt)


def test_the_line_is_drawn_where_there_is_one(write):
    assert has_line(picture(write(), "Scatter"))
    assert not has_line(picture(write(scatter=scatter(slope=NAN, equation="")), "Scatter"))


def test_many_points_are_drawn_as_density(write):
    ndvi = np.linspace(0.1, 0.9, 500)
    many = scatter(ndvi=ndvi, lst_k=315 - 20 * ndvi, used=np.arange(500) > 99)
    assert "in each cell" in write(scatter=many)
    assert "in each cell" not in write(scatter=dataclasses.replace(many, used=np.arange(500) > 300))


def test_a_temperature_has_one_colour_in_all_maps(write):
    ramp = np.linspace(290, 320, 3600, dtype=np.float32).reshape(60, 60)
    other = np.where(np.eye(60, dtype=bool), ramp[::-1, ::-1], ramp)
    page = write(views=(view(coarse_k=ramp, sharpened_k=ramp), view(name="Detail", coarse_k=ramp, sharpened_k=other)))
    one, same, third, changed = (pixels for alt, pixels in pictures(page).items() if "LST, " in alt)
    np.testing.assert_array_equal(one, same)
    np.testing.assert_array_equal(one, third)
    is_kept = ~np.kron(np.eye(60, dtype=bool), np.ones((8, 8), bool))
    np.testing.assert_array_equal(one[is_kept], changed[is_kept])
    assert (one != changed).any()


def test_colours_span_the_middle_of_both_temperatures_of_all_views(write):
    low, high = np.full((60, 60), 280, np.float32), np.full((60, 60), 330, np.float32)
    page = write(views=(view(coarse_k=low), view(name="Detail", sharpened_k=high)))
    assert bars(page)[1] == ["280", "290", "300", "310", "320", "330"]


def test_the_unit_changes_the_words_not_the_pictures(write):
    kelvin, celsius = write(), write(unit="°C")
    assert bars(kelvin)[1] == ["295", "300", "305", "310", "315"]
    assert bars(celsius)[1] == ["25", "30", "35", "40"]
    assert "LST [°C]" in celsius
    assert "295.00 to 315.00 K" in kelvin
    assert "21.85 to 41.85 °C" in celsius
    for in_kelvin, in_celsius in zip(maps(kelvin).values(), maps(celsius).values(), strict=True):
        assert (in_kelvin == in_celsius).all(axis=-1).mean() > 0.98  # a class more or less, by rounding
    assert "Residual [K]" in celsius


def test_coarse_pixels_stay_squares(write):
    pixels = picture(write(), "Map: LST, coarse, Whole")
    assert pixels.shape == (480, 480, 3)
    squares = pixels[80::160, 80::160].repeat(160, 0).repeat(160, 1)
    np.testing.assert_array_equal(pixels, squares)
    assert len(np.unique(squares.reshape(-1, 3), axis=0)) == 9


def test_what_has_no_value_is_grey_and_only_that(write):
    sharpened = view().sharpened_k.copy()
    sharpened[:30] = np.nan
    pixels = picture(write(views=(view(sharpened_k=sharpened),)), "Map: LST, sharpened")
    assert (pixels[:240] == GREY).all()
    assert not has_colour(pixels[240:], GREY)


def test_residuals_are_red_above_and_blue_below_and_pale_at_zero(write):
    pixels = picture(write(residual_k=np.array([[-1.0, 0.0, 3.0]])), "Map: residual").astype(int)
    below, zero, above = pixels[0, 0], pixels[0, pixels.shape[1] // 2], pixels[0, -1]
    assert below[2] > below[0]
    assert above[0] > above[2]
    assert zero.min() > 235


def test_mean_and_sd_of_the_residuals_are_told(write):
    page = write(residual_k=np.array([[-3.0, 1.0], [np.nan, -1.0]]))
    assert "Mean = −1.00 K; SD = 1.63 K; n = 3." in page


def test_the_numbers_of_residuals_are_of_all_where_the_map_is_thinned(write):
    page = write(residual_k=np.tile([0.0, 1.0], (2, 1000)))
    assert "Mean = 0.50 K; SD = 0.50 K; n = 4000." in page
    assert picture(page, "Map: residual").shape[1] <= 800


def test_scores_have_two_decimals_and_a_true_minus(write):
    page = write()
    rows = [re.findall(r"<td>(.*?)</td>", row) for row in re.findall(r"<tr[^>]*>(<th scope=\"row\">.*?)</tr>", page)]
    assert rows == [["4 ×", "0.90", "−0.12", "0.70", "23.46"], ["4 ×", "1.20", "0.00", "0.90", "–"]]
    assert '<tr class="used"><th scope="row">local (used)' in page
    assert page.count('class="used"') == 1


def test_without_scores_there_is_no_table_but_the_reason(write):
    page = write(scores=(), scores_text="Too few coarse pixels.")
    assert "<table" not in page
    assert "Too few coarse pixels." in page


@pytest.mark.parametrize(
    ("width_m", "percent", "text"), [(12000.0, "16.67", "2 km"), (1200.0, "16.67", "200 m"), (4.0, "25.0", "1 m")]
)
def test_scale_bars_are_round_and_true(width_m, percent, text, write):
    page = write(views=(view(width_m=width_m),))
    assert f'<div class="scale" style="width:{percent}%"></div><div class="length">{text}</div>' in page


@pytest.mark.parametrize("width_m", [NAN, 0.0, -5.0, float("inf")])
def test_ground_of_unknown_width_has_no_scale_bar(width_m, write):
    assert 'class="scale"' not in write(views=(view(width_m=width_m),))


def test_pictures_have_words_for_those_who_do_not_see_them(write):
    page = write()
    assert len(pictures(page)) == 9
    assert page.count('alt=""') == 3  # colour bars, which are told by what holds them
    assert 'aria-label="Colour bar of LST [K] with 295, 300, 305, 310, 315"' in page


def test_large_noise_stays_below_three_megabytes(write):
    noise = np.random.default_rng(1).normal(300, 5, (2, 700, 700)).astype(np.float32)
    coarse = np.kron(noise[0, :70, :70], np.ones((10, 10)))
    assert len(write(views=(view(ndvi=noise[0], coarse_k=coarse, sharpened_k=noise[1]),) * 2)) < 3e6


def test_a_very_large_view_is_thinned(write):
    large = np.broadcast_to(np.float32(300), (3000, 1700))
    pixels = picture(write(views=(view(ndvi=large, coarse_k=large, sharpened_k=large),)), "Map: LST, sharpened")
    assert max(pixels.shape) == 750


def filled(value):
    return {name: np.full((6, 5), value, np.float32) for name in ("ndvi", "coarse_k", "sharpened_k")}


HOSTILE = np.array([NAN, np.inf, -np.inf, 3e38, -3e38, 300.0], np.float32)
NOTHING = np.array([])


@pytest.mark.parametrize(
    "changes",
    [
        {"views": ()},
        {"views": (view(**filled(np.nan)),)},
        {"views": (view(**filled(np.inf)),)},
        {"views": (view(**filled(300.0)),)},
        {"views": (view(**dict.fromkeys(("ndvi", "coarse_k", "sharpened_k"), HOSTILE.reshape(2, 3))),)},
        {"views": (view(**dict.fromkeys(("ndvi", "coarse_k", "sharpened_k"), np.ones((0, 4)))),)},
        {"residual_k": np.full((4, 4), np.nan)},
        {"residual_k": np.zeros((4, 4))},
        {"residual_k": np.full((1, 1), 7.0)},
        {"residual_k": HOSTILE.reshape(2, 3)},
        {"residual_k": np.ones((0, 0))},
        {"residual_k": np.ones((1, 3000))},
        {"scatter": scatter(ndvi=NOTHING, lst_k=NOTHING, used=NOTHING)},
        {"scatter": scatter(ndvi=NOTHING, lst_k=NOTHING, used=NOTHING, slope=NAN, intercept=NAN, correlation=NAN)},
        {"scatter": scatter(used=np.zeros(50, bool))},
        {"scatter": scatter(ndvi=np.full(50, 0.5), lst_k=np.full(50, 300.0))},
        {"scatter": scatter(ndvi=np.full(900, 0.5), lst_k=np.full(900, 300.0), used=np.ones(900, bool))},
        {"scatter": scatter(ndvi=HOSTILE, lst_k=HOSTILE, used=np.ones(6, bool))},
        {"scatter": scatter(lst_k=np.full(50, np.inf))},
        {"scatter": scatter(slope=np.float64(1e300), intercept=np.float64(1e300))},
        {"scatter": scatter(slope=np.inf, intercept=-np.inf, correlation=np.inf)},
        {"scatter": scatter(ndvi_range=(), lst_range=())},
        {"scatter": scatter(ndvi_range=(-np.inf, np.inf), lst_range=(NAN, NAN))},
        {"scatter": scatter(x_label="", y_label="", equation="x" * 5000)},
        {"scores": (Score("", 2, np.inf, -np.inf, NAN, NAN, is_used=False),)},
        {"facts": {}, "credit": "", "warnings": ()},
    ],
)
def test_odd_evidence_gives_a_page_with_all_pictures(changes, write):
    page = write(**changes)
    assert len(pictures(page)) == 3 + 3 * len(changes.get("views", (1, 2)))
    assert not re.search(r"\bnan\b|: None", re.sub(r'src="[^"]*"', "", page).split("<body>")[1], re.IGNORECASE)


@pytest.mark.parametrize(("slope", "corner"), [(-20, "right"), (20, "left")])
def test_words_stand_where_the_points_are_not(slope, corner, write):
    x = np.linspace(0, 1, 100)
    frame = Frame(40, 10, 400, 300, (0, 1), (280, 320))
    across, up, _ = emptiest_corner(frame, x, 300 + slope * (x - 0.5))
    assert (("left", "right")[across > 0.5], ("bottom", "top")[up > 0.5]) == (corner, "top")
