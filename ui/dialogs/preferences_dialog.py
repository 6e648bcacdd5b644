"""Language, colours, size of text, and the lock after idle time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.preferences import IDLE_MINUTES, TEXT_PERCENTS, Appearance
from ui.dialogs.dialog import Dialog
from ui.theme import GAP_12
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from smartcity_desktop.domain.message import Message
    from ui.context import Context

T = TypeVar("T")


class PreferencesDialog(Dialog):
    """Kept on this laptop for everybody who works at it; never in a panel file."""

    preferred = Signal(object)
    """Preferences."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        """Show what holds now."""
        super().__init__(parent, context, message("Preferences"))
        now = context.memory.now.preferences
        self._groups: list[QButtonGroup] = []
        languages = [
            (Language.INDONESIAN, "Bahasa Indonesia"),
            (Language.ENGLISH, "English"),
        ]
        looks = [
            (Appearance.LIGHT, self.say(message("Light"))),
            (Appearance.DARK, self.say(message("Dark"))),
        ]
        self._language, language = self._choice(message("Language"), languages, now.language)
        self._appearance, look = self._choice(message("Colours"), looks, now.appearance)
        percents = [(percent, f"{percent} %") for percent in TEXT_PERCENTS]
        idles = [(minutes, self._minutes(minutes)) for minutes in IDLE_MINUTES]
        self._percent, size = self._choice(message("Size of text"), percents, now.text_percent)
        self._idle, idle = self._choice(
            message("Lock the window when it is not used for (minutes)"), idles, now.idle_minutes
        )
        truth = message(
            "The lock hides the window until your passphrase is typed. The file itself is not "
            "encrypted: whoever can use this laptop can read it with other programs."
        )
        keep = button(self.say(message("Keep")), self._keep, "primary")
        leave = button(self.say(message("Cancel")), self.reject)
        self.fill([language, look, size, idle, label(self.say(truth), "quiet")], [leave, keep])
        next(radio for radio in self._language if radio.isChecked()).setFocus()

    def _choice(
        self, title: Message, choices: Sequence[tuple[T, str]], now: T
    ) -> tuple[dict[QRadioButton, T], QVBoxLayout]:
        group = QButtonGroup(self)
        made: dict[QRadioButton, T] = {}
        for value, words in choices:
            radio = QRadioButton(words)
            radio.setAccessibleName(f"{self.say(title)}: {words}")
            radio.setChecked(value == now)
            group.addButton(radio)
            made[radio] = value
        line = flow(made, gap=GAP_12)
        return made, column([label(self.say(title), "strong"), line], gap=0)

    def _minutes(self, minutes: int) -> str:
        return str(minutes) if minutes else self.say(message("Never"))

    def _keep(self) -> None:
        now = replace(
            self.context.memory.now.preferences,
            language=_chosen(self._language),
            appearance=_chosen(self._appearance),
            text_percent=_chosen(self._percent),
            idle_minutes=_chosen(self._idle),
        )
        self.accept()
        self.preferred.emit(now)


def _chosen(radios: dict[QRadioButton, T]) -> T:
    return next(value for radio, value in radios.items() if radio.isChecked())
