"""Boxes with a tick in them: what is chosen is not told by a colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from ui.widgets.state_mark import paint_tick

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent


class TickBox(QCheckBox):
    """Something that may be so or not."""

    def __init__(self, text: str) -> None:
        """Make it empty; the text is its accessible name as well."""
        super().__init__(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the tick over the box that the style paints."""
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            part = QStyle.SubElement.SE_CheckBoxIndicator
            box = self.style().subElementRect(part, option, self)
            with QPainter(self) as painter:
                _paint(painter, box)


class TickDelegate(QStyledItemDelegate):
    """Lines of a list, each with such a box before it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line, and the tick over its box."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None and Qt.CheckState(state) is Qt.CheckState.Checked:
            line = QStyleOptionViewItem(option)
            self.initStyleOption(line, index)
            shown = line.widget
            part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
            _paint(painter, shown.style().subElementRect(part, line, shown))


def _paint(painter: QPainter, box: QRect) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Of the program: that of a list has the colours of its chosen lines.
    ink = QGuiApplication.palette().highlightedText().color()
    centre = QPointF(box.x() + box.width() / 2, box.y() + box.height() / 2)
    paint_tick(painter, centre, box.width() / 2, ink)
    painter.restore()
