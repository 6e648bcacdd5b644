"""The cells of one worksheet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.tables.limits import MOST_CELLS, MOST_COLUMNS, MOST_LINES
from smartcity_desktop.tables.table import Oddity, Row, refusal
from smartcity_desktop.tables.xml_part import DamagedPartError, parse_part

if TYPE_CHECKING:
    from smartcity_desktop.tables.cell_text import CellReader

_DIGITS = "0123456789"


def read_worksheet(part: bytes, cells: CellReader, name: str) -> tuple[Row, ...]:
    """Return the rows that hold at least one filled cell.

    Args:
        part: the XML of the sheet.
        cells: how a stored cell is read.
        name: of the file, for the sentence when there is too much in it.

    Raises:
        DamagedPartError: the sheet contradicts itself.
        InputError: more columns or cells than any list has.
    """
    reader = _Rows(cells, name)
    parse_part(part, reader)
    return tuple(reader.rows)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """Return the column that the letters name, counted from 0; -1 when they name none."""
    if not 0 < len(letters) <= 3:
        return -1
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            return -1
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class _Rows:
    """Turns the events of a worksheet into rows."""

    def __init__(self, cells: CellReader, name: str) -> None:
        self.rows: list[Row] = []
        self._cells = cells
        self._name = name
        self._inside = False
        self._line = 0
        self._line_text = ""
        self._row: dict[int, str] = {}
        self._odd: list[tuple[int, Oddity]] = []
        self._column = -1
        self._kind = "n"
        self._style = ""
        self._formula = False
        self._pieces: list[str] = []
        self._taking = False
        self._phonetic = False
        self._held = 0

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "sheetData":
            self._inside = True
        elif not self._inside:
            return
        elif element == "c":
            self._column = self._position(attributes.get("r"))
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "0")
            self._formula = False
            self._pieces = []
        elif element == "v" or (element == "t" and not self._phonetic):
            self._taking = True
        elif element == "f":
            self._formula = True
        elif element == "row":
            self._begin_row(attributes.get("r"))
        elif element == "rPh":
            self._phonetic = True

    def end(self, element: str) -> None:
        if not self._inside:
            return
        if element in ("v", "t"):
            self._taking = False
        elif element == "c":
            self._end_cell("".join(self._pieces))
        elif element == "row":
            self._end_row()
        elif element == "rPh":
            self._phonetic = False
        elif element == "sheetData":
            self._inside = False

    def text(self, data: str) -> None:
        if self._taking:
            self._pieces.append(data)

    def _begin_row(self, given: str | None) -> None:
        line = self._line + 1
        if given is not None:
            line = int(given) if given.isdecimal() and len(given) <= 7 else 0
        if not self._line < line <= MOST_LINES:
            raise DamagedPartError("rows out of order")
        self._line = line
        self._line_text = str(line)
        self._row = {}
        self._odd = []
        self._column = -1

    def _end_row(self) -> None:
        if not self._row:
            return
        width = max(self._row) + 1
        self._held += width
        if self._held > MOST_CELLS:
            raise refusal(self._name, message("The spreadsheet has more cells than any list."))
        cells = tuple(self._row.get(at, "") for at in range(width))
        self.rows.append(Row(self._line, cells, tuple(self._odd)))

    def _position(self, reference: str | None) -> int:
        """Return the column of a cell, counted from 0."""
        if reference is None:
            return self._column + 1
        letters = reference.rstrip(_DIGITS)
        column = _column(letters)
        if reference[len(letters) :] != self._line_text or column <= self._column:
            raise DamagedPartError(f"cell {reference[:20]} in line {self._line}")
        return column

    def _end_cell(self, raw: str) -> None:
        text, oddity = self._cells.read(self._kind, self._style, raw, formula=self._formula)
        if text == "" and oddity is None:
            return
        if self._column >= MOST_COLUMNS:
            raise refusal(
                self._name,
                message(
                    "Line {line} has more than {most} columns. Delete what stands to the right of "
                    "the list.",
                    line=self._line,
                    most=MOST_COLUMNS,
                ),
            )
        self._row[self._column] = text
        if oddity:
            self._odd.append((self._column, oddity))
