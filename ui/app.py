"""Starts the window."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.catalogue import load_catalogue
from smartcity_desktop.workplace.memory import Memory
from ui.context import Context
from ui.faults import Faults
from ui.front import Front
from ui.main_window import MainWindow
from ui.style import dress
from ui.sweeping import Sweeping
from ui.theme import TITLE_BAR, theme_of
from ui.words import Words
from ui.working_folder import stand_at_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from smartcity_desktop.workplace.places import Place

KEY_WORK = 18
"""log2 of the scrypt cost with which a judge's key is wrapped."""


def run_window(arguments: Sequence[str], language: str = "") -> int:
    """Show the window until it is closed.

    Args:
        arguments: at most one file to open.
        language: of the screen, ``id`` or ``en``; empty = as the person chose it before.
    """
    file = Path(arguments[0]).absolute() if arguments else None
    stand_at_home()
    application = make_application()
    window = make_window(application, make_context(Language(language) if language else None))
    front = Front(window)
    faults = Faults(window)
    faults.install()
    try:
        front.begin(file)
        show_whole(window)
        return application.exec()
    finally:
        faults.uninstall()
        front.close()


def show_whole(window: QWidget) -> None:
    """Show a window as large as it is, or as large as the screen where that is smaller.

    Windows lets the rest of it lie outside: of 1920 pixels 1280 are left where everything is shown
    half as large again, as on many laptops.
    """
    room = window.screen().availableGeometry().size()
    if window.width() > room.width() or window.height() + TITLE_BAR > room.height():
        window.showMaximized()
    else:
        window.show()


def make_application() -> QApplication:
    """Return what the window lives in; our palette needs Qt's own style, on every system."""
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName("SmartCity Desktop")
    Sweeping(application)
    return application


def make_window(application: QApplication, context: Context) -> MainWindow:
    """Return the window without a page, in the colours and the text size of the person."""
    # Before the window: whatever is there already is dressed again, piece by piece.
    dress(application, context.theme)
    return MainWindow(context)


def make_context(language: Language | None = None, folder: Path | None = None) -> Context:
    """Return what pages are handed on this laptop."""
    place = QStandardPaths.StandardLocation
    data = folder or Path(QStandardPaths.writableLocation(place.GenericDataLocation))
    memory = Memory(data / "smartcity-desktop")
    preferences = memory.now.preferences
    return Context(
        words=Words(load_catalogue(language or preferences.language)),
        theme=theme_of(preferences),
        clock=lambda: datetime.now(UTC),
        random_bytes=os.urandom,
        memory=memory,
        find_documents=_find_documents,
        key_work=KEY_WORK,
        place_of=_place_of,
    )


def _find_documents() -> Path:
    from smartcity_desktop.workplace.drives import choose_own_folder

    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return choose_own_folder(documents, Path.home()).parent


def _place_of(path: Path) -> Place:
    from smartcity_desktop.workplace.drives import place_of

    return place_of(path)
