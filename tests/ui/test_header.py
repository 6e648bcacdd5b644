"""The line above every page: nothing cut off, nothing that moves the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.message import message
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk_window import DeskWindow

TITLE = "Asesmen Gerakan Menuju 100 Smart City Kabupaten Administrasi Kepulauan Seribu"


@pytest.fixture
def opened(window: DeskWindow, tmp_path: Path) -> DeskWindow:
    shop = Workshop.open(tmp_path / "lokakarya", judges=1, regions=1, title=TITLE)
    shop.enrol("j01-1")
    window.open(shop.panels["j01-1"])
    return window


@pytest.mark.parametrize("width", [1000, 1366, 1920])
@pytest.mark.parametrize("step", [0, 4])
def test_title_and_judge_are_whole_at_every_width(
    opened: DeskWindow, width: int, step: int
) -> None:
    for _ in range(step):
        opened.main.change_text(+1)
    opened.main.resize(width, 600)
    QApplication.processEvents()
    header = opened.main.header
    assert opened.main.width() == width
    assert header.judge.text() == "j01 · Juri 1"
    if (width, step) != (1000, 4):
        assert header.title.text() == TITLE
    assert header.title.whole == header.title.accessibleName() == TITLE


def test_what_the_header_says_moves_nothing(opened: DeskWindow) -> None:
    header = opened.main.header
    for width in range(1000, 1400, 20):
        opened.main.resize(width, 600)
        QApplication.processEvents()
        height = header.sizeHint().height()
        for text in (message("Saving ..."), message("Saved {time}", time="10.42.07")):
            header.show_status(text)
            QApplication.processEvents()
            assert header.sizeHint().height() == height


def test_what_one_file_said_leaves_the_header_of_the_next_alone(opened: DeskWindow) -> None:
    opened.main.resize(1920, 768)
    header = opened.main.header
    header.show_status(message("Saved {time}", time="10.42.07"))
    QApplication.processEvents()
    height = header.sizeHint().height()
    header.show_status(message("{told}", told="Segera laporkan hal ini kepada koordinator " * 3))
    file = opened.journey.path
    opened.front.close()
    opened.front.show_start()
    opened.open(file)
    assert opened.main.header is header
    header.show_status(message("Saved {time}", time="10.42.07"))
    QApplication.processEvents()
    assert header.sizeHint().height() == height
