"""What is offered for the places of a list that cannot stand: one click a place, or all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

from smartcity_desktop.domain.message import message
from ui.theme import GAP_4, GAP_8, GAP_12, OFFERS_HEIGHT
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import clear_layout, column, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.founding.list_import import Attempt, Trouble
    from smartcity_desktop.tables.mending import Correction
    from ui.context import Context

MOST_SHOWN = 40
"""Rows at a time; the next come when these are settled."""


class Importing(Protocol):
    """Whoever reads a list again with what is accepted."""

    def accept(self, corrections: tuple[Correction, ...]) -> None:
        """Read it again with these corrections as well."""

    def forget(self) -> None:
        """Read it again without any."""

    def take_over(self) -> None:
        """Take it over as it was read."""


class OfferBox(QFrame):
    """Hidden while nothing is offered and nothing was accepted.

    Attributes:
        certain: everything for which one thing alone is offered. accept_all: takes it.
        forget: takes nothing of what was accepted. take_over: imports with what was accepted.
    """

    def __init__(self, context: Context) -> None:
        """Offer nothing."""
        super().__init__()
        self._words = context.words
        say = context.words.say
        self.certain: tuple[Correction, ...] = ()
        self._importing: Importing | None = None
        self.setObjectName("notice-attention")
        self._heading = label("", "strong")
        self._made = label("", "quiet")
        self._rows = column(gap=GAP_12)
        inside = QWidget()
        inside.setLayout(column([self._rows, self._made, None], gap=GAP_8))
        self._area = scrolled(inside)
        self._inside = inside
        inside.installEventFilter(self)
        self._highest = context.theme.pixels(OFFERS_HEIGHT)
        self.accept_all = button("", lambda: self._accept(self.certain), "primary")
        self.take_over = button(
            say(message("Take over with these corrections")), self._take_over, "primary"
        )
        self.forget = button(say(message("Forget the corrections")), self._forget)
        acts = flow([self.accept_all, self.take_over, self.forget], gap=GAP_8)
        lines = column([self._heading, self._area, acts], gap=GAP_8, margin=GAP_12)
        self.setLayout(lines)
        self.hide()

    def serve(self, importing: Importing) -> None:
        """Tell this import what is accepted from now on."""
        self._importing = importing

    def _accept(self, corrections: tuple[Correction, ...]) -> None:
        if self._importing is not None:
            self._importing.accept(corrections)

    def _forget(self) -> None:
        if self._importing is not None:
            self._importing.forget()

    def _take_over(self) -> None:
        if self._importing is not None:
            self._importing.take_over()

    def show_attempt(self, attempt: Attempt[object]) -> None:
        """Show what is offered now, and what was accepted so far."""
        say, offered = self._words.say, [t for t in attempt.troubles if t.corrections]
        ready = attempt.value is not None
        self.certain = attempt.certain()
        self._heading.setText(say(_heading(len(offered), ready=ready)))
        clear_layout(self._rows)
        for trouble in offered[:MOST_SHOWN]:
            self._rows.addWidget(self._row(trouble))
        rest = len(offered) - MOST_SHOWN
        if rest > 0:
            more = message("{count} more come when these are settled.", count=rest)
            self._rows.addWidget(label(say(more), "quiet"))
        # It is read after the rows, which are newer.
        self._made.raise_()
        self._area.setVisible(bool(offered or attempt.accepted))
        made = [self._told(attempt, each) for each in attempt.accepted]
        self._made.setText("\n".join(made))
        self._made.setVisible(bool(made))
        text = say(message("Accept all that is certain ({count})", count=len(self.certain)))
        self.accept_all.setText(text)
        self.accept_all.setAccessibleName(text)
        self.accept_all.setVisible(bool(self.certain))
        self.take_over.setVisible(ready)
        self.forget.setVisible(bool(made))
        self.setVisible(bool(offered or made))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep as high as the rows need at this width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Be as high as the rows need whenever they are others."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as high as the rows, up to a limit; they scroll beyond it."""
        layout = self._inside.layout()
        width = max(1, self._area.viewport().width())
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        height = max(1, min(wanted, self._highest))
        if height != self._area.height():
            self._area.setFixedHeight(height)

    def _row(self, trouble: Trouble) -> QWidget:
        told = self._words.problems([trouble.problem])
        steps: Sequence[QPushButton] = [self._step(each, told) for each in trouble.corrections]
        made = QWidget()
        made.setLayout(column([label(told), flow(steps, gap=GAP_8)], gap=GAP_4))
        made.setAccessibleName(told)
        return made

    def _step(self, correction: Correction, told: str) -> QPushButton:
        made = button(self._words.say(_act(correction)), lambda: self._accept((correction,)))
        made.setAccessibleDescription(told)
        return made

    def _told(self, attempt: Attempt[object], correction: Correction) -> str:
        if correction.leaves_out:
            return self._words.say(message("Line {line} is left out.", line=correction.line))
        title = attempt.table.header[correction.position].strip()
        said = message(
            'Line {line}, column {column}: "{value}" in place of "{given}".',
            line=correction.line,
            column=title or str(correction.position + 1),
            value=correction.value,
            given=correction.given.strip(),
        )
        return self._words.say(said)


def _heading(offered: int, *, ready: bool) -> Message:
    if ready:
        return message("Nothing is wrong any more. The file itself stays as it is.")
    if offered:
        return message("Likely meant; accept what is right ({count} places):", count=offered)
    return message("Accepted so far; the places above must be corrected in the file:")


def _act(correction: Correction) -> Message:
    offer = correction.offer
    if correction.leaves_out:
        return message("Leave this line out")
    return message("Write {value}", value=offer.said or correction.value)
