"""Kop lines, address, emblem, paper; with the head of a document as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.message import message
from smartcity_desktop.founding.head_preview import head_picture
from smartcity_desktop.reports.emblem import read_emblem
from smartcity_desktop.reports.letterhead import Paper
from smartcity_desktop.workplace.given_file import read_bytes
from ui.coordinator.founding.fields import LineField, TextField
from ui.theme import GAP_4, GAP_8, GAP_12, HEAD_WIDTH
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.scaled_picture import ScaledPicture
from ui.widgets.texts import label

if TYPE_CHECKING:
    from pathlib import Path

    from ui.coordinator.founding.paper_form import PaperForm

PAUSE = 400
"""Milliseconds after the last letter before the head is drawn anew."""


class KopPart(QWidget):
    """Fields, and the picture below them.

    Attributes:
        picture: the head of a document.
    """

    def __init__(self, form: PaperForm) -> None:
        """Show what was typed."""
        super().__init__()
        self._form = form
        paper, say, context = form.state.draft.paper, form.say, form.context
        self.lines = TextField(
            context,
            say(message("Lines of the letterhead; {mark} stands for the title", mark="{title}")),
            paper.lines,
            lambda text: form.change(lines=text),
        )
        self.address = TextField(
            context,
            say(message("Address, smaller below them")),
            paper.address,
            lambda text: form.change(address=text),
        )
        self.place = LineField(
            say(message("Place of signing")), paper.place, lambda text: form.change(place=text)
        )
        self.sheet = Choice(say(message("Paper")), list(Paper.__members__))
        self.sheet.setCurrentText(paper.size)
        self.sheet.currentTextChanged.connect(lambda text: form.change(size=text))
        self._emblem = label("", "quiet")
        choose = button(say(message("Choose an emblem (PNG or JPEG)")), self._choose)
        self._remove = button(say(message("No emblem")), lambda: self._set(b"", ""))
        self.picture, self._drawn = ScaledPicture(), b""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._draw)
        texts = row([self.lines, self.address], gap=GAP_12)
        texts.setStretch(0, 1)
        texts.setStretch(1, 1)
        emblem = column([self._emblem, flow([choose, self._remove], gap=GAP_8)], gap=GAP_4)
        name = label(say(message("Paper")), "strong")
        name.setBuddy(self.sheet)
        side = row([self.place, column([name, self.sheet])], gap=GAP_12)
        shown = label(say(message("So it will be printed (on an attendance list):")), "quiet")
        self.setLayout(column([texts, emblem, side, shown, self.picture], gap=GAP_12))

    def refresh(self) -> None:
        """Draw the head anew once nobody has typed for a moment."""
        paper, reading = self._form.state.draft.paper, self._form.state.reading
        self._emblem.setText(paper.emblem_name or self._form.say(message("No emblem chosen.")))
        self._remove.setEnabled(bool(paper.emblem))
        if reading.letterhead != self._drawn:
            self._pause.start(PAUSE)

    def take_emblem(self, path: Path) -> None:
        """Take a picture over; one that is not sound is refused."""
        form = self._form
        form.take_over(
            path,
            lambda: read_emblem(read_bytes(path), path.name),
            lambda picture: self._set(picture, path.name),
        )

    def _set(self, picture: bytes, name: str) -> None:
        self._form.change(emblem=picture, emblem_name=name)

    def _choose(self) -> None:
        self._form.choose(message("Pictures"), "*.png *.jpg *.jpeg", self.take_emblem)

    def _draw(self) -> None:
        if self._form.state.is_closed:
            return
        context, reading = self._form.context, self._form.state.reading
        words, width = context.words, context.theme.pixels(HEAD_WIDTH)
        self._drawn = reading.letterhead

        def work() -> bytes:
            return head_picture(reading, words.language, words.say, context.clock(), width)

        self._form.state.ask(lambda _: work(), self._show, lambda _: None)

    def _show(self, picture: bytes) -> None:
        if not isValid(self):
            return
        pixels = QPixmap()
        pixels.loadFromData(picture)
        self.picture.setPixmap(pixels)
        self.picture.setAccessibleName(self._form.say(message("Head of the printed paper")))
