"""Animations as files: every page, its colours and its duration, read back by other programs' readers."""

import io
import itertools
import struct
import weakref
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import Colorspace
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from sentinel_toolkit.contract.errors import InvalidRequestError, RasterError
from sentinel_toolkit.core.animation.formats import lzw
from sentinel_toolkit.core.animation.formats.writer import FORMATS, open_animation, shortest_ms
from sentinel_toolkit.core.animation.page.palette import LEVELS, WHITE, palette_of

PALETTE = palette_of("RdYlGn")
EXACT = [".gif", ".webp", ".png"]
SIZE = WIDTH, HEIGHT = 61, 43


def page_of(seed):
    """Return a page: smooth ground with noise, and white around it."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    smooth = 50 + 35 * np.sin(x / 9 + seed) * np.cos(y / 7) + rng.normal(0, 5, (HEIGHT, WIDTH))
    page = np.clip(smooth, 0, LEVELS - 1).astype(np.uint8)
    page[:4] = page[:, :6] = WHITE
    return page


def write(path, pages, frame_ms=500, loop=True, palette=PALETTE, size=SIZE):
    with open_animation(path, size, palette, frame_ms, loop) as animation:
        for page in pages:
            animation.add(page)
    return path


def read(path):
    with Image.open(path) as picture:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(picture)]


def durations(path):
    times = []
    with Image.open(path) as picture:
        for frame in ImageSequence.Iterator(picture):
            frame.load()  # of a WebP, the duration is known only then
            times.append(frame.info["duration"])
    return times


def video(path):
    """Return the frames of a video as (time in s, yuv picture), and its stream's properties."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        facts = {
            "codec": stream.codec_context.name,
            "format": stream.pix_fmt,
            "size": (stream.width, stream.height),
            "rate": stream.average_rate,
            "space": stream.codec_context.colorspace,
            "seconds": stream.duration * stream.time_base,
        }
        return [(frame.time, frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)], facts


@pytest.mark.parametrize("suffix", EXACT)
def test_every_pixel_has_the_colour_of_its_class(suffix, tmp_path):
    pages = [page_of(seed) for seed in range(5)]
    frames = read(write(tmp_path / f"a{suffix}", pages))
    assert all(np.array_equal(frame, PALETTE[page]) for frame, page in zip(frames, pages, strict=True))


@pytest.mark.parametrize("suffix", EXACT)
def test_frames_that_are_alike_are_kept(suffix, tmp_path):
    path = write(tmp_path / f"a{suffix}", [page_of(1)] * 4 + [page_of(2)] * 3)
    with Image.open(path) as picture:
        assert picture.n_frames == 7
    assert len(durations(path)) == 7


@pytest.mark.parametrize("suffix", EXACT)
def test_a_single_changed_pixel_is_seen(suffix, tmp_path):
    changed = page_of(1)
    changed[HEIGHT - 1, WIDTH - 1] = 3
    frames = read(write(tmp_path / f"a{suffix}", [page_of(1), changed]))
    assert np.array_equal(frames[1], PALETTE[changed])


def test_an_unchanged_frame_takes_hardly_any_room(tmp_path):
    for suffix in EXACT:
        sizes = [write(tmp_path / f"{count}{suffix}", [page_of(1)] * count).stat().st_size for count in (1, 11)]
        assert sizes[1] - sizes[0] < 10 * 120, suffix


@pytest.mark.parametrize("suffix", EXACT)
@pytest.mark.parametrize("frame_ms", [40, 500, 1230])
def test_durations_are_exact(suffix, frame_ms, tmp_path):
    assert durations(write(tmp_path / f"a{suffix}", [page_of(1), page_of(2)], frame_ms)) == [frame_ms] * 2


def test_a_gif_makes_up_for_its_hundredths(tmp_path):
    times = durations(write(tmp_path / "a.gif", [page_of(1)] * 8, 45))
    assert sum(times) == 360
    assert set(times) == {40, 50}


def test_no_frame_of_a_gif_is_shorter_than_browsers_honour(tmp_path):
    assert durations(write(tmp_path / "a.gif", [page_of(1)] * 4, 7)) == [20] * 4
    assert shortest_ms("a.gif") == 20
    assert shortest_ms(Path("a.MP4")) == 1


@pytest.mark.parametrize(("suffix", "key", "endless"), [(".gif", "loop", 0), (".webp", "loop", 0), (".png", "loop", 0)])
def test_endless_or_once(suffix, key, endless, tmp_path):
    looping, once = (write(tmp_path / f"{loop}{suffix}", [page_of(1), page_of(2)], loop=loop) for loop in (True, False))
    with Image.open(looping) as picture:
        assert picture.info[key] == endless
    with Image.open(once) as picture:
        assert picture.info.get(key, 1) == 1


def test_a_gif_has_one_palette_and_keeps_what_it_has_drawn(tmp_path):
    path = write(tmp_path / "a.gif", [page_of(seed) for seed in range(3)])
    with Image.open(path) as picture:
        for frame in range(3):
            picture.seek(frame)
            assert picture.tile[0].args[0] == 7  # bits of the one palette; of a local one Pillow would tell
            assert picture.disposal_method == 1
        assert picture.global_palette.palette == PALETTE.tobytes()


def test_a_gif_stores_what_changed_alone(tmp_path):
    changed = page_of(1)
    changed[10:14, 20:30] = 7
    with Image.open(write(tmp_path / "a.gif", [page_of(1), changed])) as picture:
        picture.seek(1)
        left, top, right, bottom = picture.tile[0].extents
    assert (left >= 20, top >= 10, right <= 30, bottom <= 14) == (True,) * 4


