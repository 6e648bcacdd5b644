"""From raw lines to a table: tidy what is harmless, refuse what is not, with every place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.tables.limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_ROWS,
)
from smartcity_desktop.tables.problem_list import Fault, ProblemList
from smartcity_desktop.tables.table import Row, Table, cell_place, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.errors import InputError

# Controls, lone surrogates, noncharacters, and the two characters that make text read
# otherwise than it is stored. Line feed and tab are text.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")


def assemble(name: str, lines: Iterable[Row]) -> Table:
    r"""Make a table of raw lines: the first that is not blank is the header.

    Text becomes NFC and line ends inside cells become ``\n``; blank lines, blank trailing
    columns and columns without title and content are dropped. Nothing else is changed.

    Raises:
        InputError: nothing in it, too much in it, characters that are no text, cells beyond the
            header; every such cell is named.
    """
    header: Row | None = None
    rows: list[Row] = []
    problems = ProblemList()
    cells = characters = 0
    for raw in lines:
        row = _trimmed(raw)
        cells += len(row.cells)
        characters += sum(map(len, row.cells))
        if cells > MOST_CELLS or characters > MOST_CHARACTERS:
            raise _too_much(name)
        if len(row.cells) > MOST_COLUMNS or row.line > MOST_LINES:
            raise _too_much(name)
        if not row.cells:
            continue
        row = _normal(row)
        problems.extend(_unfit_cells(name, row))
        if header is None:
            header = row
            continue
        problems.extend(_cells_beyond(name, row, len(header.cells)))
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise _too_much(name)
    if header is None:
        raise refusal(name, message("The table is empty. Its first line names the columns."))
    problems.refuse()
    width = len(header.cells)
    return Table(name, header.cells, header.line, tuple(_padded(row, width) for row in rows))


def _trimmed(row: Row) -> Row:
    """Return the row without blank cells at its end."""
    width = len(row.cells)
    odd = max((at + 1 for at, _ in row.oddities), default=0)
    while width > odd and not row.cells[width - 1].strip():
        width -= 1
    return row if width == len(row.cells) else Row(row.line, row.cells[:width], row.oddities)


def _normal(row: Row) -> Row:
    """Return the row with its text in NFC and every line end in it as a line feed."""
    text = "".join(row.cells)
    if "\r" in text:
        row = Row(
            row.line,
            tuple(c.replace("\r\n", "\n").replace("\r", "\n") for c in row.cells),
            row.oddities,
        )
    if text.isascii():
        return row
    return Row(row.line, tuple(unicodedata.normalize("NFC", c) for c in row.cells), row.oddities)


def _unfit_cells(name: str, row: Row) -> Iterator[Fault]:
    """Yield where something cannot be text of a list, and why."""
    text = "".join(row.cells)
    if len(text) <= LONGEST_CELL and not _FORBIDDEN.search(text):
        return
    for position, cell in enumerate(row.cells):
        where = cell_place(name, row.line, position + 1)
        found = _FORBIDDEN.search(cell)
        if found:
            yield (
                where,
                message(
                    "The cell contains the invisible character {character}, which no list may "
                    "carry. Delete the text and type it again.",
                    character=f"U+{ord(found[0]):04X}",
                ),
            )
        if len(cell) > LONGEST_CELL:
            yield (
                where,
                message(
                    "The text is longer than {most} characters. Shorten it.", most=LONGEST_CELL
                ),
            )


def _cells_beyond(name: str, row: Row, width: int) -> Iterator[Fault]:
    """Yield where a row has more cells than the header names."""
    if len(row.cells) > width:
        yield (
            cell_place(name, row.line, width + 1),
            message(
                "This line has {cells} cells, but the header names {width} columns. Put text that "
                "contains the delimiter into quotation marks, or name the column.",
                cells=len(row.cells),
                width=width,
            ),
        )


def _padded(row: Row, width: int) -> Row:
    """Return the row with exactly this many cells."""
    missing = width - len(row.cells)
    return Row(row.line, row.cells + ("",) * missing, row.oddities) if missing else row


def _too_much(name: str) -> InputError:
    return refusal(
        name,
        message(
            "The table is larger than any list. At most {rows} lines and {columns} columns are "
            "read; save only the sheet with the list.",
            rows=MOST_ROWS,
            columns=MOST_COLUMNS,
        ),
    )
