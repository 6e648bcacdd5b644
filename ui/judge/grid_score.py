"""Below the compact sheet: the chosen indicator with its levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from ui.judge.score_input import make_input
from ui.theme import GAP_8, GAP_16
from ui.widgets.layouts import column
from ui.widgets.level_cards import LevelCards
from ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from smartcity_desktop.domain.instrument import Indicator
    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.score_input import ScoreInput
    from ui.judge.sheet_acts import SheetActs


class GridScore(QFrame):
    """One place for the levels of whichever indicator is chosen; its height does not change.

    Attributes:
        input: the cards or the field of the chosen indicator.
    """

    scored = Signal(str)

    def __init__(self, context: Context, acts: SheetActs) -> None:
        """Make it without an indicator."""
        super().__init__()
        self.setObjectName("card")
        self._context, self._acts = context, acts
        self._indicator = ""
        self._inputs: dict[str, ScoreInput] = {}
        self.input: ScoreInput | None = None
        self.name = label("", "strong", wraps=False)
        self._stack = QStackedWidget()
        inner = column([self.name, self._stack], gap=GAP_8)
        inner.setContentsMargins(GAP_16, GAP_8, GAP_16, GAP_8)
        self.setLayout(inner)

    def show_line(self, indicator: Indicator, line: SheetLine) -> None:
        """Show an indicator and what stands there."""
        if indicator.id not in self._inputs:
            made = self._inputs[indicator.id] = make_input(self._context, indicator)
            self._connect(made, indicator.id)
            self._stack.addWidget(made)
        self._indicator = indicator.id
        self.input = self._inputs[indicator.id]
        self.name.setText(f"{indicator.id}  {self._context.words.text(indicator.name)}")
        before = self._acts.before(indicator.id)
        self.input.show_value(line.value, before.value if before else None)
        if self._stack.currentWidget() is not self.input:
            self._stack.setCurrentWidget(self.input)
        self._keep_height()

    def leave(self) -> None:
        """Hand on what was typed and not entered yet."""
        place = (self._acts.code, self._indicator, "value")
        if self.input is not None and not isinstance(self.input, LevelCards):
            draft = self.input.hand_over()
            if draft:
                self._acts.drafts[place] = draft

    def begin_with(self, sign: str) -> None:
        """Go to the field and begin to type."""
        if self.input is not None and not isinstance(self.input, LevelCards):
            self.input.take_focus()
            self.input.field.insert(sign)
            self.input.field.setModified(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._stack.setMinimumHeight(0)
            self._keep_height()

    def _keep_height(self) -> None:
        """Have room for the tallest levels seen so far, so that the grid above stays."""
        width = self.width() - 2 * GAP_16
        if isinstance(self.input, LevelCards):
            tallest = max(self.input.heightForWidth(width), self._stack.minimumHeight())
            self._stack.setFixedHeight(tallest)

    def _connect(self, made: ScoreInput, indicator: str) -> None:
        if isinstance(made, LevelCards):
            made.chosen.connect(lambda value: self._acts.score(indicator, value))
        else:
            made.entered.connect(lambda value, by_key: self._enter(indicator, value, by_key))
            made.emptied.connect(lambda: self._acts.clear(indicator))

    def _enter(self, indicator: str, value: int, by_key: bool) -> None:  # noqa: FBT001 - a signal
        if self._acts.score(indicator, value) and by_key:
            self.scored.emit(indicator)
