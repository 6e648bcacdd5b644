"""The outline of what will be sealed, as a tree: sections to fold, places to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from ui.judge.line_delegate import LineDelegate
from ui.theme import MARK_SIZE
from ui.widgets.state_mark import paint_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from ui.judge.sealing_outline import Line
    from ui.theme import Theme
    from ui.widgets.state_mark import MarkShape

PLACE = Qt.ItemDataRole.UserRole


class SealingTree(QTreeWidget):
    """A click or Enter goes where a line leads; on any other it folds."""

    place_requested = Signal(str, str)
    """A region's code, and an indicator or nothing."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Make an empty tree."""
        super().__init__()
        self._theme = theme
        self._icons: dict[MarkShape, QIcon] = {}
        self.setAccessibleName(name)
        self.setObjectName("lines")
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setColumnCount(1)
        self.setWordWrap(True)
        self.setIconSize(QSize(theme.pixels(MARK_SIZE), theme.pixels(MARK_SIZE)))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegate(LineDelegate(self))
        self.itemClicked.connect(self._clicked)
        self.itemActivated.connect(self._go)
        self.itemEntered.connect(self._point)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show an outline; sections stay folded as they were."""
        folded = {
            item.text(0).partition(":")[0]: item.isExpanded()
            for at in range(self.topLevelItemCount())
            if (item := self.topLevelItem(at)) is not None
        }
        self.clear()
        for line in lines:
            item = self._item(line)
            font = QFont(item.font(0))
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(0, font)
            self.addTopLevelItem(item)
            self._unfold(item, line)
            title = line.text.partition(":")[0]
            item.setExpanded(folded.get(title, line.unfolded))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Measure the lines again: they wrap elsewhere now."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _item(self, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem([line.text])
        item.setToolTip(0, "")
        if line.shape is not None:
            item.setIcon(0, self._icon(line.shape))
        if line.place is not None:
            item.setData(0, PLACE, line.place)
        for below in line.below:
            item.addChild(self._item(below))
        return item

    def _unfold(self, item: QTreeWidgetItem, line: Line) -> None:
        item.setExpanded(line.unfolded)
        for at, below in enumerate(line.below):
            child = item.child(at)
            if below.unfolded and child is not None:
                self._unfold(child, below)

    def _icon(self, shape: MarkShape) -> QIcon:
        if shape not in self._icons:
            side = self._theme.pixels(MARK_SIZE)
            ratio = self.devicePixelRatioF()
            picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                paint_mark(painter, shape, QRectF(0, 0, side, side), self._theme.colours)
            self._icons[shape] = QIcon(picture)
        return self._icons[shape]

    def _clicked(self, item: QTreeWidgetItem) -> None:
        if item.data(0, PLACE) is None:
            item.setExpanded(not item.isExpanded())
        else:
            self._go(item)

    def _point(self, item: QTreeWidgetItem) -> None:
        leads = item.data(0, PLACE) is not None
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, PLACE)
        if place is not None:
            self.place_requested.emit(*place)
