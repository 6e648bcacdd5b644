"""A table one types in: room for what was typed, and nothing left open behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.item_models.typed_rows_model import TypedRowsModel
from ui.style import wear
from ui.theme import LIGHT, Theme
from ui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

THEME = Theme(LIGHT)
LONG = "Prof. Dr. Ir. Bambang Wicaksono Hadiningrat"


@pytest.fixture
def table(qtbot: QtBot) -> TypedTable:
    made = TypedTable(THEME, "Daftar juri", TypedRowsModel(THEME, ["Id", "Nama", "Instansi"], ()))
    qtbot.addWidget(made)
    wear(made, THEME)
    made.show()
    return made


def type_in(table: TypedTable, column: int, text: str) -> None:
    table.setCurrentIndex(table.model().index(0, column))
    table.edit(table.currentIndex())
    (editor,) = (each for each in table.viewport().findChildren(QLineEdit) if each.isVisible())
    QTest.keyClicks(editor, text)


def test_a_column_becomes_as_wide_as_what_is_typed_and_never_narrower(table: TypedTable) -> None:
    before = [table.columnWidth(column) for column in range(3)]
    type_in(table, 1, LONG)
    table.finish()
    wide = table.columnWidth(1)
    assert wide > table.fontMetrics().horizontalAdvance(LONG)
    assert table.columnWidth(0) == before[0]
    table.model().setData(table.model().index(0, 1), "Ani")
    assert table.columnWidth(1) == wide


def test_a_cell_that_is_left_twice_is_taken_once(table: TypedTable) -> None:
    type_in(table, 1, "Ani")
    table.finish()
    table.finish()
    assert table.model().index(0, 1).data() == "Ani"
