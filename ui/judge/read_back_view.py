"""Reading back: every sheet as it will be sealed, one region after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget, QTextEdit, QWidget

from smartcity_desktop.domain.message import message
from ui.judge.cell_words import CellWords
from ui.judge.sheet_paper import SheetPaper
from ui.theme import GAP_8, GAP_12, LEFT_COLUMN
from ui.widgets.buttons import button
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.texts import label

if TYPE_CHECKING:
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from ui.context import Context
    from ui.judge.state import JudgeState


class ReadBackView(QWidget):
    """The sheets at the left, one of them at the right."""

    closed = Signal()
    place_requested = Signal(str, str)

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make it without sheets."""
        super().__init__()
        self._words, self._state = context.words, state
        self._sheets: tuple[ScoreSheet, ...] = ()
        self._paper = SheetPaper(state.facts.instrument, context.words, context.theme)
        self._cells = CellWords(state.facts.instrument, context.words)
        say = self._words.say
        self.list = QListWidget()
        self.list.setAccessibleName(say(message("Sheets that will be sealed")))
        self.list.setObjectName("lines")
        self.list.setFixedWidth(context.theme.pixels(LEFT_COLUMN))
        self.list.setWordWrap(True)
        self.list.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.list.currentRowChanged.connect(self._show)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._position = label("", "quiet", wraps=False)
        self._before = button(say(message("Previous region")), lambda: self._step(-1))
        self._after = button(say(message("Next region")), lambda: self._step(+1))
        self._back = button(say(message("Back to sealing")), self.closed.emit)
        correct = button(say(message("Correct this sheet")), self._correct)
        steps = flow([self._before, self._after, correct], gap=GAP_8)
        bar = row([self._back, None, self._position, steps])
        body = row([self.list, self.text], gap=GAP_12)
        body.setStretch(1, 1)
        whole = column([bar, body], gap=GAP_12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_sheets(self, sheets: tuple[ScoreSheet, ...], region: str = "") -> None:
        """Show the sheets, at a region where one is named."""
        self._sheets = sheets
        self.list.clear()
        for sheet in sheets:
            told = self._words.say(self._cells.state(sheet))
            self.list.addItem(f"{self._state.region(sheet.region).name}\n{sheet.region} · {told}")
        codes = [sheet.region for sheet in sheets]
        self.list.setCurrentRow(codes.index(region) if region in codes else 0)

    def region(self) -> str:
        """Return the region that is shown."""
        at = self.list.currentRow()
        return self._sheets[at].region if 0 <= at < len(self._sheets) else ""

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._sheets):
            return
        sheet = self._sheets[at]
        region = self._state.region(sheet.region)
        self._paper.write(self.text.document(), sheet, region)
        self.text.setAccessibleName(region.name)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._position.setText(
            self._words.say(message("{at} of {count}", at=at + 1, count=len(self._sheets)))
        )
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at < len(self._sheets) - 1)

    def _step(self, step: int) -> None:
        self.list.setCurrentRow(self.list.currentRow() + step)

    def _correct(self) -> None:
        if self.region():
            self.place_requested.emit(self.region(), "")
