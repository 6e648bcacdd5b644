"""The first columns of a table, which stay in sight while it is scrolled sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class FrozenColumns(QTableView):
    """Lies over a table of the same model as soon as its first columns go out of sight."""

    def __init__(self, table: QTableView, count: int) -> None:
        """Cover the first ``count`` columns of a table that has its model and its delegates."""
        super().__init__(table)
        self._table, self._count = table, count
        self.setObjectName(table.objectName())
        self.setAccessibleName(table.accessibleName())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setWordWrap(table.wordWrap())
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollBarPolicy(never)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.setItemDelegate(table.itemDelegate())
        for section in range(count):
            self.setItemDelegateForColumn(section, table.itemDelegateForColumn(section))
        self.hide()
        self.clicked.connect(table.clicked)
        self.doubleClicked.connect(table.doubleClicked)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)

    def cover(self) -> None:
        """Show what is out of sight now, or nothing where all is in sight."""
        if not self._table.horizontalScrollBar().value():
            self.hide()
            return
        if self.model() is not self._table.model():
            self.setModel(self._table.model())
            self.setSelectionModel(self._table.selectionModel())
        self._measure()
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the wheel scroll the table."""
        QApplication.sendEvent(self._table.viewport(), event)

    def _sort(self, section: int) -> None:
        header = self._table.horizontalHeader()
        falls = Qt.SortOrder.DescendingOrder
        again = (
            header.sortIndicatorSection() == section and header.sortIndicatorOrder() is not falls
        )
        header.setSortIndicator(section, falls if again else Qt.SortOrder.AscendingOrder)

    def _measure(self) -> None:
        table, model = self._table, self._table.model()
        for section in range(model.columnCount()):
            self.setColumnHidden(section, section >= self._count)
            if section < self._count:
                self.setColumnWidth(section, table.columnWidth(section))
        usual = table.verticalHeader().defaultSectionSize()
        self.verticalHeader().setDefaultSectionSize(usual)
        self.clearSpans()
        for row in range(model.rowCount()):
            if self.rowHeight(row) != table.rowHeight(row):
                self.setRowHeight(row, table.rowHeight(row))
            if table.columnSpan(row, 0) > 1:
                self.setSpan(row, 0, 1, self._count)
        header = table.horizontalHeader()
        shown = self.horizontalHeader()
        shown.setFixedHeight(header.height())
        shown.setSortIndicator(header.sortIndicatorSection(), header.sortIndicatorOrder())
        shown.setSortIndicatorShown(header.sortIndicatorSection() < self._count)
        frame = table.frameWidth()
        width = sum(map(table.columnWidth, range(self._count)))
        self.setGeometry(frame, frame, width, header.height() + table.viewport().height())
