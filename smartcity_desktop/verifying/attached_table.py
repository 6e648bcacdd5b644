"""The table for spreadsheets inside a document, against the results that lie beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.check import Check
from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rounding import write_decimal
from smartcity_desktop.reports.results_table import DIMENSION_DECIMALS, figure, ratio
from smartcity_desktop.tables.csv_text import read_csv
from smartcity_desktop.tables.writing import write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.results.facts import RankedRow, ResultsFacts, UnrankedRow
    from smartcity_desktop.tables.writing import Cell

TABLE = "results.csv"
HEAD = ("rank", "code", "name", "province", "total", "exact")
TAIL = ("judges", "selection", "grade", "tied_with", "reason")
_PRINTED = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?")
"""A total as this program prints it; anything else is compared as it stands."""

_NAMED = ("selection", "grade")
"""Columns that follow the language of the document; the results know their Indonesian words."""


def check_table(facts: ResultsFacts, attachments: Mapping[str, bytes]) -> Iterator[Check]:
    """Yield a failed check where the attached table says another thing than the results.

    People open the table, and the results are what is computed again.
    """
    data = attachments.get(TABLE)
    fault = None if data is None else _fault(facts, data)
    if fault is not None:
        yield Check("table", ok=False, detail=fault)


def stated_rows(facts: ResultsFacts) -> list[dict[str, Cell]]:
    """Return what the table must say of every region, by column.

    A dimension's column is called ``dimension ID`` here. Columns that are missing in a row are
    not looked at in it.
    """
    rows = [_ranked(row) for row in facts.ranked]
    rows += [_unranked(row) for row in facts.not_ranked]
    regions = {region.code: region for region in facts.roster.regions}
    for row in rows:
        region = regions.get(str(row["code"]))
        if region is not None:
            row |= {"name": region.name, "province": region.province}
    return rows


def _fault(facts: ResultsFacts, data: bytes) -> Message | None:
    expected = stated_rows(facts)
    try:
        titles, *found = (row.cells for row in read_csv(data, TABLE))
    except (ExpectedError, ValueError):
        return message("The table {file} in the document cannot be read.", file=TABLE)
    columns = _columns(titles)
    if columns is None or len(found) != len(expected):
        return message("The table {file} does not list every region once.", file=TABLE)
    rows = [dict(zip(columns, cells, strict=False)) for cells in found]
    faults = [tuple(_differences(expected, rows, mark)) for mark in (",", ".")]
    if not all(faults):
        return None
    code, column = min(faults, key=len)[0]
    return message(
        "The table {file} says another thing of {code} than the results beside it ({column}).",
        file=TABLE,
        code=code,
        column=column,
    )


def _columns(titles: Sequence[str]) -> tuple[str, ...] | None:
    """Return the columns by the titles of a table, None where they are not as they must be.

    The id of a dimension may be any word, that of another column too.
    """
    dimensions = titles[len(HEAD) : -len(TAIL)]
    if tuple(titles) != (*HEAD, *dimensions, *TAIL) or len(set(dimensions)) < len(dimensions):
        return None
    return (*HEAD, *map(_dimension, dimensions), *TAIL)


def _differences(
    expected: Sequence[Mapping[str, Cell]], rows: Sequence[Mapping[str, str]], mark: str
) -> Iterator[tuple[str, str]]:
    """Yield code and column wherever a row is not as expected with this decimal mark."""
    words: dict[tuple[str, str], str] = {}
    for wanted, row in zip(_written(expected, mark), rows, strict=True):
        for column, cell in wanted.items():
            shown = row.get(column, "")
            if mark == "." and column in _NAMED and cell and shown:
                # In English each word stands for one of the Indonesian ones throughout.
                cell = words.setdefault((column, shown), cell)  # noqa: PLW2901 - the word it stands for
                shown = wanted[column]
            if shown != cell:
                yield wanted["code"], column


def _written(rows: Sequence[Mapping[str, Cell]], mark: str) -> Iterator[dict[str, str]]:
    """Yield the rows as the cells of a written table are read again."""
    table = write_csv([tuple(row.values()) for row in rows], decimal_mark=mark)
    for row, read in zip(rows, read_csv(table, TABLE), strict=True):
        yield dict(zip(row, read.cells, strict=True))


def _dimension(name: str) -> str:
    return f"dimension {name}"


def _ranked(row: RankedRow) -> dict[str, Cell]:
    return {
        "rank": row.rank,
        "code": row.code,
        "total": figure(row.printed) if _PRINTED.fullmatch(row.printed) else row.printed,
        "exact": ratio(row.total),
        **{
            _dimension(name): ""
            if value is None
            else figure(write_decimal(value, DIMENSION_DECIMALS))
            for name, value in row.dimensions
        },
        "judges": row.judges,
        "selection": row.selection,
        "grade": row.grade,
        "tied_with": " ".join(row.tied_with),
        "reason": "",
    }


def _unranked(row: UnrankedRow) -> dict[str, Cell]:
    reasons = (lack.kind.value + (f" {lack.unit}" if lack.unit else "") for lack in row.lacks)
    said = {"rank": "", "total": "", "exact": "", "selection": "", "grade": "", "tied_with": ""}
    return {**said, "code": row.code, "reason": "; ".join(reasons)}
