"""The judge's own figures for the region, what is missing, what is in doubt, and the jotter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.judge.figures_card import FiguresCard
from ui.judge.jotter import Jotter
from ui.judge.places_list import PlacesList
from ui.theme import GAP_8, GAP_12
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from ui.context import Context
    from ui.judge.state import JudgeState


class FiguresColumn(QFrame):
    """The right column.

    Attributes:
        card, places, jotter: its three parts.
    """

    place_requested = Signal(str, str)
    """A region's code and an indicator: a missing or doubtful one was chosen."""

    def __init__(self, context: Context, state: JudgeState) -> None:
        """Make the column without a region."""
        super().__init__()
        self._state, self._region = state, ""
        self.setObjectName("column")
        self.card = FiguresCard(context, state)
        self.places = PlacesList(context, state)
        self.jotter = Jotter(context, state)
        self.places.place_requested.connect(self.place_requested)
        inner = QWidget()
        inner.setObjectName("ground")
        parts = column([self.card, self.places, None], gap=GAP_12)
        parts.setContentsMargins(0, 0, GAP_8, 0)
        inner.setLayout(parts)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that nothing beside it moves when a line is added.
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        self._area, self._inner = area, inner
        whole = column([area, self.jotter], gap=GAP_8, margin=GAP_12)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        # A burst of changes (undo of a table, fast keys) draws once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        state.sheet_changed.connect(self._soon.start)
        state.marks_changed.connect(self._soon.start)
        state.facts_changed.connect(self._soon.start)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be as wide as the widest part in the style of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            bar = self._area.verticalScrollBar().sizeHint().width()
            self._area.setMinimumWidth(self._inner.minimumSizeHint().width() + bar)

    def show_region(self, code: str) -> None:
        """Show a region's figures; on the screen at the next turn, so that the sheet is first."""
        self.jotter.show_region(code)
        self._region = code
        if self.isVisible():
            self._soon.start()
        else:
            self._show()

    def leave(self) -> None:
        """Hand on what was typed into the jotter."""
        self.jotter.leave()

    def _show(self) -> None:
        if self._region:
            self.card.show_sheet(self._state.sheet(self._region))
            self.places.show_region(self._region)
