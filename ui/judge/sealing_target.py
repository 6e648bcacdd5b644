"""Where the sealed copy goes: a stick that was found, or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.sticks import MEGABYTE, find_sticks
from ui.dialogs.file_choice import choose_folder
from ui.theme import GAP_4, GAP_8
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import clear_layout, column
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.workplace.sticks import Stick, Volume
    from ui.context import Context

FOLDER = message("Folder for the sealed copy")
GIGABYTE = 1024 * MEGABYTE


def breakable(path: Path | str) -> str:
    """Return a path that a label can break after each folder."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")


class SealingTarget(QFrame):
    """Sticks that were found, each with its free space, and any folder."""

    changed = Signal()
    search_requested = Signal()

    def __init__(self, context: Context) -> None:
        """Know nothing yet."""
        super().__init__()
        self._words, self._documents = context.words, context.documents
        self._folder: Path | None = None
        self._sticks: tuple[Stick, ...] = ()
        self._needed = 0
        self._choices = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_4)
        say = self._words.say
        choose = button(say(message("Choose a folder ...")), self.choose_folder)
        search = button(say(message("Look for sticks again")), self.search_requested.emit, "link")
        self._other = flow([choose, search], gap=GAP_8)
        self.setLayout(column([self._list, self._other], gap=GAP_8))
        self._show(searching=True)

    def folder(self) -> Path | None:
        """Return where the copy goes, or None while nothing is chosen."""
        return self._folder

    def show_volumes(self, volumes: Iterable[Volume], needed: int) -> None:
        """Show what was found; a single stick that fits is chosen where nothing is."""
        self._needed = needed
        self._sticks = find_sticks(volumes, needed)
        fitting = [stick for stick in self._sticks if stick.fits]
        if self._folder is None and len(fitting) == 1:
            self._folder = Path(fitting[0].root)
        self._show()

    def choose_folder(self) -> None:
        """Ask for a folder."""
        choose_folder(self, self._words, FOLDER, self.take, self._documents)

    def take(self, folder: Path | None) -> None:
        """Choose a folder."""
        self._folder = folder
        self._show()

    def _show(self, *, searching: bool = False) -> None:
        clear_layout(self._list)
        for stick in self._sticks:
            self._add(Path(stick.root), self._tell(stick), fits=stick.fits)
        own = self._folder is not None and self._folder not in {s.root for s in self._sticks}
        if own and self._folder is not None:
            name = self._folder.name or str(self._folder)
            self._add(self._folder, message("Folder {name}", name=name), fits=True)
            self._list.addWidget(label(breakable(self._folder), "quiet"))
        if not self._sticks:
            self._list.addWidget(label(self._words.say(_NONE[searching]), "quiet"))
        # What was just made is read, and met by the Tab key, before what stands below it.
        self._other.raise_()
        self.changed.emit()

    def _add(self, folder: Path, text: Message, *, fits: bool) -> None:
        words = self._words.say(text)
        choice = QRadioButton(words.replace("&", "&&"))
        choice.setAccessibleName(words)
        choice.setEnabled(fits)
        choice.setChecked(fits and folder == self._folder)
        self._choices.addButton(choice)
        choice.clicked.connect(lambda _checked: self._chosen(folder))
        self._list.addWidget(choice)

    def _chosen(self, folder: Path) -> None:
        self._folder = folder
        self.changed.emit()

    def _tell(self, stick: Stick) -> Message:
        name = stick.name
        place = "" if str(stick.root).endswith(name) else f" ({stick.root})"
        if stick.read_only:
            return message("Stick {name}: write-protected", name=f"{name}{place}")
        if not stick.fits:
            return message("Stick {name}: too full, {needed} MB are needed",
                           name=f"{name}{place}", needed=-(-self._needed // MEGABYTE))  # fmt: skip
        whole = stick.free >= GIGABYTE
        free = stick.free // (GIGABYTE if whole else MEGABYTE)
        if whole:
            return message("Stick {name}: {free} GB free", name=f"{name}{place}", free=free)
        return message("Stick {name}: {free} MB free", name=f"{name}{place}", free=free)


_NONE = {
    True: message("Looking for sticks ..."),
    False: message("No stick was found. Plug one in and look again, or choose a folder."),
}
