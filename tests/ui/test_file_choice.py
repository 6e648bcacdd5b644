"""Qt's own dialog for files, where the desktop has none: names and days whole, no English kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTreeView, QWidget

from smartcity_desktop.domain.message import message
from tests.ui.stage_context import stage_context
from ui.dialogs.file_choice import choose_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NAME, KIND, DAY = 0, 2, 3


def test_names_and_days_are_whole_and_kinds_are_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "juri-07-1-segel-1.panel").write_bytes(b"isi" * 5000)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    asked = (message("Open a file"), message("Panel files"), "*.panel")
    words = stage_context(tmp_path).words
    dialog = choose_file(page, words, asked, lambda _: None, tmp_path)
    files = dialog.findChild(QTreeView)
    assert isinstance(files, QTreeView)
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) > 0)
    assert files.isColumnHidden(KIND)
    for column in (NAME, DAY):
        assert files.columnWidth(column) >= files.sizeHintForColumn(column)
    dialog.reject()
