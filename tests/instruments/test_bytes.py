from __future__ import annotations

import hashlib
import time

import pytest

from smartcity_desktop.instruments.limits import LARGEST_FILE, MOST_INDICATORS, MOST_PROBLEMS
from smartcity_desktop.instruments.reading import read_instrument
from tests.instruments.small_instrument import SMALL, SMALLEST, WHERE, changed, problems_of

MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    "data",
    [
        SMALL.encode(),
        MARK + SMALL.encode(),
        SMALL.replace("\n", "\r\n").encode(),
        MARK + SMALL.replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "mark", "windows", "mark and windows"],
)
def test_marks_and_line_ends_do_not_matter_but_the_digest_is_of_the_bytes(data: bytes) -> None:
    instrument = read_instrument(data, WHERE)
    plain = read_instrument(SMALL.encode(), WHERE)
    assert instrument.sha256 == hashlib.sha256(data).hexdigest()
    assert instrument.dimensions == plain.dimensions
    assert instrument.rules == plain.rules


@pytest.mark.parametrize(
    ("text", "place", "beginning"),
    [
        ("format = 1\nid = “kecil”\n", "line 2, column 6", "No value can be read here."),
        ("format = 1\nversion = \n", "line 2, column 11", "No value can be read here."),
        ("format = 1,0\n", "line 1, column 11", "After the value the line must end."),
        ("format = 01\n", "line 1, column 11", "After the value the line must end."),
        ("\n\nformat\n", "line 3, column 7", "After a key an equals sign is expected"),
        ("format = 1\nformat = 1\n\n", "line 2, column 11", "What stands here is given a second"),
        ("[rules]\n[rules]\n", "line 2, column 7", "This table is opened a second time."),
        ('id = "kecil\n', "line 1, column 12", "This character may not stand here."),
        ('id = """kecil\n\n', "line 1, column 14", "This text is not closed"),
        ("title = { id = 'a'\n}", "line 1, column 19", "A bracket that was opened is not closed"),
        ("= 1\n", "line 1, column 1", "This is not valid TOML: Invalid statement."),
    ],
)
def test_broken_toml_is_named_with_line_and_column(text: str, place: str, beginning: str) -> None:
    ((where, what),) = problems_of(text.encode())
    assert where == place
    assert what.startswith(beginning)


def test_a_file_that_is_not_utf_8_is_named_with_its_line() -> None:
    data = changed(("Dasar hukum", "Dasar h\u00fckum")).decode().encode("latin-1")
    line = data.split(b"\xfc")[0].count(b"\n") + 1
    assert problems_of(data) == [
        (f"line {line}", "The file is not written in UTF-8. Save it again as UTF-8.")
    ]


def test_an_empty_file_lacks_everything_it_must_have() -> None:
    assert [place for place, _ in problems_of(b"")] == [
        "format", "id", "version", "title", "scale", "rules", "dimensions",
    ]  # fmt: skip


def test_a_later_format_is_refused_before_anything_else_is_judged() -> None:
    assert problems_of(b'format = 2\nnew_key = "x"\n') == [
        ("format", "This program reads instruments of format 1, not 2.")
    ]


def test_too_many_problems_are_cut_off_with_a_word() -> None:
    data = b"".join(b"x%d = 1\n" % n for n in range(MOST_PROBLEMS + 50))
    problems = problems_of(data)
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1][1] == "From here on there are more problems. Correct these first."


def test_hostile_keys_cannot_spoil_a_sentence() -> None:
    ((place, what),) = problems_of(
        changed(("format = 1\n", f'format = 1\n"a\\u001b[31m{"b" * 100}" = 1\n'))
    )
    assert place == f"a\ufffd[31m{'b' * 34}…"
    assert "\x1b" not in what


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("long key", "a." * 200_000 + "a = 1"),
        ("long quoted key", '"a".' * 100_000 + "a = 1"),
        ("long key after four quotation marks", 'x = ["""a"""", {' + "a." * 100_000 + "a = 1}]"),
        ("deep list", "a = " + "[" * 200_000),
        ("deep table", "a = " + "{a = " * 80_000),
        ("deep header", "[" + "a." * 200_000 + "a]"),
        ("endless number", "a = " + "1" * 400_000),
        ("endless underscores", "a = 1" + "_1" * 200_000),
        ("endless decimals", "a = 1." + "1" * 400_000),
        ("huge exponent", "format = 1e" + "9" * 60),
        ("large exponent", "format = 1e999999999999"),
        ("small exponent", "format = 1e-999999999999"),
        ("open text", 'a = """' + '\\"""' * 120_000),
        ("many tables", "".join(f"[a{n}.b]\n" for n in range(40_000))),
        ("many nested tables", ("[" + ".".join("abcdefghijklmno") + "]\n") * 15_000),
        ("too large", "#" * (LARGEST_FILE + 1)),
        ("zeros", "\0" * 100_000),
    ],
)
def test_a_hostile_text_is_refused_quickly(name: str, text: str) -> None:
    start = time.monotonic()
    assert problems_of(text.encode()), name
    assert time.monotonic() - start < 20


def test_a_long_rubric_of_many_indicators_is_read_quickly() -> None:
    values = range(1000)
    levels = ",".join(f'{{ value = {value}, id = "x" }}' for value in values)
    indicator = SMALLEST[SMALLEST.index("[[dimensions.ind") : SMALLEST.index("[rules]")]
    many = "".join(
        indicator.replace('"A1"', f'"A{n}"') + 'rubric = "r"\n' for n in range(MOST_INDICATORS)
    )
    data = changed(
        ("[1, 2, 3, 4]", f"{list(values)}\n[rubrics.r]\nlevels = [{levels}]"),
        (indicator, many),
        base=SMALLEST,
    )
    start = time.monotonic()
    assert len(read_instrument(data, WHERE).indicators()) == MOST_INDICATORS
    assert time.monotonic() - start < 20
    dimension = SMALLEST[SMALLEST.index("[[dimensions]]") : SMALLEST.index("[rules]")]
    another = dimension.replace('"A', '"B').encode()
    assert problems_of(data.replace(b"[rules]", another + b"[rules]")) == [
        ("dimensions", "At most 500 indicators are possible.")
    ]


def test_bounds_do_not_mistake_texts_and_comments_for_keys() -> None:
    dots = "satu.dua." * 20
    data = changed(
        ("Dasar hukum", dots),
        ("[scale]", f'# {dots}\n# {"[" * 100} {"1" * 100} don\'t """\n[scale]'),
        ('"Rancangan"', f"'{dots}\"{'[' * 30}'"),
        ('"Berlaku"', f'"""{dots}\n"" {"{" * 30} \\""""'),
        ('"Dilaksanakan"', f"'''{dots}\n'' {'x' * 80}'''''"),
    )
    instrument = read_instrument(data, WHERE)
    levels = instrument.indicators()[0].levels
    assert instrument.indicators()[0].name.id == dots
    assert [level.text.id for level in levels[1:]] == [
        f'{dots}"{"[" * 30}',
        f'{dots} "" {"{" * 30} "',
        f"{dots} '' {'x' * 80}''",
    ]


def test_the_number_of_the_line_counts_through_long_texts() -> None:
    data = changed(('"Berlaku"', '"""Ber\nla\nku"""'), ("weight = 60.0", f"weight = {'6' * 99}"))
    line = data.split(b"6666")[0].count(b"\n") + 1
    assert problems_of(data) == [
        (f"line {line}", "Outside quotation marks nothing is longer than 64 characters.")
    ]
