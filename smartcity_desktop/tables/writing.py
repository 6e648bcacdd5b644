"""Writing tables that other programs open: text stays text, the same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | int | Decimal
"""What a written cell may hold: text, or a number made by the program."""

_BYTE_ORDER_MARK = "\ufeff"
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DASH = "-"

_MOMENT = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_STAMP = rb"\g<1>1980-01-01T00:00:00Z"
_WIDEST = 60
_MOST_DIGITS = 15


def write_csv(rows: Iterable[Sequence[Cell]], *, decimal_mark: str = ".") -> bytes:
    """Return CSV with a byte order mark, ``;`` and CRLF, as spreadsheets in Indonesia open it.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; a lone dash is
    no formula. Numbers are written as they are, with this decimal mark.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([_csv_text(cell, decimal_mark) for cell in row] for row in rows)
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def _csv_text(cell: Cell, decimal_mark: str) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_ACTIVE) and cell != _DASH else cell
    return format(cell, "f" if isinstance(cell, Decimal) else "d").replace(".", decimal_mark)


def write_xlsx(rows: Iterable[Sequence[Cell]], sheet: str) -> bytes:
    r"""Return a workbook with one sheet: first row bold and frozen, columns as wide as their text.

    Text is stored as text, never as a formula, and stays so when somebody edits the cell. A number
    that a spreadsheet would shorten is stored as text. No moment of writing is in the file.

    Args:
        rows: the header first.
        sheet: title of the sheet, at most 31 characters, none of ``[]:*?/\``.
    """
    import openpyxl  # type: ignore[import-untyped]

    table = [tuple(row) for row in rows]
    title = openpyxl.styles.Font(bold=True)
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet(sheet)
    page.freeze_panes = "A2"
    for position, width in enumerate(_widths(table), start=1):
        page.column_dimensions[_letters(position)].width = width
    for number, row in enumerate(table):
        cells = []
        for value in map(_in_reach, row):
            cell = openpyxl.cell.WriteOnlyCell(page, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(_ACTIVE)
            elif isinstance(value, Decimal):
                cell.number_format = _number_format(value)
            if number == 0:
                cell.font = title
            cells.append(cell)
        page.append(cells)
    file = io.BytesIO()
    book.save(file)
    return _without_moments(file.getvalue())


def _in_reach(value: Cell) -> Cell:
    """Return a number of more digits than a spreadsheet keeps as its text."""
    if isinstance(value, str) or len(Decimal(value).as_tuple().digits) <= _MOST_DIGITS:
        return value
    return format(value, "f" if isinstance(value, Decimal) else "d")


def _number_format(number: Decimal) -> str:
    """Return the format that shows as many decimals as the number was given with."""
    exponent = number.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return f"0.{'0' * decimals}" if decimals > 0 else "0"


def _widths(table: Sequence[Sequence[Cell]]) -> list[int]:
    columns = max((len(row) for row in table), default=0)
    longest = [0] * columns
    for row in table:
        for at, cell in enumerate(row):
            longest[at] = max(longest[at], len(str(cell)))
    return [min(width + 2, _WIDEST) for width in longest]


def _letters(position: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _without_moments(data: bytes) -> bytes:
    """Return the same workbook with every moment in it fixed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMPS.sub(_STAMP, content)
            fixed = zipfile.ZipInfo(entry.filename, _MOMENT)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, content)
    return file.getvalue()
