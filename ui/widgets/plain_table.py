"""A table for reading: rows are chosen, never edited; the keyboard leaves it with Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import GAP_8, GAP_32

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

MOST_MEASURED = 200
"""Rows whose texts decide how wide a column is."""
MOST_GROWN = 400
"""Rows that are measured one by one; in a longer table all are as high as the highest of these."""


class PlainTable(QTableView):
    """Shows one model."""

    least_letters = 24
    """Of the stretched column; where there is less room the table scrolls sideways."""
    entered = Signal(int)
    """The row that was chosen with Enter or a double click."""

    def __init__(self, name: str) -> None:
        """Make an empty table with this accessible name."""
        super().__init__()
        self._grows, self._stretched = False, -1
        self._squeezed: dict[int, tuple[int, int]] = {}
        # Of the viewport, which is not asked: Qt hands over a widget that Python has not met, and
        # Python then prepares every kind of widget there is.
        self._room = self.width()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.grow)
        self.setAccessibleName(name)
        self.setObjectName("rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda place: self.entered.emit(place.row()))

    def show_model(
        self,
        model: QAbstractItemModel,
        *,
        stretched: int | None = None,
        squeezed: Iterable[int] = (),
        lines: int = 1,
    ) -> None:
        """Show a model.

        Args:
            model: what to show.
            stretched: the column that takes what is left of the width.
            squeezed: columns that give of their width where too little is left for that one, down
                to their longest word; the delegate must wrap them.
            lines: of text in a row.
        """
        self.setModel(model)
        self._stretched = -1 if stretched is None else stretched
        self._squeezed = {}
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(lines * metrics.lineSpacing() + 2 * GAP_8)
        model.modelReset.connect(self.grow)
        header = self.horizontalHeader()
        for section in range(model.columnCount()):
            if section == stretched:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
                continue
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(section, self._width(model, section))
        for section in squeezed:
            word = self._width(model, section, by_word=True)
            self._squeezed[section] = (word, self.columnWidth(section))
        self._share()
        self.grow()

    def let_rows_grow(self) -> None:
        """Make every row as high as its texts need; the delegate must wrap them."""
        self._grows = True
        self.setWordWrap(True)
        self.horizontalHeader().sectionResized.connect(self._grow_soon)
        self.grow()

    def grow(self) -> None:
        """Make rows as high as they need, where they shall grow and are seen."""
        if self._grows and self.isVisible() and self.model() is not None:
            self.fit_rows()

    def fit_rows(self) -> None:
        """Measure rows in columns as wide as they are now."""
        model = self.model()
        if model.rowCount() <= MOST_GROWN:
            self.resizeRowsToContents()
        else:
            tallest = max(map(self.sizeHintForRow, range(MOST_GROWN)))
            self.verticalHeader().setDefaultSectionSize(tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width anew."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._share()
        self._grow_soon()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Measure rows once columns have their width."""
        super().showEvent(event)
        self._grow_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Enter for the chosen row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _grow_soon(self) -> None:
        # While Qt tells of a column's new width, the table still has the old one.
        if self._grows:
            self._soon.start()

    def _share(self) -> None:
        """Let the stretched column take what is left, unless that were too little to read."""
        if self._stretched < 0:
            return
        header, number = self.horizontalHeader(), self._stretched
        for section, (_, usual) in self._squeezed.items():
            self.setColumnWidth(section, usual)
        others = [each for each in range(header.count()) if each != number]
        rest = self._room - sum(map(self.columnWidth, others))
        metrics = self.fontMetrics()
        title = str(self.model().headerData(number, Qt.Orientation.Horizontal) or "")
        widest = max(map(metrics.horizontalAdvance, title.split("\n")))
        least = max(self.least_letters * metrics.averageCharWidth(), widest + 2 * GAP_8)
        for section, (word, usual) in self._squeezed.items():
            less = max(0, min(usual - word, least - rest))
            if less:
                self.setColumnWidth(section, usual - less)
                rest += less
        if rest < least:
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(number, least)
        else:
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _width(self, model: QAbstractItemModel, section: int, *, by_word: bool = False) -> int:
        rows = range(min(model.rowCount(), MOST_MEASURED))
        texts = [str(model.index(row, section).data() or "") for row in rows]
        texts.append(str(model.headerData(section, Qt.Orientation.Horizontal)))
        lines = {line for text in texts for line in (text.split() if by_word else text.split("\n"))}
        return max(map(self.fontMetrics().horizontalAdvance, lines)) + GAP_32
