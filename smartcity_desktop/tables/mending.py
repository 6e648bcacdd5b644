"""Accepting what is offered for a table: cells are written anew, or lines left out, in memory."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.domain.message import Message
from smartcity_desktop.tables.columns import fold_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smartcity_desktop.domain.errors import Problem
    from smartcity_desktop.domain.offer import Offer
    from smartcity_desktop.tables.columns import Column
    from smartcity_desktop.tables.table import Row, Table

REGION_TITLES = ("region", "code")
"""The columns that hold a region's code, of which a list has one."""


class Correction(Struct, frozen=True):
    """One change that was accepted.

    Attributes:
        line: as people count. position: of the cell; -1 where the line is left out.
        given: what stood there. value: what stands there instead.
        offer: what was accepted.
    """

    line: int
    position: int
    given: str
    value: str
    offer: Offer

    @property
    def leaves_out(self) -> bool:
        """Whether the whole line is left out."""
        return self.position < 0


def find_corrections(
    table: Table, columns: Sequence[Column], problem: Problem
) -> tuple[Correction, ...]:
    """Return what may be accepted for a problem; nothing where its cell is not certain.

    Args:
        table: the problem's.
        columns: those that the list has.
        problem: as the list's reader found it in the table.
    """
    return tuple(_corrections(table, columns, problem))


def mend(table: Table, corrections: Iterable[Correction]) -> Table:
    """Return the table with corrections made; lines keep their numbers. The last one counts."""
    cells: dict[int, dict[int, str]] = defaultdict(dict)
    left_out = set()
    for each in corrections:
        if each.leaves_out:
            left_out.add(each.line)
        else:
            cells[each.line][each.position] = each.value
    return replace(
        table,
        header=_with(table.header, cells[table.header_line]),
        rows=tuple(_mended(row, cells[row.line]) for row in table.rows if row.line not in left_out),
    )


def _mended(row: Row, cells: dict[int, str]) -> Row:
    if not cells:
        return row
    odd = tuple((at, oddity) for at, oddity in row.oddities if at not in cells)
    return replace(row, cells=_with(row.cells, cells), oddities=odd)


def _with(cells: tuple[str, ...], changed: dict[int, str]) -> tuple[str, ...]:
    return tuple(changed.get(at, cell) for at, cell in enumerate(cells))


def _corrections(table: Table, columns: Sequence[Column], problem: Problem) -> Iterator[Correction]:
    if not isinstance(problem.where, Message):
        return
    place = dict(problem.where.fields)
    line, title = place.get("line"), place.get("column")
    cells = _cells(table, line)
    if not isinstance(line, int) or cells is None:
        return
    for offer in problem.what.offers:
        if offer.value is None:
            if line != table.header_line:
                yield Correction(line, -1, "", "", offer)
            continue
        named = _named(table, columns, offer.column) if offer.column else _titled(table, title)
        if len(named) == 1 and cells[named[0]].strip() != offer.value:
            yield Correction(line, named[0], cells[named[0]], offer.value, offer)


def _cells(table: Table, line: object) -> tuple[str, ...] | None:
    if line == table.header_line:
        return table.header
    return next((row.cells for row in table.rows if row.line == line), None)


def _titled(table: Table, shown: object) -> list[int]:
    """Return where the cell lies whose column goes by this title, or number from 1."""
    titles = [title.strip() or str(at) for at, title in enumerate(table.header, start=1)]
    return [at for at, title in enumerate(titles) if title == shown]


def _named(table: Table, columns: Sequence[Column], name: str) -> list[int]:
    """Return where a column lies, by its name in the code or by its very title."""
    wanted = REGION_TITLES if name in REGION_TITLES else (name,)
    known = {each for column in columns if column.name in wanted for each in column.names()}
    titles = [title.strip() for title in table.header]
    if known:
        return [at for at, title in enumerate(titles) if fold_title(title) in known]
    return [at for at, title in enumerate(titles) if title == name]
