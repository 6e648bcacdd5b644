"""What is written: safe to open elsewhere, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import openpyxl  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.tables.reading import read_table
from smartcity_desktop.tables.writing import Cell, write_csv, write_xlsx

ROWS: list[tuple[Cell, ...]] = [
    ("kode", "nama", "nilai", "selisih"),
    ("35.10", '=HYPERLINK("http://x";"klik")', Decimal("3.50"), -2),
    ("64.72", 'Kota; "Samarinda"\ndua baris', Decimal("-0.25"), 0),
]


def test_csv_opens_in_an_indonesian_spreadsheet() -> None:
    data = write_csv(ROWS)
    assert data.startswith(b"\xef\xbb\xbfkode;nama;nilai;selisih\r\n")
    assert b";3.50;-2\r\n" in data
    assert b";3,50;-2\r\n" in write_csv(ROWS, decimal_mark=",")
    assert read_table(data, "r.csv").rows[1].cells[1] == 'Kota; "Samarinda"\ndua baris'


@pytest.mark.parametrize("text", ["=1+1", "+62811", "-2+3", "@SUM(A1)", "\tx", "\rx", "\uff1d1"])
def test_active_text_is_defused(text: str) -> None:
    written = write_csv([("a",), (text,)]).decode("utf-8-sig").split("\r\n", 1)[1]
    assert written.lstrip('"').startswith("'")


@pytest.mark.parametrize("text", ["-", "a=b", "3-4", "x@y"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert write_csv([(text,)]) == f"\ufeff{text}\r\n".encode()


def test_xlsx_holds_text_as_text_and_numbers_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(ROWS, "Hasil")))
    page = book["Hasil"]
    assert page["B2"].data_type == "s"
    assert page["B2"].value == ROWS[1][1]
    assert page["A2"].value == "35.10"
    assert (page["C2"].value, page["C2"].number_format) == (3.5, "0.00")
    assert page["D2"].value == -2
    assert page.freeze_panes == "A2"
    assert page["A1"].font.b


def test_xlsx_is_read_back() -> None:
    table = read_table(write_xlsx(ROWS, "Hasil"), "r.xlsx")
    assert [row.cells for row in table.rows] == [
        ("35.10", ROWS[1][1], "3.5", "-2"),
        ("64.72", ROWS[2][1], "-0.25", "0"),
    ]


def test_xlsx_carries_no_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_xlsx(ROWS, "Hasil")
    monkeypatch.setenv("TZ", "Asia/Makassar")
    assert write_xlsx(ROWS, "Hasil") == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_xlsx_keeps_every_digit() -> None:
    """A spreadsheet keeps 15 digits of a number, so a longer one is text."""
    long = Decimal("1234567890.123456")
    data = write_xlsx([("a", "b"), (long, 10**15), (Decimal("0.10"), 10**14)], "Hasil")
    page = openpyxl.load_workbook(io.BytesIO(data))["Hasil"]
    assert (page["A2"].value, page["B2"].value) == (str(long), str(10**15))
    assert (page["A3"].value, page["B3"].value) == (0.1, 10**14)


def test_active_text_in_xlsx_stays_text_when_the_cell_is_edited() -> None:
    data = write_xlsx([("a", "b"), ("=1+1", "aman")], "Hasil")
    page = openpyxl.load_workbook(io.BytesIO(data))["Hasil"]
    assert (page["A2"].quotePrefix, page["B2"].quotePrefix) == (True, False)
