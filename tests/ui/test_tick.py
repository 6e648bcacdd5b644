"""A chosen box has a tick in it, not only another colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.style import dress, wear
from ui.theme import LIGHT, Theme
from ui.widgets.tick import TickBox, TickDelegate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

THEME = Theme(LIGHT)


def colours(widget: QWidget, box: QRect) -> set[str]:
    image = widget.grab(box).toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def has_tick(widget: QWidget, box: QRect) -> bool:
    """Whether there is something light on the ground of a chosen box."""
    return {LIGHT.accent, LIGHT.on_accent} <= colours(widget, box)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    palette, font = qapp.palette(), qapp.font()
    dress(qapp, THEME)
    yield
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_box(qtbot: QtBot) -> None:
    box = TickBox("Tampilkan huruf")
    qtbot.addWidget(box)
    wear(box, THEME)
    box.show()
    assert box.accessibleName() == "Tampilkan huruf"
    middle = QRect(10, box.height() // 2 - 5, 9, 10)
    assert LIGHT.accent not in colours(box, middle)
    box.click()
    assert has_tick(box, middle)


def test_line_of_a_list(qtbot: QtBot) -> None:
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setObjectName("lines")
    shown.setItemDelegate(TickDelegate(shown))
    wear(shown, THEME)
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        QListWidgetItem("Kota Medan", shown).setCheckState(state)
    shown.show()
    first, second = (shown.visualItemRect(shown.item(row)) for row in range(2))
    for line, ticked in ((first, True), (second, False)):
        inside = QRect(10, line.center().y() - 4, 8, 8)
        assert has_tick(shown.viewport(), inside) is ticked
