"""A table one types in: letters begin to type, Enter and F2 edit, Tab leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
)

from ui.theme import GAP_4, GAP_32, TARGET_SIZE
from ui.widgets.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ui.item_models.typed_rows_model import TypedRowsModel
    from ui.theme import Theme

MOST_MEASURED = 60
LEAST_LETTERS = 6


class TypedTable(QTableView):
    """Shows a list that is typed."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: TypedRowsModel,
        known: Mapping[int, Sequence[str]] | None = None,
    ) -> None:
        """Make the table.

        Args:
            theme: measures.
            name: accessible name.
            model: the lines.
            known: words that are offered while one types, by column.
        """
        super().__init__()
        self._typed = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setObjectName("typed")
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setItemDelegate(_Offering(self, known or {}))
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(theme.pixels(TARGET_SIZE) + GAP_4)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._make_room)
        model.marked.connect(self.viewport().update)
        self.fit()

    def fit(self) -> None:
        """Give every column the width of its longest text."""
        model, metrics = self._typed, self.fontMetrics()
        rows = range(min(model.rowCount(), MOST_MEASURED))
        for section in range(model.columnCount()):
            texts = [str(model.index(row, section).data()) for row in rows]
            texts += [
                str(model.headerData(section, Qt.Orientation.Horizontal)),
                "n" * LEAST_LETTERS,
            ]
            self.setColumnWidth(section, max(map(metrics.horizontalAdvance, texts)) + GAP_32)

    def _make_room(self, changed: QModelIndex) -> None:
        """Make a column as wide as what was typed in it; none becomes narrower."""
        width = self.fontMetrics().horizontalAdvance(str(changed.data())) + GAP_32
        if width > self.columnWidth(changed.column()):
            self.setColumnWidth(changed.column(), width)

    def chosen_lines(self) -> set[int]:
        """Return the numbers, from 0, of the lines in which something is chosen."""
        return {place.row() for place in self.selectionModel().selectedIndexes()}

    def remove_chosen(self) -> None:
        """Take the chosen lines out."""
        self._typed.remove(self.chosen_lines())

    def finish(self) -> None:
        """Take what is typed in a cell that is still open."""
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isHidden():
                # Closed already, and on its way out.
                continue
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter edit, and Delete empty what is chosen."""
        key = event.key()
        rests = self.state() is not QAbstractItemView.State.EditingState
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if rests:
                self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            for place in self.selectionModel().selectedIndexes():
                self._typed.setData(place, "")
        else:
            super().keyPressEvent(event)


class _Offering(QStyledItemDelegate):
    """Offers known words while one types."""

    def __init__(self, parent: QTableView, known: Mapping[int, Sequence[str]]) -> None:
        super().__init__(parent)
        self._known = known

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
            made.setAccessibleName(str(header))
            if index.column() in self._known:
                suggest(made, self._known[index.column()])
        return made
