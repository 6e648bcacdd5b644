"""Tables one types in: every text whole, and no scrolling sideways where words can go below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.item_models.typed_rows_model import TypedRowsModel
from ui.widgets.column_shares import share_room
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

TITLES = ("Id", "Nama", "Instansi", "Daerah asal", "Panel")
ROWS = (
    ("juri-01", "Prof. Dr. Ir. Bambang Wicaksono Hadiningrat", "Universitas Indonesia", "", "A"),
    ("juri-02", "Ani", "Kementerian Komunikasi dan Informatika", "Kota Banda Aceh", "B"),
    ("juri-03", "Budi", "", "", "A"),
)


@pytest.fixture
def table(qtbot: QtBot, context: Context) -> TypedTable:
    model = TypedRowsModel(context.theme, TITLES, ROWS)
    made = TypedTable(context.theme, "Daftar", model, shares={1: 3, 2: 2})
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(760, 300)
    made.show()
    return made


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (300, [100, 150, 50]),
        (240, [100, 90, 50]),
        (150, [50, 50, 50]),
        (200, [75, 75, 50]),
        (90, [40, 40, 20]),
    ],
)
def test_room_is_shared_and_no_word_is_cut(room: int, expected: list[int]) -> None:
    widths = share_room([100, 90, 50], [40, 40, 20], room, {1: 1})
    assert sum(widths) <= max(room, 100)
    assert widths == expected


def widths(table: TypedTable) -> list[int]:
    return [table.columnWidth(column) for column in range(len(TITLES))]


def test_columns_keep_within_the_table_and_names_take_what_is_left(table: TypedTable) -> None:
    for width in (760, 680):
        table.resize(width, 300)
        assert sum(widths(table)) <= table.viewport().width()
    table.resize(1600, 300)
    assert widths(table)[1] > widths(table)[2] > widths(table)[4]


def test_a_text_that_is_too_long_goes_on_below(table: TypedTable) -> None:
    usual, before = table.rowHeight(2), widths(table)
    model = table.model()
    model.setData(model.index(2, 1), " ".join([ROWS[0][1]] * 4))
    assert table.rowHeight(2) > usual
    assert sum(widths(table)) == sum(before)
    model.setData(model.index(2, 1), "Budi")
    assert table.rowHeight(2) == usual
