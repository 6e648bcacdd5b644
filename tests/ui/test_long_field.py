"""A field for a sentence or more: one paragraph, and the keyboard leaves it as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.long_field import LongField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def field(qtbot: QtBot, context: Context) -> LongField:
    made = LongField(context.theme, "Alasan", 30)
    qtbot.addWidget(made)
    return made


def test_what_is_pasted_becomes_one_paragraph(field: LongField) -> None:
    field.setText("Juri sakit,\nsurat  dokter\tterlampir. ")
    assert field.text() == "Juri sakit, surat dokter terl"


def test_it_takes_no_more_letters_than_are_printed(field: LongField) -> None:
    QTest.keyClicks(field, "a" * 40)
    assert field.text() == "a" * 30


def test_enter_adds_no_line(field: LongField) -> None:
    QTest.keyClicks(field, "Sakit")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "Sakit"
