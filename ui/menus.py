"""The entries of the menu that are there whether or not a file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from ui.header import Entry
    from ui.main_window import MainWindow


def general_entries(window: MainWindow) -> list[Entry | None]:
    """Return preferences and the two changes that are made most often."""
    return [
        (message("Preferences ..."), lambda: _ask_preferences(window)),
        (message("Light or dark"), window.change_appearance),
        (message("Bahasa Indonesia / English"), lambda: _change_language(window)),
    ]


def _change_language(window: MainWindow) -> None:
    now = window.context.words.language
    window.speak(Language.ENGLISH if now is Language.INDONESIAN else Language.INDONESIAN)


def _ask_preferences(window: MainWindow) -> None:
    from ui.dialogs.preferences_dialog import PreferencesDialog

    dialog = PreferencesDialog(window, window.context)
    dialog.preferred.connect(window.prefer)
    dialog.open()
