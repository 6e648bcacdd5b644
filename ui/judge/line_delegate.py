"""Gives wrapped lines of a tree the height they need; Qt forgets how far they are indented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate

from ui.theme import GAP_4, GAP_8

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

ENDLESS = 100_000
AnyIndex = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Measures lines as wide as they are painted."""

    def __init__(self, tree: QTreeView) -> None:
        """Serve one tree."""
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line's text with room around it."""
        font = index.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font if isinstance(font, QFont) else option.font)
        width = self._room(index)
        box = metrics.boundingRect(
            QRect(0, 0, width, ENDLESS), Qt.TextFlag.TextWordWrap, str(index.data() or "")
        )
        return QSize(width, box.height() + 2 * GAP_4)

    def _room(self, index: AnyIndex) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        tree = self._tree
        icon = tree.iconSize().width() + GAP_8
        taken = depth * tree.indentation() + icon + 2 * GAP_8
        return max(tree.viewport().width() - taken, icon)