def test_a_palette_of_any_length_will_do(tmp_path):
    for count in (2, 5, 256):
        palette = np.random.default_rng(count).integers(0, 256, (count, 3)).astype(np.uint8)
        page = np.random.default_rng(1).integers(0, count, (HEIGHT, WIDTH)).astype(np.uint8)
        for suffix in EXACT:
            path = write(tmp_path / f"{count}{suffix}", [page, page[::-1].copy()], palette=palette)
            assert np.array_equal(read(path)[1], palette[page[::-1]]), suffix


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 8), st.sampled_from(["noise", "constant", "rare", "halves"]))
def test_packed_pixels_are_unpacked_by_another_reader(seed, bits, kind):
    rng = np.random.default_rng(seed)
    height, width = rng.integers(1, 400, 2)
    page = rng.integers(0, 1 << bits, (height, width)).astype(np.uint8)
    page[{"noise": height, "constant": 0, "rare": height // 9, "halves": height // 2}[kind] :] = 1
    colour_bits = max(2, bits)
    header = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80 | colour_bits - 1, 0, 0) + bytes(3 << colour_bits)
    image = struct.pack("<BHHHHB", 0x2C, 0, 0, width, height, 0)
    with Image.open(io.BytesIO(header + image + lzw.pack(page, colour_bits) + b"\x3b")) as picture:
        assert np.array_equal(np.asarray(picture), page)


def test_a_video_is_what_every_player_takes(tmp_path):
    path = write(tmp_path / "a.mp4", [page_of(seed) for seed in range(3)])
    _, facts = video(path)
    assert (facts["codec"], facts["format"], facts["size"]) == ("h264", "yuv420p", (62, 44))
    assert path.read_bytes().index(b"moov") < path.read_bytes().index(b"mdat")


@pytest.mark.parametrize("frame_ms", [40, 45, 333, 500, 2500])
def test_a_video_shows_every_page_as_long_as_it_should(frame_ms, tmp_path):
    frames, facts = video(write(tmp_path / "a.mp4", [page_of(seed) for seed in range(3)], frame_ms))
    assert facts["rate"] >= 10
    assert float(facts["seconds"]) == pytest.approx(3 * frame_ms / 1000, abs=1e-3)
    shown = [
        int(np.argmin([np.abs(picture[:HEIGHT, :WIDTH] - PALETTE[page_of(s)].astype(int)).mean() for s in range(3)]))
        for _, picture in frames
    ]
    assert [len(list(run)) for _, run in itertools.groupby(shown)] == [len(frames) // 3] * 3


def test_a_video_of_one_page(tmp_path):
    frames, facts = video(write(tmp_path / "a.mp4", [page_of(1)]))
    assert len(frames) == 5
    assert float(facts["seconds"]) == pytest.approx(0.5)


def test_a_video_has_the_colours_of_the_palette(tmp_path):
    page = np.repeat(np.arange(0, 100, 10, dtype=np.uint8), 32)[None].repeat(64, 0)
    frames, facts = video(write(tmp_path / "a.mp4", [page], size=page.shape[::-1]))
    assert facts["space"] == Colorspace.ITU709
    middles = frames[0][1][32, 16::32].astype(int)
    assert np.abs(middles - PALETTE[np.arange(0, 100, 10)]).max() <= 6


def test_odd_sides_are_filled_with_white(tmp_path):
    frames, _ = video(write(tmp_path / "a.mp4", [np.full((HEIGHT, WIDTH), WHITE, np.uint8)]))
    assert frames[0][1].min() >= 253


@pytest.mark.parametrize("name", ["a.avi", "a", "a.gif.zip", ".gif"])
def test_an_unknown_suffix_is_refused(name, tmp_path):
    with pytest.raises(InvalidRequestError, match="no format of animations") as caught:
        open_animation(tmp_path / name, SIZE, PALETTE, 500, True)
    assert "webp" in caught.value.hint


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_animation_without_a_page_is_refused(suffix, tmp_path):
    with pytest.raises(InvalidRequestError, match="no page"):
        write(tmp_path / f"a{suffix}", [])


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_full_disk_is_told(suffix, tmp_path):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    path = tmp_path / f"a{suffix}"
    path.symlink_to(full)
    with pytest.raises(RasterError, match="cannot be written") as caught:
        write(path, [page_of(seed) for seed in range(30)])
    assert "space" in caught.value.hint


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_folder_that_is_not_there_is_told(suffix, tmp_path):
    with pytest.raises(RasterError, match="cannot be written"):
        write(tmp_path / "none" / f"a{suffix}", [page_of(1)])


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_error_of_the_caller_passes_through(suffix, tmp_path):
    def pages():
        yield page_of(1)
        raise KeyError

    with pytest.raises(KeyError):
        write(tmp_path / f"a{suffix}", pages())


def test_a_page_of_another_size_is_a_bug(tmp_path):
    with pytest.raises(ValueError, match="page"):
        write(tmp_path / "a.gif", [np.zeros((2, 2), np.uint8)])


@pytest.mark.parametrize("suffix", FORMATS)
def test_few_pages_live_at_once(suffix, tmp_path):
    alive, most = weakref.WeakSet(), 0

    class Page(np.ndarray):
        """An array that can be counted."""

        __hash__ = object.__hash__

    def pages():
        nonlocal most
        for seed in range(200):
            page = page_of(seed).view(Page)
            alive.add(page)
            most = max(most, len(alive))
            yield page

    write(tmp_path / f"a{suffix}", pages(), 40)
    assert most <= 8
