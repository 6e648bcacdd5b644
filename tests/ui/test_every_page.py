"""Every page in every language, and in one that needs 40 percent more room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import TRANSLATIONS, Catalogue, load_catalogue
from tests.ui.scenes import SCENES, open_stage
from tests.ui.stage_context import stage_context
from ui.style import dress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from smartcity_desktop.domain.message import Message

USUAL, SMALLEST = QSize(1366, 768), QSize(1000, 520)


class Stretched(Catalogue):
    """Indonesian, every text 40 percent longer; what was never handed to it stays short."""

    def translate(self, text: Message) -> str:
        """Return the sentence with letters added."""
        said = super().translate(text)
        return f"{said} {'ñ' * max(1, round(len(said) * 0.4) - 1)}" if said else said


CATALOGUES: dict[str, Callable[[], Catalogue]] = {
    "id": lambda: load_catalogue(Language.INDONESIAN),
    "en": lambda: load_catalogue(Language.ENGLISH),
    "stretched": lambda: Stretched(Language.INDONESIAN, TRANSLATIONS),
}


def cut_off(window: QWidget) -> Iterator[str]:
    """Yield every text that has less room than it needs."""
    for kind in (QLabel, QPushButton, QToolButton):
        for widget in window.findChildren(kind):
            if not isinstance(widget, QLabel | QPushButton | QToolButton):
                continue
            if not widget.isVisible() or not widget.text():
                continue
            needs, has = widget.minimumSizeHint(), widget.size()
            allowed = isinstance(widget, QLabel) and widget.toolTip() == widget.text()
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            if not allowed and (
                (not wraps and has.width() < needs.width())
                or has.height() < _height(widget, has.width(), needs.height())
            ):
                yield f"{widget.text()!r} has {has.toTuple()} and needs {needs.toTuple()}"


def _height(widget: QWidget, width: int, otherwise: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else otherwise


@pytest.mark.parametrize("language", CATALOGUES)
@pytest.mark.parametrize("size", [USUAL, SMALLEST], ids=["usual", "smallest"])
def test_every_page_has_room_for_its_words(
    qtbot: QtBot, tmp_path: Path, language: str, size: QSize
) -> None:
    catalogue = CATALOGUES[language]()
    context = stage_context(tmp_path, catalogue.language, catalogue=catalogue)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, context.theme)
    stage = open_stage(tmp_path, context)
    stage.window.resize(size)
    stage.window.show()
    found: dict[str, list[str]] = {}
    try:
        for name, play in SCENES.items():
            play(stage)
            for _ in range(3):
                QCoreApplication.processEvents()
            assert stage.window.width() <= size.width(), f"{name} needs a wider window"
            found[name] = list(cut_off(stage.window))
    finally:
        stage.front.close()
        stage.window.close()
        stage.window.deleteLater()
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert qtbot is not None
