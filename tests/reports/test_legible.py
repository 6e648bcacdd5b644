"""Text of unknown origin is printed as it is, or by its numbers; never interpreted."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.reports.archive.fonts import register_fonts
from smartcity_desktop.reports.layout.ink import CELL, fitting, wrap
from smartcity_desktop.reports.layout.legible import Legible, shortened

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
DRAWABLE = register_fonts(FONTS)
LEGIBLE = Legible(DRAWABLE)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Kota Samarinda", "Kota Samarinda"),
        ("<b>Kota</b> & 'x'", "<b>Kota</b> & 'x'"),
        ("a\u202etxt.exe", "a[U+202E]txt.exe"),
        ("a\x00\x1b[31m", "a[U+0000][U+001B][31m"),
        ("\U0001f600", "[U+1F600]"),
        ("e\u0301", "\u00e9"),
        ("q\u0301", "q[U+0301]"),
        ("\u05d0", "[U+05D0]"),
        ("a\u200bb\ufeff", "a[U+200B]b[U+FEFF]"),
        ("\ud800", "[U+D800]"),
        ("a\u00a0b\u3000c\td", "a b c d"),
    ],
)
def test_each_character_is_drawn_or_named(text: str, printed: str) -> None:
    assert LEGIBLE.line(text) == printed


def test_line_breaks_are_kept_only_where_asked() -> None:
    assert LEGIBLE.lines("a\r\nb\u2028c\rd") == "a\nb\nc\nd"
    assert LEGIBLE.line("a\r\n b") == "a b"


@given(st.text(st.characters(), max_size=80))
def test_nothing_else_ever_reaches_the_page(text: str) -> None:
    for character in LEGIBLE.lines(text):
        assert character == "\n" or ord(character) in DRAWABLE
        assert character == "\n" or unicodedata.category(character)[0] not in "CM"


@given(st.text("ab \n", max_size=120), st.floats(12, 300))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: float) -> None:
    lines = wrap(text, CELL, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(CELL.width(line) <= width for line in lines)


def test_a_double_name_is_cut_at_its_hyphen() -> None:
    name = "Kusumadiningrat-Wiryodiningrat"
    assert wrap(name, CELL, CELL.width(name) - 5) == ("Kusumadiningrat-", "Wiryodiningrat")


def test_a_text_that_may_not_wrap_is_shortened_with_a_mark() -> None:
    assert fitting("Kota Ambon", CELL, 500) == "Kota Ambon"
    short = fitting("Kabupaten Kepulauan Tanimbar Utara", CELL, 90)
    assert short.endswith("…")
    assert CELL.width(short) <= 90


def test_an_endless_text_is_shortened_with_a_mark() -> None:
    short = shortened("kata " * 100, 60, "[dipersingkat]")
    assert len(short) <= 60
    assert short.endswith("… [dipersingkat]")
    assert shortened("kata", 60, "[dipersingkat]") == "kata"
