"""A window for every test: offscreen, with memory and documents of its own, and no silence.

A message of Qt, a warning or a thread that outlives its test makes the test fail.
"""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.workplace.memory import Memory
from tests.ui.desk_window import DeskWindow
from tests.workshop import LOWEST_WORK, Seeded
from ui.context import Context
from ui.front import Front
from ui.main_window import MainWindow
from ui.style import dress
from ui.theme import theme_of
from ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HARMLESS = ("This plugin does not support", "propagateSizeHints")
"""What the offscreen platform says of itself."""


@pytest.fixture(autouse=True)
def no_silence() -> Iterator[None]:
    """Fail on messages of Qt and on threads left behind."""
    said: list[str] = []

    def note(kind: QtMsgType, _context: object, text: str | None) -> None:
        words = text or ""
        if kind is not QtMsgType.QtDebugMsg and not any(part in words for part in HARMLESS):
            said.append(words)

    before = set(threading.enumerate())
    previous = qInstallMessageHandler(note)
    yield
    qInstallMessageHandler(previous)
    left = [t.name for t in threading.enumerate() if t not in before and t.is_alive()]
    assert said == []
    assert left == []


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """What pages are handed, with a laptop of its own."""
    memory = Memory(tmp_path / "laptop")
    documents = tmp_path / "Dokumen"
    documents.mkdir()
    return Context(
        words=Words(load_catalogue(Language.INDONESIAN)),
        theme=theme_of(memory.now.preferences),
        clock=lambda: datetime.now(UTC),
        random_bytes=Seeded("jendela"),
        memory=memory,
        find_documents=lambda: documents,
        key_work=LOWEST_WORK,
    )


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[DeskWindow]:
    """The whole program's window with the start page."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, context.theme)
    main = MainWindow(context)
    front = Front(main)
    main.show()
    yield DeskWindow(qtbot, main, front)
    front.close()
    main.close()
    main.deleteLater()


@pytest.fixture
def shown(window: DeskWindow) -> Callable[[Path], DeskWindow]:
    """Open a panel file in the window and wait for its first page."""

    def show(path: Path) -> DeskWindow:
        window.open(path)
        return window

    return show
