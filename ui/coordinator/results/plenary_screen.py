"""The plenary screen: a second window in large letters, with only what the chair releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from ui.coordinator.results.plenary_lines import Cells
from ui.style import wear
from ui.theme import GAP_8, GAP_12, GAP_24, GAP_32, SCREEN, SCREEN_TITLE, USUAL_WINDOW
from ui.widgets.layouts import card, clear_layout, column, scrolled
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen

    from smartcity_desktop.secretariat.office_facts import OfficeFacts
    from ui.context import Context
    from ui.coordinator.results.plenary_lines import Line

TURNS = {
    Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}  # fmt: skip
"""Keys that turn the page; a presenter's remote control sends the keys for pages."""
_RIGHT = Qt.AlignmentFlag.AlignRight


class PlenaryScreen(QWidget):
    """No names of judges, no notes, no file names, no dialogs; page after page, never scrolled.

    Attributes:
        number, pages: the page that is shown, counted from 0, and how many there are.
        is_beside: whether it stands on a screen of its own.
    """

    closed = Signal()
    turned = Signal()
    """Another page is shown, or there is another number of pages."""

    def __init__(self, context: Context) -> None:
        """Make the window; it is not shown yet."""
        super().__init__()
        self._context = context
        self._shown: tuple[Line, ...] = ()
        self.number, self.pages, self.is_beside = 0, 1, False
        self._parts: list[tuple[Line, ...]] = [()]
        self.setWindowTitle(context.words.say(message("Plenary screen")))
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(QSize(*USUAL_WINDOW))
        self._banner = self._text("", SCREEN, bold=True)
        self._banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._across = card(column([self._banner]), "notice-attention", margin=GAP_8)
        self._title = self._text("", SCREEN_TITLE, bold=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lines = column(gap=GAP_24)
        inner = QWidget()
        inner.setLayout(column([self._lines, None], gap=0))
        self._area = scrolled(inner)
        self._page = self._text("", SCREEN)
        self._page.setAlignment(_RIGHT)
        self._whole = column(
            [self._across, self._title, self._area, self._page], gap=GAP_24, margin=GAP_32
        )
        self._whole.setStretch(2, 1)
        self.setLayout(self._whole)
        wear(self, context.theme)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        for key, step in TURNS.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self.turn(step))

    def stand_beside(self, window: QWidget) -> None:
        """Stand on a screen on which that window is not, whole screen; else as a window."""
        own = window.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        self.is_beside = bool(others)
        if others:
            self._fill(others[0])
        elif not self.isVisible():
            self.show()

    def replace(self, other: PlenaryScreen) -> None:
        """Stand where another one stood."""
        self.is_beside = other.is_beside
        self.setGeometry(other.geometry())
        if other.isFullScreen():
            self.showFullScreen()
        else:
            self.show()

    def release(self, facts: OfficeFacts, lines: Sequence[Line], *, anew: bool = True) -> None:
        """Show what the chair releases, and whether it is provisional.

        Args:
            facts: whose title and standing are shown.
            lines: what may be seen.
            anew: begin at the first page; otherwise stay on the page.
        """
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
        calm = facts.standing is not None and facts.assessment.mode is not Mode.REHEARSAL
        _look(self._across, "notice-plain" if calm else "notice-attention")
        self._shown = tuple(lines)
        if anew:
            self.number = 0
        self._share_out()

    def turn(self, step: int) -> None:
        """Show a page further on (+1) or back (-1)."""
        number = max(0, min(self.pages - 1, self.number + step))
        if number != self.number:
            self.number = number
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put as many lines on a page as there is room for."""
        super().resizeEvent(event)
        self._share_out()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _fill(self, screen: QScreen) -> None:
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _share_out(self) -> None:
        """Divide the lines among pages; a heading never stands last on one."""
        self._whole.activate()
        room = self._area.viewport().height()
        tall = {
            bold: QFontMetrics(self._font(size, bold=bold)).lineSpacing() + GAP_12
            for bold, size in ((True, SCREEN_TITLE), (False, SCREEN))
        }
        parts: list[list[Line]] = [[]]
        used = 0
        for place, line in enumerate(self._shown):
            height = tall[isinstance(line, str)]
            needed = height
            if isinstance(line, str) and place + 1 < len(self._shown):
                needed += tall[False]
            if parts[-1] and used + needed > room:
                parts.append([])
                used = 0
            parts[-1].append(line)
            used += height
        self._parts = [tuple(part) for part in parts]
        self.pages = len(parts)
        self.number = min(self.number, self.pages - 1)
        self._show()

    def _show(self) -> None:
        clear_layout(self._lines)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_32)
        grid.setVerticalSpacing(GAP_12)
        for place, line in enumerate(self._parts[self.number]):
            if isinstance(line, Cells):
                self._put(grid, place, line)
            else:
                grid.addWidget(self._text(line, SCREEN_TITLE, bold=True), place, 0, 1, 4)
        # Of all pages, so that figures stand at the same place on each, not far from the names.
        metrics = QFontMetrics(self._font(SCREEN, bold=False))
        names = [line.name for line in self._shown if isinstance(line, Cells)]
        widest = max(map(metrics.horizontalAdvance, names), default=0)
        grid.setColumnMinimumWidth(1, min(widest + GAP_32, self._area.viewport().width() // 2))
        grid.setColumnStretch(4, 1)
        whole = QWidget()
        whole.setLayout(grid)
        self._lines.addWidget(whole)
        said = message("Page {number} of {count}", number=self.number + 1, count=self.pages)
        self._page.setText(self._context.words.say(said) if self.pages > 1 else "")
        self.turned.emit()

    def _put(self, grid: QGridLayout, place: int, line: Cells) -> None:
        if line.place:
            grid.addWidget(self._text(line.place, SCREEN, bold=True), place, 0, _RIGHT)
        grid.addWidget(self._text(line.name, SCREEN), place, 1)
        if line.figure:
            figure = self._text(line.figure, SCREEN, bold=True)
            grid.addWidget(figure, place, 2, _RIGHT)
        if line.outcome:
            made = self._text(line.outcome, SCREEN)
            made.setWordWrap(False)
            grid.addWidget(made, place, 3)

    def _text(self, text: str, size: float, *, bold: bool = False) -> QLabel:
        made = label(text)
        made.setFont(self._font(size, bold=bold))
        return made

    def _font(self, size: float, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._context.theme.points(size))
        font.setBold(bold)
        return font


def _look(frame: QFrame, kind: str) -> None:
    if frame.objectName() != kind:
        frame.setObjectName(kind)
        frame.style().unpolish(frame)
        frame.style().polish(frame)
