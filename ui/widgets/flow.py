"""A row that goes on in the next line where the page is narrow; nothing is ever cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.theme import GAP_4

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLayoutItem


class Flow(QLayout):
    """Widgets from left to right, then in the next line, each as wide as it likes."""

    def __init__(self, widgets: Iterable[QWidget] = (), *, gap: int = GAP_4) -> None:
        """Put widgets in a row."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item at the end."""
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
        """Return the height of all lines together."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget measures: a widget has another size now."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, box: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every widget into its place."""
        super().setGeometry(box)
        self._arrange(box, moves=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything in it."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the widest widget."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, box: QRect, *, moves: bool) -> int:
        x = y = line = 0
        for item in self._shown():
            size = item.sizeHint()
            if x and x + size.width() > box.width():
                x, y, line = 0, y + line + self._gap, 0
            if moves:
                item.setGeometry(QRect(box.topLeft() + QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line


def flow(widgets: Iterable[QWidget], *, gap: int = GAP_4) -> QWidget:
    """Return a widget whose height follows its width, with others flowing in it."""
    made = QWidget()
    made.setLayout(Flow(widgets, gap=gap))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
