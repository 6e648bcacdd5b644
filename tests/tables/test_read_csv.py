"""CSV as spreadsheets and people write it."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.tables.reading import read_table, read_table_file
from smartcity_desktop.tables.writing import write_csv

EXPECTED = (("32.73", "Kota Bandung"), ("64.72", "Kota Samarinda"))


def cells(data: bytes) -> tuple[tuple[str, ...], ...]:
    return tuple(row.cells for row in read_table(data, "R.csv").rows)


def refused(data: bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_table(data, "R.csv")
    return [f"{p.where}: {p.what}" for p in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "kode;nama\n32.73;Kota Bandung\n64.72;Kota Samarinda\n",
        "kode,nama\r\n32.73,Kota Bandung\r\n64.72,Kota Samarinda",
        "kode\tnama\r32.73\tKota Bandung\r64.72\tKota Samarinda\r",
        '"kode";"nama"\n"32.73";"Kota Bandung"\n\n;;\n"64.72";"Kota Samarinda";;\n;\n',
        "sep=;\r\nkode;nama\r\n32.73;Kota Bandung\r\n64.72;Kota Samarinda\r\n",
        "\n\n;;;\nkode;nama;;\n32.73;Kota Bandung;;\n   ;\n64.72;Kota Samarinda\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_same_list_in_any_dress(text: str, encoding: str) -> None:
    assert cells(text.encode(encoding)) == EXPECTED


def test_a_decimal_comma_in_a_semicolon_file_is_no_delimiter() -> None:
    assert cells(b"region;score\n64.72;3,5\n") == (("64.72", "3,5"),)


def test_a_delimiter_inside_a_quoted_title_does_not_count() -> None:
    assert cells(b'"a,b,c";d\n1;2\n') == (("1", "2"),)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    table = read_table(b'kode;catatan\n1;"dua\r\nbaris"\n\n2;b\n', "R.csv")
    assert [row.line for row in table.rows] == [2, 5]
    assert table.rows[0].cells == ("1", "dua\nbaris")
    assert str(table.place(5, 1)) == "R.csv, line 5, column catatan"


def test_windows_text_and_composed_characters() -> None:
    assert cells("nama\nCafé\n".encode("cp1252")) == (("Café",),)
    assert cells("nama\nCafe\u0301\n".encode()) == (("Café",),)


def test_a_greek_question_mark_never_becomes_a_delimiter() -> None:
    assert cells("a;b\nx\u037ey;z\n".encode()) == (("x;y", "z"),)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b";;;\n;;\n", "empty"),
        (b"nama\n\x81\x8d\n", "neither in UTF-8, CP1252"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"SQLite format 3\0rest", "panel file"),
        (b"<html><table>", "web page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "neither CSV nor XLSX"),
        (b'kode;nama\n1;"tak ditutup\n2;b\n', "line 2"),
        (b'kode;nama\n1;"a" b\n', "line 2"),
        (b"PK\x05\x06" + bytes(18), "archive"),
    ],
)
def test_what_is_no_table_is_told_what_it_is(data: bytes, sentence: str) -> None:
    (problem,) = refused(data)
    assert sentence in problem
    assert problem.startswith("R.csv")


def test_every_unfit_cell_is_named() -> None:
    problems = refused("kode;nama\n1;a\x01b\n2;c\u202ed\n3;e;f\n4;\x9b\n".encode())
    assert [p.split(":")[0] for p in problems] == [
        "R.csv, line 2, column 2",
        "R.csv, line 3, column 2",
        "R.csv, line 4, column 3",
        "R.csv, line 5, column 2",
    ]
    assert "U+0001" in problems[0]
    assert "U+202E" in problems[1]
    assert "3 cells" in problems[2]


def test_limits() -> None:
    assert "20 MB" in refused(b"a" * (20 * 2**20 + 1))[0]
    assert "larger than any list" in refused(b"a\n" + b"1\n" * 200_001)[0]
    assert "larger than any list" in refused(b";".join([b"a"] * 301))[0]
    assert "32767 characters" in refused(b"a\n" + b"x" * 32_768)[0]
    assert cells(b"a\n" + b"x" * 32_767)[0][0] == "x" * 32_767


def test_a_flood_of_problems_ends() -> None:
    problems = refused(b"a\n" + b"1;2\n" * 5_000)
    assert len(problems) == 501
    assert "Correct these first" in problems[-1]


def test_a_file_that_cannot_be_opened(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("lists")
    with pytest.raises(InputError, match="no such file"):
        read_table_file(folder / "R.csv")
    (folder / "R.csv").write_bytes(b"kode\n64.72\n")
    assert read_table_file(folder / "R.csv").rows[0].cells == ("64.72",)


TEXT = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12
).filter(lambda text: text == text.strip() and text[0] not in "=+-@'\uff1d\uff0b\uff0d\uff20")


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:

    data = write_csv([("kode", "nama"), *rows])
    assert cells(data) == tuple(
        tuple(unicodedata.normalize("NFC", cell) for cell in row) for row in rows
    )


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    with suppress(InputError):
        table = read_table(data, "R.csv")
        assert {type(cell) for row in table.rows for cell in row.cells} <= {str}
