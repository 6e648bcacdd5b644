"""Finding the wanted columns by any of their names, and reading the lines by column."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import Message, message, offering
from smartcity_desktop.domain.offer import Offer
from smartcity_desktop.tables.table import Oddity, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SEPARATORS = re.compile(r"[\W_]+")
_ALIKE = 0.8


class Column(Struct, frozen=True):
    """A column that a list has, with every name it goes by.

    Attributes:
        name: the name in the code and in English. synonyms: folded, see `fold_title`.
    """

    name: str
    synonyms: tuple[str, ...] = ()
    required: bool = False

    def names(self) -> tuple[str, ...]:
        """Return all names."""
        return (self.name, *self.synonyms)


class Record(Struct, frozen=True):
    """One line, read by the names of the wanted columns."""

    table: Table
    row: Row
    positions: Mapping[str, int]

    def text(self, column: str) -> str:
        """Return a cell without the blanks around it; empty where the column is not there."""
        position = self.positions.get(column)
        return "" if position is None else self.row.cells[position].strip()

    def words(self, column: str) -> str:
        """Return a cell as one line: every run of blanks and line ends is one blank."""
        return " ".join(self.text(column).split())

    def oddity(self, column: str) -> Oddity | None:
        """Return what is odd about a cell."""
        position = self.positions.get(column)
        return None if position is None else self.row.oddity(position)

    def place(self, column: str = "") -> Message:
        """Return the words for the cell, or for the line where the column is not there."""
        return self.table.place(self.row.line, self.positions.get(column))


def fold_title(title: str) -> str:
    """Return a column title for comparison: ``Daerah asal *`` and ``daerah_asal`` are the same."""
    return _SEPARATORS.sub("_", title.casefold()).strip("_")


def read_records(table: Table, columns: Sequence[Column]) -> tuple[Record, ...]:
    """Return the lines of a table, to be read by column.

    Raises:
        InputError: a required column is missing, one is there twice, a title is nearly that of a
            column (its content would be passed over in silence), or a cell in one of the columns
            holds a spreadsheet's error or a formula without result.
    """
    return records_at(table, _positions(table, columns))


def records_at(table: Table, positions: Mapping[str, int]) -> tuple[Record, ...]:
    """Return the lines of a table where the caller knows at which position each column is.

    Raises:
        InputError: a cell in one of the columns holds a spreadsheet's error or a formula without
            result.
    """
    records = tuple(Record(table, row, positions) for row in table.rows)
    problems = list(_errors_in(records, positions))
    if problems:
        raise InputError(problems)
    return records


def place_of(table: Table, column: Column) -> int | None:
    """Return where a column lies, None where no title is one of its names."""
    titles = [fold_title(title) for title in table.header]
    return next((at for at, title in enumerate(titles) if title in column.names()), None)


def is_there_or_nearly(table: Table, column: Column, columns: Sequence[Column]) -> bool:
    """Whether a title is that of a column, or one that no column has is nearly it."""
    left = ignored_columns(table, columns)
    nearly = any(_alike(fold_title(title), name) for title in left for name in column.names())
    return nearly or place_of(table, column) is not None


def ignored_columns(table: Table, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the titles that no wanted column goes by, as they were written."""
    known = {name for column in columns for name in column.names()}
    return tuple(title.strip() for title in table.header if fold_title(title) not in known | {""})


def _positions(table: Table, columns: Sequence[Column]) -> dict[str, int]:
    titles = [fold_title(title) for title in table.header]
    found = {
        column.name: [at for at, title in enumerate(titles) if title in column.names()]
        for column in columns
    }
    problems = [
        Problem(
            table.place(table.header_line),
            message(
                "Two columns say the same: {titles}. Keep one of them.",
                titles=", ".join(table.header[at].strip() for at in places),
            ),
        )
        for places in found.values()
        if len(places) > 1
    ]
    absent = [column for column in columns if not found[column.name]]
    problems += _nearly(table, absent, ignored_columns(table, columns))
    problems += _missing(table, absent)
    if problems:
        raise InputError(problems)
    return {name: places[0] for name, places in found.items() if places}


def _nearly(table: Table, absent: Iterable[Column], titles: Sequence[str]) -> Iterator[Problem]:
    for column in absent:
        for title in titles:
            if any(_alike(fold_title(title), name) for name in column.names()):
                what = message(
                    'The column "{title}" is not known. Did you mean {column}?',
                    title=title,
                    column=column.name,
                )
                yield Problem(
                    table.place(table.header_line),
                    offering(what, [Offer(column.name, column.name, title)]),
                )


def _alike(first: str, second: str) -> bool:
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _missing(table: Table, absent: Iterable[Column]) -> Iterator[Problem]:
    lacking = [" / ".join(column.names()[:2]) for column in absent if column.required]
    if lacking:
        yield Problem(
            table.place(table.header_line),
            message(
                "This line must name the columns; there is no column {columns}. Found: {found}.",
                columns=", ".join(lacking),
                found=", ".join(title.strip()[:40] for title in table.header),
            ),
        )


def _errors_in(records: Iterable[Record], positions: Mapping[str, int]) -> Iterator[Problem]:
    wanted = set(positions.values())
    for record in records:
        for position, oddity in record.row.oddities:
            if position in wanted and oddity is not Oddity.DATE:
                where = record.table.place(record.row.line, position)
                yield Problem(where, _sentence(oddity, record.row.cells[position]))


def _sentence(oddity: Oddity, text: str) -> Message:
    if oddity is Oddity.UNCOMPUTED:
        return message(
            "The cell holds a formula whose result was never saved. Type the value itself."
        )
    return message(
        "The cell shows the spreadsheet error {text}. Correct it or type the value itself.",
        text=text[:40],
    )
