"""Parts from top to bottom, each as tall as it needs; what is too tall goes on below the page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Pile(QLayout):
    """Squeezes nothing, not even for the moment between a new part and a taller page."""

    def __init__(self, *, gap: int) -> None:
        """Make an empty pile."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item at the bottom."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, None beyond the last, as Qt asks for."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give an item away, None beyond the last, as Qt asks for."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for no room beyond what is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a narrow page makes it taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all parts together, with gaps and margins."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget measures: a part has another size now."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, box: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every part into its place."""
        super().setGeometry(box)
        self._arrange(box, moves=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of all parts at the width that the widest likes."""
        width = max((item.sizeHint().width() for item in self._items), default=0)
        width += self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width without which the widest part is cut off."""
        width = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(width + self._beside(), 0)

    def _beside(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _arrange(self, box: QRect, *, moves: bool) -> int:
        margins = self.contentsMargins()
        inner, bottom = box.marginsRemoved(margins), margins.top()
        for item in self._items:
            if item.isEmpty():
                continue
            top = bottom + (self.spacing() if bottom > margins.top() else 0)
            height = _height(item, inner.width())
            if moves:
                item.setGeometry(QRect(inner.left(), box.top() + top, inner.width(), height))
            bottom = top + height
        return bottom + margins.bottom()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return max(item.sizeHint().height(), item.minimumSize().height())
