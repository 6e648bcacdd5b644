"""The score sheet of one region: dimensions as sections, level texts as the choice itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget

from smartcity_desktop.scoring.sheet_lines import next_open
from ui.judge.closed_sheet import ClosedSheet
from ui.judge.evidence_intake import EvidenceIntake
from ui.judge.indicator_row import IndicatorRow
from ui.judge.sheet_acts import SheetActs
from ui.judge.sheet_head import SheetHead
from ui.judge.sheet_rows import SheetRows
from ui.theme import THUMBNAIL
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.judge.evidence_intake import Kept
    from ui.judge.sheet_grid import SheetGrid
    from ui.judge.state import JudgeState


class SheetView(QFrame):
    """The centre."""

    region_step_requested = Signal(int)
    """The next region (+1) or the one before (-1) is wanted."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make an empty sheet."""
        super().__init__()
        self._context, self._state = context, state
        self._indicator = ""
        self._places: dict[str, tuple[str, int]] = {}
        self.acts = SheetActs(state)
        self.intake = EvidenceIntake(self.acts, context.theme.pixels(THUMBNAIL), self)
        self.head = SheetHead(context, self.acts)
        self.rows = SheetRows(context, self.acts, self.intake)
        self.closed = ClosedSheet(context, self.acts)
        self.grid: SheetGrid | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.closed)
        # Where the window is low, the sheet gives way, never the head above it.
        self._stack.setMinimumHeight(1)
        self.setLayout(column([self.head, self._stack], gap=0))
        self._connect()

    def show_region(self, code: str, indicator: str = "") -> None:
        """Show a region's sheet, and go to an indicator where one is named.

        A region that was shown before is shown where the judge left it.
        """
        if code != self.acts.code:
            # Not the application's: the window may stand behind another one just now.
            focused = cast("QWidget | None", self.window().focusWidget())
            had_focus = focused is not None and self.isAncestorOf(focused)
            self._leave_region()
            self.acts.code = code
            self._indicator, scroll = self._places.get(code, ("", 0))
            # Before as well, so that the rows that will be in sight are those that are filled now.
            self.rows.verticalScrollBar().setValue(scroll)
            self._refill()
            self.rows.show_drafts()
            self.rows.verticalScrollBar().setValue(scroll)
            if had_focus and not indicator:
                self.take_focus()
        if indicator in self._state.ids:
            self.go_to(indicator)

    def take_focus(self) -> None:
        """Give the focus to where the judge was, else to the first open indicator."""
        if self._stack.currentWidget() is self.closed:
            self.closed.take_focus(self.head.doubt)
        else:
            self.go_to(self._indicator or self.next_open() or self._state.ids[0])

    def place(self) -> tuple[str, str]:
        """Return the region and the indicator that has the focus; it may be empty."""
        return self.acts.code, self._indicator

    def leave(self) -> None:
        """Hand on what was typed and not yet saved."""
        self.rows.leave()
        if self.grid is not None:
            self.grid.below.leave()

    def keep(self) -> tuple[list[Kept], SheetActs, bool]:
        """Return what is not in the file, for the sheet that is made in place of this one."""
        return self.intake.keep(), self.acts, self.head.grid.isChecked()

    def take_up(self, kept: object) -> None:
        """Go on with what another sheet of this file kept."""
        if isinstance(kept, tuple):
            files, acts, grid = kept
            self.acts.replaced.update(acts.replaced)
            self.acts.drafts.update(acts.drafts)
            for place, source in files:
                self.intake.take(place, [source])
            self.head.grid.setChecked(grid)
            self._refill()
            self.rows.show_anew(self.acts.lines())
            self.rows.show_drafts()

    def next_open(self, after: str = "") -> str:
        """Return the next indicator that is neither scored nor abstained; empty without one."""
        return next_open(self.acts.lines(), self._state.ids, after)

    def go_to_next_open(self, after: str = "") -> None:
        """Give the focus to the next open indicator, if there is one."""
        found = self.next_open(after or self._indicator)
        if found and self._stack.currentWidget() is not self.closed:
            self.go_to(found)

    def go_to(self, indicator: str) -> None:
        """Give the focus to an indicator."""
        self._indicator = indicator
        shown = self._stack.currentWidget()
        if shown is self.rows:
            self.rows.go_to(indicator)
        elif self.grid is not None and shown is self.grid:
            self.grid.go_to(indicator)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next region, or the one before."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.region_step_requested.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _refill(self) -> None:
        """Show what the sheet says now, without moving anything."""
        closed = self.closed.show_region()
        lines = None if closed else self.acts.lines()
        self.head.show_region(lines)
        if lines is not None:
            dossier = self._state.facts.dossiers.get(self.acts.code)
            self.rows.show_lines(lines, dossier)
            if self.grid is not None:
                self.grid.show_lines(lines)
        self._choose_form(closed=closed)

    def _choose_form(self, *, closed: bool) -> None:
        shown: QWidget = self.rows
        if closed:
            shown = self.closed
        elif self.head.grid.isChecked():
            shown = self._grid()
        if self._stack.currentWidget() is not shown:
            here = self._indicator
            self._stack.setCurrentWidget(shown)
            # Qt gives the focus to the first part of what is shown now; the judge is elsewhere.
            self._indicator = here

    def _grid(self) -> SheetGrid:
        if self.grid is None:
            from ui.judge.sheet_grid import SheetGrid

            self.grid = SheetGrid(self._context, self.acts)
            self.grid.scored.connect(self.go_to_next_open)
            self.grid.chosen.connect(self._on_cell)
            self._stack.addWidget(self.grid)
            self.grid.show_lines(self.acts.lines())
        return self.grid

    def _leave_region(self) -> None:
        if self.acts.code:
            self._places[self.acts.code] = (self._indicator, self.rows.verticalScrollBar().value())
            self.leave()

    def _connect(self) -> None:
        self.head.dimension_chosen.connect(self._jump)
        self.head.remark_chosen.connect(self._go_to_remark)
        self.head.grid_toggled.connect(self._change_form)
        self.rows.scored.connect(self.go_to_next_open)
        self.rows.stepped.connect(self._step)
        self.rows.verticalScrollBar().valueChanged.connect(
            lambda _: self.head.show_dimension(self.rows.topmost())
        )
        self._state.sheet_changed.connect(self._on_sheet)
        self._state.marks_changed.connect(self._on_marks)
        self._state.facts_changed.connect(self._refill)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _on_sheet(self, code: str) -> None:
        if code == self.acts.code:
            self._refill()

    def _on_marks(self) -> None:
        self.acts.drop_saved_doubts()
        self._refill()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember on which indicator the judge works; what was half typed goes with the focus."""
        left, entered = self._row_of(before), self._row_of(now)
        if left is not None and left is not entered:
            left.forget()
        if entered is not None:
            self._indicator = entered.indicator.id

    def _row_of(self, part: QWidget | None) -> IndicatorRow | None:
        while part is not None and part is not self:
            if isinstance(part, IndicatorRow):
                return part
            part = part.parentWidget()
        return None

    def _on_cell(self, indicator: str) -> None:
        self._indicator = indicator

    def _step(self, indicator: str, step: int) -> None:
        ids = self._state.ids
        there = ids.index(indicator) + step
        if 0 <= there < len(ids):
            self.go_to(ids[there])

    def _jump(self, dimension: str) -> None:
        if self._stack.currentWidget() is self.rows:
            self.rows.show_first(self.rows.heading(dimension))
        elif self.grid is not None:
            self.grid.show_dimension(dimension)

    def _go_to_remark(self) -> None:
        self.head.grid.setChecked(False)
        self._choose_form(closed=False)
        self.rows.make_all()
        row = self.rows.region_row
        if row is not None:
            row.note.setFocus()
            self.rows.show_whole(row)

    def _change_form(self, _grid: bool) -> None:  # noqa: FBT001 - a signal has no names
        self.leave()
        self._choose_form(closed=False)
        if self._indicator:
            self.go_to(self._indicator)
