"""Tables break between rows, repeat their heads and lose nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.reports.archive.fonts import register_fonts
from smartcity_desktop.reports.layout.cells import Column, Row
from smartcity_desktop.reports.layout.table import LEAST_ROWS, RuledTable
from smartcity_desktop.reports.layout.table_with_tail import TableWithTail
from smartcity_desktop.reports.layout.text import gap

register_fonts(Path(__file__).resolve().parents[2] / "resources" / "fonts")

COLUMNS = (Column(60), Column(90))
HEAD = Row(("No.", "Nama"))


def rows_of(heights: list[int], tied: list[bool]) -> list[Row]:
    return [
        Row((str(n), "kata " * height), tied_to_next=bond)
        for n, (height, bond) in enumerate(zip(heights, tied, strict=False))
    ]


sizes = st.lists(st.integers(1, 90), min_size=1, max_size=25)


@given(sizes, st.lists(st.booleans(), min_size=25, max_size=25), st.floats(60, 700))
def test_parts_hold_all_rows_in_order(heights: list[int], tied: list[bool], room: float) -> None:
    table = RuledTable(COLUMNS, [HEAD], rows_of(heights, tied))
    parts = table.split(150, room)
    if not parts:
        return
    first, rest = parts
    assert [r.row for r in (*first.rows, *rest.rows)] == [r.row for r in table.rows]
    assert first.head == rest.head == table.head
    assert len(first.rows) >= min(LEAST_ROWS, len(table.rows))
    assert first.wrap(150, room)[1] <= room
    assert not first.rows[-1].row.tied_to_next


@given(sizes)
def test_no_row_is_higher_than_a_page_allows(heights: list[int]) -> None:
    table = RuledTable(COLUMNS, [HEAD], [Row((str(n), "kata\n" * h * 9)) for n, h in
                                         enumerate(heights)])  # fmt: skip
    assert all(row.height < 310 for row in table.rows)


def test_a_row_may_span_the_whole_width() -> None:
    table = RuledTable(COLUMNS, [HEAD], [Row(("Batas Terpilih: " + "kata " * 40,))])
    (row,) = table.rows
    assert [column.width for column in row.columns] == [150]


def test_a_tail_takes_the_last_rows_with_it() -> None:
    table = RuledTable(COLUMNS, [HEAD], [Row((str(n), "nama")) for n in range(6)])
    whole = table.wrap(150, 0)[1]
    joined = TableWithTail(table, [gap(80)])
    assert joined.wrap(150, 900) == (150, whole + 80)
    first, rest = joined.split(150, whole + 40)
    assert isinstance(first, RuledTable)
    assert isinstance(rest, TableWithTail)
    assert len(first.rows) == 4
    assert rest.wrap(150, 900)[1] > 80
    assert joined.split(150, 30) == []
