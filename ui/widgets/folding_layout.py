"""What layouts have in common that grow taller where the page is narrower."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FoldingLayout(QLayout):
    """Holds items, and remembers how tall they are together at a width."""

    def __init__(self) -> None:
        """Make an empty layout."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}

    @abstractmethod
    def arrange(self, box: QRect, *, moves: bool) -> int:
        """Return the height that the items need in a box; move them there where asked to."""

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
            self._heights[width] = self.arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget measures: a part has another size now."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, box: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every part into its place."""
        super().setGeometry(box)
        self.arrange(box, moves=True)
