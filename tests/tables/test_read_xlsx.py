"""XLSX as spreadsheet programs, and hands, write it."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import openpyxl  # type: ignore[import-untyped]
import pytest

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.tables.reading import read_table
from smartcity_desktop.tables.table import Oddity

if TYPE_CHECKING:
    from collections.abc import Callable

    Workbook = Callable[..., bytes]


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def text(reference: str, value: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


HEADER = row(1, text("A1", "kode"), text("B1", "nilai"))


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("3", "3"),
        ("3.0", "3"),
        ("3.5", "3.5"),
        ("35.100000000000001", "35.1"),
        ("0.10000000000000001", "0.1"),
        ("64.719999999999999", "64.72"),
        ("2.9999999999999996", "2.9999999999999996"),
        ("1E-3", "0.001"),
        ("1.5E10", "15000000000"),
        ("100", "100"),
        ("-0", "0"),
        ("-2.5", "-2.5"),
    ],
)
def test_a_number_reads_as_it_was_typed(workbook: Workbook, stored: str, seen: str) -> None:
    data = workbook(HEADER + row(2, text("A2", "x"), f'<c r="B2"><v>{stored}</v></c>'))
    assert read_table(data, "s.xlsx").rows[0].cells == ("x", seen)


def test_a_table_of_a_library() -> None:
    book = openpyxl.Workbook()
    book.active.append(["kode", "nama", "nilai", "hari", "jam", "ada"])
    book.active.append([35.1, "Kabupaten Banyuwangi", 3, dt.date(2017, 5, 2), dt.time(9, 30), True])
    book.active.append(["64.72", "Kota Samarinda", 3.5, dt.datetime(2017, 5, 2, 13), None, False])
    table = read_table(saved(book), "apa saja.csv")
    assert [r.cells for r in table.rows] == [
        ("35.1", "Kabupaten Banyuwangi", "3", "2017-05-02", "09:30", "TRUE"),
        ("64.72", "Kota Samarinda", "3.5", "2017-05-02 13:00", "", "FALSE"),
    ]
    assert [r.oddity(3) for r in table.rows] == [Oddity.DATE, Oddity.DATE]
    assert table.rows[0].oddity(4) is Oddity.DATE
    assert table.rows[0].oddity(2) is None


def test_the_first_visible_sheet_with_content_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.title = "kosong"
    hidden = book.create_sheet("daftar pilihan")
    hidden.append(["bukan ini"])
    hidden.sheet_state = "hidden"
    book.create_sheet("isi").append(["kode"])
    book.create_sheet("lain").append(["bukan ini juga"])
    assert read_table(saved(book), "s.xlsx").header == ("kode",)


def test_dates_since_1904_and_own_formats(workbook: Workbook) -> None:
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy"/>'
        '<numFmt numFmtId="165" formatCode="0.0&quot; tingkat yang dicapai&quot;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    )
    sheet = HEADER + row(2, '<c r="A2" s="1"><v>41029</v></c>', '<c r="B2" s="2"><v>3.5</v></c>')
    table = read_table(workbook(sheet, "", styles), "s.xlsx")
    assert table.rows[0].cells == ("2012-04-30", "3.5")
    assert table.rows[0].oddities == ((0, Oddity.DATE),)
    since_1904 = '<workbook xmlns:r="r"><workbookPr date1904="1"/></workbook>'
    since_1904 = since_1904.replace(
        "</", '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></'
    )
    table = read_table(workbook(sheet, "", styles, parts={"xl/workbook.xml": since_1904}), "s.xlsx")
    assert table.rows[0].cells == ("2016-05-01", "3.5")


def test_a_code_taken_for_a_time(workbook: Workbook) -> None:
    styles = '<cellXfs><xf numFmtId="20"/></cellXfs>'
    sheet = HEADER + row(2, '<c r="A2" s="0"><v>0.50347222222222221</v></c>', text("B2", "x"))
    assert read_table(workbook(sheet, "", styles), "s.xlsx").rows[0].cells[0] == "12:05"


def test_rich_and_escaped_and_phonetic_texts(workbook: Workbook) -> None:
    strings = (
        "<si><r><rPr><b/></rPr><t>Kota </t></r><r><t>Bandung</t></r></si>"
        '<si><t xml:space="preserve">dua_x000D_\nbaris _x005F_x0041_</t></si>'
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    )
    cells = (f'<c r="{letter}2" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABC"))
    sheet = row(1, text("A1", "a"), text("B1", "b"), text("C1", "c")) + row(2, *cells)
    table = read_table(workbook(sheet, strings), "s.xlsx")
    assert table.rows[0].cells == ("Kota Bandung", "dua\nbaris _x0041_", "東京")


def test_prefixed_elements_and_cells_without_reference(workbook: Workbook) -> None:
    sheet = (
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>kode</x:v></x:c></x:row>'
        "<x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    table = read_table(workbook("", parts={"xl/worksheets/sheet1.xml": sheet}), "s.xlsx")
    assert (table.header, table.rows[0].cells) == (("kode",), ("7",))


def test_formulas_count_by_their_saved_result(workbook: Workbook) -> None:
    sheet = HEADER + row(
        2,
        '<c r="A2" t="str"><f>"64"&amp;".72"</f><v>64.72</v></c>',
        '<c r="B2"><f>1+2</f><v>3</v></c>',
    )
    sheet += row(3, text("A3", "x"), '<c r="B3"><f>WEBSERVICE("http://x")</f></c>')
    sheet += row(4, text("A4", "y"), '<c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    table = read_table(workbook(sheet), "s.xlsx")
    assert table.rows[0].cells == ("64.72", "3")
    assert table.rows[1].oddity(1) is Oddity.UNCOMPUTED
    assert table.rows[2].oddity(1) is Oddity.ERROR


def test_formatted_blank_rows_and_columns_are_nothing(workbook: Workbook) -> None:
    blank = "".join(row(n, f'<c r="A{n}" s="1"/>', f'<c r="XFD{n}" s="1"/>') for n in range(3, 999))
    table = read_table(workbook(HEADER + row(2, text("A2", "x")) + blank), "s.xlsx")
    assert [r.cells for r in table.rows] == [("x", "")]


def test_lines_are_those_of_the_sheet(workbook: Workbook) -> None:
    table = read_table(workbook(row(4, text("B4", "kode")) + row(9, text("B9", "1"))), "s.xlsx")
    assert (table.header_line, table.rows[0].line) == (4, 9)
    assert str(table.place(9, 1)) == "s.xlsx, line 9, column kode"


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        read_table(saved(openpyxl.Workbook()), "s.xlsx")
