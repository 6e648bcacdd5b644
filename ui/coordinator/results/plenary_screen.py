"""The plenary screen: a second window in large letters, with only what the chair releases."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from ui.style import wear
from ui.theme import GAP_24, GAP_32, SCREEN, SCREEN_TITLE
from ui.widgets.layouts import clear_layout, column, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from smartcity_desktop.secretariat.ranking import RankRow
    from ui.context import Context


class Release(Enum):
    """What everybody in the room may see."""

    NOTHING = "nothing"
    SELECTED = "selected"
    RANKING = "ranking"
    REGION = "region"


RELEASES = {
    Release.NOTHING: message("The title only"),
    Release.SELECTED: message("Selected regions, without figures"),
    Release.RANKING: message("The whole ranking"),
    Release.REGION: message("The region chosen in the table"),
}


class PlenaryScreen(QWidget):
    """No names of judges, no notes, no file names, no dialogs."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Make the window; it is not shown yet."""
        super().__init__()
        self._context = context
        self.setWindowTitle(context.words.say(message("Plenary screen")))
        self.setObjectName("screen")
        self._banner = self._text("", SCREEN, bold=True)
        self._title = self._text("", SCREEN_TITLE, bold=True)
        self._lines = column(gap=GAP_24)
        inner = QWidget()
        inner.setLayout(column([self._lines, None], gap=0))
        lines = column([self._banner, self._title, scrolled(inner)], gap=GAP_32, margin=GAP_32)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        wear(self, context.theme)
        for keys in (Qt.Key.Key_Escape,):
            QShortcut(QKeySequence(keys), self).activated.connect(self.close)

    def open(self) -> None:
        """Show it on the second screen where there is one, whole screen; else as a window."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            self.setGeometry(screens[1].geometry())
            self.showFullScreen()
        else:
            self.show()

    def release(
        self, facts: OfficeFacts, kind: Release, rows: Sequence[RankRow], region: str = ""
    ) -> None:
        """Show what the chair releases, and whether it is provisional."""
        say = self._context.words.say
        self._title.setText(facts.assessment.title)
        parts = []
        if facts.assessment.mode is Mode.REHEARSAL:
            parts.append(say(message("REHEARSAL")))
        if facts.standing is None:
            parts.append(say(message("PROVISIONAL, not yet declared")))
        else:
            number = facts.standing.number
            parts.append(say(message("Declared, declaration {number}", number=number)))
        self._banner.setText(" · ".join(parts))
        clear_layout(self._lines)
        if kind is Release.SELECTED:
            self._show_selected(rows)
        elif kind is Release.RANKING:
            self._show_ranking(rows)
        elif kind is Release.REGION:
            self._show_ranking([row for row in rows if row.region.code == region])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _show_selected(self, rows: Sequence[RankRow]) -> None:
        words = self._context.words
        bands: dict[str, list[RankRow]] = {}
        for row in rows:
            if row.ranked.selection is not None:
                bands.setdefault(words.text(row.ranked.selection), []).append(row)
        if not bands:
            self._lines.addWidget(self._said(message("No region is selected.")))
        for band, members in bands.items():
            self._lines.addWidget(self._text(band, SCREEN_TITLE, bold=True))
            named = sorted(members, key=lambda row: row.region.name)
            for row in named:
                self._lines.addWidget(self._text(_named(row), SCREEN))

    def _show_ranking(self, rows: Sequence[RankRow]) -> None:
        words = self._context.words
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_32)
        grid.setVerticalSpacing(GAP_24)
        right = Qt.AlignmentFlag.AlignRight
        for place, row in enumerate(rows):
            ranked = row.ranked
            grid.addWidget(self._text(f"{ranked.rank}.", SCREEN, bold=True), place, 0, right)
            grid.addWidget(self._text(_named(row), SCREEN), place, 1)
            grid.addWidget(self._text(words.figures(ranked.printed), SCREEN, bold=True), place, 2,
                           right)  # fmt: skip
            band = words.text(ranked.selection) if ranked.selection else ""
            grid.addWidget(self._text(band, SCREEN), place, 3)
        grid.setColumnStretch(1, 1)
        whole = QWidget()
        whole.setLayout(grid)
        self._lines.addWidget(whole)

    def _said(self, text: Message) -> QLabel:
        return self._text(self._context.words.say(text), SCREEN)

    def _text(self, text: str, size: float, *, bold: bool = False) -> QLabel:
        made = label(text)
        font = made.font()
        font.setPointSizeF(self._context.theme.points(size))
        font.setBold(bold)
        made.setFont(font)
        return made


def _named(row: RankRow) -> str:
    return f"{row.region.name} ({row.region.code})"
