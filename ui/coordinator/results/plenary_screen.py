"""The plenary screen: a second window in large letters, with only what the chair releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from smartcity_desktop.domain.assessment import Mode
from smartcity_desktop.domain.message import message
from ui.coordinator.results.plenary_lines import Cells
from ui.style import wear
from ui.theme import BORDER, GAP_8, GAP_12, GAP_24, GAP_32, SCREEN, SCREEN_TITLE, USUAL_WINDOW
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
        self._name = self._outcome = 0
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
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _share_out(self) -> None:
        """Divide the lines among pages; a heading never stands last on one."""
        self._whole.activate()
        room = self._area.viewport().height()
        self._name, self._outcome = self._widths()
        heights = [self._height(line) + GAP_12 for line in self._shown]
        parts: list[list[Line]] = [[]]
        used = 0
        for place, line in enumerate(self._shown):
            needed = heights[place]
            if isinstance(line, str) and place + 1 < len(heights):
                needed += heights[place + 1]
            if parts[-1] and used + needed > room:
                parts.append([])
                used = 0
            parts[-1].append(line)
            used += heights[place]
        self._parts = [tuple(part) for part in parts]
        self.pages = len(parts)
        self.number = min(self.number, self.pages - 1)
        self._show()

    def _widths(self) -> tuple[int, int]:
        """Return the widths of names and outcomes, for all pages: figures stand below each other.

        What is wider than the screen has room for goes on in the next line.
        """
        cells = [line for line in self._shown if isinstance(line, Cells)]
        usual = QFontMetrics(self._font(SCREEN, bold=False))
        bold = QFontMetrics(self._font(SCREEN, bold=True))
        widest = [
            max((metrics.horizontalAdvance(text) for text in texts), default=0) + BORDER
            for metrics, texts in (
                (usual, [line.name for line in cells]),
                (usual, [line.outcome for line in cells]),
                (bold, [line.place for line in cells]),
                (bold, [line.figure for line in cells]),
            )
        ]
        name, outcome, place, figure = widest
        room = self._area.viewport().width() - 4 * GAP_32 - place - figure
        outcome = min(outcome, max(0, room // 3))
        return min(name, max(0, room - outcome)), outcome

    def _height(self, line: Line) -> int:
        if isinstance(line, str):
            font, pairs = self._font(SCREEN_TITLE, bold=True), [(self._area.width(), line)]
        else:
            font = self._font(SCREEN, bold=False)
            pairs = [(self._name, line.name), (self._outcome, line.outcome)]
        metrics, wraps = QFontMetrics(font), Qt.TextFlag.TextWordWrap
        return max(
            metrics.boundingRect(QRect(0, 0, width, 0), wraps, text).height()
            for width, text in pairs
        )

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
                grid.addWidget(self._text(line, SCREEN_TITLE, bold=True), place, 0, 1, 5)
        grid.setColumnMinimumWidth(1, self._name)
        grid.setColumnStretch(4, 1)
        whole = QWidget()
        whole.setLayout(grid)
        self._lines.addWidget(whole)
        said = message("Page {number} of {count}", number=self.number + 1, count=self.pages)
        self._page.setText(self._context.words.say(said) if self.pages > 1 else "")
        self.turned.emit()

    def _put(self, grid: QGridLayout, place: int, line: Cells) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if line.place:
            rank = self._text(line.place, SCREEN, bold=True)
            rank.setWordWrap(False)
            grid.addWidget(rank, place, 0, _RIGHT | top)
        name = self._text(line.name, SCREEN)
        name.setFixedWidth(self._name)
        grid.addWidget(name, place, 1, top)
        if line.figure:
            figure = self._text(line.figure, SCREEN, bold=True)
            figure.setWordWrap(False)
            grid.addWidget(figure, place, 2, _RIGHT | top)
        if line.outcome:
            outcome = self._text(line.outcome, SCREEN)
            outcome.setFixedWidth(self._outcome)
            grid.addWidget(outcome, place, 3, top)

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
