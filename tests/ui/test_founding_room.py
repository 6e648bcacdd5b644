"""How lists and problems of a new assessment use the room that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.parts import Part
from tests.ui.stage_context import stage_context
from ui.coordinator.founding.problem_box import ProblemBox
from ui.coordinator.founding.regions_form import RegionsForm
from ui.pages.founding_page import FoundingPage
from ui.style import wear
from ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desk_window import DeskWindow


def test_a_problem_of_two_lines_is_read_without_scrolling(qtbot: QtBot, tmp_path: Path) -> None:
    box = ProblemBox(stage_context(tmp_path))
    qtbot.addWidget(box)
    wear(box, Theme(LIGHT))
    box.resize(400, 200)
    long = message("The code is not official, and has other signs than letters and digits.")
    box.show_problems(message("To be corrected here:"), [Problem("", long)])
    assert box.lines.document().documentLayout().documentSize().height() > 1
    assert box.lines.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("height", [768, 1080])
def test_lists_of_regions_take_the_height_that_there_is(window: DeskWindow, height: int) -> None:
    window.main.resize(1366, height)
    window.front.begin()
    QTest.mouseClick(window.find(QPushButton, "Asesmen baru"), Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: isinstance(window.main.page, FoundingPage), timeout=10_000)
    page = window.page
    assert isinstance(page, FoundingPage)
    page.go(Part.REGIONS)
    form = page.form
    assert isinstance(form, RegionsForm)
    area = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(form))
    window.bot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert form.ticks.height() > height / 4
