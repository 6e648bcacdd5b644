"""A table that was read: text cells, each with the place where a person finds it again."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import Message, message


class Oddity(Enum):
    """What a spreadsheet cell can be beside text and numbers.

    DATE: a date or time; its text is ISO 8601. ERROR: an error value such as ``#N/A``.
    UNCOMPUTED: a formula whose result was never saved; its text is empty.
    """

    DATE = "date"
    ERROR = "error"
    UNCOMPUTED = "uncomputed"


class Row(Struct, frozen=True):
    """One line of a table.

    Attributes:
        line: counted from 1, as a text editor (CSV) or a spreadsheet counts.
        cells: the text of each cell, exactly.
        oddities: (position of a cell, what it is), for the few cells that are odd.
    """

    line: int
    cells: tuple[str, ...]
    oddities: tuple[tuple[int, Oddity], ...] = ()

    def oddity(self, position: int) -> Oddity | None:
        """Return what is odd about a cell, None when nothing is."""
        return next((kind for at, kind in self.oddities if at == position), None)


class Table(Struct, frozen=True):
    """A header line and the filled lines below it; blank lines are left out.

    Attributes:
        name: of the file or list, as it is shown to people.
        header: the column names as they were written.
        rows: every row has exactly as many cells as the header.
    """

    name: str | Message
    header: tuple[str, ...]
    header_line: int
    rows: tuple[Row, ...]

    def place(self, line: int, column: int | None = None) -> Message:
        """Return the words for a line, or for one cell of it (columns counted from 0)."""
        if column is None:
            return message("{file}, line {line}", file=self.name, line=line)
        title = self.header[column].strip() if column < len(self.header) else ""
        return cell_place(self.name, line, title or str(column + 1))


def cell_place(file: str | Message, line: int, column: str | int) -> Message:
    """Return the words for one cell; the column goes by its title, or its number from 1."""
    return message("{file}, line {line}, column {column}", file=file, line=line, column=column)


def refusal(file: str | Message, what: Message) -> InputError:
    """Return the error for a file that cannot be read at all."""
    return InputError(Problem(file, what))
