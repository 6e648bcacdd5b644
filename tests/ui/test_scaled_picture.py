"""A picture gives way where its place is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from tests.ui.room import cut_off
from ui.widgets.layouts import column, scrolled
from ui.widgets.scaled_picture import ScaledPicture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def picture(width: int, height: int) -> QPixmap:
    made = QPixmap(width, height)
    made.fill(Qt.GlobalColor.black)
    return made


def test_it_is_never_wider_than_its_place_and_keeps_its_shape(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    shown, inside = ScaledPicture(), QWidget()
    shown.setPixmap(picture(600, 300))
    inside.setLayout(column([shown], gap=0))
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(400, 800)
    area.show()
    assert list(cut_off(area)) == []
    assert shown.width() <= 400
    assert shown.heightForWidth(400) == 200
    assert shown.heightForWidth(600) == shown.heightForWidth(900) == 300


def test_it_is_no_higher_than_it_is_told(qtbot: QtBot) -> None:
    shown = ScaledPicture()
    qtbot.addWidget(shown)
    shown.setPixmap(picture(300, 600))
    assert shown.heightForWidth(400) == 600
    shown.keep_below(200)
    assert shown.heightForWidth(400) == shown.sizeHint().height() == 200
    shown.resize(400, 200)
    image = shown.grab().toImage()
    assert image.pixelColor(99, 199) == QColor(Qt.GlobalColor.black)
    assert image.pixelColor(101, 199) != QColor(Qt.GlobalColor.black)
    shown.keep_below(None)
    assert shown.heightForWidth(400) == 600


def test_it_stands_where_it_shall_and_what_is_beside_it_is_bare(qtbot: QtBot) -> None:
    shown = ScaledPicture(Qt.AlignmentFlag.AlignHCenter)
    qtbot.addWidget(shown)
    shown.setPixmap(picture(100, 50))
    shown.resize(300, 50)
    image = shown.grab().toImage()
    assert image.pixelColor(150, 25) == QColor(Qt.GlobalColor.black)
    assert image.pixelColor(50, 25) != QColor(Qt.GlobalColor.black)


def test_words_stand_in_for_a_picture_that_is_not_there(qtbot: QtBot) -> None:
    shown = ScaledPicture()
    qtbot.addWidget(shown)
    shown.setText("Belum ada dokumen yang dipilih.")
    assert shown.wordWrap()
    assert shown.sizeHint().height() >= shown.fontMetrics().height()
