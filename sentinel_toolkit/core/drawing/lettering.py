"""Texts on a picture: a font that has their characters, their size, and lines that fit."""

from __future__ import annotations

import functools
import math
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font
from PIL import ImageDraw, ImageFont

SMALLEST = 9  # pixels; below, letters cannot be told apart
LEADING = 1.2  # line height in sizes: the ascent and descent of DejaVu Sans
SHRUNK = 0.55  # of the size that a text may be drawn in so that it is not cut
ELLIPSIS = "…"
INVISIBLE = ("Cc", "Cf")  # categories of Unicode


@dataclass(frozen=True)
class Text:
    """A text ready to be drawn: its lines, and the width and height that they take in pixels."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels; nothing for an empty text."""
        if not any(self.lines):
            return 0, 0
        return max(map(self.width_of, self.lines)), len(self.lines) * self.line_height

    @property
    def line_height(self) -> int:
        """Pixels from one line to the next."""
        return math.ceil(LEADING * self.font.size)

    def width_of(self, line: str) -> int:
        """Return the pixels that a line takes."""
        return math.ceil(self.font.getlength(line)) + 1

    def draw(self, pen: ImageDraw.ImageDraw, left: float, top: float, grey: int = 0) -> None:
        """Draw with an ImageDraw, the upper left corner of the first line at (left, top)."""
        ascent, descent = self.font.getmetrics()
        first = top + round((self.line_height - ascent - descent) / 2) + ascent
        for number, line in enumerate(self.lines):
            pen.text((left, first + number * self.line_height), line, grey, self.font, anchor="ls")


def undrawable(text: str) -> str:
    """Return the characters of a text that no font here can draw, each once; they are left out when it is drawn."""
    _, known = _font_of(text)
    return "".join(dict.fromkeys(letter for letter in _letters(text) if ord(letter) not in known and letter != " "))


def fit(text: str, size: int, width: int, most_lines: int = 1, *, bold: bool = False) -> Text:
    """Return a text broken into lines that fit, else smaller, else cut with an ellipsis.

    Parameters
    ----------
    text
    size
        Pixels; never below 9.
    width
        Pixels that a line may take.
    most_lines
    bold
    """
    path, known = _font_of(text, bold)
    words = "".join(letter for letter in _letters(text) if ord(letter) in known or letter == " ").split()
    size = max(SMALLEST, size)
    for pixels in range(size, max(SMALLEST, round(SHRUNK * size)) - 1, -1):
        font = _font(path, pixels)
        lines = _wrapped(words, font, width - 1)
        if len(lines) <= most_lines and all(font.getlength(line) <= width - 1 for line in lines):
            return Text(tuple(lines), font)
    return Text(_cut(lines, most_lines, font, width - 1), font)


def _letters(text: str) -> str:
    """Return a text without control and format characters, with every white space a blank."""
    return "".join(letter for letter in " ".join(text.split()) if unicodedata.category(letter) not in INVISIBLE)


def _wrapped(words: list[str], font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return the lines of words, each as full as it can be; a word longer than a line stands alone."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _cut(lines: list[str], most: int, font: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    """Return at most so many lines, what does not fit replaced by an ellipsis."""
    kept = []
    for number, line in enumerate(lines[:most]):
        is_last = number == most - 1 and len(lines) > most
        if is_last or font.getlength(line) > width:
            length = len(line)
            while length and font.getlength(line[:length].rstrip() + ELLIPSIS) > width:
                length -= 1
            kept.append(line[:length].rstrip() + ELLIPSIS)
        else:
            kept.append(line)
    return tuple(kept)


@functools.lru_cache(64)
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    # Pillow shapes Arabic and Indic scripts by itself where its library for that is there.
    return ImageFont.truetype(path, size)


@functools.lru_cache(64)
def _font_of(text: str, bold: bool = False) -> tuple[str, frozenset[int]]:
    """Return a font file and its characters: DejaVu Sans, or the first installed font with what that one lacks."""
    folder = Path(matplotlib.get_data_path(), "fonts", "ttf")
    own = str(folder / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"))
    wanted = {ord(letter) for letter in _letters(text)} - {ord(" ")}
    known = _characters(own)
    if wanted <= known:
        return own, known
    for path in _installed():
        others = _characters(path)
        if wanted <= others:
            return path, others
    return own, known


@functools.cache
def _installed() -> list[str]:
    """Return the paths of the fonts of this machine, the same on every run."""
    from matplotlib.font_manager import findSystemFonts  # half a second, and only for rare letters

    return sorted(findSystemFonts())


@functools.cache
def _characters(path: str) -> frozenset[int]:
    """Return the code points that a font has; none if it is no font of outlines."""
    try:
        font = FT2Font(path)
    except (RuntimeError, OSError):
        return frozenset()
    return frozenset(font.get_charmap()) if font.scalable else frozenset()
