"""The compact sheet: the whole region as one grid of numbers and marks, scorable there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from smartcity_desktop.domain.message import message
from ui.judge.grid_cell import GridCell
from ui.judge.grid_score import GridScore
from ui.judge.score_input import TypedKeys, is_sign
from ui.judge.sheet_sections import sections
from ui.theme import GAP_4, GAP_8, GAP_16, GROUP_WIDTH
from ui.widgets.flow import flow
from ui.widgets.layouts import column, row
from ui.widgets.level_cards import LevelCards
from ui.widgets.scrolled_column import ScrolledColumn
from ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from smartcity_desktop.scoring.sheet_lines import SheetLine
    from ui.context import Context
    from ui.judge.sheet_acts import SheetActs


class SheetGrid(QFrame):
    """All indicators as cells; the levels of the chosen one stand below, in one place.

    Attributes:
        cells: by indicator.
    """

    scored = Signal(str)
    """The indicator was scored with the keyboard; the focus may move on."""

    chosen = Signal(str)
    """An indicator was chosen."""

    def __init__(self, context: Context, acts: SheetActs) -> None:
        """Make the grid without a region."""
        super().__init__()
        self._context, self._acts = context, acts
        self._keys = TypedKeys()
        self.cells: dict[str, GridCell] = {}
        self._groups: dict[str, QWidget] = {}
        self._lines: dict[str, QWidget] = {}
        self._indicator = acts.state.ids[0]
        self._scroll = ScrolledColumn()
        self._make_cells()
        self.setAccessibleName(context.words.say(message("Compact sheet")))
        self.below = GridScore(context, acts)
        self.below.scored.connect(self.scored)
        self.cells[self._indicator].show_current(current=True)
        whole = column([self._scroll, self.below], gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_lines(self, lines: Mapping[str, SheetLine]) -> None:
        """Show what stands at every indicator."""
        self._keys.forget()
        say = self._context.words.say
        for name, cell in self.cells.items():
            line = lines[name]
            state = say(message("left out") if line.abstained else message("not scored"))
            cell.show_line(line, state, doubtful=self._acts.is_doubtful(name))
        self.below.show_line(self.cells[self._indicator].indicator, lines[self._indicator])

    def go_to(self, indicator: str) -> None:
        """Choose an indicator and give its cell the focus."""
        self._choose(indicator)
        self.cells[indicator].setFocus()
        self._scroll.show_whole(self._lines[indicator])

    def show_dimension(self, dimension: str) -> None:
        """Scroll to a section."""
        self._scroll.show_first(self._groups[dimension])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Score with digits, clear with Delete, move with the arrows."""
        cell = self.cells[self._indicator]
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if is_sign(event):
            self._type(cell, event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._score(cell, self._keys.enter())
        elif event.key() == Qt.Key.Key_Delete:
            self._acts.clear(cell.indicator.id)
        elif event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        elif event.key() in lines:
            self._move_line(cell, lines[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _type(self, cell: GridCell, event: QKeyEvent) -> None:
        """Take a sign where values are chosen; where they are typed, hand it to the field."""
        if isinstance(self.below.input, LevelCards):
            self._score(cell, self._keys.take(cell.indicator, event))
        else:
            self.below.begin_with(event.text())

    def _score(self, cell: GridCell, value: int | None) -> None:
        if value is not None and self._acts.score(cell.indicator.id, value):
            self.scored.emit(cell.indicator.id)

    def _choose(self, indicator: str) -> None:
        self._keys.forget()
        self._indicator = indicator
        self.chosen.emit(indicator)
        for name, cell in self.cells.items():
            cell.show_current(current=name == indicator)
        self.below.show_line(self.cells[indicator].indicator, self._acts.lines()[indicator])

    def _move(self, step: int) -> None:
        ids = self._acts.state.ids
        there = ids.index(self._indicator) + step
        if 0 <= there < len(ids):
            self.go_to(ids[there])

    def _move_line(self, cell: GridCell, step: int) -> None:
        """Go to the nearest cell in the line above or below."""

        def place(other: GridCell) -> tuple[int, int]:
            point = other.mapTo(self, other.rect().center())
            return point.x(), point.y()

        x, y = place(cell)
        beyond = [c for c in self.cells.values() if (place(c)[1] - y) * step > 0]
        if beyond:
            nearest = min(beyond, key=lambda c: (abs(place(c)[1] - y), abs(place(c)[0] - x)))
            self.go_to(nearest.indicator.id)

    def _make_cells(self) -> None:
        self._scroll.column.setSpacing(GAP_4)
        self._scroll.column.setContentsMargins(GAP_16, GAP_8, GAP_16, GAP_8)
        for section in sections(self._acts.state.facts.instrument, self._context.words):
            heading = column(gap=0)
            for text, kind in ((section.heading, "strong"), (section.aspect, "quiet")):
                if text:
                    heading.addWidget(label(text, kind))
            heading.addStretch(1)
            names = QWidget()
            names.setFixedWidth(self._context.theme.pixels(GROUP_WIDTH))
            names.setLayout(heading)
            made = [GridCell(self._context, indicator) for indicator, _ in section.indicators]
            for cell in made:
                self.cells[cell.indicator.id] = cell
                cell.clicked.connect(lambda _=False, name=cell.indicator.id: self._choose(name))
            group = QWidget()
            line = row([names, flow(made)], gap=GAP_8)
            line.setStretch(1, 1)
            group.setLayout(line)
            self._scroll.put(group)
            self._groups.setdefault(section.dimension, group)
            self._lines |= dict.fromkeys((cell.indicator.id for cell in made), group)
