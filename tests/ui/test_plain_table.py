"""Tables show whole texts: rows grow, and no column becomes too narrow to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel

from ui.widgets.plain_table import PlainTable
from ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NAME = "Prof. Dr. Ir. Bambang Wicaksono Hadiningrat"
DIGEST = "ed577c5ff9a449ab7f85018bf08163ab6905d8ad78e8ca6b3e5b1cb05fdea428"


@pytest.fixture
def table(qtbot: QtBot, context: Context) -> PlainTable:
    """A table in which the first row is short."""
    made = PlainTable("Daftar")
    qtbot.addWidget(made)
    model = QStandardItemModel(0, 2, made)
    model.setHorizontalHeaderLabels(["Isi", "Keadaan"])
    for text in ("Pendek\nkecil", f"{NAME}\n{NAME}", DIGEST):
        model.appendRow([QStandardItem(text), QStandardItem("baru")])
    made.setItemDelegate(TwoLineDelegate(made, context.theme))
    made.show_model(model, stretched=0)
    made.let_rows_grow()
    made.resize(900, 400)
    made.show()
    return made


def heights(table: PlainTable) -> list[int]:
    return [table.rowHeight(row) for row in range(table.model().rowCount())]


def test_a_text_that_fits_takes_a_line_and_one_that_does_not_takes_more(
    qtbot: QtBot, table: PlainTable
) -> None:
    qtbot.waitUntil(lambda: heights(table)[0] == heights(table)[1] > heights(table)[2])
    before = heights(table)
    table.resize(320, 400)
    qtbot.waitUntil(lambda: heights(table)[1] > before[1])
    after = heights(table)
    assert after[0] == before[0]
    assert after == [table.sizeHintForRow(row) for row in range(3)]
    table.resize(900, 400)
    qtbot.waitUntil(lambda: heights(table) == before)


def test_a_digest_ends_its_lines_where_they_are_full(qtbot: QtBot, table: PlainTable) -> None:
    before = heights(table)[2]
    table.resize(320, 400)
    qtbot.waitUntil(lambda: heights(table)[2] >= 3 * table.fontMetrics().lineSpacing())
    assert heights(table)[2] > before


def test_the_wide_column_keeps_room_to_read_and_the_table_scrolls_instead(
    qtbot: QtBot, table: PlainTable
) -> None:
    assert not table.horizontalScrollBar().maximum()
    table.setColumnWidth(1, 280)
    table.resize(320, 400)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    assert table.columnWidth(0) >= 20 * table.fontMetrics().averageCharWidth()
    table.resize(900, 400)
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().maximum())


def test_a_long_list_is_not_measured_row_by_row(qtbot: QtBot, context: Context) -> None:
    made = PlainTable("Daftar")
    qtbot.addWidget(made)
    model = QStandardItemModel(0, 1, made)
    for number in range(1000):
        model.appendRow(QStandardItem(f"{number}\n{NAME} {NAME}" if number == 7 else str(number)))
    made.setItemDelegate(TwoLineDelegate(made, context.theme))
    made.show_model(model, stretched=0)
    made.let_rows_grow()
    made.resize(320, 400)
    made.show()
    qtbot.waitUntil(lambda: made.rowHeight(999) == made.sizeHintForRow(7))
    assert made.rowHeight(999) > made.sizeHintForRow(999)


def test_columns_give_of_their_width_before_the_table_scrolls(
    qtbot: QtBot, table: PlainTable
) -> None:
    model = QStandardItemModel(0, 2, table)
    model.setHorizontalHeaderLabels(["Juri", "Keadaan"])
    model.appendRow([QStandardItem(NAME), QStandardItem("belum ada yang diterima")])
    table.show_model(model, stretched=0, squeezed=(1,))
    usual = table.columnWidth(1)
    least = table.least_letters * table.fontMetrics().averageCharWidth()
    table.resize(least + usual - 40, 400)
    qtbot.waitUntil(lambda: table.columnWidth(1) < usual, timeout=5_000)
    assert table.columnWidth(1) > table.fontMetrics().horizontalAdvance("diterima")
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(900, 400)
    qtbot.waitUntil(lambda: table.columnWidth(1) == usual, timeout=5_000)
